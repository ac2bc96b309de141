"""Whom one trusts, in words: how somebody stands on this laptop, what was not taken and why, and where a change came from."""

from collections.abc import Sequence
from typing import Protocol

from inspector_app.core.domain.trust import Reason, Standing
from inspector_app.core.services.handoffs import LedgerRow, Received, Untaken
from inspector_app.core.services.people.membership import Introduction
from inspector_app.core.words import later, say

WHY = {
    Reason.WAITING: later("their identity card is not accepted on this laptop"),
    Reason.REPLACED: later("signed with an identity card that another has replaced"),
    Reason.WITHDRAWN: later("the lead withdrew their identity card"),
    Reason.FORGED: later("not signed by the laptop that is named in it"),
    Reason.INCOMPLETE: later("part of it is left out"),
}
_STANDS = {
    Standing.WAITING: later(
        "{name} waits to be accepted on this laptop. Until then nothing is sealed to them, and none of their work "
        "is taken."
    ),
    Standing.CHANGED: later(
        "Another identity card of {name} waits to be accepted on this laptop: ask them before you use it."
    ),
    Standing.LEFT_OUT: later(
        "{name} was left out on this laptop: nothing is sealed to them, and none of their work is taken."
    ),
    Standing.WITHDRAWN: later(
        "The lead withdrew the identity card of {name}: nothing is sealed to it, and nothing new from it is taken."
    ),
}
_NO_CARD = later("No identity card yet.")


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
    package = say("in a package of {name}", name=found.package) if found.package else ""
    return ", ".join(part for part in (recorded(found.laptop), package) if part)


def recorded(laptop: str) -> str:
    """Whose laptop recorded a change, to follow its author's name; "" for "", where that is the author's own."""
    return say("recorded on the laptop of {name}", name=laptop) if laptop else ""


def standing(row: LedgerRow) -> str:
    """How somebody stands, where there is more to say than that they are accepted."""
    if row.standing in _STANDS:
        return _STANDS[row.standing].say(name=row.name)
    return "" if row.has_card else str(_NO_CARD)


def set_aside(row: LedgerRow) -> str:
    """That work of theirs counts no longer; "" where all does."""
    if not row.set_aside:
        return ""
    return say("Set aside: work from {name} that the lead did not have.", name=row.name)


def besides(found: Received) -> list[str]:
    """What of a package is not taken, what counts no longer with it, and who waits; each a sentence."""
    said = [_not_taken(one) for one in found.untaken]
    if found.set_aside:
        said.append(say("Set aside: work signed with an identity card that the lead withdrew."))
    return [*said, *(_waits(row) for row in found.waiting)]


def untaken(one: Untaken) -> str:
    """Whose work is not taken, why, and about which cases: no whole sentence, to follow a colon."""
    whose = say("work from {name}", name=one.name or say("somebody unknown"))
    about = f" ({', '.join(one.cases)})" if one.cases else ""
    return f"{whose}, {WHY[one.reason]}{about}"


def introduced(names: Sequence[str], waiting: Sequence[str], *, by_lead: bool) -> str:
    """Whom a yes to joining covers, and who waits for another one; "" for nobody."""
    return "\n".join(part for part in (_by_sender(", ".join(names), by_lead=by_lead), _waiting(waiting)) if part)


def _by_sender(names: str, *, by_lead: bool) -> str:
    if not names:
        return ""
    if by_lead:
        return say("With it you accept those they put into the team: {names}.", names=names)
    return say(
        "They do not lead the inspection, so those they put into the team wait for you to accept them: {names}.",
        names=names,
    )


def _waiting(names: Sequence[str]) -> str:
    return (
        say("Introduced by others, and waiting for you to accept them: {names}.", names=", ".join(names))
        if names
        else ""
    )


def framework_differs(title: str, places: Sequence[str]) -> str:
    """What the framework text of a package says otherwise; "" where it is the same."""
    if not places:
        return ""
    head = say(
        "The package brings a text of this framework that this laptop does not have: {title}. It differs in:",
        title=title,
    )
    asked = say("Ask whoever sent it why, before you use it.")
    return "\n".join([head, *(f"  • {place}" for place in places), asked])


def _not_taken(one: Untaken) -> str:
    return say("Not taken: {what}.", what=untaken(one))


def _waits(row: Introduction) -> str:
    name, by = row.card.name, row.by or say("somebody unknown")
    if row.changed:
        return say(
            "Another identity card of {name}, introduced by {by}, waits to be accepted on this laptop.",
            name=name,
            by=by,
        )
    return say("{name}, introduced by {by}, waits to be accepted on this laptop.", name=name, by=by)
