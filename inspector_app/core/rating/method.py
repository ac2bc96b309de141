"""Percentages and bands on integers. Every threshold comes from the framework; none stands here."""

from collections.abc import Sequence
from functools import lru_cache

from inspector_app.core.domain.rating_rules import Band, BandOn, RatingRules


def printed_percent(yes: int, of: int) -> int | None:
    """Yes cases of judged cases as a whole percent, halves up; None without judged cases."""
    return (200 * yes + of) // (2 * of) if of else None


@lru_cache(maxsize=4096)  # an answer has a hundred asked for, of the same few bounds and numbers of cases
def least_yes(lower: int, of: int, on: BandOn) -> int:
    """The fewest Yes cases of `of` that reach a lower bound of `lower` percent.

    Printed: the percent rounds up to `lower` as soon as it is half a point below it.
    """
    if on is BandOn.EXACT:
        return -(-lower * of // 100)
    return max(0, -(-(2 * lower - 1) * of // 200))


def band_index(rules: RatingRules, yes: int, of: int, on: BandOn | None = None) -> int:
    """Place in `rules.bands` of the highest band that `yes` of `of` judged cases reach (`of` above 0)."""
    basis = on or rules.band_on
    for place in range(len(rules.bands) - 1, 0, -1):
        if yes >= least_yes(rules.bands[place].lower, of, basis):
            return place
    return 0


def band(rules: RatingRules, yes: int, of: int, on: BandOn | None = None) -> str | None:
    """The word for `yes` of `of` judged cases; None without judged cases."""
    return rules.bands[band_index(rules, yes, of, on)].word if of else None


def cut(bands: Sequence[Band], score: int) -> Band:
    """The overall band of a score: the last one whose lower bound it reaches."""
    return max((b for b in bands if score >= b.lower), key=lambda b: b.lower, default=bands[0])


def lower_of(rules: RatingRules, words: Sequence[str]) -> str:
    """The word with the fewest points."""
    points = {w.word: w.points for w in rules.words}
    return min(words, key=points.__getitem__)
