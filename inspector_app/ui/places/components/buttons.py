"""What is pressed: three levels of buttons, the careful one, icons, chips that act, answers and ratings."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer
from inspector_app.ui.controls.buttons.answer_buttons import AnswerButtons
from inspector_app.ui.controls.buttons.word_buttons import WordButtons
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import ContestedLabel, plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.look.ring import Frame

_STATES = ("rest", "hover", "pressed", "focus", "off")
_LEVELS = (("primary", "Submit"), ("", "Return"), ("plain", "Undo"), ("careful", "Delete"), ("chip", "C07"))


def buttons() -> Card:
    """A row for each level, a column for each state."""
    card, columns = Card("Buttons"), Flow(middle=False)
    levels = (*(role or "secondary" for role, _ in _LEVELS), "icon")
    columns.addWidget(_column("", [theme.role(plain_label(level), "small") for level in levels]))
    columns.setSpacing(0)  # what a ring takes is kept round each
    for state in _STATES:
        held: list[QWidget] = []
        for role, words in _LEVELS:
            button = _Pointed(words) if state == "hover" else QPushButton(words)
            held.append(_in_state(theme.role(button, role) if role else button, state))
        columns.addWidget(_column(state, [*held, _in_state(_icon_button(pointed=state == "hover"), state)]))
    card.body.addLayout(columns)
    return card


def _column(head: str, held: Sequence[QWidget]) -> QWidget:
    column = QWidget()
    grid = QGridLayout(column)
    grid.setSpacing(theme.px(sizes.CLOSE))
    grid.setContentsMargins(*(theme.px(sizes.TIGHT),) * 4)  # a ring lies outside its button
    for line, widget in enumerate((theme.role(plain_label(head), "small"), *held)):
        grid.addWidget(widget, line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.setRowMinimumHeight(line, theme.px(sizes.BUTTON))
    return column


class _Pointed(QPushButton):
    """Looks as under the pointer, wherever that is: a window lets go of a button that it is not on."""

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.state |= QStyle.StateFlag.State_MouseOver


class _PointedIcon(QToolButton):
    """Likewise."""

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        option.state |= QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_AutoRaise


def _icon_button(*, pointed: bool) -> QToolButton:
    button = theme.role(_PointedIcon() if pointed else QToolButton(), "plain")
    side = theme.px(sizes.PICTURE)
    button.setIcon(icon("after", theme.colours().quiet, side, button.devicePixelRatioF()))
    button.setIconSize(QSize(side, side))
    button.setAccessibleName("Next case")
    button.setToolTip("Next case (Ctrl+PgDown)")
    return button


def _in_state(button: QPushButton | QToolButton, state: str) -> QWidget:
    """Focus is given when the page is shown: its ring needs a place on the screen."""
    button.setProperty("state", state)
    button.setDown(state == "pressed")
    button.setEnabled(state != "off")
    return button


def show_states(page: QWidget) -> None:
    """Let each button on a page that is shown have the keyboard, if that is its state."""
    held = page.findChildren(QAbstractButton)
    for button in (button for button in held if button.property("state") == "focus"):
        Frame().put_round(button)


def answers() -> Card:
    """Each answer, none, contested, read only, and those of a judgement."""
    card, grid = Card("Answers"), QGridLayout()
    grid.setSpacing(theme.px(sizes.CLOSE))
    for line, (answer, said) in enumerate(
        ((None, "unanswered"), (Answer.YES, "Yes"), (Answer.NO, "No"), (Answer.NA, "not applicable"))
    ):
        grid.addWidget(_answered(answer), line, 0)
        grid.addWidget(theme.role(plain_label(said), "small"), line, 1)
    contested, sealed, large = QWidget(), _answered(Answer.NO), _answered(Answer.NO, large=True)
    row = QHBoxLayout(contested)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(_answered(None))
    diamond = ContestedLabel(contested)
    row.addWidget(diamond)
    diamond.show()
    sealed.set_open(False)
    for line, (held, said) in enumerate(
        ((contested, "counts as unanswered"), (sealed, "read only"), (large, "judgement")), start=4
    ):
        grid.addWidget(held, line, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(theme.role(plain_label(said), "small"), line, 1)
    card.body.addLayout(grid)
    return card


def _answered(answer: Answer | None, *, large: bool = False) -> AnswerButtons:
    made = AnswerButtons(large=large)
    made.set_subject("Prompt a")
    made.set_answer(answer)
    made.setFixedSize(made.sizeHint())
    return made


def ratings(framework: Framework) -> Card:
    """The words of a framework to choose from."""
    card = Card("Choosing a rating")
    words = WordButtons(framework, "2.3 by the panel")
    words.set_word(framework.rating.words[1].word)
    card.body.addWidget(words)
    return card
