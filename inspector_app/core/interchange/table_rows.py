"""One row of a table of judgements, understood by itself: headings, answers, references, and what Excel does to them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from inspector_app.core.domain.fields import PERSON
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.text.alike import written
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Expected
from inspector_app.core.interchange import sheets, spoilt
from inspector_app.core.interchange.jsontext import shown
from inspector_app.core.interchange.sheets import Row, blank, refused
from inspector_app.core.interchange.spoilt import Unreadable

COLUMNS = ("case", "sample", "question", "answer", "note", "inspector")
_NEEDED = COLUMNS[:4]
_ANSWERS: dict[str, Answer | None] = {
    "": None,
    **dict.fromkeys(("yes", "y"), Answer.YES),
    **dict.fromkeys(("no", "n"), Answer.NO),
    **dict.fromkeys(("na", "n/a", "n.a.", "not applicable"), Answer.NA),
}


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row of a table. `question` is "" in a row that only names a case, `prompt` "" on a key question itself."""

    row: int
    case: str
    sample: str
    question: str
    prompt: str
    answer: Answer | None
    note: str
    inspector: str


def read(rows: Sequence[Row], where: str, framework: Framework) -> tuple[list[TableLine], Callable[[str], str]]:
    """The rows under the heading row, and what the file calls a column of ours; above it a title or two may stand.

    Where the headings stand again, as printed pages have them, they are no row. Raises Expected(TABLE_INVALID).
    """
    filled = [row for row in rows if any(not blank(cell) for cell in row.cells)]
    if not filled:
        raise refused(where, 1, COLUMNS[0], "the file is empty")
    top = filled[_heading_row(filled)]
    reader = _Reader(where, framework, top, _places(top, where))
    names = list(map(_heading, top.cells))
    below = (row for row in filled if row.number > top.number and list(map(_heading, row.cells)) != names)
    return [reader.line(row) for row in below], reader.called


def has_headings(rows: Sequence[Row]) -> bool:
    """Whether all columns that a table needs have their heading in one of these rows."""
    return any({_heading(cell) for cell in row.cells} >= set(_NEEDED) for row in rows)


def _heading_row(filled: Sequence[Row]) -> int:
    """The one of the first rows with the most headings; the very first where none has two: it is told what lacks."""
    counts = [len({_heading(cell) for cell in row.cells} & set(COLUMNS)) for row in filled[: sheets.LOOKED_AT]]
    return counts.index(max(counts)) if max(counts) > 1 else 0


def _heading(cell: object) -> str:
    return "" if blank(cell) else written(str(cell)).casefold()


def _places(heading: Row, where: str) -> dict[str, int]:
    """Which cell of a row is which column."""
    places: dict[str, int] = {}
    for i, cell in enumerate(heading.cells):
        name = _heading(cell)
        if name in places:
            raise refused(where, heading.number, written(str(cell)), "this heading stands there twice")
        if name and name not in COLUMNS:
            raise refused(where, heading.number, shown(written(str(cell))), f"the headings are {', '.join(COLUMNS)}")
        if name:
            places[name] = i
    for name in _NEEDED:
        if name not in places:
            raise refused(where, heading.number, name, "this column is missing")
    return places


