"""Where things stand on the case page, at every size: the note has its own place, and pushes no prompt out of sight."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.text.marks import Mark
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Across, Down, layout_of
from inspector_app.ui.note.draft_field import DraftBox
from inspector_app.ui.places.case.page import CasePage
from inspector_app.ui.places.case.row_signs import RowSigns
from tests.ui.drawn_text import runs

NOTE = "Area for improvement: two new reports came in on 6 February. " * 8
Open = Callable[[tuple[int, int], int], CasePage]


@pytest.fixture
def at(in_window: Callable[[Workspace], Any], trafford: Workspace, qtbot: QtBot) -> Open:
    """Opens 2.3.2 of C07, with a long note on d, in a window of a size at a zoom."""

    def show(size: tuple[int, int], zoom: int = 100) -> CasePage:
        trafford.editor.set("prompt", f"{trafford.case_id('C07')}/2.3.2/d", "note", NOTE)
        driver = in_window(trafford)
        driver.window.setMinimumSize(QSize(1, 1))
        driver.window.resize(*size)
        if zoom != 100:
            driver.window.change_look("light", zoom)
            with qtbot.waitSignal(driver.window.look_changed):
                pass
        driver.desk.open_case(driver.desk.workspace.case_id("C07"), "2.3.2", "d")
        qtbot.settle()
        return driver.desk.page("case")  # type: ignore[no-any-return]

    return show


def whole(widget: QWidget) -> bool:
    """Whether all of a widget can be seen."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(
    ("size", "zoom", "layout"),
    [
        ((1366, 768), 100, (Across.USUAL, Down.MEDIUM)),
        ((1366, 768), 125, (Across.NARROW, Down.SHORT)),  # like 1093x614
        ((1200, 700), 100, (Across.USUAL, Down.SHORT)),
        ((1199, 701), 100, (Across.NARROW, Down.MEDIUM)),
        ((1799, 899), 100, (Across.USUAL, Down.MEDIUM)),
        ((1800, 900), 100, (Across.WIDE, Down.TALL)),
        ((2560, 1440), 200, (Across.USUAL, Down.MEDIUM)),
        ((1024, 640), 200, (Across.NARROW, Down.LOW)),
    ],
)
def test_width_and_height_are_judged_apart_and_divided_by_the_zoom(
    qapp: QApplication, size: tuple[int, int], zoom: int, layout: tuple[Across, Down]
) -> None:
    theme.apply(qapp, "light", zoom)
    try:
        assert layout_of(QSize(*size)) == layout
    finally:
        theme.apply(qapp, "light", 100)


@pytest.mark.parametrize(("size", "least"), [((1024, 640), 6), ((1366, 768), 8), ((1920, 1080), 8)])
def test_prompts_stay_in_view_while_a_note_is_written(at: Open, size: tuple[int, int], least: int) -> None:
    page = at(size, 100)
    page.view.row_for("d").enter_note()
    assert sum(whole(row) for row in page.view.prompts) >= least
    assert whole(page.view.judgement)
    assert whole(page.view.row_for("d").note.box)


@pytest.mark.parametrize("size", [(1200, 701), (1200, 768), (1280, 720)])
def test_five_prompts_stay_in_view_where_the_note_has_just_room_beside_them(
    at: Open, qtbot: QtBot, size: tuple[int, int], subtests: pytest.Subtests
) -> None:
    page = at(size, 100)
    for question in ("2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.3.2"):
        with subtests.test(question):
            page.show_case(page._open.case, question)
            page.view.row_for("a").enter_note()
            qtbot.settle()
            assert sum(whole(row) for row in page.view.prompts) >= 5
            assert whole(page.sheet.pane.tools)
            assert page.sheet.side.tabs.tabRect(4).right() <= page.sheet.side.tabs.width()


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_nothing_moves_when_a_note_is_gone_into_written_and_left(at: Open, qtbot: QtBot, size: tuple[int, int]) -> None:
    page = at(size, 100)
    parts = [*page.view.rows, page.sheet.side, page.sheet.questions, page.view.row_for("d").note.box]
    before = [place(part) for part in parts]
    page.view.row_for("d").enter_note()
    QTest.keyClicks(QApplication.focusWidget(), "And more. " * 12)
    qtbot.settle()
    assert [place(part) for part in parts] == before
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.settle()
    assert [place(part) for part in parts] == before


