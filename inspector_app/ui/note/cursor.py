"""Putting the cursor to where it was in a note, or to where something stands."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.finding.search import words
from inspector_app.core.domain.finding.snippet import pattern
from inspector_app.ui.note.exact_text import to_document, units
from inspector_app.ui.note.text import NoteText


def put_cursor(box: QPlainTextEdit, position: int, anchor: int | None = None) -> None:
    """Put the cursor at a position, or at the end of a text that is shorter now; what lies after `anchor` is selected."""
    cursor, end = box.textCursor(), box.document().characterCount() - 1
    cursor.setPosition(min(position if anchor is None else anchor, end))
    cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)


def select_words(box: NoteText, said: str, known: Mapping[str, str]) -> None:
    """Select the first place where these words stand as the text reads with these figures, so that they are seen and can be
    typed over; else nothing.
    """
    text = box.text()
    if (place := live_figures.place_of(text, said, known)) is not None:
        start, end = (units(to_document(text[:at])) for at in place)
        put_cursor(box, end, start)
        box.ensureCursorVisible()


def see_words(box: NoteText, typed: str) -> None:
    """Let the first place of what was looked for (as it was typed) be seen, with the cursor there and nothing selected."""
    text = box.text()
    terms = pattern(words(typed).must, text)
    found = terms.search(text) if terms else None
    if found is not None:
        put_cursor(box, units(to_document(text[: found.start()])))
        QTimer.singleShot(0, box, box.ensureCursorVisible)  # once the note has its place
