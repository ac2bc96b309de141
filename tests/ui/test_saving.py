"""What every box does with what is typed or chosen in it, beyond what the tests of notes say: lines, and choices."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Event, Thread, Timer

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.days import typed
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.editor import Done
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.note import onto_disk
from inspector_app.ui.note.door import Door, Target, edit
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.note.loose_line import LooseLine
from inspector_app.ui.note.saving import Chosen
from tests.services.colleagues import Team
from tests.ui.conftest import PatientBot

TITLE, TIME, KIND = (Target("event", "e", field) for field in ("title", "time", "kind"))


class Desk(QWidget):
    """A line, a loose line and a choice of one event, over a real workspace that can be made to refuse."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace, self.refuse, self.tries = workspace, False, 0
        self.code = Code.DISK_FULL
        self.door = Door(self.write, workspace.editor.stands)
        self.title, self.time, self.kind = LineBox(self), LooseLine("Time", typed.time, str, "9.30"), Choice("Kind")
        self.kind.set_choices((code, code) for code in ("", "meeting", "case", "other"))
        self.chosen = Chosen(self.kind, self.kind.show_choice)
        self.kind.chosen.connect(self.chosen.choose)
        self.elsewhere = QLineEdit(self)
        layout = QVBoxLayout(self)
        for widget in (self.title, self.time, self.kind, self.elsewhere):
            layout.addWidget(widget)
        self.show_stored()

    def write(self, target: Target, value: Value, amend: ChangeId | None) -> Done:
        self.tries += 1
        if self.refuse:
            raise Expected(self.code, where="the workspace", case="C01", whose="Bea")
        return edit(self.workspace, target, value, amend)

    def show_stored(self) -> None:
        """Show what stands now."""
        self.title.show_value(TITLE, self.stored("title"), self.door)
        self.time.show_value(TIME, self.stored("time"), self.door)
        self.chosen.show_value(KIND, self.stored("kind"), self.door)

    def stored(self, field: str) -> Value:
        return self.workspace.editor.held("event", "e", field).value

    def steps(self, field: str) -> int:
        return len(self.workspace.history("event", "e", field))

    def choose(self, kind: str) -> None:
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.kind.activated.emit(self.kind.currentIndex())


@pytest.fixture
def people(workspace: Workspace, tmp_path: Path) -> Iterator[Team]:
    made = Team(workspace, tmp_path)
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: PatientBot, workspace: Workspace) -> Iterator[Desk]:
    made = Desk(workspace)
    qtbot.present(made)
    made.title.setFocus()
    qtbot.waitUntil(made.title.hasFocus)
    yield made
    made.refuse = False


def test_a_line_is_on_disk_within_a_second_and_typing_on_is_the_same_step(qtbot: PatientBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.title, "Case")
    qtbot.waitUntil(lambda: desk.stored("title") == "Case")
    qtbot.keyClicks(desk.title, " interview")
    desk.elsewhere.setFocus()
    assert (desk.stored("title"), desk.steps("title")) == ("Case interview", 1)
    desk.title.setFocus()
    qtbot.keyClicks(desk.title, "s")
    desk.elsewhere.setFocus()
    assert desk.steps("title") == 2


def test_a_loose_time_is_read_when_it_is_left_and_shown_as_usual(qtbot: PatientBot, desk: Desk) -> None:
    desk.time.setFocus()
    qtbot.keyClicks(desk.time, "9")
    qtbot.wait(600)  # longer than a line waits
    assert desk.stored("time") is None
    qtbot.keyClicks(desk.time, ".30")
    desk.elsewhere.setFocus()
    assert (desk.stored("time"), desk.time.text(), desk.steps("time")) == ("09:30", "09:30", 1)


