"""One line of text that saves itself: facts, names, numbers, markings. Notes have NoteBox."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.ui.controls.fields.plain_line import with_hint
from inspector_app.ui.controls.page_keys import code_of
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.kept_out import KeptOut
from inspector_app.ui.note.saving import SAVE_AFTER, Saving


def plain(value: Value) -> str:
    """The value without white space that means nothing."""
    return " ".join(str(value).split())


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is typed and shown. `said`: a stored value ("" for none) as it is shown.

    `read`: what was typed as a value (Expected VALUE_INVALID); as it stands, where that is for the door to say. `left`: what
    was typed as it is meant once one has left it, which might have gone on before. `after`: as of Saving.
    """

    said: Callable[[Value], str] = plain
    read: Callable[[str], Value] = str
    left: Callable[[str], str] = str
    after: int | None = SAVE_AFTER


TEXT = Form()


class LineBox(QLineEdit):
    """Left, it shows what is stored in its usual form."""

    saved = Signal(str)  # ISO 8601 UTC
    failed = Signal(object)  # Expected, once for each reason; the text is still here and is tried again
    refused = Signal(object)  # Expected: it cannot be taken as it stands; it stays here
    accepted = Signal()  # what it holds was taken, or is shown as it came

    def __init__(self, parent: QWidget | None = None, form: Form = TEXT) -> None:
        super().__init__(parent)
        self._said, self._left = form.said, form.left
        self.saving = Saving(self, self.text, self._show_text, form.read, form.after)
        self._kept_out = KeptOut(self)
        self.saving.saved.connect(self.saved)
        self.saving.failed.connect(self.failed)
        self.saving.refused.connect(self.refused)
        self.saving.accepted.connect(self.accepted)
        self.textChanged.connect(self.saving.touched)
        self.returnPressed.connect(self.leave)

    def sizeHint(self) -> QSize:
        """With room for its hint."""
        return with_hint(self, super().sizeHint())

    def _show_text(self, value: Value, _other: bool) -> None:
        if self._said(value) != self.text():
            self.setText(self._said(value))

    def setText(self, text: str | None) -> None:
        """What comes from elsewhere and is too long for the line is seen from its first words on."""
        super().setText(text)
        self._show_beginning()

    def _show_beginning(self) -> None:
        """Words too long for the line are seen from their first on, unless one is in them."""
        if not self.hasFocus():
            self.setCursorPosition(0)

    def show_value(self, target: Target, value: Value, door: Door, draft: str | None = None) -> None:
        """Show the value of a field, or the text that could not be taken when it was last typed here (`draft`).

        What is typed of that field and not stored stays.
        """
        other = not self.saving.is_bound(target, door)
        self.saving.show_value(target, value, door)
        if other and draft is not None:
            self.setText(draft)
            self.flush()  # it may be taken by now; otherwise it says again why not

    def flush(self) -> bool:
        """Put what was typed on disk now. False only when the disk would not take it; the text stays here."""
        return self.saving.flush()

    def leave(self) -> bool:
        """Save, and show what is stored in its usual form; the next save is a step of its own in the history."""
        if (meant := self._left(self.text())) != self.text():
            self.setText(meant)
        written = self.saving.leave()
        self.saving.show_stored()
        return written

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo are of what was typed here, and of the item once nothing of that is left.

        The next gap is the page's to find: Qt takes that key for the end of the line, which has one of its own.
        """
        code = code_of(event)
        if (
            code == "next-gap"
            or (code == "undo" and not self.isUndoAvailable())
            or (code == "redo" and not self.isRedoAvailable())
        ):
            event.ignore()
        elif not self.isReadOnly() or not self._kept_out.take(event, self.saving.target):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who is led here goes on at the end; Tab chooses all of it, and the mouse a place."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and not self.hasSelectedText():
            self.setCursorPosition(len(self.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # suggestions came up: one is still here
            self.leave()
            if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
                self._show_beginning()

    def hideEvent(self, event: QHideEvent) -> None:
        """A line that goes out of sight holds nothing unsaved."""
        super().hideEvent(event)
        self.leave()
