"""The edge that a page keeps round what is on it: the same on every page, and less of it where there is little room."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLayout, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Across, Down, Layout, layout_of


def frame(page: QWidget, layout: QLayout, *, foot: int = sizes.APART) -> None:
    """Let this layout of the page keep its edge, whatever the size of the window. `foot`: px at 100% below, at the most."""
    _Framed(page, layout, foot)


class _Framed(QObject):
    def __init__(self, page: QWidget, layout: QLayout, foot: int) -> None:
        super().__init__(page)
        self._page, self._held, self._foot = page, layout, foot
        page.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window."""
        if watched is self._page and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return False

    def _fit(self) -> None:
        window = layout_of(self._page.window().size())
        across, down = theme.px(_across(window)), theme.px(sizes.CLOSE if window.short else sizes.NEAR)
        self._held.setContentsMargins(across, down, across, min(theme.px(self._foot), theme.px(_below(window))))


def _across(window: Layout) -> int:
    if window.down is Down.LOW:
        return sizes.CLOSE
    return sizes.APART if window.across is Across.NARROW else sizes.PAGE


def _below(window: Layout) -> int:
    return sizes.CLOSE if window.short else sizes.APART
