"""Ctrl+P prints wherever there is something to print, and says what to do where there is nothing yet."""

from typing import Any

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.pages import CODES

KEY = QKeySequence("Ctrl+P")
MADE_HERE = {"paper": "Make the pack", "findings": "Draft PDF"}  # pages to print, by another word


def takes(page: QWidget) -> bool:
    return any(KEY in action.shortcuts() for action in page.findChildren(QAction))


@pytest.fixture
def driver(open_at: Any, trafford: Workspace) -> Any:
    return open_at(trafford)


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What files of pages were to be called; nothing is chosen."""
    asked = list[str]()
    monkeypatch.setattr(ask, "save_file", lambda *given: asked.append(given[-1].name))
    return asked


def test_a_page_with_a_button_that_prints_takes_the_key(driver: Any) -> None:
    """*Why this rating*, *Earlier inspections* and *Paper* said "Ctrl+P does nothing here now" beside their buttons."""
    deaf = []
    driver.desk.open_case(driver.desk.workspace.case_id("C01"))
    for code in CODES:
        driver.desk.show_page(code)
        page = driver.desk.page(code)
        words = [button.text() for button in page.findChildren(QPushButton)]
        prints = [said for said in words if said.startswith(("Print this", "Print…", MADE_HERE.get(code, "Print…")))]
        if prints and not takes(page):
            deaf.append((code, prints))
    assert deaf == []


def test_the_rating_that_is_explained_is_printed(driver: Any, named: list[str]) -> None:
    driver.press("Ctrl+Alt+W")
    driver.desk.page("why").list.setCurrentRow(1)
    driver.press("Ctrl+P")
    driver.desk.page("why").do("print-ratings")
    assert named == ["Why this rating, 2.2.pdf"] * 2


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("earlier", "Nothing to print yet. Add an earlier inspection first."),
        ("paper", "Choose the cases to print first."),
    ],
)
def test_with_nothing_to_print_the_key_says_what_comes_first(
    driver: Any, named: list[str], code: str, said: str
) -> None:
    driver.desk.show_page(code)
    driver.press("Ctrl+P")
    assert driver.window.messages.said[-1].words == said
    assert named == []


def test_the_pack_is_made_by_the_key_also_from_where_one_keys_in(driver: Any, qtbot: Any) -> None:
    driver.desk.show_page("paper")
    page = driver.desk.page("paper")
    page.maker.choose(frozenset({driver.desk.workspace.case_id("C01")}))
    page.show_half(keying=True)
    driver.press("Ctrl+P")
    qtbot.waitUntil(lambda: page.maker.made)
    assert page.maker.isVisible()
