"""The day by which the service's points are to be back: a line of the week's plan, typed here as any day is."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.core.domain.days import typed
from inspector_app.core.domain.fields import EVENT, Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.services.editor import Done
from inspector_app.core.services.fieldwork import due
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.day_form import DEADLINE
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.fact_line import FactLine
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.places.findings.accuracy import words

_OF_THE_PLAN = Target(EVENT.code, "points", "day")  # whichever line of the plan it is: the service knows


class DueDay(QWidget):
    """In the head of the page: the box, and beside it how far off the day is. Undo here is of that line of the plan."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._door = Door(self._write)  # without `stands`: another line of the plan may be the first by now
        self.line = FactLine(say("Due"), self, DEADLINE, in_head=True)
        self.line.box.setFixedWidth(theme.px(sizes.BOX_FIGURES))
        self.line.box.saved.connect(self._begin_anew)
        self._which, self._points = "", 0  # the line of the plan that is shown; how many points there are
        self.other = theme.role(PressButton(parent=self), "plain")
        self.other.setToolTip(say("The week has more than one day by which points are due: show the next"))
        self.other.clicked.connect(self._show_other)
        self.left = theme.role(plain_label(parent=self), "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addWidget(self.line)
        layout.addWidget(self.left)
        layout.addWidget(self.other)

    def read(self, points: int) -> None:
        """Show what the plan says now; what is typed and not stored stays. Once there are `points`, none is late."""
        found, self._points = due.points_due(self._workspace, self._which), points
        self._hold(found)
        self.other.setText(count(found.more, "{n} other day", "{n} other days"))
        self.other.setHidden(not found.more)
        subject = say("The service’s points on factual accuracy")
        self.line.set_value(_OF_THE_PLAN, found.day, None, self._door, subject, contested=found.contested)
        day, today = typed.stored(found.day), date.today()
        late = day is not None and day < today
        self.left.setText(words.days_left(day, today) if day and not (late and points) else "")
        self.left.setHidden(not self.left.text())

    def flush(self) -> bool:
        """Write what is typed. False when it could not be."""
        return self.line.box.flush()

    def _show_other(self) -> None:
        if self.flush():
            self._which = due.points_due(self._workspace, self._which).other
            self.read(self._points)

    def _begin_anew(self) -> None:
        """A day that is in the plan is undone there: the letters of it are not taken back one after another."""
        self.line.box.setText(self.line.box.text())

    def _write(self, target: Target, value: Value, _amend: ChangeId | None) -> Done:
        self._which = due.points_due(
            self._workspace, self._which
        ).event  # it stays in the box, though it be the last now
        day = due.deadline_of(self._workspace, str(value or ""))
        done = due.set_points_due(self._workspace, day or "", str(target.over or ""), self._which)
        self._hold(due.points_due(self._workspace, self._which))
        return done

    def _hold(self, found: due.PointsDue) -> None:
        """Undo is of that line; of one that was taken away too, which undo brings back."""
        if found.event:
            hold(self, EVENT.code, found.event)