def test_the_judgement_is_at_the_foot_of_the_prompts_however_many_there_are(at: Open, qtbot: QtBot) -> None:
    page = at((1366, 768), 100)
    places = set()
    for question in ("2.1.1", "2.1.2", "2.3.2"):  # nine, six and eight prompts
        page.show_case(page._open.case, question)
        qtbot.settle()
        assert whole(page.view.judgement)
        places.add(place(page.view.judgement).bottom())
    assert len(places) == 1


@pytest.mark.parametrize(("size", "zoom"), [((1366, 768), 100), ((1920, 1080), 150), ((1366, 768), 150)])
def test_what_stands_over_the_prompts_begins_within_the_edge_of_their_card(
    at: Open, size: tuple[int, int], zoom: int
) -> None:
    """It stood against the edge where the page was first laid out for the size that the window has."""
    page = at(size, zoom)
    words = [run for run in runs(page.view) if run.whose is page.view._heading]
    beside = sizes.NEAR if page.view._layout.short else sizes.APART
    assert min(run.ink.left() for run in words) - page.view.rect().left() >= theme.px(beside) - theme.px(sizes.HAIR)


def test_the_note_stands_beside_the_prompts_under_them_or_with_the_guidance_beside_both(at: Open) -> None:
    page = at((1920, 1080), 100)
    view, side, guide = (place(part) for part in (page.view, page.sheet.side, page.sheet.guide))
    assert view.right() < side.left() < side.right() < guide.left()
    assert (side.width(), guide.width()) == (440, 352)
    assert "Guidance" not in page.sheet.side.tabs.words()
    page.window().resize(1366, 768)
    view, side = place(page.view), place(page.sheet.side)
    assert view.right() < side.left()
    assert (side.width(), page.sheet.column.width(), page.sheet.guide.isVisible()) == (368, 156, False)
    page.window().resize(1024, 640)
    view, side = place(page.view), place(page.sheet.side)
    assert view.bottom() < side.top()
    assert (view.left(), view.right(), page.sheet.column.width()) == (side.left(), side.right(), 136)
    assert page.sheet.tools.isVisible()


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080), (2560, 1440)])
def test_no_line_of_a_prompt_or_a_note_is_longer_than_80_characters(at: Open, size: tuple[int, int]) -> None:
    page = at(size, 100)
    lines = [run.text for row in (*page.view.prompts, page.view.row_for("d").note) for run in runs(row)]
    assert len(lines) > 20
    assert max(map(len, lines)) <= 80


def test_each_prompt_has_a_note_of_its_own_in_the_one_place(at: Open, qtbot: QtBot) -> None:
    page = at((1366, 768), 100)
    for ref in ("a", "b"):
        page.view.row_for(ref).enter_note()
        QTest.keyClicks(QApplication.focusWidget(), f"on {ref}")
    assert [page.view.row_for(ref).note.box.isVisible() for ref in "ab"] == [False, True]
    page.view.judgement.enter_note()
    QTest.keyClicks(QApplication.focusWidget(), "because")
    assert page.view.row_for("b").note.box.isVisible()  # it stays, under it the reasons
    assert page.flush()
    stored = page._workspace.question_page(page._open.case, "2.3.2")
    assert [p.note for p in stored.prompts[:2]] == ["on a", "on b"]
    assert stored.rationale == "because"


def test_docked_the_reasons_stand_where_the_note_was(at: Open) -> None:
    page = at((1024, 640), 100)
    box = place(page.view.row_for("d").note.box)
    page.view.judgement.enter_note()
    assert place(page.view.judgement.note.box) == box
    assert not page.view.row_for("d").note.box.isVisible()