class _Reader:
    """Reads the rows of one table; `places` says which cell is which column."""

    def __init__(self, where: str, framework: Framework, top: Row, places: Mapping[str, int]) -> None:
        self._where, self._top = where, top
        self._framework = framework.id
        self._places = places
        self._headed = frozenset(places.values())
        self._samples = {sample.code.casefold(): sample.code for sample in framework.samples}
        self._questions = _spellings(framework)

    def called(self, column: str) -> str:
        """What the file calls a column of ours."""
        return written(str(self._top.cells[self._places[column]])) if column in self._places else column

    def _refused(self, row: Row, column: str, why: str) -> Expected:
        return refused(self._where, row.number, self.called(column), why)

    def line(self, row: Row) -> TableLine:
        """The row understood. Raises Expected(TABLE_INVALID)."""
        self._check_width(row)
        question, prompt = self._question(row)
        line = TableLine(
            row=row.number,
            case=written(self._text(row, "case")),
            sample=self._sample(row),
            question=question,
            prompt=prompt,
            answer=self._answer(row),
            note=self._text(row, "note"),
            inspector=tidied(self._text(row, "inspector")),
        )
        if not line.case:
            raise self._refused(row, "case", "the case is missing")
        if why := PERSON.field("name").too_long(self._text(row, "inspector")):  # the rest of it would be cut off
            raise self._refused(row, "inspector", why)
        if not question and (line.answer or line.note):
            raise self._refused(row, "question", "the question is missing")
        return line

    def _check_width(self, row: Row) -> None:
        for i, cell in enumerate(row.cells):
            if i not in self._headed and not blank(cell):
                why = f"{shown(str(cell))} has no heading above it (a note with commas needs quotation marks)"
                raise refused(self._where, row.number, sheets.letters(i), why)

    def _cell(self, row: Row, column: str) -> object:
        place = self._places.get(column, len(row.cells))
        cell = row.cells[place] if place < len(row.cells) else None
        if isinstance(cell, Unreadable):
            raise self._refused(row, column, f"the cell holds {cell.why}")
        return cell

    def _text(self, row: Row, column: str) -> str:
        cell = self._cell(row, column)
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))  # a case 101 that Excel took for a number
        if column == "case" and isinstance(cell, str) and (typed := spoilt.typed(cell)) is not None:
            return typed
        if column == "case" and _is_spoilt(cell):
            raise self._refused(row, column, _spoiled(cell))
        return "" if cell is None else str(cell)

    def _sample(self, row: Row) -> str:
        text = written(self._text(row, "sample"))
        if text and text.casefold() not in self._samples:
            why = f"{shown(text)} is not one of: {', '.join(self._samples.values())}"
            raise self._refused(row, "sample", why)
        return self._samples.get(text.casefold(), "")

    def _answer(self, row: Row) -> Answer | None:
        text = written(self._text(row, "answer"))
        if text.casefold() not in _ANSWERS:
            why = f"{shown(text)} is not yes, no or na (empty is unanswered)"
            raise self._refused(row, "answer", why)
        return _ANSWERS[text.casefold()]

    def _question(self, row: Row) -> tuple[str, str]:
        cell = self._cell(row, "question")
        if blank(cell):
            return "", ""
        key = "".join(written(str(cell)).split()).casefold()
        if key in self._questions:
            return self._questions[key]
        if not isinstance(cell, str) or spoilt.kind(cell):
            raise self._refused(row, "question", _spoiled(cell))
        why = f"there is no key question or prompt {shown(cell)} in the framework {self._framework}"
        raise self._refused(row, "question", why)


def _spellings(framework: Framework) -> dict[str, tuple[str, str]]:
    """Every way to write a key question (2.1.1) or a prompt (2.1.1/a, 2.1.1a), in lower case."""
    found: dict[str, tuple[str, str]] = {}
    for ref, (_, question) in framework.questions.items():
        for prompt in question.prompts:
            found[f"{ref}{prompt.ref}".casefold()] = found[f"{ref}/{prompt.ref}".casefold()] = (ref, prompt.ref)
    return found | {ref.casefold(): (ref, "") for ref in framework.questions}


def _is_spoilt(cell: object) -> bool:
    """Whether a reference is what a spreadsheet made of it."""
    return isinstance(cell, bool | float | datetime | date | time | timedelta) or (
        isinstance(cell, str) and bool(spoilt.kind(cell))
    )


def _kind(cell: object) -> str:
    if isinstance(cell, bool):
        return "truth value"
    if isinstance(cell, int | float):
        return "number"
    return "time" if isinstance(cell, time | timedelta) else spoilt.kind(str(cell)) or "date"


def _spoiled(cell: object) -> str:
    kind = _kind(cell)
    seen = cell.date().isoformat() if isinstance(cell, datetime) else str(cell)
    return (
        f"the spreadsheet has made the {kind} {shown(seen)} of this reference; "
        "format the column as Text and type the reference again"
    )
