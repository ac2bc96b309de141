"""The cases by their key questions: how each was judged, in groups and in an order, with the totals of each group. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from inspector_app.core.domain.cases import case_facts
from inspector_app.core.domain.fields import Field
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Case, Inspection

INSPECTOR = "inspector"  # to group by, beside the codes of the characteristics; "" is the sample as a whole


class Order(Enum):
    """How the cases of a group follow one another."""

    REFERENCE = "reference"
    MOST_NO = "most-no"
    NO_HERE = "no-here"  # by the answer on one key question, No first


@dataclass(frozen=True, slots=True)
class Line:
    """A case and its answers, by key question; those not in `answers` are unanswered or contested."""

    case: Case
    answers: Mapping[str, Answer]
    inspector: str = ""  # name

    @property
    def no(self) -> int:
        """On how many key questions it was judged No."""
        return sum(answer is Answer.NO for answer in self.answers.values())


@dataclass(frozen=True, slots=True)
class Total:
    """How many of the judged cases were judged Yes."""

    yes: int
    of: int


@dataclass(frozen=True, slots=True)
class Group:
    """Cases of one sample, and the key questions that are judged on them; `title` is of the sample, `value` its part."""

    title: str
    value: str
    questions: tuple[str, ...]
    lines: tuple[Line, ...]

    def total(self, question: str) -> Total:
        """How often a key question was judged Yes in this group."""
        given = [line.answers.get(question) for line in self.lines]
        return Total(given.count(Answer.YES), given.count(Answer.YES) + given.count(Answer.NO))


def groups(
    framework: Framework, inspection: Inspection, by: str = "", order: Order = Order.REFERENCE, on: str = ""
) -> tuple[Group, ...]:
    """Every sample that has both cases and key questions, in one group or (`by`) in several.

    `on` is the key question of Order.NO_HERE. A key question that is known by its totals is in none.
    """
    lines = _lines(inspection)
    by_totals = {totals.question for totals in inspection.totals}
    found: list[Group] = []
    for sample in framework.samples:
        asked = tuple(q.ref for _, q in framework.sample_questions(sample.code) if q.ref not in by_totals)
        cases = [case for case in inspection.cases if case.sample == sample.code]
        if asked and cases:
            found += [
                Group(sample.title, value, asked, _ordered([lines[case.id] for case in those], order, on))
                for value, those in _parts(cases, by, lines)
            ]
    return tuple(found)


def _lines(inspection: Inspection) -> dict[str, Line]:
    given: dict[str, dict[str, Answer]] = {case.id: {} for case in inspection.cases}
    for judgement in inspection.judgements:
        if judgement.answer is not None and judgement.case in given:
            given[judgement.case][judgement.question] = judgement.answer
    names = {person.id: person.name for person in inspection.team}
    return {case.id: Line(case, given[case.id], names.get(case.inspector, "")) for case in inspection.cases}


def _parts(cases: Sequence[Case], by: str, lines: Mapping[str, Line]) -> Sequence[tuple[str, Sequence[Case]]]:
    if by == INSPECTOR:
        names = sorted({lines[case.id].inspector for case in cases}, key=lambda name: (not name, name.casefold()))
        return [(name, [case for case in cases if lines[case.id].inspector == name]) for name in names]
    field = characteristic(by)
    return case_facts.divided(field, cases) if field else [("", cases)]


def characteristic(code: str) -> Field | None:
    """The characteristic of that code by which cases can be grouped; None for none."""
    return next((field for field in case_facts.CHARACTERISTICS if field.code == code), None)


_FIRST = (Answer.NO, None, Answer.YES, Answer.NA)


def _ordered(lines: list[Line], order: Order, on: str) -> tuple[Line, ...]:
    """In their order by reference where nothing else tells them apart."""
    if order is Order.MOST_NO:
        return tuple(sorted(lines, key=lambda line: -line.no))
    if order is Order.NO_HERE:
        return tuple(sorted(lines, key=lambda line: _FIRST.index(line.answers.get(on))))
    return tuple(lines)
