"""The rows of a case list read against a framework and an inspection: every error and warning of every row. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any, TypeVar

from inspector_app.core.domain.cases.case_list import COLUMNS, LEFT_OUT, Listing, ListRow, Problem, Reading
from inspector_app.core.domain.days import when, windows
from inspector_app.core.domain.fields import Field, Kind
from inspector_app.core.domain.framework import ALL_CASES, Framework, Sample
from inspector_app.core.domain.inspection import Case, Person
from inspector_app.core.domain.text import alike, footings, pseudonyms
from inspector_app.core.domain.text.alike import written
from inspector_app.core.interchange import case_list_cells as cells
from inspector_app.core.interchange.case_list_cells import Wrong
from inspector_app.core.interchange.case_list_headings import tidied
from inspector_app.core.interchange.case_list_types import is_section, plain, sample_meant, samples_by_name
from inspector_app.core.interchange.jsontext import shown
from inspector_app.core.interchange.sheets import blank

# A child is ten at the least when an order begins (the age of criminal responsibility) and is worked with until 18: so a
# date longer ago is no start of an order, and likely to be a date of birth.
_LONGEST_AGO = 8
_HIDDEN = "the sheet does not show it, as after a filter; see whether it is to come in"
_STRUCK = "the sheet has it struck out; see whether it is to come in"
_BY_RULES = ("ref", "sample", "type", "inspector")  # what is read against the framework, the team and other rows
_PLAIN = tuple(column for column in COLUMNS if column.code not in _BY_RULES)
_YES_OR_NO = ("disability", "care")  # which services keep as Y, N, 1, 0 and the like

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are read against. `taken` are the references of the inspection's cases; `start` the first fieldwork day.

    `sample` is the code of the sample of rows that name none, or "". `types`: what words for a type mean, by the word as
    `tidied` (TypeWord.means). `imported`: the cases whose type may be corrected, but for `colleagues` (references).
    """

    framework: Framework
    start: date
    taken: Sequence[str] = ()
    team: Sequence[Person] = ()
    sample: str = ""
    types: Mapping[str, str] = field(default_factory=dict)
    imported: Sequence[Case] = ()
    colleagues: Sequence[str] = ()


def read(listing: Listing, places: Mapping[str, int], known: Known) -> Reading:
    """Every row as it will be read. `places` says which cell each column is in; one that is left out is in none.

    A column that leads to a person is read by nobody, whatever `places` says.
    """
    allowed = {h.place: h.text for h in listing.headings if not h.personal}
    chosen = {column: place for column, place in places.items() if place in allowed}
    days = {chosen[column.code] for column in COLUMNS if column.kind is Kind.DATE and column.code in chosen}
    american = {place for place in days if any(cells.month_first(_at(row, place)) for _, row in listing.rows)}
    reader = _Reader(known, {column: (place, allowed[place]) for column, place in chosen.items()}, american)
    filled = [(n, row) for n, row in listing.rows if any(not blank(_at(row, place)) for place in chosen.values())]
    return Reading(tuple(_named(reader.line(number, row), listing) for number, row in filled))


def _named(line: ListRow, listing: Listing) -> ListRow:
    """A row whose problems say which case it is, and with a word on it where its sheet does not show it or strikes it out."""
    of = line.case.ref
    said = [why for rows, why in ((listing.hidden, _HIDDEN), (listing.struck, _STRUCK)) if of and line.row in rows]
    problems = [*line.warnings, *(Problem(line.row, "", why) for why in said)]
    return replace(
        line,
        errors=tuple(replace(one, ref=of) for one in line.errors),
        warnings=tuple(replace(one, ref=of) for one in problems),
    )


def _at(row: Sequence[object], place: int) -> object:
    return row[place] if place < len(row) else None


@dataclass
class _Row:
    """The row being read and what was found wrong with it so far."""

    number: int
    cells: Sequence[object]
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


