"""What the steps of setting up have in common: a card with a number and a mark, and quiet boxes for dates and choices."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from inspector_app.core.words import later
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.focus import chosen_or_it
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import stops_in
from inspector_app.ui.look import sizes, theme

NATIONS = (("england", "England"), ("wales", "Wales"))  # as stored, and in words
CONTESTED = later(
    "Two people set {what} differently. Settle it at the conflict desk; until then nothing is changed here."
)


class Mark(Enum):
    """How something stands; each has a shape of its own."""

    DONE = "tick"
    OPEN = "ring"
    LESS = "below"
    MORE = "above"
    CONTESTED = "diamond"


# In parts of the box, from its top left.
_LINES: dict[Mark, tuple[tuple[float, float], ...]] = {
    Mark.DONE: ((0.1, 0.5), (0.4, 0.8), (0.9, 0.15)),
    # With a shaft: a bare chevron is what unfolds something.
    Mark.LESS: ((0.5, 0.05), (0.5, 0.9), (0.15, 0.55), (0.5, 0.9), (0.85, 0.55)),
    Mark.MORE: ((0.5, 0.95), (0.5, 0.1), (0.15, 0.45), (0.5, 0.1), (0.85, 0.45)),
    Mark.CONTESTED: ((0.5, 0.05), (0.95, 0.5), (0.5, 0.95), (0.05, 0.5), (0.5, 0.05)),
}


class MarkedWords(QWidget):
    """A shape and its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark, self._said = Mark.OPEN, text_label(self)
        self._shape = _Shape(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._said, 1)

    @property
    def words(self) -> str:
        """What it says."""
        return self._said.text()

    def say(self, mark: Mark, words: str, *, wrap: bool = True) -> None:
        """Show this shape and these words."""
        self.mark = self._shape.mark = mark
        self._said.setWordWrap(wrap)
        self._said.setText(words)
        self.setAccessibleName(words)
        self._shape.update()


class _Shape(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = Mark.OPEN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a line of text."""
        return QSize(theme.px(sizes.PICTURE), self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A tick, a ring, an arrow head down or up, a diamond."""
        painter, side = QPainter(self), theme.px(sizes.SIGN)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        c = theme.colours()
        colour = {Mark.DONE: c.yes, Mark.OPEN: c.border, Mark.CONTESTED: c.contested}.get(self.mark, c.no)
        pen = QPen(QColor(colour), side / 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if self.mark is Mark.OPEN:
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            return
        spots = [QPointF(box.left() + x * side, box.top() + y * side) for x, y in _LINES[self.mark]]
        painter.drawPolyline(QPolygonF(spots))


class StepCard(Card):
    """A numbered step: its heading, whether it is done, and what is to be done in it."""

    sets: frozenset[str] = frozenset()  # the fields of the inspection that undo takes back in it

    def __init__(self, number: int, title: str, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(f"{number}  {title}", "", parent)
        self.title = title
        self.setAccessibleName(f"Step {number}: {title}")
        self.state = MarkedWords(self)
        self.state.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        self.body.removeWidget(self.heading)
        self.heading.setWordWrap(True)
        head.addWidget(self.heading, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        if about:
            said = theme.role(text_label(self), "quiet")
            said.setText(about)
            self.body.addWidget(said)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in it, in order."""
        return stops_in(self)

    def enter(self) -> None:
        """Put the focus into its first box, of several to choose one from onto the one that is chosen."""
        chosen_or_it(next(stop for stop in self.stops if stop.isVisibleTo(self) and stop.isEnabled())).setFocus()

    def say(self, mark: Mark, words: str) -> None:
        """Say how far the step is."""
        self.state.say(mark, words, wrap=False)
        self.setAccessibleDescription(words)


def line(parent: QWidget, text: str = "", role: str = "") -> QLabel:
    """A wrapping line of text."""
    label = text_label(parent)
    if role:
        theme.role(label, role)
    label.setText(text)
    return label
