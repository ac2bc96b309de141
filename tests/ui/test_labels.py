"""What a wrapping label says of its height is that of what it shows, whatever it was asked before."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from inspector_app.ui.controls.labels import broad_label, readable, show_marked, show_noted, text_label
from inspector_app.ui.look import theme
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
