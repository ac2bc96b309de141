"""As high as what is in it, up to a bound; beyond that it scrolls, so that the page below keeps its room."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from inspector_app.ui.look import theme

_CONCERNS = (QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Bounded(QScrollArea):
    """Holds one widget, and is out of sight with it. `most` is in px at 100%."""

    def __init__(self, inside: QWidget, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._inside, self._most = inside, most
        theme.role(inside, "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self._fit()

    def set_most(self, most: int) -> None:
        """Another bound, in px at 100%."""
        self._most = most
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is inside."""
        if watched is self._inside and event.type() in _CONCERNS:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere in another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setVisible(not self._inside.isHidden())
        width = self.viewport().width()
        high = max(self._inside.heightForWidth(width), 1)
        self.setFixedHeight(min(high, theme.px(self._most)))