class _Reader:
    """Reads the rows of one list in order, for a reference may stand there once only."""

    def __init__(self, known: Known, places: Mapping[str, tuple[int, str]], american: Set[int]) -> None:
        """`american`: the cells in which some row's date can only be read with its month first."""
        self._known, self._places, self._american = known, places, american
        self._taken = {alike.key(ref) for ref in known.taken}
        self._imported = {alike.key(case.ref): case for case in known.imported}
        self._colleagues = {alike.key(ref) for ref in known.colleagues}
        self._rows: dict[str, int] = {}  # by reference: the row that is read
        self._left_out: dict[str, int] = {}  # the first that is not
        self._bare = {alike.without_zeros(ref): ref for ref in known.taken}  # without zeros: as it is written
        self._samples = samples_by_name(known.framework)
        names = [tidied(person.name) for person in known.team]
        self._team = {n: p.id for n, p in zip(names, known.team, strict=True) if names.count(n) == 1}

    def line(self, number: int, cells_: Sequence[object]) -> ListRow:
        """The row as it will be read."""
        row = _Row(number, cells_)
        if why := why_no_case(self._known.framework, self._places, row.cells):
            return ListRow(number, Case("", "", ""), (self._problem(row, "ref", why),))  # nothing else is asked of it
        ref = self._ref(row)
        kind = self._meant(row)
        if row.errors and self._is_left_out(row):
            self._left_out.setdefault(alike.key(ref), number)
            return ListRow(
                number, Case(ref, ref, ""), tuple(row.errors)
            )  # nor of this: somebody said that it stays out
        sample = self._sample(row, kind)
        kind = self._type(row, kind, sample)
        days = self._values(row, (column for column in _PLAIN if column.kind is Kind.DATE))
        self._check_dates(row, days, sample, kind)
        others = self._values(row, (column for column in _PLAIN if column.kind is not Kind.DATE))
        code, inspector = sample.code if sample else "", self._inspector(row)
        case = Case(id=ref, ref=ref, sample=code, type=kind, inspector=inspector, **days, **others)
        held = self._held(row, ref, kind, sample)
        if not row.errors:
            self._rows.setdefault(alike.key(ref), number)
        elif ref:
            self._left_out.setdefault(alike.key(ref), number)
        if held is None:
            return ListRow(number, case, tuple(row.errors), tuple(row.warnings))
        return ListRow(number, replace(case, id=held.id), tuple(row.errors), tuple(row.warnings), corrects=held.type)

    def _values(self, row: _Row, columns: Iterable[Field]) -> dict[str, Any]:
        """What the row says of these columns, by code; what it leaves out is left out."""
        said = {column.code: self._value(row, column.code, _reader(column)) for column in columns}
        return {code: value for code, value in said.items() if value is not None}

    def _value(self, row: _Row, column: str, read_cell: Callable[[object], T]) -> T | None:
        """What the cell of a column says; None where there is none, or what it says cannot be."""
        if column not in self._places:
            return None
        cell = _at(row.cells, self._places[column][0])
        try:
            value = read_cell(cell)
        except Wrong as wrong:
            if (problem := self._problem(row, column, str(wrong))) not in row.errors:  # a cell may be asked for twice
                row.errors.append(problem)
            return None
        if value is None and (said := cells.left_open(cell)):
            row.warnings.append(self._problem(row, column, f"nothing is read from {shown(said)}"))
        return value

    def _problem(self, row: _Row, column: str, why: str) -> Problem:
        return Problem(row.number, self._places[column][1] if column in self._places else "", why)

    def _ref(self, row: _Row) -> str:
        ref = self._value(row, "ref", cells.reference) or ""
        key = alike.key(ref)
        why = ""
        if "ref" not in self._places:
            why = "no column is chosen for the case reference"
        elif ref and key in self._rows:
            why = f"{ref} stands in row {self._rows[key]} already"
        if why:
            row.errors.append(self._problem(row, "ref", why))
        elif ref and key in self._left_out:
            why = f"{ref} stands in row {self._left_out[key]} too, which is left out; see which of them is right"
            row.warnings.append(self._problem(row, "ref", why))
        elif ref and _stands_alone(self._places, row.cells):
            row.warnings.append(
                self._problem(row, "ref", f"nothing else of {ref} is in the list; see whether it is a case")
            )
        other = self._bare.setdefault(alike.without_zeros(ref), ref)
        if ref and alike.key(other) != key:
            why = f"{other} is there too: a spreadsheet takes zeros off. See whether they are one case"
            row.warnings.append(self._problem(row, "ref", why))
        if ref and (why := pseudonyms.worth_a_look(ref)):
            row.warnings.append(self._problem(row, "ref", why))
        return ref

    def _held(self, row: _Row, ref: str, kind: str, sample: Sample | None) -> Case | None:
        """The case of the inspection whose type this row corrects; any other row of a reference that is taken is an error."""
        if alike.key(ref) not in self._taken or "ref" not in self._places:
            return None
        held = self._imported.get(alike.key(ref))
        fits = sample is not None and held is not None and sample.code == held.sample and kind in sample.case_types
        if held is None or not fits or kind == held.type:
            row.errors.append(self._problem(row, "ref", f"{ref} is in the inspection already"))
            return None
        if alike.key(ref) in self._colleagues:
            why = f"{ref} is in the inspection already, and a colleague has it: only they and the lead correct its type"
            row.errors.append(self._problem(row, "ref", why))
            return None
        was = shown(held.type) if held.type else "not said"
        why = f"{ref} is in the inspection already; its type becomes {kind} (it was {was}), and nothing else of it changes"
        row.warnings.append(self._problem(row, "type", why))
        return held

    def _is_left_out(self, row: _Row) -> bool:
        return self._known.types.get(tidied(self._value(row, "type", cells.text) or "")) == LEFT_OUT

    def _meant(self, row: _Row) -> str:
        """What the row's word for its type means; the word itself where nobody has said."""
        said = self._value(row, "type", cells.text) or ""
        means = self._known.types.get(tidied(said), "")
        if means == LEFT_OUT:
            row.errors.append(self._problem(row, "type", f"rows of {shown(said)} are left out"))
            return said
        return means or said

    def _sample(self, row: _Row, kind: str) -> Sample | None:
        """As the row says, or its type does when only one sample has that; else the one for rows that name none.

        A word for the type may be that of a sample, where several have the type ("Resettlement") or none has ("OOCD").
        """
        errors = len(row.errors)
        said = self._value(row, "sample", cells.text)
        samples = self._known.framework.samples
        by_type = [s for s in samples if kind and tidied(kind) in map(tidied, s.case_types)]
        by_default = [s for s in samples if s.code == self._known.sample]
        one_only = list(samples) if len(samples) == 1 else []
        choices = ", ".join(s.title for s in (samples if said else by_type or samples))
        if said:
            sample = self._samples.get(plain(said)) or self._samples.get(plain(sample_meant(said) or said))
            why = f"{shown(said)} is not one of: {choices}"
            if sample is None and len(by_type) == 1:  # "Custody" under Cohort, as services part their lists
                sample = by_type[0]
                row.warnings.append(
                    self._problem(row, "sample", f"{why}; by its type the case is one of {sample.title}")
                )
            elif sample is None and (sample := self._with_type(sample_meant(said) or said)) is not None:
                row.warnings.append(self._problem(row, "sample", f"{why}; as a type it is of {sample.title}"))
        else:
            told = by_type if len(by_type) == 1 else self._by_word(row, by_type or samples)
            sample = next(iter([*told, *by_default, *one_only]), None)
            unknown = "" if by_type else kind
            why = f"{_why_none(unknown)} one of: {choices}. “Rows without a sample” says it for all such rows"
        if sample is None and len(row.errors) == errors:
            row.errors.append(self._problem(row, "sample", why))
        return sample

    def _with_type(self, kind: str) -> Sample | None:
        """The sample that alone has a type of that name."""
        having = [s for s in self._known.framework.samples if tidied(kind) in map(tidied, s.case_types)]
        return having[0] if len(having) == 1 else None

    def _by_word(self, row: _Row, among: Sequence[Sample]) -> list[Sample]:
        word = self._value(row, "type", cells.text)
        named = self._samples.get(plain(word)) or self._samples.get(plain(sample_meant(word) or word)) if word else None
        return [sample for sample in among if sample is named]

    def _type(self, row: _Row, kind: str, sample: Sample | None) -> str:
        """As the framework spells it; another one stays as it is, with a warning."""
        if not kind or sample is None:
            return kind
        spelt = {tidied(known): known for known in sample.case_types}
        if tidied(kind) not in spelt and spelt:
            why = f"{shown(kind)} is no type of {sample.title} ({', '.join(sample.case_types)}); it stays as it is"
            row.warnings.append(self._problem(row, "type", why))
        return spelt.get(tidied(kind), kind)

    def _check_dates(self, row: _Row, days: Mapping[str, date], sample: Sample | None, kind: str) -> None:
        began, ended = days.get("began"), days.get("ended")
        if began and ended and ended < began:
            row.errors.append(self._problem(row, "ended", f"it is before the start, {when.day(began)}"))
        for column, found in days.items():
            if found.year < self._known.start.year - _LONGEST_AGO:
                why = f"{when.day(found)} is too long ago for a case; a date of birth is never imported"
                row.errors.append(self._problem(row, column, why))
            self._check_order(row, column, found)
        self._check_window(row, began, sample, kind)

    def _check_order(self, row: _Row, column: str, found: date) -> None:
        place = self._places[column][0]
        if self._american and cells.either_way(_at(row.cells, place)):
            other = "another row of the column" if place in self._american else "another column"
            why = f"it is read as {when.day(found)}, but {other} has its month first; see which is meant"
            row.warnings.append(self._problem(row, column, why))

    def _check_window(self, row: _Row, began: date | None, sample: Sample | None, kind: str) -> None:
        window = windows.window_for(sample, kind) if sample else None
        if began and sample and window:
            first, last = windows.dates(window, self._known.start)
            if not first <= began <= last:
                of = sample.title if window.applies_to == ALL_CASES else window.applies_to
                why = f"{when.day(began)} is outside the dates of {of}, {when.span(first, last)}"
                row.warnings.append(self._problem(row, "began", why))

    def _inspector(self, row: _Row) -> str:
        name = self._value(row, "inspector", cells.text) or ""
        person = self._team.get(tidied(name), "")
        if name and not person:
            why = f"nobody, or more than one person, in the team is called {shown(name)}; the case stays unallocated"
            row.warnings.append(self._problem(row, "inspector", why))
        return person


