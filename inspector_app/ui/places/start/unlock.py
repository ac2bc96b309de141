"""The laptop is locked: one box, for the passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from inspector_app.ui.controls.column import ScrollColumn
from inspector_app.ui.controls.field import Field
from inspector_app.ui.look import theme


class Unlock(ScrollColumn):
    """Signals `passphrase_given` with what was typed; keeps the focus in the box when it was wrong."""

    passphrase_given = Signal(str)

    def __init__(self) -> None:
        super().__init__("Unlock", "Everything is saved and locked. Type your passphrase to go on.", width=416)
        self.setWindowTitle("Locked")
        self._box = QLineEdit()
        self._box.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = Field("&Passphrase", self._box)
        self._button = theme.role(QPushButton("Unlock"), "primary")
        self._button.clicked.connect(self._give)
        self._box.returnPressed.connect(self._give)
        self.add(self._field)
        self.add_row(self._button)
        self.body.addStretch(1)
        self.setFocusProxy(self._box)

    def set_busy(self, busy: bool) -> None:
        """Say that the passphrase is being tried; the box keeps the focus."""
        self._box.setReadOnly(busy)
        self._button.setEnabled(not busy)
        self._button.setText("Unlocking…" if busy else "Unlock")

    def set_wrong(self, sentence: str) -> None:
        """Say what is wrong under the box, ready for another try."""
        self._field.set_wrong(sentence)
        self._box.selectAll()
        self._box.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self._box.clear()
        self._field.set_wrong("")

    def _give(self) -> None:
        if self._box.isReadOnly():
            return
        if self._box.text():
            self.passphrase_given.emit(self._box.text())
        else:
            self.set_wrong("Type your passphrase.")
