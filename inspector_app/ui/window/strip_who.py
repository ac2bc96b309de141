"""Whose laptop it is, at the right of the strip: initial, name and role; under it the menu of the window."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QToolButton, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.signs.initial import write_initial
from inspector_app.ui.look import theme

_DISC, _GAP, _PADDING, _ARROW = 22, 8, 8, 9  # px at 100%
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StripWho(QToolButton):
    """Opens its menu when it is pressed. With nobody's name it says what the menu is of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "strip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name = self._role = self._shown_role = self._shown_name = ""
        self.say("", "")

    def say(self, name: str, role: str) -> None:
        """Say whose laptop it is; "" while nobody is to be named."""
        self._name, self._role = name, role
        said = ", ".join(part for part in (name, role) if part) or say("Menu")
        self.setAccessibleName(said)
        self.setToolTip(said)

    def width_of(self, *, role: bool, name: bool) -> int:
        """How wide it has to be with its role and its name, or with the initial alone."""
        words = self._words(role=role, name=name)
        bold, plain = _metrics(bold=True), _metrics(bold=False)
        told = bold.horizontalAdvance(words[0]) + (theme.px(_GAP) if words[0] else 0)
        told += plain.horizontalAdvance(words[1]) + (theme.px(_GAP) if words[1] else 0)
        disc = theme.px(_DISC + _GAP) if self._name else 0
        return 2 * theme.px(_PADDING) + disc + told + theme.px(_ARROW)

    def fit(self, *, role: bool, name: bool) -> None:
        """Show so much of it."""
        self._shown_name, self._shown_role = self._words(role=role, name=name)
        self.setFixedWidth(self.width_of(role=role, name=name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and focus as the stylesheet has them, then disc, name, role and arrow."""
        painter, c = QPainter(self), theme.colours()
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelButtonTool, option, painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(theme.px(_PADDING), 0, -theme.px(_PADDING), 0)
        if self._name:
            self._disc(painter, box)
            box.setLeft(box.left() + theme.px(_DISC + _GAP))
        for words, colour, bold in ((self._shown_name, c.strip_text, True), (self._shown_role, c.strip_quiet, False)):
            painter.setFont(theme.font(theme.SMALL, bold=bold))
            painter.setPen(QColor(colour))
            painter.drawText(box, _LEFT, words)
            box.setLeft(box.left() + (painter.fontMetrics().horizontalAdvance(words) + theme.px(_GAP) if words else 0))
        _arrow(painter, box, c.strip_text)

    def _words(self, *, role: bool, name: bool) -> tuple[str, str]:
        shown = self._name if name else ""
        return (shown or ("" if self._name else say("Menu"))), self._role if role and shown else ""

    def _disc(self, painter: QPainter, box: QRect) -> None:
        c, side = theme.colours(), theme.px(_DISC)
        disc = QRectF(box.left(), box.center().y() - side / 2 + 1, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.strip_text))
        painter.drawEllipse(disc)
        painter.setPen(QColor(c.strip))
        write_initial(painter, disc, self._name)


def _metrics(*, bold: bool) -> QFontMetrics:
    return QFontMetrics(theme.font(theme.SMALL, bold=bold))


def _arrow(painter: QPainter, box: QRect, colour: str) -> None:
    half, middle = theme.px(_ARROW) / 2, QPointF(box.right() - theme.px(_ARROW) / 2, box.center().y() + 1)
    painter.setPen(QPen(QColor(colour), max(1.0, half / 3), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ends = [QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)]
    painter.drawPolyline(QPolygonF([middle + end for end in ends]))
