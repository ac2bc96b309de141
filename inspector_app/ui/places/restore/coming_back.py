"""What comes back from the backup one looks at: the whole inspection, one case, or one item."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QWidget

from inspector_app.core.services import bringing_back
from inspector_app.core.services.backup_rows import BackupRow, Since
from inspector_app.core.services.bringing_back import BroughtBack, Difference
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import readable, text_label
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.words import backups as words
from inspector_app.ui.words import item as item_words

Item = tuple[str, str]  # entity and id


class ComingBack(Card):
    """A case or an item is brought back here. The whole takes a second yes, and is then the window's to do."""

    whole_wanted = Signal(object)  # Path of the backup
    done = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, flush: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(say("What comes back"), "", parent)
        self._workspace, self._flush = workspace, flush
        self._row: BackupRow | None = None  # the backup
        self._items: Mapping[Item, Sequence[Difference]] = {}
        self._added: frozenset[str] = frozenset()  # cases that the backup does not hold
        self.whole = QRadioButton(say("The &whole inspection"), self)
        self.case = QRadioButton(say("One &case"), self)
        self.item = QRadioButton(say("One &item"), self)
        self.cases, self.items = _choice(say("Which case"), self), _choice(say("Which item"), self)
        self.missing = theme.role(text_label(self), "quiet")
        self.about, self.beside = theme.role(text_label(self), "quiet"), readable(self)
        self.go = theme.role(PressButton(self), "primary")
        self.sure = PressButton(say("Close it and &restore the whole"), self)
        self.leave = PressButton(say("Leave it"), self)
        self.line = JobLine(jobs, say("Restoring"), self)
        self._lay_out()
        self._connect()

    def set_backup(self, row: BackupRow, since: Sequence[Since]) -> None:
        """Offer what this backup can give; the case that was worked on last first."""
        self._row, self._items = row, {}
        changed = [(one.case, one.name) for one in since if one.case and one.held]
        added = {one.case: one.name for one in since if not one.held}
        self._added = frozenset(added)
        self.missing.setText(words.not_there(list(added.values())))
        self.missing.setVisible(bool(added))
        self.cases.clear()
        for case, ref in changed:
            self.cases.addItem(ref, case)
        self.items.clear()
        self.case.setEnabled(bool(changed))
        self.item.setEnabled(row.differs)
        self.whole.setEnabled(row.differs)
        (self.case if changed else self.whole).setChecked(True)
        self._show()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for button, choice in ((self.whole, None), (self.case, self.cases), (self.item, self.items)):
            group.addButton(button)
            self.body.addWidget(button)
            if choice is not None:
                self.body.addWidget(choice)
        for part in (self.missing, self.about, self.beside):
            self.body.addWidget(part)
        self.body.addLayout(Flow(self.go, self.sure, self.leave))
        self.body.addWidget(self.line)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for button in (self.whole, self.case):
            button.toggled.connect(lambda _on: self._show())
        self.item.toggled.connect(self._compare)
        self.cases.currentIndexChanged.connect(lambda _row: self._show())
        self.items.currentIndexChanged.connect(lambda _row: self._show())
        self.go.clicked.connect(self._go)
        self.sure.clicked.connect(lambda: self.whole_wanted.emit(self._row and self._row.path))
        self.leave.clicked.connect(self._show)
        self.line.busy_changed.connect(lambda _busy: self._show())

    # showing

    def _show(self) -> None:
        """Say what would come back, and let it be asked for."""
        one_case, one_item = self.case.isChecked(), self.item.isChecked()
        self.cases.setVisible(one_case)
        self.items.setVisible(one_item and bool(self._items))
        self.about.setText(self._said())
        chosen = self._items.get(self.items.currentData() or ("", ""), ()) if one_item else ()
        names = {person.id: person.name for person in self._workspace.team()}
        self.beside.setText(item_words.differs(chosen, names))
        self.beside.setVisible(bool(chosen))
        self.go.setText(self._words())
        self.go.setVisible(True)
        self.go.setEnabled(
            not self.line.busy and (bool(chosen) if one_item else self._row is not None and self._row.differs)
        )
        self.sure.hide()
        self.leave.hide()

    def _words(self) -> str:
        if self.case.isChecked():
            return say("&Restore {ref}", ref=self.cases.currentText())
        return say("&Restore this item") if self.item.isChecked() else say("&Restore the whole inspection…")

    def _said(self) -> str:
        if self._row is None or not self._row.differs:
            return say("Everything is as it was in this backup.")
        if self.case.isChecked():
            return say(
                "Its facts, interviews, answers and notes come back as ordinary steps, which undo on each item takes back. "
                "Every other case stays; so do its concerns, its comments and its stage."
            )
        if self.item.isChecked():
            return say("An answer, note, source or text of the findings, as one step that its undo takes back.")
        return words.whole_goes(self._row)

    # doing

    def _compare(self, wanted: bool) -> None:
        """List the items that differ; the first time that somebody asks for one."""
        self._show()
        if wanted and not self._items and self._row is not None:
            workspace, backup = self._workspace, self._row.path
            self.line.run(
                say("Comparing"), lambda ticket: bringing_back.differences(workspace, backup, ticket), self._list
            )

    def _list(self, found: Sequence[Difference]) -> None:
        by_item: dict[Item, list[Difference]] = defaultdict(list)
        for one in found:
            by_item[one.entity, one.id].append(one)
        self._items = {key: some for key, some in by_item.items() if bringing_back.holds_item(some, self._added)}
        refs = {row.id: row.ref for row in self._workspace.case_rows()}
        self.items.clear()
        for (entity, item_id), place in sorted(
            ((key, item_words.place(*key, refs)) for key in self._items), key=lambda pair: pair[1]
        ):
            self.items.addItem(place, (entity, item_id))
        if not self._items:
            self.line.say(say("No item differs that could be brought back by itself."))
        self._show()

    def _go(self) -> None:
        if self.whole.isChecked():
            self.go.hide()
            self.sure.show()
            self.leave.show()
            self.leave.setFocus()
        elif self._flush() and self._row is not None:
            self._bring_back(self._row.path)

    def _bring_back(self, backup: Path) -> None:
        workspace, one_case = self._workspace, self.case.isChecked()
        case, item = str(self.cases.currentData()), self.items.currentData()

        def done(found: BroughtBack) -> None:
            self.done.emit()
            self.line.say(words.brought_back(found, backup))

        def work(ticket: Ticket) -> BroughtBack:
            if one_case:
                return bringing_back.bring_back_case(workspace, backup, case, ticket)
            entity, item_id = item
            return bringing_back.bring_back_item(workspace, backup, entity, item_id, ticket)

        self.line.run(say("Restoring"), work, done)


def _choice(name: str, parent: QWidget) -> DropDown:
    box = DropDown(parent)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
