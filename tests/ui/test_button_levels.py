"""Three levels of buttons, and a chosen answer, are told apart by what is painted, in every theme."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.controls.buttons.answer_buttons import AnswerButtons
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.colours import THEMES


def colours_of(button: QPushButton) -> set[str]:
    picture = button.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def ground_of(button: QPushButton) -> str:
    """The colour just inside the edge, left of the text."""
    picture = button.grab().toImage()
    return QColor(picture.pixelColor(6, picture.height() // 2)).name()


def edge_of(button: QPushButton) -> str:
    picture = button.grab().toImage()
    return QColor(picture.pixelColor(0, picture.height() // 2)).name()


def test_words_stand_off_the_drawing_before_them(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    said, alone = draw(QPushButton("Go"), "print"), draw(QPushButton(), "print")
    for button in (said, alone):
        qtbot.addWidget(button)
    assert said.iconSize().width() == theme.px(sizes.PICTURE + sizes.TIGHT)
    assert alone.iconSize().width() == theme.px(sizes.PICTURE)


@pytest.mark.parametrize("name", THEMES)
def test_the_three_levels_of_buttons_are_told_apart(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    theme.apply(qapp, name)
    c = theme.colours()
    primary, ordinary, quiet = theme.role(QPushButton("Go"), "primary"), QPushButton("Go"), QPushButton("Go")
    theme.role(quiet, "plain")
    for button in (primary, ordinary, quiet):
        qtbot.addWidget(button)
        button.show()
    assert ground_of(primary) == c.accent
    assert ground_of(ordinary) == c.surface
    assert edge_of(ordinary) == c.accent
    assert edge_of(quiet) != c.accent
    assert c.accent in colours_of(quiet), "without a drawing it is known by the colour of its words"
    drawn = draw(theme.role(QPushButton("Go"), "plain"), "print")
    qtbot.addWidget(drawn)
    drawn.show()
    assert c.accent not in colours_of(drawn)
    for button in (quiet, drawn, ordinary):
        before = button.grab().toImage()
        button.setEnabled(False)
        assert c.off in colours_of(button), "what cannot be done is told by its words too"
        assert button.grab().toImage() != before
    theme.apply(qapp, "light")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("answer", Answer)
def test_the_chosen_answer_alone_is_filled(qapp: QApplication, qtbot: QtBot, name: str, answer: Answer) -> None:
    theme.apply(qapp, name)
    c = theme.colours()
    buttons = AnswerButtons()
    qtbot.addWidget(buttons)
    buttons.set_answer(answer)
    fills = {Answer.YES: c.yes, Answer.NO: c.no, Answer.NA: c.na}
    grounds = {of: ground_of(button) for of, button in buttons.buttons.items()}
    assert grounds == {of: fills[of] if of is answer else c.surface for of in Answer}
    theme.apply(qapp, "light")
