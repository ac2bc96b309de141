"""What people are in an inspection, as its lead says. A card says what its holder thinks, and gives no rights."""

from inspector_app.core.domain import roles
from inspector_app.core.domain.ids import EntityId, WorkspaceId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text import alike
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import trusting
from inspector_app.core.services.people import here
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read


def leads(workspace: Workspace) -> bool:
    """Whether this laptop's person is the one whose word it is: who made the inspection, or came in their place."""
    return workspace.laptop.trusted(WorkspaceId(workspace.id)).lead == workspace.me


def own(workspace: Workspace) -> str:
    """What this laptop's person is in the inspection, as it is shown."""
    return here.person(workspace).role


def offered(workspace: Workspace, card: Card) -> str:
    """What somebody is unless the lead says otherwise.

    As the lead said before, of them or of somebody of that name (but for the lead, whose name says nothing of a newcomer);
    else what the card says, where that gives no rights.
    """
    with workspace.database.read() as connection:
        trusted = workspace.laptop.trusted(WorkspaceId(workspace.id))
        said = trusting.roles_said(workspace.laptop, trusted, connection)
        called = read.names(connection)
    others = ((person, role) for person, role in said.items() if person != trusted.lead)
    of_name = (role for person, role in others if alike.key(called.get(person, "")) == alike.key(card.name))
    if card.id == trusted.lead:
        return roles.in_inspection(said.get(card.id, ""), "", lead=True)
    return said.get(card.id) or next(of_name, "") or roles.harmless(card.role) or roles.INSPECTOR


def edits(workspace: Workspace, card: Card, role: str = "") -> list[Edit]:
    """What is written of somebody's role when their card is accepted; nothing on the laptop of who does not lead.

    Expected: NOT_THE_LEAD (a role is given there).
    """
    if not leads(workspace):
        if role:
            raise Expected(Code.NOT_THE_LEAD)
        return []
    return [Edit("person", EntityId(card.id), "role", roles.written(tidied(role)) or offered(workspace, card))]


def give(workspace: Workspace, person: str, role: str) -> None:
    """The lead says what somebody is from now on, on every laptop that hears of it.

    Expected: NOT_THE_LEAD, VALUE_INVALID (no role, or the lead's own), DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    role = roles.written(tidied(role))
    if not leads(workspace):
        raise Expected(Code.NOT_THE_LEAD)
    if person == workspace.me or not role:
        why = "who made the inspection leads it" if role else "it is empty"
        raise Expected(Code.VALUE_INVALID, field="The role", value=role, why=why)

    laptop, inspection = workspace.laptop, WorkspaceId(workspace.id)
    edit = Edit("person", EntityId(person), "role", role)
    workspace.editor.do(person, [edit], also=lambda c: trusting.keep_up(laptop, inspection, c))
