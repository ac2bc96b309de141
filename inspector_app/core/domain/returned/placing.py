"""The paragraphs of a returned draft, each with the text and line it is of: by its bookmark, or else by what it says."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from inspector_app.core.domain.returned import lines, marks
from inspector_app.core.domain.returned.lines import Figures
from inspector_app.core.domain.returned.marks import TextMark
from inspector_app.core.domain.returned.read import Kept, Paragraph
from inspector_app.core.domain.text.compared import ratio

_ALIKE, _MOST_LOOKED_AT = 0.6, 300  # from there two paragraphs are one; how many lost ones are looked for
_LONGEST = 2_000  # letters by which two paragraphs are compared


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph, the heading it stands under, and the marks of its text: none where it is of no text that was known.

    `printed` is the digest of what the program wrote there. `new` is one that nobody knew.
    """

    paragraph: Paragraph
    place: str
    marks: tuple[TextMark, ...] = ()
    printed: str = ""
    table: bool = False
    heading: bool = False
    new: bool = False


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line that the draft had: its mark, and how it read."""

    mark: TextMark
    words: str


def placed(paragraphs: Sequence[Paragraph], had: Sequence[DraftLine], figures: Figures) -> list[Placed]:
    """The paragraphs that are left once the tracked changes are taken, in order; what is gone for good is not among them."""
    found = list(_under_headings(list(_joined(paragraphs))))
    seen = {(mark.text, mark.line) for one in found for mark in one.marks}
    lost = [line for line in had if (line.mark.text, line.mark.line) not in seen][:_MOST_LOOKED_AT]
    return _with_lost(found, lost, figures)


def _joined(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs whose end was removed go on in the next one; those of which nothing is left are not there."""
    before: Paragraph | None = None
    for paragraph in paragraphs:
        whole = _two(before, paragraph) if before is not None else paragraph
        before = None
        if paragraph.gone:
            before = whole if whole is not paragraph else None
        elif whole.ended is Kept.REMOVED and not whole.in_table:
            before = whole
        else:
            yield whole
    if before is not None:
        yield before


def _two(first: Paragraph, second: Paragraph) -> Paragraph:
    if second.gone:
        return first
    return replace(
        first,
        marks=(*first.marks, *second.marks),
        pieces=(*first.pieces, *second.pieces),
        quoted=(*first.quoted, *second.quoted),
        ended=second.ended,
    )


def _under_headings(paragraphs: Sequence[Paragraph]) -> Iterator[Placed]:
    place, begun = "", False
    for paragraph in paragraphs:
        if paragraph.style.startswith("heading"):
            place, begun = paragraph.reads().strip(), True
            yield Placed(paragraph, place, heading=True)
            continue
        own = tuple(mark for name in paragraph.marks if (mark := marks.read_text(name)))
        printed = next((by for name in paragraph.marks if (by := marks.read_printed(name))), None)
        said = bool(paragraph.reads().strip())
        yield Placed(
            paragraph,
            place,
            own,
            printed=printed[1] if printed else "",
            table=printed is not None and printed[0],
            new=begun and said and not own and printed is None and not paragraph.in_table,
        )


def _with_lost(found: list[Placed], lost: list[DraftLine], figures: Figures) -> list[Placed]:
    """New paragraphs that say what a lost one said, which somebody moved or put in anew, are that one."""
    for alike in (lambda a, b: a == b, _is_alike):
        found = [_again(one, lost, figures, alike) if one.new else one for one in found]
    return found


def _again(one: Placed, lost: list[DraftLine], figures: Figures, alike: Callable[[str, str], bool]) -> Placed:
    words = lines.written(one.paragraph, figures)
    known = next((line for line in lost if alike(line.words, words)), None)
    if known is None:
        return one
    lost.remove(known)
    return replace(one, marks=(known.mark,), new=False)


def _is_alike(one: str, other: str) -> bool:
    return ratio(one[:_LONGEST].split(), other[:_LONGEST].split(), _ALIKE) >= _ALIKE


def by_text(found: Sequence[Placed], known: Mapping[str, str]) -> dict[str, list[Placed]]:
    """The paragraphs of each text (its id, by the digest of it): its own, and new ones that follow them."""
    paragraphs: dict[str, list[Placed]] = {}
    now = ""
    for one in found:
        if one.marks:
            now = known.get(one.marks[0].text, "")
        elif not one.new:
            now = now if not (one.paragraph.reads().strip() or one.heading or one.printed) else ""
        if now and (one.marks or one.new):
            paragraphs.setdefault(now, []).append(one)
    return paragraphs
