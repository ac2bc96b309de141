"""The flag of a live concern with its words, wherever a case with one is shown. Pressed, it leads to the concerns."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector_app.core.words import count
from inspector_app.ui.controls.buttons.drawn import put
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.look import theme
from inspector_app.ui.words import concern as concern_words

_SIDE = 14


class ConcernFlag(PressButton):
    """Out of sight where there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        theme.role(self, "plain")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the item it is about
        self.setToolTip("Show the concerns")
        self.hide()

    def set_count(self, number: int) -> None:
        """Say how many open concerns there are about the case."""
        self.setText(concern_words.how_many_open(number))
        self.setAccessibleName(
            count(
                number,
                "{n} open concern about this case: show the concerns",
                "{n} open concerns about this case: show the concerns",
            )
        )
        put(self, "concerns-open", theme.colours().error, _SIDE)
        self.setVisible(number > 0)
