"""An item that a quality lead verified stays so until it says something else, on every laptop."""

from collections.abc import Callable

import pytest

from inspector_app.core.domain.cases import verified
from inspector_app.core.domain.cases.verified import ItemRow, Verified
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import verifying
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")


def refused(act: Callable[[], object]) -> Code:
    with pytest.raises(Expected) as caught:
        act()
    return caught.value.code


@pytest.fixture
def item(workspace: Workspace) -> str:
    """A prompt that the lead answered."""
    made = f"{workspace.case_rows()[0].id}/2.1.1/a"
    workspace.editor.set("prompt", made, "answer", "yes")
    workspace.editor.set("prompt", made, "note", "as it was")
    return made


def row(workspace: Workspace, item: str) -> ItemRow:
    return next(row for row in verifying.items(workspace, item.partition("/")[0]) if row.id == item)


@pytest.fixture
def ada(people: Team, item: str) -> Workspace:
    assert item
    return people.colleague("Ada", "Quality lead")


def test_it_lapses_by_itself_when_answer_or_note_changes_and_stands_again_when_that_is_undone(
    people: Team, ada: Workspace, item: str
) -> None:
    lead = people.lead
    verifying.verify(ada, item)
    people.exchange()
    for workspace in people.workspaces:
        assert (row(workspace, item).verified_by, row(workspace, item).stands) == ("Ada", True)
        assert verifying.standing_of(workspace, item.partition("/")[0]) == Verified(1, 1, ())
    lead.editor.set("prompt", item, "note", "other words")
    assert verifying.standing_of(lead, item.partition("/")[0]) == Verified(0, 1, ("2.1.1/a",))
    assert (row(lead, item).stands, row(lead, item).lapsed) == (False, True)
    people.exchange()
    assert row(ada, item).lapsed
    lead.editor.undo("prompt", item)
    assert row(lead, item).stands
    lead.editor.set("prompt", item, "answer", "no")
    assert row(lead, item).lapsed
    people.exchange()
    verifying.verify(ada, item)
    assert row(ada, item).stands


def test_an_item_that_becomes_contested_is_verified_no_more(people: Team, ada: Workspace, item: str) -> None:
    verifying.verify(ada, item)
    people.exchange()
    people.lead.editor.set("prompt", item, "answer", "no")
    ada.editor.set("prompt", item, "answer", "na")
    people.exchange()
    assert (row(ada, item).contested, row(ada, item).stands) == (True, False)
    assert refused(lambda: verifying.verify(ada, item)) is Code.VALUE_INVALID


def test_only_who_reviews_and_did_not_give_the_answer_verifies_wherever_it_was_written(
    people: Team, ada: Workspace, item: str
) -> None:
    ben = people.colleague("Ben")
    assert refused(lambda: verifying.verify(ben, item)) is Code.NOT_A_REVIEWER
    assert refused(lambda: verifying.verify(people.lead, item)) is Code.VERIFY_OWN
    digest = verified.digest(row(ben, item).answer, row(ben, item).text)
    ben.editor.do(item, [Edit("verified_prompt", EntityId(item), "what", digest)])  # past the service
    people.exchange()
    assert (row(people.lead, item).verified_by, row(people.lead, item).stands) == ("", False)
    verifying.verify(ada, item)
    people.exchange()
    assert row(people.lead, item).stands


def test_what_nobody_answered_is_not_verified_and_undo_takes_a_verification_back(ada: Workspace, item: str) -> None:
    assert refused(lambda: verifying.verify(ada, item.replace("/a", "/b"))) is Code.VALUE_INVALID
    verifying.verify(ada, item)
    ada.editor.undo("verified_prompt", item)
    assert (row(ada, item).verified_by, row(ada, item).lapsed) == ("", False)
