"""Plain functions by which inspections are opened and made. Run as jobs."""

from datetime import date
from pathlib import Path

from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import frameworks as service
from inspector_app.core.services import handoffs
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.profile import listed
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import restoring
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace


def frameworks(laptop: Laptop) -> tuple[Framework, ...]:
    """The frameworks an inspection can be made with."""
    return service.known(laptop.folder / "frameworks")


def workspace(laptop: Laptop, path: Path) -> Workspace:
    """Open a workspace, or make one from an inspection document. Expected: as both services."""
    return _from_document(laptop, path) if path.suffix.lower() == ".json" else Workspace.open(laptop, path, window=True)


def sample(laptop: Laptop) -> Workspace:
    """Open the sample inspection that is on this laptop (not that of a tour), or make one.

    Expected: as `workspace`; DISK_FULL, …
    """
    found = (row for row in laptop.workspaces() if row.sample and not row.missing)
    here = next((row.path for row in found), None)
    return workspace(laptop, Path(here)) if here else _from_document(laptop, None)


def tour(laptop: Laptop) -> Workspace:
    """Make an inspection of the sample that goes when it is closed, for the tour. Expected: DISK_FULL, FOLDER_READ_ONLY."""
    return _from_document(laptop, None, stays=False)


def new(
    laptop: Laptop,
    framework: str,
    service: str,
    start: date,
    end: date,
    nation: str = "",
    gaps: tuple[Span, ...] = (),
) -> Workspace:
    """Make an empty inspection. Expected: as Workspace.create."""
    made = Workspace.create(laptop, laptop.new_path(service), framework, service, start, end, nation, gaps=gaps)
    made.hold()
    return made


def home_of(laptop: Laptop, package: Path) -> Path | None:
    """The file of the inspection that a package belongs to; None where it is not on this laptop, or only a passphrase tells.

    Expected: as handoffs.inspect, but for PACKAGE_NOT_FOR_ME and PACKAGE_WANTS_PASSPHRASE.
    """
    try:
        known = laptop.key_of(handoffs.inspect(laptop, package).inspection)
    except Expected as error:
        if error.code not in (Code.PACKAGE_NOT_FOR_ME, Code.PACKAGE_WANTS_PASSPHRASE):
            raise
        return None
    return listed.file_of(known) if known is not None else None


def place_for_backup(laptop: Laptop, workspace: str) -> Path:
    """Where a backup of one whose file is gone can be put back. Expected: as restoring.place_for."""
    return restoring.place_for(laptop, WorkspaceId(workspace))


def ledger(workspace: Workspace) -> list[LedgerRow]:
    """Who has what of an open inspection."""
    return handoffs.rows(workspace)


def _from_document(laptop: Laptop, given: Path | None, *, stays: bool = True) -> Workspace:
    """Make one from a document; None for the sample's."""
    path = given or exchange.sample_document()
    framework, found = exchange.load(path, extra=laptop.folder / "frameworks")
    file = laptop.new_path(found.service)
    made = Workspace.create(
        laptop,
        file,
        framework.id,
        tidied(found.service),  # a longer one comes with the import
        found.start,
        found.end,
        finished=False,
        sample=given is None,
        gaps=found.gaps,
    )
    try:
        exchange.import_file(made, path, Ticket())
        if stays:
            made.finish()
        made.hold()
    except BaseException:  # an inspection with nothing in it must not stay in the list
        made.discard()
        raise
    return made
