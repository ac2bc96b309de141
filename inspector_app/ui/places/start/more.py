"""What else can be done with an inspection of the list: its name there, its archive, its backups, and deleting it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.fact import as_it_stands


class More(PressButton):
    """Opens its menu; signals what was chosen there with the row it is about."""

    rename_wanted = Signal(object)
    archive_wanted = Signal(object)
    restore_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: WorkspaceRow | None = None
        menu = QMenu(self)
        self.rename = menu.addAction(say("Rename in this list…"))
        self.archive = menu.addAction("")
        self.restore = menu.addAction(say("Restore a backup"))
        menu.addSeparator()
        self.delete = menu.addAction("")
        for action, signal in (
            (self.rename, self.rename_wanted),
            (self.archive, self.archive_wanted),
            (self.restore, self.restore_wanted),
            (self.delete, self.delete_wanted),
        ):
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(self._row))
        self.setMenu(menu)

    @staticmethod
    def words(name: str) -> str:
        """What it says for an inspection of that name, as it stands on a button."""
        return say("&More for {name}", name=name)

    def offer(self, row: WorkspaceRow | None) -> None:
        """Offer it for this one; nothing for None."""
        self._row = row
        self.setVisible(row is not None)
        if row is not None:
            self.setText(self.words(as_it_stands(row.name)))
            self.archive.setText(say("Bring back from the archive") if row.archived else say("Archive"))
            self.delete.setText(say("Start the sample anew…") if row.sample else say("Delete…"))
