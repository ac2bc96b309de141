"""The dot before a section of the findings: nothing is written, some sentence has no evidence yet, or each has some."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector_app.core.domain.rows import TextRow
from inspector_app.core.services.results import supporting
from inspector_app.core.services.results.supporting import Links
from inspector_app.core.words import later
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme

_TURN = 16  # a degree, as Qt counts arcs


class Dot(Enum):
    """How far a section is."""

    EMPTY = later("nothing is written")
    BEGUN = later("some sentences have no evidence")
    CARRIED = later("every sentence has evidence")


def dot_of(rows: Sequence[TextRow], links: Links, *, whole: bool) -> Dot:
    """How far a section with these texts is; `whole`: each of its texts is carried as a whole."""
    written = [row for row in rows if row.text.strip()]
    if not written:
        return Dot.EMPTY
    return Dot.BEGUN if supporting.unsupported(written, links, whole=whole) else Dot.CARRIED


_OF_A_WHOLE = {  # each recommendation is carried as a whole, by the findings that it follows from
    Dot.BEGUN: later("some recommendations have no evidence"),
    Dot.CARRIED: later("every recommendation has evidence"),
}


def dot_words(dot: Dot, *, whole: bool) -> str:
    """What a dot means, before a section each of whose texts is carried as a `whole` too."""
    return str(_OF_A_WHOLE.get(dot, dot.value) if whole else dot.value)


class DotLegend(QWidget):
    """What each dot means, under the sections; each section says it of its own texts in its tip too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(sizes.NEAR), 0, theme.px(sizes.CLOSE), theme.px(sizes.CLOSE))
        grid.setHorizontalSpacing(theme.px(sizes.CLOSE))
        grid.setVerticalSpacing(theme.px(sizes.HAIR))
        grid.setColumnStretch(1, 1)
        side = theme.px(sizes.SIGN)
        for row, dot in enumerate(reversed(Dot)):
            sign, said = plain_label(parent=self), theme.role(text_label(self), "small")
            sign.setPixmap(drawn(dot, self).pixmap(QSize(side, side)))
            said.setText(str(dot.value))
            grid.addWidget(sign, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(said, row, 1)


def drawn(dot: Dot | None, of: QWidget) -> QIcon:
    """A ring, a ring half filled, a disc; None: the room of one."""
    side, ratio = theme.px(sizes.SIGN), of.devicePixelRatioF()
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    if dot is not None:
        _paint(QPainter(made), dot, side)
    return QIcon(made)


def _paint(painter: QPainter, dot: Dot, side: int) -> None:
    c = theme.colours()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = theme.px(sizes.HAIR)
    box, ink = QRectF(edge, edge, side - 2 * edge, side - 2 * edge), QColor(c.quiet if dot is Dot.EMPTY else c.yes)
    painter.setPen(QPen(ink, sizes.EDGE))
    painter.setBrush(ink if dot is Dot.CARRIED else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)
    if dot is Dot.BEGUN:
        painter.setBrush(ink)
        painter.drawPie(box, 90 * _TURN, 180 * _TURN)  # its left half
    painter.end()
