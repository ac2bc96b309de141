"""The passphrase that a package is sealed with, for somebody without a card."""

from PySide6.QtWidgets import QWidget

from inspector_app.core.services.profile.passphrase import strength
from inspector_app.ui.controls.fields.field import first_wrong
from inspector_app.ui.controls.fields.new_passphrase import NewPassphrase
from inspector_app.ui.jobs import Jobs


class PackagePassphrase(NewPassphrase):
    """`chosen` is the passphrase once it will do; else "" and the box says why."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        labels = ("Passphrase of the package", "Passphrase of the package again")
        super().__init__(jobs, labels, "Tell it to them by another way than the package goes.", parent=parent)

    def chosen(self) -> str:
        """The passphrase when it is strong enough and typed twice the same; else "", said in place."""
        found = strength(self.text)
        weak = "" if found.accepted else f"That is too easy to guess. {found.advice}".strip()
        return self.text if first_wrong(self.wrongs(weak)) is None else ""
