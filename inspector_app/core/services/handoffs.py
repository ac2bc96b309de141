"""Hand-off by file: packages out to colleagues, packages in from them, and who has what."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.domain.ids import DeviceId, StepId, WorkspaceId, new_id, seq_of
from inspector_app.core.domain.team import Card, has
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import package as packages
from inspector_app.core.handoff.package import Manifest, Package
from inspector_app.core.services import team
from inspector_app.core.services.laptop import Laptop, now
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import journal, ledger, read, schema, union
from inspector_app.core.storage.ledger import IN, OUT, Record

ENDING = ".handoff"
_TO_WHOEVER = "passphrase"  # stands for the recipient of a package sealed with a passphrase


@dataclass(frozen=True, slots=True)
class Exported:
    """What went into a package, and for whom (names)."""

    path: Path
    recipients: tuple[str, ...]
    steps: int
    changes: int
    everything: bool


@dataclass(frozen=True, slots=True)
class Received:
    """What a package brings, in numbers. `missing` are the numbers of the sender's packages that have not come.

    `new`, `changed`, `contested` and `settled` count fields; nothing that was here is ever taken away.
    """

    path: Path
    sender: str
    made: str
    steps: int
    new: int
    changed: int
    contested: int
    settled: int
    missing: tuple[int, ...]

    @property
    def nothing_new(self) -> bool:
        """Whether everything in it was here already."""
        return self.steps == 0


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
    files.write_whole(path, sealed)
    _note_sent(workspace, made.manifest)
    names = tuple(p.name for p in people) or ("whoever has the passphrase",)
    return Exported(path, names, made.manifest.steps, made.manifest.changes, bool(made.start))


def inspect(laptop: Laptop, path: Path, passphrase: str = "") -> Manifest:
    """What a package says of itself; nothing is stored.

    Expected: FILE_MISSING, NOT_A_PACKAGE, PACKAGE_DAMAGED, PACKAGE_NOT_FOR_ME, SIGNATURE_WRONG, FILE_NEWER.
    """
    return packages.read_manifest(_inside(laptop, path, passphrase), str(path))


def preview(
    workspace: Workspace, paths: Sequence[Path], ticket: Ticket | None = None, passphrase: str = ""
) -> list[Received]:
    """What importing these packages would do, exactly: it is done and taken back. Expected: as `import_`."""
    found: list[Received] = []
    try:
        _take(workspace, _read(workspace, paths, passphrase), ticket or Ticket(), found, keep=False)
    except _TakenBack:
        pass
    return found


def import_(
    workspace: Workspace, paths: Sequence[Path], ticket: Ticket | None = None, passphrase: str = ""
) -> list[Received]:
    """Bring packages in: a backup first, then all of them in one transaction, or none.

    Expected: as `inspect`, and OTHER_INSPECTION, NOT_FROM_TEAM, DISK_FULL. Raises Cancelled when the ticket is cancelled.
    """
    ticket = ticket or Ticket()
    opened = _read(workspace, paths, passphrase)
    ticket.report(0, 1, "Backing up")
    workspace.back_up()
    found: list[Received] = []
    touched = _take(workspace, opened, ticket, found, keep=True)
    workspace.editor.tell(touched)
    return found


def join(
    laptop: Laptop, path: Path, into: Path, passphrase: str = "", ticket: Ticket | None = None
) -> tuple[Workspace, list[Received]]:
    """Make the workspace of an inspection that this laptop does not have yet, from a starting package.

    The sender is trusted on first use: show `inspect(...).sender` and their key first. Expected: as `import_`, and
    NOT_A_START, FILE_EXISTS, FOLDER_NOT_LOCAL.
    """
    package = packages.read(_inside(laptop, path, passphrase), str(path))
    text = package.start.get("framework_text")
    if not text:
        raise Expected(Code.NOT_A_START, where=path, sender=package.manifest.sender.name)
    workspace = Workspace.join(laptop, into, package.manifest.inspection, package.manifest.service, text)
    found: list[Received] = []
    try:
        _take(workspace, [(path, package)], ticket or Ticket(), found, keep=True)
        team.add(workspace, laptop.card())
    except BaseException:
        workspace.discard()
        raise
    return workspace, found


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
        wanted = (
            set(mine)
            if everything
            else set[StepId]()
            if receipt
            else ledger.not_known_to(connection, mine, [p.id for p in people])
        )
        steps, changes = ledger.work(connection, wanted)
        whole = bool(mine) and len(wanted) == len(mine)
        own = [seq_of(s) for s in wanted if s.startswith(device)]
        journal.hand_off(connection, max([journal.handed_off(connection), *own]))
        meta = read.meta(connection)
        service = read.inspection(connection, workspace.framework.id).service
        numbers = ledger.next_numbers(connection, device, [p.id for p in people] or [_TO_WHOEVER])
    manifest = Manifest(
        package=new_id(), schema=schema.NEWEST, inspection=WorkspaceId(workspace.id), service=service,
        framework=workspace.framework.id, sender=workspace.laptop.card(), device=device, number=numbers,
        recipients=tuple(numbers), made=now(), has=has(mine), steps=len(steps), changes=len(changes),
    )  # fmt: skip
    return Package(manifest, steps, changes, {"framework_text": meta["framework_text"]} if whole else {})


def _note_sent(workspace: Workspace, manifest: Manifest) -> None:
    with workspace.database.write() as connection:
        for person, number in manifest.number.items():
            ledger.record(connection, _record(manifest, OUT, person, number))


def _record(manifest: Manifest, way: str, person: str, number: int) -> Record:
    return Record(
        manifest.package, way, manifest.device, person, number, manifest.made, now(), manifest.steps, manifest.changes
    )


def _inside(laptop: Laptop, path: Path, passphrase: str) -> bytes:
    return packages.unseal(files.read_bytes(path), str(path), laptop.keyring.sealing_key, passphrase)


def _read(workspace: Workspace, paths: Sequence[Path], passphrase: str) -> list[tuple[Path, Package]]:
    """The packages, opened and found to be of this inspection and from its team."""
    signed = {m.id: m.signing for m in team.members(workspace)}
    opened: list[tuple[Path, Package]] = []
    for path in paths:
        package = packages.read(_inside(workspace.laptop, path, passphrase), str(path))
        about = package.manifest
        if about.inspection != workspace.id:
            raise Expected(Code.OTHER_INSPECTION, where=path, service=about.service)
        if not signed.get(about.sender.id) or signed[about.sender.id] != about.sender.signing:
            key = team.fingerprint(about.sender)
            raise Expected(Code.NOT_FROM_TEAM, where=path, sender=about.sender.name, key=key)
        if about.schema > schema.NEWEST:
            raise Expected(Code.FILE_NEWER, where=path, found=about.schema, known=schema.NEWEST)
        opened.append((path, package))
    return opened


class _TakenBack(Exception):
    pass


def _take(
    workspace: Workspace,
    opened: Sequence[tuple[Path, Package]],
    ticket: Ticket,
    found: list[Received],
    *,
    keep: bool,
) -> frozenset[tuple[str, str]]:
    """Join the packages in one transaction; taken back at its end unless `keep`. What came goes into `found`."""
    me = workspace.laptop.person.id
    touched: frozenset[tuple[str, str]] = frozenset()
    with workspace.database.write() as connection:
        for path, package in opened:
            about = package.manifest
            what = f"Bringing in the work of {about.sender.name}"
            joined = union.join(
                connection, package.steps, package.changes, lambda done, of, what=what: ticket.report(done, of, what)
            )
            number = about.number.get(me, about.number.get(_TO_WHOEVER, 0))
            if ledger.record(connection, _record(about, IN, about.sender.id, number)):
                ledger.note_laptop(connection, ledger.Laptop(about.device, about.sender.id, about.has))
            missing = _missing_numbers(ledger.records(connection), about.device)
            found.append(
                Received(
                    path,
                    about.sender.name,
                    about.made,
                    joined.steps,
                    len(joined.new),
                    len(joined.changed),
                    len(joined.contested),
                    len(joined.settled),
                    missing,
                )  # fmt: skip
            )
            touched |= joined.touched
        if not keep:
            raise _TakenBack
    return touched


def _missing_numbers(records: Sequence[Record], device: DeviceId) -> tuple[int, ...]:
    """The numbers up to the last one of that device that have not come."""
    come = {r.number for r in records if r.way == IN and r.device == device}
    return tuple(n for n in range(1, max(come, default=0)) if n not in come)


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
    missing = sorted({n for device in devices for n in _missing_numbers(records, DeviceId(device))})
    me = person.id == workspace.laptop.person.id
    return LedgerRow(
        person.id, person.name, person.role, me, bool(person.signing), until, tuple(missing),
        max((r.at for r in came), default=""), max((r.at for r in went), default=""), 0 if me else lacking,
    )  # fmt: skip
