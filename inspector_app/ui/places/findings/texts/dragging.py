"""A text drawn to another place of its list, or into another list, by its margin, with a line where it would come to stand.

Keys and buttons do the same (`text-up`, `text-down`). Escape lets it stay where it was.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from inspector_app.core.words import say
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.findings.texts.text_item import TextItem

_SCROLLING = 40  # milliseconds from step to step of the texts, while one is held near their edge


class Drawn(NamedTuple):
    """A list into which a text can be drawn."""

    texts: QWidget
    shown: Sequence[TextItem]  # that can change places, in order


Place = Callable[[str, QWidget, int], object]  # id of the text, the list, and how many of its others stand above there


class Dragging(QObject):
    """Watches the margins of the texts of one list."""

    def __init__(self, texts: QWidget, shown: Callable[[], Sequence[TextItem]], place: Place) -> None:
        """`shown`: the texts that can change places, in order; `place` is told of a text that was drawn to another."""
        super().__init__(texts)
        self._texts, self._shown, self._place = texts, shown, place
        self.among: Callable[[], Sequence[Drawn]] = lambda: [Drawn(texts, shown())]
        self._held: TextItem | None = None
        self._from = self._at = QPoint()
        self._scrolling = QTimer(self, interval=_SCROLLING)
        self._scrolling.timeout.connect(lambda: self._draw(self._at))
        self._moving = False
        self._line = theme.role(QFrame(texts), "drop")
        self._line.hide()

    def watch(self, item: TextItem) -> None:
        """Let this text be drawn by its margin."""
        if item.margin is not None:
            item.margin.setCursor(Qt.CursorShape.OpenHandCursor)
            item.margin.setToolTip(say("Drag the text to another place"))
            item.margin.installEventFilter(self)

    def keep_up(self) -> None:
        """The texts are others now: one that is drawn and is not among them any more is let go, for no release will come."""
        if self._held is not None and self._held not in self._shown():
            self._let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of a margin the pointer; of the whole program, while a text is drawn, Escape."""
        if isinstance(event, QKeyEvent) and self._held is not None and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._let_go()
            return True
        if not isinstance(event, QMouseEvent):
            return False
        item = next((one for one in self._shown() if one.margin is watched), None)
        if item is None:
            return False
        return self._on_pointer(item, event)

    def _on_pointer(self, item: TextItem, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._hold(item, at)
            case QEvent.Type.MouseMove if self._held is item:
                self._draw(at)
            case QEvent.Type.MouseButtonRelease if self._held is item:
                self._drop(at)
            case _:
                return False
        return True

    def _hold(self, item: TextItem, at: QPoint) -> None:
        self._held, self._from, self._at, self._moving = item, at, at, False
        if (application := QApplication.instance()) is not None:
            application.installEventFilter(self)

    def _draw(self, at: QPoint) -> None:
        self._at = at
        if not self._moving and (at - self._from).manhattanLength() < QApplication.startDragDistance():
            return
        if not self._moving and self._held is not None and self._held.margin is not None:
            self._held.margin.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._moving = True
        self._scrolling.start()
        texts, others = self._list_at(at)
        place = _place_at(others, at)
        edge = others[place - 1] if place else next(iter(others), texts)  # below the former, above the latter
        where = edge.mapToGlobal(QPoint(0, edge.height() if place else 0))
        top = texts.mapFromGlobal(where).y()
        self._line.setParent(texts)
        self._line.setGeometry(0, max(0, top - sizes.STRESS), texts.width(), sizes.STRESS)
        self._line.raise_()
        self._line.show()
        self._keep_in_view(at)

    def _drop(self, at: QPoint) -> None:
        held, moved, (texts, others) = self._held, self._moving, self._list_at(at)
        place = _place_at(others, at)
        self._let_go()
        if held is not None and moved and (texts is not self._texts or place != list(self._shown()).index(held)):
            self._place(held.row.id, texts, place)

    def _let_go(self) -> None:
        if self._held is not None and self._held.margin is not None:
            self._held.margin.setCursor(Qt.CursorShape.OpenHandCursor)
        self._held, self._moving = None, False
        self._scrolling.stop()
        self._line.hide()
        self._line.setParent(self._texts)  # another list may go before this one
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)

    def _list_at(self, at: QPoint) -> Drawn:
        """The list in which that point is, from its head on, with the others there; above all of them the first."""
        lists = self.among()
        above = [one for one in lists if one.texts.mapToGlobal(QPoint(0, 0)).y() <= at.y()]
        found = above[-1] if above else lists[0]
        return found._replace(shown=[item for item in found.shown if item is not self._held])

    def _keep_in_view(self, at: QPoint) -> None:
        """Near an edge the texts scroll under the pointer, for as long as it is there."""
        above: QWidget | None = self._texts
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea) and (inside := above.widget()) is not None:
            point = inside.mapFromGlobal(at)
            above.ensureVisible(point.x(), point.y(), 0, theme.px(sizes.PAGE))


def _place_at(others: Sequence[TextItem], at: QPoint) -> int:
    """How many of the others stand above that point: by their middle."""
    return sum(item.mapToGlobal(item.rect().center()).y() < at.y() for item in others)
