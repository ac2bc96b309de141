"""A choice among a few as joined buttons, none pressed while nothing is chosen; where there is no room, a drop-down."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.segments import Segments
from inspector_app.ui.controls.fields.choice import Choice


class ChoiceSegments(QWidget):
    """The buttons choose in a `Choice`, which holds what is chosen; it has a code for each of them, and "" for none."""

    def __init__(self, box: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = box
        places = [place for place in range(box.count()) if box.itemData(place)]
        self.buttons = {place: PressButton(box.itemText(place), self) for place in places}
        box.setMinimumContentsLength(max(len(box.itemText(place)) for place in places))
        self._segments = Segments(list(self.buttons.values()), self)
        self._segments.setAccessibleName(box.accessibleName())
        for place, button in self.buttons.items():
            button.clicked.connect(partial(self._choose, place))
        box.currentIndexChanged.connect(self._show_chosen)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._segments)
        across.addWidget(box, 1)
        self._show_chosen()
        self.set_joined(joined=True)

    def set_joined(self, *, joined: bool) -> None:
        """As joined buttons, or as the drop-down."""
        self._segments.setVisible(joined)
        self.box.setVisible(not joined)

    def _choose(self, place: int) -> None:
        self.box.setCurrentIndex(place)
        self.box.activated.emit(place)
        self._show_chosen()  # one that was pressed again stays chosen

    def _show_chosen(self) -> None:
        self._segments.choose(self.buttons.get(self.box.currentIndex()))
