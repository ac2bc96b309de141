"""Who works on this laptop, as the inspection knows them."""

from inspector_app.core.domain.inspection import Person
from inspector_app.core.services.workspace import Workspace


def person(workspace: Workspace) -> Person:
    """This laptop's person; without name and role where they are not in the team (any more)."""
    return next((one for one in workspace.team() if one.id == workspace.me), Person(workspace.me, ""))
