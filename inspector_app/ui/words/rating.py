"""How ratings are said in words on the screen: counts, distances, what is open, what the panel did. No Qt, no rules."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.framework import Framework, Standard
from inspector_app.core.domain.rated import Bounds, RatedQuestion, RatedStandard, Way
from inspector_app.core.domain.rating_rules import RatingRules, RuleCode, Scale
from inspector_app.core.services.results.ratings import printed_percent
from inspector_app.core.words import count, listed, say

_TOO_EARLY = 2  # steps between worst and best from which nothing much is known: three ratings are possible


def figure(question: RatedQuestion) -> str:
    """A key question's count and percent, as it may stand in a finding: 12 of 15 (80%); "" without a judged case."""
    return live_figures.said(question)


class Quotable(NamedTuple):
    """A figure that may stand in the findings, what it is `of` (2.1.1, the case score of T1), and what can change it.

    `live` is what it is of in a text (domain/live_figures.py).
    """

    live: str
    of: str
    figure: str
    still_open: str


def figures(standard: RatedStandard) -> list[Quotable]:
    """The figures of a standard that may stand in its findings."""
    found = [Quotable(q.ref, q.ref, said, open_cases(q)) for q in standard.key_questions if (said := figure(q))]
    if standard.case_score is not None:
        score = say("{ref} case assessment score", ref=standard.ref)
        found.append(
            Quotable(live_figures.of_score(standard.ref), score, say("{percent}%", percent=standard.case_score), "")
        )
    return found


def no_figures(framework: Framework, standards: Sequence[RatedStandard]) -> str:
    """Why a section of the findings has no figures."""
    if any(standard.key_questions for standard in standards):
        return say("No case is judged here yet.")
    if any(framework.scored(standard.ref) for standard in standards):
        return say("No case assessment score is given yet; it is entered on Ratings.")
    return say("This section has no figures: people rate it as a whole.")


def title(rated: RatedStandard) -> str:
    """A standard's reference and title."""
    return f"{rated.ref}  {rated.title}"


def word_of(framework: Framework, word: str) -> str:
    """A rating as it is said; for stars with their number: "2 stars, requires improvement"."""
    if framework.rating.scale is not Scale.STARS:
        return word
    return f"{count(framework.rating.points(word), '{n} star', '{n} stars')}, {word.lower()}"


def rating_of(framework: Framework, rated: RatedStandard) -> str:
    """The rating of a standard as it is said; "" without one."""
    return word_of(framework, rated.rating) if rated.rating else ""


def standing(framework: Framework, rated: RatedStandard) -> str:
    """How settled a standard's rating is, with its points: suggested, changed by the panel, still open."""
    parts = [say("inspected on the return visit")] if framework.on_return_visit(rated.ref) else []
    if rated.discretion:
        parts.append(
            say("kept by the panel: {rating}", rating=rated.discretion.to)
            if rated.discretion.kept
            else say("changed by the panel from {rating}", rating=rated.discretion.before)
        )
        parts += [since(rated)] if rated.discretion.is_earlier else []
    if rated.suggested:
        parts.append(say("suggested, not decided"))
    parts += _open_of(framework.rating, rated)
    if rated.counted and rated.points is not None:
        parts.append(count(rated.points, "{n} point", "{n} points"))
    if framework.rating.overall and not rated.counted:
        parts.append(say("does not count towards the overall rating"))
    return " · ".join(parts)


def since(rated: RatedStandard) -> str:
    """That what the panel decided on is computed otherwise since."""
    return say("computed since the panel: {rating}", rating=rated.computed)


def in_table(framework: Framework, rated: RatedStandard) -> str:
    """How settled a standard's rating is, as short as a line of the table of ratings."""
    unanswered = sum(q.tally.unanswered for q in rated.key_questions)
    parts = [say("return visit")] if framework.on_return_visit(rated.ref) else []
    if rated.discretion:
        before = say("by the panel, before: {rating}", rating=rated.discretion.computed)
        parts.append(since(rated) if rated.discretion.is_earlier else before)
    if rated.suggested:
        parts.append(say("suggested, not decided"))
    if unanswered:
        parts.append(open_judgements(unanswered))
    if waits(rated):
        parts.append(waits(rated))
    if framework.rating.overall and not rated.counted:
        parts.append(say("not counted"))
    return " · ".join(parts)


def so_far(rated: RatedStandard) -> str:
    """That a rating can still change, and by how much is open; "" for one that stands, and where there is none."""
    if rated.rating is None or rated.complete:
        return ""
    if rated.suggested:
        return say("suggested")
    return say("so far, {number} open", number=sum(q.tally.unanswered for q in rated.key_questions))


def open_cases(question: RatedQuestion) -> str:
    """How many cases can still change the figure of a key question: "5 open"; "" for none."""
    open_ = question.tally.unanswered
    return count(open_, "so far, {n} case open", "so far, {n} cases open") if open_ and question.tally.of else ""


