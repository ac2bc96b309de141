"""How many rows of a list come in, ask for a look, or cannot come in; each number shows those rows alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.core.domain.cases.case_list import ListRow
from inspector_app.core.words import later, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.segments import Segments

CANNOT, LOOK, GOOD = range(3)  # worst first
STATES = (later("cannot"), later("look at it"), later("good"))
_ALL = -1


def state(one: ListRow) -> int:
    """How a row stands: CANNOT, LOOK or GOOD."""
    return CANNOT if one.errors else LOOK if one.warnings else GOOD


class RowFilter(QWidget):
    """Signals `changed` when other rows are wanted."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: Sequence[ListRow] = ()
        self.buttons = {code: PressButton("", self) for code in (_ALL, CANNOT, LOOK, GOOD)}
        self._segments = Segments(list(self.buttons.values()), self)
        self.buttons[_ALL].setChecked(True)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._segments)
        for button in self.buttons.values():
            button.clicked.connect(lambda: self.changed.emit())

    def set_lines(self, lines: Sequence[ListRow]) -> None:
        """Count these. A kind of which there are none any more is not stayed at."""
        self._lines = sorted(lines, key=state)  # within a kind as in the file
        words: dict[int, Callable[[int], str]] = {
            _ALL: lambda n: say("All {number}", number=n),
            CANNOT: lambda n: say("Cannot {number}", number=n),
            LOOK: lambda n: say("Look at it {number}", number=n),
            GOOD: lambda n: say("Good {number}", number=n),
        }
        for code, button in self.buttons.items():
            number = len(self._lines) if code == _ALL else sum(state(one) == code for one in lines)
            button.setText(words[code](number))
            button.setVisible(number > 0 or code == _ALL)
        if self.buttons[self._code].isHidden():
            self.buttons[_ALL].setChecked(True)
        self._segments.show_ends()

    @property
    def rows(self) -> list[ListRow]:
        """The rows that are wanted, worst first."""
        return [one for one in self._lines if self._code in (_ALL, state(one))]

    @property
    def _code(self) -> int:
        return next(code for code, button in self.buttons.items() if button.isChecked())
