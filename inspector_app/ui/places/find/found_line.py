"""Draws the lines of what was found: where, who and when, and the text with the words that match set apart."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from inspector_app.core.domain.search import FoundRow
from inspector_app.ui.look import theme
from inspector_app.ui.places.find.model import LINE, Head, Line, More
from inspector_app.ui.words import found as found_words

_EDGE, _ABOVE, _BETWEEN, _BAR = 12, 6, 2, 3  # px at 100%
_TEXT_LINES = 2


class FoundLine(QStyledItemDelegate):
    """A row is as high as it has text: none, one line or two. It is measured once for each width of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A head and "more" are one line high; a row has its text below, where it has any."""
        line: Line = index.data(LINE)
        metrics = QFontMetrics(theme.font(bold=True))  # what matches is bold
        body, view = metrics.lineSpacing(), option.widget
        lines = 1
        if isinstance(line, FoundRow) and line.snippet:
            room = view.viewport().width() - 2 * theme.px(_EDGE) if isinstance(view, QListView) else 0
            lines += 1 if metrics.horizontalAdvance(line.snippet) < room else _TEXT_LINES
        above = 2 * _ABOVE + (theme.GRID if isinstance(line, Head) else 0)
        return QSize(0, lines * body + theme.px(above) + (theme.px(_BETWEEN) if lines > 1 else 0))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the line."""
        line: Line = index.data(LINE)
        colours = theme.colours()
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.fillRect(rect.adjusted(0, 0, theme.px(_BAR) - rect.width(), 0), QColor(colours.focus))
        room = rect.adjusted(theme.px(_EDGE), theme.px(_ABOVE), -theme.px(_EDGE), -theme.px(_ABOVE))
        if isinstance(line, Head):
            _draw_head(painter, room, line)
        elif isinstance(line, More):
            _draw(painter, room, found_words.more(line.group), colours.accent)
        else:
            _draw_row(painter, room, line)
        painter.restore()


def _draw_head(painter: QPainter, room: QRect, line: Head) -> None:
    room = room.adjusted(0, theme.px(theme.GRID), 0, 0)
    count = f"{line.group.count:,}"
    _draw(painter, room, count, theme.colours().quiet, right=True)
    left = room.adjusted(0, 0, -QFontMetrics(theme.font()).horizontalAdvance(count) - theme.px(_EDGE), 0)
    _draw(painter, left, found_words.heading(line.group), theme.colours().text, bold=True)
    painter.fillRect(
        QRect(room.left(), room.bottom() + theme.px(_ABOVE) - 1, room.width(), 1), QColor(theme.colours().line)
    )


def _draw_row(painter: QPainter, room: QRect, row: FoundRow) -> None:
    colours, metrics = theme.colours(), QFontMetrics(theme.font())
    top = QRect(room.left(), room.top(), room.width(), metrics.lineSpacing())
    written = found_words.written(row, datetime.now().astimezone())
    half = min(metrics.horizontalAdvance(written) + theme.px(_BETWEEN), room.width() * 2 // 5)
    _draw(painter, top.adjusted(room.width() - half, 0, 0, 0), written, colours.quiet, right=True)
    left = top.adjusted(0, 0, -half - theme.px(_EDGE), 0)
    standing = found_words.standing(row)
    taken = _draw(painter, left, found_words.where(row), colours.text, bold=True)
    if standing:
        colour = colours.contested if row.contested else colours.quiet
        _draw(painter, left.adjusted(taken + theme.px(_EDGE), 0, 0, 0), standing, colour)
    if row.snippet:
        _draw_text(painter, room.adjusted(0, metrics.lineSpacing() + theme.px(_BETWEEN), 0, 0), row)


def _draw(painter: QPainter, room: QRect, text: str, colour: str, *, bold: bool = False, right: bool = False) -> int:
    """Draw one line of text, shortened to the room there is; gives the width it takes."""
    painter.setFont(theme.font(bold=bold))
    painter.setPen(QColor(colour))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignTop), shown)
    return metrics.horizontalAdvance(shown)


def _draw_text(painter: QPainter, room: QRect, row: FoundRow) -> None:
    """The text on as many lines as it has room for; what matches in bold and in the accent."""
    layout = QTextLayout(row.snippet, theme.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    marked = QTextCharFormat()
    marked.setFontWeight(QFont.Weight.Bold)
    marked.setForeground(QColor(theme.colours().accent))
    marked.setFontUnderline(True)
    ranges = []
    for start, end in row.matches:
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, end - start, marked
        ranges.append(one)
    layout.setFormats(ranges)
    layout.beginLayout()
    for number in range(_TEXT_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        line.setPosition(QPointF(0, number * QFontMetrics(theme.font()).lineSpacing()))
    layout.endLayout()
    painter.setPen(QColor(theme.colours().text))
    layout.draw(painter, QPointF(room.topLeft()))
