"""Nobody has been set up on this laptop yet: who you are, and the passphrase that seals everything."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.field import Field, first_wrong
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.controls.telling import speak
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.start.numbered_card import NumberedCard
from inspector_app.ui.places.start.own_passphrase import OwnPassphrase
from inspector_app.ui.words.handoffs.roles import ROLES


class FirstStart(ScrollColumn):
    """Signals `person_given` with name, role and passphrase, once all three will do."""

    person_given = Signal(str, str, str)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(
            say("First start"),
            say("Once on this laptop, about two minutes. The third step gives a recovery code."),
            width=sizes.FORM,
        )
        self.setWindowTitle(say("First start"))
        self._name = QLineEdit()
        self._role = DropDown()
        self._role.addItems(ROLES)
        self._role.setPlaceholderText(say("Choose"))
        self._role.setCurrentIndex(-1)
        self._role_field = Field("&Role", self._role)
        self._name_field = Field("&Name", self._name)
        self.passphrase = OwnPassphrase(jobs, lambda: tuple(self._name.text().split()))
        self._button = theme.role(PressButton("Set up this laptop"), "primary")
        self._lay_out()
        self._button.clicked.connect(self._give)
        self._name.returnPressed.connect(self._give)
        self.passphrase.entered.connect(self._give)
        self.setFocusProxy(self._name)

    def set_busy(self, busy: bool) -> None:
        """Say that the keys are being made."""
        self.passphrase.set_enabled(not busy)
        for widget in (self._name, self._role, self._button):
            widget.setEnabled(not busy)
        self._button.setText("Setting up…" if busy else "Set up this laptop")

    def set_wrong(self, sentence: str) -> None:
        """Say why the person could not be set up."""
        self.passphrase.first_field.set_wrong(sentence)
        self.passphrase.first.setFocus()

    def clear(self) -> None:
        """Forget the passphrase."""
        self.passphrase.clear()

    def _lay_out(self) -> None:
        who = say("Colleagues see your name beside what you record. Your role in an inspection is given by its lead.")
        secret = say("It opens everything on this laptop. It is not stored anywhere, and nobody can look it up.")
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.px(sizes.APART))
        beside.addWidget(self._name_field, 1)
        beside.addWidget(self._role_field)
        self.add(
            NumberedCard(1, say("Who you are"), who, both),
            NumberedCard(2, say("Passphrase"), secret, self.passphrase),
        )
        self.add_row(self._button)
        self.body.addStretch(1)
        self.say_whose()

    def _give(self) -> None:
        name = (self._name_field, "" if self._name.text().strip() else "Type your name.")
        role = (self._role_field, "" if self._role.currentIndex() >= 0 else say("Choose your role."))
        if self._button.isEnabled() and first_wrong((name, role, *self.passphrase.faults())) is None:
            speak(self, say("Setting up…"), "setting up")
            self.person_given.emit(self._name.text().strip(), self._role.currentText(), self.passphrase.text)
