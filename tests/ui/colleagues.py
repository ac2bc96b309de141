"""Colleagues on laptops of their own, for the tests of hand-off in the window."""

from pathlib import Path

from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace

PASSPHRASE = "copper lantern drifts over quiet water"


def colleague(name: str, folder: Path) -> Laptop:
    """Somebody on a new laptop in that folder, with their identity card beside it."""
    made = Laptop(folder / name)
    made.create_identity(name, "Inspector", PASSPHRASE)
    team.write_card(made, folder / f"{name}.card")
    return made


def joined(mine: Workspace, theirs: Laptop, folder: Path) -> Workspace:
    """The inspection on a colleague's laptop, by a card and a package of everything."""
    team.add(mine, theirs.card())
    start = folder / "start.handoff"
    handoffs.export(mine, start, to=[theirs.person.id], everything=True)
    workspace, _ = handoffs.join(theirs, start, theirs.new_path("Wexborough"))
    return workspace


def given(workspace: Workspace, to: str, path: Path) -> Path:
    """A package of what a person is not known to have."""
    handoffs.export(workspace, path, to=[to])
    return path
