"""What a lost laptop held, as far as this one knows: for the lead who withdraws its card, and for the incident report."""

from dataclasses import dataclass
from pathlib import Path

from inspector_app.core.domain.ids import case_of
from inspector_app.core.services import handoffs
from inspector_app.core.services.handoffs.knowing import last_of
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.profile.laptop import Laptop, now
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import ledger
from inspector_app.core.storage.log import stretches
from inspector_app.core.storage.reading import read


@dataclass(frozen=True, slots=True)
class LostCase:
    """A case in their name. `here_until`: the last change of theirs to it that is here (by their clock), or ""."""

    ref: str
    here_until: str


@dataclass(frozen=True, slots=True)
class Lost:
    """What is known of somebody's laptop. Times are ISO 8601, UTC, or "" for never.

    What only it held: whatever they wrote after `here_until`, the cases of which nothing later is here, and the packages
    `missing`. What it held besides: `steps_there` of the steps here, of `cases_there` cases, up to `last_sent`.
    """

    person: str
    name: str
    service: str
    noticed: str
    here_until: str
    cases: tuple[LostCase, ...]
    missing: tuple[int, ...]
    last_received: str
    last_sent: str
    steps_there: int
    cases_there: int
    carriers: tuple[str, ...]


def laptop_of(workspace: Workspace, person: str) -> Lost:
    """What the laptop of a person held. Before it is withdrawn, ask `carriers` (names) for packages: they may have more."""
    rows = handoffs.rows(workspace)
    row = next(row for row in rows if row.person == person)
    with workspace.database.read() as connection:
        until = ledger.last_on_items(connection, person, now())
        held = read.cases(connection)
        here = stretches.held(connection)
        theirs = here - ledger.not_known_to(connection, here, [person])
        steps = stretches.steps_in(connection, theirs)
        service = read.service(connection)
    cases = tuple(LostCase(c.ref, _last(until, c.id)) for c in held if c.inspector == person)
    others = tuple(r.name for r in rows if r.has_card and not r.me and r.person != person)
    return Lost(
        person=person,
        name=row.name,
        service=service,
        noticed=now(),
        here_until=row.here_until,
        cases=cases,
        missing=row.missing,
        last_received=row.last_received,
        last_sent=row.last_sent,
        steps_there=steps,
        cases_there=len(held) if steps else 0,
        carriers=others,
    )


def write_report(laptop: Laptop, path: Path, text: str) -> None:
    """Write the text for the incident report. Expected: DISK_FULL, FOLDER_READ_ONLY, FOLDER_MISSING."""
    outgoing.write(path, text.encode(), laptop)


def _last(until: dict[str, str], case: str) -> str:
    return last_of(at for item, at in until.items() if case_of(item) == case)
