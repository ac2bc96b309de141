"""The ratings panel: professional discretion beside the computed rating, and what speaks for considering it."""

from collections.abc import Callable, Collection, Sequence

from inspector_app.core.domain.inspection import PanelDecision
from inspector_app.core.domain.rated import Considered, Discretion, RatedQuestion, Tally
from inspector_app.core.domain.rating_rules import BandOn, Consideration, RatingRules
from inspector_app.core.rating import method
from inspector_app.core.words import count, listed


def apply(
    rules: RatingRules, computed: str | None, decision: PanelDecision | None
) -> tuple[str | None, Discretion | None]:
    """The rating after the panel, and the discretion used.

    The panel changes a rating, so a decision on a standard without one waits and does nothing; a decision for the
    computed rating confirms it and is no use of discretion (a report has no footnote for it). One that was taken on
    another rating than is computed now stands until the panel decides again, and what it was taken on is kept beside it;
    where it confirmed that, it is no change from anything: it kept the rating.
    """
    if computed is None or decision is None or decision.to == computed:
        return computed, None
    kept = decision.computed == decision.to
    is_other = decision.computed != computed and rules.knows(decision.computed)
    was = decision.computed if is_other and not kept else ""
    return decision.to, Discretion(computed, decision.to, decision.question, decision.reason, was, kept)


# How many cases are No on each of these key questions; None where that is not known.
NoOnAll = Callable[[Collection[str]], int | None]


def unknown_on_all(_questions: Collection[str]) -> int | None:
    """Of totals it is not known."""
    return None


def considered(
    rules: RatingRules, questions: Sequence[RatedQuestion], no_on_all: NoOnAll = unknown_on_all
) -> tuple[Considered, ...]:
    """Each consideration of the framework with whether it holds for a rated case-based standard. Never a gate.

    `questions` are the standard's, the lowest marked; those without judged cases are passed over. A consideration
    of a kind that cannot be reckoned from figures is left out.
    """
    judged = [q for q in questions if q.tally.of]
    return tuple(
        Considered(c.code, c.text, *_CHECKS[c.code](rules, c, judged, no_on_all))
        for c in rules.considerations
        if c.code in _CHECKS
    )


def _lowest(questions: Sequence[RatedQuestion]) -> RatedQuestion:
    return min((q for q in questions if q.lowest), key=lambda q: q.tally.of)


def _near_next_band(
    rules: RatingRules, rule: Consideration, questions: Sequence[RatedQuestion], _: NoOnAll
) -> tuple[bool, str]:
    tally, percent = _lowest(questions).tally, _lowest(questions).percent or 0
    here = method.band_index(rules, tally.yes, tally.of)
    if here + 1 == len(rules.bands):
        return False, f"{percent}% is in the highest band already"
    lower = rules.bands[here + 1].lower
    if rules.band_on is BandOn.EXACT:
        holds = 100 * tally.yes + rule.value * tally.of >= lower * tally.of
        return holds, _away(tally, rule.value, lower, holds=holds)
    return lower - percent <= rule.value, count(
        lower - percent,
        "{percent}% is {n} percentage point below {lower}%",
        "{percent}% is {n} percentage points below {lower}%",
        percent=percent,
        lower=lower,
    )


def _one_case(
    rules: RatingRules, rule: Consideration, questions: Sequence[RatedQuestion], no_on_all: NoOnAll
) -> tuple[bool, str]:
    """Whether `rule.value` cases the other way would change the standard's rating.

    On one key question; or on all in the lowest band, where the same cases are No on each of them.
    """
    now = _lowest_band(rules, {q.ref: q.tally for q in questions})
    for question in _lowest_first(questions):
        for yes in _other_way(question.tally, rule.value):
            turned = Tally(yes, question.tally.of - yes)
            word = _lowest_band(rules, {q.ref: turned if q is question else q.tally for q in questions})
            if word != now:
                percent = method.printed_percent(yes, turned.of)
                return True, f"{yes} of {turned.of} ({percent}%) on {question.ref} would make it {word}"
    lowest = {q.ref: q.tally for q in questions if _lowest_band(rules, {q.ref: q.tally}) == now}
    alike = no_on_all(lowest)
    if alike is None:
        return False, f"with one judgement on one key question the other way it would stay {now}"
    if len(lowest) > 1 and alike >= rule.value:
        better = {ref: Tally(tally.yes + rule.value, tally.no - rule.value) for ref, tally in lowest.items()}
        word = _lowest_band(rules, {q.ref: better.get(q.ref, q.tally) for q in questions})
        if word != now:
            return True, count(
                alike,
                "{refs}: {n} case is No on each; judged the other way on each, it would make: {word}",
                "{refs}: {n} cases are No on each; one of them judged the other way on each would make: {word}",
                refs=listed(list(lowest)),
                word=word,
            )
    return False, f"with any one case judged the other way it would stay {now}"


def _few_cases(
    _rules: RatingRules, rule: Consideration, questions: Sequence[RatedQuestion], _: NoOnAll
) -> tuple[bool, str]:
    of = _lowest(questions).tally.of
    ref = _lowest(questions).ref
    return of <= rule.value, count(of, "{n} case was judged on {ref}", "{n} cases were judged on {ref}", ref=ref)


_CHECKS = {"near-next-band": _near_next_band, "one-case": _one_case, "few-cases": _few_cases}


def _away(tally: Tally, points: int, lower: int, *, holds: bool) -> str:
    if holds:
        return count(
            points,
            "{yes} of {of} is no more than {n} percentage point below {lower}%",
            "{yes} of {of} is no more than {n} percentage points below {lower}%",
            yes=tally.yes,
            of=tally.of,
            lower=lower,
        )
    return count(
        points,
        "{yes} of {of} is more than {n} percentage point below {lower}%",
        "{yes} of {of} is more than {n} percentage points below {lower}%",
        yes=tally.yes,
        of=tally.of,
        lower=lower,
    )


def _lowest_first(questions: Sequence[RatedQuestion]) -> list[RatedQuestion]:
    return sorted(questions, key=lambda q: not q.lowest)


def _other_way(tally: Tally, cases: int) -> tuple[int, int]:
    """Yes cases with that many judged the other way: first No turned Yes, then Yes turned No."""
    return tally.yes + min(cases, tally.no), tally.yes - min(cases, tally.yes)


def _lowest_band(rules: RatingRules, tallies: dict[str, Tally]) -> str:
    return rules.bands[min(method.band_index(rules, t.yes, t.of) for t in tallies.values())].word
