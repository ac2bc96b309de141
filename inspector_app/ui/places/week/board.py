"""Where everything on the week board stands: head, days across, and cards beside or below them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.days.week import Day, EventRow, title, weeks
from inspector_app.core.words import later
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import point, way
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.week.board_cards import CasesCard
from inspector_app.ui.places.week.board_head import BoardHead
from inspector_app.ui.places.week.day_column import DayColumn
from inspector_app.ui.places.week.days_across import DaysAcross
from inspector_app.ui.places.week.due_card import DueCard
from inspector_app.ui.places.week.event_card import EventCard
from inspector_app.ui.places.week.event_editor import EventEditor
from inspector_app.ui.places.week.read_as import ReadAs
from inspector_app.ui.places.week.tabs import WeekTabs
from inspector_app.ui.places.week.team_card import TeamCard
from inspector_app.ui.places.week.to_check_card import ToCheckCard
from inspector_app.ui.places.week.waiting_card import WaitingCard

# px at 100%: from this width the cards stand beside the days, so wide; least of one
_BESIDE, _ASIDE, _CARD = 980, 300, 260
_NOTHING = (
    later("Nothing is planned yet"),
    later(
        "Each day has a line: type what happens, such as “9.30 opening presentation” or “14 case interview C01”, and press "
        "Enter. Time, kind, case and who leads it are read from your words."
    ),
)


class Board(QWidget):
    """Scrolls down as a page; the days scroll across by themselves where there is no room for all of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.head = BoardHead(self)
        self.begin = theme.role(PressButton("Plan the first day", self), "primary")
        self._nothing = Empty(self, *_NOTHING, self.begin)
        self.tabs = WeekTabs(self)
        self.tabs.chosen.connect(self._show_week)
        self.earlier, self.later = way(self), way(self)
        for button, words in ((self.earlier, "Earlier days"), (self.later, "Later days")):
            point(button, "Days", back=button is self.earlier)
            button.setAccessibleName(words)
            button.setToolTip(f"{words}: there are more than fit")
        self.waiting, self.due, self.to_check = WaitingCard(self), DueCard(self), ToCheckCard(self)
        self.team, self.cases = TeamCard(self), CasesCard(self)
        self._in_order = (self.waiting, self.due, self.team, self.cases, self.to_check)
        self._days = DaysAcross(self)
        across = self._days.horizontalScrollBar()
        across.rangeChanged.connect(self._show_ways)
        across.valueChanged.connect(self._show_ways)
        self.earlier.clicked.connect(lambda: across.setValue(across.value() - across.pageStep()))
        self.later.clicked.connect(lambda: across.setValue(across.value() + across.pageStep()))
        self._columns: tuple[DayColumn, ...] = ()
        self._weeks: tuple[tuple[DayColumn, ...], ...] = ()
        self._page = theme.role(QWidget(), "page")
        self._body, self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom), QWidget(self._page)
        self.read_as = ReadAs(self)
        self._lay_out()
        self._show_ways()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._page)
        frame(self, inside)
        inside.setSpacing(theme.px(sizes.APART))
        inside.addWidget(self.head)
        inside.addLayout(self._body, 1)
        self._body.setSpacing(theme.px(sizes.APART))
        self._body.addLayout(self._lay_out_days(), 1)
        self._body.addWidget(self._cards, 0, Qt.AlignmentFlag.AlignTop)
        self._lay_out_cards()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        down = self._scroll.verticalScrollBar()
        for bar in (down, self._days.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _at: self.read_as.lie())
        self.read_as.cramped.connect(lambda by: down.setValue(down.value() + by))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _lay_out_days(self) -> QVBoxLayout:
        ways = QHBoxLayout()
        ways.setSpacing(theme.px(sizes.CLOSE))
        ways.addWidget(self.tabs, 1)
        for button in (self.earlier, self.later):
            ways.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        days = QVBoxLayout()
        days.setSpacing(theme.px(sizes.CLOSE))
        days.addLayout(ways, 0)
        days.addWidget(self._days, 1)
        days.addWidget(self._nothing)  # under them: when the first event comes nothing moves
        return days

    def _lay_out_cards(self) -> None:
        """What waits and what is to check one below the other, the rest beside one another where there is room."""
        stacked = QVBoxLayout(self._cards)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(theme.px(sizes.NEAR))
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._across.setSpacing(theme.px(sizes.NEAR))
        stacked.addWidget(self.waiting)
        stacked.addWidget(self.due)
        stacked.addLayout(self._across)
        stacked.addWidget(self.to_check)
        for card in (self.team, self.cases):
            self._across.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)

    def set_head(self, dates: str, *, planned: bool) -> None:
        """Say which days these are, and while nothing is planned what goes here."""
        self.head.set_dates(dates)
        self._nothing.setVisible(not planned)

    def set_days(self, columns: Sequence[DayColumn], today: DayColumn | None) -> None:
        """Have these days, in weeks; today's is brought into view, else the week that was shown stays."""
        seen = self.week
        self._columns, of_day = tuple(columns), {column.day: column for column in columns}
        found = weeks(of_day)
        self._weeks = tuple(tuple(of_day[day] for day in week) for week in found)
        self.tabs.set_weeks(found)
        self._days.set_columns(columns)
        self.show_week_of(today or (of_day.get(seen) if seen else None) or columns[0])
        if today is not None:
            QTimer.singleShot(0, today, lambda: self._days.ensureWidgetVisible(today, theme.px(sizes.PAGE), 0))

    def show_now(self, today: str, time: str) -> None:
        """Mark today (ISO 8601) and the time, and let what is over stand back."""
        for column in self._columns:
            column.set_now(today, time)
        marked = any(column.mark.text() for column in self._columns)
        for column in self._columns:
            column.mark.setVisible(marked)  # one line for all of them, or for none

    def offer_back(self, event: EventRow) -> None:
        """Offer to bring back what was just taken away, and nothing else."""
        for column in self._columns:
            column.gone.offer("", "")
        on = next((column for column in self._columns if column.day.code == event.day), None)
        if on is not None:
            on.gone.offer(event.id, title(event))
            on.gone.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_back(self, event_id: str) -> None:
        """It need not be offered any more."""
        for column in self._columns:
            if column.gone.id == event_id:
                column.gone.offer("", "")

    # the week

    @property
    def week(self) -> Day | None:
        """The first day of the week that is shown."""
        return next(iter(self.days_shown), None)

    @property
    def days_shown(self) -> tuple[Day, ...]:
        """The days of the week that is shown."""
        return tuple(column.day for column in self._columns if not column.isHidden())

    def show_week_of(self, column: DayColumn) -> None:
        """Show the week that a day is in."""
        self._show_week(next(place for place, week in enumerate(self._weeks) if column in week))

    def _show_week(self, place: int) -> None:
        self.tabs.show_week(place)
        self._days.show_only(self._weeks[place])

    def order(self) -> None:
        """Let Tab go through the days from the first on, then through the cards."""
        stops = [stop for column in self._columns for stop in column.stops]
        head = (*self.head.stops, *self.tabs.buttons, self.earlier, self.later)
        tab_through([*head, *stops, self.begin, *(stop for card in self._in_order for stop in card.stops)])

    def _show_ways(self) -> None:
        """Where not every day fits, say in the head that there are more, and on which side."""
        across = self._days.horizontalScrollBar()
        for button, there in ((self.earlier, across.value() > 0), (self.later, across.value() < across.maximum())):
            button.setVisible(across.maximum() > 0)
            button.setEnabled(there)

    @property
    def scrolled(self) -> tuple[int, int]:
        """How far it is scrolled: down, and the days across."""
        return self._scroll.verticalScrollBar().value(), self._days.horizontalScrollBar().value()

    def scroll_to(self, scrolled: tuple[int, int]) -> None:
        """Scroll there."""
        self._scroll.verticalScrollBar().setValue(scrolled[0])
        self._days.horizontalScrollBar().setValue(scrolled[1])

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to something on a day, after everything has its place."""
        self._days.fit()
        self._days.ensureWidgetVisible(widget, theme.px(sizes.PAGE), 0)
        self._scroll.ensureWidgetVisible(widget, 0, theme.px(sizes.PAGE))

    # the focus

    def column_of(self, widget: QWidget | None) -> DayColumn | None:
        """The day that a widget stands on."""
        return next((c for c in self._columns if widget is not None and c.isAncestorOf(widget)), None)

    def part_of(self, widget: QWidget | None) -> EventCard | EventEditor | None:
        """What shows the event that a widget belongs to."""
        column = self.column_of(widget)
        parts = column.parts if column else []
        return next((p for p in parts if widget is not None and (p is widget or p.isAncestorOf(widget))), None)

    def enter(self, event_id: str) -> None:
        """Go to an event: its card, or the title where it is open."""
        for column in self._columns:
            part = column.part(event_id)
            if part is not None:
                self.go_to(part.title if isinstance(part, EventEditor) else part)

    def step(self, event_id: str, by: int) -> None:
        """Go to the event above or below; below the last, to the line."""
        column = next(c for c in self._columns if c.part(event_id))
        place = [part.id for part in column.parts].index(event_id) + by
        if 0 <= place < len(column.parts):
            self.enter(column.parts[place].id)
        elif by > 0:
            self.go_to(column.line)

    def go_across(self, event_id: str, by: int) -> None:
        """Go to the day before or after."""
        place = next(n for n, column in enumerate(self._columns) if column.part(event_id)) + by
        if 0 <= place < len(self._columns):
            column = self._columns[place]
            self.go_to(column.parts[0] if column.parts else column.line)

    def go_to(self, widget: QWidget) -> None:
        """Give the keyboard to something on a day, whose week is then shown."""
        column = self.column_of(widget)
        if column is not None and column.isHidden():
            self.show_week_of(column)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_view(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards stand beside the days where there is room, else below them: beside one another, or in one column."""
        super().resizeEvent(event)
        self.head.fit(self.width())
        beside, way = self.width() >= theme.px(_BESIDE), QBoxLayout.Direction
        self._body.setDirection(way.LeftToRight if beside else way.TopToBottom)
        flat = not beside and self.width() >= theme.px(3 * _CARD)
        self._across.setDirection(way.LeftToRight if flat else way.TopToBottom)
        self._cards.setFixedWidth(theme.px(_ASIDE)) if beside else self._cards.setMaximumWidth(sizes.ANY)
        if not beside:
            self._cards.setMinimumWidth(0)
        self._body.setAlignment(self._cards, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))
        QTimer.singleShot(0, self.read_as, self.read_as.lie)
