"""The styles of an OpenDocument text, what stands on every page, and what the file says of itself."""

from itertools import product
from typing import Any

from odfdo import Document, Element, Paragraph, Style

from inspector_app.core.domain.text.direction import mostly_right
from inspector_app.core.report import content, words
from inspector_app.core.report.content import Report
from inspector_app.core.report.drawing import look
from inspector_app.core.report.formats import said

BODY, TITLE, SUBTITLE, STATEMENT, NOTE, BOXED = (
    "ReportBody", "ReportTitle", "ReportSubtitle", "Statement", "Note", "Boxed",
)  # fmt: skip
_FONT, WIDTH = "Liberation Sans", 17.0  # one of those in the empty document; cm between its margins
STRONG_BOX = "StrongBox"
_LETTERS: dict[str, dict[str, Any]] = {
    BODY: {"size": "11pt"}, TITLE: {"size": "30pt", "bold": True}, SUBTITLE: {"size": "16pt"},
    STATEMENT: {"size": "11.5pt", "bold": True}, NOTE: {"size": "9pt"}, BOXED: {"size": "11pt"},
    STRONG_BOX: {"size": "11pt", "bold": True},
    "Small": {"size": "8pt"},
}  # fmt: skip
FOOT, FOOT_MARK = "ReportFootnote", "FootMark"
SMALL, BOX_TITLE, FIGURE, CELL = "Small", "BoxedTitle", "Figure", "TableCell"
HELD = (BODY, NOTE, BOXED, CELL, FIGURE)  # of which a page may end within or after a paragraph
NUMBERS = "ReportNumbers"
WHOLE_TABLE, KEPT_TABLE, KEPT_NOTE = "WholeTable", "KeptTable", "KeptNote"  # kept: with what follows
CHAPTER, CONTENTS, WHOLE = "ChapterPage", "Contents", "Whole"  # WHOLE: a row that no page parts
LISTED = {1: "ListedFirst", 2: "ListedSecond"}  # lines of the contents, by the level of the heading
_FOOT_LINE = {
    "width": "0.018cm",
    "distance-before-sep": "0.1cm",
    "distance-after-sep": "0.1cm",
    "line-style": "solid",
    "adjustment": "left",
    "rel-width": "25%",
    "color": f"#{said.colour(look.INK)}",
}
_VARIANTS: dict[str, tuple[str, dict[str, Any]]] = {
    FOOT: (NOTE, {"fo:margin-left": "0.5cm", "fo:text-indent": "-0.5cm", "fo:margin-bottom": "0.05cm"}),
    KEPT_NOTE: (NOTE, {"fo:keep-with-next": "always"}),
    BOX_TITLE: (STRONG_BOX, {"fo:keep-with-next": "always"}),
    CELL: (NOTE, {"fo:margin-bottom": "0.07cm"}),
    FIGURE: (CELL, {"fo:text-align": "end"}),
    LISTED[1]: (BODY, {"fo:margin-bottom": "0.1cm"}),
    LISTED[2]: (BODY, {"fo:margin-bottom": "0.1cm", "fo:margin-left": "0.6cm"}),
    CONTENTS: (SUBTITLE, {"fo:break-before": "page"}),
    CHAPTER: ("Heading_20_1", {"fo:break-before": "page"}),
}
_HELD_HOW = ((True, False), (False, True), (True, True))  # with what follows, and its own lines
_TURNED = "FromTheRight"


def set_up(document: Document, report: Report) -> None:
    """Makes an empty document ready: its styles, what stands on every page, and what it says of itself."""
    about, made = document.meta, report.made.replace(tzinfo=None)
    about.title, about.subject = said.readable(report.title), said.readable(report.subject)
    about.creator = about.initial_creator = said.readable(report.author)
    about.creation_date = about.date = made
    about.language = report.language
    document.del_part("Thumbnails/thumbnail.png")  # of the empty document
    document.manifest.del_full_path("Thumbnails/thumbnail.png")
    _styles(document, report)
    _around(document, report)


def _styles(document: Document, report: Report) -> None:
    _own_letters(document)
    _variants(document)
    _held(document)
    _of_empty(document, report.language)
    _within_lines(document)
    (known,) = document.styles.get_elements("//office:styles")
    known.append(_numbers())
    _tables(document, report)


