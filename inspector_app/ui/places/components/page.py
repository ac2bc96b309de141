"""The page of components."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.ui.controls.frames.scrolled import Scrolled
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.components import buttons, fields, states

_NARROW = 1200  # px at 100%: below this the columns stand below one another


class Components(QWidget):
    """Three columns of cards, or one where there is little room; `more` are cards of what is no place's."""

    def __init__(self, framework: Framework, today: date, more: Sequence[Callable[[], QWidget]] = ()) -> None:
        super().__init__()
        self.setWindowTitle("Components")
        self._scrolled = Scrolled(_NARROW, self)
        self._scrolled.setAccessibleName("Components")
        columns: tuple[tuple[Callable[[], QWidget], ...], ...] = (
            (states.colours, states.text, states.chips, lambda: states.bars(framework), states.work),
            (buttons.buttons, buttons.answers, lambda: buttons.ratings(framework), states.table),
            (fields.fields, fields.drop_down, lambda: fields.calendar(today), *more),
        )
        row = self._scrolled.add_row()
        for makers in columns:
            column = QVBoxLayout()
            column.setSpacing(theme.px(sizes.APART))
            for make in makers:
                column.addWidget(make())
            column.addStretch(1)
            row.addLayout(column, 13 if makers[0] is buttons.buttons else 10)  # the states of a button in one row
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scrolled)

    def showEvent(self, event: QShowEvent) -> None:
        """States that need a place on the screen."""
        super().showEvent(event)
        buttons.show_states(self)
