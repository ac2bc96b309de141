"""Another size of text, other colours, a small window: everything follows, nothing is cut off, Tab keeps its way."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.core.services.documents import exchange
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.buttons.drawn import dots
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.plain_line import PlainLine
from inspector_app.ui.controls.filled import Filled
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.flow import beside as next_to
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.lists.case_answers import Number
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.colours import THEMES
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.pages import CODES
from inspector_app.ui.places.findings.section_list import HEAD, RECOMMENDATIONS
from inspector_app.ui.window.rail import Rail
from tests.ui.cut_text import faults, shortened
from tests.ui.drawn_text import runs, visible
from tests.ui.screens import FIRST_SCREENS, go
from tests.ui.states import STATES, show
from tests.ui.targets import other_names, small

W = TypeVar("W", bound=QWidget)
SCREENS = [(1280, 720), (1366, 768)]
Look = tuple[int, int, int]  # width and height of the window; zoom
SIZES = ((1024, 640), (1280, 720), (1366, 768), (1920, 1080), (2560, 1440))
EVERY_LOOK: list[Look] = [(*size, zoom) for size, zoom in product(SIZES, (100, 150, 200))]
PUBLISHED = {"yos-2018": "salford-2024", "fji-2014": "trafford-2015", "iyjs-2025": ""}
_QUICK = 80  # of a PNG, whose loss is none: pressed a little, in a third of the time
LOOKS: list[Look] = [(1024, 640, 200)]  # where there is least room; the rest: --every-look


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "a_look" in metafunc.fixturenames:
        looks = EVERY_LOOK if metafunc.config.getoption("--every-look") else LOOKS
        metafunc.parametrize("a_look", looks, ids=lambda look: "{}x{}-{}".format(*look))
    if "a_theme" in metafunc.fixturenames:
        metafunc.parametrize("a_theme", themes(metafunc.config))


def themes(config: pytest.Config) -> list[str]:
    """Colours change the room of nothing but in high contrast, whose edges are its own: the others are to be looked at."""
    if config.getoption("--pictures"):
        return list(THEMES)
    return ["light", "contrast"] if config.getoption("--every-look") else ["contrast"]


@pytest.fixture
def shown(opened: Any, qtbot: QtBot) -> Any:
    """Shows the inspection in a window of a size at a zoom."""

    def show_at(size: tuple[int, int], zoom: int) -> Any:
        dress(opened, qtbot, (*size, zoom))
        return opened

    return show_at


@pytest.fixture
def keep(request: pytest.FixtureRequest) -> Callable[[QWidget, str], None]:
    """Keeps a picture of what is looked at, where `--pictures` says."""
    folder = request.config.getoption("--pictures")

    def keep_picture(widget: QWidget, name: str) -> None:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{name.replace(': ', '-').replace(' ', '-')}.png"
            assert widget.grab().save(str(path), quality=_QUICK)

    return keep_picture


def dress(driver: Any, qtbot: QtBot, look: Look, colours: str = "light") -> None:
    driver.window.setMinimumSize(QSize(1, 1))
    driver.window.resize(*look[:2])
    driver.window.change_look(colours, look[2])
    with qtbot.waitSignal(driver.window.look_changed):
        pass
    qtbot.settle()


def keep_size(driver: Any, qtbot: QtBot, look: Look) -> None:
    """A page that has the whole screen is looked at on one of that size, and not on the 800x800 of the tests."""
    if driver.desk.whole:
        driver.window.resize(*look[:2])
        qtbot.settle()


def none(found: list[str]) -> None:
    assert not found, "\n".join(["", *found])


@pytest.fixture
def roles_given_late(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Widgets that get their first role, of which no look comes, once their look was made though they were not shown.

    So *Accept* was to be filled and was not, with its drawing in the colour of its ground.
    """
    found, give = [], theme.role

    def role(widget: W, name: str) -> W:
        dressed = widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) and not widget.isVisible()
        if widget.property("role") is None and name and dressed:
            where = sys._getframe(1)
            found.append(f"{where.f_code.co_filename}:{where.f_lineno}: {name!r} comes too late")
        return give(widget, name)

    monkeypatch.setattr(theme, "role", role)
    return found


