"""What stands half empty, cut or in a box of its own has the room that there is, and looks like what is beside it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPixmap, QRegion
from PySide6.QtWidgets import QStyle, QStyleOptionHeader, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.tab_line import TabLine
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.case.beside.reading_view import ReadingView
from inspector_app.ui.window.settings.seeing_card import Swatch
from tests.ui.states import show
from tests.ui.test_look import Look, dress

USUAL, WIDE = (1366, 768, 100), (1920, 1080, 100)


@pytest.fixture
def at(in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot) -> Callable[[str, Look], Any]:
    """Goes to a state (tests/ui/states.py) in a window of that size; gives the driver."""
    driver = in_window(for_states)

    def go_to(state: str, look: Look) -> Any:
        dress(driver, qtbot, look)
        show(driver, state, qtbot)
        qtbot.settle()
        return driver

    return go_to


def place(widget: QWidget) -> QRect:
    """Where it is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def test_every_tab_stays_in_sight_when_one_of_them_says_more(qtbot: QtBot) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    line = TabLine(
        "Beside", [(said, said) for said in ("Note", "Guidance", "History", "Facts", "To check 6")], held, shrinks=True
    )
    line.resize(theme.px(332), theme.px(sizes.FOOT.usual))
    held.show()
    line.say("To check 6", "To check 10")
    line.show_open("To check 6")
    assert line.tabRect(0).left() == 0
    assert line.tabRect(4).right() < line.width()


def test_notes_stand_beside_what_they_answer_where_there_is_room(at: Callable[[str, Look], Any]) -> None:
    view = at("case: reading", USUAL).window.findChild(ReadingView)
    asked, note = (
        view.cursorForPosition(QPoint(across, theme.px(24))) for across in (theme.px(200), view.width() * 7 // 10)
    )
    assert note.block().text() in ("It was no.", "It was yes."), "which of two came first"
    assert asked.block().text().startswith("Does assessing")
    assert view.cursorRect(asked).bottom() <= view.cursorRect(note).bottom() + theme.px(sizes.BODY)


def test_the_members_stand_beside_ones_own_rating_on_a_wide_screen(at: Callable[[str, Look], Any]) -> None:
    own = at("members: a standard", WIDE).desk.page("members").own
    assert place(own.others).left() > place(own.reason).right()
    assert place(own.others).top() < place(own.give).top()
    own = at("members: a standard", USUAL).desk.page("members").own
    assert place(own.others).top() > place(own.give).bottom()


def test_a_day_that_stands_alone_has_most_of_the_room(at: Callable[[str, Look], Any]) -> None:
    board = at("week: a return visit", USUAL).desk.page("week").board
    alone = next(column for column in board._columns if column.isVisible())
    assert alone.width() > 2 * (board._cards.x() - alone.geometry().right())
    assert alone.width() == theme.px(sizes.FORM)


def test_the_line_of_a_summary_is_in_sight_with_its_name(at: Callable[[str, Look], Any]) -> None:
    line = at("findings: summaries", USUAL).desk.page("findings").desk.side.summaries.line
    assert line.visibleRegion().boundingRect().height() == line.height()


def test_a_day_is_asked_for_in_a_box_for_a_day(at: Callable[[str, Look], Any]) -> None:
    adding = at("told: adding", USUAL).desk.page("told").adding
    assert adding.day.width() == theme.px(sizes.BOX_DAY)
    assert adding.whom.width() > 2 * adding.day.width()


def test_a_sample_that_can_only_be_read_looks_like_the_other_facts(at: Callable[[str, Look], Any]) -> None:
    page = at("case: facts", USUAL).desk.page("case")
    sample = page.asides.facts.sample
    assert not sample.isEnabled()
    drawn = QPixmap(sample.size())
    drawn.fill(QColor(Qt.GlobalColor.magenta))
    sample.render(drawn, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    image = drawn.toImage()
    edges = (image.pixelColor(0, image.height() // 2), image.pixelColor(image.width() - 12, image.height() // 2))
    assert edges == (QColor(Qt.GlobalColor.magenta),) * 2, "neither an edge nor an arrow"


def test_the_arrow_of_a_sorted_list_grows_with_the_letters(at: Callable[[str, Look], Any]) -> None:
    heads = at("cases", (1366, 768, 200)).desk.page("cases")._view.horizontalHeader()
    option = QStyleOptionHeader()
    heads.initStyleOption(option)
    option.rect = QRect(0, 0, heads.sectionSize(0), heads.height() - theme.px(sizes.TIGHT))
    option.sortIndicator = QStyleOptionHeader.SortIndicator.SortDown
    arrow = heads.style().subElementRect(QStyle.SubElement.SE_HeaderArrow, option, heads)
    drawn = heads.grab(arrow).toImage()
    ground = drawn.pixelColor(0, 0)
    inked = [x for x in range(drawn.width()) if any(drawn.pixelColor(x, y) != ground for y in range(drawn.height()))]
    assert inked[-1] - inked[0] >= sizes.SIGN


def test_every_theme_has_colours_of_its_own_in_settings(at: Callable[[str, Look], Any]) -> None:
    swatches = at("cases: settings", USUAL).window.findChildren(Swatch)
    assert len({swatch._colours for swatch in swatches}) == len(swatches) == 4
