"""From answers to ratings: a pure function of the framework and what people judged, rated and decided."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from inspector_app.core.domain import inspected
from inspector_app.core.domain.framework import Evidence, Framework, KeyQuestion, Standard
from inspector_app.core.domain.inspection import GivenRating, Inspection, PanelDecision
from inspector_app.core.domain.rated import Bounds, Considered, Rated, RatedQuestion, RatedStandard, Tally
from inspector_app.core.domain.rating_rules import BandOn, RatingRules, Scale
from inspector_app.core.rating import method, panel, sensitivity
from inspector_app.core.rating.panel import NoOnAll, unknown_on_all
from inspector_app.core.rating.tally import answered
from inspector_app.core.rating.tally import tallies as count

_NO_CASES = Tally()


def rate(framework: Framework, inspection: Inspection) -> Rated:
    """Rates an inspection. Never raises on a valid one."""
    return rated_by(framework, inspection)(inspection.panel)


def rated_by(framework: Framework, inspection: Inspection) -> Callable[[Iterable[PanelDecision]], Rated]:
    """Rates an inspection under whatever decisions of the panel: what its answers come to is counted once for all."""
    tallies, returning = count(framework, inspection), inspection.return_start is not None
    no_on_all = answered(inspection).no_on_all
    return Footed(framework, tallies, inspection.ratings, returning=returning, no_on_all=no_on_all).rated


def rate_tallies(
    framework: Framework,
    tallies: Mapping[str, Tally],
    ratings: Iterable[GivenRating],
    decisions: Iterable[PanelDecision],
    *,
    returning: bool = False,
    no_on_all: NoOnAll = unknown_on_all,
) -> Rated:
    """Rates from tallies by key question (one that is missing has no cases), given ratings and panel decisions.

    What is inspected on a return visit is rated when there is one (`returning`), or when somebody rated it.

    A case-based standard is the band of its lowest key question. One whose every case is not applicable leaves the
    standard; one with no case judged yet leaves the standard without a rating, since it may turn out the lowest.
    `no_on_all` says how many cases are No on several key questions, which tallies cannot.
    A word that the framework does not have counts as none (rating/unknown.py names it), and so does a decision of the
    panel without a reason: it is a draft.
    """
    return Footed(framework, tallies, ratings, returning=returning, no_on_all=no_on_all).rated(decisions)


class Footed:
    """The standards of an inspection with what the rating of each stands on before the panel, kept while people answer."""

    def __init__(
        self,
        framework: Framework,
        tallies: Mapping[str, Tally],
        ratings: Iterable[GivenRating],
        *,
        returning: bool,
        no_on_all: NoOnAll,
    ) -> None:
        """As `rate_tallies`; what is in `tallies` may change later (`count`)."""
        knows = framework.rating.knows
        given = {r.subject: r if r.rating and knows(r.rating) else replace(r, rating=None) for r in ratings}
        said_of = {r.subject for r in given.values() if r.rating or r.stars is not None or r.rationale}
        asked = inspected.standards(framework, returning=returning, said_of=said_of)
        self._framework, self._known = framework, _Known(framework.rating, tallies, given, no_on_all)
        self._standards = {s.ref: (s, given.get(s.ref) or GivenRating(s.ref)) for s in asked}
        self._footings: dict[str, _Footing] = {}
        for standard in self._standards:
            self.count(standard)

    def count(self, standard: str) -> None:
        """Find anew what one standard stands on, of which an answer changed. The others stand on what they did."""
        if standard in self._standards:
            self._footings[standard] = _footing(self._known, *self._standards[standard])

    def rated(self, decisions: Iterable[PanelDecision]) -> Rated:
        """The ratings under these decisions of the panel."""
        rules = self._framework.rating
        decided = {d.standard: d for d in decisions if rules.knows(d.to) and not d.is_draft}
        standards = (
            _standard(rules, standard, own, self._footings[ref], decided.get(ref))
            for ref, (standard, own) in self._standards.items()
        )
        return _overall(self._framework, tuple(standards))


def _overall(framework: Framework, standards: tuple[RatedStandard, ...]) -> Rated:
    rules = framework.rating
    counted = [s for s in standards if s.counted]
    provisional = not all(s.complete for s in counted or standards)
    if not counted or not rules.overall:
        return Rated(framework.id, standards, None, None, None, provisional, None)
    points = [s.points for s in counted if s.points is not None]
    score = sum(points) if len(points) == len(counted) else None
    overall = None if score is None else method.cut(rules.overall, score).word
    most = len(counted) * max(w.points for w in rules.words)
    bounds = sensitivity.score_bounds(framework, standards)
    return Rated(framework.id, standards, score, most, overall, provisional, bounds)


@dataclass(frozen=True, slots=True)
class _Footing:
    """What a standard's rating stands on before the panel."""

    computed: str | None
    bounds: Bounds | None
    questions: tuple[RatedQuestion, ...] = ()
    considered: tuple[Considered, ...] = ()
    suggested: bool = False
    decided: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """What an inspection is rated from."""

    rules: RatingRules
    tallies: Mapping[str, Tally]
    given: Mapping[str, GivenRating]
    no_on_all: NoOnAll


