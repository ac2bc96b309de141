"""How far ratings are from changing, exactly: distance to the next band, and the worst and best still possible.

A case still open may become Yes, No or not applicable. All Yes gives the largest percent that any way of finishing can
give, all No the smallest: with a turned Yes and b turned No, a+b up to u, (y+a)/(y+n+a+b) lies between y/(y+n+u) and
(y+u)/(y+n+u); rounding and bands keep that order. So the bounds are attained, and not applicable reaches no further.

Ways of finishing after which a standard has no rating (every case not applicable) are left out: bounds are those of
the ratings there can be. Where no case is recorded yet, any can still come, and so can any rating. V1 that nobody has
set yet ranges over what the framework would suggest, since people may set it to any word and saying so informs nobody.
"""

from collections.abc import Iterable, Sequence

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import Bounds, Distance, RatedStandard, ScoreBounds, Tally
from inspector_app.core.domain.rating_rules import RatingRules
from inspector_app.core.rating import method

NO_DISTANCE = Distance(None, None, None, None)


def distance(rules: RatingRules, tally: Tally) -> Distance:
    """Fewest cases that move the key question's band once all its cases are judged, up and down.

    Every case of the sample counts: upwards an open one that becomes No has not moved, downwards one that becomes Yes.
    """
    if not tally.of:
        return NO_DISTANCE
    here, cases, most = method.band_index(rules, tally.yes, tally.of), tally.of + tally.unanswered, tally.most_yes
    up = down = up_to = down_to = None
    if here + 1 < len(rules.bands):
        up = method.least_yes(rules.bands[here + 1].lower, cases, rules.band_on) - tally.yes
        up_to = method.band(rules, tally.yes + up, cases)
    if here:
        down = most - method.least_yes(rules.bands[here].lower, cases, rules.band_on) + 1
        down_to = method.band(rules, most - down, cases)
    return Distance(up, up_to, down, down_to)


def question_bounds(rules: RatingRules, tally: Tally) -> Bounds | None:
    """Worst and best band with its open cases, or with any while it has no case; None when it applies to none of them."""
    if tally == Tally():
        return given_bounds(rules, None)
    of = tally.of + tally.unanswered
    worst, best = method.band(rules, tally.yes, of), method.band(rules, tally.most_yes, of)
    return Bounds(worst, best) if worst and best else None


def given_bounds(rules: RatingRules, word: str | None) -> Bounds:
    """Bounds of what people rate: the word given, or every word while there is none."""
    return Bounds(word, word) if word else Bounds(rules.words[0].word, rules.words[-1].word)


def lowest_bounds(rules: RatingRules, parts: Iterable[Bounds | None]) -> Bounds | None:
    """Bounds of the lowest of several ratings; None when there is none, or one of them cannot be had."""
    found = list(parts)
    known = [b for b in found if b]
    if not known or len(known) < len(found):
        return None
    return Bounds(method.lower_of(rules, [b.worst for b in known]), method.lower_of(rules, [b.best for b in known]))


def score_bounds(framework: Framework, standards: Sequence[RatedStandard]) -> ScoreBounds | None:
    """Bounds of score and overall from those of the counted standards; None when one of them cannot have a rating."""
    rules = framework.rating
    known = [s.bounds for s in standards if s.counted and s.bounds]
    if not known or len(known) < sum(s.counted for s in standards):
        return None
    worst, best = sum(rules.points(b.worst) for b in known), sum(rules.points(b.best) for b in known)
    return ScoreBounds(worst, best, method.cut(rules.overall, worst).word, method.cut(rules.overall, best).word)
