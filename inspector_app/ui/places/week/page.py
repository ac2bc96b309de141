"""The week board: days across with what happens on each, and how everything stands. Nothing here reads a note."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Expected
from inspector_app.core.services import concerns, drafts, evidence, panel, week
from inspector_app.core.services.editor import Done
from inspector_app.core.services.week import Plan
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.note.door import Door, Target, edit
from inspector_app.ui.page import Destination, Item, Known, NewConcern, Page, Shared, TheseCases
from inspector_app.ui.places.week.board import Board
from inspector_app.ui.places.week.day_column import DayColumn
from inspector_app.ui.words import week as week_words

_PLANNED_BY = frozenset({"event", "inspection", "person", "case"})
_COUNTED_BY = frozenset({"case", "person", "judgement", "prompt", "review", "rating", "panel", "totals"})
_COUNT_AFTER = 300  # ms: what is counted may wait for the end of a burst of edits
_DRAFT = "event"  # the kind of draft that a line not entered yet is kept as


@dataclass(frozen=True, slots=True)
class WeekPlace:
    """Where somebody was: the event in hand, whether it was open, the day, and how far it was scrolled."""

    event: str
    opened: bool
    day: str
    scroll: tuple[int, int]


class WeekPage(Page):
    """The page."""

    code = "week"
    offers = ("add-event",)

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._opened = ""
        self._door, self._drafts = Door(self._write, shared.workspace.editor.stands), Door(self._keep)
        self._days: dict[str, DayColumn] = {}
        self.board = Board(self)
        self.fill(self.board)
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self._show_standing)
        self._connect()
        self._show_plan()
        self._show_standing()
        self._show_concerns()

    def _connect(self) -> None:
        board = self.board
        board.cases.asked.connect(lambda ids, words: self.want_page("cases", TheseCases(tuple(ids), words)))
        board.cases.add_asked.connect(lambda: self.want_page("cases"))
        board.concerns.asked.connect(lambda concern: self.want_page("concerns", Item("concern", concern)))
        board.concerns.raise_asked.connect(lambda: self.want_page("concerns", NewConcern()))
        board.to_check.asked.connect(self.want_page)
        board.colleagues.asked.connect(lambda: self.want_page("handoff"))
        board.colleagues.backups_asked.connect(lambda: self.want_page("restore"))
        board.begin.clicked.connect(self.add)
        board.set_up.clicked.connect(lambda: self.want_page("setup"))
        actions.make(self, "add-event", self.add, here=True)

    # what every page can do

    def flush(self) -> bool:
        """Write what was typed. False when some of it could not be."""
        written = [column.flush() for column in self._days.values()]
        return all(written)

    def refresh(self, touched: Touched) -> None:
        """Show what changed."""
        kinds = {entity for entity, _ in touched}
        if kinds & _PLANNED_BY:
            self._show_plan()
        if kinds & _COUNTED_BY:
            self._counting.start()
        if kinds & {"concern", "case"}:
            self._show_concerns()

    def place(self) -> WeekPlace:
        """Where the person is."""
        focus = self.focusWidget()
        part = self.board.part_of(focus)
        column = self.board.column_of(focus)
        return WeekPlace(
            part.id if part else "", bool(self._opened), column.day.code if column else "", self.board.scrolled
        )

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if not isinstance(place, WeekPlace):
            return
        if place.event:
            if place.opened:
                self._open(place.event)
            self.board.enter(place.event)
        elif place.day in self._days:
            self._days[place.day].line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.board.scroll_to(place.scroll)

    def know(self, known: Known) -> None:
        """Say how old the work of colleagues is, and which of the safeguards are overdue."""
        now = datetime.now().astimezone()
        self.board.to_check.set_safeguards(known.second_copy, known.rehearsal, now)
        self.board.colleagues.set_rows(known.ledger, known.second_copy, now)
        self.board.order()

    def arrive(self, at: Destination) -> None:
        """Go to an event."""
        if isinstance(at, Item):
            self.board.enter(at.id)

    def do(self, code: str) -> None:
        """Do what the palette asks for (one of `offers`)."""
        if code in self.offers:
            self.add()

    def add(self) -> None:
        """Go to the line of the day one is on, else of today, else of the first day."""
        here = self.board.column_of(QApplication.focusWidget())
        column = here or self._days.get(date.today().isoformat()) or next(iter(self._days.values()))
        column.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.board.bring_into_view(column.line)

    # shown

    def _show_plan(self) -> None:

        self._plan: Plan = week.plan(self._workspace)
        if tuple(self._days) != tuple(day.code for day in self._plan.days):
            self._make_days(drafts.unsent(self._workspace, _DRAFT, "week"))
        today = date.today().isoformat()
        for code, column in self._days.items():
            column.set_today(code == today)
        marked = any(column.mark.text() for column in self._days.values())
        for code, column in self._days.items():
            column.mark.setVisible(marked)  # one line for all of them, or for none
            column.set_events(self._plan.events.get(code, ()), self._plan, self._opened)
        self.board.set_head(week_words.span(self._plan), planned=any(self._plan.events.values()))
        self.board.order()

    def _make_days(self, kept: dict[str, str]) -> None:
        before, self._days = self._days, {}
        for day in self._plan.days:
            column = before.pop(day.code, None)
            if column is None:
                column = DayColumn(day, self._door, self)
                column.asked.connect(self._on_asked)
                column.entered.connect(self._on_entered)
                column.failed.connect(self.failed)
                about = f"week/{day.code}"
                column.line.show_value(Target(_DRAFT, about, "line"), kept.get(about, ""), self._drafts)
            self._days[day.code] = column
        self.board.set_days(list(self._days.values()), self._days.get(date.today().isoformat()))

    def _show_standing(self) -> None:

        self._counting.stop()
        self.board.cases.set_standing(week.standing(self._workspace))
        self.board.to_check.set_ratings(panel.unknown_ratings(self._workspace))
        self.board.order()

    def _show_concerns(self) -> None:

        rows = [row for row in concerns.rows(self._workspace) if row.open]
        self.board.concerns.set_concerns(rows, datetime.now().astimezone())
        self.board.order()

    # edits

    def _keep(self, target: Target, value: Value, _amend: ChangeId | None) -> Done:
        at = drafts.keep(self._workspace, drafts.unsent_name(_DRAFT, target.id), str(value))
        return Done(None, at, frozenset(), value=value)

    def _write(self, target: Target, value: Value, amend: ChangeId | None = None) -> Done:
        done = edit(self._workspace, target, value, amend)
        if target.field == "day":
            self.board.enter(target.id)
        return done

    def _on_entered(self, day: str, text: str) -> None:

        if not text.strip():
            return
        try:
            week.add(self._workspace, day, text, self._plan)
        except Expected as error:
            self.failed.emit(error)
            return
        line = self._days[day].line
        line.clear()
        line.flush()
        self.board.bring_into_view(line)

    def _on_asked(self, event_id: str, code: str) -> None:
        match code:
            case "open":
                self._open(event_id)
            case "close":
                self._close(event_id)
            case "up" | "down":
                self.board.step(event_id, -1 if code == "up" else 1)
            case "left" | "right":
                self.board.go_across(event_id, -1 if code == "left" else 1)
            case "event-earlier" | "event-later":
                self._move(event_id, -1 if code == "event-earlier" else 1)
            case "take-away":
                self._take_away(event_id)
            case "write":
                self._write_up(event_id)
            case _:
                self.invert("undo", "event", event_id)

    def _open(self, event_id: str) -> None:
        if self._plan.event(event_id) is None or not self.flush():
            return
        self._opened = event_id
        self._show_plan()
        self.board.enter(event_id)

    def _close(self, event_id: str) -> None:
        if self.flush():
            self._opened = ""
            self._show_plan()
            self.board.enter(event_id)

    def _take_away(self, event_id: str) -> None:

        event = self._plan.event(event_id)
        if event is None or not self.flush():
            return
        try:
            week.take_away(self._workspace, event_id)
        except Expected as error:
            self.failed.emit(error)
            return
        self._opened = ""
        self._show_plan()
        for column in self._days.values():
            column.gone.offer("", "")
        gone = self._days[event.day].gone if event.day in self._days else None
        if gone is not None:
            gone.offer(event_id, week_words.title(event))
            gone.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_up(self, event_id: str) -> None:
        """Go to where what was heard is written: the case it is about, or a source of evidence begun from it."""

        event = self._plan.event(event_id)
        if event is None or not self.flush():
            return
        if event.case:
            self.want_case(event.case)
            return
        try:
            source = evidence.start_from(self._workspace, event_id)
        except Expected as error:
            self.failed.emit(error)
            return
        self.want_page("evidence", Item("source", source))

    def invert(self, code: str, entity: str, entity_id: str) -> bool:
        """Undo or redo, and go to the event, wherever it is then."""
        done = super().invert(code, entity, entity_id)
        if done:
            for column in self._days.values():
                if column.gone.id == entity_id:
                    column.gone.offer("", "")
            self.board.enter(entity_id)
        return done

    def _move(self, event_id: str, by: int) -> None:
        event, codes = self._plan.event(event_id), [code for code in self._days if code]
        if event is None or event.day not in codes or not 0 <= codes.index(event.day) + by < len(codes):
            return
        try:
            self._write(Target("event", event_id, "day", event.day), codes[codes.index(event.day) + by])
        except Expected as error:
            self.failed.emit(error)

    # the focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page has nothing to do with the focus itself: today's first event has, or its line."""
        super().focusInEvent(event)
        column = self._days.get(date.today().isoformat()) or next(iter(self._days.values()))
        (column.parts[0] if column.parts else column.line).setFocus(Qt.FocusReason.OtherFocusReason)
