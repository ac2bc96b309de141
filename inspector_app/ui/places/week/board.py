"""Where everything on the week board stands: head, days across, and cards beside or below them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from inspector_app.ui import actions
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import stops_in, tab_through
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.look import theme
from inspector_app.ui.places.week.board_cards import CasesCard, ColleaguesCard, ConcernsCard
from inspector_app.ui.places.week.day_column import DayColumn
from inspector_app.ui.places.week.event_card import EventCard
from inspector_app.ui.places.week.event_editor import EventEditor
from inspector_app.ui.places.week.to_check_card import ToCheckCard

# px at 100%: from this width the cards stand beside the days, so wide; least of one
_BESIDE, _ASIDE, _CARD = 980, 292, 260
_NOTHING = (
    "Nothing is planned yet. Each day has a line: type what happens, such as “9.30 opening presentation” or "
    "“14 case interview C01”, and press Enter. Time, kind, case and who leads it are read from your words."
)


class Board(QWidget):
    """Scrolls down as a page; the days scroll across by themselves where there is no room for all of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dates = theme.role(text_label(self), "quiet")
        self._nothing = text_label(self)
        self._nothing.setText(_NOTHING)
        self.set_up = theme.role(PressButton("Setting up", self), "plain")
        self.set_up.setToolTip(actions.command("setup").tip)
        self.begin = theme.role(PressButton("Plan the first day", self), "primary")
        self.earlier, self.later = (theme.role(PressButton(words, self), "plain") for words in ("‹ Days", "Days ›"))
        for way, words in ((self.earlier, "Earlier days"), (self.later, "Later days")):
            way.setAccessibleName(words)
            way.setToolTip(f"{words}: there are more than fit")
        self.cases, self.concerns, self.colleagues = CasesCard(self), ConcernsCard(self), ColleaguesCard(self)
        self.to_check = ToCheckCard(self)
        self._in_order = (self.to_check, self.concerns, self.cases, self.colleagues)
        self._days = _Days(self)
        across = self._days.horizontalScrollBar()
        across.rangeChanged.connect(self._show_ways)
        across.valueChanged.connect(self._show_ways)
        self.earlier.clicked.connect(lambda: across.setValue(across.value() - across.pageStep()))
        self.later.clicked.connect(lambda: across.setValue(across.value() + across.pageStep()))
        self._columns: tuple[DayColumn, ...] = ()
        self._page = theme.role(QWidget(), "page")
        self._body, self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom), QWidget(self._page)
        self._lay_out()
        self._show_ways()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(*(theme.px(3 * theme.GRID),) * 4)
        inside.setSpacing(theme.px(2 * theme.GRID))
        head = QHBoxLayout()
        head.setSpacing(theme.px(2 * theme.GRID))
        head.addWidget(theme.role(QLabel("Week", self), "title"))
        head.addWidget(self._dates, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.set_up)
        inside.addLayout(head)
        inside.addWidget(self._nothing)
        inside.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        ways = QHBoxLayout()
        ways.setSpacing(0)
        ways.addStretch(1)
        for way in (self.earlier, self.later):
            ways.addWidget(way)
        days = QVBoxLayout()
        days.setSpacing(0)
        days.addLayout(ways)
        days.addWidget(self._days)
        days.addStretch(1)
        inside.addLayout(self._body, 1)
        self._body.setSpacing(theme.px(2 * theme.GRID))
        self._body.addLayout(days, 1)
        self._body.addWidget(self._cards, 0, Qt.AlignmentFlag.AlignTop)
        stacked = QVBoxLayout(self._cards)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(theme.px(2 * theme.GRID))
        stacked.addWidget(self.to_check)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._across.setSpacing(theme.px(2 * theme.GRID))
        stacked.addLayout(self._across)
        for card in self._in_order[1:]:
            self._across.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def set_head(self, dates: str, *, planned: bool) -> None:
        """Say which days these are, and while nothing is planned what goes here."""
        self._dates.setText(dates)
        self._nothing.setVisible(not planned)
        self.begin.setVisible(not planned)

    def set_days(self, columns: Sequence[DayColumn], today: DayColumn | None) -> None:
        """Show these days; today's is brought into view."""
        self._columns = tuple(columns)
        self._days.set_columns(columns)
        if today is not None:
            QTimer.singleShot(0, today, lambda: self._days.ensureWidgetVisible(today, theme.px(24), 0))

    def order(self) -> None:
        """Let Tab go through the days from the first on, then through the cards."""
        stops = [stop for column in self._columns for stop in column.stops]
        head = (self.set_up, self.begin, self.earlier, self.later)
        tab_through([*head, *stops, *(stop for card in self._in_order for stop in stops_in(card))])

    def _show_ways(self) -> None:
        """Where not every day fits, say in the head that there are more, and on which side."""
        across = self._days.horizontalScrollBar()
        for way, there in ((self.earlier, across.value() > 0), (self.later, across.value() < across.maximum())):
            way.setVisible(across.maximum() > 0)
            way.setEnabled(there)

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
        self._days.ensureWidgetVisible(widget, theme.px(24), 0)
        self._scroll.ensureWidgetVisible(widget, 0, theme.px(24))

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
                self._go_to(part.title if isinstance(part, EventEditor) else part)

    def step(self, event_id: str, by: int) -> None:
        """Go to the event above or below; below the last, to the line."""
        column = next(c for c in self._columns if c.part(event_id))
        place = [part.id for part in column.parts].index(event_id) + by
        if 0 <= place < len(column.parts):
            self.enter(column.parts[place].id)
        elif by > 0:
            self._go_to(column.line)

    def go_across(self, event_id: str, by: int) -> None:
        """Go to the day before or after."""
        place = next(n for n, column in enumerate(self._columns) if column.part(event_id)) + by
        if 0 <= place < len(self._columns):
            column = self._columns[place]
            self._go_to(column.parts[0] if column.parts else column.line)

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_into_view(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards stand beside the days where there is room, else below them: beside one another, or in one column."""
        super().resizeEvent(event)
        beside, way = self.width() >= theme.px(_BESIDE), QBoxLayout.Direction
        self._body.setDirection(way.LeftToRight if beside else way.TopToBottom)
        flat = not beside and self.width() >= theme.px(3 * _CARD)
        self._across.setDirection(way.LeftToRight if flat else way.TopToBottom)
        self._cards.setFixedWidth(theme.px(_ASIDE)) if beside else self._cards.setMaximumWidth(16_777_215)
        if not beside:
            self._cards.setMinimumWidth(0)
        self._body.setAlignment(self._cards, Qt.AlignmentFlag.AlignTop if beside else Qt.AlignmentFlag(0))


class _Days(QScrollArea):
    """The days beside one another, as high as the fullest of them needs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setAccessibleName("Days")
        self._inside = theme.role(QWidget(), "page")
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(4))
        self._inside.installEventFilter(self)
        self.setWidget(self._inside)
        down = (
            self.verticalScrollBar()
        )  # as high as its days, it is scrolled down only before it is: the heads would hide
        down.valueChanged.connect(lambda _at: down.setValue(0))

    def set_columns(self, columns: Sequence[DayColumn]) -> None:
        """Show these and no others."""
        for place in reversed(range(self._row.count())):
            item = self._row.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None and widget not in columns:
                self._row.takeAt(place)
                widget.hide()
                widget.deleteLater()
        for place, column in enumerate(columns):
            if self._row.indexOf(column) != place:
                self._row.insertWidget(place, column, 1)
                column.show()
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is on the days."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere in another width. Fitted later: a height set here, Qt would not give to the viewport."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Be as high as the fullest day."""
        self._row.activate()
        width = max(self.viewport().width(), self._row.minimumSize().width())
        high = self._row.heightForWidth(width) if self._row.hasHeightForWidth() else self._row.sizeHint().height()
        bar = self.horizontalScrollBar()
        across = bar.sizeHint().height() if width > self.viewport().width() else 0
        self.setFixedHeight(high + across)
