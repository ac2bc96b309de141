"""Packages in from colleagues: looked into, tried out, imported, or joined."""

from collections.abc import Callable, Sequence
from pathlib import Path

from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import package as packages
from inspector_app.core.handoff.package import Manifest, Package
from inspector_app.core.services import trusting
from inspector_app.core.services.editor import Touched
from inspector_app.core.services.handoffs import gathering
from inspector_app.core.services.handoffs.believing import bring_in
from inspector_app.core.services.handoffs.gathering import Chosen
from inspector_app.core.services.handoffs.receiving import Received, received
from inspector_app.core.services.handoffs.trial import taken_back
from inspector_app.core.services.people import senders
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping.backups import reported
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import schema
from inspector_app.core.storage.room import with_room


def inspect(laptop: Laptop, path: Chosen, passphrase: str = "") -> Manifest:
    """What a package says of itself; nothing is stored.

    Expected: FILE_MISSING, NOT_A_PACKAGE, PACKAGE_DAMAGED, PACKAGE_NOT_FOR_ME, PACKAGE_WANTS_PASSPHRASE, SIGNATURE_WRONG,
    FILE_NEWER, FILE_OLDER, PARTS_MISSING, PARTS_MIXED.
    """
    return opened(laptop, path, passphrase).manifest


def preview(
    workspace: Workspace, paths: Sequence[Path], ticket: Ticket | None = None, passphrase: str = ""
) -> list[Received]:
    """What importing these packages would do, exactly: it is done and taken back. Expected: as `import_`."""
    found: list[Received] = []
    packages_ = _read(workspace, paths, passphrase)
    _take(workspace, packages_, ticket or Ticket(), found, keep=False)
    return found


def import_(
    workspace: Workspace, paths: Sequence[Path], ticket: Ticket | None = None, passphrase: str = ""
) -> list[Received]:
    """Bring packages in, also such as came in parts, in one transaction or none; the backup for it first, if it is not made.

    Expected: as `inspect`, and OTHER_INSPECTION, NOT_FROM_TEAM, CARD_WAITS, CARD_WITHDRAWN, SENDER_CHANGED, DISK_FULL.
    Raises Cancelled when the ticket is cancelled.
    """
    ticket = ticket or Ticket()
    packages_ = _read(workspace, paths, passphrase)
    ticket.report(0, 1, "Backing up")
    back_up_before(workspace, [package.manifest.sender.name for _, package in packages_], ticket)
    found: list[Received] = []
    touched = _take(workspace, packages_, ticket, found, keep=True)
    workspace.editor.tell(touched)
    return found


def back_up_before(workspace: Workspace, senders: Sequence[str], ticket: Ticket | None = None) -> None:
    """The backup that `import_` makes first, which can be made while the person reads what would come.

    Expected: DISK_FULL, DISK_FAILED, FOLDER_READ_ONLY, FILE_DAMAGED. Raises Cancelled when the ticket is cancelled.
    """
    workspace.back_up_before(", ".join(dict.fromkeys(senders)), reported(ticket or Ticket(), "Backing up"))


def opened(laptop: Laptop, chosen: Chosen, passphrase: str) -> Package:
    """A package that was meant for this laptop's person, its work not looked at yet. Expected: as `inspect`."""
    path = gathering.named(chosen)
    inside = packages.unseal(gathering.read(chosen), str(path), laptop.keyring.sealing_key, passphrase)
    found = packages.open_(inside, str(path))
    if not found.manifest.is_for(laptop.person.id, by_passphrase=bool(passphrase)):
        raise Expected(Code.PACKAGE_NOT_FOR_ME, where=path)
    if found.manifest.schema > schema.NEWEST:  # it may hold fields that this program does not know
        raise Expected(Code.FILE_NEWER, where=path, found=found.manifest.schema, known=schema.NEWEST)
    return found


def _read(workspace: Workspace, paths: Sequence[Path], passphrase: str) -> list[tuple[Path, Package]]:
    """The packages, opened and found to be of this inspection and from somebody whose card was accepted."""
    found: list[tuple[Path, Package]] = []
    for chosen in gathering.sorted_out(paths):
        path, package = gathering.named(chosen), opened(workspace.laptop, chosen, passphrase)
        about = package.manifest
        if about.inspection != workspace.id:
            raise Expected(Code.OTHER_INSPECTION, where=path, service=about.service)
        senders.refuse_unless_accepted(workspace, about, path)
        found.append((path, package))
    return found


def _take(
    workspace: Workspace,
    packages_: Sequence[tuple[Path, Package]],
    ticket: Ticket,
    found: list[Received],
    *,
    keep: bool,
) -> Touched:
    """Join the packages in one transaction; taken back at its end unless `keep`. What came goes into `found`."""
    laptop, touched = workspace.laptop, Touched()
    database = workspace.database
    with with_room(database), database.write() if keep else taken_back(database) as connection:
        for path, package in packages_:
            trusted = laptop.trusted(WorkspaceId(workspace.id))
            report = reporting(ticket, package.manifest.sender.name)
            brought = bring_in(connection, laptop, trusted, package, report)
            found.append(received(workspace, connection, package, brought, path))
            touched |= brought.touched
        if keep:
            trusting.keep_up(laptop, WorkspaceId(workspace.id), connection)
    return touched


def reporting(ticket: Ticket, sender: str) -> Callable[[int, int], None]:
    """How far the work of that sender is, told to the ticket."""
    return lambda done, of: ticket.report(done, of, f"Bringing in the work of {sender}")
