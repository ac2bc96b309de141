"""What a service would refuse to this person is not offered: to call off what another asked for, to delete their record."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.domain.inspection import Person
from inspector_app.core.services.cases import marking, sharing
from inspector_app.core.services.people import standing
from inspector_app.core.services.results import accuracy, told
from inspector_app.core.services.workspace import Workspace
from tests.ui.colleagues import colleague, joined
from tests.ui.team import Pair

pytestmark = pytest.mark.usefixtures("no_backups")


@pytest.fixture
def pair(workspace: Workspace, tmp_path: Path, opened: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pair]:
    """Ruth, at the window, is of the team and no more: Bob alone reviews. He asked to mark her case second, himself."""
    theirs = joined(opened.desk.workspace, colleague("Bob", tmp_path), tmp_path)
    made = Pair(opened, theirs, tmp_path)
    monkeypatch.setattr(standing, "reviewers", lambda _workspace: [Person(theirs.me, "Bob", "Lead inspector")])
    sharing.give(made.mine, [made.case], made.mine.me)
    made.give()
    marking.ask(theirs, made.case, theirs.me)
    made.take()
    yield made
    theirs.close()


def test_to_call_a_second_marking_off_is_offered_to_who_may(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pair.page()
    card = page.sheet.cards.ask_second
    page.do("ask-second")
    assert card.said.text().startswith("Bob: asked to mark it. Somebody else can be asked as well. Who asked for it,")
    assert not card.withdraw.isVisible()
    assert not card.ask.isVisible()
    assert card.beside.isVisible()
    monkeypatch.setattr(standing, "reviewers", lambda one: [Person(one.me, "Ruth", "Lead inspector")])
    page.do("ask-second")
    assert "can be asked instead of whoever has not finished" in card.said.text()
    assert card.withdraw.isVisible()
    card.withdraw.click()
    assert marking.second_marking(pair.mine, pair.case) is None


@pytest.mark.parametrize(("page", "service"), [("told", told), ("accuracy", accuracy)])
def test_to_delete_what_was_written_down_is_offered_to_who_may(pair: Pair, page: str, service: Any) -> None:
    service.add(pair.theirs, "The head of service")
    pair.take()
    service.add(pair.mine, "The board")
    pair.driver.desk.show_page(page)
    shown = pair.driver.desk.page(page)
    offered = {}
    for row in service.rows(pair.mine):
        shown._show_one(row.id)
        offered[row.whom if page == "told" else row.said] = not shown.view.delete.isHidden()
    assert offered == {"The head of service": False, "The board": True}