@pytest.mark.qt_log_level_fail("WARNING")
@pytest.mark.qt_log_ignore("propagateSizeHints")  # what the screen of the tests does not have
def test_no_text_is_cut_and_nothing_that_acts_misnamed_or_small_on_any_page_in_any_state(
    in_window: Callable[[Workspace], Any],
    for_states: Workspace,
    qtbot: QtBot,
    keep: Callable[[QWidget, str], None],
    a_look: Look,
    a_theme: str,
    roles_given_late: list[str],
) -> None:
    driver = in_window(for_states)
    dress(driver, qtbot, a_look, a_theme)
    found = roles_given_late
    for name in STATES:
        seen = show(driver, name, qtbot)
        keep_size(driver, qtbot, a_look)
        keep(seen.window(), "{}-{}x{}-{}-{}".format(name, *a_look, a_theme))
        if a_theme == "dark":
            continue  # what is cut there is cut in the light one as well
        there = visible(seen)
        every = (*faults(seen, there), *other_names(seen, there), *small(seen, there), *too_wide(there))
        found += [f"{name}: {fault}" for fault in every]
    none(found)


def too_wide(there: Sequence[QWidget]) -> Iterator[str]:
    """What has to be scrolled sideways to be read, but for the days of a week."""
    for area in there:
        if not isinstance(area, QScrollArea):
            continue
        over = area.horizontalScrollBar().maximum() if area.accessibleName() != "Days" else 0
        if over > 1:  # one is what rounding at a zoom leaves
            yield f"wider by {over} than there is room: {area.accessibleName() or type(area).__name__}"


@pytest.mark.parametrize("framework", PUBLISHED)
def test_no_text_is_cut_in_any_other_framework(
    in_window: Callable[[Workspace], Any],
    make_workspace: Callable[..., Workspace],
    qtbot: QtBot,
    keep: Callable[[QWidget, str], None],
    a_look: Look,
    framework: str,
) -> None:
    """With totals in place of answers (2018), without key questions (2014), with domain one (2025)."""
    workspace = make_workspace("Wexborough", framework)
    if PUBLISHED[framework]:
        exchange.import_file(workspace, exchange.sample_document(PUBLISHED[framework]))
    for number, sample in enumerate(workspace.framework.samples):
        workspace.add_case(f"X{number}", sample.code)
    driver = in_window(workspace)
    dress(driver, qtbot, a_look)
    found = []
    for name, go_there in _places(driver):
        go_there()
        qtbot.settle()
        keep_size(driver, qtbot, a_look)
        keep(driver.window, "{}-{}-{}x{}-{}".format(framework, name, *a_look))
        found += [f"{name}: {fault}" for fault in faults(driver.window)]
    none(found)


