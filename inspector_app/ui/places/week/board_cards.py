"""Beside the days: how the cases stand, by stage. A number leads to its cases."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.asked import CasesAsked
from inspector_app.core.domain.cases.asked import Standing as By
from inspector_app.core.domain.cases.review import ACCEPTED, IN_PROGRESS, NOT_BEGUN, RETURNED, SUBMITTED
from inspector_app.core.services.fieldwork.week import CONTESTED, AtStage, Standing
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.drawn import small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.labels import plain_label, said_label, text_label
from inspector_app.ui.controls.layouts import empty, stops_in
from inspector_app.ui.controls.stage_mark import paint_stage
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import TheseCases
from inspector_app.ui.places.week.card_line import NumberLine
from inspector_app.ui.words import week as week_words
from inspector_app.ui.words.review import Shown

_SHOWN = {
    NOT_BEGUN: Shown.NOT_BEGUN, IN_PROGRESS: Shown.IN_PROGRESS, SUBMITTED: Shown.SUBMITTED,
    RETURNED: Shown.RETURNED, ACCEPTED: Shown.ACCEPTED, CONTESTED: Shown.CONTESTED,
}  # fmt: skip
_SIDE = 14


class BoardCard(Card):
    """A card of lines; a line that leads somewhere is a button."""

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(heading, "", parent)
        theme.role(self.heading, "label")
        self.head = QHBoxLayout()
        self.body.insertLayout(0, self.head)
        self.head.addWidget(self.heading, 1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)

    def _measure(self) -> None:
        edge = theme.px(sizes.APART)
        self.body.setContentsMargins(edge, theme.px(sizes.NEAR), edge, theme.px(sizes.NEAR))
        self.body.setSpacing(theme.px(sizes.TIGHT))

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return stops_in(self)

    def clear(self) -> None:
        """Take every line away."""
        empty(self._lines)

    def say(self, text: str, role: str = "quiet") -> None:
        """A line of words."""
        self._lines.addWidget(said_label(self, text, role))

    def add(self, line: QWidget) -> None:
        """A line of its own making."""
        self._lines.addWidget(line)

    def row(self, shape: QIcon, what: str, more: str) -> PressButton:
        """A line: a shape, what it is, what is to be done, and the way there."""
        line, side = QWidget(self), theme.px(sizes.PICTURE)
        grid = QGridLayout(line)
        grid.setContentsMargins(0, theme.px(sizes.TIGHT), 0, theme.px(sizes.TIGHT))
        grid.setHorizontalSpacing(theme.px(sizes.NEAR))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        sign = plain_label(parent=line)
        sign.setPixmap(shape.pixmap(QSize(side, side)))
        sign.setFixedWidth(side)  # shapes are of several sizes, and what they stand before in one line
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said, todo = theme.role(text_label(line), "label"), theme.role(text_label(line), "small")
        said.setText(what)
        todo.setText(more)
        todo.setVisible(bool(more))
        button = small(PressButton(say("Open"), line))
        button.setAccessibleName(say("Open: {what}", what=f"{what}, {more}" if more else what))
        grid.addWidget(sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, 0, 1)
        grid.addWidget(todo, 1, 1)
        grid.addWidget(button, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.add(theme.role(QFrame(self), "line"))
        self.add(line)
        return button

    def offer(self, text: str, tip: str) -> PressButton:
        """A line that can be pressed."""
        button = theme.role(PressButton(as_it_stands(text), self), "slight")
        button.setToolTip(tip)
        self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


class CasesCard(BoardCard):
    """How the cases stand, by stage."""

    asked = Signal(object)  # TheseCases
    add_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Cases", parent)

    def set_standing(self, standing: Standing) -> None:
        """Show how the cases stand."""
        self.clear()
        if not any(at.cases for at in standing.stages):
            self.say("There are no cases yet.")
            self.offer("Add the cases", "Go to the cases and add the first").clicked.connect(self.add_asked)
            return
        for at in standing.stages:
            self._stage(at)

    def _stage(self, at: AtStage) -> None:
        number, words = len(at.cases), _SHOWN[at.stage].words
        line = NumberLine(week_words.standing(at.stage, number), (words, number), stage_icon(at.stage), self)
        which = week_words.cases_at(at.stage, number)
        line.setEnabled(bool(number))
        line.setToolTip(say("Show these cases: {which}", which=which) if number else "")
        asked = TheseCases(tuple(at.cases), words, CasesAsked(By.AT_STAGE, at.stage))
        line.clicked.connect(lambda: self.asked.emit(asked))
        self.add(line)


def stage_icon(stage: str) -> QIcon:
    """The shape of a stage of review (one of STAGES), as it stands in the list of cases."""
    side = theme.px(_SIDE)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_stage(painter, QRectF(1, 1, side - 2, side - 2), _SHOWN[stage])
    painter.end()
    return QIcon(pixmap)
