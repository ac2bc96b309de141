"""The way to every number in sentences a person can check by hand, each with its rule's source and how sure it is."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from inspector_app.core.domain.framework import Evidence, Framework
from inspector_app.core.domain.rated import Discretion, Rated, RatedQuestion, RatedStandard, ScoreBounds, Tally, Trace
from inspector_app.core.domain.rating_rules import Band, BandOn, Basis, RatingRules, RuleCode, Scale, Word
from inspector_app.core.rating import method
from inspector_app.core.words import count, listed, say


def trace(framework: Framework, rated: Rated) -> tuple[Trace, ...]:
    """Every step from the counts to the overall rating, in the framework's order.

    `rated` must have been rated with this framework. Sources and statuses are the framework's own.
    """
    rules = framework.rating
    steps = [step for s in rated.standards for step in _standard(rules, s, framework.by_ref[s.ref].evidence)]
    return (*steps, *_overall(framework, rated))


def grouped(framework: Framework, steps: Sequence[Trace]) -> tuple[tuple[str, tuple[Trace, ...]], ...]:
    """The steps by what they lead to: the reference of each standard, then "overall"; in their order."""

    def leads_to(step: Trace) -> str:
        known = framework.questions.get(step.subject)
        return step.subject if step.subject in framework.by_ref or known is None else known[0].ref

    return tuple((subject, tuple(those)) for subject, those in groupby(steps, key=leads_to))


def _step(subject: str, text: str, basis: Basis) -> Trace:
    return Trace(subject, text, basis.source, basis.status.value)


def _by(rules: RatingRules, code: RuleCode) -> Basis:
    return rules.rule(code).basis


def _standard(rules: RatingRules, standard: RatedStandard, evidence: Evidence) -> Iterator[Trace]:
    for question in standard.key_questions:
        yield from _question(rules, question)
    yield from _computed(rules, standard, evidence)
    if standard.discretion:
        yield _step(standard.ref, _discretion(standard.ref, standard.discretion), _by(rules, RuleCode.DISCRETION))
    if rules.scale is Scale.STARS:
        return
    if not standard.counted:
        text = say("{ref} does not count towards the overall rating.", ref=standard.ref)
        yield _step(standard.ref, text, _by(rules, RuleCode.NOT_COUNTED))
    elif standard.rating is not None:
        word = next(w for w in rules.words if w.word == standard.rating)
        yield _step(standard.ref, _worth(standard.ref, word), word.basis)


def _worth(ref: str, rated: Word) -> str:
    return count(rated.points, "{ref}: {word} is {n} point.", "{ref}: {word} is {n} points.", ref=ref, word=rated.word)


def _computed(rules: RatingRules, standard: RatedStandard, evidence: Evidence) -> Iterator[Trace]:
    if rules.scale is Scale.STARS:
        yield _step(standard.ref, _stars(standard), _by(rules, RuleCode.STARS))
    elif evidence is Evidence.ORGANISATION:
        yield _step(standard.ref, _people_rated(standard.ref, standard.computed), _by(rules, RuleCode.ORGANISATION))
    elif evidence is Evidence.MIXED:
        yield _step(standard.ref, _mixed(standard), _by(rules, RuleCode.MIXED))
    else:
        yield _step(standard.ref, _lowest(standard), _by(rules, RuleCode.LOWEST))


def _stars(standard: RatedStandard) -> str:
    if standard.stars is None:
        return f"{standard.ref}: no stars have been given yet."
    if standard.case_score is None:
        return count(
            standard.stars,
            "{ref}: {n} star ({word}), given by judgement.",
            "{ref}: {n} stars ({word}), given by judgement.",
            ref=standard.ref,
            word=standard.computed,
        )
    return count(
        standard.stars,
        "{ref}: {n} star ({word}), given by judgement; the case assessment score is {percent}%.",
        "{ref}: {n} stars ({word}), given by judgement; the case assessment score is {percent}%.",
        ref=standard.ref,
        word=standard.computed,
        percent=standard.case_score,
    )


def _people_rated(ref: str, word: str | None) -> str:
    return f"{ref}: rated {word} by the inspectors." if word else f"{ref}: not rated yet."


def _mixed(standard: RatedStandard) -> str:
    if standard.decided:
        return f"{standard.ref}: set to {standard.computed} by the inspectors."
    if standard.computed is None:
        return f"{standard.ref}: nothing can be suggested, since {_no_rating_because(standard)}."
    parts = " and ".join(f"{q.ref} {q.band or q.given}" for q in standard.key_questions if q.band or q.given)
    text = f"{standard.ref}: of {parts} the lower is {standard.computed}, which is suggested."
    return f"{text} Nobody has set {standard.ref} yet." if standard.suggested else text


def _lowest(standard: RatedStandard) -> str:
    if standard.computed is None:
        return f"{standard.ref}: no rating, since {_no_rating_because(standard)}."
    lowest = [q for q in standard.key_questions if q.lowest]
    questions, word = listed([f"{q.ref} ({q.percent}%)" for q in lowest]), standard.computed
    if standard.equal:
        return say(
            "{ref}: the lowest decides, and {questions} are equal: {word}.",
            ref=standard.ref,
            questions=questions,
            word=word,
        )
    return count(
        len(lowest),
        "{ref}: the lowest key question is {questions}: {word}.",
        "{ref}: the lowest key questions are {questions}: {word}.",
        ref=standard.ref,
        questions=questions,
        word=word,
    )


def _no_rating_because(standard: RatedStandard) -> str:
    refs = [q.ref for q in standard.key_questions if not q.tally.of and not q.given and not q.tally.leaves]
    if not refs:
        return "no key question applies to any of its cases"
    return f"nothing is judged on {listed(refs)}"


def _discretion(ref: str, used: Discretion) -> str:
    where = f" on {used.question}" if used.question else ""
    if used.kept:
        return (
            f"{ref}: the ratings panel kept it{where} at {used.to}, which is what scores. "
            f"It is computed as {used.computed} since, on which no panel decided. Reason: {used.reason}"
        )
    if used.was:
        return (
            f"{ref}: the ratings panel used its discretion{where} and changed {used.was} to {used.to}, which is what scores. "
            f"It is computed as {used.computed} since, on which no panel decided. Reason: {used.reason}"
        )
    return (
        f"{ref}: the ratings panel used its discretion{where} and changed {used.computed} to {used.to}, "
        f"which is what scores. Percentages stay as they are. Reason: {used.reason}"
    )


def _question(rules: RatingRules, question: RatedQuestion) -> Iterator[Trace]:
    yield from _denominator(rules, question)
    ref, tally = question.ref, question.tally
    if tally.of:
        text = count(
            tally.of,
            "{ref}: {yes} Yes of {n} judged case: {division}.",
            "{ref}: {yes} Yes of {n} judged cases: {division}.",
            ref=ref,
            yes=tally.yes,
            division=_division(question),
        )
        yield _step(ref, text, _by(rules, RuleCode.PERCENT))
        yield from _band(rules, question)


def _denominator(rules: RatingRules, question: RatedQuestion) -> Iterator[Trace]:
    ref, tally = question.ref, question.tally
    cases = tally.of + tally.not_applicable + tally.unanswered
    if not cases:
        yield from _without_cases(rules, question)
    if tally.not_applicable:
        yield _step(ref, _not_applicable(ref, tally, cases), _by(rules, RuleCode.NOT_APPLICABLE))
    if tally.unanswered:
        text = count(
            cases,
            "{ref}: {number} of {n} case unanswered, counted neither way.",
            "{ref}: {number} of {n} cases unanswered, counted neither way.",
            ref=ref,
            number=tally.unanswered,
        )
        yield _step(ref, text, _by(rules, RuleCode.DENOMINATOR))


def _not_applicable(ref: str, tally: Tally, cases: int) -> str:
    if tally.leaves:
        return count(
            cases,
            "{ref}: does not apply to {number} of {n} case; it has no part in the standard.",
            "{ref}: does not apply to {number} of {n} cases; it has no part in the standard.",
            ref=ref,
            number=tally.not_applicable,
        )
    return count(
        cases,
        "{ref}: does not apply to {number} of {n} case; left out.",
        "{ref}: does not apply to {number} of {n} cases; left out.",
        ref=ref,
        number=tally.not_applicable,
    )


def _without_cases(rules: RatingRules, question: RatedQuestion) -> Iterator[Trace]:
    """A key question rated by people, or one whose cases nobody recorded."""
    if question.by_people:
        yield _step(question.ref, _people_rated(question.ref, question.given), _by(rules, RuleCode.MIXED))
    else:
        yield _step(question.ref, f"{question.ref}: no cases are recorded.", _by(rules, RuleCode.DENOMINATOR))


def _division(question: RatedQuestion) -> str:
    """The division, by hand: cut off after two decimals and never rounded up, so that halves show as they are."""
    yes, of = question.tally.yes, question.tally.of
    figures = f"100 × {yes} ÷ {of} = {_figure(yes, of)}"
    return f"{figures}%" if 100 * yes % of == 0 else f"{figures}, printed {question.percent}%"


def _figure(yes: int, of: int) -> str:
    hundredths, rest = divmod(10_000 * yes, of)
    whole, decimals = divmod(hundredths, 100)
    shown = f"{whole}.{decimals:02d}"
    return f"{shown}…" if rest else shown.rstrip("0").rstrip(".")


def _band(rules: RatingRules, question: RatedQuestion) -> Iterator[Trace]:
    yes, of = question.tally.yes, question.tally.of
    exact = rules.band_on is BandOn.EXACT
    place = method.band_index(rules, yes, of)
    figure = _figure(yes, of) if exact else str(question.percent)
    yield _step(question.ref, f"{question.ref}: {_placed(rules.bands, place, figure, '%')}.", rules.bands[place].basis)
    other = method.band(rules, yes, of, BandOn.PRINTED if exact else BandOn.EXACT)
    if other != question.band:
        used, unused = ("exact fraction", "printed percent") if exact else ("printed percent", "exact fraction")
        text = f"{question.ref}: the band is looked up by the {used}; by the {unused} it would be {other}."
        yield _step(question.ref, text, rules.band_on_basis)


def _placed(bands: Sequence[Band], place: int, figure: str, unit: str) -> str:
    """A figure between the bounds of its band, in words."""
    reached = bands[place]
    above = f"to below {bands[place + 1].lower}{unit}" if place + 1 < len(bands) else "up"
    return f"{figure}{unit} is in the band from {reached.lower}{unit} {above}: {reached.word}"


def _overall(framework: Framework, rated: Rated) -> Iterator[Trace]:
    rules = framework.rating
    counted = [s for s in rated.standards if s.counted]
    if not counted or not rules.overall:
        yield _step("overall", "There is no overall rating.", _by(rules, RuleCode.NOT_COUNTED))
        return
    if rated.score is None:
        missing = ", ".join(s.ref for s in counted if s.rating is None)
        yield _step("overall", f"No score yet; without a rating: {missing}.", _by(rules, RuleCode.POINTS))
    else:
        text = count(
            rated.score_max or 0,
            "{refs}: {sum} = {score} of {n} point.",
            "{refs}: {sum} = {score} of {n} points.",
            refs=" + ".join(s.ref for s in counted),
            sum=" + ".join(str(s.points) for s in counted),
            score=rated.score,
        )
        yield _step("overall", text, _by(rules, RuleCode.POINTS))
        reached = method.cut(rules.overall, rated.score)
        placed = _placed(rules.overall, rules.overall.index(reached), str(rated.score), "")
        yield _step("overall", f"{placed}.", reached.basis)
    if rated.provisional and rated.bounds:
        yield _step(
            "overall", _still_possible(rated.bounds, _undecided(framework, counted)), _by(rules, RuleCode.POINTS)
        )


def _undecided(framework: Framework, standards: Sequence[RatedStandard]) -> list[str]:
    """References of mixed standards that nobody has set: their bounds are those of the suggestion."""
    mixed = [s for s in standards if framework.by_ref[s.ref].evidence is Evidence.MIXED]
    return [s.ref for s in mixed if s.suggested or s.computed is None]


def _still_possible(bounds: ScoreBounds, undecided: Sequence[str]) -> str:
    worst, best = f"{bounds.worst_score} ({bounds.worst})", f"{bounds.best_score} ({bounds.best})"
    are = "is" if len(undecided) == 1 else "are"
    condition = f", if {listed(undecided)} {are} set as suggested" if undecided else ""
    if worst == best:
        return f"Provisional, but whatever is still open, the score stays {worst}{condition}."
    return f"Provisional: with what is still open the score can end anywhere from {worst} to {best}{condition}."
