"""What comes back from the backup one looks at: the whole inspection, one case, or one item."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from inspector_app.core.domain.text.natural import natural
from inspector_app.core.services import things_called
from inspector_app.core.services.cases import case_names
from inspector_app.core.services.safekeeping import bringing_back
from inspector_app.core.services.safekeeping.backup_rows import BackupRow, Since
from inspector_app.core.services.safekeeping.bringing_back import BroughtBack, Difference
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import go_to, one_stop
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import readable, text_label
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.restore import item_words
from inspector_app.ui.words import backups as words

Item = tuple[str, str]  # entity and id


class ComingBack(Card):
    """A case or an item is brought back here. The whole takes a second yes, and is then the window's to do."""

    whole_wanted = Signal(object)  # Path of the backup
    done = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, flush: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(say("What comes back"), "", parent)
        self._workspace, self._flush = workspace, flush
        self._row: BackupRow | None = None  # the backup
        self._items: Mapping[Item, Sequence[Difference]] | None = None  # None: not compared yet
        self._refs: Mapping[str, str] = {}  # of cases, by id
        self._case, self._item = "", ("", "")  # what was looked at last, which no other takes the place of
        self.back: Item | str | None = None  # what came back last: an item, or the reference of a case
        self._chose = False  # a person did, and not the page
        self._waits = False  # another backup is looked at, and what it can give is being read
        self._added: frozenset[str] = frozenset()  # cases that the backup does not hold
        self.whole = QRadioButton(say("The &whole inspection"), self)
        self.case = QRadioButton(say("One &case"), self)
        self.item = QRadioButton(say("One &item"), self)
        self.cases, self.items = _choice(say("Which case"), self), _choice(say("Which item"), self)
        self.missing = theme.role(text_label(self), "quiet")
        self._says = {button: theme.role(text_label(self), "quiet") for button in self._buttons}
        self.beside = readable(self)
        self.go = theme.role(PressButton(self), "primary")
        self.sure = PressButton(say("Close it and &restore the whole"), self)
        self.leave = PressButton(say("Leave it"), self)
        self.line = JobLine(jobs, say("Restoring"), self)
        self._lay_out()
        self._connect()

    def waits_for(self, backup: Path) -> bool:
        """Another one than before, if it is, is looked at and being read: until `set_backup` nothing can be asked for."""
        self._waits = self._row is not None and self._row.path != backup
        self._show()
        return self._waits

    def set_backup(self, row: BackupRow, since: Sequence[Since]) -> None:
        """Offer what this backup can give. What is to come back stays what the person chose, and so does the case."""
        self._row, self._items, self._waits = row, None, False
        changed = [(one.case, one.name) for one in since if one.case and one.held]
        added = {one.case: one.name for one in since if not one.held}
        self._added = frozenset(added)
        self.missing.setText(words.not_there(sorted(added.values(), key=natural)))
        self.missing.setVisible(bool(added))
        _fill(self.cases, [(ref, case) for case, ref in changed], self._case)
        _fill(self.items, [], None)
        if not self._chose:  # of what comes back, what changes least and is there
            (self.case if changed or not row.differs else self.item).setChecked(True)
            self._chose = False
        self._show()
        self._compare()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        for button in self._buttons:
            group.addButton(button)
            theme.role(button, "choice")
            choice = QVBoxLayout()
            choice.setSpacing(theme.px(sizes.HAIR))
            choice.addLayout(Flow(button, self.cases) if button is self.case else Flow(button))
            self._says[button].setContentsMargins(theme.px(sizes.PAGE), 0, 0, theme.px(sizes.TIGHT))  # under its words
            choice.addWidget(self._says[button])
            self.body.addLayout(choice)
        self.case.setChecked(True)  # what changes least
        one_stop(group)
        for part in (self.items, self.missing, self.beside):
            self.body.addWidget(part)
        self.body.addStretch(1)
        foot = QHBoxLayout()  # work begins once they are pressed, and its line has the rest of theirs
        foot.addLayout(Flow(self.go, self.sure, self.leave))
        foot.addWidget(self.line, 1)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        for button in self._buttons:
            button.toggled.connect(self._on_chosen)
        self.cases.activated.connect(lambda _row: self.case.setChecked(True))
        self.cases.currentIndexChanged.connect(lambda _row: self._show())
        self.items.currentIndexChanged.connect(lambda _row: self._show())
        self.go.clicked.connect(self._go)
        self.sure.clicked.connect(lambda: self.whole_wanted.emit(self._row and self._row.path))
        self.leave.clicked.connect(self._show)
        self.line.busy_changed.connect(self._show_and_compare)

    # showing

    def _on_chosen(self) -> None:
        self._chose = True
        self._show_and_compare()

    def _show_and_compare(self) -> None:
        self._show()
        self._compare()

    def _show(self) -> None:
        """Say what would come back, and let it be asked for."""
        one_case, one_item = self.case.isChecked(), self.item.isChecked()
        self.items.setVisible(one_item and bool(self._items))
        self._case = self.cases.currentData() or self._case
        self._item = self.items.currentData() or self._item
        for button, label in self._says.items():
            label.setText(self._said(button))
        chosen = (self._items or {}).get(self.items.currentData(), ()) if one_item else ()
        names = things_called.names(self._workspace) if chosen else {}
        self.beside.setText(item_words.differs(chosen, names, self._refs))
        self.beside.setVisible(bool(chosen))
        self.go.setText(self._words())
        can = bool(chosen) if one_item else not one_case or self.cases.currentIndex() >= 0
        ready = not (self.line.busy or self._waits)
        self.go.setEnabled(can and ready and self._row is not None and self._row.differs)
        self.sure.hide()
        self.leave.hide()

    def _words(self) -> str:
        if self.case.isChecked() and self.cases.currentIndex() >= 0:
            return say("&Restore {ref}", ref=self.cases.currentText())
        if self.case.isChecked():
            return say("&Restore this case")
        return say("&Restore this item") if self.item.isChecked() else say("&Restore the whole inspection…")

    @property
    def _buttons(self) -> tuple[QRadioButton, ...]:
        return self.whole, self.case, self.item

    @property
    def about(self) -> QLabel:
        """What is said of what is chosen."""
        return next(label for button, label in self._says.items() if button.isChecked())

    def _said(self, what: QRadioButton) -> str:
        """What it does to bring that back, said before it is chosen."""
        if self._waits:
            return ""
        if self._row is None or not self._row.differs:
            return say("Everything is as it was in this backup.") if what.isChecked() else ""
        if what is self.case and not self.cases.count():
            return say("No case that this backup holds differs.")
        if what is self.case:
            return say(
                "Its facts, interviews, answers and notes come back, and each can be undone. Other cases stay as "
                "they are, and so do its concerns, comments and stage."
            )
        if (
            what is self.item
            and what.isChecked()
            and self._items is not None
            and not self._items
            and not self.line.busy
        ):
            return say("No item that differs can be brought back by itself.")
        if what is self.item:
            return say("An answer, note, source or text of the findings comes back, and can be undone.")
        return words.whole_goes(self._row)

    # doing

    def _compare(self) -> None:
        """List the items that differ, the first time that somebody asks for one of this backup."""
        row, workspace = self._row, self._workspace
        if row is None or self._items is not None or self.line.busy or not self.item.isChecked():
            return
        self._items = {}
        self.line.run(
            say("Comparing"),
            lambda ticket: bringing_back.differences(workspace, row.path, ticket),
            lambda found: self._list(row, found),
        )

    def _list(self, row: BackupRow, found: Sequence[Difference]) -> None:
        if row != self._row:  # another is looked at by now, and is compared next
            return
        by_item: dict[Item, list[Difference]] = defaultdict(list)
        for one in found:
            by_item[one.entity, one.id].append(one)
        self._items = {key: some for key, some in by_item.items() if bringing_back.holds_item(some, self._added)}
        self._refs = {row.id: row.ref for row in case_names.names(self._workspace)}
        places = sorted((item_words.place(*key, self._refs, some), key) for key, some in self._items.items())
        _fill(self.items, places, self._item)
        self._show()

    def _go(self) -> None:
        if self.whole.isChecked():
            self.go.setEnabled(False)  # in its place, so that a second press in haste is not the second yes
            self.sure.show()
            self.leave.show()
            go_to(self.leave, self.sure)
        elif self._flush() and self._row is not None:
            self._bring_back(self._row)

    def _bring_back(self, row: BackupRow) -> None:
        self._chose = True  # what came back is what they chose: it stays so, whatever still differs
        workspace, backup, one_case = self._workspace, row.path, self.case.isChecked()
        case, item = str(self.cases.currentData()), self.items.currentData()

        ref = self.cases.currentText()

        def done(found: BroughtBack) -> None:
            self.back = (ref if one_case else item) if found.items else self.back
            if self.go.hasFocus() or self.line.hasFocus():  # the button is off once nothing differs
                next(button for button in self._buttons if button.isChecked()).setFocus(Qt.FocusReason.OtherFocusReason)
            self.done.emit()
            self.line.say(words.brought_back(found, words.called(row.at, backup, datetime.now().astimezone())))

        def work(ticket: Ticket) -> BroughtBack:
            if one_case:
                return bringing_back.bring_back_case(workspace, backup, case, ticket)
            entity, item_id = item
            return bringing_back.bring_back_item(workspace, backup, entity, item_id, ticket)

        self.line.run(say("Restoring"), work, done)


def _choice(name: str, parent: QWidget) -> DropDown:
    box = DropDown(parent)
    box.setAccessibleName(name)
    box.setPlaceholderText(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _fill(box: DropDown, choices: Sequence[tuple[str, object]], wanted: object) -> None:
    """Offer these (words and data); chosen is the wanted one or, where it is not among them, none; the first if none was."""
    box.blockSignals(True)
    box.clear()
    for words_of, data in choices:
        box.addItem(words_of, data)
    places = [data for _, data in choices]
    anyone = not wanted or wanted == ("", "")
    box.setCurrentIndex(places.index(wanted) if wanted in places else 0 if anyone and places else -1)
    box.blockSignals(False)
