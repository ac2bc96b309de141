"""Lines that begin with a number, the numbers below one another in bold."""

from collections.abc import Collection, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme


class Numbered(QWidget):
    """Shows sentences; of each that begins with its number that stands in a column of its own, as far as can be seen."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._lines: Sequence[str] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(sizes.NEAR))
        self._grid.setVerticalSpacing(theme.px(sizes.HAIR))
        self._grid.setColumnMinimumWidth(0, theme.px(sizes.PAGE))
        self._grid.setColumnStretch(1, 1)

    def text(self) -> str:
        """The sentences, a line each."""
        return "\n".join(self._lines)

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these, and no others."""
        if lines == self._lines:
            return
        self._lines = lines
        empty(self._grid)
        for row, line in enumerate(lines):
            number, words = _apart(line)
            said = text_label(self)
            said.setText(words)
            said.setAccessibleName(line)
            top = Qt.AlignmentFlag.AlignTop
            figure = theme.role(plain_label(number, self), "label")
            self._grid.addWidget(figure, row, 0, top | Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(said, row, 1, top)


def as_html(lines: Sequence[str], stressed: Collection[str] = ()) -> str:
    """The same as rich text, for a label that is read and copied whole; `stressed` lines in the colour of a conflict."""
    c, rows = theme.colours(), ""
    for line in lines:
        number, words = _apart(line)
        colour = c.contested if line in stressed else c.text
        cells = f'<td align="right"><b>{escape(number)}</b></td><td style="padding-left: {theme.px(sizes.NEAR)}px">'
        rows += f'<tr style="color: {colour}">{cells}{escape(words)}</td></tr>'
    return f"<table cellspacing=0 cellpadding=1>{rows}</table>"


def _apart(line: str) -> tuple[str, str]:
    """The number that a sentence begins with, and the rest of it."""
    first, _, rest = line.partition(" ")
    return (first, rest) if first.replace(",", "").isdigit() else ("", line)
