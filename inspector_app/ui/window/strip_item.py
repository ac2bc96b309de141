"""One thing that the strip says and that leads somewhere: words, a picture, and what it says where there is little room."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QToolButton, QWidget

from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.look import theme
from inspector_app.ui.look.icons import before_words

_SIDE, _GAP, _PADDING = 14, 8, 8  # px at 100%: the picture, between it and the words, beside both
_QT_GAP = 4  # px, at any size: what Qt puts between them by itself


class StripItem(QToolButton):
    """A button of the strip. `kind` is a role of the stylesheet: "strip", "strip-title", "strip-concern" and so on."""

    def __init__(self, parent: QWidget, tip: str = "", drawing: str = "") -> None:
        super().__init__(parent)
        theme.role(self, "strip")
        self._tip, self._drawing = tip, drawing
        self._full = self._short = self._heard = ""
        self._drawn: tuple[object, ...] = ()
        self._reserved: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if not drawing:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    @property
    def full(self) -> str:
        """All that it says, as it is heard."""
        return self._heard

    def say(self, full: str, short: str = "", *, heard: str = "", kind: str = "strip") -> None:
        """Say this; `short` where there is little room. What is heard, and in the tip, is `heard`, or else the whole."""
        self._full, self._short, self._heard = full, short or full, heard or full
        self.setAccessibleName(self._heard)
        self.setToolTip(f"{self._heard}: {self._tip}" if self._tip else self._heard)
        if self.property("role") != kind:
            theme.role(self, kind)

    def set_tip(self, tip: str) -> None:
        """What its tip says from now on, after the words."""
        self._tip = tip
        self.setToolTip(f"{self._heard}: {tip}")

    def reserve(self, said: Iterable[str]) -> None:
        """Keep room for the widest of these, so that what stands beside it stays where it is when the words change."""
        self._reserved = tuple(said)

    def width_of(self, *, short: bool) -> int:
        """How wide it has to be."""
        metrics = self._metrics()
        words = (self._short,) if short else (self._full, *self._reserved)
        picture = theme.px(_SIDE + _GAP) if self._drawing else 0
        return max(metrics.horizontalAdvance(text) for text in words) + picture + 2 * theme.px(_PADDING)

    def fit(self, width: int, colour: str, *, short: bool) -> None:
        """Show as much as `width` has room for, its picture in this colour."""
        inside = width - 2 * theme.px(_PADDING) - (theme.px(_SIDE + _GAP) if self._drawing else 0)
        metrics = self._metrics()
        words = self._short if short else self._full
        if metrics.horizontalAdvance(words) > inside:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside)
        if self.text() != as_it_stands(words):
            self.setText(as_it_stands(words))
        shown = words if short else self._full  # what had to be cut is heard whole
        told = shown.strip() in self._heard
        self.setAccessibleName(self._heard if told else f"{shown}: {self._heard}")
        self.setFixedWidth(width)
        self._draw(colour)

    def _metrics(self) -> QFontMetrics:
        size = theme.BODY if self.property("role") == "strip-title" else theme.SMALL
        return QFontMetrics(theme.font(size, bold=True))

    def _draw(self, colour: str) -> None:
        side = theme.px(_SIDE)
        wanted = (self._drawing, colour, side)
        if self._drawing and wanted != self._drawn:
            self._drawn = wanted
            gap = max(0, theme.px(_GAP) - _QT_GAP)
            self.setIconSize(QSize(side + gap, side))
            self.setIcon(before_words(self._drawing, colour, side, gap, self.devicePixelRatioF()))

    def set_drawing(self, drawing: str) -> None:
        """Another picture from now on."""
        self._drawing = drawing
