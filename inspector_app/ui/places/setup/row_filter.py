"""How many rows of a list come in, ask for a look, or cannot come in; each number shows those rows alone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from inspector_app.core.domain.cases.case_list import ListRow
from inspector_app.core.words import later, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.look import theme

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
        self._group = QButtonGroup(self)
        self.buttons = {code: self._button(code) for code in (_ALL, CANNOT, LOOK, GOOD)}
        self.buttons[_ALL].setChecked(True)
        self.setLayout(Flow(*self.buttons.values()))
        self._group.idClicked.connect(lambda _: self.changed.emit())

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
            button.setEnabled(number > 0 or code == _ALL)
        if not self.buttons[self._code].isEnabled():
            self.buttons[_ALL].setChecked(True)

    @property
    def rows(self) -> list[ListRow]:
        """The rows that are wanted, worst first."""
        return [one for one in self._lines if self._code in (_ALL, state(one))]

    @property
    def _code(self) -> int:
        return next(code for code, button in self.buttons.items() if button.isChecked())

    def _button(self, code: int) -> PressButton:
        button = theme.role(PressButton("", self), "chip")
        button.setCheckable(True)
        self._group.addButton(button, code if code != _ALL else len(STATES))
        return button
