"""What belongs to a page and is seldom asked for, behind three dots at the end of its head: commands, with their keys."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import dots
from inspector_app.ui.controls.buttons.press_button import PressButton


class MoreCommands(PressButton):
    """Signals `wanted` with the code of a command."""

    wanted = Signal(str)

    def __init__(self, name: str, codes: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        dots(self, name)
        self.setToolTip(name)
        self._codes = tuple(codes)
        self.offered = QMenu(self)
        self.setMenu(self.offered)
        self.offered.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        """With the keys that they have now."""
        self.offered.clear()
        for code in self._codes:
            offered = self.offered.addAction(actions.in_menu(code))
            offered.triggered.connect(lambda _=False, code=code: self.wanted.emit(code))
