"""How a sample divides by what is known of its cases, beside the service's caseload, and how each part was judged. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from inspector_app.core.domain import caseload
from inspector_app.core.domain.by_question import Total
from inspector_app.core.domain.caseload import Caseload
from inspector_app.core.domain.cases.case_facts import CHARACTERISTICS, NOT_RECORDED, divided
from inspector_app.core.domain.field import Field
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Case, Inspection
from inspector_app.core.rating.method import printed_percent
from inspector_app.core.rating.tally import tallies

NONE = Total(0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """The cases with one value of a characteristic; "" is several that are told as one.

    `caseload`: how many the service has, None where it is not given (or not told). `rates`: Yes of those judged, for each key
    question in order; None where it is not told.
    """

    value: str
    cases: int
    caseload: int | None
    rates: tuple[Total | None, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A sample by one characteristic. `cases`, `caseload` and `rates` are of all its parts together."""

    code: str
    title: str
    cases: int
    caseload: int | None
    rates: tuple[Total | None, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class SampleBreakdown:
    """A sample of cases with its key questions (references), by each characteristic."""

    code: str
    title: str
    cases: int
    questions: tuple[str, ...]
    by: tuple[Breakdown, ...]


def percent(total: Total | None) -> int | None:
    """The printed percentage of Yes; None where nothing is judged, or told."""
    return printed_percent(total.yes, total.of) if total is not None and total.of else None


def share(count: int, of: int | None) -> int | None:
    """A part of all in whole percent, as printed; None where there are none."""
    return printed_percent(count, of) if of else None


def breakdowns(
    framework: Framework, inspection: Inspection, given: Iterable[Caseload] = ()
) -> tuple[SampleBreakdown, ...]:
    """Every sample that has a case. A key question known by its totals is in none of them."""
    known = {(one.sample, one.characteristic): caseload.numbers(one.counts) for one in given}
    answers = {(j.case, j.question): j.answer for j in inspection.judgements if j.answer is not None}
    by_totals = {totals.question for totals in inspection.totals}
    found = []
    for sample in framework.samples:
        cases = [case for case in inspection.cases if case.sample == sample.code]
        asked = tuple(q.ref for _, q in framework.sample_questions(sample.code) if q.ref not in by_totals)
        if cases:
            judged = {case.id: [_judged(answers.get((case.id, question))) for question in asked] for case in cases}
            sheet = _Sheet(judged, cases)
            whole = sheet.rates(cases)
            by = tuple(sheet.by(field, known.get((sample.code, field.code), {}), whole) for field in CHARACTERISTICS)
            found.append(
                SampleBreakdown(code=sample.code, title=sample.title, cases=len(cases), questions=asked, by=by)
            )
    return tuple(found)


def judged_for_all(inspection: Inspection, blind: Collection[str]) -> Inspection:
    """Without any judgement while there is a case (id) of which not everybody may see them; the cases themselves stay.

    With the judgements of the others alone, what is told here could be taken from what is printed of all of them, or is told
    a day later: what is left is how those cases were judged.
    """
    return replace(inspection, judgements=()) if blind else inspection


def judged_on_all(framework: Framework, inspection: Inspection) -> Inspection:
    """With the judgements on those key questions alone that every case of their sample is judged on.

    What is told of the others today would, taken from what is told of them tomorrow, be how the cases between were judged.
    """
    counted = tallies(framework, inspection)
    whole = {question for question, tally in counted.items() if not tally.unanswered}
    return replace(inspection, judgements=tuple(j for j in inspection.judgements if j.question in whole))


def _judged(answer: Answer | None) -> tuple[int, int]:
    """What an answer adds to those judged Yes, and to those judged."""
    return (1, 1) if answer is Answer.YES else (0, 1) if answer is Answer.NO else (0, 0)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The cases of a sample, and what each adds on each key question, by its id."""

    judged: Mapping[str, Sequence[tuple[int, int]]]
    cases: Sequence[Case]

    def by(self, field: Field, numbers: Mapping[str, int], whole: tuple[Total, ...]) -> Breakdown:
        """Divided by one characteristic; what the service alone has comes before what is not recorded."""
        left = {value.casefold(): (value, number) for value, number in numbers.items()}
        parts = []
        for value, cases in divided(field, self.cases):
            _, number = left.pop(value.casefold(), ("", 0))
            parts.append(Part(value, len(cases), number if numbers else None, self.rates(cases)))
        none = (NONE,) * len(whole)
        place = len(parts) - 1 if parts[-1].value == NOT_RECORDED else len(parts)
        parts[place:place] = [Part(value, 0, number, none) for value, number in left.values()]
        total = sum(numbers.values()) if numbers else None
        return Breakdown(
            code=field.code, title=field.name, cases=len(self.cases), caseload=total, rates=whole, parts=tuple(parts)
        )

    def rates(self, cases: Sequence[Case]) -> tuple[Total, ...]:
        """How often Yes, of those judged, on each key question."""
        by_question = zip(*(self.judged[case.id] for case in cases), strict=True)
        return tuple(Total(sum(yes for yes, _ in added), sum(of for _, of in added)) for added in by_question)
