"""The backups of an inspection, the newest first, each with how much it and the present differ."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.services.safekeeping.backup_rows import BackupRow
from inspector_app.core.words import say
from inspector_app.ui.controls.lists.lined import Line, LinedList
from inspector_app.ui.words import backups as words


class BackupList(LinedList):
    """Signals `chosen` when another backup is looked at."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("Backups"), parent)
        self.rows: Sequence[BackupRow] = ()
        self.currentRowChanged.connect(lambda _row: self.chosen.emit())

    @property
    def shown(self) -> BackupRow | None:
        """The backup one looks at."""
        return self.rows[self.currentRow()] if 0 <= self.currentRow() < len(self.rows) else None

    def set_rows(self, rows: Sequence[BackupRow]) -> None:
        """Show these; the one that was looked at stays, or the newest comes."""
        shown = self.shown.path if self.shown else None
        self.rows = rows
        now = datetime.now().astimezone()
        self.blockSignals(True)
        self.clear()
        day = ""
        for row in rows:
            head, (at, why, differs) = words.day_of(row, now), words.of_day(row, now)
            head_of = head if head != day else ""
            beside = Line(at, "", head_of, beside=why, at=differs)
            self.add(words.in_list(row, now), Line(at, differs, head_of, beside=why) if row.only else beside)
            day = head
        self.blockSignals(False)
        self.setCurrentRow(-1)
        self.show_path(shown)

    def show_path(self, path: Path | None) -> None:
        """Look at this backup; at the newest where it is not there."""
        paths = [row.path for row in self.rows]
        self.setCurrentRow(paths.index(path) if path in paths else 0 if paths else -1)
