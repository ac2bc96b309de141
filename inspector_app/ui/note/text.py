"""The text of a note on the screen: exact, changed only where it differs, as high as it is long. It knows of no file."""

import math

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.exact_text import difference, from_document, offset, to_document, units
from inspector_app.ui.note.gutter import Guttered

LEAST_LINES, MOST_LINES = 2, 14
MARGIN = 8  # px at 100%: round the text


class NoteText(Guttered):
    """What the keys, the menu and the painting of a note work on.

    It has no undo of its own: the item's history is the only one, so undo keys go to the page.
    """

    wanted = Signal(str)  # code of what a tool or the menu asks for (the codes of keys.py)
    remarked = Signal(str)  # a sentence in passing, on what could not be done

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._typed_at = -1
        self._filling = self._measuring = False
        self._most_lines: float = MOST_LINES
        self.document().setDocumentMargin(theme.px(MARGIN))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """The text exactly as typed."""
        return from_document(self.document().toRawText())

    def text_before(self) -> str:
        """The text before the cursor, exactly as typed."""
        raw = self.document().toRawText()
        return from_document(raw[: offset(raw, self.textCursor().position())])

    def change(self, start: int, end: int, new: str) -> None:
        """Type `new`, as a document holds it, in the place of what stands from `start` to `end` (its positions)."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._put(start, cursor.selectedText().replace("\u2029", "\n"), new)

    def change_to(self, text: str, at: int = -1) -> None:
        """Replace the part that differs, so that cursor and scroll stay where the person has them.

        Where several could be that part, it is the one whose new text ends at `at` (characters of `text`).
        """
        old = self.document().toRawText().replace("\u2029", "\n")
        self._put(0, old, to_document(text), at if at < 0 else len(to_document(text[:at])))

    def _put(self, start: int, old: str, new: str, at: int = -1) -> None:
        first, last, text = difference(old, new, at)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start + units(old[:first]))
        cursor.setPosition(start + units(old[:last]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    def note_typing(self) -> None:
        """A word is being typed where the cursor is."""
        self._typed_at = self.textCursor().position()

    @property
    def typing_at(self) -> int:
        """Where a word is being typed just now; -1 when none is."""
        return self._typed_at if self.hasFocus() and self._typed_at == self.textCursor().position() else -1

    # size: as high as its text, within limits; beyond them it scrolls

    def fill(self) -> None:
        """From now on: as high as the room there is, however long the text."""
        self._filling = True
        self.setMinimumHeight(self._high(LEAST_LINES * self.fontMetrics().lineSpacing()))
        self.setMaximumHeight(sizes.ANY)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.lay_gutter()
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """A width given while Qt was just showing the box is told to nobody; the lines are broken for it now."""
        super().showEvent(event)
        self.resizeEvent(QResizeEvent(self.viewport().size(), QSize()))

    def grow(self) -> None:
        """From now on: as high as its text, however long that is, on a page that scrolls."""
        self._most_lines = math.inf
        self._fit()

    def _fit(self) -> None:
        """Be as high as the text. To ask a paragraph for its height lays it out, and Qt tells of that: all in one round."""
        if self._filling or self._measuring:
            return
        self._measuring = True
        try:
            high = self._high(self._lines())
        finally:
            self._measuring = False
        self.setFixedHeight(high)

    def _lines(self) -> float:
        """How high the lines are together, within the limits."""
        margin = self.document().documentMargin()  # the first paragraph has it already
        text, lines = self.document().documentLayout(), -margin
        most = self._most_lines * self.fontMetrics().lineSpacing()
        block = self.document().begin()
        while block.isValid() and lines < most:
            lines += text.blockBoundingRect(block).height()
            block = block.next()
        return max(LEAST_LINES * self.fontMetrics().lineSpacing(), min(most, lines))

    def _high(self, lines: float) -> int:
        """How high the box is for lines of that height together."""
        margins = self.contentsMargins()
        edges = margins.top() + margins.bottom()
        return math.ceil(lines + 2 * self.document().documentMargin()) + 1 + edges  # one more, or Qt would scroll by it
