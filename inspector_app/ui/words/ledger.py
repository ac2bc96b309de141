"""The ledger in words: whose work is here up to when, what is missing, and who is not known to have ours."""

from collections.abc import Sequence
from datetime import datetime

from inspector_app.core.domain.trust import Standing
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.ui.words import trust
from inspector_app.ui.words.when import moment

_NAMED = 10  # missing packages that are named one by one


def sentences(row: LedgerRow, now: datetime) -> tuple[str, ...]:
    """What the ledger says of one person; each a whole sentence."""
    if row.me:
        until = f" up to {moment(row.here_until, now)}" if row.here_until else ""
        return (f"This is you: your work{until} is here.",)
    said = [_here(row, now), missing(row.missing, row.name), trust.standing(row), trust.set_aside(row), _given(row)]
    return tuple(sentence for sentence in said if sentence)


def without_card(rows: Sequence[LedgerRow]) -> str:
    """Who has neither a card nor any work here, in one sentence; "" for nobody."""
    names = [row.name for row in rows if is_silent(row)]
    if not names:
        return ""
    return f"No identity card yet: {listed(names)}."


def is_silent(row: LedgerRow) -> bool:
    """Whether there is nothing to say of somebody but that they have no card."""
    return not (row.me or row.has_card or row.here_until) and row.standing in (Standing.NAMED, Standing.ACCEPTED)


def missing(numbers: Sequence[int], name: str) -> str:
    """Which packages of a person have not come; "" when none is missing."""
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"Package {numbers[0]} from {name} is missing."
    named = [str(number) for number in numbers[:_NAMED]]
    more = [f"{len(numbers) - _NAMED} more"] if len(numbers) > _NAMED else []
    return f"Packages {listed([*named, *more])} from {name} are missing."


def colleagues(rows: Sequence[LedgerRow], now: datetime) -> str:
    """How old the work of colleagues is, for the status line; "" while nobody else has an identity card here."""
    others = [row for row in rows if row.has_card and not row.me]
    lacking = [row.name for row in others if row.missing]
    gap = f", packages from {listed(lacking)} missing" if lacking else ""
    silent = [row.name for row in others if not row.here_until]
    if not others or silent:
        return f"Nothing from {listed(silent)} yet{gap}" if silent else ""
    oldest = min(others, key=lambda row: row.here_until)
    until = moment(oldest.here_until, now)
    if len(others) == 1:
        return f"Work of {oldest.name} up to {until}{gap}"
    return f"Oldest work of colleagues: {oldest.name}, {until}{gap}"


def listed(words: Sequence[str]) -> str:
    """Words as a list within a sentence: "Bob", "Bob and Cid", "Bob, Cid and Dee"."""
    return " and ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)


def _here(row: LedgerRow, now: datetime) -> str:
    if row.here_until:
        return f"The work of {row.name} up to {moment(row.here_until, now)} is here."
    return f"No work of {row.name} is here yet." if row.has_card else ""


def _given(row: LedgerRow) -> str:
    if not row.has_card:
        return ""
    if not row.unconfirmed:
        return f"{row.name} has everything that is here."
    if not row.last_sent and not row.last_received:
        return f"Nothing has been given to {row.name} yet."
    steps = "the last step" if row.unconfirmed == 1 else f"the last {row.unconfirmed} steps"
    return f"{row.name} is not known to have {steps} of the work here."
