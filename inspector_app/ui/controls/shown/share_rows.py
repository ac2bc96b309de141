"""How much of something is done or the same, a row for each part: its name, a bar, and the numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.progress import paint_progress

_WIDE = 66  # px at 100%, of a bar at least


class Share(NamedTuple):
    """`part` of `of` under a name; `about`: what the name stands for, in a tip, where that is longer."""

    name: str
    part: int
    of: int
    about: str = ""


class ShareRows(QWidget):
    """Shows shares; the words say all that the bars say."""

    def __init__(self, parent: QWidget, across: int = 1, *, small: bool = False) -> None:
        """`across`: how many rows stand beside one another. `small`: in the lesser size of letters."""
        super().__init__(parent)
        self._across, self._shares, self._small = across, tuple[Share, ...](), small
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(sizes.NEAR))
        self._grid.setVerticalSpacing(theme.px(sizes.TIGHT))

    def set_shares(self, shares: Sequence[Share]) -> None:
        """Show these, and no others."""
        if tuple(shares) == self._shares:
            return
        self._shares = tuple(shares)
        empty(self._grid)
        for place, share in enumerate(self._shares):
            row, left = place // self._across, 3 * (place % self._across)
            self._add(share, row, left)

    def text(self) -> str:
        """The rows in words, a line each."""
        return "\n".join(f"{share.name}: {_said(share)}" for share in self._shares)

    def _add(self, share: Share, row: int, left: int) -> None:
        said = theme.role(plain_label(_said(share), self), "small" if self._small else "quiet")
        said.setAccessibleName(f"{share.name}: {_said(share)}")
        said.setAccessibleDescription(share.about)
        name, bar = plain_label(share.name, self), _Bar(share, self)
        for part in (name, bar, said):
            part.setToolTip(share.about)
        self._grid.addWidget(theme.role(name, "small") if self._small else name, row, left)
        self._grid.addWidget(bar, row, left + 1)
        self._grid.addWidget(said, row, left + 2, Qt.AlignmentFlag.AlignRight)
        self._grid.setColumnStretch(left + 1, 1)


def _said(share: Share) -> str:
    return say("{part} of {of}", part=share.part, of=share.of)


class _Bar(QWidget):
    def __init__(self, share: Share, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a bar."""
        return QSize(theme.px(_WIDE), theme.px(sizes.BAR))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track, and how much of it is filled."""
        paint_progress(QPainter(self), self.rect(), self._share.part, self._share.of)
