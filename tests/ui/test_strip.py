"""The strip at the head of every page: what it says at which size, where it leads, and that nothing in it moves."""

from datetime import date, datetime, timedelta
from itertools import pairwise, product
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector_app.core import paths
from inspector_app.core.domain.days import spans, week
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.version import Version
from inspector_app.ui import opening
from inspector_app.ui.look import theme
from inspector_app.ui.window.rail import Rail
from inspector_app.ui.window.sheets.text_sheet import TextSheet
from inspector_app.ui.window.strip import Strip
from inspector_app.ui.window.strip_item import StripItem
from inspector_app.ui.window.window_menu import WindowMenu
from inspector_app.ui.words import heading
from inspector_app.ui.words import window as window_words

SIZES = ((1024, 640), (1366, 768), (1920, 1080), (2560, 1440))
MONDAY = date(2025, 3, 24)


def strip(driver: Any) -> Strip:
    found = driver.window.findChild(Strip)
    assert isinstance(found, Strip)
    return found


def dress(driver: Any, qtbot: QtBot, size: tuple[int, int], zoom: int) -> None:
    driver.window.setMinimumSize(QSize(1, 1))
    driver.window.resize(*size)
    driver.window.change_look(theme.name(), zoom)
    with qtbot.waitSignal(driver.window.look_changed):
        pass
    qtbot.settle()


def places(driver: Any) -> dict[str, tuple[int, int]]:
    """Where each thing in the strip that acts begins, and how wide it is."""
    found = strip(driver)
    acting = [item for item in found.findChildren(StripItem) if item.isVisible()]
    return {item.toolTip().rpartition("(")[2]: (item.x(), item.width()) for item in acting} | {
        "who": (found.who.x(), found.who.width())
    }


def test_it_says_what_is_inspected_whose_laptop_it_is_and_when_it_was_saved(opened: Any) -> None:
    found, workspace = strip(opened), opened.desk.workspace
    assert found.title.full == "Wexborough Youth Justice Service"
    assert found.framework.full == workspace.framework.title
    assert found.saved.full == "All saved"
    assert found.contested.full == "Nothing contested"
    assert found.concerns.full == "No concern"
    assert found.who.accessibleName() == "Ruth Ashdown, Lead inspector"
    assert not found.sample.isVisible()
    workspace.editor.set("case", workspace.case_rows()[0].id, "type", "bail")
    assert found.saved.full.startswith("Saved ")
    workspace.editor.set("inspection", "inspection", "service", "Salford")
    assert found.title.full == "Salford"


def test_an_answer_is_shown_while_the_disk_takes_its_time_and_saved_is_said_once_it_is_there(
    opened: Any, qtbot: QtBot
) -> None:
    opened.desk.open_case(opened.desk.workspace.case_id("C01"))
    page, waiting, let = opened.desk.page("case"), opened.desk.workspace.database.waiting, Event()
    sync = waiting._sync
    waiting._sync = lambda: let.wait(60) and sync()
    row = page.view.rows[0]
    QTest.keyClicks(row, "y")
    assert row.answer is Answer.YES
    assert waiting.owes
    assert strip(opened).saved.full == "All saved"
    let.set()
    qtbot.waitUntil(lambda: strip(opened).saved.full.startswith("Saved "))
    assert not waiting.owes


def test_the_sample_is_marked_as_such(driver: Any, laptop: Laptop, run: Any) -> None:
    program = run(laptop)
    program.start()
    program.unlock()
    program.wait_for("Start")
    program.shell._take(opening.sample(laptop))
    assert strip(program).sample.isVisible()


@pytest.mark.parametrize(
    ("part", "page"),
    [
        ("title", "setup"), ("framework", "setup"), ("day", "week"), ("saved", "restore"), ("contested", "conflicts"),
        ("concerns", "concerns"),
    ],
)  # fmt: skip
def test_each_thing_leads_to_its_page(opened: Any, qtbot: QtBot, part: str, page: str) -> None:
    dress(opened, qtbot, (1920, 1080), 100)
    getattr(strip(opened), part).click()
    assert opened.desk.current == page


def test_a_locked_laptop_names_nobody_and_nothing(opened: Any) -> None:
    opened.shell.lock()
    found = strip(opened)
    assert found.saved.full == "Locked"
    assert found.who.accessibleName() == "Menu"
    assert not found.title.isEnabled()
    assert [item.full for item in found.findChildren(StripItem) if "Wexborough" in item.full] == []


def test_all_of_it_and_whole_words_of_the_rail_have_their_room_at_every_size(
    opened: Any, qtbot: QtBot, subtests: pytest.Subtests
) -> None:
    for zoom, size in product((100, 150, 200), SIZES):
        dress(opened, qtbot, size, zoom)
        with subtests.test(f"strip {size} {zoom}"):
            strip_has_its_room(opened, size)
        with subtests.test(f"rail {size} {zoom}"):
            rail_shows_whole_words(opened.desk.rail)


def strip_has_its_room(opened: Any, size: tuple[int, int]) -> None:
    found = strip(opened)
    shown = [w for w in (*found.findChildren(StripItem), found.sample, found.who) if w.isVisible()]
    assert found.contested in shown
    assert found.concerns in shown
    ends = sorted((w.x(), w.x() + w.width()) for w in shown)
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
    assert ends[-1][1] <= found.width()
    assert opened.window.head.height() == theme.px(32 if size[1] <= theme.px(700) else 40)
    assert all(min(w.width(), w.height()) >= theme.px(24) for w in shown if w is not found.sample)


