"""Somebody told of a concern: who, by whom and when, read in two lines; what may be changed of it unfolds below them."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.concern import InformedRow
from inspector_app.core.domain.days import typed
from inspector_app.core.domain.fields import INFORMED, Value
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.shown.picture import drawn
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.note.loose_line import LooseLine
from inspector_app.ui.words import concern as concern_words


def day_line(name: str) -> LooseLine:
    """A box for a day that is typed loosely."""
    line = LooseLine(name, _read_day, _said_day, say("today or 24/3"))
    line.setFixedWidth(theme.px(sizes.BOX_DAY))
    return line


def time_line(name: str) -> LooseLine:
    """A box for a time that is typed loosely."""
    line = LooseLine(name, typed.time, str, "09:30")
    line.setFixedWidth(theme.px(sizes.BOX_NUMBER))
    return line


def _read_day(text: str) -> str | None:
    today = datetime.now().date()
    return typed.day(text, today, last=today)  # what was noticed, or told, was


def _said_day(code: Value) -> str:
    return concern_words.day(str(code), datetime.now().date())


class ToldLine(QFrame):
    """A line. `deleted` with its id."""

    deleted = Signal(str)

    def __init__(self, row: InformedRow, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "own")
        self.id = row.id
        hold(self, INFORMED.code, row.id)
        self._tick = plain_label(parent=self)
        self._whom, self._when = text_label(self), plain_label(parent=self)
        self._about, self._contested = theme.role(text_label(self), "small"), theme.role(text_label(self), "error")
        self._boxes = QWidget(self)
        self.change = theme.role(PressButton(say("Change"), self), "plain")
        self.change.clicked.connect(lambda: self.set_unfolded(self._boxes.isHidden()))
        self.lines: dict[str, LineBox] = {
            "whom": LineBox(self._boxes), "day": day_line(say("Day they were told")),
            "time": time_line(say("Time they were told")), "by": LineBox(self._boxes),
        }  # fmt: skip
        self.agreed = NoteField(self._boxes, marks=False)
        self.agreed.set_narrow(True)
        self.delete = theme.role(PressButton(say("Delete the line"), self._boxes), "plain")
        self.delete.clicked.connect(lambda: self.deleted.emit(self.id))
        self._lay_out()
        self._lay_out_boxes()
        self._boxes.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._whom)
        words.addWidget(self._about)
        words.addWidget(self._contested)
        across = QHBoxLayout()
        across.setSpacing(theme.px(sizes.NEAR))
        across.addWidget(self._tick)
        across.addLayout(words, 1)
        across.addWidget(self._when)
        across.addWidget(self.change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (sizes.NEAR, sizes.TIGHT, sizes.CLOSE, sizes.TIGHT)))
        layout.addLayout(across)
        layout.addWidget(self._boxes)

    def _lay_out_boxes(self) -> None:
        grid = QGridLayout(self._boxes)
        grid.setContentsMargins(0, 0, 0, theme.px(sizes.CLOSE))
        grid.setColumnStretch(1, 1)
        when = QWidget(self._boxes)
        when.setLayout(Flow(self.lines["day"], self.lines["time"]))
        parts = (
            (say("Who was told, and how"), self.lines["whom"]), (say("When"), when),
            (say("Who told them"), self.lines["by"]), (say("What was agreed"), self.agreed),
        )  # fmt: skip
        for place, (name, widget) in enumerate(parts):
            grid.addWidget(theme.role(plain_label(name, self._boxes), "field"), 2 * place, 0, 1, 2)
            grid.addWidget(widget, 2 * place + 1, 0, 1, 2)
        grid.addWidget(self.delete, 2 * len(parts), 0, Qt.AlignmentFlag.AlignLeft)

    def set_row(self, row: InformedRow, door: Door, today: date, me: str) -> None:
        """Show it as it stands; what is typed and not yet saved stays. `me`: the name of who looks."""
        c, timed = theme.colours(), bool(row.day and row.time)
        self._tick.setPixmap(drawn("saved" if timed else "open", c.yes if timed else c.quiet, self))
        self._whom.setText(row.whom or say("Nobody named"))
        self._about.setText(concern_words.told_by(row, me))
        self._about.setVisible(bool(self._about.text()))
        self._when.setText(concern_words.at(row.day, row.time, today) or say("no time yet"))
        self._contested.setText(f"◆ {concern_words.contested_of(row)}" if row.contested else "")
        self._contested.setVisible(bool(row.contested))
        self.setAccessibleName(concern_words.told_line(row, today, me))
        for field, line in self.lines.items():
            line.show_value(Target(INFORMED.code, row.id, field), getattr(row, field), door)
        self.lines["whom"].setAccessibleName(say("Who was told, and how"))
        self.lines["by"].setAccessibleName(say("Who told them"))
        self.agreed.show_value(Target(INFORMED.code, row.id, "agreed"), say("What was agreed"), row.agreed, "", door)
        self._name_buttons(row.whom)

    def _name_buttons(self, whom: str) -> None:
        words = self.change.text()
        self.change.setAccessibleName(say("{button}: {whom}", button=words, whom=whom))
        self.delete.setAccessibleName(say("{button}: {whom}", button=self.delete.text(), whom=whom))

    def set_unfolded(self, unfolded: bool) -> None:
        """Show what may be changed, or fold it again."""
        self._boxes.setVisible(unfolded)
        self.change.setText(say("Fold") if unfolded else say("Change"))
        self._name_buttons(self._whom.text())
        if unfolded:
            self.agreed.box.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.change, *self.lines.values(), self.agreed.box, self.delete]

    def flush(self) -> bool:
        """Write what was typed. False when some of it could not be."""
        written = [line.flush() for line in self.lines.values()]
        return all([*written, self.agreed.box.flush()])
