"""The Restore page on real files: a case, an item, the whole, the second copy, a rehearsal; and a damaged file."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.backups import Why
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.services.safekeeping import backups
from inspector_app.core.services.safekeeping.backup_rows import BackupRow, Since
from inspector_app.core.services.safekeeping.bringing_back import Difference
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.safekeeping import backup
from inspector_app.ui import ask
from inspector_app.ui.places.restore import item_words
from inspector_app.ui.places.restore.page import RestorePage
from inspector_app.ui.places.restore.whole import Whole
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.words import backups as words
from tests.ui.conftest import Spoken

NOTICE = ("inspection", "inspection", "notice")


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    """Never backed up: at its opening it is."""
    shutil.rmtree(workspace.laptop.backups_folder)
    return workspace


def note_of(workspace: Workspace, ref: str = "C01") -> str:
    return workspace.question_page(workspace.case_id(ref), "2.1.1").prompts[0].note


def write(workspace: Workspace, text: str, ref: str = "C01") -> None:
    workspace.editor.set("prompt", f"{workspace.case_id(ref)}/2.1.1/a", "note", text)


@pytest.fixture
def page(opened: Any, qtbot: QtBot) -> RestorePage:
    """The page of an inspection that has a backup with a note in it, which was spoilt since, as were others."""
    workspace = opened.desk.workspace
    qtbot.waitUntil(lambda: bool(workspace.backups()))
    write(workspace, "as it was")
    workspace.back_up()
    write(workspace, "spoilt")
    write(workspace, "of another case", "C02")
    opened.press("Ctrl+Shift+X")
    found: RestorePage = opened.desk.page("restore")
    compared(found, qtbot)
    return found


def compared(page: RestorePage, qtbot: QtBot) -> None:
    """Wait until the backups are listed and what was done since the one in view is said."""
    qtbot.waitUntil(lambda: not page.line.busy and page.list.count() > 0 and page.coming.cases.count() > 0)


def idle(qtbot: QtBot, *lines: Any) -> None:
    qtbot.waitUntil(lambda: not any(line.busy for line in lines))


def test_backups_say_what_was_done_since_and_where(page: RestorePage) -> None:
    assert page.list.item(0).text().endswith("asked for\n2 changes since")
    assert "C01: 1 note; last Ruth Ashdown, today" in page.done_since.text()
    assert "C02: 1 note" in page.done_since.text()


def test_one_case_comes_back_and_every_other_stays(page: RestorePage, opened: Any, qtbot: QtBot) -> None:
    workspace = opened.desk.workspace
    page.coming.cases.setCurrentIndex(page.coming.cases.findText("C01"))
    assert page.coming.go.text() == "&Restore C01"
    page.coming.go.click()
    idle(qtbot, page.coming.line)
    assert (note_of(workspace), note_of(workspace, "C02")) == ("as it was", "of another case")
    qtbot.waitUntil(lambda: backup.existing(workspace.backups_place)[-1].why is Why.RESTORE)
    workspace.editor.undo("prompt", f"{workspace.case_id('C01')}/2.1.1/a")
    assert note_of(workspace) == "spoilt"


def test_the_keyboard_stays_with_what_comes_back_once_the_button_is_off(page: RestorePage, qtbot: QtBot) -> None:
    for ref in ("C01", "C02"):
        page.coming.cases.setCurrentIndex(page.coming.cases.findText(ref))
        page.coming.go.setFocus()
        page.coming.go.click()
        idle(qtbot, page.coming.line)
        idle(qtbot, page.line)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is page.coming.case)


def test_nothing_comes_back_from_a_backup_that_is_no_longer_the_one_in_view(
    page: RestorePage, opened: Any, qtbot: QtBot
) -> None:
    """What differs from another is read in another thread: until then nothing of the one before stands under its name."""
    before = page.list.count()
    page.make.click()
    qtbot.waitUntil(lambda: page.list.count() == before + 1 and not page.line.busy)
    write(opened.desk.workspace, "again", "C03")
    qtbot.waitUntil(lambda: page.many_since.text() == "1 change since, in 1 place")
    page.coming.whole.setChecked(True)
    assert page.coming.go.isEnabled()
    page.list.setCurrentRow(1)
    for chosen in (page.coming.case, page.coming.whole):
        chosen.setChecked(True)
        assert not page.coming.go.isEnabled()
    assert page.many_since.text() == ""
    qtbot.waitUntil(page.coming.go.isEnabled)
    assert page.many_since.text() == "3 changes since, in 3 places"


def test_what_comes_back_is_an_item_where_no_case_differs(page: RestorePage) -> None:
    assert page.coming.case.isChecked()
    row = page.list.shown
    assert row is not None
    page.coming.set_backup(row, ())
    assert page.coming.item.isChecked()


def test_one_item_is_shown_as_it_was_and_as_it_is_before_it_comes_back(
    page: RestorePage, opened: Any, qtbot: QtBot
) -> None:
    workspace, coming = opened.desk.workspace, page.coming
    coming.item.setChecked(True)
    qtbot.waitUntil(lambda: coming.items.count() == 2)
    coming.items.setCurrentIndex(coming.items.findText("C01 · 2.1.1 · a"))
    assert "Then: as it was\nNow: spoilt" in coming.beside.text()
    coming.go.click()
    idle(qtbot, coming.line)
    assert (note_of(workspace), note_of(workspace, "C02")) == ("as it was", "of another case")


def test_the_whole_takes_a_second_yes_and_opens_again_as_it_was(page: RestorePage, opened: Any, qtbot: QtBot) -> None:
    path = opened.desk.workspace.path
    page.coming.whole.setChecked(True)
    page.coming.go.click()
    assert page.coming.sure.isVisible()
    page.coming.leave.click()
    assert not page.coming.sure.isVisible()
    page.coming.go.click()
    page.coming.sure.click()
    whole = opened.wait_for(Whole)
    idle(qtbot, whole.line)
    told = whole.report.text()
    assert told.startswith(f"{path.stem} was put back. From: the backup, today ")
    assert f"The file as it was before is kept beside it: {path.stem} before " in told
    assert str(path.parent) not in told, "places of files are no sentence"
    whole.open.click()
    opened.wait_for(Desk)
    assert note_of(opened.desk.workspace) == "as it was"


def test_a_backup_that_is_spoilt_meanwhile_is_refused_and_the_inspection_opens_as_it_was(
    page: RestorePage, opened: Any, qtbot: QtBot, told: Spoken
) -> None:
    newest = opened.desk.workspace.backups()[-1]
    page.coming.whole.setChecked(True)
    page.coming.go.click()
    newest.write_bytes(newest.read_bytes()[:4096] + b"\xff" * 4096)
    page.coming.sure.click()
    whole = opened.wait_for(Whole)
    idle(qtbot, whole.line)
    assert f"{newest} is damaged" in told.last
    whole.open.click()
    opened.wait_for(Desk)
    assert note_of(opened.desk.workspace) == "spoilt"


def test_a_backup_is_made_by_hand_and_is_the_first_of_the_list(page: RestorePage, opened: Any, qtbot: QtBot) -> None:
    before = page.list.count()
    page.make.click()
    page.list.setCurrentRow(before - 1)
    qtbot.waitUntil(lambda: page.list.count() == before + 1)
    assert page.list.currentRow() == 0
    assert page.list.item(0).text().endswith("nothing changed since")


def test_a_folder_for_the_second_copy_is_chosen_and_the_copy_made(
    page: RestorePage, opened: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No second copy is kept" in page.second.state.text()
    drive = tmp_path / "drive"
    drive.mkdir()
    monkeypatch.setattr(ask, "folder", lambda *_: drive)
    page.second.choose.click()
    qtbot.waitUntil(lambda: bool(list(drive.rglob("*.backup"))))
    idle(qtbot, page.second.line)
    qtbot.waitUntil(lambda: "Second copy: today" in page.second.state.text())
    assert backups.second_copy(opened.desk.workspace).folder == str(drive)
    page.second.none.click()
    idle(qtbot, page.second.line)
    qtbot.waitUntil(lambda: "No second copy is kept" in page.second.state.text())


def test_a_folder_inside_the_profile_is_refused_in_place(
    page: RestorePage, opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, told: Spoken
) -> None:
    monkeypatch.setattr(ask, "folder", lambda *_: opened.desk.workspace.laptop.folder)
    page.second.choose.click()
    idle(qtbot, page.second.line)
    assert "whose loss the copy is for" in told.last


def test_a_rehearsal_says_what_came_back_and_when(page: RestorePage, qtbot: QtBot, told: Spoken) -> None:
    assert page.rehearsal.last.text() == "Not tried yet."
    page.rehearsal.now.click()
    idle(qtbot, page.rehearsal.line)
    assert "restored and sound" in told.last
    assert "Cases found: 4/4." in page.rehearsal.last.text()


def test_a_backup_that_cannot_be_read_is_listed_and_gives_nothing(page: RestorePage, opened: Any, qtbot: QtBot) -> None:
    newest = opened.desk.workspace.backups()[-1]
    newest.write_bytes(newest.read_bytes()[:4096] + b"\0" * 4096)
    opened.desk.workspace.editor.set(*NOTICE, "typed")
    qtbot.waitUntil(lambda: page.list.item(0).text().endswith("cannot be read"))
    page.list.setCurrentRow(0)
    assert "cannot be read" in page.done_since.text()
    assert not page.coming.isVisible()


# a damaged file


def damaged(opened: Any, qtbot: QtBot) -> Path:
    """An inspection with a backup, closed and spoilt; the list of inspections is shown."""
    workspace = opened.desk.workspace
    write(workspace, "as it was")
    workspace.back_up()
    path: Path = workspace.path
    opened.press("Ctrl+W")
    opened.wait_for(Start)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * 8192 + content[12288:])
    return path


def opening(opened: Any) -> Whole:
    start = opened.wait_for(Start)
    start._list._choose(start._list.item(0))
    found: Whole = opened.wait_for(Whole)
    return found


def test_a_damaged_file_offers_its_backup_and_opens_from_it(opened: Any, qtbot: QtBot) -> None:
    path = damaged(opened, qtbot)
    whole = opening(opened)
    assert whole.wrong.text().endswith(f"It is: {path}")
    assert "`" not in whole.wrong.text(), "no command is named where there are buttons"
    whole.restore.click()
    idle(qtbot, whole.line)
    assert "The file as it was before is kept beside it: " in whole.report.text()
    whole.open.click()
    opened.wait_for(Desk)
    assert note_of(opened.desk.workspace) == "as it was"


def test_what_can_be_read_of_a_damaged_file_is_recovered_with_a_report(
    opened: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = damaged(opened, qtbot)
    whole = opening(opened)
    into = path.with_name("recovered.inspection")
    monkeypatch.setattr(ask, "save_file", lambda *_: into)
    kept = path.read_bytes()
    whole.recover.click()
    idle(qtbot, whole.line)
    assert f"Recovered: {into}" in whole.report.text()
    assert whole.title.text() == "Recovered"
    assert "Pages of it that can be read: " in whole.report.text()
    assert path.read_bytes() == kept
    whole.open.click()
    opened.wait_for(Desk)
    assert opened.desk.workspace.path == into
    assert note_of(opened.desk.workspace) == "as it was"


def test_leaving_a_damaged_file_changes_nothing(opened: Any, qtbot: QtBot) -> None:
    path = damaged(opened, qtbot)
    kept = path.read_bytes()
    opening(opened).back.click()
    opened.wait_for(Start)
    assert path.read_bytes() == kept


def test_only_what_the_backup_holds_is_offered_and_what_it_does_not_is_named(
    page: RestorePage, opened: Any, qtbot: QtBot
) -> None:
    workspace, coming = opened.desk.workspace, page.coming
    added = workspace.add_case("C99", workspace.framework.samples[0].code)
    workspace.editor.set("prompt", f"{added}/2.1.1/a", "note", "typed")
    workspace.editor.set("source", "s9", "title", "a source")
    qtbot.waitUntil(lambda: "C99" in coming.missing.text())
    assert coming.missing.text() == "Not in this backup, as it was added later: C99."
    assert coming.missing.isVisible()
    assert {coming.cases.itemText(row) for row in range(coming.cases.count())} == {"C01", "C02"}
    coming.item.setChecked(True)
    qtbot.waitUntil(lambda: coming.items.count() > 0)
    assert {coming.items.itemText(row) for row in range(coming.items.count())} == {
        "C01 · 2.1.1 · a",
        "C02 · 2.1.1 · a",
    }


@pytest.mark.parametrize(
    ("why", "about", "said"),
    [
        (Why.LIST, "", "before a list of cases was imported"),
        (Why.DOCUMENT, "", "before a document or table was imported"),
        (Why.IMPORT, "Sam Otley", "before taking the work of Sam Otley"),
        (Why.IMPORT, "", "before an import"),
    ],
)
def test_a_backup_is_called_by_what_it_was_made_before(why: Why, about: str, said: str) -> None:
    assert (
        words.why(BackupRow(path=Path("a.backup"), at="2026-03-24T10:00:00+00:00", why=why, about=about, changes=0))
        == said
    )


def test_after_a_put_back_the_backup_of_before_says_what_it_alone_holds_and_gives_it_back(
    page: RestorePage, opened: Any, qtbot: QtBot
) -> None:
    page.coming.whole_wanted.emit(page.list.shown.path if page.list.shown else None)
    whole = opened.wait_for(Whole)
    idle(qtbot, whole.line)
    whole.open.click()
    opened.wait_for(Desk)
    opened.press("Ctrl+Shift+X")
    now: RestorePage = opened.desk.page("restore")
    qtbot.waitUntil(lambda: any(row.why is Why.RESTORE for row in now.list.rows))
    now.list.setCurrentRow([row.why for row in now.list.rows].index(Why.RESTORE))
    compared(now, qtbot)
    assert now.list.currentItem().text().endswith("\n2 changes only in this backup")
    assert "C01: 1 change only in this backup; last Ruth Ashdown, today" in now.done_since.text()
    now.coming.whole.setChecked(True)
    assert now.coming.about.text().startswith("2 changes that only it holds come back. A backup is made first")
    assert now.coming.go.isEnabled()
    now.coming.case.setChecked(True)
    now.coming.cases.setCurrentIndex(now.coming.cases.findText("C01"))
    now.coming.go.click()
    idle(qtbot, now.coming.line)
    assert note_of(opened.desk.workspace) == "spoilt"


def test_what_is_to_come_back_stays_chosen_where_another_backup_is_looked_at(page: RestorePage, qtbot: QtBot) -> None:
    coming = page.coming
    coming.whole.setChecked(True)
    others = [row for row in range(page.list.count()) if row != page.list.currentRow()]
    shown = coming._row
    page.list.setCurrentRow(others[0])
    qtbot.waitUntil(lambda: coming._row != shown)
    assert coming.whole.isChecked()
    assert coming.go.text() == "&Restore the whole inspection…"


def test_the_choice_stands_still_while_what_differs_is_told(page: RestorePage, qtbot: QtBot) -> None:
    parts = (page.coming.whole, page.coming.case, page.coming.item)
    places = [part.mapTo(page, part.rect().topLeft()).y() for part in parts]
    page.done_since.say("\n".join(["a place"] * 12))
    page.coming.item.setChecked(True)
    qtbot.waitUntil(lambda: page.coming.items.count() > 0)
    qtbot.wait(50)
    assert [part.mapTo(page, part.rect().topLeft()).y() for part in parts] == places


def test_each_way_says_what_it_does_before_it_is_chosen_and_a_case_that_is_chosen_is_what_comes_back(
    page: RestorePage,
) -> None:
    coming = page.coming
    coming.whole.setChecked(True)
    assert "removed. A backup is made first" in coming.about.text()
    said = [label.text() for label in coming._says.values()]
    assert [words.split()[0] for words in said] == ["All", "Its", "An"]
    coming.cases.activated.emit(0)
    assert coming.case.isChecked()
    assert page._many.text().endswith("backups, the oldest of today")


def test_what_differs_in_many_places_is_told_of_five_until_all_are_asked_for(page: RestorePage) -> None:
    sums, now = page.done_since, datetime.now().astimezone()
    found = [Since("", f"C{number:02}", 1, 0, 0, 0, 0, "Ruth", now.isoformat(), held=True) for number in range(7)]
    sums.show_rows(found, now)
    assert len(sums.text().splitlines()) == 5
    assert sums.every.text() == "Show all 7"
    sums.every.click()
    assert len(sums.text().splitlines()) == 7
    assert sums.every.isHidden()


def test_no_other_case_or_item_takes_the_place_of_the_one_that_came_back(
    page: RestorePage, opened: Any, qtbot: QtBot, told: Spoken
) -> None:
    coming, workspace = page.coming, opened.desk.workspace
    coming.cases.setCurrentIndex(coming.cases.findText("C01"))
    coming.go.click()
    idle(qtbot, coming.line)
    assert "Restored from: the backup, today " in told.last
    qtbot.waitUntil(lambda: bool(page.list.item(0)) and "before something was restored" in page.list.item(0).text())
    assert coming.case.isChecked(), "what came back is what one chose, though other things differ"
    page.do("undo")
    assert told.last.startswith("C01 came back item by item")
    coming.item.setChecked(True)
    qtbot.waitUntil(lambda: coming.items.count() == 1 and coming.go.isEnabled())
    coming.go.click()
    qtbot.waitUntil(lambda: note_of(workspace, "C02") == "")
    qtbot.waitUntil(lambda: not coming.line.busy and coming.items.count() == 0)
    assert not coming.go.isEnabled()
    page.do("undo")
    assert note_of(workspace, "C02") != ""


def test_a_second_press_on_restore_the_whole_is_not_the_second_yes(page: RestorePage, qtbot: QtBot) -> None:
    page.coming.whole.setChecked(True)
    page.window().resize(1366, 700)
    asked = (page.coming.sure, page.coming.leave)  # they came below the edge of the window
    qtbot.wait(20)
    place = page.coming.go.geometry()
    page.coming.go.click()
    qtbot.wait(20)
    assert page.coming.sure.isVisible()
    assert page.coming.go.geometry() == place
    qtbot.waitUntil(lambda: all(part.visibleRegion().boundingRect() == part.rect() for part in asked))
    assert not page.coming.sure.geometry().intersects(place)


def test_cases_that_a_backup_does_not_hold_are_named_as_people_count(
    page: RestorePage, opened: Any, qtbot: QtBot
) -> None:
    workspace = opened.desk.workspace
    for ref in ("Z10", "z1", "Z2"):
        workspace.add_case(ref, workspace.framework.samples[0].code)
    opened.desk.show_page("week")
    opened.press("Ctrl+Shift+X")
    qtbot.waitUntil(lambda: "Z10" in page.coming.missing.text())
    assert page.coming.missing.text().endswith(": z1, Z2 and Z10.")


LONG_REF = "WEX-2026-0000000000000000000042"


def difference(entity: str, item: str, field: str, then: Value, now: Value) -> Difference:
    return Difference(entity, EntityId(item), field, then, now, contested=False, added=False)


@pytest.mark.parametrize(
    ("entity", "item", "field", "then", "named"),
    [
        ("finding", "a" * 32, "text", "The board met in [=V1.1] of cases and had not read the plan for the year ahead of it.",
         "A finding: “The board met in [figure of V1.1] of cases and had not read …”"),
        ("recommendation", "b" * 32, "text", "Write plans.", "A recommendation: “Write plans.”"),
        ("support", f"{'c' * 32}/{'d' * 24}", "sentence", "Plans were late.", "What supports a text: “Plans were late.”"),
        ("support", f"{'c' * 32}/{'d' * 24}", "carries", True, "What supports a text"),
        ("judgement", f"{'e' * 32}/2.1.1", "rationale", "Late.", f"{LONG_REF} · 2.1.1"),
    ],
)  # fmt: skip
def test_an_item_that_differs_is_known_by_where_it_is_or_by_its_words(
    entity: str, item: str, field: str, then: Value, named: str
) -> None:
    """“A finding” stood there twice, and what links a text with its evidence by the letters of its id."""
    assert item_words.place(entity, item, {"e" * 32: LONG_REF}, [difference(entity, item, field, then, None)]) == named


def test_what_carries_a_text_is_named_and_figures_are_read() -> None:
    refs, on = {"e" * 32: "C02"}, f"answer/{'e' * 32}/2.1.1/a"
    found = [difference("support", "x/y", "on", None, on), difference("finding", "x", "text", "[=V1.1]", None)]
    said = item_words.differs(found, {}, refs)
    assert "Now: C02 · 2.1.1 · a" in said
    assert "[figure of V1.1]" in said
    assert "[=" not in said
