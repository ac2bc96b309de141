"""Packages in from colleagues: looked into, tried out, imported, or joined."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import package as packages
from inspector_app.core.handoff.package import Manifest, Package
from inspector_app.core.services import team
from inspector_app.core.services.laptop import Laptop, now
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import ledger, schema, union
from inspector_app.core.storage.ledger import IN, Record


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
    opened = _read(workspace, paths, passphrase)
    with suppress(_TakenBack):
        _take(workspace, opened, ticket or Ticket(), found, keep=False)
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
    workspace.back_up(Why.IMPORT, ", ".join(dict.fromkeys(package.manifest.sender.name for _, package in opened)))
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
    package = _opened(_inside(laptop, path, passphrase), path)
    text = package.start.get("framework_text")
    if not text:
        raise Expected(Code.NOT_A_START, where=path, sender=package.manifest.sender.name)
    workspace = Workspace.join(laptop, into, package.manifest.inspection, package.manifest.service, text)
    found: list[Received] = []
    try:
        _take(workspace, [(path, package)], ticket or Ticket(), found, keep=True)
        _refuse_strangers(workspace, path, package.manifest)
        team.add(workspace, laptop.card())
        workspace.finish()
    except BaseException:
        workspace.discard()
        raise
    return workspace, found


def _inside(laptop: Laptop, path: Path, passphrase: str) -> bytes:
    with files.saying_what_failed(path):
        packages.refuse_too_large(path.stat().st_size, str(path))
    return packages.unseal(files.read_bytes(path), str(path), laptop.keyring.sealing_key, passphrase)


def _opened(inside: bytes, path: Path) -> Package:
    schema_used = packages.read_manifest(inside, str(path)).schema
    if schema_used > schema.NEWEST:  # it may hold fields that this program does not know
        raise Expected(Code.FILE_NEWER, where=path, found=schema_used, known=schema.NEWEST)
    return packages.read(inside, str(path))


def _read(workspace: Workspace, paths: Sequence[Path], passphrase: str) -> list[tuple[Path, Package]]:
    """The packages, opened and found to be of this inspection and from its team."""
    opened: list[tuple[Path, Package]] = []
    for path in paths:
        inside = _inside(workspace.laptop, path, passphrase)
        about = packages.read_manifest(inside, str(path))
        if about.inspection != workspace.id:
            raise Expected(Code.OTHER_INSPECTION, where=path, service=about.service)
        _refuse_strangers(workspace, path, about)
        opened.append((path, _opened(inside, path)))
    return opened


def _refuse_strangers(workspace: Workspace, path: Path, about: Manifest) -> None:
    signed = {m.id: m.signing for m in team.members(workspace)}
    if not signed.get(about.sender.id) or signed[about.sender.id] != about.sender.signing:
        key = team.fingerprint(about.sender)
        raise Expected(Code.NOT_FROM_TEAM, where=path, sender=about.sender.name, key=key)


class _TakenBack(Exception):
    pass


def _take(
    workspace: Workspace, opened: Sequence[tuple[Path, Package]], ticket: Ticket, found: list[Received], *, keep: bool
) -> frozenset[tuple[str, str]]:
    """Join the packages in one transaction; taken back at its end unless `keep`. What came goes into `found`."""
    me = workspace.laptop.person.id
    touched: frozenset[tuple[str, str]] = frozenset()
    with workspace.database.write() as connection:
        for path, package in opened:
            about = package.manifest
            joined = union.join(connection, package.steps, package.changes, _reporting(ticket, about.sender.name))
            number = about.number.get(me, about.number.get(ledger.WHOEVER, 0))
            ledger.receive(connection, _record(about, number), about.has)
            missing = ledger.missing_numbers(ledger.records(connection), about.device)
            found.append(_received(path, about, joined, missing))
            touched |= joined.touched
        if not keep:
            raise _TakenBack
    return touched


def _reporting(ticket: Ticket, sender: str) -> Callable[[int, int], None]:
    return lambda done, of: ticket.report(done, of, f"Bringing in the work of {sender}")


def _record(about: Manifest, number: int) -> Record:
    sender, made = about.sender.id, about.made
    return Record(
        package=about.package,
        way=IN,
        device=about.device,
        person=sender,
        number=number,
        made=made,
        at=now(),
        steps=about.steps,
        changes=about.changes,
    )


def _received(path: Path, about: Manifest, joined: union.Joined, missing: tuple[int, ...]) -> Received:
    new, changed = len(joined.new), len(joined.changed)
    contested, settled = len(joined.contested), len(joined.settled)
    return Received(
        path=path,
        sender=about.sender.name,
        made=about.made,
        steps=joined.steps,
        new=new,
        changed=changed,
        contested=contested,
        settled=settled,
        missing=missing,
    )
