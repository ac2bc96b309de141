"""What the log of what the service was told says of its entries."""

from collections.abc import Mapping, Sequence

from inspector_app.core.domain.panel.told import ToldRow
from inspector_app.core.words import count, later, say

NOTHING = (
    later("Nothing is noted yet"),
    later(
        "Note here what the service is told of ratings before they are final: whom, when, and what was said. The "
        "ratings at that moment are kept with it, so that everybody can see which have changed since, and why."
    ),
)


def counted(rows: Sequence[ToldRow], now: str) -> str:
    """How many entries there are, and how many are still to be explained."""
    open_ = sum(row.unexplained(now) for row in rows)
    entries = count(len(rows), "{n} entry", "{n} entries")
    return f"{entries} · {count(open_, '{n} to explain', '{n} to explain')}" if open_ else entries


def line(row: ToldRow, now: str) -> str:
    """A line of the list: the day, who was told, and whether it changed since."""
    return f"{row.on}\n{row.whom}\n{state(row, now)}"


def state(row: ToldRow, now: str) -> str:
    """Whether the ratings that were told are others since, and whether somebody said why."""
    if not row.changed(now):
        return say("as it was told")
    return say("changed since, to explain") if row.unexplained(now) else say("changed since, explained")


def changes(row: ToldRow, now: str) -> str:
    """The ratings that are others now than those that were told."""
    none = say("no rating")
    lines = [f"{_of(of)}: {then or none} → {word or none}" for of, then, word in row.changed(now)]
    return "\n".join(lines) or say("The ratings are still those that the service was told.")


def noted(row: ToldRow, names: Mapping[str, str]) -> str:
    """Who was told when, and who noted it."""
    by = names.get(row.by, say("somebody of the team"))
    return f"{row.on} · {say('noted by {name}', name=by)}"


def _of(of: str) -> str:
    return say("Overall") if of == "overall" else of
