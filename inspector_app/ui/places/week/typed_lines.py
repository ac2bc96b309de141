"""The lines of the days: what is typed in one is shown under it as it is read, and added by Enter."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from inspector_app.core.errors import Expected
from inspector_app.core.services.fieldwork import week
from inspector_app.core.services.fieldwork.week import Plan
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.last_done import LastDone
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.places.week.board import Board
from inspector_app.ui.places.week.day_column import DayColumn
from inspector_app.ui.words import week as week_words


class TypedLines(QObject):
    """`know` says what a line is read against. Signals `added` with the event's id and whether it is to be opened."""

    added = Signal(str, bool)
    failed = Signal(object)  # Expected

    def __init__(self, workspace: Workspace, board: Board, plan: Plan) -> None:
        super().__init__(board)
        self._workspace, self._board, self._plan, self._whose = workspace, board, plan, ""
        self.last = LastDone[str]()  # the event that was added
        self._in: LineBox | None = None  # the line in which
        board.read_as.add.connect(lambda: self._enter_shown(opened=False))
        board.read_as.add_and_open.connect(lambda: self._enter_shown(opened=True))

    def know(self, plan: Plan, whose: str) -> None:
        """`whose` (Person.id or "") leads what is typed without a name."""
        self._plan, self._whose = plan, whose

    def watch(self, column: DayColumn) -> None:
        """Read the line of this day."""
        column.typed.connect(partial(self._show_reading, column))
        column.entered.connect(lambda _day, _text: self._enter(column, opened=False))

    def take_last(self) -> str:
        """The event that was just added in the line one is on, once: what undo takes away; "" for none."""
        line, self._in = self._in, None
        return (self.last.of("undo") or "") if line is not None and line.hasFocus() and not line.text() else ""

    def _show_reading(self, column: DayColumn) -> None:
        shown, line = self._board.read_as, column.line
        if line.hasFocus() and line.text().strip():
            read = week.read_as(column.day.code, line.text(), self._plan, self._whose)
            parts, clash = week_words.read_as(read, self._plan), week_words.read_clash(read, self._plan)
            shown.tell(line, parts, clash, clashes=bool(read.clashes))
        elif line is shown.line:
            shown.put_away() if line.hasFocus() else shown.leave()

    def _enter_shown(self, *, opened: bool) -> None:
        column = self._board.column_of(self._board.read_as.line)
        if column is not None:
            self._enter(column, opened=opened)

    def _enter(self, column: DayColumn, *, opened: bool) -> None:
        line = column.line
        if not line.text().strip():
            return
        try:
            event = week.add(self._workspace, column.day.code, line.text(), self._plan, self._whose)
        except Expected as error:
            self.failed.emit(error)
            return
        line.setText("")  # and not `clear`, which undo takes back: the words are an event now
        line.flush()
        self.last.did(event)
        self._in = line
        self._board.go_to(line)
        self.added.emit(event, opened)