def _open_of(rules: RatingRules, rated: RatedStandard) -> list[str]:
    """Open judgements, what people still have to rate, and what both can still lead to."""
    unanswered = sum(q.tally.unanswered for q in rated.key_questions)
    said = [open_judgements(unanswered)] if unanswered else []
    said += [waits(rated)] if waits(rated) else []
    if rated.bounds and rated.key_questions and not rated.complete and not rated.suggested:
        said.append(can_become(rules, rated))
    return said


def waits(rated: RatedStandard) -> str:
    """Which of its key questions people rate, and have not yet, so that there is no rating; "" for none."""
    if rated.computed is not None:
        return ""
    refs = [question.ref for question in rated.key_questions if question.by_people and not question.given]
    return count(len(refs), "{refs} is not rated yet", "{refs} are not rated yet", refs=listed(refs)) if refs else ""


def can_become(rules: RatingRules, rated: RatedStandard) -> str:
    """What an open standard can still come to; one without a rating is not said to have one either way."""
    bounds = rated.bounds
    if bounds is None:
        return ""
    if rated.rating is None and bounds.worst == bounds.best:
        return say("can only become: {rating}", rating=bounds.best)
    return still_possible(rules, bounds)


def open_judgements(number: int) -> str:
    """How many judgements are open: "1 judgement open"."""
    return count(number, "{n} judgement open", "{n} judgements open")


def still_possible(rules: RatingRules, bounds: Bounds) -> str:
    """The worst and best rating still possible; between three ratings or more it is too early to say."""
    if bounds.worst == bounds.best:
        return say("{rating} either way", rating=bounds.best)
    if too_early(rules, bounds):
        return say("too early to say: {worst} – {best}", worst=bounds.worst, best=bounds.best)
    return say("still possible: {worst} – {best}", worst=bounds.worst, best=bounds.best)


def too_early(rules: RatingRules, bounds: Bounds) -> bool:
    """Whether three ratings or more are still possible, so that nothing much is known."""
    order = [word.word for word in rules.words]
    return abs(order.index(bounds.best) - order.index(bounds.worst)) >= _TOO_EARLY


def distance(question: RatedQuestion) -> str:
    """How many cases would move the band: "1 more Yes: Good · 2 fewer: Inadequate"; "" while a case is open."""
    far = question.distance
    if question.tally.unanswered or (far.up is None and far.down is None):
        return ""
    if far.down is None:
        return say("{number} more Yes: {rating}", number=far.up, rating=far.up_to)
    if far.up is None:
        return say("{number} fewer Yes: {rating}", number=far.down, rating=far.down_to)
    return say(
        "{more} more Yes: {better} · {fewer} fewer: {worse}",
        more=far.up,
        better=far.up_to,
        fewer=far.down,
        worse=far.down_to,
    )


def still_open(rules: RatingRules, question: RatedQuestion, *, brief: bool = False) -> str:
    """What the open cases of a key question can still do to its band; "" without one.

    Of one case both ways, with their percent; of more, how many of them it takes, every case of the sample counted.
    Where it is too early to say, `brief` says no more than that.
    """
    tally, bounds = question.tally, question.bounds
    if not tally.unanswered or bounds is None:
        return ""
    said = [count(tally.unanswered, "{n} open", "{n} open")]
    if brief and too_early(rules, bounds):
        said.append(say("too early to say"))
    elif bounds.worst == bounds.best or not tally.of or too_early(rules, bounds):
        said.append(still_possible(rules, bounds))
    else:
        said += _either_way(question) if tally.unanswered == 1 else _moved_by_open(question)
    return " · ".join(said)


class IfJudged(NamedTuple):
    """What one more answer makes of a key question: percent, and the band, which may be the one that it has."""

    percent: int | None
    band: str
    stays: bool


def if_judged(question: RatedQuestion) -> tuple[IfJudged, IfJudged] | None:
    """What it comes to if the one case that is open is Yes, and if it is No; None unless there is just one."""
    tally, bounds = question.tally, question.bounds
    if tally.unanswered != 1 or not tally.of or bounds is None:
        return None
    yes, no = (printed_percent(n, tally.of + 1) for n in (tally.yes + 1, tally.yes))
    return IfJudged(yes, bounds.best, bounds.best == question.band), IfJudged(
        no, bounds.worst, bounds.worst == question.band
    )


def _either_way(question: RatedQuestion) -> list[str]:
    both = if_judged(question)
    if both is None:
        return []
    best, worst = (say("no change") if way.stays else way.band for way in both)
    return [
        say("Yes: {rating} ({percent}%)", rating=best, percent=both[0].percent),
        say("No: {rating} ({percent}%)", rating=worst, percent=both[1].percent),
    ]


def _moved_by_open(question: RatedQuestion) -> list[str]:
    """How many of the open cases it takes to move the band, where they can do it by themselves."""
    far, said, most = question.distance, [], question.tally.unanswered
    if far.up is not None and far.up <= most:
        said.append(count(far.up, "{n} more Yes: {rating}", "{n} more Yes: {rating}", rating=far.up_to))
    if far.down is not None and far.down <= most:
        said.append(count(far.down, "{n} more No: {rating}", "{n} more No: {rating}", rating=far.down_to))
    return said


