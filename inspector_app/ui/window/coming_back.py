"""Coming back after a lock: where the person was lies in the encrypted file, and nowhere else."""

from contextlib import suppress

from inspector_app.core.errors import Expected
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import left_at
from inspector_app.ui import pages
from inspector_app.ui.window import place_text
from inspector_app.ui.window.desk import PagePlaces


def keep(workspace: Workspace, places: PagePlaces) -> None:
    """Keep it for the next opening. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY, FILE_MOVED."""
    if places.current:
        left_at.keep(workspace, place_text.written(places))


def take(workspace: Workspace) -> PagePlaces | None:
    """Where the person was when it was locked; None for nowhere, or nowhere that this version knows."""
    with suppress(Expected):  # a full disk must not keep an inspection shut
        found = place_text.read(left_at.take(workspace))
        return found if isinstance(found, PagePlaces) and _is_known(found) else None
    return None


def _is_known(places: PagePlaces) -> bool:
    codes = [row.code for row in pages.PAGES]
    return places.current in codes and isinstance(places.pages, dict) and all(code in codes for code in places.pages)
