"""Whom one trusts, in words: how somebody stands on this laptop, what was not taken and why, and where a change came from."""

from collections.abc import Sequence
from typing import Protocol

from inspector_app.core.domain.trust import Reason, Standing
from inspector_app.core.services.handoffs import LedgerRow, Received, Untaken
from inspector_app.core.services.membership import Introduction

WHY = {
    Reason.WAITING: "whose identity card is not accepted on this laptop",
    Reason.REPLACED: "signed with an identity card in whose place another was accepted",
    Reason.WITHDRAWN: "whose identity card the lead withdrew",
    Reason.FORGED: "not signed by the laptop that it names",
    Reason.INCOMPLETE: "of which something is left out",
}
_STANDS = {
    Standing.WAITING: "{name} waits to be accepted on this laptop. Until then nothing is sealed to them, and nothing of "
    "theirs is taken: add their identity card below.",
    Standing.CHANGED: "Another identity card of {name} waits to be accepted on this laptop: ask them before you use it.",
    Standing.LEFT_OUT: "{name} was left out on this laptop: nothing is sealed to them, and nothing of theirs is taken.",
    Standing.WITHDRAWN: "The lead withdrew the identity card of {name}: nothing is sealed to it, and nothing new of it is "
    "taken.",
    Standing.NAMED: "No identity card yet.",
}


class Origin(Protocol):
    """What is known of where a change came from: names, "" where that is the author's own."""

    @property
    def laptop(self) -> str:
        """Whose laptop recorded it."""

    @property
    def package(self) -> str:
        """In whose package it came."""


def origin(found: Origin) -> str:
    """What the author's name does not say, to follow it: "recorded on the laptop of Bob, in a package of Ann"."""
    parts = [f"recorded on the laptop of {found.laptop}"] if found.laptop else []
    parts += [f"in a package of {found.package}"] if found.package else []
    return ", ".join(parts)


def standing(row: LedgerRow) -> str:
    """How somebody stands, where there is more to say than that they are accepted."""
    if row.standing in _STANDS:
        return _STANDS[row.standing].format(name=row.name)
    return "" if row.has_card else _STANDS[Standing.NAMED]


def set_aside(row: LedgerRow) -> str:
    """How much of theirs counts no longer; "" for nothing."""
    return f"Set aside: {steps(row.set_aside)} of {row.name}, which the lead did not have." if row.set_aside else ""


def besides(found: Received) -> str:
    """What of a package is not taken, what counts no longer with it, and who waits; each a sentence. "" for nothing."""
    said = [_not_taken(one) for one in found.untaken]
    if found.set_aside:
        said.append(f"Set aside: {steps(found.set_aside)} signed with an identity card that the lead withdrew.")
    return "".join(f" {sentence}" for sentence in (*said, *(_waits(row) for row in found.waiting)))


def steps(number: int) -> str:
    """So many steps."""
    return f"{number} step{'' if number == 1 else 's'}"


def introduced(names: Sequence[str]) -> str:
    """Whom a yes to joining covers; "" for nobody."""
    return f"With it you accept whom they put into the team: {', '.join(names)}." if names else ""


def _not_taken(one: Untaken) -> str:
    about = f", about {', '.join(one.cases)}" if one.cases else ""
    return f"Not taken: {steps(one.steps)} of {one.name or 'somebody unknown'}, {WHY[one.reason]}{about}."


def _waits(row: Introduction) -> str:
    what = "Another identity card of {name}" if row.changed else "{name}"
    return (
        f"{what.format(name=row.card.name)}, introduced by {row.by or 'somebody'}, waits to be accepted on this laptop."
    )
