"""How the overall rating is said in words on the screen: what it is called, why it is open, what is still possible. No Qt."""

from inspector_app.core.domain.rated import Rated
from inspector_app.core.words import by_number, count, listed, say


def called(rated: Rated) -> str:
    """What the overall rating is called beside its figure: "Overall so far" for as long as it is provisional."""
    return say("Overall so far") if rated.provisional else say("Overall")


def open_in(rated: Rated) -> list[str]:
    """Why the overall rating is provisional, standard by standard; empty when it is not."""
    missing = [s.ref for s in rated.standards if s.counted and s.rating is None]
    said = [_without_rating(missing)] if missing else []
    rest = [s for s in rated.standards if s.counted and s.rating is not None]
    said += [say("{ref} is suggested, not decided", ref=s.ref) for s in rest if s.suggested]
    unanswered = [(s.ref, sum(q.tally.unanswered for q in s.key_questions)) for s in rest if not s.suggested]
    return said + [_have_open(refs, number) for refs, number in by_number(unanswered) if number]


def _without_rating(refs: list[str]) -> str:
    return count(len(refs), "{refs} has no rating yet", "{refs} have no rating yet", refs=listed(refs))


def _have_open(refs: list[str], unanswered: int) -> str:
    if len(refs) == 1:
        return count(unanswered, "{ref} has {n} judgement open", "{ref} has {n} judgements open", ref=refs[0])
    each = listed(refs)
    return count(unanswered, "{refs} have {n} judgement open each", "{refs} have {n} judgements open each", refs=each)


def bounds(rated: Rated) -> str:
    """The worst and best overall still possible, in one sentence; "" where nothing can be said or nothing is open."""
    found = rated.bounds
    if found is None or not rated.provisional:
        return ""
    if found.worst_score == found.best_score:
        return count(
            found.best_score,
            "Whatever is still open: {n} point, {rating}.",
            "Whatever is still open: {n} points, {rating}.",
            rating=found.best,
        )
    if found.worst == found.best:
        return say(
            "Still possible: {low} to {high} points; {rating} either way.",
            low=found.worst_score,
            high=found.best_score,
            rating=found.best,
        )
    return count(
        rated.score_max or 0,
        "Still possible: from {low} ({worst}) to {high} ({best}) of {n} point.",
        "Still possible: from {low} ({worst}) to {high} ({best}) of {n} points.",
        low=found.worst_score,
        worst=found.worst,
        high=found.best_score,
        best=found.best,
    )
