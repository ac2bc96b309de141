"""The table of pages against the pages: each can be reached, has one name, and is gone when the desk lets go of it."""

import gc
import re
import weakref
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import inspector_app
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import actions, pages
from inspector_app.ui.look import theme
from inspector_app.ui.page import Page
from inspector_app.ui.pages import CODES, PAGES, PageRow
from inspector_app.ui.window.desk import page_class
from inspector_app.ui.window.sheets.key_sheet import KeySheet
from inspector_app.ui.window.sheets.palette import Palette
from tests.ui.conftest import watching
from tests.ui.screens import SCREENS
from tests.ui.states import STATES, show

ROOT = Path(inspector_app.__file__).parents[1]
SELF_NAMED = {"week", "case", "compare", "panel"}  # whose title is what they show: days, case, prompt, standard


@pytest.fixture
def assessed(opened: Any) -> Any:
    """The program with a case that was assessed, so that every page can be gone to."""
    opened.desk.open_case(opened.desk.workspace.case_id("C01"))
    return opened


def by_code(row: PageRow) -> str:
    return row.code


# the table


@pytest.mark.parametrize("row", PAGES, ids=by_code)
def test_a_row_leads_to_a_page_that_knows_its_code_and_is_named_for_it(row: PageRow) -> None:
    made = page_class(row.code)
    assert issubclass(made, Page)
    assert made.code == row.code
    assert made.__name__ == f"{row.code.capitalize()}Page"


@pytest.mark.parametrize("row", PAGES, ids=by_code)
def test_a_page_has_a_button_on_the_rail_or_belongs_under_one_that_has_or_to_none(row: PageRow) -> None:
    assert not (row.icon and row.under)
    assert row.icon or not row.under or pages.page(row.under).icon
    assert bool(row.icon or row.under) == (row.code not in ("setup", "restore"))


def test_no_two_pages_share_a_code_a_title_or_a_key() -> None:
    for said in (CODES, [row.title for row in PAGES], [row.keys for row in PAGES]):
        assert len(set(said)) == len(PAGES)


class Moved(QObject):
    """Notes every page, and whatever has so many widgets in it, that is put elsewhere than where it was made."""

    MANY = 25

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() == QEvent.Type.ParentChange and isinstance(watched, QWidget)
        if moved and (isinstance(watched, Page) or len(watched.findChildren(QWidget)) >= self.MANY):
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("code", ["setup", "findings", "evidence"])
def test_a_page_is_made_where_it_stands_and_so_are_its_parts(opened: Any, qapp: QApplication, code: str) -> None:
    """To put it there later costs a visit to each of its widgets: a tenth of its first showing, and a fifth of Setting up."""
    with watching(qapp, Moved()) as moved:
        opened.desk.show_page(code)
    assert moved.seen == []


def test_what_the_palette_offers_from_elsewhere_the_page_itself_offers(assessed: Any) -> None:
    for row in PAGES:
        assert set(row.does) <= set(assessed.desk.page(row.code).offers), row.code


# reached


def test_every_page_is_reached_by_key_by_rail_and_by_palette(assessed: Any, subtests: pytest.Subtests) -> None:
    for row in PAGES:
        with subtests.test(row.code):
            away = "ratings" if row.code != "ratings" else "cases"
            assessed.desk.show_page(away)
            assessed.press(row.keys)
            assert assessed.desk.current == row.code
            _reached_by_rail(assessed, row, away)
            _reached_by_palette(assessed, row)


def _reached_by_rail(assessed: Any, row: PageRow, away: str) -> None:
    button = next((b for b in assessed.desk.rail.findChildren(QToolButton) if b.isChecked()), None)
    assessed.desk.show_page(away)
    if button is None:
        assert not row.icon
        assert not row.under, "what has a place on the rail is lit there"
    elif row.icon:
        button.click()
        assert assessed.desk.current == row.code
        assessed.desk.show_page(away)
    else:
        assert button.text() == assessed.desk.rail.words(row.under)


