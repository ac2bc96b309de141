"""You: the name colleagues see, the passphrase, and the recovery code."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.roles import written
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.field import Field, first_wrong, secret_box
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.places.start.own_passphrase import OwnPassphrase
from inspector_app.ui.words.handoffs.roles import ROLES


class PersonPage(ScrollColumn):
    """Signals what the person wants changed; each is done at once, and said."""

    name_given = Signal(str, str)
    passphrase_given = Signal(str, str)  # the former one, the new one
    code_wanted = Signal(str)  # the passphrase, asked for again
    left = Signal()

    def __init__(self, person: Person, jobs: Jobs, *, has_code: bool) -> None:
        super().__init__(
            "You",
            say(
                "Colleagues see a new name once they have your new card. Your role in an inspection is given by "
                "its lead."
            ),
        )
        self.setWindowTitle("You")
        self._name, self._role = QLineEdit(person.name), DropDown()
        self._role.addItems(list(dict.fromkeys((written(person.role), *ROLES)) if person.role else ROLES))
        self._former = secret_box()
        self._name_field = Field("&Name", self._name)
        self._former_field = Field("The passphrase you have &now", self._former)
        self._new = OwnPassphrase(jobs, lambda: tuple(self._name.text().split()))
        self._said = plain_label()
        self._said.setWordWrap(True)
        self._rename, self._change = PressButton("Change"), PressButton("Change the passphrase")
        self._code, self._back = PressButton("Make a recovery code…"), PressButton("Back to the inspections")
        self._lay_out(has_code)
        self._rename.clicked.connect(self._give_name)
        self._name.returnPressed.connect(self._give_name)
        self._change.clicked.connect(self._give_passphrase)
        self._former.returnPressed.connect(self._give_passphrase)
        self._new.entered.connect(self._give_passphrase)
        self._code.clicked.connect(self._want_code)
        self._back.clicked.connect(self.left)
        self.setFocusProxy(self._name)

    def set_busy(self, busy: bool) -> None:
        """Take nothing else meanwhile."""
        self._new.set_enabled(not busy)
        for widget in (self._name, self._role, self._former, self._rename, self._change, self._code, self._back):
            widget.setEnabled(not busy)

    def set_done(self, person: Person) -> None:
        """Say that it was changed."""
        theme.role(self._said, "quiet")
        self._said.setText(
            "Changed. The former passphrase no longer opens anything." if self._former.text() else "Changed."
        )
        self._name.setText(person.name)
        self.clear()

    def set_wrong(self, sentence: str) -> None:
        """Say what could not be done."""
        theme.role(self._said, "error")
        self._said.setText(sentence)

    def clear(self) -> None:
        """Forget what was typed of passphrases."""
        self._former.clear()
        self._new.clear()

    def _lay_out(self, has_code: bool) -> None:
        self.add(self._said, self._name_field, Field("&Role", self._role))
        self.add_row(self._rename)
        self.add(self._former_field, self._new)
        self.add_row(self._change)
        said = (
            "A code was made before; a new one takes its place." if has_code else "No recovery code has been made yet."
        )
        self.add(theme.role(plain_label(said), "small"))
        self.add_row(self._code, self._back)
        self.body.addStretch(1)

    def _give_name(self) -> None:
        if first_wrong(((self._name_field, "" if self._name.text().strip() else "Type your name."),)) is None:
            self.name_given.emit(self._name.text(), self._role.currentText())

    def _give_passphrase(self) -> None:
        if first_wrong((self._fault_of_former(), *self._new.faults())) is None:
            self.passphrase_given.emit(self._former.text(), self._new.text)

    def _want_code(self) -> None:
        if first_wrong((self._fault_of_former(),)) is None:
            self.code_wanted.emit(self._former.text())

    def _fault_of_former(self) -> tuple[Field, str]:
        return self._former_field, "" if self._former.text() else "Type the passphrase you have now."
