"""The ring round the button that has the keyboard: outside of it, over the page, so that nothing moves when it comes or goes.

Fields, rows and lists have an inner edge instead (look/stylesheet.py).
"""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from inspector_app.ui.look import sizes, theme

_MARGINS = (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin)


class Ring(QObject):
    """Follows the keyboard from button to button, in every window of the application."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        """Until `parent` is gone."""
        super().__init__(parent)
        self._style = application.findChild(_RingStyle) or _RingStyle(application)
        self.frame = self._make()
        application.focusChanged.connect(self._follow)

    def _make(self) -> QFocusFrame:
        frame = QFocusFrame()
        frame.setStyle(self._style)
        return frame

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self.frame):  # it lies on the page of its button, and goes with it
            self.frame = self._make()
        self.frame.setWidget(now if isinstance(now, QAbstractButton) else self.frame.window())  # Qt gives a window none


class _RingStyle(QProxyStyle):
    """The style of the frame alone: in the whole application each measure of each widget would be asked of Python.

    It outlives every frame, being the application's.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__("Fusion")
        self.setParent(application)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """How far the ring goes beyond its button."""
        if metric in _MARGINS:
            return theme.px(sizes.RING_AWAY) + theme.ring()
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        """It lies over its button, and over what is beside it."""
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, data)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """A line round the frame, and nothing in it."""
        if element is not QStyle.ControlElement.CE_FocusFrame:
            super().drawControl(element, option, painter, widget)
            return
        wide = theme.ring()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(_colour(widget)), wide))
        corner = theme.px(sizes.ROUND + sizes.RING_AWAY)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), corner, corner)


def _colour(frame: QWidget | None) -> str:
    """That of the focus; on the strip and on a message, whose grounds are others than the page's, that of their text."""
    within, c = frame.widget() if isinstance(frame, QFocusFrame) else None, theme.colours()
    role = str(within.property("role")) if within is not None else ""
    if role.startswith("strip"):
        return c.strip_text
    return c.toast_text if role.startswith("message") else c.focus
