"""Under the key questions of a narrow window: what opens in the place of the note, each with its key in the tip."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.completeness import ToCheck
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.case.beside.side import NOTE, TABS

_DRAWN = {"guidance": "guide", "history": "history", "facts": "list", "points": "warning"}


class CaseTools(QFrame):
    """Signals `asked` with the code of the command whose button was pressed."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.buttons = {code: self._button(code) for code in TABS if code != NOTE}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.TIGHT),) * 4)
        layout.setSpacing(0)
        for button in self.buttons.values():
            layout.addWidget(button)

    def _button(self, code: str) -> PressButton:
        command, words = actions.command(code), str(TABS[code])
        button = draw(theme.role(PressButton(words, self), "listed"), _DRAWN[code])
        button.setObjectName(code)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the prompt it is about
        button.setToolTip(f"{command.text}: {command.tip[0].lower()}{command.tip[1:]} ({actions.keys(code)})")
        button.clicked.connect(lambda: self.asked.emit(code))
        self._name(button, words)
        return button

    def _name(self, button: PressButton, words: str) -> None:
        button.setText(words)
        button.setAccessibleName(words)

    def show_points(self, found: ToCheck) -> None:
        """Say on its button how many things are worth checking."""
        number = len(found.points) if found.begun else 0
        words = say("To check {number}", number=number) if number else str(TABS["points"])
        self._name(self.buttons["points"], words)
