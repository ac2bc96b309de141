"""Over a box for a day, while somebody types in it: Qt's own takes one figure at a time and drops whatever else is typed."""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QDateEdit, QLineEdit

from inspector_app.core.domain.days import typed
from inspector_app.core.words import say

_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+", re.IGNORECASE)
_ERASE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def read(text: str, near: date) -> date | None:
    """The day that somebody wrote, with or without its weekday; without its year the one nearest to `near`; else None."""
    text = _WEEKDAY.sub("", text.strip(), count=1)
    code = typed.day(text, near if typed.written(text) else date.today())
    return typed.stored(code) if code else None


def no_day(text: str) -> str:
    """Why a text that `read` did not read is no day, as a sentence."""
    found = typed.written(_WEEKDAY.sub("", text.strip(), count=1))
    if found is not None and found.year is not None and not typed.is_year(found.year):
        return say("“{text}” is before 1900 or after 2100.", text=text)
    return say("“{text}” is not a day: write 24/3.", text=text)


class TypedDay(QLineEdit):
    """Hidden while nobody types. The box keeps the keyboard, and gives the keys."""

    def __init__(self, box: QDateEdit) -> None:
        super().__init__(box)
        self._box = box
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def press(self, event: QKeyEvent) -> bool:
        """Take a key that writes, and while something is being written every key but Tab. False for the others."""
        writes = event.text().isprintable() and bool(event.text()) and not event.modifiers() & _COMMAND
        if self.isHidden():
            if not (writes or event.key() in _ERASE):
                return False
            self._begin()
        self.keyPressEvent(event)  # sent, it would come back from here to the box
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """What the box holds is seen again."""
        super().hideEvent(event)
        if self.isHidden():  # and not only the page that it is on
            self._box.lineEdit().show()

    def _begin(self) -> None:
        """Go on from what stands in the box, with the cursor and what is chosen as they are there."""
        shown = self._box.lineEdit()
        at, start, long = shown.cursorPosition(), shown.selectionStart(), len(shown.selectedText())
        self.setAccessibleName(self._box.accessibleName())
        self.setText(shown.text())
        self.setCursorPosition(at)
        if start >= 0:
            self.setSelection(start, long)
        self.setGeometry(shown.geometry())
        shown.hide()  # inside such a box no line has a ground of its own
        self.show()
        QCoreApplication.sendEvent(self, QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason))
