"""Phrases in the texts: `.word` and Tab puts one in, Tab goes on to its next stop; a line `.word text` is kept as one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from inspector_app.core.domain.text import phrases as rules
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import phrases
from inspector_app.core.words import say
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.exact_text import offset, to_document, units
from inspector_app.ui.places.findings.sheet import TextsSheet

Try = Callable[[Callable[[Workspace], Any]], Any]


class Phrasing(QObject):
    """Hears Tab in the text that one is in."""

    def __init__(self, workspace: Workspace, sheet: TextsSheet, try_: Try) -> None:
        super().__init__(sheet)
        self._workspace, self._sheet, self._try = workspace, sheet, try_
        self._stops_of: NoteBox | None = None  # the text in which a phrase was put, while it has stops
        sheet.cursor_moved.connect(self._listen)

    def _listen(self) -> None:
        if self._sheet.last_box is not None:
            self._sheet.last_box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab behind the name of a phrase, or in a phrase with stops; any other Tab leads on as always."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, NoteBox):
            plain = event.key() == Qt.Key.Key_Tab and not event.modifiers()
            if plain and not watched.isReadOnly() and (self._expand(watched) or self._go_on(watched)):
                return True
        return super().eventFilter(watched, event)

    def _expand(self, box: NoteBox) -> bool:
        cursor = box.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        name = rules.asked(before)
        text = phrases.known(self._workspace).get(name.casefold(), "") if name else ""
        if not text:
            return False
        start = cursor.position() - units(name) - 1
        box.in_one_step(lambda: _put(box, start, cursor.position(), text))
        self._stops_of = box
        self._select(box, start)
        return True

    def _go_on(self, box: NoteBox) -> bool:
        return box is self._stops_of and self._select(box, box.textCursor().selectionStart() + 1)

    def _select(self, box: NoteBox, start: int) -> bool:
        """Select the next stop from there on; False where there is none."""
        text = box.document().toRawText()
        found = rules.stop(text.replace("\u2029", "\n"), offset(text, start))
        if found is None:
            self._stops_of = None
            return False
        cursor = QTextCursor(box.document())
        cursor.setPosition(units(text[: found[0]]))
        cursor.setPosition(units(text[: found[1]]), QTextCursor.MoveMode.KeepAnchor)
        box.setTextCursor(cursor)
        return True

    def keep(self) -> None:
        """Keep the line at the cursor as a phrase, or forget it where it is a name alone; else say which there are."""
        box = self._sheet.last_box
        found = rules.defined(box.textCursor().block().text()) if box is not None else None
        if box is None or found is None:
            self._say_known()
            return
        name, text = found
        was = name.casefold() in phrases.known(self._workspace)
        if not text and not was:
            self._say_known()
            return

        def written(workspace: Workspace) -> bool:
            phrases.keep(workspace, name, text)
            return True

        if not self._try(written):
            return  # refused, which is told
        _take_out(box)
        if text:
            tell(self._sheet, say("Kept: .{name} and Tab puts it in.", name=name))
        else:
            tell(self._sheet, say("Forgotten: .{name}", name=name))

    def _say_known(self) -> None:
        names = ", ".join(f".{name}" for name in sorted(phrases.known(self._workspace)))
        how = say("Write a line “.word text of <whom>” and keep it with this key; .word and Tab puts it in.")
        tell(self._sheet, f"{say('Your phrases: {names}', names=names)}. {how}" if names else how)


def _take_out(box: NoteBox) -> None:
    """Take out the line that said what to keep: it is no part of the findings. Undo brings it back."""
    line = box.textCursor().block()
    box.in_one_step(lambda: _put(box, line.position(), line.position() + line.length() - 1, ""))


def _put(box: NoteBox, start: int, end: int, text: str) -> None:
    cursor = QTextCursor(box.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(to_document(text))
    box.setTextCursor(cursor)
