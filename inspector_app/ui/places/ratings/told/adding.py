"""An entry that is written down: kept on this laptop while one writes, and in the log once it is added."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.days import typed
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.words import say
from inspector_app.ui.controls.focus import go_to
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.adding_card import AddingCard
from inspector_app.ui.note.door import Target, door_of_drafts
from inspector_app.ui.note.line import LineBox

_KIND, _NEW = "told", "new"  # the kind of draft, and what it is about
_FIELDS = ("whom", "day", "said")


class Adding(AddingCard):
    """`made` with whom, what was said, and the day as ISO 8601 ("" for today; None is no day)."""

    made = Signal(str, str, object)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        kept = say("Kept on this laptop while you write. Once you add it, the ratings of that moment are kept with it.")
        super().__init__(kept, parent)
        self._workspace, self._door = workspace, door_of_drafts(workspace, _KIND)
        self.whom, self.day = LineBox(self), LineBox(self)
        self.whom.setAccessibleName(say("Who was told"))
        self.day.setAccessibleName(say("Day"))
        self.day.setPlaceholderText(say("Today"))
        self.said.allow_empty()
        self.said.sent.connect(self._send)
        parts = ((say("Who was told"), self.whom), (say("Day"), self.day), (say("What was said"), self.said))
        self.lay_out(say("The service was told"), parts)
        self.day.setMaximumWidth(theme.px(sizes.BOX_DAY))  # a day, and not a line of text

    def begin(self) -> None:
        """Be there, with what was written before, and the keyboard in its first box."""
        kept = drafts.unsent(self._workspace, _KIND, _NEW)
        texts = {field: kept.get(f"{_NEW}/{field}", "") for field in _FIELDS}
        self.whom.show_value(Target("draft", _NEW, "whom"), texts["whom"], self._door)
        self.day.show_value(Target("draft", _NEW, "day"), texts["day"], self._door)
        self.said.show_value(Target("draft", _NEW, "said"), say("What was said"), texts["said"], self._door)
        self.show()
        go_to(self.whom)

    def forget(self) -> None:
        """It is in the log now: the draft is gone. Expected: as drafts.keep."""
        for field in _FIELDS:
            drafts.keep(self._workspace, drafts.unsent_name(_KIND, f"{_NEW}/{field}"), "")
        self.hide()

    def flush(self) -> bool:
        """Keep what is typed. False when it could not be."""
        written = [self.whom.flush(), self.day.flush(), self.said.box.flush()]
        return all(written)

    def _send(self, said: str) -> None:
        if self.flush():
            today = datetime.now().astimezone().date()
            day = typed.day(self.day.text(), today, last=today)  # nobody was told tomorrow
            self.made.emit(self.whom.text(), said, day)
