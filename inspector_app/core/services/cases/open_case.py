"""What the page of one case reads at once: the case with all its prompts and notes."""

from inspector_app.core.domain.rows import CaseRow, QuestionPage
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import case_rows
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_review


def whole_case(workspace: Workspace, case_id: str) -> tuple[CaseRow, tuple[QuestionPage, ...]]:
    """One case and every key question of it with its prompts and notes, in one reading. Expected: CASE_UNKNOWN."""
    with workspace.database.read() as connection:
        cases, names = read.cases(connection, case_id), read.names(connection)
        found = list(read_review.seen(connection, workspace.me, f"{case_id}/"))
        kept, by_totals = read_review.kinds(connection, workspace.me, case_id), read.by_totals(connection)
    if not cases:
        raise Expected(Code.CASE_UNKNOWN, case=case_id, where=workspace.path)
    (case,) = cases
    row = case_rows.row(workspace.framework, case, names.get(case.inspector, ""), found, by_totals)
    by_place = {one.place: one for one in found}
    pages = (
        case_rows.page(workspace.framework, case_id, mark.question, by_place, kept, by_totals) for mark in row.marks
    )
    return row, tuple(pages)
