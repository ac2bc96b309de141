"""The list of the steps of setting up: beside the page, where it stays in view, or on top of it where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.places.setup.step import Mark, StepCard

_LIST, _COLUMN = 208, 840  # px at 100%: of the list, and of the page beside it; both are in the middle of a wide window
_TOP = 1200  # px at 100%: of the list at the most where it stands on top
_LEAST = 640  # px at 100%: with less room for the page the list stands on top of it


class StepsBeside(QWidget):
    """Holds the steps in a column that scrolls. Signals `wanted` with the step whose place in the list was pressed.

    The steps are made in the `column`, and then held: put there later, each of their widgets would be visited whole again.
    """

    wanted = Signal(object)  # StepCard

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.area = QScrollArea(self)
        self._inside = theme.role(QWidget(self.area.viewport()), "page")
        self.column = QWidget(self._inside)
        self._list = QWidget(self)
        self._title = theme.role(plain_label(title, self._list), "title")
        self.ways: list[PressButton] = []
        self._side, self._page = QVBoxLayout(), QVBoxLayout(self.column)
        self._on_top: bool | None = None
        self._lay_out()

    def hold(self, steps: Sequence[StepCard]) -> None:
        """Take these steps, once, and list them."""
        self.ways = [self._way(number, step) for number, step in enumerate(steps, 1)]
        inside = QVBoxLayout(self._list)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(sizes.NEAR))
        inside.addWidget(self._title)
        inside.addLayout(Flow(*self.ways))
        inside.addStretch(1)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(theme.px(sizes.APART))
        for step in steps:
            self._page.addWidget(step)
        self._page.addStretch(1)
        for watched in (self.area.viewport(), self.column):
            watched.installEventFilter(self)
        self._place_list()

    def show_states(self, steps: Sequence[StepCard]) -> None:
        """Say beside each step how it stands."""
        for way, step in zip(self.ways, steps, strict=True):
            way.setAccessibleName(f"{way.text()}: {step.state.words}")
            way.setToolTip(f"{step.title}: {step.state.words}")
            way.setIcon(self._sign(step))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window, and what the page holds."""
        if event.type() == QEvent.Type.Resize:
            self._place_list()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().eventFilter(watched, event)

    def _way(self, number: int, step: StepCard) -> PressButton:
        way = theme.role(PressButton(f"{number}  {step.title}", self._list), "listed")
        side = theme.px(sizes.PICTURE)
        way.setIconSize(QSize(side, side))
        way.clicked.connect(lambda: self.wanted.emit(step))
        return way

    def _sign(self, step: StepCard) -> QIcon:
        """A tick beside a step that is done; one that is not leaves its room empty."""
        side, done = theme.px(sizes.PICTURE), step.state.mark is Mark.DONE
        if done:
            return icon("saved", theme.colours().yes, side, self.devicePixelRatioF())
        blank = QPixmap(side, side)
        blank.fill(Qt.GlobalColor.transparent)
        return QIcon(blank)

    def _lay_out(self) -> None:
        middle = self._around = QHBoxLayout(self._inside)
        frame(self, middle)
        middle.addWidget(self.column)  # without an alignment, so that it is as high as its width asks for
        middle.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self._inside)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._side)
        whole.addWidget(self.area, 1)

    def _place_list(self) -> None:
        on_top = self.width() < theme.px(_LIST + _LEAST)
        if on_top == self._on_top:
            return
        self._on_top = on_top
        if on_top:
            self._page.insertWidget(0, self._list)
        else:
            self._side.addWidget(self._list)
        self._list.show()  # another parent hid it until the next turn, and the keyboard went past it
        wide = theme.px(_LIST)
        self._list.setMaximumWidth(theme.px(_TOP) if on_top else wide)
        for way in self.ways:  # one below the other
            way.setMinimumWidth(0 if on_top else wide)

    def _fit(self) -> None:
        edge, around = theme.px(sizes.PAGE), self._around.contentsMargins()
        taken = 0 if self._on_top else theme.px(_LIST) + edge
        bar = self.area.verticalScrollBar().sizeHint().width()
        room = self.width() - taken - around.left() - around.right() - bar
        column = max(min(theme.px(_COLUMN), room), self.column.minimumSizeHint().width())
        self.column.setFixedWidth(column)
        before = max(0, (room - column) // 2)  # what is left over stands at both sides of list and column together
        self._side.setContentsMargins(0 if self._on_top else edge + before, theme.px(sizes.NEAR), 0, 0)
