"""How one case stands on one key question, drawn: Y pale, N filled, what is open dashed; letters as well as colours."""

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import later, say
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.places.cases.questions.model import CELL, FIRST, REF, Cell, Index, QuestionTable, State
from inspector_app.ui.words import by_question as words
from inspector_app.ui.words import framework as framework_words

_BOX, _AROUND = 44, 3  # px at 100%: how wide what is drawn of an answer is, and what is left over and under it
_CENTRE = Qt.AlignmentFlag.AlignCenter


_LETTERS = {State.YES: later("Y"), State.NO: later("N"), State.NA: later("n/a"), State.OPEN: later("open")}


def letters(state: State) -> str:
    """What stands in the box."""
    return str(_LETTERS.get(state, ""))


def paint_state(painter: QPainter, box: QRectF, state: State) -> None:
    """Draw it into a box."""
    c = theme.colours()
    grounds = {State.YES: c.yes_soft, State.NO: c.no, State.NA: c.na_soft, State.CONTESTED: c.contested_soft}
    inks = {State.YES: c.yes, State.NO: c.surface, State.NA: c.na, State.OPEN: c.quiet}
    edge = QPen(QColor(c.border), sizes.EDGE, Qt.PenStyle.DashLine) if state is State.OPEN else Qt.PenStyle.NoPen
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge)
    painter.setBrush(QColor(grounds[state]) if state in grounds else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, theme.px(sizes.ROUND_SMALL), theme.px(sizes.ROUND_SMALL))
    if state is State.CONTESTED:
        side = theme.px(sizes.SIGN)
        paint_answer(painter, QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side), None,
                     contested=True)  # fmt: skip
    else:
        painter.setFont(theme.font(theme.SMALL, bold=state in (State.YES, State.NO)))
        painter.setPen(QColor(inks[state]))
        painter.drawText(box, _CENTRE, letters(state))
    painter.restore()


def state_width() -> int:
    """How wide a box is that the longest of its words has room in."""
    return max(theme.px(_BOX), _widest(theme.font(theme.SMALL).toString()) + theme.px(sizes.CLOSE))


@lru_cache(maxsize=8)  # asked for each cell that is painted
def _widest(described: str) -> int:
    font = QFont()
    font.fromString(described)
    return max(QFontMetrics(font).horizontalAdvance(letters(state)) for state in State)


class QuestionCell(QStyledItemDelegate):
    """Draws every cell: the words of a case, the head of a group, an answer or a total."""

    def __init__(self, table: QuestionTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, then what stands on it."""
        c, head, cell = theme.colours(), self._table.rows[index.row()].line is None, index.data(CELL)
        here = bool(option.state & QStyle.StateFlag.State_Selected) and not head
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(option.rect, QColor(c.raised if head or (over and not here) else
                                             c.accent_soft if here else c.surface))  # fmt: skip
        painter.setPen(QPen(QColor(c.line), sizes.EDGE))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if isinstance(cell, Cell):
            self._paint_cell(painter, option.rect, cell)
        elif index.column() < FIRST:
            self._paint_words(painter, option.rect, index, head=head)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        if cell.total is None:
            box = QRectF(0, 0, state_width(), rect.height() - 2 * theme.px(_AROUND))
            box.moveCenter(QRectF(rect).center())
            paint_state(painter, box, cell.state)
            return
        painter.setFont(theme.font(theme.SMALL, bold=True))
        painter.setPen(QColor(theme.colours().text))
        painter.drawText(rect, _CENTRE, words.total(cell.total))

    def _paint_words(self, painter: QPainter, rect: QRect, index: Index, *, head: bool) -> None:
        c, room = theme.colours(), rect.adjusted(theme.px(sizes.CLOSE), 0, -theme.px(sizes.TIGHT), 0)
        strong = head or index.column() == REF
        font = theme.font(theme.SMALL if head else theme.BODY, bold=strong)
        said = str(index.data() or "")
        wrapping.draw(painter, room, said, font, c.text if strong else c.quiet, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The view gives columns and rows their sizes."""
        return QSize(1, 1)


class Legend(QWidget):
    """What the boxes say."""

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        yes, no = framework_words.enough(framework)
        self._parts = ((State.YES, yes), (State.NO, no), (State.OPEN, say("not judged")))
        self.setAccessibleName("; ".join(said for _, said in self._parts))

    def _width(self, said: str) -> int:
        return state_width() + theme.px(sizes.CLOSE) + QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(said)

    def sizeHint(self) -> QSize:
        """One line."""
        wide = sum(self._width(said) + theme.px(sizes.APART) for _, said in self._parts)
        return QSize(wide, theme.px(sizes.CHIP))

    def minimumSizeHint(self) -> QSize:
        """The same: nothing of it is cut."""
        return self.sizeHint()

    def paintEvent(self, _event: object) -> None:
        """One after the other."""
        painter, left, font = QPainter(self), 0, theme.font(theme.SMALL)
        for state, said in self._parts:
            paint_state(painter, QRectF(left + 0.5, 1.5, state_width() - 1, self.height() - 3), state)
            at = left + state_width() + theme.px(sizes.CLOSE)
            room = QRect(at, 0, self._width(said), self.height())
            wrapping.draw(painter, room, said, font, theme.colours().quiet, Qt.AlignmentFlag.AlignVCenter)
            left += self._width(said) + theme.px(sizes.APART)
