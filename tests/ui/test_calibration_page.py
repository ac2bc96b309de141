"""Calibration in the real window: marked blind by the keys of a case, then the reasons, and differences by prompt alone."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from inspector_app.core import paths
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.results import calibration
from inspector_app.ui import ask
from inspector_app.ui.places.cases.calibration.page import CalibrationPage
from tests.services.test_calibration import SET
from tests.ui.conftest import PatientBot, Spoken

REASON = "A brother's arrest with a knife changes"


@pytest.fixture
def page(opened: Any) -> CalibrationPage:
    opened.press("Ctrl+Alt+B")
    made: CalibrationPage = opened.desk.page("calibration")
    return made


def words(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    heard = [child.accessibleName() for child in widget.findChildren(QWidget)]
    return "\n".join(labels + heard)


def press(page: CalibrationPage, key: Qt.Key) -> None:
    page.view.keys.finish()
    QTest.keyClick(page.window().focusWidget(), key)


def mark_all(page: CalibrationPage, but: dict[tuple[str, str], Answer]) -> None:
    workspace = page._workspace
    for one in calibration.mine(workspace, SET).of.answers:
        calibration.mark(workspace, SET, one.case, one.item, but.get((one.case, one.item), one.answer))
    page._read_anew()


def marks_of(page: CalibrationPage, path: Path, number: int, answer: str) -> Path:
    """A colleague's file: all as in the definitive answers but one."""
    of = calibration.mine(page._workspace, SET).of
    given = [
        {"case": one.case, "item": one.item, "answer": answer if one.item == "2.1.1/g" else one.answer.value}
        for one in of.answers
    ]
    tree = {"format": "calibration-marks", "version": 1, "set": SET, "id": f"{number}" * 32, "marks": given}
    path.write_text(json.dumps(tree))
    return path


def test_a_case_is_answered_by_the_keys_of_a_case_and_kept(page: CalibrationPage) -> None:
    page.view.go_to_item("")
    first, second = page.view.rows[:2]
    assert QApplication.focusWidget() is first
    press(page, Qt.Key.Key_Y)
    assert QApplication.focusWidget() is second
    press(page, Qt.Key.Key_N)
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_Delete)
    kept = calibration.mine(page._workspace, SET).marks
    assert kept == {("K1", first.of.item): Answer.YES}
    assert (first.answer, second.answer) == (Answer.YES, None)
    assert "1 of 7 answered" in page.list.item(0).text()
    page.undo("undo")  # of clearing the second, then of answering it
    assert second.answer is Answer.NO
    page.undo("undo")
    assert (first.answer, second.answer) == (Answer.YES, None)
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.view.case == "K2"
    assert QApplication.focusWidget() is page.view.rows[0]


def test_no_row_is_lower_than_its_words_need(page: CalibrationPage, qtbot: PatientBot) -> None:
    page.window().resize(1366, 768)
    qtbot.settle()
    rows = page.view.rows
    assert [row for row in rows if row.height() < row.layout().totalHeightForWidth(row.width())] == []
    assert rows[0].buttons.y() < rows[0].text.geometry().bottom()  # beside the words


def test_who_comes_to_the_page_answers_at_once(opened: Any, page: CalibrationPage) -> None:
    press(page, Qt.Key.Key_Y)
    opened.press("Ctrl+2", "Ctrl+Alt+B")
    press(page, Qt.Key.Key_N)
    first, second = page.view.rows[:2]
    assert (first.answer, second.answer) == (Answer.YES, Answer.NO)


def test_a_sentence_typed_there_changes_nothing(page: CalibrationPage) -> None:
    page.view.go_to_item("")
    QTest.keyClicks(page.window().focusWidget(), "yn")
    QTest.keyClicks(page.window().focusWidget(), "x")
    assert calibration.mine(page._workspace, SET).marks == {}


