"""Counting answers: from judgements, or from totals, to one tally a key question."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer, Inspection, Totals
from inspector_app.core.domain.rated import Tally

_FIELDS = {Answer.YES: "yes", Answer.NO: "no", Answer.NA: "not_applicable", None: "unanswered"}


def tallies(framework: Framework, inspection: Inspection) -> dict[str, Tally]:
    """One tally for each key question judged case by case, by reference.

    Every case of the question's sample counts once: unanswered unless somebody judged it. A contested judgement
    comes as None and is unanswered. Totals stand in place of judgements. Judgements on cases of another sample
    are the document reader's to refuse and count nowhere here.
    """
    counts = _counts(inspection)
    sizes = Counter(case.sample for case in inspection.cases)
    totals = {t.question: _of_totals(t) for t in inspection.totals}
    return {
        question.ref: totals.get(question.ref) or _of_counts(counts[question.ref, sample], sizes[sample])
        for sample in {s.sample for s in framework.standards if s.sample}
        for _, question in framework.sample_questions(sample)
    }


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers by (case, key question), the ids of the cases, and the key questions that are known by their totals."""

    answers: Mapping[tuple[str, str], Answer | None]
    cases: Collection[str]
    by_totals: Collection[str]

    def no_on_all(self, questions: Collection[str]) -> int | None:
        """How many cases were judged No on each of these key questions; None where one is known by its totals."""
        if not set(questions).isdisjoint(self.by_totals):
            return None
        cases = list(self.cases)
        for ref in questions:  # at each answer: few are left after the first
            cases = [case for case in cases if self.answers.get((case, ref)) is Answer.NO]
        return len(cases)


def answered(inspection: Inspection) -> Answered:
    """That of an inspection."""
    return Answered(
        _by_place(inspection), [case.id for case in inspection.cases], {totals.question for totals in inspection.totals}
    )


def moved(tally: Tally, was: Answer | None, now: Answer | None) -> Tally:
    """The tally after one case's answer changed from `was` to `now` (None: unanswered)."""
    if was is now:
        return tally
    before, after = _FIELDS[was], _FIELDS[now]
    return replace(tally, **{before: getattr(tally, before) - 1, after: getattr(tally, after) + 1})


def _of_totals(totals: Totals) -> Tally:
    return Tally(yes=totals.yes, no=totals.of - totals.yes)


def _of_counts(counts: Counter[Answer], cases: int) -> Tally:
    yes, no, na = counts[Answer.YES], counts[Answer.NO], counts[Answer.NA]
    return Tally(yes, no, na, cases - yes - no - na)


def _counts(inspection: Inspection) -> defaultdict[tuple[str, str], Counter[Answer]]:
    samples = {case.id: case.sample for case in inspection.cases}
    counts: defaultdict[tuple[str, str], Counter[Answer]] = defaultdict(Counter)
    for (case, question), answer in _by_place(inspection).items():
        if answer is not None and case in samples:
            counts[question, samples[case]][answer] += 1
    return counts


def _by_place(inspection: Inspection) -> dict[tuple[str, str], Answer | None]:
    return {(j.case, j.question): j.answer for j in inspection.judgements}
