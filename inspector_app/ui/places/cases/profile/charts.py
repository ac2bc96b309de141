"""What the profile draws: a share of the sample over that of the caseload, and how often Yes on the bands."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.band_bar import paint_band_bar


class SharesBar(QWidget):
    """The share of the sample, solid; under it that of the service's caseload, hatched, where it is known."""

    def __init__(self, share: int, beside: int | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._share, self._beside = share, beside
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One bar, or two."""
        return QSize(1, theme.px(sizes.BAR) * (1 if self._beside is None else 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter, colours, high = QPainter(self), theme.colours(), theme.px(sizes.BAR)
        paint_band_bar(painter, QRectF(0, 0, self.width(), high), self._share, (), colours.accent)
        if self._beside is not None:
            below = QRectF(0, high, self.width(), high)
            paint_band_bar(painter, below, self._beside, (), colours.quiet, provisional=True)


class YesBar(QWidget):
    """How often Yes, in percent (None: an empty track), with the bands' bounds, in the colour of its band."""

    def __init__(self, percent: int | None, lowers: Sequence[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._percent, self._lowers = percent, lowers
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One bar."""
        return QSize(1, theme.px(sizes.BAR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        colours = theme.colours()
        band = sum(self._percent >= lower for lower in self._lowers) - 1 if self._percent is not None else 0
        colour = colours.bands[max(0, band)] if self._lowers else colours.accent
        paint_band_bar(QPainter(self), QRectF(self.rect()), self._percent, self._lowers, colour)
