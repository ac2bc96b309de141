"""The ledger in words: whose work is here up to when, what is missing, and who is not known to have ours."""

from collections.abc import Sequence
from datetime import datetime

from inspector_app.core.domain.days import when
from inspector_app.core.domain.moments import known
from inspector_app.core.domain.trust import Standing
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.words import count, later, listed, numbered, say
from inspector_app.ui.words import contents
from inspector_app.ui.words.handoffs import trust

_WAITS = {
    Standing.WAITING: later("waits to be accepted"),
    Standing.CHANGED: later("different card"),
    Standing.LEFT_OUT: later("left out"),
    Standing.WITHDRAWN: later("card withdrawn"),
}


def sentences(row: LedgerRow, now: datetime) -> tuple[str, ...]:
    """What the ledger says of one person; each a whole sentence."""
    if row.me:
        return tuple(sentence for sentence in (_mine(row, now), not_here(row)) if sentence)
    said = [_here(row, now), missing(row.missing, row.name), trust.standing(row), trust.set_aside(row), _given(row)]
    return tuple(sentence for sentence in said if sentence)


def last_given(row: LedgerRow, now: datetime) -> str:
    """When a package last went to them, and by which road: "today 17:40, by mail"; "" for never."""
    if not row.last_sent:
        return ""
    at = when.moment(known(row.last_sent, now), now) or say("not known when")
    return ", ".join(part for part in (at, contents.went_by(row.road)) if part)


def up_to(row: LedgerRow, now: datetime) -> str:
    """Up to when their work is here: "today 08:15"; "now" for this laptop's own, "nothing yet" for none.

    Of what is one's own and not in this file it says how many steps.
    """
    if row.me and row.not_here:
        return count(row.not_here, "now; an edit is missing", "now; {n} edits are missing")
    if row.me:
        return say("now")
    if not row.here_until:
        return say("nothing yet")
    return when.moment(known(row.here_until, now), now) or say("not known")


def state(row: LedgerRow) -> str:
    """How it stands between them and this laptop, in a word or two: "up to date", "package 3 missing"."""
    if row.standing in _WAITS:
        return str(_WAITS[row.standing])
    if row.missing:
        return count(len(row.missing), "a package missing", "{n} packages missing")
    if row.me or not row.has_card:
        return ""
    if row.unconfirmed and row.ungiven and not row.last_sent:
        return say("give a package")
    if row.unconfirmed:
        return say("give them the rest") if row.ungiven else say("given, not confirmed")
    return say("up to date")


def without_card(rows: Sequence[LedgerRow]) -> str:
    """Who has neither a card nor any work here, in one sentence; "" for nobody."""
    names = [row.name for row in rows if is_silent(row)]
    return say("No identity card yet: {names}.", names=listed(names)) if names else ""


def is_silent(row: LedgerRow) -> bool:
    """Whether there is nothing to say of somebody but that they have no card."""
    return not (row.me or row.has_card or row.here_until) and row.standing in (Standing.NAMED, Standing.ACCEPTED)


def missing(numbers: Sequence[int], name: str) -> str:
    """Which packages of a person have not come; "" when none is missing."""
    if not numbers:
        return ""
    return count(
        len(numbers),
        "Package {numbers} from {name} is missing.",
        "Packages {numbers} from {name} are missing.",
        numbers=numbered(numbers),
        name=name,
    )


def not_here(row: LedgerRow) -> str:
    """What of one's own work an older file, or one that was recovered, does not hold; "" when it holds all."""
    if not row.not_here:
        return ""
    return count(
        row.not_here,
        "An edit that you made on this laptop is not in this file, which may be an older copy. If a colleague was "
        "given it, it comes back with their package; if only a newer file or backup holds it, Restore can bring it "
        "back.",
        "{n} edits that you made on this laptop are not in this file, which may be an older copy. Those that "
        "colleagues were given come back with their packages; those that only a newer file or backup holds, Restore "
        "can bring back.",
    )


def colleagues(rows: Sequence[LedgerRow], now: datetime) -> str:
    """How old the work of colleagues is, for the strip; "" while nobody else has an identity card here."""
    others = [row for row in rows if row.has_card and not row.me]
    lacking = [row.name for row in others if row.missing]
    gap = say("packages from {names} missing", names=listed(lacking)) if lacking else ""
    return ", ".join(part for part in (_age(others, now), gap) if part) if others else ""


def _age(others: Sequence[LedgerRow], now: datetime) -> str:
    silent = [row.name for row in others if not row.here_until]
    if silent:
        return say("Nothing from {names} yet", names=listed(silent))
    ahead = [row.name for row in others if not known(row.here_until, now)]
    if ahead:
        return say("It is not known how old their work is: {names}", names=listed(ahead))
    oldest = min(others, key=lambda row: row.here_until)
    until = when.moment(oldest.here_until, now)
    if len(others) == 1:
        return say("{name}’s work up to {moment}", name=oldest.name, moment=until)
    return say("Oldest work from colleagues: {name}, {moment}", name=oldest.name, moment=until)


def _mine(row: LedgerRow, now: datetime) -> str:
    if not known(row.here_until, now):
        return say("This is you: your work is here.")
    return say("This is you: your work up to {moment} is here.", moment=when.moment(row.here_until, now))


def _here(row: LedgerRow, now: datetime) -> str:
    if row.here_until and not known(row.here_until, now):
        return say("{name}’s work is here, but it is not known up to when: a clock was set ahead.", name=row.name)
    if row.here_until:
        until = when.moment(row.here_until, now)
        return say("{name}’s work up to {moment} is here.", name=row.name, moment=until)
    return say("No work from {name} is here yet.", name=row.name) if row.has_card else ""


def _given(row: LedgerRow) -> str:
    if not row.has_card:
        return ""
    if not row.unconfirmed:
        return say("{name} has everything that is here.", name=row.name)
    if not row.last_sent and not row.last_received:
        return say("Nothing has been given to {name} yet.", name=row.name)
    if not row.ungiven:
        return say(
            "{name} was given all of the work here; no package from them has said yet that it arrived.", name=row.name
        )
    return say("{name} is not known to have all of the work here.", name=row.name)
