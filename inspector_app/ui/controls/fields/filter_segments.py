"""Which of a list is shown, as joined buttons with a number each; where there is no room, as a drop-down."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.segments import Segments
from inspector_app.ui.controls.fields.drop_down import DropDown

_FIGURES = 2  # there is room for so many at least: the tenth of a list moves nothing


class FilterSegments(QWidget):
    """The buttons choose in a drop-down, which holds what is chosen. None moves when a number changes.

    Signals `asked` when somebody chooses, be it what is shown already.
    """

    asked = Signal()

    def __init__(self, box: DropDown, parent: QWidget, *, all_stand: bool = False) -> None:
        """`box`: with an item for each, and a name. `all_stand`: what would show nothing has a button too."""
        super().__init__(parent)
        self.box, self._all_stand = box, all_stand
        self.buttons = [PressButton(box.itemText(place), self) for place in range(box.count())]
        self._segments = Segments(self.buttons, self)
        self._segments.setAccessibleName(box.accessibleName())
        for place, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._choose, place))
        box.activated.connect(self.asked)
        box.currentIndexChanged.connect(self._show_chosen)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._segments)
        across.addWidget(box)
        self._show_chosen()
        self.set_joined(joined=True)

    def _choose(self, place: int, _checked: bool = False) -> None:
        self.box.setCurrentIndex(place)
        self.asked.emit()

    def set_numbers(self, numbers: Mapping[object, int]) -> None:
        """Say how many each would show, by the data of its item."""
        widest = "0" * max(_FIGURES, len(str(max(numbers.values(), default=0))))
        for place, button in enumerate(self.buttons):
            what, number = self.box.itemText(place), numbers.get(self.box.itemData(place), 0)
            button.setText(_said(what, str(number)))
            button.setAccessibleName(button.text())
            button.setVisible(self._all_stand or not place or number > 0 or place == self.box.currentIndex())
        self._segments.show_ends([_said(self.box.itemText(place), widest) for place in range(self.box.count())])

    def set_joined(self, *, joined: bool) -> None:
        """As joined buttons, or as the drop-down."""
        self._segments.setVisible(joined)
        self.box.setVisible(not joined)

    def _show_chosen(self) -> None:
        for place, button in enumerate(self.buttons):
            button.setChecked(place == self.box.currentIndex())


def _said(what: str, number: str) -> str:
    return say("{what} {number}", what=what, number=number)
