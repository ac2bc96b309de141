"""How much of a case was verified, in a few words."""

from datetime import datetime

from inspector_app.core.domain.cases.verified import ItemRow, Verified
from inspector_app.core.domain.days import when
from inspector_app.core.words import listed, say


def place(ref: str) -> str:
    """Where an item stands, of its ref, as it is written elsewhere: "2.1.1 a" of "2.1.1/a", "2.1.1" of itself."""
    return ref.replace("/", " ")


def in_brief(found: Verified | None) -> str:
    """How many items stand verified, and which changed since; "" where none was."""
    if found is None:
        return ""
    said = say("{number} of {of} verified", number=found.stand, of=found.of)
    if not found.lapsed:
        return said
    return say("{verified}; changed since: {items}", verified=said, items=listed([place(ref) for ref in found.lapsed]))


def state(row: ItemRow) -> str:
    """How an item is verified: by whom, when, and whether it changed since; "" for not."""
    if not row.verified_by:
        return ""
    moment = when.moment(datetime.fromisoformat(row.verified_at).astimezone(), datetime.now().astimezone())
    if row.lapsed:
        return say("{name}, {moment}: verified, and changed since", name=row.verified_by, moment=moment)
    return say("{name}, {moment}: verified", name=row.verified_by, moment=moment)
