"""Beside a prompt: a note, what is marked in it, what was said of it, that it was verified. Each a shape; heard in words."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.domain.text.marks import MARKS, Mark
from inspector_app.core.words import say
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.mark_shapes import paint_mark
from inspector_app.ui.places.case.comment_list import paint_comment

_ACROSS = 4  # of the nine that there can be: a note, its six kinds of marks, comments, verified
_WIDE, _SIDE, _STEP = 55, 12, 17  # px at 100%: all of them, one, and from one to the next where there is room

_SHEET = (  # in parts of the square
    ((0.04, 0.04), (0.96, 0.04), (0.96, 0.62), (0.62, 0.96), (0.04, 0.96), (0.04, 0.04)),
    ((0.96, 0.62), (0.62, 0.62), (0.62, 0.96)),
    ((0.27, 0.3), (0.73, 0.3)),
    ((0.27, 0.52), (0.5, 0.52)),
)
_TICK, _THROUGH = ((0.08, 0.52), (0.38, 0.84), (0.94, 0.14)), ((0.04, 0.14), (0.94, 0.9))


class RowSigns(QWidget):
    """Has room for every sign, so that the words beside it stay where they are when one comes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._noted, self._unsaved = False, False
        self._marks: tuple[Mark, ...] = ()
        self._said: tuple[str, bool] = ("", False)
        self._verified: tuple[str, bool] = ("", False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_note(self, noted: bool, marks: Sequence[Mark], *, unsaved: bool) -> None:
        """Show whether there is a note, the kinds of marks in it, and whether it could not be saved."""
        self._noted, self._marks, self._unsaved = noted, tuple(kind for kind in Mark if kind in marks), unsaved
        self._show()

    def show_comments(self, said: str, *, waiting: bool) -> None:
        """Show that something was said of it ("2 comments"), and whether any of it waits for an answer."""
        self._said = (said, waiting)
        self._show()

    def show_verified(self, said: str, *, stands: bool) -> None:
        """Show that it was verified ("" for not), and whether it stands so still."""
        self._verified = (said, stands)
        self._show()

    def _show(self) -> None:
        note = say("not saved") if self._unsaved else say("a note") if self._noted else ""
        words = ", ".join(
            part for part in (note, *(MARKS[kind] for kind in self._marks), self._said[0], self._verified[0]) if part
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all of them."""
        return QSize(theme.px(_WIDE), theme.px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From the right, in one line in the middle, closer where there are many."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL))
        signs, side = self.in_line(), theme.px(_SIDE)
        wide = [self._advance(sign) for sign in signs]
        gap = min(theme.px(_STEP) - side, (self.width() - sum(wide)) / max(1, len(signs) - 1))
        left, top = self.width() - sum(wide) - gap * (len(signs) - 1), (self.height() - side) / 2
        for sign, across in zip(signs, wide, strict=True):
            self._paint(painter, QRectF(left, top, across, side), sign)
            left += across + gap

    def in_line(self) -> list[Mark | str]:
        """What has room in one line. A mark says that there is a note; of many marks the rest are a number ("+2")."""
        note: list[Mark | str] = ["note"] if self._noted or self._unsaved else []
        marks: list[Mark | str] = [*self._marks]
        last: list[Mark | str] = ["said"] if self._said[0] else []
        last += ["verified"] if self._verified[0] else []
        if len(note + marks + last) > _ACROSS and not self._unsaved:
            note = []
        room = _ACROSS - len(note + last)
        if len(marks) > room:
            marks = [*marks[: room - 1], f"+{len(marks) - room + 1}"]
        return note + marks + last

    @staticmethod
    def _advance(sign: Mark | str) -> int:
        number = isinstance(sign, str) and sign.startswith("+")
        return QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(str(sign)) if number else theme.px(_SIDE)

    def _paint(self, painter: QPainter, box: QRectF, sign: Mark | str) -> None:
        if isinstance(sign, Mark):
            paint_mark(painter, box.adjusted(1, 1, -1, -1), sign)
        elif sign == "verified":
            _paint_verified(painter, box, stands=self._verified[1])
        elif sign == "said":
            paint_comment(painter, box, filled=self._said[1])
        elif sign.startswith("+"):
            painter.setPen(QColor(theme.colours().quiet))
            painter.drawText(box.adjusted(0, -box.height(), 0, box.height()), Qt.AlignmentFlag.AlignCenter, sign)
        else:
            _paint_note(painter, box, theme.colours().error if self._unsaved else theme.colours().quiet)


def _paint_verified(painter: QPainter, box: QRectF, *, stands: bool) -> None:
    """A tick; once what it was of says something else, with a line through it."""
    c = theme.colours()
    painter.setPen(QPen(QColor(c.yes if stands else c.warn), theme.px(sizes.STRESS)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in (_TICK,) if stands else (_TICK, _THROUGH):
        at = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in line]
        painter.drawPolyline(QPolygonF(at))


def _paint_note(painter: QPainter, box: QRectF, colour: str) -> None:
    """A sheet with lines on it and one corner folded."""
    painter.setPen(QPen(QColor(colour), theme.px(sizes.EDGE)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _SHEET:
        at = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in line]
        painter.drawPolyline(QPolygonF(at))
