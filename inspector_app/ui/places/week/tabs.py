"""Which week of the board is shown, where there is more than one: those of fieldwork, the return visit, what has no day."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.days.week import Day, gap_weeks
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import theme
from inspector_app.ui.words import week as week_words


class WeekTabs(QWidget):
    """Signals `chosen` with the place of the week that somebody wants to see."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("Weeks"))
        self.buttons: list[PressButton] = []
        self._weeks: tuple[tuple[Day, ...], ...] = ()
        self._flow = Flow()
        self.setLayout(self._flow)

    def set_weeks(self, weeks: tuple[tuple[Day, ...], ...]) -> None:
        """Offer these; a gap week is named where it lies."""
        if weeks == self._weeks:
            return
        self._weeks = weeks
        self.buttons = []
        empty(self._flow)
        before: Sequence[Day] = ()
        for place, week in enumerate(weeks):
            self._add_gap(week_words.gap(gap_weeks(before, week)))
            self._add_week(place, week)
            before = week
        self.setVisible(len(weeks) > 1)

    def show_week(self, place: int) -> None:
        """Say which one is shown."""
        for at, button in enumerate(self.buttons):
            button.setChecked(at == place)

    def _add_gap(self, words: str) -> None:
        if words:
            label = theme.role(text_label(self), "quiet")
            label.setWordWrap(False)
            label.setText(words)
            self._flow.addWidget(label)

    def _add_week(self, place: int, week: Sequence[Day]) -> None:
        button = theme.role(PressButton(week_words.week(week), self), "chip")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(place))
        self._flow.addWidget(button)
        self.buttons.append(button)
