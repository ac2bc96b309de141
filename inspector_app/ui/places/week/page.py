"""The week board: days across with what happens on each, and how everything stands. Nothing here reads a note."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from inspector_app.core.domain.days import when
from inspector_app.core.domain.days.week import EventRow
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.editor import Done
from inspector_app.core.services.fieldwork import evidence, week
from inspector_app.core.services.fieldwork.week import Plan
from inspector_app.core.services.writing import drafts
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.note.door import Door, Target, door_of_drafts, edit
from inspector_app.ui.page import Destination, Item, Known, NewConcern, Page, Shared
from inspector_app.ui.places.week.board import Board
from inspector_app.ui.places.week.board_head import EVERYBODY
from inspector_app.ui.places.week.day_column import DayColumn
from inspector_app.ui.places.week.printing import Printing, ToPrint
from inspector_app.ui.places.week.standing_cards import StandingCards
from inspector_app.ui.places.week.typed_lines import TypedLines
from inspector_app.ui.places.week.where import WeekPlace
from inspector_app.ui.words import week as week_words

_PLANNED_BY = frozenset({"event", "inspection", "person", "case"})
_MINUTE = 60_000  # ms: how often the line of now is moved
_DRAFT = "event"  # the kind of draft that a line not entered yet is kept as


class WeekPage(Page):
    """The page."""

    code = "week"
    offers = ("add-event", "print-week")

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._opened, self._whose = "", EVERYBODY
        self._door, self._drafts = (
            Door(self._write, shared.workspace.editor.stands, shared.workspace.editor),
            door_of_drafts(shared.workspace, _DRAFT, by_field=False),
        )
        self._days: dict[str, DayColumn] = {}
        self.board = Board(self)
        self.fill(self.board)
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.timeout.connect(self._show_now)
        self._clock.start()
        self._plan: Plan = week.plan(self._workspace)
        self._lines = TypedLines(self._workspace, self.board, self._plan)
        self._standing = StandingCards(self._workspace, self.board, self._plan.cases)
        self.printing = Printing(
            self._workspace, shared.jobs, lambda: ToPrint(self.board.days_shown, self._whose), self
        )
        self._connect()
        self._show_plan()

    def _connect(self) -> None:
        board = self.board
        board.cases.add_asked.connect(lambda: self.want_page("cases"))
        board.waiting.concern_asked.connect(lambda concern: self.want_page("concerns", Item("concern", concern)))
        for cases_asked in (board.cases.asked, board.waiting.cases_asked, board.team.cases_asked):
            cases_asked.connect(partial(self.want_page, "cases"))
        board.waiting.case_asked.connect(self.want_case)
        board.waiting.handoff_asked.connect(lambda: self.want_page("handoff"))
        board.head.raise_it.clicked.connect(lambda: self.want_page("concerns", NewConcern()))
        board.head.whose_chosen.connect(self.show_week_of)
        self._lines.added.connect(self._on_added)
        self._lines.failed.connect(self.failed)
        self.printing.failed.connect(self.failed)
        board.to_check.asked.connect(self.want_page)
        board.due.asked.connect(self.want_page)
        board.team.handoff_asked.connect(lambda: self.want_page("handoff"))
        board.team.backups_asked.connect(lambda: self.want_page("restore"))
        for code, button in zip(self.offers, (board.begin, board.head.print_it), strict=True):
            actions.make(self, code, partial(self.do, code), here=True)
            button.clicked.connect(partial(self.do, code))
        self.printing.saved.connect(lambda said: tell(self, said))
        board.head.set_up.clicked.connect(lambda: self.want_page("setup"))

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
        self._standing.refresh(kinds, self._plan.cases)

    def place(self) -> WeekPlace:
        """Where the person is."""
        focus = self.focusWidget()
        part, column, week = self.board.part_of(focus), self.board.column_of(focus), self.board.week
        return WeekPlace(
            event=part.id if part else "", opened=self._opened, day=column.day.code if column else "",
            scroll=self.board.scrolled, week=week.code if week else "", whose=self._whose,
        )  # fmt: skip

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if not isinstance(place, WeekPlace):
            return
        self.show_week_of(place.whose)
        if place.opened:
            self._open(place.opened)
        if place.week in self._days:
            self.board.show_week_of(self._days[place.week])
        if place.event:
            self.board.enter(place.event)
        elif place.day in self._days:
            self.board.go_to(self._days[place.day].line)
        self.board.scroll_to(place.scroll)

    def know(self, known: Known) -> None:
        """Say how old the work of colleagues is, and which of the safeguards are overdue."""
        self._standing.know(known)

    def arrive(self, at: Destination) -> None:
        """Go to an event."""
        if isinstance(at, Item):
            self._uncover(at.id)
            self.board.enter(at.id)

    def do(self, code: str) -> None:
        """Do what the palette asks for (one of `offers`)."""
        if code == "print-week":
            self.printing.offer(self.board.head.print_it)
        elif code in self.offers:
            self.add()

    def add(self) -> None:
        """Go to the line of the day one is on, else of today, else of the first day."""
        here = self.board.column_of(QApplication.focusWidget())
        self.board.go_to((here or self._first()).line)

    def _first(self) -> DayColumn:
        """Today, or the first day."""
        return self._days.get(date.today().isoformat()) or next(iter(self._days.values()))

    # shown

    def show_week_of(self, person: str) -> None:
        """Show what that person (Person.id) leads, and what is open; EVERYBODY for all. Lines are then theirs too."""
        self._whose = person if person in self._plan.people else EVERYBODY
        self._show_plan()

    def _show_plan(self) -> None:
        self._plan = week.plan(self._workspace)
        self._lines.know(self._plan, self._whose)
        if tuple(self._days) != tuple(day.code for day in self._plan.days):
            self._make_days(drafts.unsent(self._workspace, _DRAFT, "week"))
        for code, column in self._days.items():
            column.set_events(self._seen(code), self._plan, self._opened)
        self._show_now()
        self.board.set_head(week_words.span(self._plan), planned=any(self._plan.events.values()))
        self.board.head.set_people(self._plan.people, self._whose)
        self.board.order()

    def _seen(self, day: str) -> tuple[EventRow, ...]:
        """What is seen of a day: what everybody leads, or one of them; what is open is seen in any case."""
        every = self._plan.events.get(day, ())
        return tuple(e for e in every if self._whose in (EVERYBODY, e.person) or e.id == self._opened)

    def _show_now(self) -> None:
        self.board.show_now(date.today().isoformat(), when.time(datetime.now()))

    def _make_days(self, kept: dict[str, str]) -> None:
        before, self._days = self._days, {}
        for day in self._plan.days:
            column = before.pop(day.code, None)
            if column is None:
                column = DayColumn(day, self._door, self)
                column.asked.connect(self._on_asked)
                column.failed.connect(self.failed)
                self._lines.watch(column)
                about = f"week/{day.code}"
                column.line.show_value(Target(_DRAFT, about, "line"), kept.get(about, ""), self._drafts)
            self._days[day.code] = column
        self.board.set_days(list(self._days.values()), self._days.get(date.today().isoformat()))

    # edits

    def _write(self, target: Target, value: Value, amend: ChangeId | None = None) -> Done:
        done = edit(self._workspace, target, value, amend)
        if target.field == "day":
            self.board.enter(target.id)
        return done

    def _on_added(self, event_id: str, opened: bool) -> None:
        self._uncover(event_id)
        if opened:
            self._open(event_id)

    def _uncover(self, event_id: str) -> None:
        """Where it is not of whose week is shown, show everybody's."""
        event = self._plan.event(event_id)
        if event is not None and self._whose not in (EVERYBODY, event.person):
            self.show_week_of(EVERYBODY)

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
        if not self._done(lambda: week.take_away(self._workspace, event_id)):
            return
        self._opened = ""
        self._lines.last.forget()
        self._show_plan()
        self.board.offer_back(event)

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

    def undo(self, code: str) -> None:
        """Undo follows the hand: what was just added in a line is taken away, and redo adds it again; else as everywhere."""
        last = self._lines.last
        added, taken = self._lines.take_last() if code == "undo" else "", last.of("redo")
        if added:
            self._take_away(added)
            last.did(added)
            last.turned()
        elif taken and self.in_hand() in (None, ("event", taken)) and code == "redo":
            self.invert("undo", "event", taken)
        elif taken and self.in_hand() == ("event", taken):  # its deletion is what was undone
            self.failed.emit(Expected(Code.NOTHING_TO_UNDO))
        else:
            super().undo(code)

    def invert(self, code: str, entity: str, entity_id: str) -> bool:
        """Undo or redo, and go to the event, wherever it is then."""
        done = super().invert(code, entity, entity_id)
        if done:
            self._lines.last.forget()
            self.board.is_back(entity_id)
            self._uncover(entity_id)
            self.board.enter(entity_id)
        return done

    def _move(self, event_id: str, by: int) -> None:
        event, codes = self._plan.event(event_id), [code for code in self._days if code]
        if event is None or event.day not in codes or not 0 <= codes.index(event.day) + by < len(codes):
            return
        there = codes[codes.index(event.day) + by]
        self._done(lambda: self._write(Target("event", event_id, "day", event.day), there))

    def _done(self, act: Callable[[], object]) -> bool:
        """Do it; False where it was refused, which is told."""
        try:
            act()
        except Expected as error:
            self.failed.emit(error)
            return False
        return True

    # the focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page has nothing to do with the focus itself: today's first event has, or its line."""
        super().focusInEvent(event)
        column = self._first()
        self.board.go_to(column.parts[0] if column.parts else column.line)
