"""Under the key questions: what opens beside the prompts, each with its key in the tip."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.ui import actions
from inspector_app.ui.controls.called import call
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.look import theme

_WORDS = {
    "facts": "Facts and people", "guidance": "Guidance", "reading": "As one page", "history": "History",
    "compare": "On every case",
}  # fmt: skip
_BRIEF = {"facts": "Facts", "guidance": "Guide", "reading": "Page", "history": "History", "compare": "Compare"}


class CaseTools(QWidget):
    """Signals `asked` with the code of the command whose button was pressed."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._folded = self._unfolded = False
        self._more = self._make("More ▾", "What else there is about this case", "Facts, guidance, history and more")
        self._more.clicked.connect(self._toggle)
        self.buttons = {code: self._button(code) for code in _WORDS}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for button in (self._more, *self.buttons.values()):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, code: str) -> PressButton:
        command = actions.command(code)
        button = self._make(_WORDS[code], command.text, f"{command.tip} ({actions.keys(code)})")
        button.setObjectName(code)
        button.clicked.connect(lambda: self.asked.emit(code))
        return button

    def _make(self, words: str, name: str, tip: str) -> PressButton:
        button = theme.role(PressButton(words, self), "plain")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the prompt it is about
        button.setAccessibleDescription(name)
        call(button, "")
        button.setToolTip(tip)
        return button

    def set_folded(self, folded: bool, *, narrow: bool) -> None:
        """In a low window the buttons fold behind one; in a narrow one they say it in a word."""
        self._folded = folded
        for code, button in self.buttons.items():
            button.setText((_BRIEF if narrow else _WORDS)[code])
            call(button, "")
        self._show()

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._show()

    def _show(self) -> None:
        self._more.setVisible(self._folded)
        for button in self.buttons.values():
            button.setVisible(self._unfolded or not self._folded)
