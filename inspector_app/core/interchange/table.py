"""Tables of judgements, as CSV or Excel files, in and out (docs/inspection-document.md).

One row is one key question or prompt on one case. Columns: case, sample, question, answer; optionally note, inspector.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Case, Inspection, Judgement, Person, PromptAnswer
from inspector_app.core.domain.text import alike
from inspector_app.core.domain.text.natural import natural
from inspector_app.core.errors import Expected
from inspector_app.core.interchange import sheets, spoilt
from inspector_app.core.interchange.checks import misplaced
from inspector_app.core.interchange.references import people as names
from inspector_app.core.interchange.references import references
from inspector_app.core.interchange.sheets import Row, refused
from inspector_app.core.interchange.table_rows import COLUMNS, TableLine, has_headings, read
from inspector_app.core.interchange.workbooks.unseen import SHARED, with_shared
from inspector_app.core.words import say

_WIDTHS = (12, 14, 12, 10, 80, 20)
# Text that begins so is a formula to a spreadsheet that opens a CSV file. It goes out with a ' before it, and so does
# text that would look like guarded text on the way back.
_FORMULA = re.compile(r"[=+\-@\t\r]|'[=+\-@\t\r']")
_GUARDED = re.compile(r"'[=+\-@\t\r']")

_SHEETS = 20  # of a workbook that are looked at

_Cells = tuple[str, str, str, str, str, str]
_Refusing = Callable[[int, str, str], Expected]  # by row, column of ours, and why


class Unshown(NamedTuple):
    """What of a workbook is worth a word: the rows that were read and that its sheet does not show, and remarks on others."""

    rows: tuple[int, ...] = ()
    remarks: tuple[str, ...] = ()


NOTHING_UNSHOWN = Unshown()


@dataclass(frozen=True, slots=True)
class Table:
    """What a table holds: cases and what was judged on them, but neither service nor dates.

    Case.id is Case.ref, and Person.id is Person.name, since a table has nothing else to tell them apart by. `unshown`: what
    somebody who looks at the workbook may not think of, and what of it was not read.
    """

    framework: str
    team: tuple[Person, ...] = ()
    cases: tuple[Case, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    prompts: tuple[PromptAnswer, ...] = ()
    unshown: Unshown = NOTHING_UNSHOWN

    def as_inspection(self, service: str, start: date, end: date | None = None) -> Inspection:
        """The inspection of a service with these cases, and nothing else known of it."""
        return Inspection(
            framework=self.framework,
            service=service,
            start=start,
            end=end or start,
            team=self.team,
            cases=self.cases,
            judgements=self.judgements,
            prompts=self.prompts,
        )


def read_csv(data: bytes, where: str, framework: Framework) -> Table:
    """The table in a CSV file in UTF-8. `where` names the file for errors.

    Raises Expected: NOT_TEXT, and TABLE_INVALID with row (from 1, the heading included) and column.
    """
    rows = sheets.csv_rows(data, where, COLUMNS)
    unguarded = [Row(row.number, tuple(_unguarded(c) if isinstance(c, str) else c for c in row.cells)) for row in rows]
    return _table(unguarded, where, framework)


def read_xlsx(data: bytes, where: str, framework: Framework) -> Table:
    """The table on the first sheet in view that has its headings; what rows share in one cell is read for each of them.

    Raises Expected: WORKBOOK_UNREADABLE, and TABLE_INVALID.
    """
    book = sheets.Workbook(data, where)
    name, *others = _tables(book)
    unseen, rows = book.not_in_view(name), book.rows(sheet=name)
    cells = with_shared(rows, unseen.shared)
    found = _table([Row(row.number, one) for row, one in zip(rows, cells, strict=True)], where, framework)
    shared = str(SHARED) if cells != [row.cells for row in rows] else ""
    hidden = tuple(row.number for row in rows if row.number in unseen.rows)
    remarks = (*_on_sheets(name, others, book.names()[0]), shared)
    return replace(found, unshown=Unshown(hidden, tuple(filter(None, remarks))))


def _on_sheets(name: str, others: Sequence[str], first: str) -> tuple[str, str]:
    """Which sheet was read, where that is not plain, and which others look like a table."""
    of = say("It was read from its sheet “{name}”.", name=name) if name != first or others else ""
    more = ", ".join(f"“{other}”" for other in others)
    left = say("Not read, and like a table too: {sheets}; save such a sheet as a file of its own.", sheets=more)
    return of, left if others else ""


def _tables(book: sheets.Workbook) -> list[str]:
    """The sheets in view that have the headings of a table; the first in view where none has: it is told what lacks."""
    names = book.names()
    found = [name for name in names[:_SHEETS] if has_headings(book.rows(sheets.LOOKED_AT, name))] if names[1:] else []
    return found or names[:1]


def write_csv(inspection: Inspection) -> list[bytes]:
    """The judgements and prompts of an inspection as a CSV file that is safe to open in a spreadsheet, a row each."""
    return sheets.csv_lines([COLUMNS, *([_guarded(text) for text in row] for row in _rows(inspection))])


def write_xlsx(inspection: Inspection) -> bytes:
    """The same as an Excel workbook. Characters that a workbook cannot hold (control characters) become U+FFFD.

    Raises Expected(TABLE_INVALID) for a text longer than a cell of Excel can be.
    """
    rows = list(_rows(inspection))
    for number, row in enumerate(rows, 2):
        for column, text in zip(COLUMNS, row, strict=True):
            if len(text) > sheets.LONGEST_CELL:
                most = f"{len(text)} characters, and a cell of Excel holds {sheets.LONGEST_CELL}"
                raise refused("The Excel workbook", number, column, f"{most}; export as .csv or .json")
    return sheets.xlsx_bytes([COLUMNS, *rows], _WIDTHS)


def _unguarded(text: str) -> str:
    return text[1:] if _GUARDED.match(text) or text[1:] in spoilt.ERRORS else text


def _guarded(text: str) -> str:
    return "'" + text if _FORMULA.match(text) or text in spoilt.ERRORS or text[1:] in spoilt.ERRORS else text


def _table(rows: Sequence[Row], where: str, framework: Framework) -> Table:
    found, called = read(rows, where, framework)

    def refuse(row: int, column: str, why: str) -> Expected:
        return refused(where, row, called(column), why)

    _check_once(found, refuse)
    samples = _samples(found, refuse, framework)
    inspectors = _inspectors(found)
    judged = [line for line in found if line.question]
    return Table(
        framework=framework.id,
        team=tuple(Person(name, name) for name in dict.fromkeys(line.inspector for line in found) if name),
        cases=tuple(Case(ref, ref, samples[ref], inspector=inspectors[ref]) for ref in samples),
        judgements=tuple(
            Judgement(
                case=line.case, question=line.question, answer=line.answer, rationale=line.note, by=line.inspector
            )
            for line in judged
            if not line.prompt
        ),
        prompts=tuple(
            PromptAnswer(
                case=line.case,
                question=line.question,
                prompt=line.prompt,
                answer=line.answer,
                note=line.note,
                by=line.inspector,
            )
            for line in judged
            if line.prompt
        ),
    )


def _check_once(found: Iterable[TableLine], refuse: _Refusing) -> None:
    first: dict[tuple[str, str, str], int] = {}
    spelt: dict[str, TableLine] = {}
    for line in found:
        before = spelt.setdefault(alike.key(line.case), line)
        if before.case != line.case:
            why = f"row {before.row} writes this reference as {before.case}, and here it is {line.case}"
            raise refuse(line.row, "case", why)
        key = (line.case, line.question, line.prompt)
        if key in first:
            raise refuse(line.row, "question", f"row {first[key]} says this of the case {line.case} already")
        first[key] = line.row


def _samples(found: Iterable[TableLine], refuse: _Refusing, framework: Framework) -> dict[str, str]:
    """The sample of each case: as a row of it says, or the one sample that its questions are judged on."""
    samples: dict[str, str] = {}
    rows: dict[str, int] = {}
    for line in found:
        sample = line.sample
        if line.question:
            sample = sample or framework.questions[line.question][0].sample or ""
            why = misplaced(framework, line.question, sample)
            if why:
                raise refuse(line.row, "question", why)
        known = samples.setdefault(line.case, sample) or sample
        if sample and known != sample:
            why = f"the case {line.case} is in the sample {known} by row {rows[line.case]}, and here in {sample}"
            raise refuse(line.row, "sample", why)
        samples[line.case] = known
        rows[line.case] = rows.get(line.case, line.row)
    for case, sample in samples.items():
        if not sample:
            raise refuse(rows[case], "sample", f"no row says which sample the case {case} is in")
    return samples


def _inspectors(found: Iterable[TableLine]) -> dict[str, str]:
    """The inspector of each case: by the row that only names the case, or the one person named on all its rows."""
    named: dict[str, set[str]] = {}
    own: dict[str, str] = {}
    for line in found:
        named.setdefault(line.case, set()).add(line.inspector)
        if not line.question:
            own[line.case] = line.inspector
    return {case: own.get(case, _only(names)) for case, names in named.items()}


def _only(names: set[str]) -> str:
    names = names - {""}
    return next(iter(names)) if len(names) == 1 else ""


def _rows(inspection: Inspection) -> Iterator[_Cells]:
    """The rows of an inspection: case by case, each key question before its prompts.

    A case has a row of its own, without question, where its other rows do not tell that it is there or whose it is.
    """
    refs = {case: spoilt.kept(ref) for case, ref in references(inspection.cases).items()}
    people = names(inspection.team)
    answers: dict[str, list[_Cells]] = {case.id: [] for case in inspection.cases}
    for case_id, cells in _answers(inspection):
        if case_id in answers:
            answers[case_id].append((*cells[:-1], people.get(cells[-1], "")))
    for case in inspection.cases:
        rows = sorted(answers[case.id], key=lambda cells: natural(cells[2]))
        inspector = people.get(case.inspector, "")
        if not rows or _only({cells[-1] for cells in rows}) != inspector:
            yield (refs[case.id], case.sample, "", "", "", inspector)
        for cells in rows:
            yield (refs[case.id], case.sample, *cells[2:])


def _answers(inspection: Inspection) -> Iterator[tuple[str, _Cells]]:
    for j in inspection.judgements:
        yield j.case, ("", "", j.question, j.answer or "", j.rationale, j.by)
    for p in inspection.prompts:
        yield p.case, ("", "", f"{p.question}/{p.prompt}", p.answer or "", p.note, p.by)