def _reached_by_palette(assessed: Any, row: PageRow) -> None:
    assessed.press("Ctrl+K")
    box, offered = QApplication.focusWidget(), assessed.window.findChild(Palette).findChild(QListWidget)
    QTest.keyClicks(box, row.title)
    found = [offered.item(place).text() for place in range(offered.count())]
    for _ in range(found.index(row.title)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert assessed.desk.current == row.code


def test_every_page_is_on_the_sheet_of_keys_and_in_the_accessibility_walk(
    assessed: Any, subtests: pytest.Subtests
) -> None:
    assessed.press("Shift+F1")
    said = [label.text() for label in assessed.window.findChild(KeySheet).findChildren(QLabel)]
    for row in PAGES:
        with subtests.test(row.code):
            assert said[said.index(actions.keys(row.code)) + 1].startswith(f"{row.title}: ")
            assert row.code in SCREENS


# named


def test_a_page_has_one_name_everywhere(opened: Any, subtests: pytest.Subtests) -> None:
    desk = opened.desk
    for row in PAGES:
        with subtests.test(row.code):
            assert desk.rail.words(row.code) == row.title
            assert actions.command(row.code).text == row.title
            page = desk.page(row.code)
            assert page.accessibleName() == row.title
            titles = [label.text() for label in page.findChildren(QLabel) if label.property("role") == "title"]
            assert row.code in SELF_NAMED or row.title in titles  # a preview on the page has its own


def test_the_readme_and_the_guide_call_the_pages_by_their_names() -> None:
    keys = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Keys")[2].partition("\n## ")[0]
    first, _, rest = keys.partition("`Ctrl+1` … `Ctrl+9` | ")
    assert first
    numbered = [
        row.title.lower() for row in sorted(PAGES, key=lambda row: row.keys) if re.fullmatch(r"Ctrl\+\d", row.keys)
    ]
    assert rest.partition(" |")[0].split(", ") == numbered
    lines = keys.splitlines()
    for row in PAGES:
        if row.title.lower() not in numbered:
            (line,) = [line for line in lines if f"`{row.keys}`" in line]
            assert row.title.lower() in line
    guide = re.split(r"^#+ ", (ROOT / "docs" / "guide.md").read_text(encoding="utf-8").lower(), flags=re.MULTILINE)
    told = [(row, part) for row in PAGES for part in guide if f"`{row.keys.lower()}`" in part]
    assert len(told) > 10
    assert [row.title for row, part in told if row.title.lower() not in part] == []


# let go

TRIED = ("case: in a note", "cases: settings")  # every state: --every-state
EDITED = (
    ("event", "e1", "title"), ("concern", "a", "what"), ("finding", "f1", "text"), ("source", "s1", "title"),
    ("case", "{case}", "type"), ("prompt", "{case}/2.1.1/a", "note"), ("rating", "1.1", "rationale"),
    ("point", "p1", "reason"), ("inspection", "inspection", "service"), ("comment", "{case}/c1", "text"),
)  # fmt: skip


def test_after_a_change_of_look_with_every_page_open_an_edit_is_shown_and_nothing_is_left_of_the_old_pages(
    assessed: Any, qtbot: QtBot
) -> None:
    desk, before = assessed.desk, {}
    for code in CODES:
        desk.show_page(code)
        before[code] = weakref.ref(desk.page(code))
    for name, zoom in (("dark", 100), ("light", 150)):
        assessed.window.change_look(name, zoom)
        with qtbot.waitSignal(assessed.window.look_changed):
            pass
    for code in CODES:
        desk.show_page(code)
        first = desk.workspace.case_id("C01")
        answer = desk.workspace.judgements().get((first, "2.1.1"))
        desk.workspace.editor.set("judgement", f"{first}/2.1.1", "answer", "no" if answer == "yes" else "yes")
        desk.workspace.editor.set("concern", "a", "what", f"said on {code}")
    gc.collect()
    assert [code for code, page in before.items() if page() is not None] == []
    assert theme.zoom() == 150


def test_after_a_change_of_look_in_any_state_edits_made_elsewhere_go_wrong_nowhere(
    in_window: Callable[[Workspace], Any],
    for_states: Workspace,
    qtbot: QtBot,
    subtests: pytest.Subtests,
    request: pytest.FixtureRequest,
) -> None:
    """In a note, with a sheet over the page, in the middle of a list, and so on: what was there then hears of nothing."""
    driver = in_window(for_states)
    workspace, colours = driver.desk.workspace, cycle(("dark", "contrast", "light"))
    own = workspace.add_case("X01", "children")
    for number, name in enumerate(STATES if request.config.getoption("--every-state") else TRIED):
        with subtests.test(name):
            show(driver, name, qtbot)
            driver.window.change_look(next(colours), (100, 150)[number % 2])
            with qtbot.waitSignal(driver.window.look_changed):
                pass
            for entity, of, field in EDITED:
                workspace.editor.set(entity, of.format(case=own), field, f"after {name}")
            assert driver.window.messages.shown is None or "wrong" not in driver.window.messages.shown.words.text()
            assert driver.desk.workspace is workspace


def test_a_page_that_was_left_does_nothing_more(assessed: Any) -> None:
    for code in CODES:
        page = assessed.desk.page(code)
        page.leave()
        assert [timer for timer in page.findChildren(QTimer) if timer.isActive()] == [], code


def test_the_key_of_findings_leads_to_its_texts_and_not_to_the_draft_that_was_looked_at_last(
    opened: Any, qtbot: QtBot
) -> None:
    desk = opened.desk
    desk.show_page("findings")
    page = desk.page("findings")

    def look() -> None:
        page.draft()
        qtbot.waitUntil(lambda: page.preview.isVisible() and not page.preview.working)

    look()
    desk.show_page("cases")
    desk.show_page("findings")
    assert page.desk.isVisible(), "from another page"
    look()
    desk.show_page("findings")
    assert page.desk.isVisible(), "and from the draft itself"
    look()
    desk.put_down()
    desk.take_up()
    page = desk.page("findings")
    assert page.preview.isVisible(), "but who changes the size of text goes on looking"
