"""The ring round the button or text that has the keyboard: outside of it, over the page, so that nothing moves by it.

Fields have an inner edge instead (look/stylesheet.py), and so has the line one is on of a list or table, which lies here
too: over what paints the line. Where that line is scrolled out of sight, or there is none, the whole list has the edge, so
that it is seen where the keyboard is. Not Qt's QFocusFrame, which a style draws: PySide takes what it is put round for its
child, and with the frame every wrapper of that child is gone.
"""

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractScrollArea, QApplication, QLabel, QWidget
from shiboken6 import createdByPython, isValid

from inspector_app.ui.look import sizes, theme

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)


def paint_inner_edge(painter: QPainter, box: QRect) -> None:
    """The edge of what has the keyboard, inside `box`: what lies around it may be painted by others."""
    edge, wide, high = theme.ring(), box.width(), box.height()
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().focus))
    sides = ((0, 0, wide, edge), (0, high - edge, wide, edge), (wide - edge, 0, edge, high), (0, 0, edge, high))
    for left, top, across, down in sides:
        painter.drawRect(box.left() + left, box.top() + top, across, down)


class Ring(QObject):
    """Follows the keyboard from button to button, and to texts that are read, in every window of the application."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        """Until `parent` is gone."""
        super().__init__(parent)
        self.frame: Frame | None = None  # until a button has the keyboard: the first screen has it in a box
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.frame is not None and not isValid(self.frame):  # it lies on the page of its button, and goes with it
            self.frame = None
        if now is not None and (isinstance(now, QAbstractButton) or _is_read(now)):
            self.frame = self.frame or Frame()
            self.frame.put_round(_ringed(now))
        elif isinstance(now, QAbstractItemView) and _is_edged(now):
            self.frame = self.frame or Frame()
            self.frame.put_within(now)
        elif self.frame is not None:
            self.frame.leave()


class Frame(QWidget):
    """A ring, and nothing in it. It lies in what scrolls its button, or in the window, and goes where the button goes."""

    def __init__(self) -> None:
        super().__init__()
        self._chain: list[QWidget] = []  # the button and what holds it, up to where the ring lies
        self._under: QWidget = self  # what it lies in
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)

    def put_round(self, button: QWidget) -> None:
        """Show it round this one."""
        self._put(*_chain(button))

    def put_within(self, view: QAbstractItemView) -> None:
        """Show it as the edge of the line one is on in this list or table, over what the line is painted by."""
        self._put([view], view)

    def _put(self, chain: list[QWidget], under: QWidget) -> None:
        before = self._under  # a window that nobody else keeps would go now, and with it what still lies in it: this
        self.leave()
        self._chain, self._under = chain, under
        if self.parentWidget() is not under:
            self.setParent(under)
        for widget in chain:
            widget.installEventFilter(self)
        self._lie()
        del before

    def leave(self) -> None:
        """Show it nowhere."""
        for widget in self._chain:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._chain = []
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go where the button goes."""
        if event.type() in _MOVES:
            self._lie()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line just inside the edge."""
        if not self._chain or not isValid(self._chain[0]):  # what it lies round is just going
            return
        painter, wide, of = QPainter(self), theme.ring(), self._chain[0]
        if isinstance(of, QAbstractItemView) and not (line := _line_one_is_on(of)).isEmpty():
            painter.setClipRect(of.viewport().geometry())
            paint_inner_edge(painter, line)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(_colour(self._chain[0])), wide))
        corner = theme.px(sizes.ROUND if self._inside else sizes.ROUND + sizes.RING_AWAY)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), corner, corner)

    @property
    def _inside(self) -> bool:
        return self._under is self._chain[0]

    def _lie(self) -> None:
        if self._inside:
            self.setGeometry(self._under.rect())
            self.show()
            self.raise_()
            return
        button, under, beyond = self._chain[0], self._under, theme.px(sizes.RING_AWAY) + theme.ring()
        place = QRect(button.mapTo(under, QPoint(0, 0)), button.size()).adjusted(-beyond, -beyond, beyond, beyond)
        if isinstance(button, QLabel):  # it may be as wide as what scrolls it
            place.setLeft(max(0, place.left()))
            place.setRight(min(under.width() - 1, place.right()))
        self.setGeometry(place)
        self.setVisible(button.isVisibleTo(under))
        self.raise_()


def _ringed(button: QWidget) -> QWidget:
    """What the ring is round: the button, or the swatch that it is the word of, which is one target with it."""
    held = button.parentWidget()
    return held if held is not None and held.property("role") == "swatch" else button


def _is_read(part: QWidget) -> bool:
    """Whether it is words that are only read: a label, or a row of them that is heard as one."""
    return (isinstance(part, QLabel) or type(part) is QWidget) and bool(part.property("reads"))


def _is_edged(view: QAbstractItemView) -> bool:
    """Chips paint their own edge; what Qt made, such as the list of a box, goes when Qt wants."""
    return view.property("role") != "bare" and createdByPython(view)


def _line_one_is_on(view: QAbstractItemView) -> QRect:
    """The line one is on, or the cell where one goes from cell to cell; none where nothing of it is seen."""
    index = view.currentIndex()
    box = _box(view, index) if index.isValid() else QRect()
    return box.translated(view.viewport().pos()) if box.intersects(view.viewport().rect()) else QRect()


def _box(view: QAbstractItemView, index: QModelIndex) -> QRect:
    own = getattr(view, "edge_box", None)  # of a line with a head above it, and of a table that chooses lines by cells
    box = QRect(own(index) if own else view.visualRect(index))
    if own is None and view.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows:
        box.setLeft(0)
        box.setRight(view.viewport().width() - 1)
    return box


def _chain(button: QWidget) -> tuple[list[QWidget], QWidget]:
    """The button and what holds it, and what it all lies in: the part of a scroll area that is seen, or the window."""
    chain, holder = [button], button.parentWidget()
    while holder is not None and not holder.isWindow() and not _is_seen_part(holder):
        chain.append(holder)
        holder = holder.parentWidget()
    return chain, holder or button.window()


def _is_seen_part(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _colour(button: QWidget) -> str:
    """That of the focus; on the strip and on a message, whose grounds are others than the page's, that of their text."""
    role, c = str(button.property("role")), theme.colours()
    if role.startswith("strip"):
        return c.strip_text
    return c.toast_text if role.startswith("message") else c.focus
