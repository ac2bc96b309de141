"""A new inspection: which framework, which service, where and when. The rest is set up once its file is made."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.days.visits import wrong
from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.wrapped_radio import WrappedRadio
from inspector_app.ui.controls.fields.date_box import DateBox, day_field, day_of, put_day, set_day
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on, one_stop
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup.gap_weeks import GapWeeks
from inspector_app.ui.places.setup.step import NATIONS

# weeks, gap weeks from one to the next
_LENGTHS = (((1, 0), "One week"), ((2, 0), "Two weeks"), ((2, 1), "Two weeks, a gap week between"))


def next_monday(today: date) -> date:
    """The Monday on which fieldwork is likely to start: today if it is one, else the next."""
    return today + timedelta(days=-today.weekday() % 7)


class NewInspection(ScrollColumn):
    """Signals `wanted` with framework id, service, first and last day of fieldwork, nation ("" not yet said), gaps.

    Signals `left` when it is not wanted.
    """

    wanted = Signal(str, str, object, object, str, object)
    left = Signal()

    def __init__(self, today: date, frameworks: Sequence[Framework], used: Sequence[str] = ()) -> None:
        """`used`: ids of frameworks, that of the inspection opened last first; the first still in force is chosen."""
        about = "Cases, team and the rest are set up next, on a page you can come back to."
        super().__init__("New inspection", about, width=sizes.FORM)
        self.setWindowTitle("New inspection")
        # The newest first. None is chosen for somebody who used none of these: it cannot be changed later.
        self._frameworks = tuple(sorted(frameworks, key=lambda one: one.since, reverse=True))
        # in this order, for Tab goes in the order in which things are made
        self._choices, self._radios = _group(QVBoxLayout, [framework.title for framework in self._frameworks])
        self._service = QLineEdit()
        self._nations, nations = _group(Flow, [name for _, name in NATIONS])
        self._weeks, weeks = _group(Flow, [name for _, name in _LENGTHS])
        self._start, self._end = DateBox(self, self._is_fieldwork), DateBox(self, self._is_fieldwork)
        self._gaps = GapWeeks()
        for box in (self._start, self._end):
            set_day(box, next_monday(today))
        self._framework_field = Field("Framework", self._radios)
        self._service_field = Field("&Service", self._service, "The youth justice service inspected, such as Trafford.")
        self._end_field = day_field("&Last day of fieldwork", self._end)
        self._nation_field, self._weeks_field = Field("Nation", nations), Field("Length", weeks)
        self._start_field = day_field("First &day of fieldwork", self._start)
        self._gaps_field = Field("Gap weeks", self._gaps, "Weeks in which nobody is on site.")
        self._monday = theme.role(plain_label("Fieldwork usually starts on a Monday."), "quiet")
        self._create = theme.role(PressButton("&Create"), "primary")
        self._back = PressButton("&Back")
        self._length = timedelta()
        self._by_hand = False  # whether the person has said how long it is
        self._lay_out()
        self._connect()
        self._choose_framework(next((one for one in used if self._in_force(one)), ""))
        hand_on(self, self._choices.button(0) if self._choices.checkedId() < 0 else self._service)

    def set_busy(self, busy: bool) -> None:
        """Say that the file is being made."""
        self._create.setEnabled(not busy)
        self._create.setText("Creating…" if busy else "&Create")

    def set_wrong(self, sentence: str) -> None:
        """Say why the inspection could not be made."""
        self._service_field.set_wrong(sentence)
        self._service.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter creates the inspection from wherever one is on the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        else:
            super().keyPressEvent(event)

    def _in_force(self, framework: str) -> bool:
        """Whether there is none of a later year; a former one is chosen by hand. One that says no year is in force."""
        since = next((one.since for one in self._frameworks if one.id == framework), None)
        return since in (0, self._frameworks[0].since)

    def _choose_framework(self, preferred: str) -> None:
        for place, framework in enumerate(self._frameworks):
            self._choices.button(place).setChecked(framework.id == preferred)
        if self._choices.checkedId() < 0:
            self._weeks.button(0).setChecked(True)
        self._cut_gaps()

    def _lay_out(self) -> None:
        self.add(self._framework_field, self._service_field)
        self.add_row(self._nation_field, self._weeks_field).setSpacing(theme.px(4 * theme.GRID))
        self.add_row(self._start_field, self._end_field).setSpacing(theme.px(2 * theme.GRID))
        self.add(self._gaps_field, self._monday)
        self.add_row(self._create, self._back)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._start.dateChanged.connect(self._move_end)
        self._end.dateChanged.connect(self._take_end)
        self._choices.idToggled.connect(self._take_length)
        self._weeks.idToggled.connect(self._make_length)
        self._weeks.idClicked.connect(self._note_length)
        for box in (self._service, self._start.lineEdit(), self._end.lineEdit()):
            box.returnPressed.connect(self._give)
        self._create.clicked.connect(self._give)
        self._back.clicked.connect(self.left)

    def _take_length(self) -> None:
        """Fieldwork is as long as the framework says, where nobody has said otherwise."""
        self._framework_field.set_wrong("")
        if self._by_hand:
            return
        framework = self._frameworks[self._choices.checkedId()]
        usual = (framework.weeks, framework.weeks_between)
        for place, (length, _) in enumerate(_LENGTHS):
            self._weeks.button(place).setChecked(length == usual)
        self._take_usual(*usual)

    def _note_length(self) -> None:
        self._by_hand = True

    def _take_end(self) -> None:
        self._note_length()
        self._cut_gaps()

    def _make_length(self) -> None:
        self._take_usual(*_LENGTHS[self._weeks.checkedId()][0])

    def _cut_gaps(self) -> None:
        """Gaps that no longer lie between the first and the last day go."""
        days = day_of(self._start), day_of(self._end)
        self._show_dates(spans.moved_along(self._gaps.gaps, days, days))

    def _take_usual(self, weeks: int, between: int) -> None:
        end, gaps = spans.usual(day_of(self._start), weeks, between)
        put_day(self._end, end)
        self._show_dates(gaps)

    def _move_end(self) -> None:
        """Another first day moves the last one along, and the gaps with both: to where the length ends, if it was there."""
        before, chosen = day_of(self._end) - self._length, self._weeks.checkedId()
        if chosen >= 0 and spans.usual(before, *_LENGTHS[chosen][0])[0] == day_of(self._end):
            self._make_length()
            return
        start, was = day_of(self._start), (day_of(self._end) - self._length, day_of(self._end))
        end = start + self._length
        gaps = spans.moved_along(self._gaps.gaps, was, (start, end))
        put_day(self._end, end)
        self._show_dates(gaps)

    def _show_dates(self, gaps: tuple[Span, ...]) -> None:
        start, end = day_of(self._start), day_of(self._end)
        if self._create.visibleRegion().boundingRect() == self._create.rect():  # and what comes pushes it down
            QTimer.singleShot(0, self, self._keep_in_view)
        self._monday.setVisible(start.weekday() != 0)
        self._gaps_field.setVisible(self._gaps.show_gaps(start, end, gaps))
        why = wrong(start, end)
        self._end_field.set_wrong(say("That is not possible: {why}.", why=why) if why else "")
        self._length = max(timedelta(), end - start)

    def _keep_in_view(self) -> None:
        """The button that makes it, whole, where what one is at stays in view too."""
        at, inside = QApplication.focusWidget(), self.widget() or self
        foot = self._create.mapTo(inside, self._create.rect().bottomLeft()).y()
        top = at.mapTo(inside, at.rect().topLeft()).y() if at and inside.isAncestorOf(at) else foot
        edge = theme.px(sizes.APART)
        if foot - top + 2 * edge <= self.viewport().height():
            self.ensureWidgetVisible(self._create, 0, edge)

    def _days(self) -> tuple[tuple[Field, DateBox], ...]:
        return (self._start_field, self._start), (self._end_field, self._end)

    def _is_fieldwork(self, day: date) -> bool:
        return spans.on_site(day, day_of(self._start), day_of(self._end), self._gaps.gaps)

    def _give(self) -> None:
        if not self._create.isEnabled():
            return
        if not self._complete():
            return
        service, framework = self._service.text().strip(), self._frameworks[self._choices.checkedId()]
        nation = NATIONS[self._nations.checkedId()][0] if self._nations.checkedId() >= 0 else ""
        days = day_of(self._start), day_of(self._end)
        self.wanted.emit(framework.id, service, *days, nation, self._gaps.gaps)

    def _complete(self) -> bool:
        """Say under each field what is missing or wrong, and go to the first of them; True where nothing is."""
        chosen, named = self._choices.checkedId() >= 0, bool(self._service.text().strip())
        self._framework_field.set_wrong("" if chosen else say("Choose the framework; it cannot be changed later."))
        self._service_field.set_wrong("" if named else say("Type the name of the service."))
        days = ((box.take() and not field.wrong, box) for field, box in self._days())
        right = ((chosen, self._choices.button(0)), (named, self._service), *days)
        first = next((box for good, box in right if not good), None)
        if first is not None:
            first.setFocus()
        return first is None


class _Choice(WrappedRadio):
    """Arrows choose, also while nothing is chosen; Qt would only move the focus then."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose what an arrow has led to."""
        super().keyPressEvent(event)
        now = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and isinstance(now, _Choice):
            now.setChecked(True)


def _group(layout_kind: type[QVBoxLayout] | type[Flow], names: Sequence[str]) -> tuple[QButtonGroup, QWidget]:
    """Choices of which one is chosen, numbered from 0."""
    holder = QWidget()
    group, layout = QButtonGroup(holder), layout_kind()
    for place, name in enumerate(names):
        radio = _Choice(name)
        group.addButton(radio, place)
        layout.addWidget(radio)
    layout.setContentsMargins(0, 0, 0, 0)
    holder.setLayout(layout)
    one_stop(group)
    return group, holder
