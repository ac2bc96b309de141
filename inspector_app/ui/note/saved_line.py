"""One line of text that saves itself, for names and markings. Notes have NoteBox."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.core.errors import Code, Expected
from inspector_app.ui.note.box import RETRY_AFTER, SAVE_AFTER

WriteLine = Callable[[str], object]  # raises Expected; nothing is changed then


class SavedLine(QLineEdit):
    """Writes what is typed within half a second, and at once when it is left or hidden."""

    failed = Signal(object)  # Expected; the text is still here and is tried again

    def __init__(self, write: WriteLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._stored = ""
        self._refused: Code | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)
        self.textEdited.connect(self._on_edited)

    def set_text(self, text: str) -> None:
        """Show what is stored; text not yet saved stays."""
        if self.text() == self._stored and text != self._stored:
            self.setText(text)
        self._stored = text if self.text() == text else self._stored

    def flush(self) -> bool:
        """Put what was typed on disk now. False when that could not be done; the text stays here."""
        self._timer.stop()
        text = self.text()
        if text == self._stored:
            return True
        try:
            self._write(text)
        except Expected as error:
            self._timer.start(RETRY_AFTER)
            again, self._refused = self._refused is error.code, error.code
            if not again:
                self.failed.emit(error)
            return False
        self._stored, self._refused = text, None
        return True

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves."""
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """A line that goes out of sight holds nothing unsaved."""
        super().hideEvent(event)
        self.flush()
