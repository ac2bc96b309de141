"""What stands half empty, cut or in a box of its own has the room that there is, and looks like what is beside it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionHeader, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.tab_line import TabLine
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.case.beside.facts_view import FactsView
from inspector_app.ui.places.case.beside.reading_view import ReadingView
from inspector_app.ui.window.settings.seeing_card import Swatch
from inspector_app.ui.window.sheets.palette import Palette
from tests.ui.drawn_text import runs
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


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_the_cases_behind_a_key_question_leave_its_prompts_room(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot, zoom: int
) -> None:
    """A long reference made the cells so high that the list of prompts had one pixel."""
    driver = in_window(for_states)
    dress(driver, qtbot, (1366, 768, zoom))
    driver.desk.show_page("questions")
    qtbot.settle()
    page = driver.desk.page("questions")
    if not page.side.isVisible():
        page.turn.click()
        qtbot.settle()
    row = page.side.prompts.sizeHintForRow(0)
    assert page.side.prompts.height() >= min(row, theme.px(48))
    assert page.side.cases.viewport().height() >= page.side.cases.gridSize().height()


def test_an_act_that_comes_next_is_filled_before_it_is_first_shown(at: Callable[[str, Look], Any]) -> None:
    """*Accept* had the edge of the others, and its tick the colour of its ground."""
    accept = at("case", USUAL).desk.page("case").sheet.bar.buttons["accept"]
    picture = accept.grab().toImage()
    assert picture.pixelColor(6, picture.height() // 2).name() == theme.colours().accent


def test_the_members_have_the_place_of_ones_own_rating_once_it_is_open(at: Callable[[str, Look], Any]) -> None:
    page = at("members", WIDE).desk.page("members")
    page.list.setCurrentRow(next(n for n in range(1, page.list.count()) if not page.list.item(n).isHidden()))
    assert page.own.state.text()
    assert page.own._members.isHidden(), "a heading with nobody under it"
    own = at("members: opened", WIDE).desk.page("members").own
    assert place(own.opened).left() - place(own).left() < theme.px(sizes.PAGE + sizes.CLOSE)


@pytest.mark.parametrize("zoom", [100, 200])
def test_the_list_of_the_palette_ends_within_its_sheet(at: Callable[[str, Look], Any], zoom: int) -> None:
    driver = at("cases: palette", (1366, 768, zoom))
    (palette,) = [sheet for sheet in driver.window.findChildren(Palette) if sheet.isVisible()]
    assert place(palette).contains(place(palette._list))


def test_note_and_guidance_have_a_part_of_a_very_wide_screen(at: Callable[[str, Look], Any], qtbot: QtBot) -> None:
    """At 2560 an answer stood 900 px right of its prompt."""
    wide, widths = at("case", (2560, 1440, 100)), []
    for driver, look in ((wide, (2560, 1440, 100)), (wide, WIDE)):
        driver.window.resize(*look[:2])
        qtbot.settle()
        sheet = driver.desk.page("case").sheet
        widths.append((sheet.side.width(), sheet.guide.width()))
    assert widths == [(600, 512), (440, 352)]
    wide.window.resize(*USUAL[:2])
    wide.desk.page("case").asides.show("guidance")
    assert sheet.side.code == "guidance"
    wide.window.resize(*WIDE[:2])
    wide.desk.page("case").asides.show("guidance")
    assert sheet.side.code != "guidance", "it has its own column, and stood there twice"


def test_beyond_1920_the_panel_beside_the_cases_is_no_broader_than_it_is_read(at: Callable[[str, Look], Any]) -> None:
    page = at("cases", (2560, 1440, 100)).desk.page("cases")
    assert (page._view.width(), page._chosen.width()) == (1200, 600)
    assert page._chosen.x() - page._view.geometry().right() < theme.px(sizes.PAGE)


def test_labels_of_the_facts_of_a_case_are_of_one_size(at: Callable[[str, Look], Any]) -> None:
    facts = at("case: facts", USUAL).desk.page("case").window().findChildren(FactsView)[0]
    names = [label for label in facts.findChildren(QLabel) if label.text() in ("Reference", "Sample")]
    assert {label.font().pixelSize() for label in names} == {theme.px(sizes.SMALL)}


@pytest.mark.parametrize("state", ["case", "profile"])
def test_the_edge_of_the_keyboard_stands_off_title_and_text(at: Callable[[str, Look], Any], state: str) -> None:
    """The ring of the way back came within 2 px of the title, and that of the profile lay round the whole page."""
    driver = at(state, USUAL)
    page, beyond = driver.desk.page(state), theme.px(sizes.RING_AWAY) + theme.ring()
    if state == "case":
        bar = page.sheet.bar
        free = place(bar._ref).left() + bar._ref.indent() - place(bar.back).right() - beyond
    else:
        titles = [label for label in page.findChildren(QLabel) if label.property("role") == "title"]
        free = place(titles[0]).left() - place(page.back).right() - beyond
        assert place(page.reading).top() > place(page.back).bottom()
        assert page.reading.width() < page.width()
    assert free >= theme.px(2 * sizes.TIGHT)


def test_the_summaries_have_the_height_of_the_page_where_there_is_hardly_any_width(
    at: Callable[[str, Look], Any],
) -> None:
    """The column of sections had them below it: at 200% they were 20 px high."""
    driver = at("findings: summaries", (1366, 768, 200))
    desk = driver.desk.page("findings").desk
    lines = desk.side.summaries.lines
    assert lines.height() >= 3 * theme.px(sizes.POPUP_ROW)
    seen = lines.visibleRegion().boundingRect().height()
    assert seen >= 3 * theme.px(sizes.POPUP_ROW) - theme.px(sizes.CLOSE)


@pytest.mark.parametrize("look", [(1024, 640, 100), (1366, 768, 150), (1366, 768, 125)])
def test_sections_are_a_drop_down_where_texts_and_evidence_have_room_without_them(
    at: Callable[[str, Look], Any], look: Look
) -> None:
    desk = at("findings", look).desk.page("findings").desk
    assert desk.pick.isVisible()
    assert not desk.sections.isVisible()
    assert desk.side.isVisible()
    assert desk.side.width() == theme.px(320)
    assert desk._middle.width() > desk.side.width()
    assert place(desk._middle).left() == place(desk._title).left()
    assert QApplication.focusWidget() is desk.pick
    assert {place(part).center().y() for part in (desk.pick, desk.pdf, desk.marking)} == {place(desk.pick).center().y()}


def test_a_window_that_becomes_narrow_shows_the_texts_one_was_in(at: Callable[[str, Look], Any]) -> None:
    """A tab beside them that was once opened took their place, also on coming back to the page."""
    driver = at("findings: in a text", USUAL)
    page = driver.desk.page("findings")
    assert place(page.desk._title).left() == place(page.desk.sections).left(), "as on every page"
    page.desk.side.open("gaps")
    page.desk.sheet.last_box.setFocus()
    kept = page.place()
    driver.window.resize(700, 760)
    assert page.desk._middle.isVisible()
    assert page.desk.turn.palette().buttonText().color() == QColor(theme.colours().text), "as every way with its arrow"
    page.desk.side.open("gaps")
    assert not page.desk._middle.isVisible()
    page.desk.pick.activated.emit(page.desk.pick.currentIndex())
    assert page.desk._middle.isVisible(), "a section is chosen for its texts"
    page.desk.side.open("gaps")
    page.return_to(kept)
    assert page.desk._middle.isVisible()
    assert QApplication.focusWidget() is page.desk.sheet.last_box


@pytest.mark.parametrize("look", [(1366, 768, 150), (1024, 640, 100)])
def test_columns_that_were_found_leave_their_room_to_the_rows_of_a_list(
    at: Callable[[str, Look], Any], look: Look
) -> None:
    """Eleven lines of columns stood above the rows, of which none was in view."""
    sheet = at("setup: a list", look).desk.page("setup").cases.import_list.sheet
    assert place(sheet.take).right() <= place(sheet.words_card).right(), "the head ends where the cards do"
    assert (
        sheet.preview.rowViewportPosition(1) + sheet.preview.rowHeight(1)
        <= sheet.preview.visibleRegion().boundingRect().bottom()
    )
    assert QApplication.focusWidget() is sheet.unfold
    assert not sheet.lines.isVisible()
    sheet.unfold.click()
    assert sheet.lines.isVisible()
    assert sheet.unfold.text() == "Hide the columns"


def test_columns_stand_in_view_where_the_reference_was_not_found_and_where_there_is_room(
    at: Callable[[str, Look], Any],
) -> None:
    sheet = at("setup: a list", (1024, 640, 100)).desk.page("setup").cases.import_list.sheet
    assert sheet.unfold.isVisible()
    sheet.window().resize(1366, 1000)
    assert sheet.lines.isVisible()
    assert not sheet.unfold.isVisible()


@pytest.mark.parametrize("look", [USUAL, (1366, 768, 200), (1024, 640, 150)])
def test_over_the_marks_of_a_sample_all_standards_are_named_or_none(at: Callable[[str, Look], Any], look: Look) -> None:
    """At 200% "2.3" stood alone after the number of cases, over the marks of three standards."""
    view = at("cases", look).desk.page("cases")._view
    drawn = {run.text for run in runs(view, [view.viewport()])}
    assert {"2.1", "2.2", "2.3"} & drawn in (set(), {"2.1", "2.2", "2.3"})


@pytest.mark.parametrize("look", [(1280, 760, 100), (1366, 768, 100), (1366, 768, 110)])
def test_the_button_that_adds_a_case_has_no_line_of_its_own(at: Callable[[str, Look], Any], look: Look) -> None:
    """In a window of 1280 it stood alone under the title: less is said beside that instead."""
    page = at("cases", look).desk.page("cases")
    assert abs(place(page._add).center().y() - place(page._head).center().y()) <= 2
    assert page._summary.text().startswith("25 cases")


def test_whoever_is_led_to_a_text_in_a_narrow_window_sees_it(at: Callable[[str, Look], Any]) -> None:
    """What is beside the texts stood in their place, and the cursor was in what is not seen."""
    page = at("findings: in a text", (1024, 640, 200)).desk.page("findings")
    text = page.desk.sheet.items()[0].note.box.objectName()
    for enter in (page.desk.sheet.enter_words, page.desk.sheet.enter):
        page.desk.side.open("gaps")
        assert not page.desk._middle.isVisible()
        enter(text)
        assert page.desk._middle.isVisible()
        assert page.desk.sheet.last_box.hasFocus()
