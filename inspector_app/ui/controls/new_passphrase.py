"""A passphrase chosen for a package: typed twice, with its strength while it is typed."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector_app.ui.controls.field import Field
from inspector_app.ui.controls.strength_meter import StrengthMeter
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme


class NewPassphrase(QWidget):
    """`chosen` is the passphrase once it will do; else "" and the box says why."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = _secret(), _secret()
        self.first_field = Field(
            "Passphrase of the package", self.first, "Tell it to them by another way than the package goes."
        )
        self.second_field = Field("Passphrase of the package again", self.second)
        meter = StrengthMeter(self.first, jobs, self)
        self.bar, self.word = meter.bar, meter.word
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GRID))
        for widget in (self.first_field, self.bar, self.word, self.second_field):
            layout.addWidget(widget)

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


def _secret() -> QLineEdit:
    box = QLineEdit()
    box.setEchoMode(QLineEdit.EchoMode.Password)
    return box
