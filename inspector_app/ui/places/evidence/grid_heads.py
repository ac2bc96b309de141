"""The heads of the grid, which stay in view: sources above their columns, prompts before their rows."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from inspector_app.core.domain.evidence import Level, Thin
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.places.evidence.grid_model import GridModel
from inspector_app.ui.words import evidence as evidence_words

# px at 100%: the least height of a row, of one that is a heading, the least width and height of the heads of columns
_ROW, _GROUP, _COLUMN, _HEAD = 30, 34, 92, 62
_WORDS, _BESIDE = 200, 150  # below these the heads of rows have no words of the prompt, none of its evidence
_STEP, _EDGE, _ABOVE = 9, 8, 5


class _Head(QHeaderView):
    """Draws its sections itself: Qt neither wraps the words of a head nor puts shapes beside them."""

    def __init__(self, orientation: Qt.Orientation, model: GridModel, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class Sources(_Head):
    """Above each column its source: kind and title."""

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, model, parent)
        self.setAccessibleName("Sources")
        self.fit()

    def wide(self, index: int) -> int:
        """As wide as the longest word above a column, which no line can break."""
        words = (self._first(index), self._title(index))
        longest = max(wrapping.longest(part, theme.font(theme.SMALL)) for part in words)
        return max(theme.px(_COLUMN), longest + 2 * theme.px(_EDGE))

    def fit(self) -> None:
        """Be as high as the longest title."""
        font = theme.font(theme.SMALL)
        highest = 0
        for index in range(len(self._model.sources)):
            room = self.wide(index) - 2 * theme.px(_EDGE)
            words = (self._first(index), self._title(index))
            highest = max(highest, sum(wrapping.height(part, font, room) for part in words))
        self.setFixedHeight(max(theme.px(_HEAD), highest + 2 * theme.px(_ABOVE)))

    def _first(self, index: int) -> str:
        row = self._model.sources[index]
        return "contested" if evidence_words.state(row) else evidence_words.kind(row)

    def _title(self, index: int) -> str:
        row = self._model.sources[index]
        return row.title.strip() or evidence_words.day(row.day) or "no title"

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Kind and title; a source that people differ on says so."""
        row, c = self._model.sources[index], theme.colours()
        painter.save()
        painter.fillRect(rect, QColor(c.surface))
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(c.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = rect.adjusted(theme.px(_EDGE), theme.px(_ABOVE), -theme.px(_EDGE), 0)
        colour, small = c.contested if evidence_words.state(row) else c.quiet, theme.font(theme.SMALL)
        inner.setTop(inner.top() + wrapping.draw(painter, inner, self._first(index), small, colour))
        wrapping.draw(painter, inner, self._title(index), small, c.text)
        painter.restore()


class Subjects(_Head):
    """Before each row its prompt, whole, and how thin the evidence on it is: as a length and in words."""

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, model, parent)
        self._current = -1
        self.setAccessibleName("Prompts, and how thin the evidence on each is")

    def sizeHint(self) -> QSize:
        """As wide as the table gives it."""
        return QSize(self.width(), super().sizeHint().height())

    def set_current(self, index: int) -> None:
        """Say which row one is on; -1 for none."""
        if index != self._current:
            self._current = index
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """The prompt, and what its evidence comes to; the row one is on has a bar at its left."""
        subject, c = self._model.subjects[index], theme.colours()
        group, current = subject.level is not Level.PROMPT, index == self._current
        painter.save()
        painter.fillRect(rect, QColor(c.accent_soft if current else c.raised if group else c.surface))
        if current:
            painter.fillRect(rect.left(), rect.top(), theme.px(sizes.HERE), rect.height(), QColor(c.accent))
        painter.setPen(QColor(c.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = rect.adjusted(theme.px(_EDGE), 0, -theme.px(_EDGE), 0)
        self._paint_sum(painter, inner, index)
        words = inner.adjusted(0, 0, self._room(index) - inner.width(), 0)
        font, middle = theme.font(theme.SMALL, bold=group), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        wrapping.draw(painter, words, self._words(index), font, c.text, middle)
        painter.restore()

    def high(self, index: int) -> int:
        """As high as its words."""
        group = self._model.subjects[index].level is not Level.PROMPT
        words = wrapping.height(self._words(index), theme.font(theme.SMALL, bold=group), self._room(index))
        return max(theme.px(_GROUP if group else _ROW), words + 2 * theme.px(_ABOVE))

    def _words(self, index: int) -> str:
        """The reference with the words of the prompt, where there is room for both; the pane beside has them in any case."""
        subject = self._model.subjects[index]
        return f"{subject.ref}  {subject.text}" if self.width() >= theme.px(_WORDS) else subject.ref

    def _room(self, index: int) -> int:
        """How wide the words may be, before what the evidence comes to."""
        return self.width() - 2 * theme.px(_EDGE) - self._sum_width(index) - theme.px(_EDGE)

    def _sum_words(self, index: int) -> str:
        return self._model.words[index] if self.width() - 2 * theme.px(_EDGE) >= theme.px(_BESIDE) else ""

    def _sum_width(self, index: int) -> int:
        grid, subject = self._model.grid, self._model.subjects[index]
        squares = 3 * theme.px(_STEP) + theme.px(sizes.TIGHT) if grid is not None and subject.counted else 0
        return QFontMetrics(self._sum_font(index)).horizontalAdvance(self._sum_words(index)) + squares

    def _sum_font(self, index: int) -> QFont:
        return theme.font(theme.SMALL, bold=self._has_none(index))

    def _has_none(self, index: int) -> bool:
        """Whether nothing at all bears on it: that is bold, in a colour of its own, and its squares are dotted."""
        grid, subject = self._model.grid, self._model.subjects[index]
        return grid is not None and subject.counted and grid.thin[subject.ref] is Thin.NONE

    def _paint_sum(self, painter: QPainter, inner: QRect, index: int) -> None:
        """What the evidence comes to, at the right: a length and words."""
        subject, c, grid = self._model.subjects[index], theme.colours(), self._model.grid
        nothing = self._has_none(index)
        painter.setFont(self._sum_font(index))
        painter.setPen(QColor(c.warn if nothing else c.quiet))
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, side, self._sum_words(index))
        if grid is None or not subject.counted:
            return
        square, step, left = theme.px(sizes.SQUARE), theme.px(_STEP), inner.right() - self._sum_width(index)
        for place in range(3):
            box = QRectF(left + place * step, inner.center().y() - square / 2, square, square)
            line = Qt.PenStyle.DotLine if nothing else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(c.warn if nothing else c.accent), sizes.EDGE, line))
            filled = place < evidence_words.steps(grid.thin[subject.ref])
            painter.setBrush(QColor(c.accent) if filled else Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
