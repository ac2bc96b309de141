"""The ratings panel in words: what a decision does, what one would do, and the record of them. No Qt, no rules."""

from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.inspection import PanelDecision
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.domain.rated import Rated, RatedStandard, ScoreBounds
from inspector_app.core.services.results.panel import Effect
from inspector_app.core.words import count, say
from inspector_app.ui.words.rating import open_judgements, waits


def panel_state(rated: RatedStandard, to: str, reason: str) -> str:
    """What the panel's decision on a standard does, in one sentence; "" without a decision. Without a reason, a draft."""
    if not to:
        return ""
    if PanelDecision(rated.ref, to, reason).is_draft:
        return say("A draft: it takes effect once the panel’s reason is written.")
    if rated.computed is None:
        return say("Waits: {rating} takes effect once there is a computed rating.", rating=to)
    if rated.computed == to:
        return say("Confirms the computed rating, {rating}.", rating=to)
    if rated.discretion is not None and rated.discretion.kept:
        return say(
            "Kept by the panel: {rating}, which is what scores. Computed since: {computed}. The panel decides again, or the "
            "decision is withdrawn.",
            rating=to,
            computed=rated.computed,
        )
    if rated.discretion is not None and rated.discretion.was:
        return say(
            "Changed by the panel: {step}, which is what scores. Computed since: {computed}. The panel decides again, or the "
            "decision is withdrawn.",
            step=f"{rated.discretion.was} → {to}",
            computed=rated.computed,
        )
    said = say(
        "Changes {computed} to {rating}, which is what scores. Percentages stay as they are.",
        computed=rated.computed,
        rating=to,
    )
    unanswered = sum(q.tally.unanswered for q in rated.key_questions)
    return " ".join([said, say("Provisional: {open}.", open=open_judgements(unanswered))]) if unanswered else said


def effect(found: Effect) -> str:
    """What a rating by the panel would make of the overall one; "" where there is no overall rating yet."""
    if found.score is None:
        return ""
    return say(
        "{rating}: {number} of {most} · {overall}",
        rating=found.to,
        number=found.score,
        most=found.most,
        overall=found.overall,
    )


def decided(one: Decided, now: datetime) -> list[str]:
    """A decision of the panel in the record, in lines: when and by whom, from what to what, why, and when it ended."""
    lines = [
        say("{moment}, {name} · kept: {rating}", moment=when.moment(one.at, now), name=one.by, rating=one.to)
        if one.kept
        else say(
            "{moment}, {name} · from: {computed} · to: {rating}",
            moment=when.moment(one.at, now),
            name=one.by,
            computed=one.computed or "–",
            rating=one.to,
        )
    ]
    if one.members:
        lines.append(say("Members: {names}", names=one.members))
    if one.interests:
        lines.append(say("Conflicts of interest: {text}", text=one.interests))
    if one.contested:
        lines.append(say("Contested: it does not count until it is settled."))
    if one.ended_at:
        lines.append(say("Reason: {reason}", reason=one.reason))
        ended = when.moment(one.ended_at, now)
        lines.append(say("Withdrawn or replaced: {moment}, {name}", moment=ended, name=one.ended_by))
    return lines


def so_far(stands: Decided | None, rated: RatedStandard) -> str:
    """Beside a standard: what the panel decided on it."""
    if stands is None:
        return say("not decided yet") if rated.computed else say("no rating yet")
    if stands.contested:
        return say("contested: no decision counts")
    if stands.kept and stands.to != rated.computed and rated.discretion is None:
        return say(
            "kept: {rating}; now it is: {computed}", rating=stands.to, computed=rated.computed or say("no rating yet")
        )
    said = (
        say("kept: {rating}", rating=stands.to)
        if stands.kept
        else say("changed: {step}", step=f"{stands.computed or rated.computed or '–'} → {stands.to}")
    )
    later = stands.computed and stands.computed != rated.computed
    now = say("now it is computed: {rating}", rating=rated.computed or say("no rating yet")) if later else ""
    return " · ".join(part for part in (said, now, say("provisional") if rated.provisional else "") if part)


def on_overall(rated: RatedStandard, stands: Decided | None) -> str:
    """Beside a standard and its rating, where all of them stand together: its points, and what the panel decided."""
    points = "" if rated.points is None else count(rated.points, "{n} point", "{n} points")
    decided = so_far(stands, rated) if rated.computed or stands else waits(rated)
    return " · ".join(part for part in (points if rated.counted else say("not counted"), decided) if part)


def how_far(decided: int, of: int) -> str:
    """How many of the standards the panel decided on."""
    return count(of, "Decided: {number} of {n} standard", "Decided: {number} of {n} standards", number=decided)


def _still_possible(now: Rated, then: Effect) -> str:
    """What a decision would do where there is no overall rating yet: to the points that are still possible."""
    if now.bounds is None or then.bounds is None:
        return say("There is no overall rating yet.")
    if now.bounds == then.bounds:
        return say(
            "There is no overall rating yet. Points still possible, as before: {points}", points=_points(now.bounds)
        )
    step = f"{_points(now.bounds)} → {_points(then.bounds)}"
    return say("There is no overall rating yet. Points still possible: {step}", step=step)


def _points(bounds: ScoreBounds) -> str:
    low, high = bounds.worst_score, bounds.best_score
    return str(low) if low == high else say("{low} to {high}", low=low, high=high)


def score(found: Effect | Rated) -> str:
    """The overall score: 20 of 36; "" where there is none."""
    most = found.most if isinstance(found, Effect) else found.score_max
    return "" if found.score is None else say("{number} of {most}", number=found.score, most=most)


def changes(now: Rated, then: Effect) -> str:
    """What a decision would do to the overall rating, before it is recorded."""
    if then.score is None:
        return _still_possible(now, then) if now.score_max else say("There is no overall rating.")
    if then.score == now.score and then.overall == now.overall:
        told = say("Overall stays: {score} · {rating}", score=score(then), rating=then.overall)
    else:
        step = f"{score(now) or '–'} → {score(then)}"
        told = say("Overall: {step} · {rating}", step=step, rating=then.overall)
    return f"{told} · {say('provisional')}" if now.provisional else told
