"""A table of inspections beside one another, as high as its lines; which inspection a line is stays in view at the left."""

from functools import cached_property

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from inspector_app.core.domain.collection import Collected, Question, Standard
from inspector_app.core.domain.framework import Framework
from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.rating_mark import paint_steps, steps_width
from inspector_app.ui.places.ratings.earlier import words
from inspector_app.ui.places.ratings.earlier.model import BesideModel, Index

_HEAD = 260  # px at 100%: how wide the inspections at the left are at most
_MIDDLE, _TOP = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignTop


class BesideTable(Sought, QTableView):
    """Arrows go over it, Tab leaves it. `chosen` with the inspection one is on, `seen` with where that is."""

    chosen = Signal(object)  # Collected
    seen = Signal(QRect)

    def __init__(self, name: str, table: BesideModel, framework: Framework | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.table, self.framework = table, framework
        self.in_words = True
        self.setModel(table)
        self.setAccessibleName(name)
        self.setItemDelegate(_Cell(self))
        self.setVerticalHeader(_Inspections(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | _MIDDLE)
        self.fit()

    @property
    def here(self) -> Collected | None:
        """The inspection one is on."""
        row = self.currentIndex().row()
        return self.table.inspections[row] if row >= 0 else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which inspection one is on, and where it is."""
        super().currentChanged(current, previous)
        if self.here is not None:
            self.chosen.emit(self.here)
            self.seen.emit(self.visualRect(self.currentIndex()).translated(self.viewport().pos()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """One is on a line as soon as the keyboard is here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.table.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Each column as wide as what is in it, ratings in words where all of them have room; as high as its lines."""
        head, high = self.verticalHeader(), self._high
        head.setFixedWidth(head.sizeHint().width())
        room = self.width() - head.width() - 2 * self.frameWidth()
        in_words, as_steps = self._widths
        self.in_words = sum(in_words) <= room
        # where not all have room, the first of them, which is the overall rating, is in words all the same
        wide = in_words if self.in_words else [*in_words[:1], *as_steps[1:]]
        more = max(0, room - sum(wide)) // max(1, len(wide))
        most = theme.px(sizes.BOX_NAME)
        for column, width in enumerate(wide):
            self.setColumnWidth(column, max(width, min(width + more, most)))
        head.setDefaultSectionSize(high)
        self.horizontalHeader().setFixedHeight(theme.px(sizes.ROW.usual))
        scrolled = self.horizontalScrollBar().sizeHint().height() if sum(wide) > room else 0
        frame = 2 * theme.px(sizes.TIGHT)
        self.setFixedHeight(theme.px(sizes.ROW.usual) + high * len(self.table.inspections) + scrolled + frame)

    @cached_property
    def _widths(self) -> tuple[list[int], list[int]]:
        """Of each column, with ratings in words and as steps alone; another zoom makes another table."""
        pairs = [self._wide(column) for column in range(len(self.table.columns))]
        return [in_words for in_words, _ in pairs], [as_steps for _, as_steps in pairs]

    def _wide(self, column: int) -> tuple[int, int]:
        plain, in_words, as_steps = QFontMetrics(theme.font(bold=True)), 0, 0
        for row in range(len(self.table.inspections)):
            index = self.table.index(row, column)
            value = self.table.value(index)
            lines = words.rate_short(value) if isinstance(value, Question) and value.of else (str(index.data()),)
            words_, steps = max(map(plain.horizontalAdvance, lines)), self._steps() if self.has_steps(value) else 0
            in_words, as_steps = max(in_words, steps + words_), max(as_steps, steps or words_)
        edges, heading = 2 * theme.px(sizes.CLOSE), self.horizontalHeader().sectionSizeHint(column)
        return max(heading, in_words + edges), max(heading, as_steps + edges)

    @cached_property
    def _high(self) -> int:
        """Of every line: the words of the inspections are whole, and break where they are longer than there is room."""
        room, lines = _names_room(), [_names(self.table, row) for row in range(len(self.table.inspections))]
        highest = max((sum(wrapping.height(said, font, room) for said, font in pair) for pair in lines), default=0)
        return highest + theme.px(sizes.CLOSE)

    def _steps(self) -> int:
        return theme.px(steps_width(self.framework) + sizes.CLOSE) if self.framework else 0

    def has_steps(self, value: object) -> bool:
        """Whether a value is drawn as steps: a rating of a framework that is on this laptop."""
        return self.framework is not None and self.framework.rating.knows(_word(value))


class _Cell(QStyledItemDelegate):
    """A rating as steps and its word, a rate as its percent and, beneath, of how many."""

    def __init__(self, view: BesideTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one."""
        c, table, room = theme.colours(), self._view.table, option.rect
        one, value = table.inspections[index.row()], table.value(index)
        painter.save()
        _ground(painter, room, selected=bool(option.state & QStyle.StateFlag.State_Selected))
        inside = room.adjusted(theme.px(sizes.CLOSE), 0, -theme.px(sizes.CLOSE), 0)
        if isinstance(value, Question) and value.of:
            _two_lines(painter, inside, *words.rate_short(value))
        elif self._view.has_steps(value) and self._view.framework is not None:
            word = _word(value)
            paint_steps(
                painter,
                inside.left(),
                room.center().y(),
                self._view.framework,
                word,
                provisional=can_change(one, value),
            )
            if self._view.in_words or not index.column():
                beside = inside.adjusted(theme.px(steps_width(self._view.framework) + sizes.CLOSE), 0, 0, 0)
                wrapping.draw(painter, beside, word, theme.font(bold=not can_change(one, value)), c.text, _MIDDLE)
        else:
            wrapping.draw(painter, inside, str(index.data()), theme.font(), c.text, _MIDDLE)
        painter.restore()


def can_change(one: Collected, value: object) -> bool:
    """Whether a rating of the inspection can still change: that of a standard, what people gave, or the overall one."""
    if isinstance(value, Question):
        return False  # what people rate stands as they gave it
    return value.ref in one.changing if isinstance(value, Standard) else one.provisional


def _word(value: object) -> str:
    word = value.rating if isinstance(value, Standard) else value.given if isinstance(value, Question) else value
    return str(word or "")


class _Inspections(QHeaderView):
    """The inspections: service, and beneath it when and what it is of."""

    def __init__(self, view: BesideTable) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(1)
        self.sectionPressed.connect(view.selectRow)

    def sizeHint(self) -> QSize:
        """As wide as the longest, within bounds."""
        lines = [pair for row in range(len(self._view.table.inspections)) for pair in _names(self._view.table, row)]
        longest = max((QFontMetrics(font).horizontalAdvance(said) for said, font in lines), default=0)
        edges = theme.px(_HEAD) - _names_room()
        return QSize(min(longest + edges, theme.px(_HEAD)) + sizes.EDGE, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one; this inspection has a bar before it."""
        painter.save()
        table = self._view.table
        _ground(painter, rect, selected=self._view.selectionModel().isRowSelected(section, table.index(-1, -1)))
        if table.inspections[section] is table.this:
            painter.fillRect(
                rect.adjusted(0, 0, theme.px(sizes.HERE) - rect.width(), 0), QColor(theme.colours().accent)
            )
        inside = rect.adjusted(theme.px(sizes.NEAR), 0, -theme.px(sizes.CLOSE), 0)
        (service, font), (about, small) = _names(table, section)
        high = wrapping.height(service, font, inside.width())
        top = inside.top() + (inside.height() - high - wrapping.height(about, small, inside.width())) // 2
        first = QRect(inside.left(), top, inside.width(), high)
        wrapping.draw(painter, first, service, font, theme.colours().text, _TOP)
        under = QRect(inside.left(), top + high, inside.width(), inside.bottom() - top - high)
        wrapping.draw(painter, under, about, small, theme.colours().quiet, _TOP)
        painter.restore()


def _names(table: BesideModel, row: int) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
    """The service, and what is said of the inspection, each with its font."""
    service, _, about = str(table.headerData(row, Qt.Orientation.Vertical)).partition("\n")
    return (service, theme.font(bold=True)), (about, theme.font(theme.SMALL))


def _names_room() -> int:
    return theme.px(_HEAD) - theme.px(sizes.NEAR) - theme.px(sizes.CLOSE)


def _ground(painter: QPainter, room: QRect, *, selected: bool) -> None:
    c = theme.colours()
    painter.fillRect(room, QColor(c.accent_soft if selected else c.surface))
    painter.fillRect(room.adjusted(0, room.height() - sizes.EDGE, 0, 0), QColor(c.line))


def _two_lines(painter: QPainter, room: QRect, first: str, second: str) -> None:
    c, font, small = theme.colours(), theme.font(bold=True), theme.font(theme.SMALL)
    high, less = QFontMetrics(font).height(), QFontMetrics(small).height() if second else 0
    top = room.top() + (room.height() - high - less) // 2
    wrapping.draw(painter, QRect(QPoint(room.left(), top), QSize(room.width(), high)), first, font, c.text, _MIDDLE)
    under = QRect(QPoint(room.left(), top + high), QSize(room.width(), less))
    wrapping.draw(painter, under, second, small, c.quiet, _MIDDLE)
