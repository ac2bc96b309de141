"""The sample by what is known of its cases, beside the service's caseload, and how each part was judged."""

from inspector_app.core.domain import caseload
from inspector_app.core.domain.caseload import Caseload
from inspector_app.core.domain.fields import CASELOAD
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.rating import suppress
from inspector_app.core.rating.breakdown import SampleBreakdown, breakdowns, judged_for_all, judged_on_all
from inspector_app.core.services.results import by_question
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_caseload, read_review


def read(workspace: Workspace) -> tuple[SampleBreakdown, ...]:
    """All of it, with counts: for the team alone. Cases that this person marks blind are left out."""
    sheet = by_question.read_sheet(workspace)
    with workspace.database.read() as connection:
        given = tuple(read_caseload.rows(connection))
    return breakdowns(workspace.framework, sheet.inspection, given)


def outside(workspace: Workspace) -> tuple[SampleBreakdown, ...]:
    """What of it may be told outside, by the framework's rule; all of it where the framework has none.

    It is the same for everybody: while anybody marks a case blind no rate is told, nor on a key question before every case
    is judged on it, so that neither what two people are told nor what is told on two days can be taken from each other.
    """
    with workspace.database.read() as connection:
        given = tuple(read_caseload.rows(connection))
        blind = read_review.blind_to_anybody(connection)
    framework, inspection = workspace.framework, judged_for_all(workspace.rated_from(), blind)
    if framework.small_numbers is None:
        return breakdowns(framework, inspection, given)
    found = breakdowns(framework, judged_on_all(framework, inspection), given)
    return suppress.told(found, framework.small_numbers.least)


def given(workspace: Workspace) -> dict[str, tuple[str, bool]]:
    """What was typed of the caseload, by `sample/characteristic`, and whether two people differ on it."""
    with workspace.database.read() as connection:
        return read_caseload.shown(connection)


def unread(counts: str) -> list[str]:
    """Lines of a caseload that count for nothing: each is a value and a number."""
    return caseload.unread(counts)


def give(workspace: Workspace, one: Caseload) -> None:
    """Say how the service's cases divide. Expected: VALUE_INVALID (a line that is no value and number), as Editor.do."""
    wrong = caseload.unread(one.counts)
    if wrong:
        why = "it is not a value and a number, such as: community sentence 41"
        raise Expected(Code.VALUE_INVALID, field="The line", value=wrong[0], why=why)
    item = EntityId(f"{one.sample}/{one.characteristic}")
    workspace.editor.set(CASELOAD.code, item, "counts", one.counts.strip() or None)
