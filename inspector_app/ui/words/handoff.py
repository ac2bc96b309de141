"""Packages in words: what went out, what one brings, and what came of bringing it in."""

from collections.abc import Sequence
from datetime import datetime

from inspector_app.core.services.handoffs import Exported, Received
from inspector_app.ui.words.ledger import listed, missing
from inspector_app.ui.words.trust import besides
from inspector_app.ui.words.when import moment


def counted(number: int, thing: str) -> str:
    """A number of things: "1 step", "12 steps", "no steps"."""
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def went(sent: Exported, *, receipt: bool = False) -> str:
    """What went into a package, for whom and where it is."""
    people = listed(sent.recipients)
    if receipt:
        return f"A receipt for {people}: {sent.path}"
    amount = f"{counted(sent.steps, 'step')}, {counted(sent.changes, 'change')}"
    whole = ", the whole inspection," if sent.everything else ""
    said = f"{amount}{whole} for {people}: {sent.path}"
    return said[0].upper() + said[1:]


def brings(found: Received, now: datetime) -> str:
    """What importing a package would do."""
    head = f"From {found.sender}, made {moment(found.made, now)}: "
    gap = _gap(found)
    if found.nothing_new:
        return (
            f"{head}everything in it is here already. Importing it notes what {found.sender} has.{gap}{besides(found)}"
        )
    return f"{head}{counted(found.steps, 'step')}. {_fields(found)} Nothing is lost.{gap}{besides(found)}"


def brought(found: Sequence[Received]) -> str:
    """What importing packages did."""
    told = []
    for one in found:
        what = "everything was here already." if one.nothing_new else _fields(one)
        told.append(f"Imported from {one.sender}: {what}{_gap(one)}{besides(one)}")
    return "\n".join(told)


def _fields(found: Received) -> str:
    """Fields counted by what becomes of them."""
    kinds = ((found.new, "new"), (found.changed, "changed"), (found.contested, "contested"), (found.settled, "settled"))
    parts = [f"{number} {kind}" for number, kind in kinds if number]
    if not parts:
        return "No field gets another value."
    number, kind = next((number, kind) for number, kind in kinds if number)
    said = ", ".join([f"{counted(number, 'field')} {kind}", *parts[1:]]) + "."
    if found.contested:
        said += " Where two values stand, both are kept until somebody settles it."
    return said


def _gap(found: Received) -> str:
    if not found.missing:
        return ""
    it = "it" if len(found.missing) == 1 else "they"
    return f" {missing(found.missing, found.sender)} This package can be used all the same; {it} can come later."
