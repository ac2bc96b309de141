"""Identity cards in words: whose waits for a yes, by whose word, and what follows from a yes and from a no."""

from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.trust import How, Standing
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.people.membership import Introduction
from inspector_app.core.words import later, listed, say

HOW = {
    How.CARD: later("their identity card was given by hand"),
    How.JOINED: later("accepted by joining the inspection"),
    How.FACE: later("compared face to face"),
    How.TELEPHONE: later("compared by telephone"),
    How.THROUGH: later("accepted without comparing"),
}
_LIST = {
    Standing.CHANGED: later("another card of theirs waits"),
    Standing.WITHDRAWN: later("the lead withdrew their card"),
}


def in_list(row: Introduction) -> str:
    """Somebody who waits, as one line of a list."""
    return f"{row.card.name}: {waits_in_list(row)}"


def waits_in_list(row: Introduction) -> str:
    """Why they wait, beside their name."""
    if row.left_out:
        return say("left out")
    return say("another card than the one you have") if row.changed else say("new to you")


def known_in_list(row: LedgerRow) -> str:
    """Somebody who is known here, as one line of a list."""
    said = stands_in_list(row)
    return f"{row.name}: {said}" if said else row.name


def stands_in_list(row: LedgerRow) -> str:
    """How they stand, beside their name; "" where there is nothing to say."""
    return str(_LIST.get(row.standing, "")) or accepted_how(row)


def accepted_how(row: LedgerRow) -> str:
    """How the card that counts here came to be accepted; "" where there is none."""
    return str(HOW[How(row.how)]) if row.how else ""


def heading(row: Introduction) -> str:
    """What there is to decide."""
    if row.changed:
        return say("The card of {name} is not the one you have", name=row.card.name)
    return say("{name} is new to you", name=row.card.name)


def about(row: Introduction) -> str:
    """Who says so, and what only the person themselves can say."""
    name, by = row.card.name, row.by or say("somebody unknown")
    introduced = (
        say("{by}, who leads the inspection, introduces this card.", by=by)
        if row.by_lead
        else say("{by}, who does not lead the inspection, introduces this card.", by=by)
    )
    if not row.changed:
        return introduced
    doubt = say(
        "{name} may have a new laptop, or somebody made a card with this name: only {name} can tell you.", name=name
    )
    return f"{introduced} {doubt}"


def said(row: Introduction) -> str:
    """What else is known of the card: when it was made, what was said with it, and which cases wait for its person."""
    lines = []
    if row.made:
        lines.append(say("Made: {moment}.", moment=_moment(row.made)))
    if row.said:
        lines.append(say("{by} writes: “{words}”", by=row.by, words=row.said))
    if row.cases:
        lines.append(say("Cases in their name: {cases}.", cases=listed(row.cases)))
    return "\n".join(lines)


def accepting(row: Introduction) -> str:
    """What follows from a yes."""
    if row.changed:
        return say(
            "Accept: packages are sealed to the new card from now on, and nothing that the former one signs is taken."
        )
    return say("Accept: packages are sealed to {name} from now on, and their work is taken.", name=row.card.name)


def leaving(row: Introduction) -> str:
    """What follows from a no."""
    if row.changed:
        return say("Keep: the card you have goes on counting, and nothing that the new one signs is taken.")
    return say("Leave out: nothing is sealed to {name}, and nothing of theirs is taken.", name=row.card.name)


def accepted(row: Introduction) -> str:
    """What a yes did."""
    return say(
        "{name} is accepted. Work of theirs that was not taken comes with the next package that holds it.",
        name=row.card.name,
    )


def left(row: Introduction) -> str:
    """What a no did."""
    if row.changed:
        return say("The card of {name} that you have goes on counting.", name=row.card.name)
    return say("{name} is left out. You can accept them here later.", name=row.card.name)


def known(row: LedgerRow, now: datetime) -> str:
    """How somebody stands who is known here."""
    if row.standing is Standing.WITHDRAWN:
        return say("The lead withdrew this card: nothing is sealed to it, and nothing new of it is taken.")
    how = accepted_how(row)
    if not how:
        return ""
    how = how[0].upper() + how[1:]
    return say("{how}, {moment}.", how=how, moment=when.moment(row.since, now)) if row.since else f"{how}."


def _moment(at: str) -> str:
    return when.moment(at, datetime.now().astimezone())
