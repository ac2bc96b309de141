"""Ways of looking at one thing, joined as one control: the one that is shown is filled."""

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget

from inspector_app.ui.look import sizes, theme


class Segments(QWidget):
    """Holds buttons of which one is chosen. What pressing one does is the caller's; so is which is chosen at first."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        for place, button in enumerate(buttons):
            button.setParent(self)
            button.setCheckable(True)
            button.setProperty("at", "first" if place == 0 else "last" if place == len(buttons) - 1 else "between")
            theme.role(button, "segment")
            self._group.addButton(button)
            across.addWidget(button)
        self._widest: Sequence[str] = [""] * len(buttons)
        self._size()

    def _size(self) -> None:
        for button, widest in zip(self._group.buttons(), self._widest, strict=True):
            said = button.text()
            button.setText(widest)
            wide = _least(button)
            button.setText(said)
            button.setMinimumWidth(max(wide, _least(button)))

    def choose(self, button: QPushButton | None) -> None:
        """Let this one be chosen, or none."""
        self._group.setExclusive(button is not None)
        for one in self._group.buttons():
            one.setChecked(one is button)

    def show_ends(self, widest: Sequence[str] = ()) -> None:
        """Round the first and the last that are there, whose words or number may be others now.

        `widest`: words for each that it has room for, whatever it says.
        """
        self._widest = widest or self._widest
        there = [button for button in self._group.buttons() if not button.isHidden()]
        for button in there:
            at = "first" if button is there[0] else "last" if button is there[-1] else "between"
            button.setProperty("at", "alone" if len(there) == 1 else at)
            theme.polish(button)
        self._size()


def _least(button: QAbstractButton) -> int:
    bold = QFontMetrics(theme.font(bold=True)).horizontalAdvance(button.text())  # chosen, its words are wider
    return max(button.sizeHint().width(), bold + 2 * theme.px(sizes.NEAR) + 2 * sizes.EDGE)
