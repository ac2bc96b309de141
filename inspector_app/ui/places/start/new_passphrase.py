"""Two boxes for a passphrase that is to be had from now on, how strong it is, and a button that makes one."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from inspector_app.ui.controls.field import Field
from inspector_app.ui.controls.strength_meter import StrengthMeter
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme


class NewPassphrase(QWidget):
    """`first` and `second` are its boxes; `about` gives words that are easy to guess, such as the name."""

    def __init__(self, jobs: Jobs, about: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._jobs = jobs
        self.first, self.second = _secret(), _secret()
        self.first_field = Field("&Passphrase", self.first, "Four or more words that do not belong together do well.")
        self.second_field = Field("Passphrase &again", self.second)
        meter = StrengthMeter(self.first, jobs, self, about)
        self.bar, self.word = meter.bar, meter.word
        self._make = QPushButton("&Make one for me")
        self._make.clicked.connect(self._made)
        self.first.textEdited.connect(lambda: self._hide(shown=False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2 * theme.GRID))
        row = QHBoxLayout()
        row.addWidget(self._make)
        row.addStretch(1)
        layout.addWidget(self.first_field)
        for widget in (self.bar, self.word):
            layout.addWidget(widget)
        layout.addWidget(self.second_field)
        layout.addLayout(row)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.first.text()

    def wrongs(self) -> tuple[tuple[Field, str], ...]:
        """What will not do, by field; the service judges the strength again."""
        return (
            (self.first_field, "" if self.first.text() else "Choose a passphrase."),
            (self.second_field, "" if self.first.text() == self.second.text() else "The two are not the same."),
        )

    def set_enabled(self, on: bool) -> None:
        """Let it be typed in, or not for now."""
        for widget in (self.first, self.second, self._make):
            widget.setEnabled(on)

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _made(self) -> None:
        from inspector_app.core.services.passphrase import made

        self._jobs.run(self, lambda _: made(), done=self._take, failed=lambda _error: None)

    def _take(self, passphrase: str) -> None:
        """Put it in both boxes, readable: it is to be learnt."""
        self._hide(shown=True)
        self.first.setText(passphrase)
        self.second.setText(passphrase)
        for field in (self.first_field, self.second_field):
            field.set_wrong("")
        self.first.setFocus()

    def _hide(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for box in (self.first, self.second):
            box.setEchoMode(mode)


def first_wrong(wrongs: tuple[tuple[Field, str], ...]) -> Field | None:
    """Mark what will not do; the first such field, focused, or None."""
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