def test_a_note_is_gone_into_from_whatever_was_opened_in_its_place(at: Open) -> None:
    page = at((1366, 768), 100)
    for code in ("guidance", "history", "facts", "points", "reading"):
        page.asides.show(code)
        page.view.row_for("d").enter_note()
        assert (page.asides.current, QApplication.focusWidget()) == ("", page.view.row_for("d").note.box)


def test_a_tab_opens_by_a_click_and_the_keyboard_stays_with_the_prompt(at: Open, qtbot: QtBot) -> None:
    page = at((1366, 768), 100)
    tabs = page.sheet.side.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert (page.asides.current, page.view.row_for("d").hasFocus()) == ("guidance", True)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y)
    assert page.view.row_for("d").answer is Answer.YES
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert page.asides.current == ""


def test_a_tool_acts_on_the_note_that_is_shown(at: Open) -> None:
    page = at((1366, 768), 100)
    page.view.row_for("a").setFocus()
    page.sheet.pane.tools.buttons[0].click()  # strength
    assert page.view.row_for("a").note.box.text() == "Strength: "
    assert page.view.row_for("a").note.box.hasFocus()


def test_a_row_says_beside_its_words_what_its_note_holds(at: Open, qtbot: QtBot) -> None:
    page = at((1366, 768), 100)
    row = page.view.row_for("e")
    assert page.view.row_for("d").signs.accessibleName() == "a note, Area for improvement"
    row.enter_note()
    QTest.keyClicks(QApplication.focusWidget(), "Strength: he was seen")
    qtbot.waitUntil(lambda: row.signs.accessibleName() == "a note, Strength")


@pytest.mark.parametrize(
    ("marks", "unsaved", "shown"),
    [
        ((Mark.STRENGTH,), False, ["note", Mark.STRENGTH, "said", "verified"]),
        ((Mark.STRENGTH, Mark.FOLLOW_UP), False, [Mark.STRENGTH, Mark.FOLLOW_UP, "said", "verified"]),
        (tuple(Mark), False, [Mark.STRENGTH, "+5", "said", "verified"]),
        (tuple(Mark), True, ["note", "+6", "said", "verified"]),
    ],
)
def test_the_signs_of_a_row_stand_in_one_calm_line(
    qtbot: QtBot, marks: tuple[Mark, ...], unsaved: bool, shown: list[Mark | str]
) -> None:
    held = QWidget()
    signs = RowSigns(held)
    signs.show_note(True, marks, unsaved=unsaved)
    signs.show_comments("1 comment", waiting=True)
    signs.show_verified("verified", stands=True)
    signs.resize(signs.sizeHint().width(), 48)
    seen = signs.grab().toImage()
    ground = seen.pixel(0, 0)
    inked = [y for y in range(48) if any(seen.pixel(x, y) != ground for x in range(seen.width()))]
    assert inked
    assert max(inked) - min(inked) < sizes.SIGN + 2
    assert signs.in_line() == shown
    assert signs.accessibleName().count(",") == len(marks) + 2  # each of them is heard


def test_in_a_low_window_the_note_is_there_while_one_writes_it(at: Open, qtbot: QtBot) -> None:
    page = at((1024, 640), 200)
    row = page.view.row_for("d")
    assert (page.sheet.side.isVisible(), page.view.judgement.isVisible()) == (False, True)
    judgement = page.view.judgement
    assert abs(judgement._title.geometry().center().y() - judgement.buttons.geometry().center().y()) <= 1
    row.enter_note()
    qtbot.settle()
    assert whole(row.note.box)
    QTest.keyClicks(QApplication.focusWidget(), "x")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert (page.sheet.side.isVisible(), row.hasFocus()) == (False, True)
    assert row.note.box.text().endswith("x")


def test_how_far_the_case_is_can_be_seen_as_a_bar(at: Open) -> None:
    page = at((1366, 768), 100)
    bar = page.sheet.bar._progress
    assert bar.isVisible()
    assert bar.updatesEnabled()  # it once was shut for good by a page that was filled unpainted


