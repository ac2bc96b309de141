"""The box a person types in. It saves itself; nothing typed is ever lost, moved or overwritten by it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.ui.widgets.exact_text import from_document, to_document, units

if TYPE_CHECKING:
    from inspector_app.core.services.editor import Done

SAVE_AFTER = 400  # ms from the first unsaved key, however fast the typing goes on: on disk well within a second
RETRY_AFTER = 2000  # ms between attempts while the disk refuses
SESSION_PAUSE = 5000  # ms without a key, after which the next save is a step of its own
LEAST_LINES, MOST_LINES = 2, 14


@dataclass(frozen=True, slots=True)
class Target:
    """Where a box's text goes: one field of one entity."""

    entity: str
    id: str
    field: str


Write = Callable[[Target, Value, ChangeId | None], "Done"]  # raises Expected; nothing is changed then


class NoteBox(QPlainTextEdit):
    """A plain text box bound to one field of one entity, for as long as anything in it is unsaved.

    It has no undo of its own: the item's history is the only one, so undo keys go to the page.
    """

    saved = Signal(str)  # ISO 8601 UTC of the last save; "" where nothing was ever saved and nothing is to be
    failed = Signal(object)  # Expected, once for each reason; the text is still here and is tried again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._write: Write | None = None
        self._target: Target | None = None
        self._stored = self._at = ""
        self._session: ChangeId | None = None
        self._unsaved = self._loading = False
        self._refused: Code | None = None
        self._save_timer = self._timer(self._save)
        self._pause_timer = self._timer(self.end_session)
        self.textChanged.connect(self._on_typed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def _timer(self, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(then)
        return timer

    # what it is bound to

    def is_bound(self, target: Target, write: Write) -> bool:
        """Whether this box writes to that field by that door."""
        return self._target == target and self._write == write

    @property
    def unsaved(self) -> bool:
        """Whether the box holds text that is not on disk."""
        return self._unsaved

    def bind(self, target: Target, text: str, write: Write, at: str = "") -> None:
        """Show `text` and write edits of it to `target`. Whatever was typed before must be saved (Bug)."""
        if not self.flush():
            raise Bug(f"a note box was given another item while it held unsaved text of {self._target}")
        self.end_session()
        self._target, self._write = target, write
        self._refused = None
        self._stored, self._at = text, at
        self._loading = True
        self.setPlainText(to_document(text))
        self._loading = False
        self._fit()

    def refresh(self, text: str) -> bool:
        """Take text that came from elsewhere, changing only what differs; true when it was taken.

        Unsaved text is left alone.
        """
        if self._unsaved or text == self._stored:
            return False
        self.end_session()
        self._stored = text
        self._loading = True
        self._change_to(to_document(text))
        self._loading = False
        return True

    def text(self) -> str:
        """The text exactly as typed."""
        return from_document(self.document().toRawText())

    # saving

    def flush(self) -> bool:
        """Put everything typed on disk now. False when that could not be done; the text stays here."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        return not self._unsaved or self._save()

    def _on_typed(self) -> None:
        if self._loading:
            return
        self._unsaved = True
        self._pause_timer.start(SESSION_PAUSE)
        if self._refused:
            self._save()
        elif not self._save_timer.isActive():
            self._save_timer.start(SAVE_AFTER)

    def _save(self) -> bool:
        self._save_timer.stop()
        text = self.text()
        if text != self._stored and not self._store(text):
            self._save_timer.start(RETRY_AFTER)
            return False
        if self._unsaved:
            self._unsaved, self._refused = False, None
            self.saved.emit(self._at)
        return True

    def _store(self, text: str) -> bool:
        if self._write is None or self._target is None:
            raise Bug("a note box was typed in before it was bound")
        try:
            done = self._write(self._target, text, self._session)
        except Expected as error:
            again, self._refused = self._refused is error.code, error.code
            if not again:
                self.failed.emit(error)
            return False
        self._stored = text
        self._session, self._at = done.change or self._session, done.at
        return True

    def end_session(self) -> None:
        """The next save is a step of its own in the history."""
        self._session = None
        self._pause_timer.stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the box saves at once and ends the step that typing was gathered in."""
        super().focusOutEvent(event)
        self.flush()
        self.end_session()

    def hideEvent(self, event: QHideEvent) -> None:
        """A box that goes out of sight holds nothing unsaved."""
        super().hideEvent(event)
        self.flush()

    # text

    def _change_to(self, new: str) -> None:
        """Replace the part that differs, so that cursor and scroll stay where the person has them."""
        old = self.document().toRawText().replace("\u2029", "\n")
        same = _shared(old, new)
        rest = min(len(old), len(new)) - same
        tail = _shared(old[::-1][:rest], new[::-1][:rest])
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(old[:same]))
        cursor.setPosition(units(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new[same : len(new) - tail])

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text."""
        if source.hasText():
            text = source.text().replace("\r\n", "\n").replace("\r", "\n")
            self.textCursor().insertText(to_document(text))
            self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are text; what leads out of the box, or undoes, belongs to the page."""
        if _leads_out(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n")  # with Shift too: Qt would put U+2028, which few programs show as a line
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)
            event.accept()  # an arrow at the text's edge is not the row's

    # size: as high as its text, within limits; beyond them it scrolls

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """A width given while Qt was just showing the box is told to nobody; the lines are broken for it now."""
        super().showEvent(event)
        self.resizeEvent(QResizeEvent(self.viewport().size(), QSize()))

    def _fit(self) -> None:
        text, lines = self.document().documentLayout(), 0.0
        most = MOST_LINES * self.fontMetrics().lineSpacing()
        block = self.document().begin()
        while block.isValid() and lines < most:
            lines += text.blockBoundingRect(block).height()
            block = block.next()
        lines = max(LEAST_LINES * self.fontMetrics().lineSpacing(), min(most, lines))
        margins = self.contentsMargins()
        edges = margins.top() + margins.bottom()
        self.setFixedHeight(round(lines + 2 * self.document().documentMargin()) + edges)


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _leads_out(event: QKeyEvent) -> bool:
    keys, held = Qt.Key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == keys.Key_Escape:
        return True
    if held & Qt.KeyboardModifier.AltModifier:  # with Control it is AltGr, which types a letter
        return held == Qt.KeyboardModifier.AltModifier and event.key() in (keys.Key_Left, keys.Key_Right)
    return bool(held & Qt.KeyboardModifier.ControlModifier) and event.key() in (
        keys.Key_Z, keys.Key_Y, keys.Key_Down, keys.Key_PageDown, keys.Key_PageUp,
    )  # fmt: skip
