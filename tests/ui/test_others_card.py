"""In a wide window the prompt in hand is seen as it was answered on other cases, beside what one thinks oneself."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.places.case.page import CasePage


def said(page: CasePage) -> list[str]:
    others = page.sheet.guide.others
    return [label.text() for label in others.findChildren(QLabel) if label.isVisible()]


def test_in_a_wide_window_other_cases_say_how_they_were_answered_no_first(
    case_page: CasePage, workspace: Workspace, qtbot: QtBot
) -> None:
    rows = workspace.case_rows()[1:3]
    for row, answer, note in zip(rows, ("yes", "no"), ("", "Nobody asked the shop."), strict=True):
        workspace.editor.set("prompt", f"{row.id}/2.1.1/a", "answer", answer)
        workspace.editor.set("prompt", f"{row.id}/2.1.1/a", "note", note)
    case_page.resize(1900, 1000)
    others = case_page.sheet.guide.others
    qtbot.waitUntil(others.isVisible)
    assert said(case_page) == [
        "2.1.1 a on the other cases", rows[1].ref, "Nobody asked the shop.", rows[0].ref, "no note",
    ]  # fmt: skip
    wanted: list[str] = []
    case_page.page_wanted.connect(lambda code, _at: wanted.append(code))
    others.all.click()
    assert wanted == ["compare"]


def test_where_nobody_answered_elsewhere_nothing_is_said_of_other_cases(case_page: CasePage, qtbot: QtBot) -> None:
    case_page.resize(1900, 1000)
    qtbot.waitUntil(case_page.sheet.guide.isVisible)
    case_page.asides._show_others()
    assert not case_page.sheet.guide.others.isVisible()
