"""The passphrase of this laptop that is to be had from now on, with a button that makes one."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.fields.new_passphrase import NewPassphrase
from inspector_app.ui.jobs import Jobs


class OwnPassphrase(NewPassphrase):
    """`about` as in NewPassphrase; the service judges the strength again."""

    def __init__(self, jobs: Jobs, about: Callable[[], tuple[str, ...]]) -> None:
        labels = ("&Passphrase", "Passphrase &again")
        self._make = PressButton("&Make one for me")
        hint = "Four or more unrelated words do well."
        super().__init__(jobs, labels, hint, about, beside=self._make)
        self._jobs = jobs
        self._make.clicked.connect(self._made)
        self.first.textEdited.connect(lambda: self._hide(shown=False))
        QWidget.setTabOrder(self.second, self._make)  # who types goes on to the second box

    def faults(self) -> tuple[tuple[Field, str], ...]:
        """What will not do, by field."""
        return self.wrongs("" if self.text else "Choose a passphrase.")

    def set_enabled(self, on: bool) -> None:
        """Let it be typed in, or not for now."""
        for widget in (self.first, self.second, self._make):
            widget.setEnabled(on)

    def _made(self) -> None:
        from inspector_app.core.services.writing.made_passphrase import made  # as in the strength meter

        self._jobs.run(self, lambda _: made(), done=self._take, failed=lambda _error: None)

    def _take(self, passphrase: str) -> None:
        """Put it in both boxes, readable: it is to be learnt."""
        self._hide(shown=True)
        for box, field in ((self.first, self.first_field), (self.second, self.second_field)):
            box.setText(passphrase)
            field.set_wrong("")
        self.first.setFocus()

    def _hide(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for box in (self.first, self.second):
            box.setEchoMode(mode)
