"""A chip says how something stands, in a word and a colour; it never acts. One that acts is a button with the role "chip"."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.colours import Colours
from inspector_app.ui.look.icons import icon
from inspector_app.ui.look.shapes import paint_answer


class Means(Enum):
    """What a chip can mean."""

    OWN = "your case"
    OTHER = "somebody else’s"
    GOOD = "good"
    DONE = "good, on a ground of its own colour"
    CONTESTED = "contested"
    CONCERN = "concern"
    WARN = "warn"
    PROVISIONAL = "provisional"
    NAME = "a person"
    PLAIN = "plain"


_DRAWINGS = {
    Means.OWN: "person",
    Means.OTHER: "lock",
    Means.GOOD: "tick-black",
    Means.DONE: "tick-black",
    Means.CONTESTED: "",  # a shape, not an icon
    Means.CONCERN: "concerns-open",
    Means.WARN: "warning",
}


def _inks(means: Means, c: Colours) -> tuple[str, str, str]:
    """Text, ground, edge; "" for none. In high contrast each has an edge."""
    text, ground, edge = {
        Means.OWN: (c.on_accent, c.accent, ""),
        Means.OTHER: (c.text, "", c.border),
        Means.GOOD: (c.yes, c.yes_soft, ""),
        Means.DONE: (c.yes, c.surface, c.yes),
        Means.CONTESTED: (c.contested, c.contested_soft, ""),
        Means.CONCERN: (c.error, c.error_soft, ""),
        Means.WARN: (c.warn, c.warn_soft, ""),
        Means.PROVISIONAL: (c.quiet, "", c.border),
        Means.NAME: (c.accent, c.accent_soft, ""),
        Means.PLAIN: (c.quiet, c.na_soft, ""),
    }[means]
    return text, ground, edge or (text if theme.name() == "contrast" else "")


class Chip(QWidget):
    """A drawing and a word; as wide as both."""

    def __init__(self, means: Means, word: str, parent: QWidget | None = None, *, drawn: bool = True) -> None:
        """`drawn`: with the drawing that what it means has, if it has one."""
        super().__init__(parent)
        self._drawn = drawn
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(means, word)

    def say(self, means: Means, word: str, whole: str = "") -> None:
        """Say this; `whole` is what is heard and stands in the tip, where the word is a part of it."""
        self._means, self._word = means, word
        self.setAccessibleName(whole or word)
        self.setToolTip(whole)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word."""
        return self._word

    def sizeHint(self) -> QSize:
        """The drawing and the word between their margins."""
        words = QFontMetrics(self._font()).horizontalAdvance(self._word)
        return QSize(words + self._before() + 2 * theme.px(sizes.CLOSE), theme.px(sizes.CHIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground, the drawing, the word."""
        text, ground, edge = _inks(self._means, theme.colours())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dashed = self._means is Means.PROVISIONAL
        line = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(edge), sizes.EDGE, line) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        corner = theme.px(sizes.ROUND_SMALL)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        self._paint_drawing(painter, text)
        painter.setFont(self._font())
        painter.setPen(QColor(text))
        left = theme.px(sizes.CLOSE) + self._before()
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._word)

    def _paint_drawing(self, painter: QPainter, ink: str) -> None:
        if not self._before():
            return
        side = theme.px(sizes.SIGN)
        left, top = theme.px(sizes.CLOSE), (self.height() - side) // 2
        if self._means is Means.CONTESTED:
            paint_answer(painter, QRectF(left, top, side, side), None, contested=True)
        else:
            drawing = icon(_DRAWINGS[self._means], ink, side, self.devicePixelRatioF())
            painter.drawPixmap(left, top, drawing.pixmap(side, side))

    def _before(self) -> int:
        """Pixels that the drawing and the space after it take."""
        return theme.px(sizes.SIGN + sizes.TIGHT) if self._drawn and self._means in _DRAWINGS else 0

    def _font(self) -> QFont:
        return theme.font(theme.SMALL, bold=self._means not in (Means.PROVISIONAL, Means.PLAIN))