def _standard(
    rules: RatingRules, standard: Standard, own: GivenRating, footing: _Footing, decision: PanelDecision | None
) -> RatedStandard:
    rating, discretion = panel.apply(rules, footing.computed, decision)
    bounds = Bounds(decision.to, decision.to) if decision and footing.bounds else footing.bounds
    return RatedStandard(
        ref=standard.ref,
        title=standard.title,
        counted=standard.counted,
        computed=footing.computed,
        rating=rating,
        points=None if rating is None else rules.points(rating),
        suggested=footing.suggested and decision is None,
        discretion=discretion,
        key_questions=footing.questions,
        bounds=bounds,
        considered=footing.considered,
        rationale=own.rationale,
        stars=own.stars,
        case_score=own.case_score,
        decided=footing.decided,
    )


def _footing(known: _Known, standard: Standard, own: GivenRating) -> _Footing:
    rules = known.rules
    if rules.scale is Scale.STARS or standard.evidence is Evidence.ORGANISATION:
        word = own.rating or _word_of_stars(rules, own.stars)
        return _Footing(word, sensitivity.given_bounds(rules, word))
    questions = tuple(_question(rules, q, known.tallies, known.given) for q in standard.key_questions)
    if standard.evidence is Evidence.MIXED and own.rating:
        return _Footing(own.rating, sensitivity.given_bounds(rules, own.rating), questions, decided=True)
    parts = [q for q in questions if not q.tally.leaves]
    computed = _lowest_word(rules, parts)
    bounds = sensitivity.lowest_bounds(rules, (q.bounds for q in parts))
    if computed is None:
        return _Footing(None, bounds, questions)
    questions = _mark_lowest(rules, questions, computed)
    if standard.evidence is Evidence.MIXED:
        return _Footing(computed, bounds, questions, suggested=True)
    return _Footing(computed, bounds, questions, panel.considered(rules, questions, known.no_on_all))


def _word_of_stars(rules: RatingRules, stars: int | None) -> str | None:
    return {w.points: w.word for w in rules.words}.get(stars) if stars is not None else None


def _question(
    rules: RatingRules, question: KeyQuestion, tallies: Mapping[str, Tally], given: Mapping[str, GivenRating]
) -> RatedQuestion:
    if question.evidence is Evidence.ORGANISATION:
        return _given_question(rules, question, given.get(question.ref) or GivenRating(question.ref))
    tally = tallies.get(question.ref, _NO_CASES)
    return RatedQuestion(
        ref=question.ref,
        text=question.text,
        tally=tally,
        percent=method.printed_percent(tally.yes, tally.of),
        band=method.band(rules, tally.yes, tally.of),
        printed_band=method.band(rules, tally.yes, tally.of, BandOn.PRINTED),
        exact_band=method.band(rules, tally.yes, tally.of, BandOn.EXACT),
        lowest=False,
        distance=sensitivity.distance(rules, tally),
        bounds=sensitivity.question_bounds(rules, tally),
    )


def _given_question(rules: RatingRules, question: KeyQuestion, own: GivenRating) -> RatedQuestion:
    return RatedQuestion(
        ref=question.ref,
        text=question.text,
        tally=_NO_CASES,
        percent=None,
        band=None,
        printed_band=None,
        exact_band=None,
        lowest=False,
        distance=sensitivity.NO_DISTANCE,
        bounds=sensitivity.given_bounds(rules, own.rating),
        given=own.rating,
        rationale=own.rationale,
        by_people=True,
    )


def _word(question: RatedQuestion) -> str | None:
    return question.band or question.given


def _lowest_word(rules: RatingRules, questions: Sequence[RatedQuestion]) -> str | None:
    words = [w for q in questions if (w := _word(q))]
    return method.lower_of(rules, words) if words and len(words) == len(questions) else None


def _mark_lowest(rules: RatingRules, questions: Sequence[RatedQuestion], lowest: str) -> tuple[RatedQuestion, ...]:
    """Marks what drives the standard: a given rating of that word, and the lowest percent (all, if several tie)."""
    reached = min((_figure(rules, q) for q in questions if q.band == lowest), default=None)
    return tuple(
        replace(q, lowest=True) if q.given == lowest or (q.tally.of and _figure(rules, q) == reached) else q
        for q in questions
    )


def _figure(rules: RatingRules, question: RatedQuestion) -> Fraction:
    """What the band is looked up by."""
    if rules.band_on is BandOn.EXACT:
        return Fraction(100 * question.tally.yes, question.tally.of)
    return Fraction(question.percent or 0)
