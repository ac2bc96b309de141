"""A lost laptop in words: what the lead is told, and a text to begin the incident report with."""

from collections.abc import Iterator
from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.moments import known
from inspector_app.core.services.handoffs.lost import Lost
from inspector_app.core.words import count, listed, say
from inspector_app.ui.words.handoffs.ledger import missing


def asked(found: Lost) -> str:
    """What one act of the lead does, before it is done."""
    return say(
        "Its card is withdrawn for everybody: nothing more is sealed to it, and nothing new from it is taken. What "
        "came from it and is here stays. {name} can come back with another card.",
        name=found.name,
    )


def withdrawn(found: Lost) -> list[str]:
    """Line by line what was done, and what only that laptop held."""
    done = say("The card of {name} is withdrawn. What came from it and is here stays.", name=found.name)
    return [f"{done} {next_to_do()}", *_only_there(found)]


def next_to_do() -> str:
    """What makes colleagues hear of it."""
    return say("Give everybody a package now: with it nothing more is sealed to that card or taken from it, anywhere.")


def only_there(found: Lost) -> str:
    """What only that laptop held, a sentence a line."""
    return "\n".join(_only_there(found))


def incident(found: Lost) -> list[str]:
    """Line by line a text for the incident report. It names no child: cases are known by their references."""
    return [*_reported(found), _protected(), *_only_there(found), _to_be_said()]


def _reported(found: Lost) -> Iterator[str]:
    yield say("Text for the incident report")
    yield say(
        "A laptop of {name} with data of this inspection was reported lost: {service}.",
        name=found.name,
        service=found.service,
    )
    yield say("Its card was withdrawn: {moment}.", moment=_at(found.noticed))
    if found.steps_there:
        yield count(
            found.steps_there, "It is known to hold {n} recorded edit.", "It is known to hold {n} recorded edits."
        )
        yield count(found.cases_there, "There is {n} case in the inspection.", "There are {n} cases in the inspection.")
    else:
        yield say("It is not known what it held.")
    if found.last_sent:
        yield say("A package was last made for it: {moment}.", moment=_at(found.last_sent))


def _protected() -> str:
    return say(
        "The inspection file, its backups and its keys are encrypted on that laptop, under the passphrase of its user."
    )


def _to_be_said() -> str:
    return say(
        "Still to be said: when and where it was last seen, whether it was locked or off, who was told and when."
    )


def _only_there(found: Lost) -> Iterator[str]:
    if found.here_until:
        yield say("The last work from {name} that is here: {moment}.", name=found.name, moment=_at(found.here_until))
    else:
        yield say("Nothing that {name} wrote is here.", name=found.name)
    yield say("What {name} wrote later was on that laptop alone.", name=found.name)
    if found.cases:
        yield say(
            "Cases in their name: {cases}.", cases=listed([_case(ref.ref, ref.here_until) for ref in found.cases])
        )
    if found.missing:
        yield missing(found.missing, found.name)
    if found.carriers:
        yield say("Later work may be with: {names}.", names=listed(found.carriers))


def _case(ref: str, until: str) -> str:
    if not until:
        return say("{ref} (nothing of theirs here)", ref=ref)
    return say("{ref} (here up to: {moment})", ref=ref, moment=_at(until))


def _at(at: str) -> str:
    """With its date and zone: the report goes elsewhere. A clock that stood in the future says nothing."""
    if not known(at, datetime.now().astimezone()):
        return say("not known when")
    return when.printed(datetime.fromisoformat(at).astimezone())
