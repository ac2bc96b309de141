"""The narrow rail on the left: the pages of an open inspection, and the lock."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from inspector_app.ui import actions, theme
from inspector_app.ui.icons import icon

_ICONS = {"cases": "cases", "case": "assess", "ratings": "ratings", "findings": "findings", "lock": "lock"}


class Rail(QFrame):
    """Signals `wanted` with the code of the command whose button was pressed."""

    wanted = Signal(str)

    def __init__(self, pages: Sequence[str]) -> None:
        super().__init__()
        theme.role(self, "rail")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(theme.GRID),) * 4)
        layout.setSpacing(theme.px(theme.GRID))
        for code in (*pages, "lock"):
            if code == "lock":
                layout.addStretch(1)
            layout.addWidget(self._button(code))
        self._measure()

    def words(self, code: str) -> str:
        """What the button of a page says."""
        return self._buttons[code].text()

    def set_current(self, code: str) -> None:
        """Mark the page that is shown."""
        self._buttons[code].setChecked(True)

    def set_possible(self, code: str, possible: bool, text: str = "") -> None:
        """Whether a page can be gone to; `text` replaces the words on its button."""
        self._buttons[code].setEnabled(possible)
        self._buttons[code].setText(text or actions.command(code).text)

    def possible(self, code: str) -> bool:
        """Whether a page can be gone to."""
        return self._buttons[code].isEnabled()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_buttons"):
            self._measure()

    def _button(self, code: str) -> QToolButton:
        command = actions.command(code)
        button = theme.role(QToolButton(), "rail")
        button.setText(command.text)
        button.setAccessibleName(command.text)
        button.setToolTip(f"{command.tip} ({actions.keys(code)})")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if code != "lock":
            button.setCheckable(True)
            self._group.addButton(button)
        button.clicked.connect(lambda: self.wanted.emit(code))
        self._buttons[code] = button
        return button

    def _measure(self) -> None:
        for code, button in self._buttons.items():
            button.setFixedWidth(theme.px(80))
            button.setIconSize(QSize(theme.px(24), theme.px(24)))
            button.setIcon(icon(_ICONS[code], theme.colours().text, theme.px(24), self.devicePixelRatioF()))
