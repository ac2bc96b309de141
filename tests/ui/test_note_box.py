"""The box a person types in: exact text, timely saving, nothing lost, nothing overwritten."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextDocumentLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.core.services.editor import Done
from inspector_app.core.services.profile import leftovers, presence
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import recovered
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.exact_text import from_document, to_document
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.saving import SAVE_AFTER
from inspector_app.ui.note.text import MOST_LINES

AWKWARD = (
    "tab\tnbsp\u00a0line\u2028paragraph\u2029end\ncombining e\u0301, family \U0001f468\u200d\U0001f469\u200d\U0001f467, "
    "ŵ ŷ, right-to-left \u05d0\u202e, zero\u200bwidth, \u0085 \u000b \u000c, \ufdd0 \ufdd1 \ufff0 \ufff4\ufff1 \ufffc\n\n "
)


class Desk(QWidget):
    """A note, something else to focus, and the real workspace behind them, which can be made to refuse."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.case = workspace.case_rows()[0].id
        self.targets = [Target("prompt", f"{self.case}/2.1.1/{ref}", "note") for ref in "ab"]
        self.refuse = False
        self.field, self.elsewhere = NoteField(self), QLineEdit(self)
        self.box: NoteBox = self.field.box
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.elsewhere)
        self.which, self.door = 0, Door(self.write)
        self.bind(0, "")

    def bind(self, which: int, text: str) -> None:
        """Give the box another field, or the same one by a door of its own, so that it begins afresh."""
        self.which, self.door = which, Door(partial(self.write))
        self.show_stored(text)

    def show_stored(self, text: str) -> None:
        """Show the box what stands in its field now."""
        self.field.show_value(self.targets[self.which], "Note on prompt", text, "", self.door)

    def write(self, target: Target, value: str, amend: ChangeId | None) -> Done:
        if self.refuse:
            raise Expected(Code.DISK_FULL, where="the workspace")
        return self.workspace.editor.set(target.entity, target.id, target.field, value, amend=amend)

    def stored(self, which: int = 0) -> str:
        return self.workspace.question_page(self.case, "2.1.1").prompts[which].note

    def steps(self, which: int = 0) -> int:
        return len(self.workspace.history("prompt", self.targets[which].id))


@pytest.fixture
def desk(qtbot: QtBot, workspace: Workspace) -> Desk:
    made = Desk(workspace)
    qtbot.present(made, 700, 300)
    made.box.setFocus()
    qtbot.waitUntil(made.box.hasFocus)
    return made


def test_in_a_narrow_column_the_tools_cover_no_word_of_when_it_was_saved(desk: Desk, qtbot: QtBot) -> None:
    field = desk.field
    field.set_narrow(True)
    field.fill()
    desk.resize(260, 300)
    field.show_value(
        desk.targets[1], "Note on prompt", "written the day before", "2024-03-14T14:02:00+00:00", desk.door
    )
    qtbot.settle()
    high = desk.box.height()
    desk.elsewhere.setFocus()
    desk.box.setFocus()
    qtbot.settle()
    assert field.tools is not None
    words = field.when.geometry()
    words.setWidth(field.when.sizeHint().width())
    assert not words.intersects(field.tools.geometry())
    assert desk.box.height() == high  # nothing moved when they came


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_any_text_comes_back_unchanged_from_a_document(qapp: QApplication, text: str) -> None:
    document = QTextDocument()
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    document.setPlainText(to_document(text))
    assert from_document(document.toRawText()) == text


def test_awkward_text_comes_back_unchanged_after_typing_beside_it(qtbot: QtBot, desk: Desk) -> None:
    desk.bind(0, AWKWARD)
    qtbot.keyClicks(desk.box, "new ")
    assert desk.box.flush()
    assert desk.stored() == "new " + AWKWARD