def notes(
    framework: Framework, question: RatedQuestion, contested: int = 0, close: int = 0, *, brief: bool = False
) -> list[str]:
    """What has to be said under a key question besides its figure and its word.

    `contested` of its open cases are that, `close` of its cases were close calls.
    """
    tally = question.tally
    said = [text for text in (distance(question), still_open(framework.rating, question, brief=brief)) if text]
    if contested:
        said.append(say("{number} contested", number=contested))
    if tally.not_applicable:
        said.append(say("{number} not applicable", number=tally.not_applicable))
    if close:
        said.append(count(close, "{n} close call", "{n} close calls"))
    if question.differs:
        said.append(differs(question))
    return said


def heard(sources: int) -> str:
    """What a rating that people give rests on."""
    return count(sources, "{n} source", "{n} sources") if sources else say("no source")


def differs(question: RatedQuestion) -> str:
    """The printed percent and the exact fraction, with the band of each; which of them counts is the one shown beside."""
    tenths = 1000 * question.tally.yes // question.tally.of if question.tally.of else 0
    return say(
        "{percent}% printed: {printed} · {whole}.{tenth}…% exact: {exact}",
        percent=question.percent,
        printed=question.printed_band,
        whole=tenths // 10,
        tenth=tenths % 10,
        exact=question.exact_band,
    )


def judged(question: RatedQuestion) -> str:
    """How many cases are Yes, or why there is no figure: none is judged yet, there is none, or people set the rating."""
    tally = question.tally
    if tally.of:
        return say("{yes} of {of}", yes=tally.yes, of=tally.of)
    if tally.unanswered:
        return say("none of {number} judged", number=tally.unanswered)
    if tally.leaves:
        return say("not applicable")
    if question.by_people:
        return question.given or say("not set yet")
    return say("no cases")


def lowest(question: RatedQuestion, standard: RatedStandard) -> str:
    """That it makes the rating of its standard; where all are alike none is called the lowest. "" for one that does not."""
    if not question.lowest:
        return ""
    return say("all equal") if standard.equal else say("lowest")


def spoken_figure(question: RatedQuestion, standard: RatedStandard) -> str:
    """A key question's figure as one sentence for people who hear the screen."""
    tally = question.tally
    if not tally.of:
        return say("{ref}: {figure}", ref=question.ref, figure=judged(question))
    said = say(
        "{ref}: {yes} of {of} Yes, {percent}%, {rating}",
        ref=question.ref,
        yes=tally.yes,
        of=tally.of,
        percent=question.percent,
        rating=question.band,
    )
    return ", ".join(part for part in (said, lowest(question, standard)) if part)


def spoken_standard(standard: RatedStandard, rating: str, standing: str) -> str:
    """A standard's line as one sentence for people who hear the screen."""
    said = say("{ref} {title}: {rating}", ref=standard.ref, title=standard.title, rating=rating)
    return ", ".join([said, *([standing] if standing else [])])


def suggestion(framework: Framework, rated: RatedStandard) -> str:
    """What is suggested for a standard that people decide (V1), with how sure the rule is; or that it is decided."""
    refs = listed([q.ref for q in rated.key_questions])
    if rated.decided:
        lower = _lower(framework, rated)
        if lower is None:
            return say("Decided: {rating}.", rating=rated.computed)
        return say(
            "Decided: {rating}. Suggested (the lower of {refs}): {lower}", rating=rated.computed, refs=refs, lower=lower
        )
    if rated.computed is None:
        return say("Nothing can be suggested yet: it takes both {refs}.", refs=refs)
    status = framework.rating.rule("mixed").basis.status.value
    if rated.suggested:
        return say(
            "Suggested: {rating} (the lower of {refs}; {status} rule) – not decided",
            rating=rated.computed,
            refs=refs,
            status=status,
        )
    return say(
        "Suggested: {rating} (the lower of {refs}; {status} rule) – settled by the panel",
        rating=rated.computed,
        refs=refs,
        status=status,
    )


def _lower(framework: Framework, rated: RatedStandard) -> str | None:
    """The lower of what its key questions come to; None while one comes to nothing."""
    words = [question.band or question.given for question in rated.key_questions]
    known = [word for word in words if word]
    return min(known, key=framework.rating.points) if known and len(known) == len(words) else None


def left_out(framework: Framework, left: Collection[Standard]) -> str:
    """Which standards are not rated in this inspection, and why; "" where all are."""
    if not left:
        return ""
    why = " ".join(rule.text for rule in framework.rating.rules if rule.code == RuleCode.ORGANISATION)
    names = "; ".join(f"{standard.ref} {standard.title}" for standard in left)
    said = [say("Not rated in this inspection: {standards}. {why}", standards=names, why=why).strip()]
    visit = [standard.ref for standard in left if framework.on_return_visit(standard.ref)]
    if visit:
        said.append(say("Inspected on a return visit, where there is one: {standards}.", standards=listed(visit)))
    return " ".join(said)


def way(to: Way) -> str:
    """What steps lead to, with the rating."""
    said = say("{title}: {rating}", title=to.title, rating=to.rated)
    return f"{said} · {say('provisional')}" if to.provisional else said