def test_nothing_definitive_is_anywhere_before_all_is_answered_and_one_is_done(page: CalibrationPage) -> None:
    known = [one.reason for one in calibration.mine(page._workspace, SET).of.answers]
    for row in range(page.list.count()):
        page.list.setCurrentRow(row)
        assert not any(reason in words(page) for reason in known)
    assert not page.done.isEnabled()
    assert page.list.count() == 4
    mark_all(page, {})
    assert page.done.isEnabled()
    page.done.click()
    assert not calibration.mine(page._workspace, SET).finished, "it is asked first"
    QTest.keyClick(page.sure.finish, Qt.Key.Key_Escape)
    assert not page.sure.isVisible()
    assert not any(reason in words(page) for reason in known)


def test_once_done_reasons_and_differences_stand_there_and_no_answer_can_be_changed(page: CalibrationPage) -> None:
    mark_all(page, {("K1", "2.1.2/f"): Answer.YES})
    page.done.click()
    page.sure.finish.click()
    assert page.results.isVisible()
    assert page.results.list.item(0).text().startswith("2.1.2 f · 0 of 1 as in the definitive answers")
    assert REASON in page.results.said.text()
    page.list.setCurrentRow(0)
    assert REASON in words(page.view)
    page.view.go_to_item("2.1.2/f")
    press(page, Qt.Key.Key_N)
    assert calibration.mine(page._workspace, SET).marks["K1", "2.1.2/f"] is Answer.YES
    assert not page.done.isVisible()


def test_the_teams_marks_are_shown_by_prompt_from_three_people_on(
    page: CalibrationPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark_all(page, {})
    page._finish()
    files = [marks_of(page, tmp_path / f"{n}.json", n, "yes") for n in (1, 2)]
    monkeypatch.setattr(ask, "open_files", lambda *_: files[:1])
    page.results.team.click()
    assert "Your own marks" in page.results.whose.text(), "of two, anybody could tell whose are whose"
    monkeypatch.setattr(ask, "open_files", lambda *_: files)
    page.results.team.click()
    assert "Marks of 3 people" in page.results.whose.text()
    assert page.results.list.item(0).text().startswith("2.1.1 g · 1 of 3 as in the definitive answers")
    assert "No 1; Yes 2" in page.results.said.text()
    expected = calibration.team(page._workspace, SET, files)
    assert tuple(page.results._found) == expected, "as the command has them"


def test_ones_marks_are_saved_without_a_name(
    page: CalibrationPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark_all(page, {})
    page._finish()
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "marks.json")
    page.results.save.click()
    text = (tmp_path / "marks.json").read_text("utf-8")
    assert page._workspace.laptop.person.name not in text
    assert json.loads(text)["set"] == SET


def test_a_set_that_cannot_be_read_is_said_and_the_page_goes_on_once_it_is_gone(page: CalibrationPage) -> None:
    folder = page._workspace.laptop.folder / calibration.FOLDER
    folder.mkdir()
    (folder / "own.json").write_text("{")
    page._read_anew()
    assert "own.json" in page.nothing.text()
    assert not page.body.isVisible()
    (folder / "own.json").unlink()
    page._read_anew()
    assert page.body.isVisible()


def test_the_undo_of_a_message_is_of_the_set_that_it_spoke_of(page: CalibrationPage, told: Spoken) -> None:
    """It said that there is nothing to undo, once another set was chosen."""
    workspace = page._workspace
    shipped = next((paths.resources() / calibration.FOLDER).glob("*.json"))
    own = workspace.laptop.folder / calibration.FOLDER
    own.mkdir()
    (own / "own.json").write_text(json.dumps({**json.loads(shipped.read_bytes()), "id": "own"}))
    page._read_anew()
    page.view.go_to_item("")
    press(page, Qt.Key.Key_Y)
    assert len(calibration.mine(workspace, SET).marks) == 1
    page._choose_set("own")
    told.do("Undo")
    assert calibration.mine(workspace, SET).marks == {}
    assert page._set == SET