def test_what_is_no_time_stays_says_so_and_holds_nobody_up(qtbot: PatientBot, desk: Desk) -> None:
    desk.time.setFocus()
    qtbot.keyClicks(desk.time, "25.99")
    assert desk.time.flush()
    assert desk.time.wrong == "“25.99” cannot be read: type it like 9.30"
    desk.show_stored()
    assert desk.time.text() == "25.99"
    desk.time.clear()
    desk.elsewhere.setFocus()
    assert (desk.time.wrong, desk.stored("time")) == ("", None)


def test_a_full_disk_keeps_a_line_says_so_once_and_it_is_tried_again(
    qtbot: PatientBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector_app.ui.note.saving.RETRY_AFTER", 50)
    said: list[Expected] = []
    desk.title.failed.connect(said.append)
    desk.refuse = True
    qtbot.keyClicks(desk.title, "Case")
    assert not desk.title.flush()
    qtbot.waitUntil(lambda: desk.tries > 2)
    assert [error.code for error in said] == [Code.DISK_FULL]
    desk.refuse = False
    qtbot.waitUntil(lambda: desk.stored("title") == "Case")


def test_a_second_try_that_finds_another_cause_names_that_and_the_text_is_saved_once_it_ends(
    qtbot: PatientBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector_app.ui.note.saving.RETRY_AFTER", 50)
    said: list[Code] = []
    desk.title.saving.failed.connect(lambda error: said.append(error.code))
    desk.title.saving.refused.connect(lambda error: said.append(error.code))
    desk.refuse = True
    qtbot.keyClicks(desk.title, "Case")
    desk.elsewhere.setFocus()
    desk.code = Code.CASE_NOT_YOURS
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [Code.DISK_FULL, Code.CASE_NOT_YOURS]
    assert (desk.title.text(), desk.title.saving.unsaved) == ("Case", True)
    desk.refuse = False
    assert desk.title.flush()
    assert (desk.stored("title"), desk.title.saving.unsaved) == ("Case", False)


def test_a_refused_choice_goes_back_and_says_why(desk: Desk) -> None:
    said: list[Expected] = []
    desk.chosen.failed.connect(said.append)
    desk.choose("meeting")
    desk.refuse = True
    desk.choose("case")
    assert (desk.kind.currentData(), desk.stored("kind")) == ("meeting", "meeting")
    assert [error.code for error in said] == [Code.DISK_FULL]


def test_choosing_what_is_chosen_writes_nothing(desk: Desk) -> None:
    desk.choose("meeting")
    desk.choose("meeting")
    assert desk.steps("kind") == 1


def test_a_value_that_comes_in_while_the_list_hangs_open_is_shown_once_it_is_closed(
    qtbot: PatientBot, desk: Desk
) -> None:
    desk.choose("meeting")
    desk.kind.showPopup()
    qtbot.waitUntil(desk.kind.view().isVisible)
    desk.workspace.editor.set("event", "e", "kind", "case")
    desk.show_stored()
    assert desk.kind.currentData() == "meeting"
    qtbot.keyClick(desk.kind.view(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.kind.currentData() == "case")


@pytest.mark.parametrize("mine_holds", [True, False])
def test_what_was_typed_stays_in_its_box_until_somebody_settled_it(
    qtbot: PatientBot, people: Team, mine_holds: bool
) -> None:
    theirs = people.colleague("Tom Okafor")
    made = Desk(people.lead)
    qtbot.addWidget(made)
    qtbot.keyClicks(made.title, "Mine")
    assert made.title.flush()
    made.choose("case")
    for field, value in (("title", "Theirs"), ("kind", "other")):
        theirs.editor.set("event", "e", field, value)
    people.give(theirs, people.lead)
    made.show_stored()
    assert (made.title.text(), made.kind.currentData()) == ("Mine", "case")
    for conflict in conflicts.conflicts(people.lead):
        known = {side.by: side.value for side in conflict.sides}
        conflicts.settle(people.lead, conflict, known["Ruth Ashdown" if mine_holds else "Tom Okafor"])
    made.show_stored()
    assert (made.title.text(), made.kind.currentData()) == (("Mine", "case") if mine_holds else ("Theirs", "other"))


# a disk that takes its time


class SlowDisk:
    """The editor, whose disk takes what did not wait for it when it is let, or refuses it."""

    def __init__(self, workspace: Workspace) -> None:
        self._editor, self.let, self.refuse, self.tries = workspace.editor, Event(), False, 0

    @property
    def busy(self) -> bool:
        return self._editor.busy

    def not_waiting(self) -> AbstractContextManager[None]:
        return self._editor.not_waiting()

    def put_on_disk(self) -> None:
        self.tries += 1
        assert self.let.wait(60)
        if self.refuse:
            raise Expected(Code.DISK_FAILED, where="the workspace", why="it fails")
        self._editor.put_on_disk()


@pytest.fixture
def slow(desk: Desk) -> SlowDisk:
    disk = SlowDisk(desk.workspace)
    desk.door = Door(desk.write, desk.workspace.editor.stands, disk)
    desk.show_stored()
    return disk


def test_nobody_waits_for_a_slow_disk_and_saved_is_said_once_it_is_there(
    qtbot: PatientBot, desk: Desk, slow: SlowDisk
) -> None:
    said: list[str] = []
    desk.title.saving.saved.connect(said.append)
    desk.title.setFocus()
    qtbot.keyClicks(desk.title, "Board")
    qtbot.waitUntil(lambda: desk.stored("title") == "Board")
    assert (said, desk.title.saving.unsaved) == ([], True)
    qtbot.keyClicks(desk.title, " of March")
    slow.let.set()
    qtbot.waitUntil(lambda: desk.stored("title") == "Board of March" and not desk.title.saving.unsaved)
    assert said
    assert all(said)


def test_who_types_does_not_wait_for_what_another_thread_writes_and_is_saved_after_it(
    qtbot: PatientBot, desk: Desk, slow: SlowDisk
) -> None:
    slow.let.set()
    begun, over = Event(), Event()

    def import_() -> None:
        with desk.workspace.database.write():
            begun.set()
            assert over.wait(60)

    importing = Thread(target=import_)
    importing.start()
    assert begun.wait(60)
    tried = []
    desk.title.saving._save_timer.timeout.connect(lambda: tried.append(over.is_set()))
    qtbot.keyClicks(desk.title, "Board")
    qtbot.waitUntil(lambda: len(tried) > 2)  # had it waited, it would for good
    assert (desk.tries, desk.title.saving.unsaved, set(tried)) == (0, True, {False})
    over.set()
    importing.join()
    qtbot.waitUntil(lambda: not desk.title.saving.unsaved)
    assert desk.stored("title") == "Board"


def test_leaving_a_box_waits_for_the_disk(qtbot: PatientBot, desk: Desk, slow: SlowDisk) -> None:
    desk.title.setFocus()
    qtbot.keyClicks(desk.title, "Board")
    qtbot.waitUntil(lambda: slow.tries > 0)
    tried, opener = slow.tries, Timer(0.3, slow.let.set)
    opener.start()
    assert desk.title.saving.flush()
    assert slow.let.is_set()
    assert slow.tries == tried + 1
    assert not desk.title.saving.unsaved


def test_a_disk_that_fails_afterwards_is_spoken_of_and_tried_again(
    qtbot: PatientBot, desk: Desk, slow: SlowDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(onto_disk, "RETRY_AFTER", 50)
    failures: list[Code] = []
    desk.title.saving.failed.connect(lambda error: failures.append(error.code))
    slow.refuse = True
    slow.let.set()
    desk.title.setFocus()
    qtbot.keyClicks(desk.title, "Board")
    qtbot.waitUntil(lambda: slow.tries > 2)
    assert failures == [Code.DISK_FAILED]
    assert desk.title.saving.unsaved
    assert not desk.title.saving.flush()
    slow.refuse = False
    qtbot.waitUntil(lambda: not desk.title.saving.unsaved)
    assert desk.stored("title") == "Board"
