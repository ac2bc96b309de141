"""What the factual accuracy desk says of its points."""

from collections.abc import Sequence
from datetime import date

from inspector_app.core.domain.days import when
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.panel.accuracy import DECISIONS, KINDS, PointRow
from inspector_app.core.words import count, later, listed, say, shortened

NOTHING = (
    later("No points yet"),
    later(
        "What the service says of its copy of the draft comes here. Choose “Add a point”, or keep the comments of “A "
        "returned draft” as points. Each is decided with a reason, and signed off by somebody else."
    ),
)
_SHORT = 44


def short(text: str) -> str:
    """The first words of a text."""
    return shortened(" ".join(text.split()), _SHORT)


def counted(rows: Sequence[PointRow]) -> str:
    """How many there are, how many are open and how many wait for a second person."""
    to_sign = sum(row.decided and not row.signed_off for row in rows)
    parts = (
        count(len(rows), "{n} point", "{n} points"),
        count(sum(not row.decided for row in rows), "{n} open", "{n} open"),
        count(to_sign, "{n} to be signed", "{n} to be signed"),
    )
    return " · ".join(parts)


def days_left(day: date, today: date) -> str:
    """How far off the day is by which points are due."""
    left = (day - today).days
    if left == 0:
        return say("today")
    if left > 0:
        return say("tomorrow") if left == 1 else count(left, "in {n} day", "in {n} days")
    return count(-left, "was due yesterday", "was due {n} days ago")


def decided(rows: Sequence[PointRow]) -> str:
    """How many of them are decided, and how many a second person signed."""
    known, signed = sum(row.decided for row in rows), sum(row.signed_off for row in rows)
    of = len(rows)
    return " · ".join(
        (
            count(of, "{n} point, decided: {known}", "{n} points, decided: {known}", known=known),
            count(signed, "{n} signed by a second person", "{n} signed by a second person"),
        )
    )


def kind(row: PointRow) -> str:
    """What kind of point it is."""
    return str(KINDS[row.kind]) if row.kind else say("No kind yet")


def place_of_kind(row: PointRow) -> int:
    """Where its kind stands among the groups of the list: first what has none yet."""
    return [None, *KINDS].index(row.kind)


def line(number: int, row: PointRow) -> str:
    """A line of the list: number and kind, the first words, how it stands."""
    return f"{number} · {kind(row)}\n{short(row.said)}\n{state(row)}"


def state(row: PointRow) -> str:
    """How a point stands."""
    if row.contested:
        return say("contested")
    if row.decision is None or not row.decided:
        return say("open")
    return f"{DECISIONS[row.decision]} · {say('signed') if row.signed_off else say('to be signed')}"


def told(row: PointRow) -> str:
    """Who said it and when, and how it stands."""
    return " · ".join(part for part in (row.source, _day(row.day), state(row)) if part)


def _day(iso: str) -> str:
    try:
        return when.day(date.fromisoformat(iso))
    except ValueError:  # a colleague's program wrote it
        return ""


def missing(row: PointRow) -> str:
    """What a point lacks to be decided; "" for nothing."""
    if row.contested:
        return say("People differ on it: settle that at the conflict desk.")
    lacks = (
        (row.kind is None, say("its kind")),
        (row.decision is None, say("the decision")),
        (not row.reason.strip(), say("the reason")),
    )
    found = [what for is_missing, what in lacks if is_missing]
    return say("Still open, because this is missing: {what}.", what=listed(found)) if found else ""


def signing(row: PointRow, team: Sequence[Person], me: str) -> str:
    """What is said beside the signature: what is missing, who signed, or who may."""
    names = {person.id: person.name for person in team}
    if row.signed_off:
        return say("Signed off by {name}.", name=names.get(row.signer, say("somebody of the team")))
    if said := missing(row):
        return said
    others = [person.name for person in team if person.id not in row.judged]
    who = say("Who may sign: {names}.", names=listed(others)) if others else say("Nobody of the team may sign it yet.")
    own = say("You decided on it or wrote its text, so somebody else signs.") if me in row.judged else ""
    return " ".join(part for part in (own, who) if part)


def effect(row: PointRow, ratings: Sequence[tuple[str, str, str]]) -> str:
    """What became of text and ratings since the point came in."""
    text = ""
    if row.before:
        text = say("The text reads as it did.") if row.before == row.now else say("The text has been changed since.")
    none = say("no rating")
    rated = [f"{of}: {then or none} → {now or none}" for of, then, now in ratings]
    changed = (
        say("Ratings that have changed since: {what}.", what="; ".join(rated))
        if rated
        else say("No rating has changed since.")
    )
    return " ".join(part for part in (text, changed) if part)
