"""The table of the cases by their key questions: its columns, the one that is chosen, and the ways into a case."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.lists.entered import Entered
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.layout import Down, layout_of
from inspector_app.ui.places.cases.questions.model import FIRST, INSPECTOR, REF, TYPE, Index, QuestionTable, Row
from inspector_app.ui.places.cases.questions.paint import QuestionCell, state_width
from inspector_app.ui.words import by_question as words
from inspector_app.ui.words.framework import type_alone

_GIVE_WAY = (INSPECTOR, TYPE)  # where there is too little room; which case it is and its answers stay
_LEAST = 120  # px at 100%: what the head of a group has room in


class QuestionView(Entered, QTableView):
    """Arrows go from case to case and from key question to key question; Enter or a click on an answer opens the case."""

    chosen = Signal(str)  # key question
    opened = Signal(str, str)  # case id, key question ("": none of it is asked there)

    def __init__(self, table: QuestionTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = table
        self.question = ""
        self.setModel(table)
        self.setHorizontalHeader(_Heads(self))
        self.setItemDelegate(QuestionCell(table, self))
        self.setAccessibleName(say("Cases by key question"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setMouseTracking(True)
        self.setMinimumHeight(1)
        self.setMinimumWidth(theme.px(_LEAST))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().sectionClicked.connect(self.choose)
        self.clicked.connect(self._click)
        table.modelReset.connect(self.fit)
        table.dataChanged.connect(lambda: self.viewport().update())

    def case(self) -> str:
        """The id of the case one is on; "" for none."""
        index = self.currentIndex()
        line = self.table.rows[index.row()].line if index.isValid() else None
        return line.case.id if line else ""

    def choose(self, column: int) -> None:
        """Be on a key question: on the same case where it is asked there, else on the first that it is asked on."""
        question, here = self.table.question_at(column), self.currentIndex().row()
        if question and not self._asked(here, question):
            here = next((n for n in range(len(self.table.rows)) if self._asked(n, question)), here)
        if question and here >= 0:
            self.setCurrentIndex(self.table.index(here, column))

    def edge_box(self, index: Index) -> QRect:
        """What has the edge of the keyboard: an answer, since the arrows go from key question to key question."""
        return self.visualRect(index)

    def _asked(self, place: int, question: str) -> bool:
        rows = self.table.rows
        return 0 <= place < len(rows) and rows[place].line is not None and question in rows[place].group.questions

    def go_to(self, case: str, question: str) -> None:
        """Be on a case and a key question; on the first of each where that is not there."""
        row, column = self.table.row_of(case), self.table.column_of(question)
        first = next((place for place, row in enumerate(self.table.rows) if row.line), -1)
        index = self.table.index(row if row >= 0 else first, column if column >= 0 else FIRST)
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Another key question is chosen with its column."""
        super().currentChanged(current, previous)
        question = self.table.question_at(current.column()) if current.isValid() else ""
        if question and question != self.question:
            self.question = question
            self.horizontalHeader().viewport().update()
            self.chosen.emit(question)

    def enter(self) -> None:
        """Open the case one is on at the key question one is on."""
        self._open(self.currentIndex())

    def _click(self, index: QModelIndex) -> None:
        if index.column() >= FIRST:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        row = self.table.rows[index.row()] if index.isValid() else None
        if row and row.line:
            question = self.table.question_at(index.column())
            self.opened.emit(row.line.case.id, question if question in row.group.questions else "")

    # room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Every column as wide as what is in it, or not there; what room is left goes to the type, or to the reference."""
        header, wide = self.horizontalHeader(), self._widths()
        for column in _GIVE_WAY:
            if sum(wide.values()) > self.viewport().width():
                del wide[column]
        room = self.viewport().width() - sum(wide.values())
        wide[TYPE if TYPE in wide else REF] += max(0, room)
        for column in range(self.table.columnCount()):
            header.setSectionHidden(column, column not in wide)
            header.resizeSection(column, wide.get(column, 1))
        self._arrange_rows(sum(wide.get(column, 0) for column in range(FIRST)))

    def _widths(self) -> dict[int, int]:
        plain, bold, small = (QFontMetrics(theme.font(size, bold=strong)) for size, strong in (
            (theme.BODY, False), (theme.BODY, True), (theme.SMALL, True)))  # fmt: skip
        lines = [row.line for row in self.table.rows if row.line]
        ref = max((bold.horizontalAdvance(line.case.ref) for line in lines), default=0)
        kind = max((plain.horizontalAdvance(type_alone(line.case.type)) for line in lines), default=0)
        name = max((plain.horizontalAdvance(self.table.whose(line)) for line in lines), default=0)
        heads = [
            small.horizontalAdvance(str(self.table.headerData(n, Qt.Orientation.Horizontal))) for n in range(FIRST)
        ]
        gap, longest = theme.px(sizes.APART), small.horizontalAdvance("00 of 00")
        wide = {column: max(head, text) + gap for column, head, text in zip(
            (REF, TYPE, INSPECTOR), heads, (max(ref, theme.px(_LEAST) // 2), kind, name), strict=True)}  # fmt: skip
        each = max(longest, state_width(), *(small.horizontalAdvance(ref) for ref in self.table.questions), 1)
        return wide | {FIRST + n: each + theme.px(sizes.NEAR) for n in range(len(self.table.questions))}

    def _arrange_rows(self, before: int) -> None:
        """The head of a group stands before its totals, on as many lines as it needs there."""
        low = layout_of(self.window().size()).down is not Down.TALL
        high, room = theme.px(sizes.ROW.short if low else sizes.ROW.usual), before - theme.px(sizes.NEAR)
        self.horizontalHeader().setFixedHeight(theme.px(sizes.ROW.usual))
        self.clearSpans()
        for place, row in enumerate(self.table.rows):
            if row.line is None:
                self.setSpan(place, REF, 1, FIRST)
            self.setRowHeight(place, high if row.line else max(high, self._head_height(row, room)))

    def _head_height(self, row: Row, room: int) -> int:
        font = theme.font(theme.SMALL, bold=True)
        return wrapping.height(words.group(row.group), font, room) + theme.px(sizes.TIGHT)


class _Heads(QHeaderView):
    """The heads; that of the chosen key question stands out by weight, colour and a line."""

    def __init__(self, view: QuestionView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(True)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head."""
        c, question = theme.colours(), self._view.table.question_at(section)
        here = bool(question) and question == self._view.question
        painter.save()
        painter.fillRect(rect, QColor(c.sunken))
        line = theme.px(sizes.HERE) if here else sizes.EDGE
        painter.fillRect(rect.adjusted(0, rect.height() - line, 0, 0), QColor(c.accent if here else c.border))
        font = theme.font(theme.SMALL, bold=here)
        said = str(self._view.table.headerData(section, Qt.Orientation.Horizontal))
        side = Qt.AlignmentFlag.AlignCenter if question else Qt.AlignmentFlag.AlignVCenter
        room = rect if question else rect.adjusted(theme.px(sizes.CLOSE), 0, 0, 0)
        wrapping.draw(painter, room, said, font, c.accent if here else c.quiet, side)
        painter.restore()
