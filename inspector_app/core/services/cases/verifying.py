"""The quality lead verifies items of a case as they stand; each verification is a step, and lapses when the item changes."""

from inspector_app.core.domain.cases import verified
from inspector_app.core.domain.cases.verified import ItemRow, Verified
from inspector_app.core.domain.ids import EntityId, case_of
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_work, marking
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_verified


def may(workspace: Workspace) -> bool:
    """Whether this person's word counts here: the lead and the quality lead."""
    return workspace.me in _reviewers(workspace)


def items(workspace: Workspace, case: str) -> list[ItemRow]:
    """What is answered on a case, in order, and how it was verified; nothing of one that this person marks blind."""
    if case in marking.blind_cases(workspace):
        return []
    with workspace.database.read() as connection:
        return read_verified.items(connection, case, _reviewers(workspace))


def standing_of(workspace: Workspace, case: str) -> Verified | None:
    """How much of a case is verified as it stands, and what lapsed; None where nothing ever was, or it is marked blind."""
    return verified.standing(looked_at(workspace, case))


def looked_at(workspace: Workspace, case: str) -> list[ItemRow]:
    """As `items`, of a case on which anything ever was verified; else none, and no note is read."""
    with workspace.database.read() as connection:
        if not read_verified.has(connection, case):
            return []
    return items(workspace, case)


def verify(workspace: Workspace, item: str) -> bool:
    """Say that an item (its id) is right as it stands; undo takes it back. False where that was said already.

    Expected: NOT_A_REVIEWER, VERIFY_OWN (they gave the answer), VALUE_INVALID (contested, or not answered), as Editor.do.
    """
    standing.require_reviewer(workspace)
    row = next((row for row in items(workspace, case_of(item)) if row.id == item), None)
    if row is None or row.contested or row.answer is None:
        why = "people differ on it" if row is not None and row.contested else "nobody has answered it"
        raise Expected(Code.VALUE_INVALID, field="What is verified", value=item.partition("/")[2], why=why)
    if row.given == workspace.me:
        raise Expected(Code.VERIFY_OWN)
    if row.stands:
        return False
    edit = Edit(row.verification, EntityId(item), "what", verified.digest(row.answer, row.text), again=True)
    workspace.editor.do(item, [edit])
    return True


def _reviewers(workspace: Workspace) -> frozenset[str]:
    return frozenset(person.id for person in standing.reviewers(workspace))


def take_back(workspace: Workspace, entity: str, item: str) -> None:
    """Undo the verification of an item (of that kind) that this person gave last. Expected: as case_work.undo."""
    case_work.undo(workspace, verified.VERIFICATIONS[entity], item)