def why_no_case(framework: Framework, places: Mapping[str, tuple[int, str]], row: Sequence[object]) -> str:
    """Why a row is none of the cases: a total under them, the headings again, the name of what follows; "" of a case.

    `places`: the cell and the heading of each column.
    """
    said = written(str(_at(row, places["ref"][0]) or "")) if "ref" in places else ""
    if footings.is_footing(said):
        return f"{shown(said)} stands under the cases and is none of them"
    if said and tidied(said) == tidied(places["ref"][1]):
        return "the headings stand here again"
    above = bool(said) and _stands_alone(places, row) and is_section(framework, said)
    return f"{shown(said)} stands above cases and is none of them" if above else ""


def _stands_alone(places: Mapping[str, tuple[int, str]], row: Sequence[object]) -> bool:
    """Whether the reference is all that is read of a row, where the list has more."""
    others = [place for column, (place, _) in places.items() if column != "ref"]
    return bool(others) and all(blank(_at(row, place)) for place in others)


def _reader(column: Field) -> Callable[[object], object]:
    """What reads a cell of the column."""
    if column.kind is Kind.DATE:
        return cells.day
    if column.code in _YES_OR_NO:
        return cells.yes_or_no
    return partial(cells.whole, field=column) if column.kind is Kind.NUMBER else cells.text


def _why_none(kind: str) -> str:
    return (
        f"{shown(kind)} is no type that is known: say what it means, for its sample is not known either. That is"
        if kind
        else "the sample is missing; it is"
    )
