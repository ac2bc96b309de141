"""The bar of tools over the texts of the findings: to the text in hand, or a new one of its kind."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.text import writing
from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.places.findings.page import FindingsPage
from inspector_app.ui.places.findings.section_list import RECOMMENDATIONS
from tests.ui.conftest import Spoken


@pytest.fixture
def page(trafford: Workspace, alone: Callable[..., FindingsPage]) -> FindingsPage:
    found = partial(alone, FindingsPage)(trafford)
    found.desk.section_chosen.emit("2.1")
    return found


def press(qtbot: QtBot, page: FindingsPage, code: str) -> None:
    qtbot.mouseClick(page.desk.bar._tools[code], Qt.MouseButton.LeftButton)


def in_hand(qtbot: QtBot, page: FindingsPage) -> NoteBox:
    item = page.desk.sheet.items()[0]
    page.desk.sheet.enter(item.row.id)
    qtbot.waitUntil(item.note.box.hasFocus)
    return item.note.box


def test_bold_and_list_are_of_the_text_in_hand_and_undo_and_redo_take_them_back(
    qtbot: QtBot, page: FindingsPage
) -> None:
    box = in_hand(qtbot, page)
    plain = box.text()
    press(qtbot, page, "list")
    assert (box.text(), box.hasFocus()) == (f"- {plain}", True)
    press(qtbot, page, "bold")
    bold = box.text()
    assert bold.startswith("- **")
    press(qtbot, page, "undo")
    assert box.text() == f"- {plain}"
    press(qtbot, page, "undo")
    assert box.text() == plain
    press(qtbot, page, "redo")
    press(qtbot, page, "redo")
    assert (box.text(), box.hasFocus()) == (bold, True)
    assert page.flush()
    assert page._workspace.findings()[0].text != plain or bold in [row.text for row in page._workspace.findings()]


@pytest.mark.parametrize("kind", ["strength", "improvement"])
def test_a_strength_and_an_area_are_added_from_anywhere_in_the_standard(
    qtbot: QtBot, page: FindingsPage, kind: str
) -> None:
    in_hand(qtbot, page)
    before = {row.id for row in page._workspace.findings()}
    press(qtbot, page, kind)
    (made,) = [row for row in page._workspace.findings() if row.id not in before]
    assert (made.group, made.kind) == ("2.1", kind)
    assert page.desk.sheet.item_in_hand().row.id == made.id  # type: ignore[union-attr]


def test_a_recommendation_is_added_to_whom_the_last_one_is(qtbot: QtBot, page: FindingsPage) -> None:
    before = page._workspace.recommendations()
    press(qtbot, page, "recommendation")
    (made,) = [row for row in page._workspace.recommendations() if row.id not in {old.id for old in before}]
    assert (page.desk.sheet.section, made.group) == (RECOMMENDATIONS, before[-1].group)
    assert page.desk.sheet.item_in_hand().row.id == made.id  # type: ignore[union-attr]
    bar = page.desk.bar._tools
    assert [bar[code].isHidden() for code in ("strength", "improvement", "recommendation")] == [True] * 3


def test_a_recommendation_begins_with_its_words_then_its_deadline_which_may_be_a_month(
    qtbot: QtBot, page: FindingsPage, told: Spoken
) -> None:
    """The keyboard went into whom it is to, and Tab out of its words onto Delete; "March 2028" was refused."""
    for row in page._workspace.recommendations():
        findings.delete(page._workspace, "recommendation", row.id)
    press(qtbot, page, "recommendation")
    assert page.desk.sheet.items()[0].note.box.hasFocus()
    page.do("undo")
    assert told.last == "Undone: added: A recommendation"
    assert page._workspace.recommendations() == [], "an empty one had stayed, and its fields were listed"
    told.do("Redo")
    (item,) = page.desk.sheet.items()
    assert item.beside is not None
    assert item.stops == [item.note.box, *item.beside.stops, item.restore], "Tab had gone from its words onto Delete"
    due = item.beside.line.box
    due.setFocus()
    qtbot.keyClicks(due, "March 2028")
    assert due.leave()
    assert due.text() == "31 March 2028"
    assert [row.due for row in page._workspace.recommendations()] == ["2028-03-31"]
    choice = item.beside.box
    choice.chosen.emit("high")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told.last == "Undone: priority: High", "a box to choose from had kept the key"


def test_figure_leads_to_the_figures_and_without_a_text_in_hand_one_is_asked_for(
    qtbot: QtBot, page: FindingsPage, told: Spoken
) -> None:
    press(qtbot, page, "bold")
    assert "Put the cursor in a text first" in told.last
    in_hand(qtbot, page)
    press(qtbot, page, "figure")
    qtbot.waitUntil(page.desk.figures.buttons["2.1.1"].hasFocus)


def test_the_bar_says_how_long_the_section_is_and_when_the_text_in_hand_was_saved(
    qtbot: QtBot, page: FindingsPage
) -> None:
    page.window().resize(1900, 1000)
    bar, box = page.desk.bar, in_hand(qtbot, page)
    qtbot.waitUntil(lambda: "words · saved " in bar.said.text())
    many = sum(len(item.note.box.text().split()) for item in page.desk.sheet.items())
    box.moveCursor(box.textCursor().MoveOperation.End)
    qtbot.keyClicks(box, " More words")
    qtbot.waitUntil(lambda: bar.said.text().startswith(f"{many + 2} words"))


@pytest.mark.parametrize("width", [1900, 1366, 1024, 700, 500])
def test_the_bar_takes_one_line_at_any_width_and_loses_words_before_tools(
    qtbot: QtBot, page: FindingsPage, width: int
) -> None:
    page.window().resize(width, 700)
    in_hand(qtbot, page)
    bar = page.desk.bar
    shown = [button for button in bar.buttons if button.isVisible()]
    assert len(shown) == 11

    def stands() -> None:
        """Nothing overlaps, is cut, or goes beyond the end."""
        parts = [*shown[:-2], *[bar.said][: bool(bar.said.text())], *shown[-2:]]
        ends = [0, *(part.geometry().right() + 1 for part in parts)]
        assert all(part.x() >= end for part, end in zip(parts, ends, strict=False))
        assert ends[-1] <= bar.width()
        assert bar.said.sizeHint().width() <= bar.said.width() or not bar.said.text()

    qtbot.waitUntil(stands)
    assert (shown[6].width() > theme.px(sizes.TARGET)) == (width >= 1024)  # the words of a tool
    if width == 1366:  # the usual screen, whether anything was written yet or not
        bar.say_state(0, "")
        assert shown[6].width() > theme.px(sizes.TARGET)


def test_arrows_go_along_the_bar_and_escape_goes_back_to_the_text(qtbot: QtBot, page: FindingsPage) -> None:
    box, bar = in_hand(qtbot, page), page.desk.bar
    bar.stop.setFocus()
    qtbot.keyClick(bar.stop, Qt.Key.Key_Right)
    assert bar._tools["list"].hasFocus()
    qtbot.keyClick(bar._tools["list"], Qt.Key.Key_Return)
    assert box.hasFocus()
    bar.stop.setFocus()
    qtbot.keyClick(bar.stop, Qt.Key.Key_Escape)
    assert box.hasFocus()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("one", "- one"),
        ("- one", "one"),
        ("one\n\n- two", "- one\n\n- two"),
        ("1. one\n  * two", "one\ntwo"),
        ("", "- "),
        ("- ", ""),
    ],
)
def test_paragraphs_become_a_list_and_plain_again(text: str, wanted: str) -> None:
    assert writing.listed(text) == wanted


@pytest.mark.parametrize("code", ["text-up", "text-down", "text-delete", "figure"])
def test_from_the_pdf_no_text_is_changed_that_one_does_not_see(
    qtbot: QtBot, page: FindingsPage, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(page.preview, "make", lambda: None)  # to be shown is enough
    page.desk.sheet.enter(page.desk.sheet.items()[1].row.id)
    qtbot.waitUntil(page.desk.sheet.items()[1].note.box.hasFocus)
    before = page._workspace.findings()
    page.draft()
    assert page.preview.isVisible()
    page.do(code)
    assert page.desk.isVisible(), "the texts are led to first"
    assert page._workspace.findings() == before
    if code == "text-delete":
        page.do(code)
        assert len(page._workspace.findings()) == len(before) - 1
