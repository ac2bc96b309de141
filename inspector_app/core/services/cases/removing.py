"""A case that was added by mistake is removed: a step that undo takes back, only while nobody has worked on the case.

Nothing is lost where a colleague worked on it apart: a case that somebody answered or wrote on is there although it was
removed (storage/reading/stands.py), on every laptop.
"""

from collections.abc import Sequence

from inspector_app.core.domain.ids import EntityId, case_of
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases.reviews import the_one
from inspector_app.core.services.editor import Done
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_answers, read_case, read_concerns, read_review


def untouched(workspace: Workspace, case_ids: Sequence[str]) -> tuple[str, ...]:
    """Of these cases, those on which nobody answered, wrote, interviewed or commented, and which were never submitted.

    Nor was a concern written about one: it would go on without the case that it is about. One that was begun and left
    empty is shown nowhere (services/fieldwork/concerns.py), and keeps no case.
    """
    one = the_one(case_ids)
    under = f"{one}/" if one else ""
    with workspace.database.read() as connection:
        worked_on = set(read_answers.begun(connection, under)) | set(read_review.reviews(connection, one))
        worked_on |= {case_of(comment.id) for comment in read_review.comments(connection, workspace.me, under)}
        worked_on |= {concern.case for concern in read_concerns.rows(connection) if concern.written}
        return tuple(
            c for c in case_ids if c not in worked_on and not read_case.interviews(connection, workspace.me, c)
        )


def remove(workspace: Workspace, case_id: str) -> Done:
    """Remove a case that was added by mistake; `case_work.undo("case", id)` brings it back.

    Expected: CASE_UNKNOWN, CASE_NOT_YOURS (to remove a colleague's is the lead's), VALUE_INVALID (somebody worked on it),
    DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    ref = workspace.case_row(case_id).ref
    standing.require_remover(workspace, case_id)
    if not untouched(workspace, [case_id]):
        why = "somebody has worked on it"
        raise Expected(Code.VALUE_INVALID, field="The case to remove", value=ref, why=why)
    case = EntityId(case_id)
    return workspace.editor.do(case, [Edit("case", case, "deleted", True)])
