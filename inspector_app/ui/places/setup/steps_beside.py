"""The list of the steps of setting up: beside the page, where it stays in view, or on top of it where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup.step import StepCard

_LIST, _COLUMN = 208, 760  # px at 100%: of the list, and of the page, which is in the middle of what is left
_TABLE = 1200  # px at 100%: of the page while a table is being looked at
_LEAST = {_COLUMN: 640, _TABLE: 900}  # px at 100%: with less room for the page the list stands on top of it


class StepsBeside(QWidget):
    """Holds the steps in a column that scrolls. Signals `wanted` with the step whose place in the list was pressed."""

    wanted = Signal(object)  # StepCard

    def __init__(self, title: str, steps: Sequence[StepCard], parent: QWidget) -> None:
        super().__init__(parent)
        self.area = QScrollArea(self)
        self._column = QWidget()
        self._list = QWidget(self)
        self.ways = [self._way(number, step) for number, step in enumerate(steps, 1)]
        inside = QVBoxLayout(self._list)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(sizes.NEAR))
        inside.addWidget(theme.role(plain_label(title, self._list), "title"))
        inside.addLayout(Flow(*self.ways))
        inside.addStretch(1)
        self._side, self._page = QVBoxLayout(), QVBoxLayout(self._column)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(theme.px(sizes.APART))
        for step in steps:
            self._page.addWidget(step)
        self._page.addStretch(1)
        self._lay_out()
        self._on_top: bool | None = None
        self._width = _COLUMN
        for watched in (self.area.viewport(), self._column):
            watched.installEventFilter(self)
        self._place_list()

    def set_wide(self, wide: bool) -> None:
        """Give the column the room of a table, or that of text."""
        self._width = _TABLE if wide else _COLUMN
        self._place_list()
        self._fit()

    def show_states(self, steps: Sequence[StepCard]) -> None:
        """Say beside each step how it stands."""
        for way, step in zip(self.ways, steps, strict=True):
            way.setAccessibleName(f"{way.text()}: {step.state.words}")
            way.setToolTip(f"{step.title}: {step.state.words}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window, and what the page holds."""
        if event.type() == QEvent.Type.Resize:
            self._place_list()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().eventFilter(watched, event)

    def _way(self, number: int, step: StepCard) -> PressButton:
        way = PressButton(f"{number}  {step.title}", self._list)
        way.clicked.connect(lambda: self.wanted.emit(step))
        return way

    def _lay_out(self) -> None:
        page = theme.role(QWidget(), "page")
        middle = QHBoxLayout(page)
        middle.setContentsMargins(*(theme.px(sizes.PAGE),) * 4)
        middle.addStretch(1)
        middle.addWidget(self._column)  # without an alignment, so that it is as high as its width asks for
        middle.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(page)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setContentsMargins(theme.px(sizes.PAGE), theme.px(sizes.PAGE), 0, 0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._side)
        whole.addWidget(self.area, 1)

    def _place_list(self) -> None:
        on_top = self.width() < theme.px(_LIST + _LEAST[self._width])
        if on_top == self._on_top:
            return
        self._on_top = on_top
        if on_top:
            self._page.insertWidget(0, self._list)
        else:
            self._side.addWidget(self._list)
        self._side.setContentsMargins(*((0,) * 4 if on_top else (theme.px(sizes.PAGE), theme.px(sizes.PAGE), 0, 0)))
        wide = theme.px(_LIST)
        self._list.setMaximumWidth(theme.px(_TABLE) if on_top else wide)
        for way in self.ways:  # one below the other
            way.setMinimumWidth(0 if on_top else wide)

    def _fit(self) -> None:
        room = self.area.viewport().width() - 2 * theme.px(sizes.PAGE)
        self._column.setFixedWidth(max(min(theme.px(self._width), room), self._column.minimumSizeHint().width()))
