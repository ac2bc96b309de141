"""The box a person types in. It saves itself; nothing typed is ever lost, moved or overwritten by it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Bug, Code, Expected
from inspector_app.ui.note import keys as note_keys
from inspector_app.ui.note import paint as note_paint
from inspector_app.ui.note import spelling, word_menu
from inspector_app.ui.note.door import Target, Write
from inspector_app.ui.note.exact_text import to_document
from inspector_app.ui.note.highlighter import NoteHighlighter
from inspector_app.ui.note.pasting import NO_TEXT, pasted
from inspector_app.ui.note.text import NoteText

SAVE_AFTER = 400  # ms from the first unsaved key, however fast the typing goes on: on disk well within a second
RETRY_AFTER = 2000  # ms between attempts while the disk refuses
SESSION_PAUSE = 5000  # ms without a key, after which the next save is a step of its own


class NoteBox(NoteText):
    """A plain text box bound to one field of one entity, for as long as anything in it is unsaved.

    What it shows beside the text (headings, marks, misspelt words) is on the screen alone; the text is Markdown exactly as
    typed.
    """

    saved = Signal(str)  # ISO 8601 UTC of the last save; "" where nothing was ever saved and nothing is to be
    failed = Signal(object)  # Expected, once for each reason; the text is still here and is tried again
    asked = Signal(str)  # code of what the box alone cannot do: to find

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write: Write | None = None
        self._target: Target | None = None
        self._stored = self._at = ""
        self._session: ChangeId | None = None
        self._unsaved = self._loading = False
        self._refused: Code | None = None
        self.highlighter = NoteHighlighter(self.document())
        spelling.check().changed.connect(self.viewport().update)
        self._save_timer = self._timer(self._save)
        self._pause_timer = self._timer(self.end_session)
        self.textChanged.connect(self._on_typed)
        self.wanted.connect(self.do)

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
        self.change_to(text)
        self._loading = False
        return True

    # saving

    def flush(self) -> bool:
        """Put everything typed on disk now. False when that could not be done; the text stays here."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        return not self._unsaved or self._save()

    def _on_typed(self) -> None:
        if self._loading:
            return
        self.note_typing()
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
            done = self._write(replace(self._target, over=self._stored), text, self._session)
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

    def in_one_step(self, do: Callable[[], object]) -> None:
        """Do something to the text that is a step of its own in the history, whatever was typed before."""
        self.flush()
        self.end_session()
        do()
        self.flush()
        self.end_session()

    def canInsertFromMimeData(self, _source: QMimeData) -> bool:
        """Anything may be tried: what cannot be put in is told of."""
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, in one step of the history."""
        text = pasted(source)
        if text is None:
            self.remarked.emit(NO_TEXT)
            return
        self.in_one_step(lambda: self.textCursor().insertText(to_document(text)))
        self.ensureCursorVisible()

    def do(self, code: str) -> None:
        """Do what a key, a tool or the menu asks for (the codes of note_keys)."""
        match code:
            case "bold":
                note_keys.bold(self)
            case "suggest":
                word_menu.open_at_cursor(self)
            case _ if code in note_keys.MARK_CODES:
                note_keys.mark(self, note_keys.MARK_CODES[code])
            case _:
                self.asked.emit(code)

    # keys

    def event(self, event: QEvent) -> bool:
        """The keys of a note are the note's, whatever they do elsewhere in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and note_keys.code_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters are text; what leads out of the box, or undoes, belongs to the page."""
        code = note_keys.code_of(event)
        if code is not None:
            self.do(code)
        elif note_keys.leads_out(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(plain=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
            event.accept()  # an arrow at the text's edge is not the row's

    def _enter(self, *, plain: bool) -> None:
        if plain:
            self.insertPlainText("\n")  # Qt would put U+2028, which few programs show as a line
            self.ensureCursorVisible()
        else:
            note_keys.enter(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the word and the text, by mouse and by the Menu key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            word_menu.open_at(self, event.pos())
        else:
            word_menu.open_at_cursor(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then what is shown beside it."""
        super().paintEvent(event)
        note_paint.paint(self, event.rect())
