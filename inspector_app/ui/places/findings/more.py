"""The pages that belong to the findings, behind "…" at the end of their head: a returned draft, the points of the service."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import dots
from inspector_app.ui.controls.buttons.press_button import PressButton

_PAGES = ("accuracy", "returned")


class MorePages(PressButton):
    """Signals `wanted` with the code of a page."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        dots(self, say("More about the findings"))
        self.setToolTip(self.accessibleName())
        self.offered = QMenu(self)
        self.setMenu(self.offered)
        self.offered.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        """With the keys that they have now."""
        self.offered.clear()
        for code in _PAGES:
            offered = self.offered.addAction(f"{actions.command(code).text}\t{actions.keys(code)}")
            offered.triggered.connect(lambda _=False, code=code: self.wanted.emit(code))