def test_answers_that_are_only_read_stand_below_one_another_without_edges(at: Open, qtbot: QtBot) -> None:
    page = at((1366, 768), 100)
    for row, answer in zip(page.view.prompts, (Answer.YES, Answer.NO, Answer.NA), strict=False):
        row.show_answer(answer)
    for row in page.view.rows:
        row.set_open(False)
    qtbot.settle()
    rows = [row for row in page.view.prompts if row.answer is not None]
    shown = [button for row in rows for button in row.buttons.buttons.values() if button.isVisible()]
    assert len(shown) == len(rows) > 1
    assert len({place(button).right() for button in shown}) == 1
    assert page.view.judgement.note.box.placeholderText() == ""
    page.view.row_for("a").set_open(True)
    assert all(button.isVisible() for button in page.view.row_for("a").buttons.buttons.values())


def test_what_the_head_of_a_case_says_is_whole_with_all_answered_and_with_gaps(at: Open, qtbot: QtBot) -> None:
    page = at((1366, 768))
    bar = page.sheet.bar
    for width in range(1366, 900, -8):
        page.window().resize(width, 768)
        for gaps in (4, 0, 120, 0):
            bar.set_gaps(gaps)
            QApplication.sendPostedEvents()
            said = [part for part in bar._said if part.isVisible()]
            cut = [part for part in said if part.width() < min(part.sizeHint().width(), part.maximumWidth())]
            assert cut == [], (width, gaps)


@pytest.mark.parametrize(("size", "zoom"), [((1920, 1080), 100), ((1024, 640), 200)])
def test_no_line_of_a_key_question_as_one_page_is_too_long_to_read(
    at: Open, qtbot: QtBot, size: tuple[int, int], zoom: int
) -> None:
    page = at(size, zoom)
    page.asides.show("reading")
    qtbot.settle()
    view = page.asides._reading
    words = [run for run in runs(view) if len(run.text) > 20]
    assert words
    assert max(run.ends - run.begins for run in words) <= theme.px(sizes.COLUMN)
    assert view.horizontalScrollBar().maximum() == 0


def test_a_short_prompt_stands_where_its_answers_are_and_its_letter_beside_it(at: Open, qtbot: QtBot) -> None:
    page = at((1366, 768), 100)
    page.show_case(page._open.case, "2.1.2")
    page.view.set_open(False)  # what is only read has more room for its words
    qtbot.settle()
    row = page.view.row_for("d")
    middles = [place(part).center().y() for part in (row._text, row._letter, row)]
    assert row.height() > row._text.height() + theme.px(sizes.APART), "it has one line"
    assert max(middles) - min(middles) <= 1


def test_all_of_the_sheet_of_a_case_that_is_only_read_is_on_its_ground(at: Open, qtbot: QtBot) -> None:
    page = at((1366, 768), 100)
    grounds = []
    for opened in (True, False):
        page.view.set_open(opened)
        qtbot.settle()
        picture = page.view.grab().toImage()
        below = page.view.judgement.y() - 4  # under the last prompt
        grounds.append(picture.pixelColor(picture.width() // 2, below).name())
    assert grounds == [theme.colours().surface, theme.colours().sunken]


@pytest.mark.parametrize(
    ("size", "zoom"), [((1024, 640), 150), ((1024, 640), 200), ((1280, 720), 200), ((1366, 768), 100)]
)
def test_the_box_of_a_comment_that_is_begun_is_seen_where_its_letters_go(
    at: Open, qtbot: QtBot, size: tuple[int, int], zoom: int
) -> None:
    """In a low window what stands beside stayed out of sight, and the letters went into a box that nobody saw."""
    page = at(size, zoom)
    page.do("comment")
    qtbot.settle()
    box = QApplication.focusWidget()
    assert isinstance(box, DraftBox)
    assert box.isVisible()
    assert not box.visibleRegion().isEmpty()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.settle()
    assert page.view.row_of(QApplication.focusWidget()) is not None
