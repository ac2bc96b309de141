"""The cases that stand as they were asked for, now: who accepts one of "submitted: accept or return" sees it leave."""

from inspector_app.core.domain.cases.asked import CasesAsked, Standing
from inspector_app.core.services.cases import marking
from inspector_app.core.services.fieldwork import week
from inspector_app.core.services.results import ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.lists.case_answers import Number, behind


def now(workspace: Workspace, asked: CasesAsked) -> tuple[str, ...]:
    """Their ids."""
    if asked.standing.name in Number.__members__:
        return _counted(workspace, asked.of, Number[asked.standing.name])
    match asked.standing:
        case Standing.AT_STAGE:
            return next((at.cases for at in week.stages(workspace) if at.stage == asked.of), ())
        case Standing.HELD_BY:
            return week.owned(workspace).get(asked.of, ())
        case Standing.TO_MARK:
            return tuple(marking.to_mark(workspace))
    mine = week.owned(workspace).get(workspace.me, ())
    waiting = week.waiting_at(workspace, week.stages(workspace), mine)
    return {
        Standing.TO_REVIEW: waiting.to_review, Standing.RETURNED: waiting.returned, Standing.TO_FINISH: waiting.to_finish,
    }[asked.standing]  # fmt: skip


def _counted(workspace: Workspace, question: str, number: Number) -> tuple[str, ...]:
    """Of a key question, without the cases that this person marks blind."""
    sample, blind = workspace.framework.questions[question][0].sample, marking.blind_cases(workspace)
    contested, close = ratings.contested(workspace), ratings.close_calls(workspace)
    rows = behind(workspace.rated_from(), sample, question, contested, close)
    return tuple(row.case for row in rows if row.case not in blind and number.counts(row))
