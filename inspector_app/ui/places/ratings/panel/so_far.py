"""What the panel decided on each standard so far, a line for each."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme


class Standing(NamedTuple):
    """What was decided on one standard, in words."""

    ref: str
    title: str
    said: str


class SoFar(QWidget):
    """Reference, title, decision; a line between each two. Nothing in it acts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: Sequence[Standing] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(sizes.NEAR))
        self._grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        self._grid.setColumnStretch(2, 1)

    def show_lines(self, lines: Sequence[Standing]) -> None:
        """Show these, in their order."""
        if lines == self.lines:
            return
        self.lines = lines
        empty(self._grid)
        for place, line in enumerate(lines):
            if place:
                self._grid.addWidget(theme.role(QFrame(self), "line"), 2 * place - 1, 0, 1, 3)
            self._grid.addWidget(plain_label(line.ref, self), 2 * place, 0)
            self._grid.addWidget(plain_label(line.title, self), 2 * place, 1)
            said = theme.role(text_label(self), "quiet")
            said.setText(line.said)
            said.setAccessibleName(
                say("{standard}: {decision}", standard=f"{line.ref} {line.title}", decision=line.said)
            )
            self._grid.addWidget(said, 2 * place, 2)
