"""Ratings that count as none, because the framework has no such word: a colleague's package can bring any."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import GivenRating, PanelDecision


@dataclass(frozen=True, slots=True)
class UnknownRating:
    """What stands where a rating should be. `subject` as in GivenRating, or the standard that the panel decided on.

    `word` is the word; `stars` a number of stars that the framework does not have, with `word` "".
    """

    subject: str
    word: str
    stars: int = 0
    panel: bool = False


def unknown(
    framework: Framework, ratings: Iterable[GivenRating], decisions: Iterable[PanelDecision]
) -> tuple[UnknownRating, ...]:
    """Every rating and decision of the panel that `engine.rate` counts as none though something stands there."""
    return (*_given(framework, ratings), *_decided(framework, decisions))


def _given(framework: Framework, ratings: Iterable[GivenRating]) -> Iterator[UnknownRating]:
    numbers = {word.points for word in framework.rating.words}
    for given in ratings:
        if given.rating and not framework.rating.knows(given.rating):
            yield UnknownRating(given.subject, given.rating)
        if given.stars is not None and given.stars not in numbers:
            yield UnknownRating(given.subject, "", given.stars)


def _decided(framework: Framework, decisions: Iterable[PanelDecision]) -> Iterator[UnknownRating]:
    return (UnknownRating(d.standard, d.to, panel=True) for d in decisions if not framework.rating.knows(d.to))