def test_paste_is_plain_text_without_nul(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold\r\nnext\x00 \u00a0end\u2029")
    desk.box.insertFromMimeData(data)
    assert desk.box.text() == "bold\nnext \u00a0end\u2029"
    assert desk.box.textCursor().charFormat().fontWeight() == desk.box.currentCharFormat().fontWeight()


def test_text_is_stored_within_a_second_of_the_last_key_without_leaving_the_box(qtbot: QtBot, desk: Desk) -> None:
    assert SAVE_AFTER < 1000
    qtbot.keyClicks(desk.box, "school exclusion")
    qtbot.waitUntil(lambda: desk.stored() == "school exclusion")


def test_typing_on_and_on_never_puts_saving_off(qtbot: QtBot, desk: Desk) -> None:
    def typed_and_stored() -> bool:  # asked every 10 ms, which is always sooner than the box waits
        qtbot.keyClicks(desk.box, "x")
        return bool(desk.stored())

    qtbot.waitUntil(typed_and_stored)
    qtbot.keyClicks(desk.box, "y")
    qtbot.waitUntil(lambda: desk.stored().endswith("y"))
    assert desk.steps() == 1  # the later save amended the earlier


def test_leaving_the_box_saves_at_once_and_ends_the_step(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.box, "first")
    desk.elsewhere.setFocus()
    assert desk.stored() == "first"
    assert desk.field.when.text().startswith("saved ")
    desk.box.setFocus()
    qtbot.keyClicks(desk.box, "second ")
    desk.elsewhere.setFocus()
    assert desk.steps() == 2


def test_what_one_was_writing_when_the_program_was_killed_is_marked_until_one_has_been_in_it(
    qtbot: QtBot, desk: Desk, laptop: Laptop
) -> None:
    def said_when_opened() -> str:
        recovered.look_for(desk.workspace)
        desk.elsewhere.setFocus()
        desk.bind(1, "of another prompt")
        desk.field.show_value(desk.targets[0], "Note", desk.stored(), "2026-03-09T10:00:00+00:00", Door(desk.write))
        return desk.field.when.text()

    qtbot.keyClicks(desk.box, "school exclusion")
    desk.elsewhere.setFocus()
    assert said_when_opened().startswith("saved ")
    with presence.hold(laptop.folder, desk.workspace.key.id, desk.workspace.path) as claim:
        was = claim.path.read_bytes()
    for _ in range(2):
        claim.path.write_bytes(was)  # as it lies after a power cut
        leftovers.clear(laptop.folder, laptop.keyring_file)
    assert len(leftovers.moments(Settings(laptop.folder), desk.workspace.key.id)) == 2, "each may have left a text"
    assert said_when_opened().startswith("recovered ")
    assert said_when_opened().startswith("recovered "), "nobody has looked at it"
    desk.box.setFocus()
    desk.elsewhere.setFocus()
    assert desk.field.when.text().startswith("saved ")
    assert said_when_opened().startswith("saved ")


def test_a_long_pause_ends_the_step(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inspector_app.ui.note.saving.SESSION_PAUSE", 100)
    qtbot.keyClicks(desk.box, "before")
    assert desk.box.flush()
    qtbot.waitUntil(lambda: not desk.box.saving._pause_timer.isActive())
    qtbot.keyClicks(desk.box, " after")
    assert desk.box.flush()
    assert desk.steps() == 2


def test_tab_leaves_the_box_and_enter_is_a_line(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.box, "one")
    qtbot.keyClick(desk.box, Qt.Key.Key_Return)
    qtbot.keyClick(desk.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(desk.box, "two")
    qtbot.keyClick(desk.box, Qt.Key.Key_Tab)
    assert not desk.box.hasFocus()
    assert desk.stored() == "one\n\ntwo"


def test_a_full_disk_keeps_the_text_says_so_and_saves_when_there_is_room(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector_app.ui.note.saving.RETRY_AFTER", 100)
    desk.refuse = True
    qtbot.keyClicks(desk.box, "kept")
    assert not desk.box.flush()
    assert desk.box.unsaved
    assert desk.field.problem.isVisible()
    assert "The disk is full" in desk.field.problem.text()
    qtbot.keyClicks(desk.box, " too")
    assert desk.box.text() == "kept too"
    desk.refuse = False
    qtbot.waitUntil(lambda: desk.stored() == "kept too")
    assert not desk.field.problem.isVisible()
    assert desk.box.flush()


def test_a_refused_box_tries_again_on_the_next_key(qtbot: QtBot, desk: Desk) -> None:
    desk.refuse = True
    qtbot.keyClicks(desk.box, "a")
    assert not desk.box.flush()
    desk.refuse = False
    qtbot.keyClicks(desk.box, "b")
    assert desk.stored() == "ab"


def test_a_box_with_unsaved_text_is_never_given_to_another_item(qtbot: QtBot, desk: Desk) -> None:
    desk.refuse = True
    qtbot.keyClicks(desk.box, "mine")
    with pytest.raises(Bug):
        desk.bind(1, "other")
    assert desk.box.text() == "mine"
    desk.refuse = False
    desk.bind(1, "other")
    assert (desk.stored(0), desk.box.text()) == ("mine", "other")


def test_a_refresh_leaves_unsaved_text_alone(qtbot: QtBot, desk: Desk) -> None:
    qtbot.keyClicks(desk.box, "being typed")
    desk.show_stored("from elsewhere")
    assert desk.box.text() == "being typed"


def test_a_refresh_keeps_the_cursor_at_the_same_words(desk: Desk) -> None:
    desk.bind(0, "one \U0001f600 two three")
    cursor = desk.box.textCursor()
    cursor.setPosition(desk.box.document().toRawText().encode("utf-16-le").index("three".encode("utf-16-le")) // 2)
    desk.box.setTextCursor(cursor)
    desk.show_stored("zero one \U0001f600 and two three")
    assert desk.box.text() == "zero one \U0001f600 and two three"
    desk.box.insertPlainText("|")
    assert desk.box.text().endswith("|three")


@pytest.mark.parametrize("make", [lambda: "word " * 40_000, lambda: "a line of a note\n" * 12_000])
def test_a_very_long_note_is_typed_in_and_stored_whole(qtbot: QtBot, desk: Desk, make: Callable[[], str]) -> None:
    desk.bind(0, make())
    qtbot.keyClicks(desk.box, "x" * 10)
    assert desk.box.flush()
    assert desk.stored() == "x" * 10 + make()


ENDLESS = {"letters": "w", "no-break blanks": "a\u00a0b\u202f", "apart": "e\u0301", "Han": "漢", "pairs": "😀"}


@pytest.mark.parametrize("of", ENDLESS.values(), ids=ENDLESS)
def test_what_goes_on_without_a_blank_is_shown_in_lines_at_once_and_stays_as_it_is_on_disk(
    qtbot: QtBot, desk: Desk, of: str
) -> None:
    """As a document, a package or an older program brought it: laid out in one line, it holds the window for minutes."""
    text = of * (400_000 // len(of))
    desk.workspace.editor.set("prompt", desk.targets[0].id, "note", text)
    desk.bind(0, text)
    desk.box.grab()
    assert desk.box.document().blockCount() > 100
    assert desk.box.flush()
    assert desk.stored() == text
    qtbot.keyClicks(desk.box, "x")
    assert desk.box.flush()
    assert desk.stored().replace("\n", "") == "x" + text


def test_what_goes_on_without_a_blank_is_pasted_in_lines_as_plain_text_too(desk: Desk) -> None:
    data = QMimeData()
    data.setText("w" * 200_000)
    desk.box.insertFromMimeData(data)
    assert desk.box.document().blockCount() == 100
    assert desk.box.flush()
    assert desk.stored().replace("\n", "") == "w" * 200_000


def test_the_box_grows_with_its_text_up_to_a_limit(qtbot: QtBot, desk: Desk) -> None:
    heights = []
    for lines in (1, 5, MOST_LINES, 100):
        desk.bind(0, "line\n" * lines)
        heights.append(desk.box.height())
    assert heights[0] < heights[1] < heights[2]
    assert heights[2] == heights[3]


@pytest.mark.parametrize("mark", ["line\n", "x" * 300 + "\n"])
def test_a_box_that_grows_without_an_end_is_measured_in_one_round_however_many_paragraphs_come(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    """Each paragraph that was asked for its height laid it out, and Qt told of that within the asking: a thousand deep."""
    desk.box.grow()
    rounds: list[int] = []
    lines = NoteBox._lines
    monkeypatch.setattr(NoteBox, "_lines", lambda box: rounds.append(1) or lines(box))
    desk.box.setPlainText(mark * 3_000)
    high = desk.box.height()
    assert high > 3_000 * desk.box.fontMetrics().lineSpacing()
    assert len(rounds) < 20
    desk.box.setPlainText(mark)
    assert desk.box.height() < high / 100
