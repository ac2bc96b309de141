"""A line for a time or a day typed loosely. It is written once it can be read, and says so while it cannot."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from inspector_app.core.errors import Expected
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import theme

Read = Callable[[str], str | None]  # what was typed -> what it means; None when it cannot be read


class LooseLine(QLineEdit):
    """Shows a value in words; what is typed in their place is read when the box is left, at Enter, and on `flush`.

    Text that cannot be read, or not be saved, stays in the box with an edge that says so, and the value stays as it was.
    """

    def __init__(self, read: Read, write: Callable[[str], object], said: Callable[[str], str], hint: str) -> None:
        """`write` takes the value (raises Expected); `said` puts a value into words; `hint` tells how to type one."""
        super().__init__()
        self._read, self._write_value, self._said, self._hint = read, write, said, hint
        self._value = ""
        self.setPlaceholderText(hint)
        self.setToolTip(f"For example {hint}")
        self.textEdited.connect(lambda: self._set_wrong(""))

    @property
    def wrong(self) -> str:
        """What is wrong with what was typed, or ""."""
        return self.accessibleDescription()

    def set_value(self, value: str) -> None:
        """Show what is stored; something typed and not read yet stays."""
        untouched = self.text() == self._said(self._value)
        self._value = value
        if untouched:
            self.setText(self._said(value))

    def flush(self) -> bool:
        """Write what was typed, if it can be read. False when the disk would not take it."""
        if self.text() == self._said(self._value):
            return True
        value = self._read(self.text())
        if value is None:
            self._set_wrong(f"“{self.text().strip()}” cannot be read: type it like {self._hint}")
            return True
        try:
            if value != self._value:
                self._write_value(value)
        except Expected as error:
            self._set_wrong(sentence(error))
            return False
        self._value = value
        self.setText(self._said(value))
        self._set_wrong("")
        return True

    def _set_wrong(self, text: str) -> None:
        if text == self.wrong:
            return
        self.setAccessibleDescription(text)
        self.setToolTip(text or f"For example {self._hint}")
        self.setProperty("wrong", bool(text))
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads what was typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving reads and writes."""
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """A line that goes out of sight holds nothing unsaved that could be saved."""
        super().hideEvent(event)
        self.flush()


def narrow(box: QLineEdit, width: int) -> QLineEdit:
    """The box, as wide as `width` px at 100% and no wider."""
    box.setFixedWidth(theme.px(width))
    return box
