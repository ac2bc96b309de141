"""Beside the days: cases by stage and by owner, and the age of colleagues' work. A number leads to its cases."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.cases.review import ACCEPTED, IN_PROGRESS, NOT_BEGUN, RETURNED, SUBMITTED
from inspector_app.core.services.fieldwork.week import CONTESTED, Standing
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.safekeeping.backups import SecondCopy
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.stage_mark import paint_stage
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import week as week_words
from inspector_app.ui.words.backups import second_copy
from inspector_app.ui.words.ledger import is_silent, sentences
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
        self.body.setContentsMargins(*(theme.px(sizes.NEAR),) * 4)
        self.body.setSpacing(theme.px(sizes.TIGHT))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)

    def clear(self) -> None:
        """Take every line away."""
        empty(self._lines)

    def say(self, text: str, role: str = "quiet") -> None:
        """A line of words."""
        label = theme.role(text_label(self), role)
        label.setText(text)
        self._lines.addWidget(label)

    def add(self, line: QWidget) -> None:
        """A line of its own making."""
        self._lines.addWidget(line)

    def offer(self, text: str, tip: str, shape: QIcon | None = None) -> PressButton:
        """A line that can be pressed."""
        button = theme.role(PressButton(as_it_stands(text), self), "listed")
        button.setToolTip(tip)
        if shape is not None:
            button.setIcon(shape)
            button.setIconSize(QSize(theme.px(_SIDE), theme.px(_SIDE)))
        self._lines.addWidget(button)
        return button


class CasesCard(BoardCard):
    """How the cases stand, by stage and by owner."""

    asked = Signal(object, str)  # ids of cases; which they are, in words
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
            text, which = week_words.standing(at.stage, len(at.cases)), week_words.cases_at(at.stage, len(at.cases))
            self._number(text, at.cases, which, stage_icon(at.stage))
        self.say("By owner", "label")
        for held in standing.holders:
            self._number(week_words.holder(held), held.cases, week_words.cases_of(held))

    def _number(self, text: str, cases: Sequence[str], which: str, shape: QIcon | None = None) -> None:
        if not cases:
            self.say(text) if shape is None else self.offer(text, "", shape).setEnabled(False)
            return
        button = self.offer(text, say("Show these cases: {which}", which=which), shape)
        button.clicked.connect(lambda: self.asked.emit(tuple(cases), which))


class ColleaguesCard(BoardCard):
    """How old each colleague's work here is, and how old the copy of all of it is that lies on another disk."""

    asked = Signal()
    backups_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Colleagues' work", parent)

    def set_rows(self, rows: Sequence[LedgerRow], copy: SecondCopy, now: datetime) -> None:
        """Say what the ledger holds of others, and when the second copy was made."""
        self.clear()
        others = [row for row in rows if not row.me]
        for row in others:
            self.say(f"No identity card of {row.name} yet." if is_silent(row) else " ".join(sentences(row, now)[:2]))
        if not others:
            self.say("Nobody else is in the team here yet.")
        self.offer("Give or take work", "Go to the hand-off").clicked.connect(self.asked)
        if not copy.is_old(now):  # one that is overdue is named under "To check"
            self.say(second_copy(copy, now))
        self.offer(say("Backups and second copy"), say("Go to the page Restore")).clicked.connect(self.backups_asked)


def stage_icon(stage: str) -> QIcon:
    """The shape of a stage of review (one of STAGES), as it stands in the list of cases."""
    side = theme.px(_SIDE)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_stage(painter, QRectF(1, 1, side - 2, side - 2), _SHOWN[stage])
    painter.end()
    return QIcon(pixmap)
