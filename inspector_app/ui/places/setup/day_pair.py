"""The first and the last day of something, in two boxes that are saved as one, unless they are the wrong way round."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.days.typed import stored
from inspector_app.core.domain.days.visits import wrong
from inspector_app.core.domain.days.when import iso
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.services.editor import Done
from inspector_app.core.services.fieldwork.setting_up import Days
from inspector_app.core.words import say
from inspector_app.ui.controls.fields.date_box import DateBox, day_field, day_of, put_day
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.saving import Saving

WriteDays = Callable[[date, date, Days], Done]  # first day, last day, in the place of those shown; raises Expected
Gaps = Callable[[], tuple[Span, ...]]
_SETTLES = 600  # milliseconds after the last key in a date
_BETWEEN = "/"  # of the two days, as one text


class DayPair(QObject):
    """The boxes, for a page to lay out. Signals `changed` when somebody chose another day in one of them."""

    changed = Signal(object)  # the box
    failed = Signal(object)  # Expected

    def __init__(
        self, field: str, labels: tuple[str, str], write: WriteDays, parent: QWidget, gaps: Gaps = tuple
    ) -> None:
        """`field` is that of the first day; `gaps` gives the days between the two that do not belong to it."""
        super().__init__(parent)
        self._gaps = gaps
        self.start, self.end = DateBox(parent, self._within), DateBox(parent, self._within)
        self.start_field, self.end_field = day_field(labels[0], self.start), day_field(labels[1], self.end)
        self._target, self._write, self._door = Target("inspection", "inspection", field), write, Door(self._save)
        self._saving = Saving(parent, self._typed, self._put, after=None)
        self._saving.failed.connect(self.failed)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES)
        self._settling.timeout.connect(self._saving.flush)  # what is being typed in a box is read when it is left
        for box in (self.start, self.end):
            box.dateChanged.connect(lambda _day, box=box: self._on_changed(box))

    @property
    def stored(self) -> Days:
        """What is on disk, as far as the boxes know."""
        return _days(self._saving.stored)

    def show_days(self, start: date, end: date | None) -> None:
        """Show what is stored, one day where there is no last one; a day just chosen stays."""
        self._saving.show_value(self._target, _text((start, end)), self._door)

    def forget(self) -> None:
        """What was chosen and is not saved goes."""
        self._settling.stop()
        self._saving.forget()

    def flush(self) -> bool:
        """Save days that were just chosen, unless they are the wrong way round; False when no disk takes them."""
        for box in (self.start, self.end):
            box.take()
        self._settling.stop()
        return self._saving.flush()

    def _on_changed(self, box: QWidget) -> None:
        self.changed.emit(box)
        why = wrong(day_of(self.start), day_of(self.end))
        self.end_field.set_wrong(say("Not saved: {why}.", why=why) if why else "")
        self._saving.touched()
        self._settling.start()

    def _within(self, day: date) -> bool:
        return spans.on_site(day, day_of(self.start), day_of(self.end), self._gaps())

    def _typed(self) -> str:
        return _text((day_of(self.start), day_of(self.end)))

    def _put(self, value: Value, _other: bool) -> None:
        start, end = _days(value)
        if start is not None:
            put_day(self.start, start)
            put_day(self.end, end or start)

    def _save(self, target: Target, value: Value, _amend: ChangeId | None) -> Done:
        done = self._write(day_of(self.start), day_of(self.end), _days(target.over))
        return replace(done, value=value)


def _text(days: Days) -> str:
    return _BETWEEN.join(iso(day) for day in days)


def _days(value: Value) -> Days:
    start, _, end = str(value).partition(_BETWEEN)
    return stored(start), stored(end)
