"""What is worth checking on a case: counted in the header, listed in the panel, never in the way."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.services.cases import reviews
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.case.page import CasePage
from inspector_app.ui.words import point as point_words


@pytest.fixture
def held(opened: Any) -> Workspace:
    return opened.desk.workspace  # type: ignore[no-any-return]


@pytest.fixture
def case(opened: Any, held: Workspace) -> str:
    """C01 with everything answered Yes but the judgement on 2.1.2, which is No over Yes and without reasons."""
    found = held.case_rows()[0].id
    for _, question in held.framework.sample_questions("children"):
        held.editor.set("judgement", f"{found}/{question.ref}", "answer", "no" if question.ref == "2.1.2" else "yes")
        for prompt in question.prompts:
            held.editor.set("prompt", f"{found}/{question.ref}/{prompt.ref}", "answer", "yes")
    opened.desk.open_case(found, "2.3.2")
    return str(found)


@pytest.fixture
def page(opened: Any, case: str) -> CasePage:
    return opened.desk.page("case")  # type: ignore[no-any-return]


def on_tab(page: CasePage) -> str:
    return page.sheet.side.tabs.words()[-1]


def said(page: CasePage) -> list[str]:
    assert page.asides.points is not None
    return [button.text() for button in page.asides.points.buttons]


def test_the_tab_counts_and_what_it_opens_lists_in_words(opened: Any, page: CasePage) -> None:
    assert on_tab(page) == "To check 2"
    opened.press("Ctrl+Shift+V")
    assert said(page) == ["2.1.2: No without reasons", "2.1.2: No, while 6 of 6 prompts are Yes"]
    assert page.asides.points is not None
    assert page.asides.points.buttons[0].hasFocus(), "the first time too"


def test_choosing_a_point_goes_there(opened: Any, page: CasePage) -> None:
    opened.press("Ctrl+Shift+V")
    assert page.asides.points is not None
    page.asides.points.buttons[0].click()
    place = page.place()
    assert place is not None
    assert (place.question, place.prompt) == ("2.1.2", None)
    assert page.view.judgement.hasFocus()


def test_choosing_a_point_in_a_small_window_gives_the_prompts_their_place_back(opened: Any, page: CasePage) -> None:
    opened.window.setMinimumSize(1, 1)
    opened.window.resize(760, 440)
    opened.press("Ctrl+Shift+V")
    assert not page.view.isVisible()
    assert page.asides.points is not None
    page.asides.points.buttons[0].click()
    assert page.view.isVisible()
    assert page.view.judgement.hasFocus()


def test_answering_counts_again(qtbot: QtBot, page: CasePage) -> None:
    row = page.view.prompts[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: on_tab(page) == "To check 3")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "Not in the record.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: on_tab(page) == "To check 2")


def test_submitting_says_what_is_left_to_check_and_goes_ahead(page: CasePage, held: Workspace, case: str) -> None:
    assert page.sheet.bar.buttons["submit"].accessibleDescription() == "2 to check"
    page.do("submit")
    assert reviews.stage(held, case).stage == "submitted"


def test_a_case_with_nothing_to_check_says_so(opened: Any, page: CasePage, held: Workspace, case: str) -> None:
    held.editor.set("judgement", f"{case}/2.1.2", "answer", "yes")
    assert on_tab(page) == "To check"
    assert page.sheet.bar.buttons["submit"].accessibleDescription() == ""
    opened.press("Ctrl+Shift+V")
    assert said(page) == []
    assert page.asides.points is not None
    assert page.asides.points._about.text() == str(point_words.NOTHING)


def test_a_case_not_begun_says_so_and_is_begun_with_the_first_answer(
    opened: Any, page: CasePage, held: Workspace, qtbot: QtBot
) -> None:
    untouched = held.case_id("C02")
    opened.desk.open_case(untouched)
    opened.press("Ctrl+Shift+V")
    assert on_tab(page) == "To check"
    assert page.sheet.bar.buttons["submit"].accessibleDescription() == "not begun"
    assert page.sheet.bar.stage.shown.words == "not begun"
    assert (said(page), page.asides.points._about.text()) == ([], str(point_words.NOT_BEGUN))
    row = page.view.prompts[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: on_tab(page) != "To check")
    assert page.sheet.bar.stage.shown.words == "in progress"
    assert said(page)[-1] == "2.3.2: not begun"


def test_the_notes_of_other_cases_are_not_read(
    page: CasePage, held: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inspector_app.core.storage.reading import read_review

    asked: list[str] = []
    seen = read_review.seen

    def watched(connection: Any, person: str, under: str = "", texts: bool = True) -> Any:
        asked.append(under)
        return seen(connection, person, under, texts)

    monkeypatch.setattr(read_review, "seen", watched)
    page.asides._count()
    assert page._open is not None
    assert asked == [f"{page._open.case}/"]
