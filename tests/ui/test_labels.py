"""What a wrapping label says of its height is that of what it shows, whatever it was asked before."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
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
