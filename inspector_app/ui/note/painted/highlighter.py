"""How a note's Markdown looks where it stands: headings, bold, lists and marks. It changes no character."""

import re
from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from inspector_app.core.domain.text.marks import Mark, place
from inspector_app.ui.look import theme
from inspector_app.ui.look.mark_shapes import colour
from inspector_app.ui.note.exact_text import units
from inspector_app.ui.note.painted import live

_HEADING = re.compile(r"#{1,6}[ \t]")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t])", re.ASCII)
_FIRST = frozenset("# \t-*+0123456789")  # what a heading or an item begins with
_BOLD = "**"


class NoteHighlighter(QSyntaxHighlighter):
    """Looks at one paragraph at a time, so that a key costs the same in a long note as in a short one."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = _looks(theme.name(), theme.zoom())
        self.figures: Mapping[str, str] = {}

    def set_figures(self, known: Mapping[str, str]) -> None:
        """Show the live figures of this note, by what they are of; a note without any has none."""
        if known != self.figures:
            self.figures = dict(known)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Style one paragraph. A screen's unit of length is not a character: emoji count two."""
        self._style(text)
        if self.figures:
            for start, length, look in live.formats(text, self.figures, self.document().defaultFont()):
                self.setFormat(start, length, look)

    def _style(self, text: str) -> None:
        head = text[:1]
        found = place(text[:64]) if head else None
        if head in _FIRST:
            if heading := _HEADING.match(text):
                self.setFormat(0, units(text), self._look["heading 1" if heading.end() == 2 else "heading"])
                return
            if item := _ITEM.match(text):
                self.setFormat(item.start(), item.end() - item.start(), self._look["marker"])
        if found is not None:
            kind, start, end = found
            self.setFormat(start, end - start, self._look[kind])
        if _BOLD in text:
            self._embolden(text)

    def _embolden(self, text: str) -> None:
        at = text.find(_BOLD)
        while at >= 0:
            end = text.find(_BOLD, at + 3)
            if end < 0:
                return
            inside = text[at + 2 : end]
            if inside.strip() == inside:
                self.setFormat(units(text[:at]), units(text[at : end + 2]), self._look["bold"])
                end += 2
            at = text.find(_BOLD, end)


@lru_cache(maxsize=1)
def _looks(_theme: str, _zoom: int) -> dict[str, QTextCharFormat]:
    """The formats in this theme at this zoom; a box is made anew for another."""
    bold, title, marker = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    for made in (bold, title, marker):
        made.setFontWeight(QFont.Weight.Bold)
    title.setProperty(QTextCharFormat.Property.FontPixelSize, theme.px(theme.HEADING))
    marker.setForeground(QColor(theme.colours().accent))
    looks = {"bold": bold, "heading": QTextCharFormat(bold), "heading 1": title, "marker": marker}
    for kind in Mark:
        looks[kind] = QTextCharFormat(bold)
        looks[kind].setForeground(QColor(colour(kind)))
    return looks
