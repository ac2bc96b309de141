"""Two laptops write one recommendation or finding apart: no copy for the service says one side's words as if both did."""

from itertools import count

import pytest

from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from tests.trust.hostile import Three, sound

pytestmark = pytest.mark.usefixtures("no_backups")

_NUMBERS = count(1)


def refused(workspace: Workspace) -> bool:
    try:
        findings.refuse_contested(workspace)
    except Expected as error:
        found = error
    else:
        return False
    assert found.code is Code.TEXTS_CONTESTED
    assert "{" not in sentence(found)
    return True


def written(team: Three, entity: str) -> EntityId:
    """A text that Ann wrote and both have, of which nothing is contested."""
    made = findings.add_recommendation(team.ann, f"Owner {next(_NUMBERS)}")
    if entity == "finding":
        made = findings.add_finding(team.ann, "2.1", "narrative")
    team.ann.editor.set(entity, made, "text", "Check each plan.")
    team.give(team.ann, team.bea)
    return EntityId(made)


APART = [
    ("recommendation", "text", "Check every plan.", "Check some plans."),
    ("recommendation", "text", "Check every plan.", None),
    ("recommendation", "due", "2026-06-01", "2026-07-01"),
    ("recommendation", "priority", "high", "low"),
    ("recommendation", "to", "The board", "The police"),
    ("recommendation", "deleted", True, None),
    ("finding", "text", "Checks were made.", "No checks were made."),
    ("finding", "text", "Checks were made.", None),
]


@pytest.mark.parametrize(("entity", "field", "anns", "beas"), APART)
def test_what_two_wrote_apart_keeps_the_services_copy_back_until_it_is_settled(
    team: Three, entity: str, field: str, anns: object, beas: object
) -> None:
    text = written(team, entity)
    if field == "deleted":
        findings.delete(team.ann, entity, text)
        team.bea.editor.set(entity, text, "text", "Check every plan.")
    else:
        for workspace, value in ((team.ann, anns), (team.bea, beas)):
            workspace.editor.do(text, [Edit(entity, text, field, value)])
    for giver, taker in ((team.ann, team.bea), (team.bea, team.ann)):
        team.give(giver, taker)
    assert [refused(w) for w in (team.ann, team.bea)] == [True] * 2
    for apart in conflicts.conflicts(team.ann):
        conflicts.settle(team.ann, apart, apart.sides[0].value)
    team.give(team.ann, team.bea)
    assert [refused(w) for w in (team.ann, team.bea)] == [False] * 2
    sound(team.ann, team.bea)


@pytest.mark.parametrize("entity", ["recommendation", "finding"])
def test_what_both_wrote_alike_keeps_nothing_back(team: Three, entity: str) -> None:
    text = written(team, entity)
    for workspace in (team.ann, team.bea):
        workspace.editor.set(entity, text, "text", "Check all plans.")
    for giver, taker in ((team.ann, team.bea), (team.bea, team.ann)):
        team.give(giver, taker)
    assert [refused(w) for w in (team.ann, team.bea)] == [False] * 2
