"""The page of setting up: steps that save themselves, a list of cases imported as a person does it, loads in view."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionComboBox,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.cases.case_list import Heading, Listing, TypeWord
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import sharing
from inspector_app.core.services.cases.sharing import Allocated
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.fieldwork.setting_up import Size
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask
from inspector_app.ui.controls.frames.scrolled import Scrolled
from inspector_app.ui.controls.lists.wrapped import Wrapped
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import Shared
from inspector_app.ui.places.setup import column_boxes
from inspector_app.ui.places.setup.case_table import CaseTable
from inspector_app.ui.places.setup.cases import _size_words
from inspector_app.ui.places.setup.column_lines import ColumnBox
from inspector_app.ui.places.setup.page import SetupPage
from inspector_app.ui.places.setup.sourced_line import SourcedLine
from inspector_app.ui.places.setup.step import Mark
from inspector_app.ui.places.setup.type_words import TypeWords
from tests.conftest import PASSPHRASE
from tests.ui.conftest import Spoken
from tests.ui.team import chord

LIST = """Case ref,Name,Cohort,Disposal,Start,Inspector
C11,Jo Bloggs,children,bail,3/12/2025,Ruth Ashdown
C12,Mo Bloggs,children,bail,31/02/2025,
C01,Al Bloggs,children,bail,1/10/2025,
V11,Vi Bloggs,victims,adult victim,2/10/2025,
"""


@pytest.fixture
def page(opened: Any, qtbot: QtBot) -> SetupPage:
    """The page in the window, reached by its key."""
    opened.press("Ctrl+Shift+N")
    assert opened.desk.current == "setup"
    found = opened.desk.page("setup")
    assert isinstance(found, SetupPage)
    return found


@pytest.fixture
def workspace_of(opened: Any) -> Workspace:
    return opened.desk.workspace  # type: ignore[no-any-return]


@pytest.fixture
def bring(page: SetupPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Callable[..., None]:
    """Chooses a list of that text on the page, and waits until it is shown or refused."""

    def choose(text: str | bytes, name: str = "list.csv") -> None:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        monkeypatch.setattr(ask, "open_file", lambda *_: path)
        page.cases.import_list.choose.click()
        qtbot.waitUntil(lambda: not page.cases.import_list.line.busy)

    return choose


def put(box: QDateEdit, day: date) -> None:
    box.setDate(QDate(day.year, day.month, day.day))


# dates and nation


def test_the_page_says_what_is_done_and_what_is_not(page: SetupPage) -> None:
    assert [step.state.words for step in page.steps] == [
        "choose the nation", "only you so far", "Children’s cases: too few; Victims’ cases: too few",
        "4 with nobody", "not planned", "none taken",
    ]  # fmt: skip
    assert page.ways[0].accessibleName() == "1  Dates and nation: choose the nation"


def test_an_arrow_chooses_the_nation_that_it_leads_to_also_while_none_is_chosen(
    page: SetupPage, workspace_of: Workspace, qtbot: QtBot
) -> None:
    first, second = (page.dates._nations.button(place) for place in (0, 1))
    first.setFocus()
    assert setting_up.setting(workspace_of).nation == ""
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert (second.hasFocus(), second.isChecked()) == (True, True)
    assert setting_up.setting(workspace_of).nation == "wales"


def test_nation_and_dates_save_themselves(page: SetupPage, workspace_of: Workspace, qtbot: QtBot) -> None:
    page.dates._nations.button(1).click()
    assert setting_up.setting(workspace_of).nation == "wales"
    assert page.dates.state.mark is Mark.DONE
    put(page.dates.start, date(2026, 3, 16))
    assert page.dates.end.date().toPython() == date(2026, 3, 20)  # as long as before
    qtbot.waitUntil(lambda: setting_up.setting(workspace_of).start == date(2026, 3, 16))
    assert setting_up.setting(workspace_of).end == date(2026, 3, 20)


def test_a_date_just_typed_is_saved_when_the_person_leaves(
    page: SetupPage, workspace_of: Workspace, opened: Any
) -> None:
    put(page.dates.end, date(2026, 3, 18))
    opened.press("Ctrl+2")
    assert setting_up.setting(workspace_of).end == date(2026, 3, 18)


def test_dates_the_wrong_way_round_are_said_and_not_saved(page: SetupPage, workspace_of: Workspace) -> None:
    put(page.dates.end, date(2026, 3, 2))
    assert page.dates._days.end_field.wrong == "Not saved: it is before the start."
    assert page.flush()
    assert setting_up.setting(workspace_of).end == date(2026, 3, 13)


def test_dates_that_no_disk_takes_stay_in_their_boxes_until_one_does(
    page: SetupPage, workspace_of: Workspace, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Expected(Code.DISK_FULL, where=workspace_of.path)

    put(page.dates.end, date(2026, 3, 18))
    with monkeypatch.context() as disk:
        disk.setattr(workspace_of.editor, "do", full)
        opened.press("Ctrl+2")
        assert opened.desk.current == "setup"
    opened.press("Ctrl+2")
    assert opened.desk.current == "cases"
    assert setting_up.setting(workspace_of).end == date(2026, 3, 18)


def test_dates_changed_elsewhere_are_not_written_over_by_what_stood_here(
    page: SetupPage, workspace_of: Workspace, opened: Any
) -> None:
    opened.press("Ctrl+2")
    setting_up.set_fieldwork(workspace_of, date(2026, 3, 16), date(2026, 3, 20))
    opened.press("Ctrl+5")
    assert setting_up.setting(workspace_of).start == date(2026, 3, 16)
    opened.press("Ctrl+Shift+N")
    assert page.dates.start.date().toPython() == date(2026, 3, 16)


def test_the_windows_follow_the_first_day(page: SetupPage, qtbot: QtBot) -> None:
    put(page.dates.start, date(2025, 3, 24))
    page.flush()
    qtbot.settle()
    texts = [label.text() for label in page.dates.findChildren(type(page.dates.heading)) if label.isVisible()]
    assert "Children’s cases: those that began from 23 September to 22 November 2024." in texts
    assert (
        "Victims’ cases, from 23 September to 22 November 2024: the YJS had undertaken contact with victims." in texts
    )
    source = "Worked out from HMIP, An inspection of youth justice work"
    assert not any(text.startswith(source) for text in texts), "where it is from is said to whoever asks"
    first = next(line for line in page.dates.findChildren(SourcedLine) if line.isVisible())
    assert first.source.button.accessibleName().endswith("Source, folded")
    first.source.button.click()
    assert first.source.inside is not None
    assert first.source.inside.isVisible()
    assert first.source.inside.text().startswith(source)


def test_the_steps_stay_in_view_beside_a_page_in_the_middle_of_what_is_left(page: SetupPage, qtbot: QtBot) -> None:
    way, column = page.ways[-1], page.dates
    assert way.isVisible()
    before = way.mapToGlobal(way.rect().topLeft())
    way.click()
    qtbot.settle()
    assert way.mapToGlobal(way.rect().topLeft()) == before
    assert column.width() <= theme.px(840)
    left = way.mapTo(page, way.rect().topLeft()).x()  # list and column together are in the middle
    right = page.width() - column.mapTo(page, column.rect().topRight()).x()
    assert abs(left - right) <= theme.px(sizes.SCROLL) + 2, "a pixel of an odd rest on either side"


def test_the_steps_stand_on_top_where_there_is_no_room_beside(page: SetupPage, qtbot: QtBot) -> None:
    page.window().resize(700, 700)
    qtbot.settle()
    assert page.dates.isAncestorOf(page.ways[0]) is False
    left, right = page.dates.mapTo(page, QPoint()).x(), page.dates.mapTo(page, page.dates.rect().topRight()).x()
    bar = page._scroll.verticalScrollBar().sizeHint().width()
    assert page.width() - 1 - right == left + bar, "the same is left free at both sides"
    assert page._scroll.widget().isAncestorOf(page.ways[0])
    page.window().resize(1366, 768)
    qtbot.settle()
    assert not page._scroll.widget().isAncestorOf(page.ways[0])


def test_what_two_people_set_differently_is_shown_and_cannot_be_passed_over(
    page: SetupPage, workspace_of: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    laptop = Laptop(tmp_path / "bob")
    laptop.create_identity("Bob Wren", "Inspector", PASSPHRASE)
    team.add(workspace_of, laptop.card())
    handoffs.export(workspace_of, tmp_path / "start.handoff")
    bobs, _ = handoffs.join(laptop, tmp_path / "start.handoff", laptop.new_path("Wexborough"))
    setting_up.set_nation(workspace_of, "england")
    setting_up.set_nation(bobs, "wales")
    handoffs.export(bobs, tmp_path / "1.handoff")
    bobs.close()
    handoffs.import_(workspace_of, [tmp_path / "1.handoff"])
    qtbot.waitUntil(lambda: page.dates.state.mark is Mark.CONTESTED)
    assert not page.dates.nation.isEnabled()
    assert "Two people set the nation differently." in page.dates._contested.text()


# team


def test_people_are_put_in_by_keyboard_one_after_another(page: SetupPage, workspace_of: Workspace) -> None:
    page.team.name.setFocus()
    for name in ("Ann Lee", "Owain Wynne"):
        QTest.keyClicks(QApplication.focusWidget(), name)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [p.name for p in workspace_of.team()] == ["Ruth Ashdown", "Ann Lee", "Owain Wynne"]
    assert page.team.state.words == "3 people"
    QTest.keyClicks(page.team.name, "ann lee")
    page.team.add.click()
    assert page.team._field.wrong == "Somebody in the team has it"
    page.team.name.clear()
    page.team.add.click()
    assert page.team._field.wrong == "The name is needed."
    page.hide()
    page.show()
    assert page.team._field.wrong == "", "nobody comes back to a red field"


def test_the_lead_says_in_the_team_what_somebody_is(page: SetupPage, workspace_of: Workspace, qtbot: QtBot) -> None:
    setting_up.add_person(workspace_of, "Ann Lee", "Inspector")
    qtbot.waitUntil(lambda: len(page.team._roles) == 1)
    (box,) = page.team._roles
    assert (box.accessibleName(), box.currentText()) == ("Role of Ann Lee", "Inspector")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    assert {p.name: p.role for p in workspace_of.team()} == {
        "Ruth Ashdown": "Lead inspector",
        "Ann Lee": "Quality lead",
    }
    assert page.team._roles[0].currentText() == "Quality lead"


def test_the_box_one_types_in_stays_in_view_while_the_team_above_it_grows(page: SetupPage, qtbot: QtBot) -> None:
    page.team.name.setFocus()
    for number in range(12):
        QTest.keyClicks(page.team.name, f"Person {number}")
        QTest.keyClick(page.team.name, Qt.Key.Key_Return)
    at = page.team.name
    view = page._scroll.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(at.mapTo(view, at.rect().bottomLeft())))


def test_the_button_that_adds_somebody_stays_in_view_while_the_team_above_it_grows(
    page: SetupPage, qtbot: QtBot
) -> None:
    page.window().resize(1366, 768)
    page.team.name.setFocus()
    for n in range(5):
        qtbot.keyClicks(page.team.name, f"Ann Lee {chr(65 + n)}")
        qtbot.keyClick(page.team.name, Qt.Key.Key_Return)
        qtbot.settle()
        assert page.team.add.visibleRegion().boundingRect().height() == page.team.add.height()


def test_the_way_to_identity_cards_leads_to_hand_off(page: SetupPage, opened: Any) -> None:
    page.team.cards.click()
    assert opened.desk.current == "handoff"


# cases


def test_numbered_cases_are_said_and_taken_back_but_for_those_on_which_somebody_worked(
    page: SetupPage, workspace_of: Workspace, told: Spoken
) -> None:
    """A slip of 30 for 3 had no undo, and nothing was said."""
    numbered = page.cases.numbered
    numbered.count.setText("3")
    numbered.add.setFocus()
    numbered.add.click()
    assert told.last == "3 cases added: C04 to C06."
    page.undo("undo")
    assert told.last == "3 cases removed again."
    assert [row.ref for row in workspace_of.case_rows()] == ["C01", "C02", "C03", "V01"]
    assert numbered.first.text() == "C04"
    told.do("Redo")
    assert [row.ref for row in workspace_of.case_rows()][:6] == ["C01", "C02", "C03", "C04", "C05", "C06"]
    workspace_of.editor.set("judgement", f"{workspace_of.case_id('C05')}/2.1.1", "answer", "yes")
    page.undo("undo")
    assert told.last.startswith("2 cases removed again. ")
    assert [row.ref for row in workspace_of.case_rows()] == ["C01", "C02", "C03", "C05", "V01"]


def test_numbered_cases_are_added_by_keyboard_in_one_go(page: SetupPage, workspace_of: Workspace) -> None:
    numbered = page.cases.numbered
    assert numbered.first.text() == "C04"
    numbered.count.setFocus()
    numbered.count.selectAll()
    QTest.keyClicks(numbered.count, "11")
    assert numbered.add.text() == "Add C04 to C14"
    QTest.keyClick(numbered.count, Qt.Key.Key_Return)
    assert setting_up.sizes(workspace_of)[0].cases == 14
    assert page.cases.marks[0].mark is Mark.DONE
    assert "14, within the 14 to 91 that the framework asks for." in page.cases.marks[0].words
    assert page.cases.marks[1].mark is Mark.LESS
    assert numbered.first.text() == "C15"


def test_a_list_is_shown_as_it_will_be_read_with_every_row_that_is_wrong(
    page: SetupPage, bring: Callable[..., None]
) -> None:
    bring(LIST)
    found = page.cases.import_list.sheet
    assert found.lines.boxes["ref"].currentText().startswith("Case ref: ")
    assert found.lines.boxes["began"].currentText().startswith("Start: ")
    heads = [found.preview.horizontalHeaderItem(i).text() for i in range(found.preview.columnCount())]
    rows = [{head: found.preview.item(r, i).text() for i, head in enumerate(heads)} for r in range(4)]
    assert [row["Import"] for row in rows] == ["cannot", "cannot", "look at it", "good"], "worst first"
    assert (rows[2]["Began"], rows[2]["Inspector"]) == ("3 December 2025", "Ruth Ashdown")
    assert rows[0]["What follows"].startswith("Stays out: 31/02/2025 is not a day")
    assert rows[3]["What follows"] == "Comes in"
    assert found.problems.toPlainText().splitlines() == [
        "Row 3 (C12), column Start: 31/02/2025 is not a day of the calendar (day, month, year).",
        "Row 4, column Case ref: C01 is in the inspection already.",
        "To look at: Row 2 (C11), column Start: 3 December 2025 is outside the dates of Children’s cases, "
        "8 September to 7 November 2025.",
    ]
    assert found.summary.text() == "2 cases can be imported, 2 rows cannot and will be left out, 1 thing to look at."
    page.resize(1266, 728)
    bar = found.findChild(Scrolled).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.maximum() > 0
    assert not found.take.visibleRegion().isEmpty(), "what imports stays in view"
    assert found.preview.horizontalScrollBar().maximum() == 0


def test_of_what_is_wrong_in_a_list_no_line_is_shown_in_part(
    page: SetupPage, bring: Callable[..., None], qtbot: QtBot
) -> None:
    """The last line that had room was cut through its letters."""
    page.window().resize(1366, 768)
    bring("Ref,Start,Type\n" + "".join(f"K{n},31/2/2026,Turnaround\n" for n in range(3)) + "K8,soon,NFA\nK9,x,NFA\n")
    qtbot.settle()
    box = page.cases.import_list.sheet.problems
    line = box.firstVisibleBlock().layout().lineAt(0).height()
    room = box.viewport().height() - 2 * box.document().documentMargin()
    assert room / line == pytest.approx(round(room / line), abs=0.12), (room, line)


def test_a_copied_table_is_pasted_as_a_list_and_imported_from_the_foot_of_the_page_too(
    page: SetupPage, workspace_of: Workspace, qtbot: QtBot, told: Spoken
) -> None:
    step = page.cases.import_list
    QApplication.clipboard().setText(" ")
    step.copied.click()
    assert told.last.startswith("Nothing was copied.")
    QApplication.clipboard().setText(LIST.replace(",", "\t"))
    step.choose.setFocus()
    QTest.keyClick(step.choose, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not step.line.busy)
    assert step.sheet.file.text().startswith("The table that was copied: 4 rows")
    step.sheet.take_below.click()
    qtbot.waitUntil(lambda: not step.line.busy)
    assert [c.ref for c in workspace_of.inspection().cases] == ["C01", "C02", "C03", "C11", "V01", "V11"]


def test_the_counts_of_the_rows_show_those_rows_alone(page: SetupPage, bring: Callable[..., None]) -> None:
    bring(LIST)
    found = page.cases.import_list.sheet
    every, cannot, look, good = found.rows.buttons.values()
    assert [b.text() for b in (every, cannot, look, good)] == ["All 4", "Cannot 2", "Look at it 1", "Good 1"]
    cannot.click()
    assert [found.preview.item(row, 0).text() for row in range(found.preview.rowCount())] == ["3", "4"]
    good.click()
    assert found.preview.rowCount() == 1
    found.lines.boxes["ref"].setCurrentIndex(0)
    assert every.isChecked()
    assert not good.isVisible()


def test_names_are_never_offered_and_the_page_says_why(page: SetupPage, bring: Callable[..., None]) -> None:
    bring(LIST)
    found = page.cases.import_list.sheet
    assert all(box.findText("Name", Qt.MatchFlag.MatchStartsWith) < 0 for box in found.lines.boxes.values())
    assert "Never imported" in found.never.text()
    assert "Name (names of people)" in found.never.text()


def test_the_good_rows_are_imported_and_loads_follow(
    page: SetupPage, bring: Callable[..., None], workspace_of: Workspace, qtbot: QtBot, told: Spoken
) -> None:
    bring(LIST)
    page.cases.import_list.sheet.take.click()
    qtbot.waitUntil(lambda: not page.cases.import_list.line.busy)
    qtbot.waitUntil(lambda: len(page.allocation.rows) == 6)
    assert [c.ref for c in workspace_of.inspection().cases] == ["C01", "C02", "C03", "C11", "V01", "V11"]
    assert told.last.startswith("2 cases imported.")
    assert not page.cases.import_list.sheet.isVisible()
    assert page.allocation.takes[workspace_of.me].accessibleName() == "Ruth Ashdown takes cases: 1 case, 53 to judge"


def test_after_an_import_what_came_of_it_is_in_view_and_what_was_left_out_listed(
    page: SetupPage, bring: Callable[..., None], qtbot: QtBot
) -> None:
    bring(LIST)
    found = page.cases.import_list
    page._scroll.verticalScrollBar().setValue(page._scroll.verticalScrollBar().maximum())
    wrong = found.sheet.problems.toPlainText().splitlines()[: len(found._reading.errors)]
    assert wrong
    found.sheet.take.click()
    qtbot.waitUntil(lambda: not found.line.busy)
    qtbot.waitUntil(lambda: found.choose.visibleRegion().boundingRect().height() == found.choose.height())
    assert found.left_out.isVisible()
    assert found.left_out.toPlainText().splitlines() == ["Left out:", *wrong]
    bring(LIST)
    assert not found.left_out.isVisible()


def test_another_column_is_read_at_once(page: SetupPage, bring: Callable[..., None]) -> None:
    bring("Code,When\nX1,1/10/2025\n")
    found = page.cases.import_list.sheet
    assert found.lines.sample.currentText() == "by their type"
    found.lines.sample.setCurrentIndex(found.lines.sample.findData("victims"))
    heads = [found.preview.horizontalHeaderItem(i).text() for i in range(found.preview.columnCount())]
    assert "Sample" in heads, "which rows that is said of is seen"
    assert found.take.text() == "Import 1 case"
    assert found.lines.states["began"].text() == "by what it holds"
    found.lines.boxes["began"].setCurrentIndex(0)
    found.lines.boxes["ended"].setCurrentIndex(
        found.lines.boxes["ended"].findText("When", Qt.MatchFlag.MatchStartsWith)
    )
    assert found.preview.item(0, found.preview.columnCount() - 1).text() == "1 October 2025"
    found.lines.boxes["ref"].setCurrentIndex(0)
    assert found.summary.text() == "Choose the column of the case reference."
    assert found.lines.states["ref"].text() == "to be chosen", (
        "and beside its box, for the sentence may be out of sight"
    )
    assert not found.take.isEnabled()


def test_where_one_chooses_a_column_some_of_what_it_holds_is_shown(page: SetupPage, bring: Callable[..., None]) -> None:
    bring("Code,When,Team\nX1,1/10/2025,North\nX2,2/10/2025,North\nX3,3/10/2025,South\n")
    box = page.cases.import_list.sheet.lines.boxes["began"]
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered == ["not in the list", "Code: X1, X2", "When: 1/10/2025, 2/10/2025", "Team: North, South"]


def test_the_name_of_the_service_is_changed_under_the_dates_and_undone(
    page: SetupPage, workspace_of: Workspace
) -> None:
    line, before = page.dates.service.line, workspace_of.inspection().service
    assert line.text() == before
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Salford and Trafford")
    assert page.flush()
    assert workspace_of.inspection().service == "Salford and Trafford"
    assert page.in_hand() == ("inspection", "inspection")
    assert page.invert("undo", "inspection", "inspection")
    assert workspace_of.inspection().service == before


def test_a_service_without_a_name_is_refused_under_its_box(page: SetupPage, workspace_of: Workspace) -> None:
    name, before = page.dates.service, workspace_of.inspection().service
    name.line.setFocus()
    name.line.selectAll()
    QTest.keyClick(name.line, Qt.Key.Key_Backspace)
    QTest.keyClick(name.line, Qt.Key.Key_Return)
    assert name.wrong
    assert workspace_of.inspection().service == before


def test_what_becomes_of_a_row_stands_whole_beside_how_it_stands(page: SetupPage, bring: Callable[..., None]) -> None:
    bring("Code,When\nX1,not known\nX2,1/10/2025\n")
    table = page.cases.import_list.sheet.preview
    assert [table.horizontalHeaderItem(place).text() for place in range(3)] == ["Row", "Import", "What follows"]
    reason = table.item(0, 2)
    assert reason.text().startswith("Stays out: ")
    wide, line = table.fontMetrics().horizontalAdvance(reason.text()), table.fontMetrics().lineSpacing()
    assert table.rowHeight(0) >= line * -(-wide // table.columnWidth(2))  # so many lines it takes at least
    assert table.columnViewportPosition(2) + table.columnWidth(2) <= table.viewport().width()


def test_what_becomes_of_a_row_is_not_squeezed_where_the_columns_are_scrolled_sideways_all_the_same(
    page: SetupPage, bring: Callable[..., None]
) -> None:
    heads = "Code,Start,End date,Age,Gender,Ethnicity,Disability,Type of disposal,Inspector,Care experience"
    bring(
        f"{heads}\nX1,31/02/2025,1/4/2026,15,Female,White British,None that is known,Referral order,Ruth Ashdown,no\n"
    )
    table = page.cases.import_list.sheet.preview
    assert sum(map(table.columnWidth, range(table.columnCount()))) > table.viewport().width()
    assert table.columnWidth(2) > theme.px(300)


def test_a_row_that_stays_out_says_what_would_bring_it_in(page: SetupPage, bring: Callable[..., None]) -> None:
    """“The sample is missing” stood there, and the way on in the list below alone."""
    bring("Case ref;Age\nYJ01;15")
    sheet = page.cases.import_list.sheet
    assert "“Rows without a sample” says it for all such rows" in sheet.preview.item(0, 2).text()
    assert sheet.lines.stops.index(sheet.lines.sample) == 1 + sheet.lines.stops.index(sheet.lines.boxes["sample"])


def test_how_many_of_its_things_a_list_says_is_in_view_and_which_it_does_not(
    page: SetupPage, bring: Callable[..., None]
) -> None:
    """Lines of columns lay below the fold, and nothing told that there were more or that one was not chosen."""
    bring("Case ref;Age\nYJ01;15")
    sheet = page.cases.import_list.sheet
    assert sheet.found.text() == f"2 of {len(sheet.lines.boxes)} are in this list"
    sheet.lines.boxes["age"].setCurrentIndex(0)
    assert sheet.found.text().startswith("1 of ")
    assert "Age" in sheet.found.toolTip()


def test_of_a_sample_without_cases_its_numbers_alone_are_said(workspace_of: Workspace) -> None:
    sample = workspace_of.framework.samples[0]
    assert _size_words(Size(sample, 0)) == "Children’s cases: none yet. The framework asks for 14 to 91."


def test_that_a_service_is_small_holds_nothing_up(page: SetupPage) -> None:
    assert any(
        "Where the service is small and has no more, nothing waits for them." in m.words for m in page.cases.marks
    )


def test_columns_that_are_not_read_are_named(page: SetupPage, bring: Callable[..., None]) -> None:
    bring("Case ref,Start,Team,Colour\nX1,1/10/2025,North,red\n")
    found = page.cases.import_list.sheet
    assert found.unused.text() == "Not read: Team, Colour"
    assert found.unused.isVisible()


def test_it_is_said_where_the_references_seem_to_be_the_services_own_numbers(
    page: SetupPage, bring: Callable[..., None]
) -> None:
    bring("Child ID,Start,Team\nX1,1/10/2025,North\n")
    found = page.cases.import_list.sheet
    assert found.unused.text().startswith("Not read: Team\n“Child ID” may be the service’s own number for a child")
    assert found.unused.isVisible()


def test_a_column_that_is_said_to_be_two_things_is_refused(page: SetupPage, bring: Callable[..., None]) -> None:
    bring("Case ref,Start\nX1,1/10/2025\n")
    found = page.cases.import_list.sheet
    found.lines.boxes["ended"].setCurrentIndex(found.lines.boxes["began"].currentIndex())
    assert found.summary.text() == "The column “Start” can be one thing only, and is chosen for: Began and Ended."
    assert not found.take.isEnabled()
    found.lines.boxes["ended"].setCurrentIndex(0)
    assert not found.summary.text().startswith("The column")


WORDS = "Ref,Type,Start\nX1,OOCD,1/10/2025\nX2,OOCD,2/10/2025\nX3,Prevention,2/10/2025\nX4,Bail,2/10/2025\n"


def test_each_word_for_a_type_is_asked_once_and_known_the_next_time(
    page: SetupPage, bring: Callable[..., None], workspace_of: Workspace, qtbot: QtBot, told: Spoken
) -> None:
    bring(WORDS)
    found = page.cases.import_list.sheet
    boxes, states = found.words.boxes, found.words.states
    assert {key: (box.currentText(), states[key].text(), box.isEnabled()) for key, box in boxes.items()} == {
        "oocd": ("Out-of-court disposal", "check that it fits", True),
        "bail": ("Bail", "the framework’s own word", False),
        "prevention": ("as it stands", "choose what it means", True),
    }
    boxes["prevention"].setCurrentIndex(boxes["prevention"].findText("leave these rows out"))
    assert states["prevention"].text() == "you chose"
    boxes["oocd"].setCurrentIndex(boxes["oocd"].findText("Community sentence"))
    assert found.take.text() == "Import 3 cases"
    found.lines.boxes["ended"].setCurrentIndex(
        found.lines.boxes["ended"].findText("Start", Qt.MatchFlag.MatchStartsWith)
    )
    assert found.words.means()["oocd"] == "community sentence", "another column does not ask anew"
    found.lines.boxes["ended"].setCurrentIndex(0)
    found.take.click()
    qtbot.waitUntil(lambda: told.last.startswith("3 cases imported."))
    bring(WORDS)
    assert found.words.states["prevention"].text() == "as in an earlier list"
    assert found.take.text() == "Nothing to import"
    found.words.boxes["oocd"].setCurrentIndex(found.words.boxes["oocd"].findText("Out-of-court disposal"))
    assert found.take.text() == "Correct 2 types"
    assert found.summary.text().startswith("2 get another type, 2 rows cannot and will be left out")
    found.take.click()
    qtbot.waitUntil(lambda: told.last.startswith("2 types corrected."))
    assert {c.ref: c.type for c in workspace_of.inspection().cases if c.ref.startswith("X")} == {
        "X1": "out-of-court disposal", "X2": "out-of-court disposal", "X4": "bail",
    }  # fmt: skip


def test_a_list_without_types_asks_for_no_words(page: SetupPage, bring: Callable[..., None]) -> None:
    bring("Ref,Start\nX1,1/10/2025\n")
    assert not page.cases.import_list.sheet.words_card.isVisible()


def test_leaving_the_list_changes_nothing(page: SetupPage, bring: Callable[..., None], workspace_of: Workspace) -> None:
    bring(LIST)
    page.cases.import_list.sheet.leave.click()
    assert not page.cases.import_list.sheet.isVisible()
    assert len(workspace_of.case_rows()) == 4


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "list.csv", "it is empty"),
        (b"%PDF-1.7", "list.csv", "it is a PDF document"),
        (b"Ref\nC01\n", "list.xlsx", "cannot be read as a workbook"),
        (b"Ref\n" + b"C\n" * 10_000, "list.csv", "more than 1000 rows"),
        (b"x", "list.docx", "use a file that ends in one of"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_a_sentence(
    page: SetupPage,
    bring: Callable[..., None],
    workspace_of: Workspace,
    data: bytes,
    name: str,
    words: str,
    told: Spoken,
) -> None:
    bring(data, name)
    assert words in told.last
    assert "Nothing was changed" in told.last
    assert not page.cases.import_list.sheet.isVisible()
    assert len(workspace_of.case_rows()) == 4


# allocation


def test_undo_takes_back_what_was_done_last_in_the_team_and_in_the_allocation(
    page: SetupPage, workspace_of: Workspace, told: Spoken
) -> None:
    team, names = page.team, lambda: {person.name for person in workspace_of.team()}
    before = names()
    team.name.setFocus()
    QTest.keyClicks(team.name, "Ann Lee")
    QTest.keyClick(team.name, Qt.Key.Key_Return)
    assert names() == before | {"Ann Lee"}
    QTest.keyClick(team.name, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (names(), told.last, team.name.text()) == (before, "Ann Lee is removed from the team.", "")
    page.undo("undo")
    assert names() == before  # it is not undone that it was undone
    page.undo("redo")
    assert (names(), told.last) == (before | {"Ann Lee"}, "Ann Lee is in the team again.")
    told.do("Undo")
    told.do("Redo")
    assert names() == before | {"Ann Lee"}
    ann = next(person.id for person in workspace_of.team() if person.name == "Ann Lee")
    team._remove(ann)
    removed = told.all[-1]
    QTest.keyClicks(team.name, "Bob Reed")
    QTest.keyClick(team.name, Qt.Key.Key_Return)
    next(iter(removed.offers)).act()
    assert names() == before | {"Ann Lee", "Bob Reed"}, "the message said of whom it is"
    open_ = sum(not row.inspector for row in page.allocation.rows)
    page.allocation.share.click()
    page.allocation.table.setFocus()
    page.undo("undo")
    assert sum(not row.inspector for row in page.allocation.rows) == open_ > 0
    page.undo("redo")
    assert sum(not row.inspector for row in page.allocation.rows) == 0
    told.do("Undo")
    assert sum(not row.inspector for row in page.allocation.rows) == open_


def test_cases_are_shared_out_and_taken_back(page: SetupPage, workspace_of: Workspace, told: Spoken) -> None:
    setting_up.add_person(workspace_of, "Ann Lee", "")
    page.allocation.share.click()
    assert told.last == "Given to Ruth Ashdown: C01, C03. Ann Lee: C02, V01."
    assert page.allocation.state.words == "done"
    told.do("Undo")
    assert told.last == "Undone: 4 cases."
    assert {row.name for row in sharing.cases(workspace_of)} == {""}


def test_who_is_not_ticked_gets_no_case(page: SetupPage, workspace_of: Workspace) -> None:
    ann = setting_up.add_person(workspace_of, "Ann Lee", "")
    page.allocation.takes[workspace_of.me].click()
    setting_up.set_nation(workspace_of, "wales")  # what is shown anew keeps the ticks
    page.allocation.share.click()
    assert {row.inspector for row in sharing.cases(workspace_of)} == {ann}
    page.allocation.takes[ann].click()
    assert not page.allocation.share.isEnabled()


def test_every_case_is_seen_whole_where_there_are_few(page: SetupPage, workspace_of: Workspace, qtbot: QtBot) -> None:
    workspace_of.editor.set("case", workspace_of.case_id("C01"), "type", "custody and resettlement " * 3)
    table = page.allocation.table

    def whole() -> bool:
        rows = [table.rowHeight(place) for place in range(table.rowCount())]
        return rows[0] > rows[1] and sum(rows) <= table.viewport().height()

    qtbot.waitUntil(whole)


def test_several_cases_are_given_by_keyboard(page: SetupPage, workspace_of: Workspace) -> None:
    table = page.allocation.table
    table.setFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.allocation.give.text() == "Give 2 cases"
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.allocation.person
    page.allocation.give.click()
    assert [row.name for row in sharing.cases(workspace_of)] == ["Ruth Ashdown", "Ruth Ashdown", "", ""]
    assert table.item(1, 3).text() == "Ruth Ashdown"
    assert table.chosen() == [], "the choice has served"
    assert page.allocation.person.hasFocus()


def test_giving_the_last_case_moves_nothing(page: SetupPage, workspace_of: Workspace, qtbot: QtBot) -> None:
    """The line of the cases that nobody has went, and everything below it moved up under the pointer."""
    step = page.allocation
    qtbot.settle()
    at = step.table.mapTo(page, QPoint())
    step.share.click()
    qtbot.settle()
    assert not any(not row.inspector for row in sharing.cases(workspace_of))
    assert step.table.mapTo(page, QPoint()) == at
    step.table.selectRow(0)
    step.person.setCurrentIndex(step.person.findData(""))
    step.give.click()
    qtbot.settle()
    assert step.table.mapTo(page, QPoint()) == at


def test_loads_follow_what_is_answered(page: SetupPage, workspace_of: Workspace) -> None:
    case = workspace_of.case_id("C01")
    sharing.give(workspace_of, [case], workspace_of.me)
    workspace_of.editor.set("prompt", f"{case}/2.1.1/a", "answer", "yes")
    assert page.allocation.takes[workspace_of.me].accessibleName().endswith("1 case, 52 to judge")


# gap weeks


def test_a_gap_week_is_ticked_and_said_in_weeks_on_site(page: SetupPage, workspace_of: Workspace) -> None:
    put(page.dates.end, date(2026, 3, 27))  # three weeks
    page.flush()
    assert page.dates._gaps_field.isVisible()
    (box,) = page.dates.gaps.boxes.values()
    assert (box.text(), box.isChecked()) == ("Week of 16 March", False)
    box.click()
    assert setting_up.setting(workspace_of).gaps == (Span(date(2026, 3, 16), date(2026, 3, 22)),)
    assert page.dates._length.text().startswith("Two weeks on site")
    box.click()
    assert setting_up.setting(workspace_of).gaps == ()
    assert page.dates._length.text().startswith("3 weeks on site")


def test_the_calendar_does_not_tint_a_gap_week_as_fieldwork(page: SetupPage) -> None:
    put(page.dates.end, date(2026, 3, 27))
    page.flush()
    next(iter(page.dates.gaps.boxes.values())).click()
    tinted = [day for day in range(9, 28) if page.dates.start._tinted(date(2026, 3, day))]
    assert tinted == [*range(9, 14), *range(23, 28)]


def test_one_week_has_no_gap_to_tick(page: SetupPage) -> None:
    assert not page.dates._gaps_field.isVisible()


# the return visit


def test_a_return_visit_is_planned_four_to_six_weeks_later(page: SetupPage, workspace_of: Workspace) -> None:
    visit = page.return_
    assert visit is not None
    assert not visit.start.isVisible()
    visit.plan.click()
    assert setting_up.setting(workspace_of).return_start == date(2026, 4, 13)
    assert visit.said.text() == "4 to 6 weeks after fieldwork ends is 10 to 24 April 2026."
    put(visit.end, date(2026, 6, 5))
    put(visit.start, date(2026, 6, 1))
    assert visit.said.text().endswith("This visit begins later than that.")
    page.flush()
    assert setting_up.setting(workspace_of).return_start == date(2026, 6, 1)
    visit.drop.click()
    assert setting_up.setting(workspace_of).return_start is None


def test_undo_takes_back_that_a_return_visit_was_planned_and_redo_plans_it_again(
    page: SetupPage, workspace_of: Workspace
) -> None:
    visit = page.return_
    assert visit is not None
    visit.plan.click()
    visit.start.setFocus()
    chord("Ctrl+Z")
    assert setting_up.setting(workspace_of).return_start is None
    assert (visit.state.words, visit.plan.hasFocus()) == ("not planned", True)
    chord("Ctrl+Y")
    assert setting_up.setting(workspace_of).return_start == date(2026, 4, 13)
    assert visit.start.isVisible()
    visit.drop.click()
    chord("Ctrl+Z")
    assert setting_up.setting(workspace_of).return_end == date(2026, 4, 17)


def test_undo_takes_back_dates_and_nation_a_step_at_a_time(page: SetupPage, workspace_of: Workspace) -> None:
    before = setting_up.setting(workspace_of)
    page.dates._nations.button(1).click()
    put(page.dates.start, date(2026, 3, 16))
    page.dates.start.setFocus()
    chord("Ctrl+Z")
    assert setting_up.setting(workspace_of).start == before.start
    assert page.dates.end.date().toPython() == before.end
    assert setting_up.setting(workspace_of).nation == "wales"
    chord("Ctrl+Z")
    assert setting_up.setting(workspace_of).nation == before.nation


def test_undo_in_setting_up_leaves_what_another_page_wrote_of_the_inspection(
    page: SetupPage, workspace_of: Workspace
) -> None:
    assert page.return_ is not None
    page.return_.plan.click()
    workspace_of.editor.set("inspection", "inspection", "marking", "OFFICIAL")
    chord("Ctrl+Z")
    assert workspace_of.editor.held("inspection", "inspection", "marking").value == "OFFICIAL"
    assert setting_up.setting(workspace_of).return_start is not None


def test_other_frameworks_have_no_return_visit(make_workspace: Callable[..., Workspace], qtbot: QtBot) -> None:
    page = SetupPage(Shared(make_workspace(framework="yos-2018"), Jobs()))
    qtbot.addWidget(page)
    assert page.return_ is None
    assert len(page.ways) == 5


# what the last inspection asked for


def test_what_the_last_inspection_asked_for_is_taken_at_the_start_and_its_outcome_said(
    page: SetupPage, workspace_of: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    step = page.last
    assert step.state.words == "none taken"
    document = exchange.sample_document("salford-2024")
    monkeypatch.setattr(ask, "open_file", lambda *_: document)
    step.take.click()
    assert not step.take.isEnabled(), "it is being read, and the window goes on"
    qtbot.waitUntil(lambda: not step.reading.busy)
    assert workspace_of.previous()[0].text.startswith("review the use of Outcome 22 in Salford")
    assert len(step.outcomes) == 7
    assert step.took.text() == "7 recommendations were added."
    assert step.state.words == "outcomes said: 0/7"
    for choice, outcome in zip(step.outcomes.values(), ("done", "partly", "not"), strict=False):
        choice.setCurrentIndex(choice.findData(outcome))
        choice.activated.emit(choice.currentIndex())
    assert [row.outcome for row in workspace_of.previous()][:4] == ["done", "partly", "not", ""]
    assert step.state.words == "outcomes said: 3/7"
    workspace_of.editor.undo("previous", workspace_of.previous()[2].id)
    assert list(step.outcomes.values())[2].currentText() == "Not said"


def test_a_file_that_is_no_inspection_adds_nothing(
    page: SetupPage, workspace_of: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    monkeypatch.setattr(ask, "open_file", lambda *_: tmp_path / "list.json")
    told: list[Expected] = []
    monkeypatch.setattr(page.last.reading, "refuse", told.append)
    page.last.take.click()
    qtbot.waitUntil(lambda: not page.last.reading.busy)
    assert [error.code for error in told] == [Code.DOCUMENT_INVALID]
    assert workspace_of.previous() == []


# the page


def test_each_step_is_reached_by_its_button(page: SetupPage) -> None:
    for way, step in zip(page.ways, page.steps, strict=True):
        way.click()
        focus = QApplication.focusWidget()
        assert step.isAncestorOf(focus)


def test_tab_leaves_every_box_and_comes_to_the_last_step(page: SetupPage) -> None:
    page.ways[0].setFocus()
    seen: list[QWidget | None] = []
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert page.return_ is not None
    met = [page.dates.start, page.team.name, page.cases.import_list.choose, page.allocation.table, page.return_.plan]
    assert [seen.index(stop) for stop in met] == sorted(seen.index(stop) for stop in met)


def test_a_list_that_is_looked_at_has_the_page_and_tab_goes_all_through_it(
    page: SetupPage, bring: Callable[..., None], qtbot: QtBot
) -> None:
    bring(WORDS)
    qtbot.settle()  # type: ignore[attr-defined]  what was just made is laid out and shown
    sheet = page.cases.import_list.sheet
    assert not page.ways[0].isVisible()
    assert sheet.lines.boxes["ref"].hasFocus()
    seen: list[QWidget | None] = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    met = [sheet.lines.boxes["began"], sheet.words.boxes["oocd"], *list(sheet.rows.buttons.values())[:1], sheet.preview]
    assert [seen.index(stop) for stop in met] == sorted(seen.index(stop) for stop in met)
    sheet.back.click()
    assert page.ways[0].isVisible()
    assert page.cases.import_list.choose.hasFocus()


def test_every_control_has_a_name(page: SetupPage, bring: Callable[..., None]) -> None:
    bring(LIST)
    kinds = (QAbstractButton, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QTableWidget)
    controls = [w for kind in kinds for w in page.findChildren(kind) if w.isVisible() and w.focusPolicy()]
    unnamed = [w for w in controls if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))]
    inside = [w for w in unnamed if isinstance(w.parent(), QDateEdit | QComboBox)]
    assert len(controls) > 20
    assert [w for w in unnamed if w not in inside] == []


def test_the_wheel_scrolls_the_page_and_changes_nothing_though_it_has_the_focus(page: SetupPage) -> None:
    role = page.team.role_box
    held: dict[QWidget, Callable[[], object]] = {page.dates.start: page.dates.start.date, role: role.currentIndex}
    for box, value in held.items():
        box.setFocus()
        before = value()
        QApplication.sendEvent(box, _turned(box))
        assert value() == before


def _turned(box: QWidget) -> QWheelEvent:
    spot = QPointF(box.rect().center())
    return QWheelEvent(
        spot, QPointF(box.mapToGlobal(box.rect().center())), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def test_another_look_brings_the_page_back_where_it_was(page: SetupPage, opened: Any, qtbot: QtBot) -> None:
    page._scroll.verticalScrollBar().setValue(200)
    with qtbot.waitSignal(opened.window.look_changed):
        opened.press("Ctrl+Shift+L")
    assert opened.desk.current == "setup"
    again = opened.desk.page("setup")
    qtbot.waitUntil(lambda: again._scroll.verticalScrollBar().value() == 200)


def test_a_step_is_entered_on_the_nation_that_is_chosen(page: SetupPage, workspace_of: Workspace) -> None:
    for nation, place in (("wales", 1), ("england", 0)):
        setting_up.set_nation(workspace_of, nation)
        page.dates.show_setting()
        page.dates.enter()
        assert page.dates._nations.button(place).hasFocus()


def test_no_word_moves_when_another_is_chosen(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    QVBoxLayout(host).addWidget(words := TypeWords(host))
    words.show_words([TypeWord(key, key, 1) for key in ("prevention", "turnaround")], ("bail",))
    host.resize(theme.px(520), theme.px(400))  # what is said of a word takes two lines
    with qtbot.waitExposed(host):
        host.show()
    below = words.boxes["turnaround"].geometry()
    words.boxes["prevention"].setCurrentIndex(1)
    QApplication.processEvents()
    assert words.states["prevention"].text() == "you chose"
    assert words.boxes["turnaround"].geometry() == below


def test_a_day_of_a_workbook_is_shown_as_it_is_typed(qapp: QApplication) -> None:
    box, when = QComboBox(), datetime(2025, 3, 4)
    column_boxes.fill({"began": box}, Listing("", (Heading(0, "Date"),), ((2, (when,)), (3, (None,)))), {})
    assert box.itemText(1) == "Date: 4/3/2025"


def test_how_high_a_row_is_is_asked_of_one_of_the_cells_that_say_the_same_and_of_no_word_that_has_a_line(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A first showing measured every cell of every case."""
    holder = QWidget()
    qtbot.addWidget(holder)
    table = CaseTable(holder)
    table.resize(theme.px(700), theme.px(400))
    holder.resize(table.size())
    holder.show()
    rows = [Allocated(f"{n}", f"C{n:03}", "children", "bail", "", "Ada" if n % 2 else "", 9, False) for n in range(80)]
    measured, drawn = list[int](), Wrapped._drawn
    monkeypatch.setattr(Wrapped, "_drawn", staticmethod(lambda *cell: measured.append(1) or drawn(*cell)))
    table.show_rows([*rows, replace(rows[0], id="long", name="A name that is longer than its column " * 3)], {})
    assert len(measured) <= 8
    heights = [table.rowHeight(place) for place in range(81)]
    assert len(set(heights[:80])) == 1
    assert heights[80] > heights[0]
    table.resizeRowsToContents()
    assert [table.rowHeight(place) for place in range(81)] == heights
    assert table.isColumnHidden(1), "where there is one sample it would say the same of every case"


def test_a_column_for_which_its_box_is_too_narrow_ends_with_a_sign_that_more_follows(qtbot: QtBot) -> None:
    """What stands in a column of a service’s list was broken off within a letter."""
    box = ColumnBox()
    box.addItems(["Date of disposal: 5th of June …, Mon, 12 …", "End"])
    box.setFixedWidth(160)
    qtbot.addWidget(box)
    said = []
    for place in range(2):
        box.setCurrentIndex(place)
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        said.append(option.currentText)
    assert said[0].startswith("Date of"), said
    assert said[0].endswith("…")
    assert said[0] != box.itemText(0)
    assert said[1] == "End"
