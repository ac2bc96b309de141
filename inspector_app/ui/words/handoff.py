"""Packages in words: what went out, what one brings, and what came of bringing it in."""

from collections.abc import Sequence
from datetime import datetime

from inspector_app.core.domain import when
from inspector_app.core.services.handoffs import Exported, Received
from inspector_app.core.words import count, listed, say
from inspector_app.ui.words.ledger import missing
from inspector_app.ui.words.trust import besides


def went(sent: Exported, *, receipt: bool = False) -> str:
    """What went into a package, for whom and where it is."""
    names = listed(sent.recipients)
    if receipt:
        return say("A receipt for {names}: {where}", names=names, where=sent.path)
    amount = f"{_steps(sent.steps)}, {_changes(sent.changes)}"
    if sent.everything:
        said = say("{amount}, the whole inspection, for {names}: {where}", amount=amount, names=names, where=sent.path)
    else:
        said = say("{amount} for {names}: {where}", amount=amount, names=names, where=sent.path)
    return said[0].upper() + said[1:]


def brings(found: Received, now: datetime) -> str:
    """What importing a package would do."""
    made = when.moment(found.made, now)
    if found.nothing_new:
        said = say(
            "From {name}, made {moment}: everything in it is here already. Importing it notes what {name} has.",
            name=found.sender,
            moment=made,
        )
        return _told(said, *_gap(found), *besides(found))
    said = say("From {name}, made {moment}: {steps}.", name=found.sender, moment=made, steps=_steps(found.steps))
    return _told(said, *_fields(found), say("Nothing is lost."), *_gap(found), *besides(found))


def brought(found: Sequence[Received]) -> str:
    """What importing packages did."""
    return "\n".join(_told(*_imported(one), *_gap(one), *besides(one)) for one in found)


def _told(*sentences: str) -> str:
    return " ".join(sentences)


def _imported(found: Received) -> list[str]:
    if found.nothing_new:
        return [say("Imported from {name}: everything was here already.", name=found.sender)]
    fields, *more = _fields(found)
    return [say("Imported from {name}: {fields}", name=found.sender, fields=fields), *more]


def _steps(number: int) -> str:
    return count(number, "{n} step", "{n} steps") if number else say("no steps")


def _changes(number: int) -> str:
    return count(number, "{n} change", "{n} changes") if number else say("no changes")


def _fields(found: Received) -> list[str]:
    """Sentences on the fields, counted by what becomes of them; the first number says that it is of fields."""
    new, changed, contested, settled = found.new, found.changed, found.contested, found.settled
    kinds = (
        (new, count(new, "{n} field new", "{n} fields new"), say("{number} new", number=new)),
        (changed, count(changed, "{n} field changed", "{n} fields changed"), say("{number} changed", number=changed)),
        (
            contested,
            count(contested, "{n} field contested", "{n} fields contested"),
            say("{number} contested", number=contested),
        ),
        (settled, count(settled, "{n} field settled", "{n} fields settled"), say("{number} settled", number=settled)),
    )
    told = [(first, further) for number, first, further in kinds if number]
    if not told:
        return [say("No field gets another value.")]
    parts = [told[0][0], *(further for _, further in told[1:])]
    both = [say("Where two values stand, both are kept until somebody settles it.")] if contested else []
    return [f"{', '.join(parts)}.", *both]


def _gap(found: Received) -> list[str]:
    """Sentences on what has not come yet."""
    if not found.missing:
        return []
    usable = count(
        len(found.missing),
        "This package can be used all the same; it can come later.",
        "This package can be used all the same; they can come later.",
    )
    return [missing(found.missing, found.sender), usable]
