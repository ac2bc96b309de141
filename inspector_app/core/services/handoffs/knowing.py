"""The ledger: whose work is here up to when, what is missing, and who is not known to have ours."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector_app.core.domain.team import Card
from inspector_app.core.services import team
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import ledger
from inspector_app.core.storage.ledger import IN, OUT, Record


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One person of the team, as this laptop knows them.

    `here_until` is when they last worked, of what is here (by their clock); `unconfirmed` how many of the steps here they
    are not known to have, 0 meaning that they have everything. Times are ISO 8601, UTC, or "" for never.
    """

    person: str
    name: str
    role: str
    me: bool
    has_card: bool
    here_until: str
    missing: tuple[int, ...]
    last_received: str
    last_sent: str
    unconfirmed: int


def rows(workspace: Workspace) -> list[LedgerRow]:
    """The ledger: whose work is here up to when, what is missing, and who is not known to have ours."""
    people = team.members(workspace)
    with workspace.database.read() as connection:
        records, until = ledger.records(connection), ledger.latest(connection)
        mine = ledger.step_ids(connection)
        lacking = {p.id: len(ledger.not_known_to(connection, mine, [p.id])) for p in people}
    return [_row(workspace, person, records, until.get(person.id, ""), lacking[person.id]) for person in people]


def _row(workspace: Workspace, person: Card, records: Sequence[Record], until: str, lacking: int) -> LedgerRow:
    came = [r for r in records if r.way == IN and r.person == person.id]
    went = [r for r in records if r.way == OUT and r.person == person.id]
    devices = {r.device for r in came}
    missing = sorted({n for device in devices for n in ledger.missing_numbers(records, device)})
    me = person.id == workspace.laptop.person.id
    return LedgerRow(
        person=person.id,
        name=person.name,
        role=person.role,
        me=me,
        has_card=bool(person.signing),
        here_until=until,
        missing=tuple(missing),
        last_received=max((r.at for r in came), default=""),
        last_sent=max((r.at for r in went), default=""),
        unconfirmed=0 if me else lacking,
    )
