"""The passphrase is forgotten: the recovery code opens the laptop, and another passphrase is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.field import Field, first_wrong
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.places.start.own_passphrase import OwnPassphrase


class Recover(ScrollColumn):
    """Signals `code_given` with the code and the new passphrase, and `left` to go back."""

    code_given = Signal(str, str)
    left = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(
            "Use the recovery code", "Everything is still here and locked. You then choose a new passphrase."
        )
        self.setWindowTitle("Recovery code")
        self._code = QLineEdit()
        self._field = Field("&Recovery code", self._code, "Eight groups of four. Capitals and spaces do not matter.")
        self._new = OwnPassphrase(jobs, tuple)
        self._button = theme.role(PressButton("Unlock"), "primary")
        self._back = PressButton("Back")
        self.add(self._field, self._new)
        self.add_row(self._button, self._back)
        self.body.addStretch(1)
        self._button.clicked.connect(self._give)
        self._back.clicked.connect(self.left)
        self._code.returnPressed.connect(self._give)
        self._new.entered.connect(self._give)
        self.setFocusProxy(self._code)

    def set_busy(self, busy: bool) -> None:
        """Say that the code is being tried."""
        self._new.set_enabled(not busy)
        for widget in (self._code, self._button, self._back):
            widget.setEnabled(not busy)
        self._button.setText("Unlocking…" if busy else "Unlock")

    def set_wrong(self, sentence: str) -> None:
        """Say under the code why it does not open the laptop."""
        self._field.set_wrong(sentence)
        self._code.setFocus()

    def set_weak(self, sentence: str) -> None:
        """Say under the new passphrase why it will not do."""
        self._new.first_field.set_wrong(sentence)
        self._new.first.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self._code.clear()
        self._new.clear()

    def _give(self) -> None:
        wrongs = ((self._field, "" if self._code.text().strip() else "Type the code."), *self._new.faults())
        if self._button.isEnabled() and first_wrong(wrongs) is None:
            self.code_given.emit(self._code.text(), self._new.text)
