"""A "&" in a name, a reference or a title is shown wherever it is pressed or chosen: Qt takes it for the sign of a key."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.fields.fact import as_it_stands, as_shown
from inspector_app.ui.pages import CODES
from tests.conftest import add_cases
from tests.ui.colleagues import colleague, joined

_IN_A_FACT = re.compile(r"&[ 0-9]")  # no key is signed so


def pressed(window: QWidget) -> Iterator[str]:
    """The words of all that can be pressed or chosen."""
    yield from (button.text() for button in window.findChildren(QAbstractButton))
    yield from (action.text() for action in window.findChildren(QAction))
    for tabs in window.findChildren(QTabBar):
        yield from (tabs.tabText(place) for place in range(tabs.count()))


def test_every_page_shows_the_sign_of_a_service_a_person_and_a_case(
    in_window: Callable[[Workspace], Any], make_workspace: Callable[..., Workspace], tmp_path: Path, qtbot: QtBot
) -> None:
    workspace = make_workspace("Calderdale & Kirklees")
    add_cases(workspace)
    with closing(joined(workspace, colleague("Bo & Co", tmp_path), tmp_path)) as theirs:
        workspace.editor.set("case", workspace.case_id("C01"), "inspector", theirs.me)
    workspace.editor.set("case", workspace.case_id("C01"), "ref", "C&01")
    driver = in_window(workspace)
    workspace = driver.desk.workspace
    driver.desk.open_case(workspace.case_id("C&01"))
    wrong, shown = {}, set()
    for code in CODES:
        driver.desk.show_page(code)
        if code == "handoff":
            qtbot.waitUntil(lambda: bool(driver.desk.page("handoff").give.people))
        words = {text for text in pressed(driver.window) if "&" in text}
        wrong[code] = [text for text in words if _IN_A_FACT.search(text.replace("&&", ""))]
        shown |= {as_shown(text) for text in words}
    assert not {code: texts for code, texts in wrong.items() if texts}
    assert {"Calderdale & Kirklees", "Bo & Co, Inspector", "Bo & Co"} <= shown


def test_what_is_shown_is_what_was_said() -> None:
    for fact in ("Calderdale & Kirklees", "a&b", "&", "&&", "no sign"):
        assert as_shown(as_it_stands(fact)) == fact
    assert as_shown("&Open A && B") == "Open A & B"
