"""The line at the foot of who was told: always ready. Kept on this laptop while one writes; a line of its own once added."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from inspector_app.core.domain.days import when
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Target, door_of_drafts
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.note.loose_line import LooseLine
from inspector_app.ui.places.concerns.told_line import day_line, time_line

_KIND = "told-of"  # the kind of draft that it is kept as
_NARROW = 540  # px at 100%: all on one line, with room for a name
_FIELDS = ("whom", "day", "time")


class NewTold(QFrame):
    """`made` with whom, the day as ISO 8601 and the time as 09:30, each "" for nothing."""

    made = Signal(str, str, str)

    def __init__(self, concern: str, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "sheet")
        self._concern, self._workspace, self._door = concern, workspace, door_of_drafts(workspace, _KIND)
        self.whom = LineBox(self)
        self.whom.setPlaceholderText(say("Whom, and how"))
        self.whom.setAccessibleName(say("Who was told, and how"))
        self.whom.setMinimumWidth(theme.px(sizes.BOX_FIGURES))
        self.day, self.time = day_line(say("Day they were told")), time_line(say("Time they were told"))
        self.day.setFixedWidth(theme.px(sizes.BOX_SHORT))
        self.now, self.add = PressButton(say("Now"), self), PressButton(say("Add"), self)
        self.now.setAccessibleName(say("They were told now"))
        self.now.setToolTip(say("Add it with this day and time"))
        self.add.setAccessibleName(say("Add who was told"))
        self.add.setToolTip(say("Add it with the day and time shown here (Enter)"))
        self.now.clicked.connect(self.add_now)
        self.add.clicked.connect(self._send)
        for box in self._boxes.values():
            box.returnPressed.connect(self._send)
        self.whom.textChanged.connect(self._show_state)
        layout = self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        layout.setContentsMargins(*(theme.px(side) for side in (sizes.NEAR, sizes.CLOSE, sizes.NEAR, sizes.CLOSE)))
        flow = Flow(self.day, self.time, self.now, self.add)
        layout.addWidget(self.whom, 1, Qt.AlignmentFlag.AlignTop)  # in one line with the boxes that flow beside it
        layout.addLayout(flow)
        self._show_kept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, when it was stands below whom."""
        super().resizeEvent(event)
        down = self.width() < theme.px(_NARROW)
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)

    @property
    def _boxes(self) -> dict[str, LineBox]:
        return {"whom": self.whom, "day": self.day, "time": self.time}

    def _show_kept(self) -> None:
        kept = drafts.unsent(self._workspace, _KIND, self._concern)
        for field, box in self._boxes.items():
            box.show_value(Target("draft", self._concern, field), kept.get(f"{self._concern}/{field}", ""), self._door)
        self._show_state()

    def _show_state(self) -> None:
        named = bool(self.whom.text().strip())
        self.now.setEnabled(named)
        self.add.setEnabled(named)

    def add_now(self) -> None:
        """Add it with this moment."""
        at = datetime.now()
        if self.whom.flush():
            self.made.emit(self.whom.text(), when.iso(at.date()), when.time(at))

    def _send(self) -> None:
        said = [line.wrong for line in (self.day, self.time)]
        if not self.flush() or not self.whom.text().strip():
            return
        unread: list[LooseLine] = [line for line in (self.day, self.time) if line.wrong]
        if unread:
            unread[0].setFocus(Qt.FocusReason.OtherFocusReason)
            if unread[0].wrong in said:  # it was said when the box was left
                tell(self, unread[0].wrong)
            return
        self.made.emit(self.whom.text(), str(self.day.saving.stored or ""), str(self.time.saving.stored or ""))

    def forget(self) -> None:
        """It is a line of its own now: the draft is gone, and the next can be written. Expected: as drafts.keep."""
        for field in _FIELDS:
            drafts.keep(self._workspace, drafts.unsent_name(_KIND, f"{self._concern}/{field}"), "")
        self._show_kept()

    def flush(self) -> bool:
        """Keep what is typed. False when it could not be."""
        written = [box.flush() for box in self._boxes.values()]
        return all(written)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.whom, self.day, self.time, self.now, self.add]