def _own_letters(document: Document) -> None:
    for name, letters in _LETTERS.items():
        style = Style("paragraph", name=name, parent_style="Text_20_body", area="text", **letters)
        style.set_properties({"style:font-name": _FONT}, area="text")
        if name == STATEMENT:
            style.set_properties({"fo:keep-with-next": "always"}, area="paragraph")
        if name in (BOXED, STRONG_BOX):
            style.set_properties(
                {
                    "fo:border-left": f"2pt solid #{said.colour(look.ACCENT)}",
                    "fo:padding-left": "0.3cm",
                    "fo:keep-together": "always",
                },
                area="paragraph",
            )
        document.insert_style(style, automatic=False)


def _of_empty(document: Document, spoken: str) -> None:
    """What the empty document has otherwise."""
    for letters_of in document.styles.get_elements("//style:style[@style:class='chapter']/style:text-properties"):
        letters_of.set_attribute("fo:font-style", "normal")  # the empty document's are partly slanted
    for level in document.styles.get_elements("//text:outline-level-style"):  # headings are not numbered
        for part in ("style:num-format", "style:num-suffix", "loext:num-list-format"):
            level.set_attribute(part, "")
    language, country = spoken.split("-")
    for letters_of in document.styles.get_elements("//style:default-style/style:text-properties"):
        letters_of.set_attribute("fo:language", language)
        letters_of.set_attribute("fo:country", country)
    for looks in document.styles.get_elements(
        "//style:default-style[@style:family='paragraph']/style:paragraph-properties"
    ):
        for lines in ("fo:orphans", "fo:widows"):  # no line of a paragraph stands alone, as in Word
            looks.set_attribute(lines, "2")


def _within_lines(document: Document) -> None:
    document.insert_style(Style("text", name="Strong", bold=True), automatic=False)
    document.insert_style(Style("text", name="LiveFigure"), automatic=False)
    raised = Style("text", name=FOOT_MARK)
    raised.set_properties({"style:text-position": "super 58%"}, area="text")
    document.insert_style(raised, automatic=False)


def _tables(document: Document, report: Report) -> None:
    edge = Style("table-cell", name="Edged", area="table-cell", border="0.5pt solid #767676", padding="0.1cm")
    document.insert_style(edge, automatic=True)
    for name, kept in ((WHOLE_TABLE, {}), (KEPT_TABLE, {"fo:keep-with-next": "always"})):
        short = Style("table", name=name, area="table")
        short.set_properties({"style:may-break-between-rows": "false", **kept}, area="table")
        document.insert_style(short, automatic=True)
    whole = Style("table-row", name=WHOLE, area="table-row")
    whole.set_properties({"fo:keep-together": "always"}, area="table-row")
    document.insert_style(whole, automatic=True)
    shares = {c.share for s in report.sections for b in s.blocks if isinstance(b, content.Table) for c in b.columns}
    for share in sorted(shares):
        wide = Style("table-column", name=f"Wide{share}", width=f"{WIDTH * share / 100:.2f}cm")
        document.insert_style(wide, automatic=True)


def _to_the_edge(indent: str) -> Element:
    """A stop of the tabulator at the right edge, with dots up to it; it is counted from where the lines begin."""
    stops, stop = Element.from_tag("style:tab-stops"), Element.from_tag("style:tab-stop")
    stop.set_attribute("style:position", f"{WIDTH - float(indent.removesuffix('cm')):.2f}cm")
    for name, value in (("type", "right"), ("leader-style", "dotted"), ("leader-text", ".")):
        stop.set_attribute(f"style:{name}", value)
    stops.append(stop)
    return stops


def kept_style(style: str, *, leads: bool, whole: bool = False) -> str:
    """The name of a style of `HELD` whose paragraph no page parts from what follows, or from its own lines."""
    return f"{style}{'Leads' * leads}{'Whole' * whole}"


def turn_from_the_right(document: Document) -> None:
    """Has paragraphs begin at the right that are mostly written from there; no word processor finds that out itself."""
    turned: set[str] = set()
    for paragraph in document.body.get_elements("//text:p | //text:h"):
        style = str(paragraph.get_attribute("text:style-name") or "Standard")
        if not mostly_right(_said(paragraph)):
            continue
        if style not in turned:
            turned.add(style)
            document.insert_style(_turned(document, style), automatic=True)
        paragraph.set_attribute("text:style-name", f"{style}{_TURNED}")


def _said(paragraph: Any) -> str:
    """Its words without those of its footnotes, which are paragraphs of their own."""
    said = str(paragraph.inner_text)
    for note in paragraph.get_elements("descendant::text:note-body/text:p"):
        said = said.replace(note.inner_text, "", 1)
    return said


