"""A passphrase chosen for a package: typed twice, with its strength while it is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from inspector_app.ui import theme
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.widgets.field import Field

if TYPE_CHECKING:
    from inspector_app.core.services.passphrase import Strength

_PAUSE = 250  # milliseconds without a key before the strength is worked out


class NewPassphrase(QWidget):
    """`chosen` is the passphrase once it will do; else "" and the box says why."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._found: Strength | None = None
        self.first, self.second = _secret(), _secret()
        self.first_field = Field(
            "Passphrase of the package", self.first, "Tell it to them by another way than the package goes."
        )
        self.second_field = Field("Passphrase of the package again", self.second)
        self.bar = QProgressBar(maximum=4, textVisible=False)
        self.bar.setAccessibleName("Strength of the passphrase")
        self.word = theme.role(QLabel("Strength: nothing typed yet"), "small")
        self.word.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GRID))
        for widget in (self.first_field, self.bar, self.word, self.second_field):
            layout.addWidget(widget)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._measure_strength)
        self.first.textChanged.connect(self._on_typed)

    def clear(self) -> None:
        """Forget it."""
        self.first.clear()
        self.second.clear()

    def chosen(self) -> str:
        """The passphrase when it is strong enough and typed twice the same; else "", said in place."""
        from inspector_app.core.services.passphrase import strength

        found = strength(self.first.text())
        weak = "" if found.accepted else f"That is too easy to guess. {found.advice}".strip()
        differs = "" if self.first.text() == self.second.text() else "The two are not the same."
        self.first_field.set_wrong(weak)
        self.second_field.set_wrong(differs)
        if weak or differs:
            (self.first if weak else self.second).setFocus()
            return ""
        return self.first.text()

    def _on_typed(self) -> None:
        self._pause.start()

    def _measure_strength(self) -> None:
        from inspector_app.core.services.passphrase import strength

        typed = self.first.text()
        self._jobs.run(
            self,
            lambda _: (typed, strength(typed)),
            done=lambda found: self._show(*found),
            failed=lambda _: None,  # a strength is never refused
        )

    def _show(self, typed: str, found: "Strength") -> None:
        if typed != self.first.text():
            return  # typed on meanwhile; that has its own measurement
        self.bar.setValue(found.score)
        enough = "enough" if found.accepted else "not enough yet"
        self.word.setText(
            f"Strength: {found.word}, {enough}. {found.advice}" if typed else "Strength: nothing typed yet"
        )


def _secret() -> QLineEdit:
    box = QLineEdit()
    box.setEchoMode(QLineEdit.EchoMode.Password)
    return box