def test_what_it_says_changes_and_nothing_in_it_moves(opened: Any, qtbot: QtBot) -> None:
    dress(opened, qtbot, (1366, 768), 100)
    before, workspace = places(opened), opened.desk.workspace
    case = workspace.case_rows()[0].id
    workspace.editor.set("case", case, "type", "bail")
    concern = concerns.raise_(workspace, case, datetime(2025, 3, 27, 14, 2).astimezone())
    workspace.editor.set("concern", concern, "what", "bruises on both arms")
    assert strip(opened).concerns.full == "1 concern"
    assert places(opened) == before


def test_the_lines_of_the_strip_are_drawn_where_their_things_are(opened: Any, qtbot: QtBot) -> None:
    """After an inspection of a long name was closed, a line stood alone in the strip of the next page."""
    found = strip(opened)
    for title in ("A long name of a service of several councils and boroughs in the north", "Fieldwork"):
        found.say(found._head._replace(title=title))
        drawn = [item.x() for item in found._after_lines()]
        qtbot.settle()
        assert [item.x() for item in found._after_lines()] == drawn


def test_on_the_usual_laptop_the_role_and_what_the_framework_is_called_have_their_room(
    opened: Any, qtbot: QtBot
) -> None:
    dress(opened, qtbot, (1366, 768), 100)
    found, framework = strip(opened), opened.desk.workspace.framework
    found.say(found._head._replace(title="Trafford", sample=True))
    assert found.framework.text() == framework.short
    assert framework.title in found.framework.toolTip()
    assert found.framework.accessibleName() == f"{framework.short}: {framework.title}"
    assert found.who._shown_role == "Lead inspector"
    widest = found.concerns.fontMetrics().horizontalAdvance(found.concerns.text())
    assert found.concerns.width() - widest < theme.px(64)  # picture, padding, and what "10 concerns" needs


def rail_shows_whole_words(rail: Rail) -> None:
    assert isinstance(rail, Rail)
    for code, button in rail._buttons.items():
        assert button.text(), code
        assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width(), code
        assert button.height() >= theme.px(24), code
        assert button.geometry().bottom() <= rail.height(), code


def test_the_menu_has_the_ways_out_and_what_is_not_possible_is_not_offered(opened: Any) -> None:
    menu = opened.window.findChild(WindowMenu)
    assert isinstance(menu, WindowMenu)
    codes = [action.objectName() for action in menu.actions() if action.objectName()]
    assert codes == ["card", "messages", "keys", "guide", "settings", "about", "leave", "lock", "quit"]
    opened.shell.lock()
    assert not next(a for a in menu.actions() if a.objectName() == "leave").isEnabled()


def test_about_says_where_the_inspection_is_kept(opened: Any) -> None:
    opened.press("Ctrl+F1")
    said = opened.window.findChildren(TextSheet)[-1].text.text()
    assert f"This inspection is kept in {opened.desk.workspace.path}" in said
    assert str(opened.shell.laptop.folder) in said
    assert "licence" not in said  # from source: a build alone brings them


def test_about_a_build_says_where_the_guide_as_pdf_and_every_licence_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "inspector_app")
    for name in (paths.GUIDE, paths.LICENCES):
        (tmp_path / name).touch()
    said = window_words.about("Fieldwork", Version("0.1.0", "0123456789ab", "2026-11-30"), tmp_path, tmp_path, None)
    assert said[-2:] == [
        f"The guide as a PDF, to print or to read aloud: {tmp_path / 'guide.pdf'}",
        f"Made with the work of others, including Qt; every licence: {tmp_path / 'third-party.txt'}",
    ]
    spec = (Path(__file__).parents[2] / "packaging" / "inspector-app.spec").read_text(encoding="utf-8")
    assert [name for name in (paths.GUIDE, paths.LICENCES) if f'(str(MADE / "{name}"), ".")' not in spec] == []


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-1, "fieldwork begins 24 March 2025"), (0, "day 1 of 10"), (3, "day 4 of 10"), (5, "no fieldwork today"),
        (8, "no fieldwork today"), (14, "day 6 of 10"), (18, "day 10 of 10"), (19, "fieldwork ended"),
        (28, "return visit, day 1 of 2"),
    ],
)  # fmt: skip
def test_the_day_is_said_within_the_fieldwork_with_its_gap(days: int, said: str) -> None:
    end, gaps = spans.usual(MONDAY, 2, 1)
    visit = (MONDAY + timedelta(days=28), MONDAY + timedelta(days=29))
    found = week.days(spans.without(MONDAY, end, gaps), visit)
    today = MONDAY + timedelta(days=days)
    assert heading.fieldwork(found, today).partition(" · ")[2] == said


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Anna Berg", "AB"), ("Asha Nair", "AN"), ("Ann Mary de Winter", "AW"), ("Ruth Ashdown (lead)", "RA"),
        ("Inspector A", "A"), ("ann", "A"),
    ],
)  # fmt: skip
def test_a_person_is_told_by_first_name_and_surname_and_an_inspector_who_has_a_letter_by_that(
    name: str, letters: str
) -> None:
    assert heading.initial(name) == letters


def test_the_framework_is_named_also_where_the_day_has_no_room(opened: Any, qtbot: QtBot) -> None:
    dress(opened, qtbot, (1366, 768), 150)
    assert strip(opened).framework.isVisible()


def test_fieldwork_of_one_day_has_one() -> None:
    assert heading.fieldwork(week.days([Span(MONDAY, MONDAY)], (None, None)), MONDAY) == "Mon 24 Mar · day 1 of 1"
