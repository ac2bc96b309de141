"""A DOCX as paragraphs: what stood there, what was added and removed by whom, bookmarks, comments. Nothing else is read.

It reads what Word and LibreOffice write: tracked insertions, deletions and moves, split runs, content controls, comments
on a range or a place, footnotes. What is drawn or put in as an object is counted and not read.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from inspector_app.core.domain.returned import marks
from inspector_app.core.domain.returned.figures import read_figure
from inspector_app.core.domain.returned.marks import BESIDE
from inspector_app.core.domain.returned.read import Comment, Document, Kept, Paragraph, Piece, Quoted
from inspector_app.core.domain.text.typed_lines import superscript
from inspector_app.core.interchange.packed import Attributes, Packed, Reader

DOCUMENT, COMMENTS, NOTES = "word/document.xml", "word/comments.xml", "word/footnotes.xml"
_MOST_PARAGRAPHS, _MOST_COMMENTS = 50_000, 5_000
_LONGEST = 100_000  # letters of a paragraph
_NAME = 200  # letters of an author's name that are read
_TRACKED = {"ins": Kept.ADDED, "moveTo": Kept.ADDED, "del": Kept.REMOVED, "moveFrom": Kept.REMOVED}
_RAISED = frozenset({"superscript", "footnotereference", "footnoteanchor"})
_DRAWN = frozenset({"drawing", "pict", "object"})
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "", "ptab": " "}
_SKIPPED = frozenset({"rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange", "instrText"})


def read(data: bytes, where: str, tick: Callable[[], object] = lambda: None) -> Document:
    """What a DOCX says. `tick` as of Packed. Expected: DRAFT_UNREADABLE."""
    packed = Packed(data, where, tick)
    if DOCUMENT not in packed:
        raise packed.refused("it is no Word document (.docx)")
    notes = _said(packed, NOTES, "footnote") if NOTES in packed else _Said(packed, "footnote")
    comments = _said(packed, COMMENTS, "comment").told if COMMENTS in packed else ()
    body = _Body(packed, {note.id: (note.text, notes.called.get(note.id, "")) for note in notes.told})
    packed.read(DOCUMENT, body.reader)
    return Document(tuple(body.paragraphs), comments)


def _said(packed: Packed, part: str, element: str) -> "_Said":
    said = _Said(packed, element)
    packed.read(part, said.reader)
    return said


class _Said:
    """The comments or footnotes of a document, each with all its paragraphs."""

    def __init__(self, packed: Packed, element: str) -> None:
        self._packed, self._element = packed, element
        self.found: list[Comment] = []
        self.called: dict[str, str] = {}  # footnote -> the bookmark that a draft has in it
        self._text: list[str] = []
        self._in_text = False
        self.reader = Reader(self._start, self._end, self._letters)

    @property
    def told(self) -> tuple[Comment, ...]:
        """Those that say something."""
        return tuple(comment for comment in self.found if comment.text)

    def _start(self, name: str, given: Attributes) -> None:
        if name == self._element:
            if len(self.found) >= _MOST_COMMENTS:
                raise self._packed.refused(f"it has more than {_MOST_COMMENTS:,} comments")
            self.found.append(
                Comment(given.get("id", ""), given.get("author", "")[:_NAME], given.get("date", "")[:_NAME], "")
            )
            self._text = []
        elif name in _SIGNS:
            self._text.append(_SIGNS[name])
        elif name == "bookmarkStart" and self.found and given.get("name", "").startswith(marks.NOTE):
            self.called[self.found[-1].id] = given["name"]
        self._in_text = name == "t"

    def _end(self, name: str) -> None:
        self._in_text = False
        if name == "p":
            self._text.append("\n")
        elif name == self._element and self.found:
            self.found[-1] = replace(self.found[-1], text="".join(self._text).strip()[:_LONGEST])

    def _letters(self, text: str) -> None:
        if self._in_text:
            self._text.append(text)


@dataclass
class _Open:
    """A paragraph that is being read."""

    style: str = ""
    marks: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    ended: Kept = Kept.KEPT
    quoted: list[Quoted] = field(default_factory=list)
    pictures: int = 0
    long: int = 0

    def closed(self, *, in_table: bool) -> Paragraph:
        return Paragraph(
            style=self.style,
            marks=tuple(self.marks),
            pieces=tuple(self.pieces),
            ended=self.ended,
            in_table=in_table,
            quoted=tuple(self.quoted),
            pictures=self.pictures,
        )


@dataclass
class _Control:
    """A content control that is open."""

    title: str = ""
    tag: str = ""


class _Body:
    def __init__(self, packed: Packed, notes: dict[str, tuple[str, str]]) -> None:
        self._packed, self._notes = packed, notes
        self.paragraphs: list[Paragraph] = []
        self._open: list[_Open] = []  # more than one where a drawing has text of its own, which is not read
        self._tracked: list[tuple[Kept, str, str]] = []
        self._controls: list[_Control] = []
        self._beside: dict[str, str] = {}  # number of the bookmark -> its name
        self._commented: dict[str, list[str]] = {}  # comment -> the words it is put on so far
        self._tables = self._drawn = self._skipped = self._properties = 0
        self._in_text = self._raised = False
        self.reader = Reader(self._start, self._end, self._letters)

    # what begins

    def _start(self, name: str, given: Attributes) -> None:
        self._in_text = name in ("t", "delText") and not self._drawn and not self._skipped
        if name in _DRAWN:
            self._begin_drawing()
        elif name in _SKIPPED:
            self._skipped += 1
        if self._drawn or self._skipped:
            return
        if name in _TRACKED:
            self._track(_TRACKED[name], given)
        elif name in _STARTS:
            _STARTS[name](self, given)
        elif name in _SIGNS and self._open and not self._properties:
            self._add(_SIGNS[name])

    def _begin_drawing(self) -> None:
        if not self._drawn and self._open:
            self._open[-1].pictures += 1
        self._drawn += 1

    def _track(self, kept: Kept, given: Attributes) -> None:
        """Words, or in the properties of a paragraph its end."""
        if not self._properties:
            self._tracked.append((kept, given.get("author", "")[:_NAME], given.get("date", "")[:_NAME]))
        elif self._open:
            self._open[-1].ended = kept

    def _begin_paragraph(self, _: Attributes) -> None:
        if len(self.paragraphs) >= _MOST_PARAGRAPHS:
            raise self._packed.refused(f"it has more than {_MOST_PARAGRAPHS:,} paragraphs")
        self._open.append(_Open())

    def _begin_properties(self, _: Attributes) -> None:
        self._properties += 1

    def _begin_table(self, _: Attributes) -> None:
        self._tables += 1

    def _take_style(self, given: Attributes) -> None:
        if self._open:
            self._open[-1].style = given.get("val", "").replace(" ", "").casefold()

    def _begin_run(self, _: Attributes) -> None:
        self._raised = False

    def _raise(self, given: Attributes) -> None:
        """A figure that is raised is the number of a footnote at a further place, which word processors write plain."""
        said = given.get("val", "").replace(" ", "").casefold()
        self._raised = self._raised or said in _RAISED

    def _begin_mark(self, given: Attributes) -> None:
        name = given.get("name", "")
        if name.startswith(BESIDE):
            self._beside[given.get("id", "")] = name
        elif self._open and name.startswith("_fw"):
            self._open[-1].marks.append(name)

    def _end_mark(self, given: Attributes) -> None:
        self._beside.pop(given.get("id", ""), None)

    def _begin_comment(self, given: Attributes) -> None:
        self._commented[given.get("id", "")] = []

    def _end_comment(self, given: Attributes) -> None:
        said = self._commented.pop(given.get("id", ""), None)
        if said is not None and self._open:
            self._open[-1].quoted.append(Quoted(given.get("id", ""), "".join(said)))

    def _refer(self, given: Attributes) -> None:
        """Where a comment stands that is put on no words."""
        number = given.get("id", "")
        if self._open and number not in {quoted.comment for one in self._open for quoted in one.quoted}:
            told = {quoted.comment for paragraph in self.paragraphs[-3:] for quoted in paragraph.quoted}
            if number not in told:
                self._open[-1].quoted.append(Quoted(number, ""))

    def _begin_control(self, _: Attributes) -> None:
        self._controls.append(_Control())

    def _take_title(self, given: Attributes) -> None:
        if self._controls:
            self._controls[-1].title = given.get("val", "")

    def _take_tag(self, given: Attributes) -> None:
        if self._controls:
            self._controls[-1].tag = given.get("val", "")

    def _put_note(self, given: Attributes) -> None:
        """A footnote; one of the draft that nobody changed is the number that it had in the report."""
        text, called = self._notes.get(given.get("id", ""), ("", ""))
        if text and self._open:
            printed = marks.read_note(called, text)
            self._add(printed or text, note=not printed)

    # what ends

    def _end(self, name: str) -> None:
        self._in_text = False
        if name in _DRAWN:
            self._drawn -= 1
        elif name in _SKIPPED:
            self._skipped -= 1
        elif not self._drawn and not self._skipped:
            self._ended(name)

    def _ended(self, name: str) -> None:
        if name in _TRACKED and not self._properties and self._tracked:
            self._tracked.pop()
        elif name in ("pPr", "rPr", "trPr", "tcPr"):
            self._properties = max(0, self._properties - 1)
        elif name == "p" and self._open:
            self.paragraphs.append(self._open.pop().closed(in_table=self._tables > 0))
        elif name == "tbl":
            self._tables -= 1
        elif name == "sdt" and self._controls:
            self._controls.pop()

    # words

    def _letters(self, text: str) -> None:
        if self._in_text and self._open and not (self._beside and not text.strip(marks.UNSEEN)):
            self._add(superscript(text) if self._raised else text)

    def _add(self, text: str, *, note: bool = False) -> None:
        now = self._open[-1]
        now.long += len(text)
        if now.long > _LONGEST:
            raise self._packed.refused(f"a paragraph of it has more than {_LONGEST:,} letters")
        kept, by, at = self._tracked[-1] if self._tracked else (Kept.KEPT, "", "")
        if Kept.REMOVED in (kind for kind, _, _ in self._tracked):
            kept = Kept.REMOVED  # somebody's words that another one took away again
        of, was = read_figure(self._controls[-1].title, self._controls[-1].tag) if self._controls else ("", "")
        piece = Piece(text, kept, by=by, at=at, figure=of, was=was, beside=bool(self._beside), note=note)
        now.pieces.append(piece)
        if kept is not Kept.REMOVED and not note:
            for said in self._commented.values():
                said.append(text)


_STARTS: dict[str, Callable[[_Body, Attributes], None]] = {
    "p": _Body._begin_paragraph,
    **dict.fromkeys(("pPr", "rPr", "trPr", "tcPr"), _Body._begin_properties),
    "tbl": _Body._begin_table,
    "pStyle": _Body._take_style,
    "r": _Body._begin_run,
    **dict.fromkeys(("rStyle", "vertAlign"), _Body._raise),
    "bookmarkStart": _Body._begin_mark,
    "bookmarkEnd": _Body._end_mark,
    "commentRangeStart": _Body._begin_comment,
    "commentRangeEnd": _Body._end_comment,
    "commentReference": _Body._refer,
    "sdt": _Body._begin_control,
    "alias": _Body._take_title,
    "tag": _Body._take_tag,
    "footnoteReference": _Body._put_note,
}
