"""The footnotes of a page for a browser: each mark leads to its note, at the end, and the note back."""

import unicodedata
from xml.etree.ElementTree import Element, SubElement

from inspector_app.core.domain.text.direction import mostly_right
from inspector_app.core.report.formats import said
from inspector_app.core.words import say


def link(main: Element, notes: dict[str, str]) -> None:
    """Makes links of the marks in it, which are `sup`, and puts the notes behind it all; `notes` has them by their marks.

    A note leads back to every place of its mark.
    """
    marks = [mark for mark in main.iter("sup") if mark.text in notes]
    if not notes:
        return
    places = {mark: [one for one in marks if one.text == mark] for mark in notes}
    whole = SubElement(main, "section", {"class": "notes", "role": "doc-endnotes", "aria-labelledby": "footnotes"})
    SubElement(whole, "h2", id="footnotes").text = say("Footnotes")
    lines = SubElement(whole, "ol")
    for mark, words in notes.items():
        _note(lines, _number(mark), words, places[mark])


def _note(lines: Element, number: str, words: str, places: list[Element]) -> None:
    line = SubElement(lines, "li", id=f"note-{number}", value=number)
    line.text = f"{said.readable(words)} "
    if mostly_right(words):
        line.set("dir", "rtl")
    for time, place in enumerate(places, start=1):
        name = f"mark-{number}" if time == 1 else f"mark-{number}-{time}"
        _lead(place, number, name)
        back = SubElement(line, "a", href=f"#{name}", role="doc-backlink")
        back.set("aria-label", say("Back to footnote {number} in the text", number=number))
        back.text, back.tail = "↩", " "


def _lead(place: Element, number: str, name: str) -> None:
    """The mark as a link to its note, with a name that the note leads back to."""
    place.text = None
    lead = SubElement(place, "a", id=name, href=f"#note-{number}", role="doc-noteref")
    lead.set("aria-label", say("Footnote {number}", number=number))
    lead.text = number


def _number(mark: str) -> str:
    """A mark in superscript digits as a number: 12 of ¹²."""
    return unicodedata.normalize("NFKC", mark)
