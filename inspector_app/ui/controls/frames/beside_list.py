"""A list and, beside it, what one is on; where there is no room for both, one of them has all of it, as on every page."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from inspector_app.ui.controls.buttons.way_back import point, way
from inspector_app.ui.look import sizes, theme

_BOTH = 640  # px at 100%: from there both stand beside each other


class BesideList(QWidget):
    """`parts` share what the list leaves; of them those that are not needed are hidden by their page.

    `turn` leads from one to the other where there is no room for both; the page puts it into its head. Enter on a line
    leads there too, where the page does nothing else by it (`by_enter`).
    """

    turned = Signal(bool)  # somebody went to what one is on, or (False) back to the list

    def __init__(
        self,
        held: QAbstractItemView,
        *parts: QWidget,
        back: str,
        on: str,
        width: int = sizes.SIDE_LIST,
        by_enter: bool = True,
    ) -> None:
        """`back` and `on`: what the ways to the list and to what one is on say. `width` of the list: px at 100%."""
        super().__init__(held.parentWidget())  # where it will stand: what is put there later is visited whole again
        self._list, self._width, self._words = held, width, (back, on)
        self._in_parts = self._kept = False
        self.turn = way(self)
        self.turn.clicked.connect(lambda: self._turn(not self._in_parts))
        if by_enter:
            held.activated.connect(lambda _: self._turn(True))
        self._left, self._right = _holding(self, held), _holding(self, *parts)
        self._across = across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.px(sizes.APART))
        across.addWidget(self._left)
        self._right.setMaximumWidth(theme.px(sizes.BROAD))
        across.addWidget(self._right, 1)
        across.addStretch(0)
        self._fit()

    @property
    def both(self) -> bool:
        """Whether list and parts stand beside each other."""
        return self.width() >= theme.px(_BOTH)

    @property
    def shows_parts(self) -> bool:
        """Whether what one is on is there to be seen, beside the list or in its place."""
        return self.both or self._in_parts or self._kept

    def show_parts(self, shown: bool) -> None:
        """Show what one is on, or the list, where there is room for one of them alone."""
        self._in_parts = shown
        self._fit()

    def keep_parts(self, kept: bool) -> None:
        """Where there is room for one alone, the parts have it and no way leads to the list, until this is over."""
        self._kept = kept
        self._fit()

    def _turn(self, to_parts: bool) -> None:
        self.show_parts(to_parts)
        self.turned.emit(to_parts)

    def setVisible(self, shown: bool) -> None:
        """With nothing to turn to, no way leads there."""
        super().setVisible(shown)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """What is out of sight asks for no room."""
        shown = [part.minimumSizeHint() for part in (self._left, self._right) if not part.isHidden()]
        return QSize(max((size.width() for size in shown), default=0), max((s.height() for s in shown), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn to what there is room for."""
        super().resizeEvent(event)
        self._fit()
        if self.size() != event.size():  # the way broke the head above; not shown yet, it is told to nobody by Qt
            self._across.setGeometry(self.rect())

    def _fit(self) -> None:
        both, (back, on) = self.both, self._words
        self._left.setVisible((both or not self.shows_parts) and not _is_put_away(self._list))
        self._across.setStretch(0, 0 if both else 1)  # alone it has all the width
        self._right.setVisible(self.shows_parts)
        wide = theme.px(self._width)
        self._list.setMinimumWidth(wide if both else 1)
        for part in (self._list, self._left):
            part.setMaximumWidth(wide if both else sizes.ANY)
        point(self.turn, back if self._in_parts else on, back=self._in_parts)
        self.turn.setVisible(not (both or self._kept or self.isHidden()))


def _is_put_away(part: QWidget) -> bool:
    """Whether its page hides it, and not only what it stands in."""
    return part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _holding(parent: QWidget, *parts: QWidget) -> QWidget:
    held = QWidget(parent)
    across = QHBoxLayout(held)
    across.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        across.addWidget(part, 1)
    return held
