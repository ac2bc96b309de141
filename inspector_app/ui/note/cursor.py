"""Putting the cursor back to where it was in a note."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit


def put_cursor(box: QPlainTextEdit, position: int, anchor: int | None = None) -> None:
    """Put the cursor at a position, or at the end of a text that is shorter now; what lies after `anchor` is selected."""
    cursor, end = box.textCursor(), box.document().characterCount() - 1
    cursor.setPosition(min(position if anchor is None else anchor, end))
    cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
