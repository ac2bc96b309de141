"""The box a person types in. It saves itself; nothing typed is ever lost, moved or overwritten by it."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.text.writing import cut
from inspector_app.ui.controls.focus import show_whole
from inspector_app.ui.note import keys as note_keys
from inspector_app.ui.note import spelling, word_menu
from inspector_app.ui.note.bursts import Bursts
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.exact_text import to_document
from inspector_app.ui.note.kept_out import KeptOut
from inspector_app.ui.note.painted import paint as note_paint
from inspector_app.ui.note.painted.highlighter import NoteHighlighter
from inspector_app.ui.note.painted.whole_figures import WholeFigures, take_whole
from inspector_app.ui.note.pasting import NO_TEXT, pasted
from inspector_app.ui.note.saving import Saving
from inspector_app.ui.note.text import NoteText


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
        self.saving = Saving(self, self.text, self._show_text)
        self._kept_out = KeptOut(self)
        self.saving.saved.connect(self.saved)
        self.saving.failed.connect(self.failed)
        self.bursts, self._held, self._walking = Bursts(), "", False
        self.saving.began_anew.connect(self.bursts.begin_anew)
        self.saving.step_ended.connect(self.bursts.end_step)
        self.highlighter = NoteHighlighter(self.document())
        self._whole = WholeFigures(self, self.highlighter)
        self._underlines = note_paint.Underlines()
        spelling.check().changed.connect(self._on_spelling)
        self.textChanged.connect(self._on_typed)
        self.wanted.connect(self.do)

    def _on_spelling(self) -> None:
        self._underlines.forget()
        self.viewport().update()

    def _show_text(self, value: Value, other: bool) -> None:
        """What goes on without a blank is shown in lines, and stored so once somebody types in it."""
        text = cut(str(value))
        if other:
            self.setPlainText(to_document(text))
            self._fit()
        else:
            self.change_to(text)

    def _on_typed(self) -> None:
        before, self._held = self._held, self.text()
        if self.saving.touched():
            self.note_typing()
            if not self._walking and before != self._held:
                self.bursts.typed(before, self._held, time.monotonic(), len(self.text_before()))

    def walk_to(self, text: str, at: int) -> bool:
        """Type a text that stood here before or after, of which what is put there ends at `at`; whether it is on disk."""
        self._walking = True
        self.change_to(text, at)
        self._walking = False
        self.ensureCursorVisible()
        return self.flush()

    def show_value(self, target: Target, text: str, door: Door, at: str = "") -> bool:
        """Show the text of a field, written at that time; whether the box was filled. Unsaved text of that field stays."""
        return self.saving.show_value(target, text, door, at)

    @property
    def unsaved(self) -> bool:
        """Whether the box holds text that is not on disk."""
        return self.saving.unsaved

    def flush(self) -> bool:
        """Put everything typed on disk now. False when that could not be done; the text stays here."""
        return self.saving.flush()

    def end_session(self) -> None:
        """The next save is a step of its own in the history."""
        self.saving.end_session()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes to it by Tab sees all of it."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            QTimer.singleShot(0, self, partial(show_whole, self))  # Qt shows the line of its cursor afterwards

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the box saves at once and ends the step that typing was gathered in."""
        super().focusOutEvent(event)
        self.saving.leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """A box that goes out of sight holds nothing unsaved."""
        super().hideEvent(event)
        self.flush()

    def in_one_step(self, do: Callable[[], object]) -> None:
        """Do something to the text that is a step of its own in the history, whatever was typed before."""
        self.saving.leave()
        self.bursts.end()
        do()
        self.bursts.end()
        self.saving.leave()

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
        """Do what a key, a tool or the menu asks for (the codes of note_keys). A note that is only read is searched."""
        if self.isReadOnly() and code not in note_keys.FINDING:
            self._kept_out.said(self.saving.target)
            return
        match code:
            case "bold":
                self._apart(lambda: note_keys.bold(self))
            case "list":
                self._apart(lambda: note_keys.listed(self))
            case "suggest":
                word_menu.suggest_at_cursor(self)
            case _ if code in note_keys.MARK_CODES:
                self._apart(lambda: note_keys.mark(self, note_keys.MARK_CODES[code]))
            case _:
                self.asked.emit(code)

    def _apart(self, do: Callable[[], object]) -> None:
        """Do something that undo takes back by itself."""
        self.bursts.end()
        do()
        self.bursts.end()

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
        elif self.isReadOnly() and self._kept_out.take(event, self.saving.target):
            event.accept()  # no letter of it answers a row
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(plain=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            if self.highlighter.figures and not self.isReadOnly():
                take_whole(self, event)
            super().keyPressEvent(event)
            event.accept()  # an arrow at the text's edge is not the row's

    def _enter(self, *, plain: bool) -> None:
        if self.isReadOnly():
            return
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

    def paint_gutter(self, gutter: QWidget, area: QRect) -> None:
        """The shapes of the marks."""
        note_paint.paint_marks(self, gutter, area)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then what is shown beside it."""
        super().paintEvent(event)
        note_paint.paint(self, event.rect(), self.highlighter.figures, self._underlines)
