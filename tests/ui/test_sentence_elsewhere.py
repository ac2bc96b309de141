"""A sentence that was meant for a note presses no button and chooses nothing, wherever the keyboard was left."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.buttons.burst import PAUSE
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.page_keys import code_of
from tests.ui.test_letters import Clock
from tests.ui.test_letters import type_out as letters

NONE, CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
GROUP, PAD = Qt.KeyboardModifier.GroupSwitchModifier, Qt.KeyboardModifier.KeypadModifier
SENTENCES = [
    "She was not seen", "no it was 2 of 3\n", "Good is what he said", "Requires\nmore work", "a b c d e", "ŵyr yn y",
    "не был дома", "g r g r", "inadequate, they said", "o o o", "I am not sure", "n n", "Goods were taken",
    "“Good” she said", "1 2 3 4", "rr rr",
]  # fmt: skip
WORDS = ("Outstanding", "Good", "Requires improvement", "Inadequate")


@pytest.fixture
def button(qtbot: QtBot) -> Callable[[], int]:
    """A button, and how often it was pressed."""
    made, heard = PressButton("Accept"), []
    qtbot.addWidget(made)
    made.clicked.connect(lambda: heard.append(1))
    made.show()
    made.setFocus()

    def type_out(text: str) -> int:
        heard.clear()
        letters(text, on=made)
        return len(heard)

    return type_out


@pytest.fixture
def box(qtbot: QtBot) -> Choice:
    made = Choice("Rating")
    qtbot.addWidget(made)
    made.set_choices([("", "not yet given"), *((word, word) for word in WORDS)])
    made.setCurrentIndex(2)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize("sentence", SENTENCES)
def test_blanks_and_ends_of_line_of_a_sentence_press_no_button(button: Callable[[str], int], sentence: str) -> None:
    assert button(sentence) == 0


def test_a_blank_or_enter_alone_presses_it_and_so_do_they_after_a_pause(
    button: Callable[[str], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr(PressButton, "clock", clock)
    assert button(" ") == 1
    assert button("not so") == 0
    clock.now += PAUSE + 1
    assert button(" ") == 1


@pytest.mark.parametrize("sentence", [s for s in SENTENCES if "\n" not in s])
def test_a_sentence_on_a_box_to_choose_from_leaves_what_was_chosen(box: Choice, sentence: str) -> None:
    letters(sentence, on=box)
    assert (box.currentText(), box.view().isVisible()) == ("Good", False)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("out", "Outstanding"), ("REQUIRES I", "Requires improvement"), ("i", "Inadequate"), ("n", "not yet given")],
)  # fmt: skip
def test_the_letters_that_it_begins_with_choose_a_row(box: Choice, typed: str, chosen: str) -> None:
    heard = []
    box.chosen.connect(heard.append)
    letters(typed, on=box)
    assert box.currentText() == chosen
    assert heard[-1] == (chosen if chosen in WORDS else "")


def test_one_letter_again_and_again_goes_through_all_that_begin_with_it(qtbot: QtBot) -> None:
    box = Choice("Who")
    qtbot.addWidget(box)
    box.set_choices([(word, word) for word in ("Ann", "Bob", "Amy", "Ali")])
    seen = []
    for _ in range(4):
        letters("a", on=box)
        seen.append(box.currentText())
    assert seen == ["Ann", "Amy", "Ali", "Ann"]


@pytest.mark.parametrize(
    ("key", "held", "text", "code"),
    [
        (Qt.Key.Key_Z, CONTROL, "\x1a", "undo"), (Qt.Key.Key_Z, CONTROL | GROUP, "\x1a", "undo"),
        (Qt.Key.Key_Z, CONTROL | SHIFT, "\x1a", "redo"), (Qt.Key.Key_Z, CONTROL | SHIFT | GROUP, "\x1a", "redo"),
        (Qt.Key.Key_Y, CONTROL, "\x19", "redo"), (Qt.Key.Key_Y, CONTROL | GROUP, "\x19", "redo"),
        (Qt.Key.Key_Undo, NONE, "", "undo"), (Qt.Key.Key_Redo, NONE, "", "redo"), (Qt.Key.Key_Undo, GROUP, "", "undo"),
        (Qt.Key.Key_Z, NONE, "z", None), (Qt.Key.Key_Z, SHIFT, "Z", None), (Qt.Key.Key_Z, GROUP, "ż", None),
        (Qt.Key.Key_Z, CONTROL | ALT, "ż", None), (Qt.Key.Key_W, CONTROL, "\x17", None),
        (Qt.Key.Key_Y, ALT, "y", None), (Qt.Key.Key_Down, CONTROL | PAD, "", "next-gap"),
    ],
)  # fmt: skip
def test_undo_and_redo_are_known_by_every_key_that_keyboards_have_for_them(
    key: Qt.Key, held: Qt.KeyboardModifier, text: str, code: str | None
) -> None:
    assert code_of(QKeyEvent(QEvent.Type.KeyPress, key, held, text)) == code
