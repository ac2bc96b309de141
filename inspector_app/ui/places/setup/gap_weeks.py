"""Gap weeks: weeks within the fieldwork in which nobody is on site, each ticked or not."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from inspector_app.core.domain.days import spans, when
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.words import say
from inspector_app.ui.controls.flow import Flow


class GapWeeks(QWidget):
    """A box for each week between the first and the last one. Signals `chosen` when somebody ticks or unticks one."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[date, QCheckBox] = {}
        self.gaps: tuple[Span, ...] = ()
        self._weeks = Flow()
        self.setLayout(self._weeks)

    def show_gaps(self, start: date, end: date, gaps: tuple[Span, ...]) -> bool:
        """Show the weeks of fieldwork from `start` to `end` and which are gaps; False where there is none to choose."""
        self.gaps, mondays = gaps, spans.weeks_between(start, end)
        if tuple(self.boxes) != mondays:
            self._make_boxes(mondays)
        for monday, box in self.boxes.items():
            was = box.blockSignals(True)
            box.setChecked(spans.is_gap_week(monday, gaps))
            box.blockSignals(was)
        return bool(mondays)

    def _make_boxes(self, mondays: tuple[date, ...]) -> None:
        for monday in [old for old in self.boxes if old not in mondays]:
            box = self.boxes.pop(monday)
            self._weeks.removeWidget(box)
            box.hide()
            box.deleteLater()
        for monday in [new for new in mondays if new not in self.boxes]:
            box = self.boxes[monday] = QCheckBox(say("Week of {day}", day=when.day_of_year(monday)), self)
            box.toggled.connect(lambda ticked, monday=monday: self._choose(monday, ticked))
        for monday in mondays:  # in their order
            self._weeks.removeWidget(self.boxes[monday])
            self._weeks.addWidget(self.boxes[monday])
        self.boxes = {monday: self.boxes[monday] for monday in mondays}

    def _choose(self, monday: date, ticked: bool) -> None:
        self.gaps = spans.with_week(self.gaps, monday, gap=ticked)
        self.chosen.emit()
