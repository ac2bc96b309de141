"""Earlier inspections beside the one that is open: which were chosen (kept on this laptop), and what is read of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector_app.core.domain.collection import Collected, SideBySide
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.errors import Expected
from inspector_app.core.interchange import collection_tables
from inspector_app.core.report.compose import DEFAULT_MARKING
from inspector_app.core.report.drawing import beside as pages
from inspector_app.core.services import frameworks
from inspector_app.core.services.results import across, collected
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.words import say

TABLE = ".csv"
_KIND, _LIST = "earlier", "files"  # the kind of draft, and what it is about
_BETWEEN = "\0"  # no path holds it


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of the chosen files: in their order the figures, and what could not be read, with why."""

    figures: Mapping[Path, Collected]
    refused: Mapping[Path, Expected]


@dataclass(frozen=True, slots=True)
class Beside:
    """This inspection and the others, by their rules; the frameworks by id, as far as they are on this laptop."""

    this: Collected
    sides: Sequence[SideBySide]
    frameworks: Mapping[str, Framework]


def chosen(workspace: Workspace) -> tuple[Path, ...]:
    """The files that were chosen, in their order."""
    kept = drafts.unsent(workspace, _KIND, _LIST).get(_LIST, "")
    return tuple(Path(one) for one in kept.split(_BETWEEN) if one)


def choose(workspace: Workspace, paths: Iterable[Path]) -> None:
    """Let these be the chosen ones. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY."""
    once = dict.fromkeys(str(path.absolute()) for path in paths)
    drafts.keep(workspace, drafts.unsent_name(_KIND, _LIST), _BETWEEN.join(once))


def on_this_laptop(workspace: Workspace) -> list[WorkspaceRow]:
    """The other inspections whose files are here, the one opened last first."""
    rows = workspace.laptop.workspaces()
    return [row for row in rows if row.id != workspace.id and not (row.missing or row.taken)]


def read(workspace: Workspace, paths: Sequence[Path], ticket: Ticket) -> Read:
    """Read each; one that cannot be read keeps no other out. Raises Cancelled when the ticket is cancelled."""
    figures: dict[Path, Collected] = {}
    refused: dict[Path, Expected] = {}
    for place, path in enumerate(paths):
        ticket.report(place, len(paths), path.name)
        try:
            figures[path] = collected.of_chosen(path, workspace.laptop, workspace.laptop.frameworks_folder)
        except Expected as error:
            refused[path] = error
    return Read(figures, refused)


def beside(workspace: Workspace, others: Iterable[Collected]) -> Beside:
    """This inspection as it stands now, with those."""
    this = collected.of_open(workspace)
    sides = across.beside(this, list(others))
    known = {one.id: one for one in frameworks.known(workspace.laptop.frameworks_folder)}
    return Beside(this, sides, {**known, workspace.framework.id: workspace.framework})


def pdf(workspace: Workspace, shown: Beside, as_at: datetime) -> bytes:
    """What stands beside one another, on paper, as it stood at `as_at`."""
    marking = workspace.rated_from().marking.strip() or DEFAULT_MARKING
    titles = {id_: framework.title for id_, framework in shown.frameworks.items()}
    title = say("{service} beside others", service=shown.this.service)
    printed = pages.Pages(title=title, marking=marking, made=as_at, sides=shown.sides, titles=titles)
    return pages.write(printed)


def csv(shown: Beside) -> bytes:
    """Every figure on a line of its own."""
    return collection_tables.beside_csv(shown.sides)
