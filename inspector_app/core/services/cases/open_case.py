"""What the page of one case reads at once: the case with all its prompts and notes; and which gap comes next."""

from inspector_app.core.domain.cases.standing import Held
from inspector_app.core.domain.rows import CaseRow, QuestionPage
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import case_rows
from inspector_app.core.services.case_rows import Place
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read, read_case, read_review
from inspector_app.core.storage.reading.read_answers import Stood


def whole_case(workspace: Workspace, case_id: str) -> tuple[CaseRow, tuple[QuestionPage, ...]]:
    """One case and every key question of it with its prompts and notes, in one reading. Expected: CASE_UNKNOWN."""
    with workspace.database.read() as connection:
        cases, names = read.cases(connection, case_id), read.names(connection)
        found = list(read_review.seen(connection, workspace.me, f"{case_id}/"))
        kept, by_totals = read_review.kinds(connection, workspace.me, case_id), read.by_totals(connection)
    if not cases:
        raise Expected(Code.CASE_UNKNOWN, case=case_id, where=workspace.path)
    (case,) = cases
    row = case_rows.row(workspace.framework, case, names.get(case.inspector, ""), Stood.of(found), by_totals)
    by_place = {one.place: one for one in found}
    pages = (
        case_rows.page(workspace.framework, case_id, mark.question, by_place, kept, by_totals) for mark in row.marks
    )
    return row, tuple(pages)


def next_gap(workspace: Workspace, here: Place) -> tuple[Place | None, Place | None]:
    """The next place without an answer in the cases that are in the same hands, and where they have none, in any other.

    Who works on a case of theirs goes on to their own, and is led into a colleague's only when they ask for it.
    """
    with workspace.database.read() as connection:
        blind = read_review.blind_cases(connection, workspace.me)
        held = {case.id: read_case.held(connection, case.id) for case in read.cases(connection)}
    whose = {case: _hands(workspace.me, found, blind=case in blind) for case, found in held.items() if found}
    alike = {case for case, hands in whose.items() if hands == whose.get(here[0])}
    found = workspace.next_gap(*here, among=alike)
    return found, None if found else workspace.next_gap(*here)


def _hands(me: str, held: Held, *, blind: bool) -> str:
    """Who is to answer it: this person, too, where they help or mark it blind."""
    return me if blind or held.helper == me else held.inspector
