"""How ratings moved from day to day, in words and in places of a drawing. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from inspector_app.core.domain.days import when
from inspector_app.core.domain.framework import Framework
from inspector_app.core.services.results.day_by_day import RatedDay
from inspector_app.core.words import listed, say
from inspector_app.ui.words import rating as rating_words


@dataclass(frozen=True, slots=True)
class RatedOn:
    """A rating at the end of a day. `step`: its place among the framework's words, from 1; 0 without a rating."""

    subject: str  # reference of a standard, or "overall"
    called: str
    day: date
    step: int
    word: str
    provisional: bool


def moved(framework: Framework, days: Sequence[RatedDay]) -> tuple[tuple[RatedOn, ...], ...]:
    """A row for each rating of the last day that had one on any of the days, the overall one last; each with its days."""
    rows = zip(*(list(_on(framework, one)) for one in days), strict=True) if days else ()
    return tuple(row for row in rows if any(point.step for point in row))


def _on(framework: Framework, one: RatedDay) -> Iterator[RatedOn]:
    rated, none, words = one.rated, say("No rating yet"), [word.word for word in framework.rating.words]
    for standard in rated.standards:
        yield RatedOn(
            subject=standard.ref,
            called=standard.ref,
            day=one.day,
            step=_step(words, standard.rating),
            word=rating_words.rating_of(framework, standard) or none,
            provisional=standard.provisional,
        )
    if framework.rating.overall:
        yield RatedOn(
            subject="overall",
            called=say("Overall"),
            day=one.day,
            step=_step(words, rated.overall),
            word=rated.overall or none,
            provisional=rated.provisional,
        )


def _step(words: Sequence[str], word: str | None) -> int:
    return words.index(word) + 1 if word in words else 0


def on_its_day(point: RatedOn) -> str:
    """Of a point: 2.1, Tue 10 Mar: Good, provisional."""
    return say("{what}, {day}: {rating}", what=point.called, day=when.short_weekday(point.day), rating=_rated(point))


def how_moved(row: Sequence[RatedOn]) -> str:
    """Of a row, as it is heard: 2.1: Inadequate on Mon 9 Mar, and Good, provisional, on Tue 10 Mar."""
    each = [say("{rating} on {day}", rating=_rated(one), day=when.short_weekday(one.day)) for one in row]
    return say("{what}: {days}.", what=row[0].called, days=listed(each))


def _rated(point: RatedOn) -> str:
    return say("{rating} (provisional)", rating=point.word) if point.step and point.provisional else point.word
