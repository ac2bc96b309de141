"""What the page of members' ratings says."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.panel import own_ratings
from inspector_app.core.domain.panel.own_ratings import OwnRating, Seat
from inspector_app.core.words import count, later, listed, say

Names = Mapping[str, str]  # of people, by id

SEATS = {"": later("No seat"), Seat.MEMBER: later("Member"), Seat.CHAIR: later("Chair")}
SEALED = later(
    "Sealed on this laptop. Only the chair can open it, and nobody can read it before then. A conflict of "
    "interest can be read by everyone."
)


def standing(seats: Mapping[str, Seat], rows: Sequence[OwnRating]) -> str:
    """How far the panel is with a standard, in a line."""
    if any(row.opened for row in rows):
        return say("opened")
    missing = len(own_ratings.missing(list(seats), rows))
    return say("{number} of {of} in", number=len(seats) - missing, of=len(seats)) if seats else say("nobody seated")


def chaired(seats: Mapping[str, Seat], names: Names) -> str:
    """Who chairs, and how many sit there."""
    chairs = [names.get(person, "") for person, seat in seats.items() if seat is Seat.CHAIR]
    who = say("Chair: {name}", name=chairs[0]) if len(chairs) == 1 else say("No chair yet")
    return f"{who} · {count(len(seats), '{n} seat', '{n} seats')}"


def member(row: OwnRating, names: Names) -> str:
    """One member's rating of a standard, as far as it may be seen, in a line or two."""
    name = names.get(row.person, say("somebody of the team"))
    interest = say("Conflict of interest: {text}", text=row.interest) if row.interest else ""
    if row.opened is None:
        state = say("sealed, {moment}", moment=_moment(row.given)) if row.given else say("not in yet")
        return "\n".join(part for part in (f"{name}: {state}", interest) if part)
    again = say("Has sealed another since; it is not opened.") if row.again else ""
    head = f"{name}: {row.opened.rating or say('no rating')}"
    return "\n".join(part for part in (head, row.opened.reason, interest, again) if part)


def opened(rows: Sequence[OwnRating], names: Names) -> str:
    """Who opened them and when, and who was not in then; "" while nothing was opened."""
    there = [row for row in rows if row.opened]
    if not there:
        return ""
    first = min(there, key=lambda row: row.opened_at)
    who = names.get(first.opened_by, say("somebody of the team"))
    said = say("Opened by {name}, {moment}.", name=who, moment=_moment(first.opened_at))
    out = [names.get(row.person, "") for row in rows if not row.opened]
    return f"{said} {say('Not opened: {names}.', names=listed(out))}" if out else said


def waiting(seats: Mapping[str, Seat], rows: Sequence[OwnRating], names: Names) -> str:
    """Who is not in yet; "" where all are."""
    out = sorted(names.get(person, "") for person in own_ratings.missing(list(seats), rows))
    return say("Not in yet: {names}.", names=listed(out)) if out else ""


def _moment(iso: str) -> str:
    return when.moment(datetime.fromisoformat(iso).astimezone(), datetime.now().astimezone())
