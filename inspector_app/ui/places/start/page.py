"""After unlocking: the inspections on this laptop, and the ways to another one."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton

from inspector_app.core.domain import when
from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.words import say
from inspector_app.ui.controls.column import ScrollColumn
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.look import theme


class Start(ScrollColumn):
    """Lists workspaces, the most recent first. Signals what the person wants."""

    open_wanted = Signal(str)  # path of a workspace
    new_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal()
    join_wanted = Signal()
    person_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Inspections", width=760)
        self.setWindowTitle("Inspections")
        self._list = _List()
        self._list.setAccessibleName("Inspections on this laptop")
        self._list.chosen.connect(self._choose)
        self._list.currentItemChanged.connect(lambda item, _before: self._offer(item))
        self._nothing = QLabel(
            "No inspection on this laptop yet. Start a new one, or look around in the sample: the published inspection "
            "of Trafford in 2025, in which every answer on a case is constructed."
        )
        self._nothing.setWordWrap(True)
        self._wrong = theme.role(QLabel(), "error")
        self._wrong.setWordWrap(True)
        self._open = theme.role(PressButton("&Open"), "primary")
        self._new = QPushButton("&New inspection")
        self._join = QPushButton("&Join from a package…")
        self._sample = QPushButton("Open the &sample inspection")
        self._file = QPushButton("Open a &file…")
        self._person = QPushButton("&You and your passphrase…")
        self.add(self._nothing, self._list)
        self.body.addLayout(Flow(self._open, self._new, self._join, self._sample, self._file, self._person))
        self.add(self._wrong)
        self.body.addStretch(1)
        self._open.clicked.connect(self._list.choose_current)
        for button, signal in (
            (self._new, self.new_wanted),
            (self._sample, self.sample_wanted),
            (self._file, self.file_wanted),
            (self._join, self.join_wanted),
            (self._person, self.person_wanted),
        ):
            button.clicked.connect(signal)

    def set_rows(self, rows: Sequence[WorkspaceRow], name: str) -> None:
        """Show these workspaces to the person of that name."""
        self.title.setText(f"Inspections of {name}")
        self._list.set_rows(rows)
        self._list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.set_busy(False)
        self.setFocusProxy(self._list if rows else self._new)

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Say the framework of each inspection by its title; they are read while the list is already shown."""
        self._list.set_titles(titles)

    def set_busy(self, busy: bool) -> None:
        """Say that an inspection is being opened, and take no other wish meanwhile."""
        for widget in (self._list, self._open, self._new, self._join, self._sample, self._file, self._person):
            widget.setEnabled(not busy)
        theme.role(self._wrong, "quiet")
        self._wrong.setText("Opening…" if busy else "")

    def set_wrong(self, sentence: str) -> None:
        """Say why an inspection could not be opened."""
        theme.role(self._wrong, "error")
        self._wrong.setText(sentence)

    def _offer(self, item: QListWidgetItem | None) -> None:
        """The filled button says which inspection it opens."""
        row: WorkspaceRow | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        self._open.setVisible(row is not None)
        self._open.setText(say("Open: {service}", service=row.service.replace("&", "&&")) if row else say("Open"))
        theme.role(self._new, "" if row else "primary")

    def _choose(self, row: WorkspaceRow) -> None:
        if row.missing:
            self.set_wrong(f"There is no file {row.path} any more. If it was moved, use “Open a file…”.")
        else:
            self.open_wanted.emit(row.path)


class _List(QListWidget):
    """Workspaces; Enter or a double click chooses one."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(theme.px(240))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(self._choose)

    def set_rows(self, rows: Sequence[WorkspaceRow]) -> None:
        self.clear()
        for row in rows:
            item = QListWidgetItem(_words(row, row.framework))
            item.setToolTip(row.path)
            item.setData(Qt.ItemDataRole.UserRole, row)
            self.addItem(item)
        self.setCurrentRow(0)

    def set_titles(self, titles: Mapping[str, str]) -> None:
        for item in (self.item(place) for place in range(self.count())):
            row: WorkspaceRow = item.data(Qt.ItemDataRole.UserRole)
            item.setText(_words(row, titles.get(row.framework, row.framework)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter; the rest is the list's own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        else:
            super().keyPressEvent(event)

    def choose_current(self) -> None:
        """Choose the one that one is on, if any."""
        if self.currentItem() is not None:
            self._choose(self.currentItem())

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _words(row: WorkspaceRow, framework: str) -> str:
    marks = (say("Sample") if row.sample else "", say("file not found") if row.missing else "")
    now = datetime.now().astimezone()
    opened = say("opened: {moment}", moment=when.moment(row.opened, now)) if row.opened else ""
    return "\n".join((" · ".join(part for part in (row.service, *marks) if part), framework, opened))
