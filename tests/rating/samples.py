"""Inspections and tallies for the rating tests: made by hand, and drawn by Hypothesis."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from hypothesis import settings
from hypothesis import strategies as st

from inspector_app.core.domain.framework import Evidence, Framework
from inspector_app.core.domain.inspection import Answer, Case, GivenRating, Inspection, Judgement, PanelDecision, Totals
from inspector_app.core.domain.rated import Tally

Y, N, NA = Answer.YES, Answer.NO, Answer.NA
property_test = settings(max_examples=150, deadline=None)


def inspection(
    framework: Framework,
    answers: Mapping[str, Sequence[Answer | None]] | None = None,
    *,
    ratings: Mapping[str, str] | None = None,
    panel: Sequence[PanelDecision] = (),
    totals: Mapping[str, tuple[int, int]] | None = None,
) -> Inspection:
    """An inspection with as many cases in each sample as the longest list of answers to its questions."""
    cases: dict[str, Case] = {}
    judgements = []
    for ref, given in (answers or {}).items():
        sample = framework.questions[ref][0].sample
        assert sample
        for place, answer in enumerate(given):
            case = Case(f"{sample}{place}", f"{sample}{place}", sample)
            cases[case.id] = case
            judgements.append(Judgement(case.id, ref, answer))
    return Inspection(
        framework=framework.id,
        service="Anywhere",
        start=date(2025, 3, 24),
        end=date(2025, 3, 28),
        cases=tuple(cases.values()),
        judgements=tuple(judgements),
        ratings=tuple(GivenRating(s, r) for s, r in (ratings or {}).items()),
        panel=tuple(panel),
        totals=tuple(Totals(q, yes, of) for q, (yes, of) in (totals or {}).items()),
    )


def case_questions(framework: Framework) -> list[str]:
    return [q.ref for s in framework.standards for q in s.case_questions]


def subjects(framework: Framework) -> list[str]:
    """What people have to rate before the overall is known (V1 itself apart)."""
    standards = [s.ref for s in framework.standards if s.rated and s.evidence is Evidence.ORGANISATION]
    mixed = [s for s in framework.standards if s.evidence is Evidence.MIXED]
    return standards + [q.ref for s in mixed for q in s.key_questions if q.evidence is Evidence.ORGANISATION]


def words(framework: Framework) -> st.SearchStrategy[str]:
    return st.sampled_from([w.word for w in framework.rating.words])


@st.composite
def answered(draw: st.DrawFn, framework: Framework, most: int = 7) -> Inspection:
    """Any answers, ratings and panel decisions, among them unanswered and not applicable."""
    sizes = {s: draw(st.integers(0, most)) for s in sorted({s.sample or "" for s in framework.standards})}
    answer = st.sampled_from([Y, Y, Y, N, N, NA, None])
    answers = {
        ref: draw(st.lists(answer, min_size=sizes[sample], max_size=sizes[sample]))
        for ref in case_questions(framework)
        if (sample := framework.questions[ref][0].sample or "")
    }
    may_set = [*subjects(framework), *(s.ref for s in framework.standards if s.evidence is Evidence.MIXED)]
    ratings = draw(st.dictionaries(st.sampled_from(may_set), words(framework)))
    return inspection(framework, answers, ratings=ratings, panel=draw(decisions(framework)))


def decisions(framework: Framework) -> st.SearchStrategy[list[PanelDecision]]:
    rated = [s.ref for s in framework.standards if s.rated]
    one = st.builds(PanelDecision, st.sampled_from(rated), words(framework), st.just("reason"))
    return st.lists(one, max_size=3, unique_by=lambda d: d.standard)


@st.composite
def open_tallies(draw: st.DrawFn, framework: Framework, still_open: int) -> dict[str, Tally]:
    """Tallies with at most `still_open` unanswered cases among all questions, and two questions without any case."""
    tallies, without = {}, 2
    for ref in draw(st.permutations(case_questions(framework))):
        unanswered = draw(st.integers(0, still_open))
        still_open -= unanswered
        yes, no, na = (draw(st.integers(0, n)) for n in (6, 4, 2))
        tallies[ref] = Tally(yes, no, na, unanswered)
        if tallies[ref] == Tally():
            tallies[ref], without = (Tally(), without - 1) if without else (Tally(yes=1), 0)
    return tallies


def completions(tally: Tally) -> Iterator[Tally]:
    """Every way to answer the open cases of a tally; of one without a case, cases to come that reach every band."""
    if tally == Tally():
        yield from (Tally(no=1), Tally(1, 1), Tally(2, 1), Tally(yes=1))
        return
    for ways in product((Y, N, NA), repeat=tally.unanswered):
        yield Tally(tally.yes + ways.count(Y), tally.no + ways.count(N), tally.not_applicable + ways.count(NA))
