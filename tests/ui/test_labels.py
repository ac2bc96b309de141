"""What a wrapping label says of its height is that of what it shows, whatever it was asked before."""

import random
import re
from collections.abc import Callable

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.labels import broad_label, readable, show_marked, show_noted, text_label
from inspector_app.ui.look import long_words, theme, wrapping
from inspector_app.ui.window.message import Message
from tests.ui.conftest import usual_look

TEXTS = (
    "",
    "Short.",
    "A sentence about a child, and another one. " * 4,
    "Llanfairpwllgwyngyll" * 9,
    "One\nTwo\n\nThree",
)
WIDTHS = (0, 40, 200, 640, 2000)


def changes(label: QLabel, chance: random.Random) -> list[Callable[[], object]]:
    """Ways in which it comes to be of another height."""
    text = chance.choice(TEXTS)
    return [
        lambda: label.setText(text),
        lambda: show_marked(label, f"<b>{text}</b><br>more"),
        lambda: show_noted(label, text, f"<i>{text}</i>"),
        lambda: theme.role(label, chance.choice(["", "title", "small", "label"])),
        lambda: label.setContentsMargins(chance.randint(0, 30), chance.randint(0, 9), chance.randint(0, 30), 0),
        lambda: label.setMaximumWidth(chance.choice([120, 400, 5000])),
        lambda: label.resize(chance.choice([90, 700, 1900]), 60),
        lambda: theme.apply(QApplication.instance(), chance.choice(["light", "dark"]), chance.choice([100, 150])),
    ]


@pytest.mark.parametrize("make", [text_label, broad_label, readable])
@pytest.mark.parametrize("width", [1237, 1800])
def test_in_a_stack_a_label_asks_for_the_height_of_its_lines(
    qtbot: QtBot, make: Callable[[QWidget], QLabel], width: int
) -> None:
    """Over the pages of a draft one line asked for four, and while the file was written the bar had a band of nothing."""
    stack = QStackedWidget()
    label, bar = make(stack), QWidget(stack)
    label.setText("Data as at 21:25. The inspection has changed since.")
    for part in (label, bar):
        stack.addWidget(part)
    qtbot.present(stack, width, 200)
    stack.setCurrentWidget(bar)
    qtbot.settle()
    assert stack.sizeHint().height() <= label.heightForWidth(300)


@pytest.mark.parametrize("make", [text_label, broad_label, readable])
def test_a_label_asked_twice_says_what_one_that_was_never_asked_would(
    qtbot: QtBot, qapp: QApplication, make: Callable[[QWidget], QLabel], seed: int
) -> None:
    chance, page = random.Random(seed), QWidget()
    qtbot.present(page)
    label, tried = make(page), set()
    for _ in range(60):
        for width in WIDTHS:
            label.heightForWidth(width)
        chance.choice(changes(label, chance))()
        said = [label.heightForWidth(width) for width in WIDTHS]
        label._heights.clear()
        assert said == [label.heightForWidth(width) for width in WIDTHS]
        tried.update(said)
    assert len(tried) > 5, "it would notice"
    usual_look(qapp)


SAID = "C01 2.1.1/a: judged n/a. The case Y/N and n/a of it, and n/a again"


@pytest.mark.parametrize("words", [SAID, "n/a n/a n/a n/a", "(n/a), Y/N; n/a"])
def test_no_line_ends_within_not_applicable_wherever_words_are_drawn(qapp: QApplication, words: str) -> None:
    font = QFont()
    for width in range(20, 400, 3):
        lines = wrapping.broken(words, font, width).split("\n")
        assert not [line for line in lines if re.search(r"(?<![^\W\d_])[^\W\d_]{1,2}/$", line)]


def test_a_message_breaks_it_nowhere_and_gives_its_words_as_they_were_given(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    message = Message(over, lambda: 0)
    message.words.setText(SAID)
    assert QLabel.text(message.words) == long_words.held(SAID) != SAID
    assert message.words.text() == SAID
