"""The passphrase that a package is sealed with, for somebody without a card."""

from PySide6.QtWidgets import QWidget

from inspector_app.ui.controls.fields.file_passphrase import FilePassphrase
from inspector_app.ui.jobs import Jobs


class PackagePassphrase(FilePassphrase):
    """`chosen` is the passphrase once it will do; else "" and the box says why."""

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        labels = ("Passphrase of the package", "Passphrase of the package again")
        super().__init__(jobs, labels, "Tell it to them by a different route from the package.", parent=parent)
