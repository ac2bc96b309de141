"""Packages out to colleagues."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.domain.ids import StepId, WorkspaceId, new_id
from inspector_app.core.domain.team import Card, has
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import package as packages
from inspector_app.core.handoff.package import Manifest, Package
from inspector_app.core.services import numbers, team
from inspector_app.core.services.laptop import now
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import journal, ledger, read, schema
from inspector_app.core.storage.ledger import OUT, Record

ENDING = ".handoff"


@dataclass(frozen=True, slots=True)
class Exported:
    """What went into a package, and for whom (names)."""

    path: Path
    recipients: tuple[str, ...]
    steps: int
    changes: int
    everything: bool


def export(
    workspace: Workspace,
    path: Path,
    *,
    to: Sequence[str] = (),
    everything: bool = False,
    receipt: bool = False,
    passphrase: str = "",
    ticket: Ticket | None = None,
) -> Exported:
    """Write a package for these people (names or ids; none: the whole team), or for whoever has the passphrase.

    It holds what they are not known to have, or everything; a receipt holds no work and says what arrived here.
    Expected: PERSON_UNKNOWN, NO_CARD, NOBODY_TO_SEND_TO, DISK_FULL, FOLDER_READ_ONLY, FILE_MISSING.
    """
    ticket = ticket or Ticket()
    people = [] if passphrase else _recipients(workspace, to)
    ticket.report(0, 3, "Gathering")
    made = _gather(workspace, people, everything or bool(passphrase), receipt)
    ticket.report(1, 3, "Sealing")
    inside = packages.pack(made, workspace.laptop.keyring.signing_key)
    mine = workspace.laptop.card().sealing  # so that the sender can look into their own package
    sealed = (
        packages.seal_with_passphrase(passphrase, inside)
        if passphrase
        else packages.seal_to([*(p.sealing for p in people), mine], inside)
    )
    ticket.report(2, 3, "Writing")
    numbers.note_given(workspace.laptop, workspace.database, WorkspaceId(workspace.id))
    files.write_whole(path, sealed, profile=workspace.laptop.folder)
    _note_sent(workspace, made.manifest)
    names = tuple(p.name for p in people) or ("whoever has the passphrase",)
    return Exported(
        path=path,
        recipients=names,
        steps=made.manifest.steps,
        changes=made.manifest.changes,
        everything=bool(made.start),
    )


def _recipients(workspace: Workspace, wanted: Sequence[str]) -> list[Card]:
    me = workspace.laptop.person.id
    if not wanted:
        people = [m for m in team.members(workspace) if m.id != me and m.signing and m.sealing]
        if not people:
            raise Expected(Code.NOBODY_TO_SEND_TO)
        return people
    people = [team.find(workspace, name) for name in wanted]
    for person in people:
        if not person.sealing:
            raise Expected(Code.NO_CARD, person=person.name)
    return people


def _gather(workspace: Workspace, people: Sequence[Card], everything: bool, receipt: bool) -> Package:
    """The package's content, with this device's steps marked as handed off in the same transaction."""
    device = workspace.laptop.keyring.device
    with workspace.database.write() as connection:
        mine = ledger.step_ids(connection)
        wanted: set[StepId] = set()
        if not receipt:
            wanted = set(mine) if everything else ledger.not_known_to(connection, mine, [p.id for p in people])
        steps, changes = ledger.work(connection, wanted)
        whole = bool(mine) and len(wanted) == len(mine)
        journal.hand_off(connection, device)
        meta = read.meta(connection)
        service = read.inspection(connection, workspace.framework.id).service
        numbers = ledger.next_numbers(connection, device, [p.id for p in people] or [ledger.WHOEVER])
    manifest = Manifest(
        package=new_id(), schema=schema.NEWEST, inspection=WorkspaceId(workspace.id), service=service,
        framework=workspace.framework.id, sender=workspace.laptop.card(), device=device, number=numbers,
        recipients=tuple(numbers), made=now(), has=has(mine), steps=len(steps), changes=len(changes),
    )  # fmt: skip
    return Package(manifest, steps, changes, {"framework_text": meta["framework_text"]} if whole else {})


def _note_sent(workspace: Workspace, made: Manifest) -> None:
    with workspace.database.write() as connection:
        for person, number in made.number.items():
            sent = Record(
                package=made.package,
                way=OUT,
                device=made.device,
                person=person,
                number=number,
                made=made.made,
                at=now(),
                steps=made.steps,
                changes=made.changes,
            )
            ledger.record(connection, sent)
