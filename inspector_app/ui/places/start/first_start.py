"""Nobody has been set up on this laptop yet: who you are, and the passphrase that seals everything."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from inspector_app.ui.controls.column import ScrollColumn
from inspector_app.ui.controls.field import Field
from inspector_app.ui.controls.strength_meter import StrengthMeter
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.words.roles import ROLES


class FirstStart(ScrollColumn):
    """Signals `person_given` with name, role and passphrase, once all three will do."""

    person_given = Signal(str, str, str)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(
            "Who are you?", "Your name stands beside what you record, here and in what you hand to colleagues."
        )
        self.setWindowTitle("Who are you?")
        self._name = QLineEdit()
        self._role = QComboBox()
        self._role.addItems(ROLES)
        self._first, self._second = _secret(), _secret()
        self._name_field = Field("&Name", self._name)
        self._first_field = Field("&Passphrase", self._first, "Four or more words that do not belong together do well.")
        self._second_field = Field("Passphrase &again", self._second)
        meter = StrengthMeter(self._first, jobs, self, lambda: tuple(self._name.text().split()))
        self._bar, self._word = meter.bar, meter.word
        self._button = theme.role(QPushButton("Set up this laptop"), "primary")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._name)

    def set_busy(self, busy: bool) -> None:
        """Say that the keys are being made."""
        for widget in (self._name, self._role, self._first, self._second, self._button):
            widget.setEnabled(not busy)
        self._button.setText("Setting up…" if busy else "Set up this laptop")

    def set_wrong(self, sentence: str) -> None:
        """Say why the person could not be set up."""
        self._first_field.set_wrong(sentence)
        self._first.setFocus()

    def clear(self) -> None:
        """Forget the passphrase."""
        self._first.clear()
        self._second.clear()

    def _lay_out(self) -> None:
        warning = QLabel(
            "Nobody can recover this passphrase. It is not stored anywhere, and without it the work on this laptop "
            "cannot be read again."
        )
        warning.setWordWrap(True)
        self.add(self._name_field, Field("&Role", self._role), self._first_field, self._bar, self._word)
        self.add(self._second_field, warning)
        self.add_row(self._button)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._button.clicked.connect(self._give)
        for box in (self._name, self._first, self._second):
            box.returnPressed.connect(self._give)

    def _give(self) -> None:
        if not self._button.isEnabled() or self._first_wrong() is not None:
            return
        self.person_given.emit(self._name.text().strip(), ROLES[self._role.currentIndex()], self._first.text())

    def _first_wrong(self) -> Field | None:
        """Mark what will not do; the first such field, focused, or None. The service judges the strength again."""
        wrongs = (
            (self._name_field, "" if self._name.text().strip() else "Type your name."),
            (self._first_field, "" if self._first.text() else "Choose a passphrase."),
            (self._second_field, "" if self._first.text() == self._second.text() else "The two are not the same."),
        )
        for field, sentence in wrongs:
            field.set_wrong(sentence)
        first = next((field for field, sentence in wrongs if sentence), None)
        if first is not None:
            first.box.setFocus()
        return first


def _secret() -> QLineEdit:
    box = QLineEdit()
    box.setEchoMode(QLineEdit.EchoMode.Password)
    return box