def _places(driver: Any) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every page, a case of each sample, and the ratings of each standard."""
    desk = driver.desk
    for code in CODES:
        yield code, partial(desk.show_page, code)
    for row in desk.workspace.case_rows():
        yield f"case of {row.sample}", partial(desk.open_case, row.id)
    yield "ratings", partial(desk.show_page, "ratings")
    for standard in desk.workspace.framework.standards:
        yield f"ratings of {standard.ref}", partial(desk.page("ratings").show_standard, standard.ref)
        yield f"ratings of {standard.ref}, all unfolded", partial(_unfold, desk.page("ratings"), standard.ref)


def _unfold(ratings: Any, ref: str) -> None:
    for unfold in ratings.details.card(ref).folds.values():
        unfold(True)


@pytest.mark.parametrize("name", FIRST_SCREENS)
def test_no_text_is_cut_and_nothing_that_acts_misnamed_or_small_before_an_inspection_is_open(
    request: pytest.FixtureRequest, qtbot: QtBot, keep: Callable[[QWidget, str], None], a_theme: str, name: str
) -> None:
    driver = begin(request, name)
    go(driver, name, qtbot)
    found = []
    for look in EVERY_LOOK if request.config.getoption("--every-look") else LOOKS:
        dress(driver, qtbot, look, a_theme)
        keep(driver.window, "{}-{}x{}-{}-{}".format(name, *look, a_theme))
        there = visible(driver.window)
        every = (*faults(driver.window, there), *other_names(driver.window, there), *small(driver.window, there))
        found += ["{}x{} at {}%: {}".format(*look, fault) for fault in every]
    none(found)


def begin(request: pytest.FixtureRequest, name: str) -> Any:
    """The program, started; but for the first start, with an inspection on the laptop."""
    if name == "first-start":
        driver = request.getfixturevalue("driver")
    else:
        request.getfixturevalue("workspace").close()
        laptop = request.getfixturevalue("laptop")
        laptop.lock()
        driver = request.getfixturevalue("run")(laptop)
    driver.start()
    return driver


def tab_walk(times: int) -> list[QWidget | None]:
    seen = []
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    return seen


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_no_page_scrolls_sideways_and_no_button_is_cut_off(shown: Any, qtbot: QtBot, zoom: int) -> None:
    driver = shown(SCREENS[0], zoom)
    driver.desk.open_case(driver.desk.workspace.case_rows()[0].id)
    for code, size in product(CODES, SCREENS):
        driver.desk.show_page(code)
        driver.window.resize(*size)
        qtbot.settle()
        page = driver.desk.page(code)
        assert page.whole or driver.window.size() == QSize(*size)  # what is whole fills the screen
        for scroll in page.findChildren(QScrollArea):
            if scroll.isVisible() and scroll.accessibleName() != "Days":  # those of the week may go on sideways
                assert scroll.horizontalScrollBar().maximum() == 0, (code, size, scroll.accessibleName())
        short = [b.text() for b in page.findChildren(QPushButton) if b.isVisible() and b.width() < _least(b)]
        assert short == [], (code, size)
        assert [*shrunk(page)] == [], (code, size)


@pytest.mark.parametrize("code", ["handoff", "trust", "why", "setup", "conflicts", "evidence"])
def test_no_page_with_a_list_or_two_halves_scrolls_sideways_where_there_is_least_room(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot, code: str
) -> None:
    driver = in_window(for_states)
    dress(driver, qtbot, (1024, 640, 200))
    driver.desk.show_page(code)
    qtbot.settle()
    page = driver.desk.page(code)
    assert sideways(page) <= {0}
    for beside in page.findChildren(BesideList):
        beside.show_parts(True)
        qtbot.settle()
        assert beside.turn.isVisible()
        assert sideways(page) <= {0}


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768)])
def test_what_a_line_is_read_as_never_lies_over_the_line(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot, size: tuple[int, int]
) -> None:
    driver = in_window(for_states)
    dress(driver, qtbot, (*size, 200))
    show(driver, "week: a line being typed", qtbot)
    board = driver.desk.page("week").board
    line = board.read_as.line
    assert board.read_as.isVisible()
    place = QRect(line.mapTo(board, QPoint(0, 0)), line.size())
    assert board.rect().contains(place)
    assert not board.read_as.geometry().intersects(place)
    assert board.rect().contains(board.read_as.geometry())


def test_a_list_of_cases_that_is_looked_at_does_not_scroll_sideways_where_there_is_least_room(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    driver = in_window(for_states)
    dress(driver, qtbot, (1024, 640, 200))
    show(driver, "setup: a list", qtbot)
    qtbot.settle()
    assert sideways(driver.desk.page("setup")) <= {0}


def sideways(page: QWidget) -> set[int]:
    """How far what is seen of it can be scrolled to the right."""
    return {area.horizontalScrollBar().maximum() for area in page.findChildren(QScrollArea) if area.isVisible()}


def test_the_texts_of_the_findings_never_scroll_sideways(shown: Any, qtbot: QtBot) -> None:
    driver = shown((1024, 640), 200)
    driver.desk.show_page("findings")
    for section in ("2.1", "V1", RECOMMENDATIONS):
        driver.desk.page("findings")._show_section(section)
        qtbot.settle()
        sheet = driver.desk.page("findings").desk.sheet._scroll
        assert sheet.horizontalScrollBar().maximum() == 0
        assert sheet.viewport().height() >= theme.px(48)


def test_all_standards_and_key_questions_are_in_view_in_the_smallest_window(shown: Any, qtbot: QtBot) -> None:
    driver = shown((1024, 640), 100)
    driver.desk.show_page("ratings")
    qtbot.settle()
    lines = driver.desk.page("ratings").table.list
    assert not lines.folded
    assert lines.verticalScrollBar().maximum() == 0
    assert len([at for at in range(lines.lines.rowCount()) if not lines.isRowHidden(at)]) == 12


def shrunk(page: QWidget) -> Iterator[str]:
    """Buttons whose drawing was made for larger letters than it is shown for: Qt has a size of its own for all drawings."""
    for button in page.findChildren(QAbstractButton):
        shown, made = button.iconSize(), button.icon().actualSize(QSize(200, 200))
        if made.width() > shown.width() or made.height() > shown.height():
            yield f"{button.objectName() or button.text()}: {made.toTuple()} in {shown.toTuple()}"


def _least(button: QPushButton) -> int:
    return button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))


def test_another_size_makes_the_pages_anew_where_the_person_was(shown: Any, qtbot: QtBot) -> None:
    driver = shown((1280, 720), 100)
    case = driver.desk.workspace.case_rows()[1].id
    driver.desk.open_case(case)
    page = driver.desk.page("case")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(QApplication.focusWidget(), "typed before")
    place = page.place()
    with qtbot.waitSignal(driver.window.look_changed):
        driver.press("Ctrl++", "Ctrl++")
    assert theme.zoom() == 120
    assert driver.desk.current == "case"
    assert driver.desk.page("case") is not page
    assert driver.desk.page("case").place() == place
    assert isinstance(QApplication.focusWidget(), NoteBox)
    QTest.keyClicks(QApplication.focusWidget(), ", and after")
    driver.desk.flush()
    prompt = driver.desk.workspace.question_page(case, place.question).prompts[0]
    assert prompt.note == "typed before, and after"


def test_text_that_no_disk_takes_stays_in_its_box_when_the_look_changes(
    shown: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = shown((1280, 720), 100)
    driver.desk.open_case(driver.desk.workspace.case_rows()[0].id)
    page = driver.desk.page("case")
    monkeypatch.setattr(type(page), "flush", lambda self: False)
    driver.press("Ctrl++")
    with qtbot.waitSignal(driver.window.look_changed):
        pass
    assert driver.desk.page("case") is page


def test_colours_chosen_on_the_ratings_page_reach_its_bars(shown: Any, qtbot: QtBot) -> None:
    driver = shown((1280, 720), 100)
    workspace = driver.desk.workspace
    for row in workspace.case_rows():
        if row.sample == "children":
            workspace.editor.set("judgement", f"{row.id}/2.1.1", "answer", "yes")
    driver.desk.show_page("ratings")
    light = _colours_of(driver.desk.page("ratings").table)
    with qtbot.waitSignal(driver.window.look_changed):
        driver.press("Ctrl+Shift+L")
    dark = _colours_of(driver.desk.page("ratings").table)
    best = [theme.THEMES[name].bands[3] for name in ("light", "dark")]
    assert [[colour in found for colour in best] for found in (light, dark)] == [[True, False], [False, True]]


def _colours_of(widget: QWidget) -> set[str]:
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, picture.height(), 2)}


def test_tab_goes_down_the_case_from_prompt_to_prompt_to_the_judgement(shown: Any) -> None:
    driver = shown((1366, 768), 100)
    driver.desk.open_case(driver.desk.workspace.case_rows()[0].id)
    view = driver.desk.page("case").view
    walked = tab_walk(5 * len(view.prompts))
    rows = [widget for widget in walked if widget in view.rows]
    assert rows == view.rows[1:]


def test_tab_goes_from_figures_into_the_panel_that_is_unfolded(shown: Any) -> None:
    driver = shown((1366, 768), 100)
    driver.desk.show_page("ratings")
    driver.desk.page("ratings").show_standard("2.1")
    panel = driver.desk.page("ratings").card("2.1")
    panel.panel.set_open(True)
    panel.questions["2.1.1"].figure.setFocus()
    figures = panel.questions["2.1.2"]
    numbers = [panel.questions["2.1.1"].numbers[Number.OPEN], figures.numbers[Number.OPEN]]
    walked = tab_walk(5)
    assert walked[:4] == [numbers[0], figures.figure, numbers[1], panel.panel.button]
    assert panel.panel.inside.isAncestorOf(walked[4])


def test_a_page_comes_back_with_the_focus_where_it_was(shown: Any) -> None:
    driver = shown((1366, 768), 100)
    driver.desk.show_page("ratings")
    driver.desk.page("ratings").show_standard("2.2")
    figure = driver.desk.page("ratings").card("2.2").questions["2.2.1"].figure
    figure.setFocus()
    driver.press("Ctrl+2", "Ctrl+5")
    assert QApplication.focusWidget() is figure


def test_the_rail_makes_do_with_the_room_there_is(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    widths, buttons = [], len(rail.findChildren(QToolButton))
    for size in (QSize(1280, 80 * buttons), QSize(1280, 52 * buttons), QSize(700, 80 * buttons)):
        rail.fit(size)
        assert rail.sizeHint().height() <= size.height()
        widths.append(rail.sizeHint().width())
    assert len(set(widths)) == 1  # its words are whole at every size
    assert rail.words("ratings") == "Ratings"


def test_a_page_that_is_left_by_the_pointer_has_no_marked_picture_in_the_rail(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    pictures = [rail._buttons["week"].icon().pixmap(20).toImage()]
    rail.set_current("week")
    pictures.append(rail._buttons["week"].icon().pixmap(20).toImage())
    rail._buttons["cases"].click()
    rail.set_current("cases")
    assert pictures[0] != pictures[1]
    assert rail._buttons["week"].icon().pixmap(20).toImage() == pictures[0]


def test_what_does_not_fit_goes_to_a_line_of_its_own(qtbot: QtBot) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    buttons = [QPushButton(text, held) for text in ("one", "two", "three")]
    flow = Flow(*buttons[:2])
    flow.add_gap()
    flow.addWidget(buttons[2])
    held.setLayout(flow)
    held.resize(600, 100)
    held.show()
    assert len({b.y() for b in buttons}) == 1
    assert buttons[2].geometry().right() == held.width() - 1
    narrow = flow.sizeHint().width() - 1
    assert flow.heightForWidth(narrow) > flow.heightForWidth(narrow + 1)
    held.resize(narrow, 100)
    qtbot.waitUntil(lambda: buttons[2].y() > buttons[0].y())
    assert buttons[2].x() == 0


def test_what_stands_in_lines_is_asked_once_for_its_size_till_it_is_another(qtbot: QtBot) -> None:
    """Each was asked some thirty times while a page came: how wide, how high, for which line."""
    asked: list[str] = []

    class Asked(QPushButton):
        def sizeHint(self) -> QSize:
            asked.append(self.text())
            return super().sizeHint()

    held, buttons = QWidget(), [Asked(text) for text in ("one", "two", "three")]
    qtbot.addWidget(held)
    flow = Flow(*buttons)
    flow.add_gap()
    held.setLayout(flow)
    flow.invalidate()
    asked.clear()
    wide = flow.sizeHint().width()
    for width in (wide, wide - 1, wide // 2):
        assert flow.heightForWidth(width) >= flow.sizeHint().height()
    assert sorted(asked) == ["one", "one", "three", "three", "two", "two"]  # each, and its least, which is the same
    buttons[0].setText("one that needs far more room")
    held.layout().activate()
    assert flow.sizeHint().width() > wide
    buttons[0].hide()
    held.layout().activate()
    assert flow.sizeHint().width() < wide


@pytest.mark.parametrize("kind", [LineBox, PlainLine])
def test_a_line_whose_hint_is_long_asks_for_room_for_it_and_takes_what_is_left_of_its_own(
    qtbot: QtBot, kind: type[QLineEdit]
) -> None:
    held, line, beside = QWidget(), kind(), QPushButton("nothing yet")
    line.setPlaceholderText("Months and days, more of them than Qt's own has room for")
    layout = Filled(beside, line, wide=line)
    held.setLayout(layout)
    needed = layout.sizeHint().width()
    qtbot.present(held, needed + 40, 100)
    assert line.geometry().right() == held.width() - 1
    held.resize(needed - 1, 200)
    qtbot.waitUntil(lambda: line.y() > beside.y())
    assert not list(shortened(runs(held)))


def test_no_row_of_a_list_moves_its_words_when_it_is_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 100)
    held = QListWidget()
    held.addItems(["C01", "C02"])
    qtbot.present(held)
    places = set()
    for chosen in (0, 1):
        held.setCurrentRow(chosen)
        qtbot.settle()
        places |= {run.begins for run in runs(held) if run.text == "C01"}
    assert len(places) == 1


def test_a_sheet_that_was_open_while_the_look_changed_gives_the_focus_to_the_page(shown: Any, qtbot: QtBot) -> None:
    driver = shown((1366, 768), 100)
    driver.desk.show_page("ratings")
    driver.press("Shift+F1")
    with qtbot.waitSignal(driver.window.look_changed):
        driver.press("Ctrl++")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert driver.desk.page("ratings").isAncestorOf(QApplication.focusWidget())


def test_two_boxes_to_tick_stand_further_apart_than_a_box_and_what_belongs_to_it(qtbot: QtBot) -> None:
    one, two, button, host = QCheckBox("One"), QCheckBox("Two"), QPushButton("Go"), QWidget()
    host.setLayout(Flow(one, two, button))
    qtbot.present(host, 600, 60)
    assert two.x() - one.geometry().right() - 1 == sizes.CLOSE + sizes.NEAR
    assert button.x() - two.geometry().right() - 1 == sizes.CLOSE
    assert host.sizeHint().width() == button.geometry().right() + 1, "it asks for the room it takes"


@pytest.mark.parametrize("look", [(1280, 720, 100), (1366, 768, 100), (1920, 1080, 150), (2560, 1440, 200)])
def test_sections_of_the_findings_are_named_in_whole_words(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot, look: Look
) -> None:
    """“Recommendatio” stood over “ns”, beside the room of a number that was one figure, or none."""
    driver = in_window(for_states)
    dress(driver, qtbot, look, "contrast")
    show(driver, "findings: recommendations", qtbot)
    sections = driver.desk.page("findings").desk.sections
    assert sections.isVisible()
    named = {word for _, title in sections.shown() for word in title.split()}
    for row in range(sections.count()):
        sections.scrollToItem(sections.item(row))
        qtbot.settle()
        drawn = [word for run in runs(sections) for word in run.text.split() if word[:1].isalpha()]
        heads = {word for of in range(sections.count()) for word in str(sections.item(of).data(HEAD) or "").split()}
        assert set(drawn) <= named | heads


@pytest.mark.parametrize("spare", [-1, 0, 40])
def test_the_name_of_a_box_goes_with_it_to_the_next_line(qtbot: QtBot, spare: int) -> None:
    """“Seed” stood at the end of one line, and its box began the next."""
    host = QWidget()
    first, name, box, after = QPushButton("Cases"), QLabel("Seed"), QLineEdit(), QPushButton("Draw")
    name.setBuddy(box)
    flow = Flow(first, name, box, after)
    host.setLayout(flow)
    qtbot.present(host, 600, 200)
    beside = first.sizeHint().width() + name.sizeHint().width() + box.sizeHint().width() + 2 * flow.spacing()
    flow.setGeometry(QRect(0, 0, beside + spare, 200))
    same = [part.y() + part.height() // 2 for part in (first, name, box)]
    on_line = same[0] == pytest.approx(same[1], abs=2), same[1] == pytest.approx(same[2], abs=2)
    assert on_line == (spare >= 0, True)
    if spare < 0:
        assert name.x() == 0, "it begins the line"
        assert flow.heightForWidth(beside + spare) <= 3 * after.sizeHint().height()


def test_next_goes_to_the_next_line_with_previous_and_three_dots_with_what_they_follow(qtbot: QtBot) -> None:
    """“Before” stood at the end of the head of a comparison, “Next” under it; the dots of *Ratings* alone on a line."""
    host = QWidget()
    first, previous, following = QPushButton("2.1.1 a on every case"), QPushButton("Previous"), QPushButton("Next")
    dots(more := PressButton(), "More")
    flow = Flow(first, previous, next_to(following), more)
    host.setLayout(flow)
    qtbot.present(host, 600, 200)
    wide = flow.sizeHint().width()
    for room, lines in ((wide, [4]), (wide - 1, [1, 3]), (wide - more.width() - flow.spacing() - 1, [1, 3])):
        flow.setGeometry(QRect(0, 0, room, 200))
        middles = [part.geometry().center().y() for part in (first, previous, following, more)]
        near = [sum(abs(one - of) <= 2 for one in middles) for of in (middles[0], middles[-1])]
        assert near == (lines * 2)[:2]


def test_who_comes_to_a_page_sees_what_has_the_keyboard(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    """Y answered a prompt that lay below the window."""
    driver, code = in_window(for_states), "calibration"
    dress(driver, qtbot, (1280, 720, 150))
    driver.desk.show_page("cases")
    qtbot.settle()
    driver.desk.show_page(code)
    qtbot.settle()
    focus = QApplication.focusWidget()
    assert driver.desk.page(code).isAncestorOf(focus)
    assert not focus.visibleRegion().isEmpty()
    area = next(area for area in driver.desk.page(code).findChildren(QScrollArea) if area.isAncestorOf(focus))
    area.verticalScrollBar().setValue(0)
    driver.desk.show_page("cases")
    driver.desk.show_page(code)
    qtbot.settle()
    assert area.verticalScrollBar().value() == 0, "a page that was there is as it was left"


def test_the_edge_round_a_section_leaves_out_the_head_of_its_group(
    in_window: Callable[[Workspace], Any], for_states: Workspace, qtbot: QtBot
) -> None:
    driver = in_window(for_states)
    driver.window.resize(1366, 768)
    show(driver, "findings", qtbot)
    sections = driver.desk.page("findings").desk.sections
    sections.setFocus()
    sections.select("2.1")
    qtbot.settle()
    assert sections.currentIndex().data(HEAD)
    box = sections.visualRect(sections.currentIndex()).translated(sections.viewport().pos())
    picture, at = sections.grab().toImage(), sections.viewport().width() // 2
    edge = [y for y in range(box.height()) if picture.pixelColor(at, box.top() + y).name() == theme.colours().focus]
    assert edge[0] > theme.px(sizes.TARGET), "Domain two stood in the edge of 2.1"
    assert box.height() - 1 in edge