def _turned(document: Document, style: str) -> Style:
    """A style like another, from the right. One that stands among the automatic ones can be no parent."""
    held = {kept_style(name, leads=leads, whole=whole): name for name in HELD for leads, whole in _HELD_HOW}
    made = Style("paragraph", name=f"{style}{_TURNED}", parent_style=held.get(style, style))
    looks = {"style:writing-mode": "rl-tb", "fo:text-align": "right"}
    if style in held:
        known: Any = document.get_style("paragraph", style)
        (kept,) = known.get_elements("style:paragraph-properties")
        looks |= {name: said for name, said in kept.attributes.items() if name.startswith("fo:keep")}
    made.set_properties(looks, area="paragraph")
    return made


def _variants(document: Document) -> None:
    for name, (parent, looks) in _VARIANTS.items():
        variant = Style("paragraph", name=name, parent_style=parent)
        variant.set_properties(looks, area="paragraph")
        if name in LISTED.values():
            (edges,) = variant.get_elements("style:paragraph-properties")
            edges.append(_to_the_edge(looks.get("fo:margin-left", "0cm")))
        document.insert_style(variant, automatic=False)


def _held(document: Document) -> None:
    keeps = {"leads": "fo:keep-with-next", "whole": "fo:keep-together"}
    for style, held in product(HELD, _HELD_HOW):
        kept = dict(zip(keeps, held, strict=True))
        variant = Style("paragraph", name=kept_style(style, **kept), parent_style=style)
        variant.set_properties({keeps[name]: "always" for name in keeps if kept[name]}, area="paragraph")
        document.insert_style(variant, automatic=True)
    # As from Word: a row whose first cell is kept with what follows is no last row of a page.
    settings: Any = document.get_part("settings.xml")
    (rows,) = settings.get_elements("//config:config-item[@config:name='TableRowKeep']")
    rows.text = "true"


def _numbers() -> Element:
    """A list whose numbers the word processor counts."""
    made, level = Element.from_tag("text:list-style"), Element.from_tag("text:list-level-style-number")
    room, place = Element.from_tag("style:list-level-properties"), Element.from_tag("style:list-level-label-alignment")
    made.set_attribute("style:name", NUMBERS)
    for name, value in {"text:level": "1", "style:num-format": "1", "style:num-suffix": "."}.items():
        level.set_attribute(name, value)
    room.set_attribute("text:list-level-position-and-space-mode", "label-alignment")
    for name, value in {"label-followed-by": "listtab", "list-tab-stop-position": "1cm"}.items():
        place.set_attribute(f"text:{name}", value)
    for name, value in {"text-indent": "-0.8cm", "margin-left": "1cm"}.items():
        place.set_attribute(f"fo:{name}", value)
    room.append(place)
    level.append(room)
    made.append(level)
    return made


def _around(document: Document, report: Report) -> None:
    """The head and foot of every page: what it is, for whom, how it is marked, and its number."""
    (page,), (paper,) = (document.styles.get_elements(f"//style:{name}") for name in ("master-page", "page-layout"))
    for name, margin in (("header", "bottom"), ("footer", "top")):
        (about,) = paper.get_elements(f"style:{name}-style")
        space = Element.from_tag("style:header-footer-properties")
        space.set_attribute("fo:min-height", "0.6cm")
        space.set_attribute(f"fo:margin-{margin}", "0.5cm")
        about.append(space)
    (sheet,) = paper.get_elements("style:page-layout-properties")
    for line in sheet.get_elements("style:footnote-sep"):
        sheet.delete(line)
    line = Element.from_tag("style:footnote-sep")  # between the text of a page and its footnotes
    for name, value in _FOOT_LINE.items():
        line.set_attribute(f"style:{name}", value)
    sheet.append(line)
    head, foot = Element.from_tag("style:header"), Element.from_tag("style:footer")
    head.append(Paragraph(said.readable(said.head(report)), style=SMALL, formatted=False))
    number = Paragraph(f"{said.readable(report.marking)}  ·  {said.readable(report.data_as_at)}  ·  Page ", style=SMALL)
    number.append(Element.from_tag('<text:page-number text:select-page="current"/>'))
    number.append_plain_text(" of ")
    number.append(Element.from_tag("text:page-count"))
    foot.append(number)
    for text in filter(None, (report.copy, words.led_in(report.notice))):
        foot.append(Paragraph(said.readable(text), style=SMALL, formatted=False))
    page.append(head)
    page.append(foot)
