"""Identity cards in words: whose waits for a yes, by whose word, and what follows from a yes and from a no."""

from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.text import names
from inspector_app.core.domain.trust import How, Standing
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.people.membership import Introduction, WouldGet
from inspector_app.core.words import count, later, listed, say

ALPHABETS = later("The name mixes letters of different alphabets: it can look like somebody else’s name and not be it.")
LEADS = later("Its holder leads the inspection for you.")
HOW = {
    How.CARD: later("their identity card was given by hand"),
    How.JOINED: later("accepted by joining the inspection"),
    How.FACE: later("compared face to face"),
    How.TELEPHONE: later("compared by telephone"),
    How.THROUGH: later("accepted without comparing"),
}
_LIST = {
    Standing.CHANGED: later("a different card of theirs waits"),
    Standing.WITHDRAWN: later("the lead withdrew their card"),
}


def in_list(row: Introduction) -> str:
    """Somebody who waits, as one line of a list."""
    return f"{row.card.name}: {waits_in_list(row)}"


def waits_in_list(row: Introduction) -> str:
    """Why they wait, beside their name."""
    if row.left_out:
        return say("left out")
    return say("a different card from the one you have") if row.changed else say("new to you")


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
    if row.said:
        introduced = f"{introduced} {say('{by} writes: “{words}”', by=by, words=row.said)}"
    if names.mixes_alphabets(row.card.name):
        introduced = f"{introduced} {ALPHABETS}"
    if not row.changed:
        return introduced
    doubt = say(
        "{name} may have a new laptop, or somebody made a card with this name: only {name} can tell you.", name=name
    )
    return f"{introduced} {doubt}"


def waiting_card(row: Introduction) -> str:
    """What the card that waits is called."""
    return say("The card that waits") if row.changed else say("The card of {name}", name=row.card.name)


def made(row: Introduction) -> str:
    """When the card that waits was made, and who passed it on."""
    told = [
        say("made: {moment}", moment=_moment(row.made)) if row.made else "",
        say("passed on by {name}", name=row.by) if row.by else "",
    ]
    return " · ".join(part for part in told if part)


def had(row: Introduction) -> str:
    """How and when the card that counts now was accepted."""
    if row.known is None:
        return ""
    how = str(HOW[row.known.how])
    return f"{how}, {_moment(row.known.at)}" if row.known.at else how


def asked(row: Introduction) -> str:
    """The question of how the keys were compared."""
    if row.changed:
        return say("How did you compare the new one?")
    return say("How did you compare it with {name}?", name=row.card.name)


def not_by(row: Introduction) -> str:
    """What is no comparing, or what follows from none."""
    if row.changed:
        return say("Not by the mail or on the stick that the package came on.")
    return say("Not compared, it stays marked as accepted without comparing.")


def gets(row: Introduction, found: WouldGet) -> list[str]:
    """What somebody new gets after a yes."""
    everything = listed(
        [
            count(found.cases, "{n} case", "{n} cases"),
            count(found.sources, "{n} source of evidence", "{n} sources of evidence"),
            count(found.concerns, "{n} concern", "{n} concerns"),
        ]
    )
    told = [
        say("your packages from now on, where you tick the name"),
        say("in the first of them, everything that is here: {everything}", everything=everything),
    ]
    if row.cases:
        told.append(say("the cases that are in their name: {cases}", cases=listed(row.cases)))
    return told


def never_gets() -> list[str]:
    """What even an accepted card does not open."""
    return [
        say("no package that you made before: it opens only for those it was made for"),
        say("no rating that a member of the panel sealed for the chair"),
    ]


def follows(row: Introduction) -> list[tuple[str, str]]:
    """What a yes and a no do, each by its name."""
    name = row.card.name
    if row.changed:
        does = say("Packages are sealed to the new card from now on, and nothing that the former one signs is taken.")
        return [
            (say("Accept"), f"{does} {LEADS}" if row.would_lead else does),
            (say("Keep"), say("The card you have continues to count, and nothing that the new one signs is taken.")),
        ]
    return [
        (say("Accept"), say("Packages are sealed to {name} from now on, and their work is taken.", name=name)),
        (say("Leave out"), say("Nothing is sealed to {name}, and none of their work is taken.", name=name)),
    ]


def accepted(row: Introduction) -> str:
    """What a yes did."""
    return say(
        "{name} is accepted. Their work that was not taken comes with the next package that holds it.",
        name=row.card.name,
    )


def left(row: Introduction) -> str:
    """What a no did."""
    if row.changed:
        return say("The card of {name} that you have continues to count.", name=row.card.name)
    return say("{name} is left out. You can accept them here later.", name=row.card.name)


def known(row: LedgerRow, now: datetime) -> str:
    """How somebody stands who is known here."""
    if row.standing is Standing.WITHDRAWN:
        return say("The lead withdrew this card: nothing is sealed to it, and nothing new from it is taken.")
    how = accepted_how(row)
    if not how:
        return ""
    how = how[0].upper() + how[1:]
    return say("{how}, {moment}.", how=how, moment=when.moment(row.since, now)) if row.since else f"{how}."


def _moment(at: str) -> str:
    return when.moment(at, datetime.now().astimezone())
