"""A live figure is one thing to who writes: the cursor stands before or behind it, and a selection has all of it or nothing.

What stands in the text is what the figure is of; a letter typed in the middle of what is painted would make nonsense of it.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from inspector_app.ui.note.painted import live
from inspector_app.ui.note.painted.highlighter import NoteHighlighter


class WholeFigures(QObject):
    """Leads the cursor of a box out of the figures that it says something for; one that counts nothing is typed in."""

    def __init__(self, box: QPlainTextEdit, highlighter: NoteHighlighter) -> None:
        super().__init__(box)
        self._box, self._highlighter, self._was = box, highlighter, 0
        box.cursorPositionChanged.connect(self._lead_out)
        box.selectionChanged.connect(self._lead_out)

    def _lead_out(self) -> None:
        cursor = self._box.textCursor()
        at, anchor = cursor.position(), cursor.anchor()
        was, self._was = self._was, at
        if not self._highlighter.figures:
            return
        to = self._out(at, anchor, was)
        since = to if anchor == at else self._out(anchor, at, anchor)
        if (to, since) != (at, anchor):
            self._was = to
            cursor.setPosition(since)
            cursor.setPosition(to, QTextCursor.MoveMode.KeepAnchor)
            self._box.setTextCursor(cursor)

    def _out(self, at: int, other: int, was: int) -> int:
        """Where to go from a place: past the figure for who came from its edge, round all of it where something is selected,
        else to the nearer edge."""
        area = live.around(self._box.document(), at, self._highlighter.figures)
        if area is None:
            return at
        start, end = area
        if was in area:
            return end if was == start else start
        if other != at:
            return end if at > other else start
        return start if at - start < end - at else end


def take_whole(box: QPlainTextEdit, event: QKeyEvent) -> None:
    """Backspace and Delete beside a figure, or in it, take the whole of it."""
    cursor = box.textCursor()
    back = event.key() == Qt.Key.Key_Backspace
    if cursor.hasSelection() or event.key() not in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        return
    at, block = cursor.positionInBlock(), cursor.block()
    for start, end, _ in live.places(block.text()):
        if start < at <= end if back else start <= at < end:
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            box.setTextCursor(cursor)
            return
