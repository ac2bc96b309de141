"""A choice among few that is narrow enough for a column, and that the wheel does not change in passing."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from inspector_app.ui.controls.drop_down import DropDown

_LETTERS = 8  # at least so many are seen


class Choice(DropDown):
    """Signals `chosen` with the code of what a person chose."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.activated.connect(lambda: self.chosen.emit(str(self.currentData())))

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these (code, words)."""
        offered = list(choices)
        if [self.itemData(n) for n in range(self.count())] != [code for code, _ in offered]:
            self.clear()
            for code, words in offered:
                self.addItem(words, code)

    def show_choice(self, code: object) -> None:
        """Show which one is chosen; one that is not among those offered is shown as it stands."""
        place = self.findData(code)
        if place < 0:
            self.addItem(str(code), code)
            place = self.count() - 1
        self.setCurrentIndex(place)
        self.setToolTip(self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not choose something else."""
        event.ignore()
