"""The dip sample in the real window: drawn by a seed that is shown, and items verified until they change."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.services.cases import dipping, verifying
from inspector_app.ui.places.cases.dip.page import DipPage


@pytest.fixture
def page(opened: Any) -> DipPage:
    """All answers were given by somebody else than who looks at them."""
    workspace = opened.desk.workspace
    item = EntityId(f"{workspace.case_id('C01')}/2.1.1")
    other = Edit("judgement", item, "answer", "no"), Edit("judgement", item, "rationale", "As somebody else saw it.")
    workspace.editor.record([("somebody", other)], item, Verb.EDIT)
    opened.press("Ctrl+Alt+K")
    made: DipPage = opened.desk.page("dip")
    made.number.setText("100")
    made.seed.setText("a seed")
    made.draw.click()
    return made


def show(page: DipPage, case: str, ref: str) -> None:
    page.list.setCurrentRow(list(page._items).index(case))
    rows = page._items[case]
    page.items.list.setCurrentRow([row.ref for row in rows].index(ref))


def test_the_same_seed_draws_the_same_cases_and_without_one_there_is_a_new_one(opened: Any, page: DipPage) -> None:
    workspace = opened.desk.workspace
    assert tuple(page._items) == dipping.draw(workspace, 100, seed="a seed").drawn
    assert "Seed: a seed" in page.drawn.text()
    page.number.setText("1")
    page.seed.setText("")
    QTest.keyClick(page.number, Qt.Key.Key_Return)
    assert len(page.seed.text()) == 8
    assert tuple(page._items) == dipping.draw(workspace, 1, seed=page.seed.text()).drawn


def test_no_number_draws_nothing_and_what_was_drawn_stays(page: DipPage) -> None:
    page.number.setText("some")
    page.draw.click()
    assert page.list.count() == len(page._items) > 1


def test_a_verified_item_is_shown_so_lapses_when_it_changes_and_undo_takes_it_back(opened: Any, page: DipPage) -> None:
    workspace = opened.desk.workspace
    show(page, "C01", "2.1.1")
    page.items.verify.click()
    here = page.items.here
    assert here is not None
    assert (here.ref, here.stands) == ("2.1.1", True)
    assert page.items.asked.text().startswith(
        "2.1.1: Does assessing sufficiently analyse how to achieve positive change"
    )
    assert "1 of" in page.list.currentItem().text()
    assert not page.items.verify.isEnabled()
    workspace.editor.set("judgement", here.id, "rationale", "otherwise")
    QApplication.processEvents()
    assert "1 lapsed" in page.list.currentItem().text()
    workspace.editor.undo("judgement", here.id)
    QApplication.processEvents()
    assert "1 lapsed" not in page.list.currentItem().text()
    assert page.invert("undo", "verified_judgement", here.id)
    assert not any(row.verified_by for row in verifying.items(workspace, here.id.partition("/")[0]))


def test_an_answer_of_ones_own_is_not_verified(opened: Any, page: DipPage) -> None:
    show(page, "C01", "2.1.1")
    workspace = opened.desk.workspace
    item = page.items.here
    assert item is not None
    workspace.editor.set("judgement", item.id, "answer", "yes")
    QApplication.processEvents()
    show(page, "C01", "2.1.1")
    page.items.verify.click()
    assert page.items.here is not None
    assert not page.items.here.stands


def test_an_item_leads_to_its_place_in_the_case(opened: Any, page: DipPage) -> None:
    show(page, "C01", "2.1.1")
    page.items.go.click()
    assert (opened.desk.current, opened.desk.page("case").at.question) == ("case", "2.1.1")


def test_an_item_is_verified_from_the_case_it_stands_on_and_shows_when_it_changed(opened: Any) -> None:
    desk = opened.desk
    workspace = desk.workspace
    case = workspace.case_id("C01")
    for entity, ref in (("judgement", "2.1.1"), ("prompt", "2.1.1/a")):
        item = EntityId(f"{case}/{ref}")
        workspace.editor.record([("somebody", (Edit(entity, item, "answer", "no"),))], item, Verb.EDIT)
    desk.page("cases").want_case(case, "2.1.1", "a")
    page = desk.page("case")
    row = page.view.row_for("a")
    opened.press("Ctrl+Alt+V")
    assert verifying.items(workspace, case)[1].stands
    assert ": verified" in row.signs.toolTip()
    page._focus(page.view.judgement)
    opened.press("Ctrl+Alt+V")
    assert ": verified" in page.view.judgement.so_far.text()
    assert "2 of" in page.sheet.bar._verified
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", "otherwise")
    QApplication.processEvents()
    assert "verified, and changed since" in row.signs.toolTip()
    assert page.sheet.bar._verified.endswith("changed since: 2.1.1 a"), "as everywhere, not as its id"
    verifying.take_back(workspace, "judgement", f"{case}/2.1.1")
    QApplication.processEvents()
    assert "verified" not in page.view.judgement.so_far.text()
    opened.press("Ctrl+Alt+K")
    dip = desk.page("dip")
    dip.number.setText("100")
    dip.draw.click()
    show(dip, "C01", "2.1.1/a")
    assert dip.items.list.currentItem().text().startswith("2.1.1 a · ")


def test_what_is_no_number_is_refused_as_it_was_typed_and_said_no_longer_once_it_is_mended(
    opened: Any, page: DipPage
) -> None:
    shown = opened.window.messages.shown
    for typed in ("all", "9" * 5000):
        page.number.setText(typed)
        page.draw.click()
        assert shown.isVisible()
        assert typed[:3] in shown.words.text()
    page.number.setText("2")
    page.draw.click()
    assert shown.isHidden()


def test_boxes_left_with_no_number_refuse_nothing_when_the_page_comes_again(opened: Any, page: DipPage) -> None:
    page.number.setText("all")
    page.draw.click()
    opened.window.messages.tell("")
    again = DipPage(page._shared)
    assert (again.number.text(), again._found, opened.window.messages.shown.isHidden()) == ("all", None, True)
    again.deleteLater()


def test_drawn_cases_are_verified_by_keys_alone_from_the_first_with_an_answer(opened: Any, page: DipPage) -> None:
    draw = dipping.draw
    seed = next(str(n) for n in range(50) if draw(opened.desk.workspace, 100, seed=str(n)).drawn[0] != "C01")
    page.seed.setText(seed)
    page.draw.click()
    assert list(page._items)[page.list.currentRow()] == "C01"
    page.list.setCurrentRow(0)
    assert (page.items.nothing.isVisible(), page.items.list.isVisible()) == (True, False)
    assert "Nothing answered" in page.list.currentItem().text()
    page.draw.click()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.items.list.hasFocus()
    opened.press("Ctrl+Alt+V")
    assert page.items.here is not None
    assert page.items.here.stands
