"""The heads of the grid, which stay in view: sources above their columns, prompts before their rows."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from inspector_app.core.domain.evidence import Level, SourceKind, Thin
from inspector_app.core.words import say
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.icons import icon
from inspector_app.ui.places.evidence.grid_model import GridModel
from inspector_app.ui.words import evidence as evidence_words

# px at 100%: the least height of a row, of one that is a heading, the least width and height of the heads of columns
_ROW, _GROUP, _COLUMN, _HEAD = 30, 34, 92, 62
_WORDS, _BESIDE = 200, 150  # below these the heads of rows have no words of the prompt, none of its evidence
_STEP, _EDGE, _ABOVE = 10, 8, 6
_FIRST, _LETTER, _SIDE = 14, 22, 14  # px at 100%: before a row; the letter of a prompt; the drawing of a kind
_DRAWN = {
    SourceKind.DOCUMENT: "document", SourceKind.FOCUS_GROUP: "group", SourceKind.MEETING: "meeting",
    SourceKind.SURVEY: "list", SourceKind.INTERVIEW: "person", SourceKind.OBSERVATION: "view",
}  # fmt: skip


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
        first, title = (wrapping.longest(part, theme.font(theme.SMALL)) for part in self._said(index))
        return max(theme.px(_COLUMN), max(first + _before(self._drawing(index)), title) + 2 * theme.px(_EDGE))

    def _said(self, index: int) -> tuple[str, str]:
        return self._first(index), self._title(index)

    def _drawing(self, index: int) -> str:
        """That of the kind; none for a source that people differ on."""
        row = self._model.sources[index]
        return "" if evidence_words.state(row) or row.kind not in _DRAWN else _DRAWN[SourceKind(row.kind)]

    def fit(self) -> None:
        """Be as high as the longest title."""
        font = theme.font(theme.SMALL)
        highest = 0
        for index in range(len(self._model.sources)):
            room = self.wide(index) - 2 * theme.px(_EDGE)
            first, title = self._said(index)
            high = wrapping.height(first, font, room - _before(self._drawing(index)))
            highest = max(highest, high + wrapping.height(title, font, room))
        self.setFixedHeight(max(theme.px(_HEAD), highest + 2 * theme.px(_ABOVE)))

    def _first(self, index: int) -> str:
        row = self._model.sources[index]
        return "contested" if evidence_words.state(row) else evidence_words.kind(row)

    def _title(self, index: int) -> str:
        row = self._model.sources[index]
        return row.title.strip() or evidence_words.day(row.day, self._model.year) or "no title"

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Kind and title; a source that people differ on says so."""
        row, c = self._model.sources[index], theme.colours()
        painter.save()
        painter.fillRect(rect, QColor(c.sunken))
        painter.setPen(QColor(c.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(c.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = rect.adjusted(theme.px(_EDGE), theme.px(_ABOVE), -theme.px(_EDGE), 0)
        colour, small = c.contested if evidence_words.state(row) else c.quiet, theme.font(theme.SMALL)
        drawing, side = self._drawing(index), theme.px(_SIDE)
        if drawing:
            ratio = painter.device().devicePixelRatioF()
            at = QRect(inner.left(), inner.top() + theme.px(sizes.HAIR), side, side)
            icon(drawing, c.quiet, side, ratio).paint(painter, at)
        first = inner.adjusted(_before(drawing), 0, 0, 0)
        inner.setTop(inner.top() + wrapping.draw(painter, first, self._first(index), small, colour))
        wrapping.draw(painter, inner, self._title(index), small, c.text)
        painter.restore()


def _before(drawing: str) -> int:
    """What a drawing before words takes."""
    return theme.px(_SIDE + sizes.TIGHT) if drawing else 0


class Corner(QWidget):
    """Where the heads of rows and of columns meet: what the rows are, and what stands at their right."""

    def __init__(self, rows: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = rows

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Over the line that goes on under the heads of columns."""
        painter, c = QPainter(self), theme.colours()
        painter.fillRect(self.rect(), QColor(c.sunken))
        painter.setPen(QColor(c.border))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(c.quiet))
        inner = self.rect().adjusted(theme.px(sizes.APART), 0, -theme.px(_EDGE), -theme.px(_ABOVE))
        foot = Qt.AlignmentFlag.AlignBottom
        words, at_right = self.rows, say("sources")
        painter.drawText(inner, foot | Qt.AlignmentFlag.AlignLeft, words)
        if painter.fontMetrics().horizontalAdvance(words + at_right) + theme.px(_EDGE) <= inner.width():
            painter.drawText(inner, foot | Qt.AlignmentFlag.AlignRight, at_right)


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
        inner = rect.adjusted(theme.px(_FIRST), 0, -theme.px(_EDGE), 0)
        self._paint_sum(painter, inner, index)
        font, middle = theme.font(theme.SMALL, bold=group), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        letter, words = self._said(index)
        if letter:
            strong = theme.font(bold=True)
            wrapping.draw(painter, inner, letter, strong, c.accent if current else c.quiet, middle)
        left = inner.left() + (theme.px(_LETTER) if letter else 0)
        room = QRect(left, inner.top(), self._room(index), inner.height())
        wrapping.draw(painter, room, words, font, c.text, middle)
        painter.restore()

    def high(self, index: int) -> int:
        """As high as its words."""
        group = self._model.subjects[index].level is not Level.PROMPT
        words = wrapping.height(self._said(index)[1], theme.font(theme.SMALL, bold=group), self._room(index))
        return max(theme.px(_GROUP if group else _ROW), words + 2 * theme.px(_ABOVE))

    def _said(self, index: int) -> tuple[str, str]:
        """The letter and the words of a prompt; the reference where there is no room, or no letter, for it."""
        subject = self._model.subjects[index]
        if self.width() < theme.px(_WORDS):
            return "", subject.ref
        above = next(iter(subject.above), "")
        letter = subject.ref.removeprefix(above) if subject.level is Level.PROMPT and above else ""
        if not letter or letter == subject.ref or len(letter) > 1:
            return "", f"{subject.ref}  {subject.text}"
        return letter, subject.text

    def _room(self, index: int) -> int:
        """How wide the words may be, before what the evidence comes to."""
        letter = theme.px(_LETTER) if self._said(index)[0] else 0
        return self.width() - theme.px(_FIRST + 2 * _EDGE) - self._sum_width(index) - letter

    def _sum_words(self, index: int) -> str:
        """Under a head that says sources a number is enough of one or none."""
        if self.width() - 2 * theme.px(_EDGE) < theme.px(_BESIDE):
            return ""
        grid, subject = self._model.grid, self._model.subjects[index]
        few = {Thin.NONE: say("none"), Thin.ONE: "1"} if grid is not None and subject.counted else {}
        return few.get(grid.thin[subject.ref], self._model.words[index]) if few and grid else self._model.words[index]

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
        squares = grid is not None and subject.counted
        after = 3 * theme.px(_STEP) + theme.px(sizes.TIGHT) if squares else 0
        painter.drawText(inner.adjusted(0, 0, -after, 0), side, self._sum_words(index))
        if grid is None or not squares:
            return
        (wide, high), step = map(theme.px, sizes.LENGTH), theme.px(_STEP)
        left = inner.right() - 3 * step
        for place in range(3):
            box = QRectF(left + place * step, inner.center().y() - high / 2, wide, high)
            line = Qt.PenStyle.DashLine if nothing else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(c.warn if nothing else c.accent), sizes.EDGE, line))
            filled = place < evidence_words.steps(grid.thin[subject.ref])
            painter.setBrush(QColor(c.accent) if filled else Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
