"""The Restore page: which backups there are, how each and the present differ, and what is to come back from one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.backups import Why
from inspector_app.core.services.safekeeping import backup_rows, backups
from inspector_app.core.services.safekeeping.backup_rows import BackupRow, Since
from inspector_app.core.words import say
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.scrolled import Scrolled
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import Known, Page, Shared
from inspector_app.ui.places.restore.backup_list import BackupList
from inspector_app.ui.places.restore.coming_back import ComingBack
from inspector_app.ui.places.restore.copies import RehearsalCard, SecondCopyCard
from inspector_app.ui.places.restore.sums import Sums
from inspector_app.ui.words import backups as words

_NARROW = 900  # px at 100%: below it the parts stand below one another
_COPIES_BELOW = 1100  # px at 100%, of the page
_LIST = 200  # px at 100%, the least height of the list there


class RestorePage(Page):
    """Everything that is done with the backups of one inspection."""

    code = "restore"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace, jobs = shared.workspace, shared.jobs
        self._wanted: Path | None = None  # the backup that is shown once its list was read
        self._again = False
        self.make = draw(PressButton(say("&Make a backup"), self), "add")
        self.list = BackupList(self)
        self.nothing = Empty(self)
        self._many = theme.role(plain_label("", self), "quiet")
        self.line = JobLine(jobs, say("Backups"), self)
        self.since = Card(say("What differs"), "", self)
        self.many_since = theme.role(plain_label("", self.since), "quiet")
        self.done_since = theme.role(Sums(self.since), "page")
        self.coming = ComingBack(workspace, jobs, shared.flush, self)
        self.second = SecondCopyCard(workspace, jobs, self)
        self.rehearsal = RehearsalCard(workspace, jobs, self)
        self._lay_out()
        self._connect()
        for part in (self.list, self.since, self.coming):  # until the backups were read
            part.hide()
        self._read()

    # what the window says

    def refresh(self, touched: Touched) -> None:
        """Compare the backups again: something was done since."""
        if touched:
            self._read()

    def know(self, known: Known) -> None:
        """Show how old the second copy is."""
        self.second.show_copy(known.second_copy)

    def place(self) -> object:
        """Which backup is looked at."""
        return self.list.shown.path if self.list.shown else None

    def return_to(self, place: object) -> None:
        """Look at it again."""
        if isinstance(place, Path):
            self._wanted = place
            self.list.show_path(place)

    def in_hand(self) -> tuple[str, str] | None:
        """The item that came back last: undo takes that back."""
        back = self.coming.back
        return back if isinstance(back, tuple) else None

    def undo(self, code: str) -> None:
        """As on every page; what came back of a whole case is many items, each with its own undo."""
        back = self.coming.back
        if code == "undo" and isinstance(back, str):
            tell(
                self,
                say(
                    "{ref} came back item by item: open it, and press this key on each item that you want to undo.",
                    ref=back,
                ),
            )
        else:
            super().undo(code)

    # parts

    def _lay_out(self) -> None:
        head = Flow(theme.role(plain_label(self.title), "title"), self._many)
        head.add_gap()
        head.addWidget(self.make)
        self.nothing.say(
            say("No backup yet"),
            say(
                "One is made when the inspection is opened, each hour while you work, and before anything is imported."
            ),
        )
        self.nothing.hide()
        self.list.setMinimumHeight(theme.px(_LIST))
        told = Reading(self.since)  # of one height: the choice below stands still, whichever backup is looked at
        told.setAccessibleName(say("What differs"))
        told.setWidgetResizable(True)
        told.setFrameShape(QFrame.Shape.NoFrame)
        told.setFixedHeight(self.done_since.high())
        told.setWidget(self.done_since)
        self.since.body.removeWidget(self.since.heading)
        above = Flow(self.since.heading, self.many_since)
        above.add_gap()
        above.addWidget(self.done_since.every)
        self.since.body.addLayout(above)
        self.since.body.addWidget(told)
        page = Scrolled(_NARROW, self)
        page.body.addLayout(head)
        page.body.addWidget(self.nothing)
        self._all = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._all.setSpacing(theme.px(sizes.APART))
        page.body.addLayout(self._all, 1)
        parts = page.add_row(7, self._all)
        parts.addWidget(self.list, 3)
        parts.addLayout(_column(self.since, self.coming), 4)
        self._all.addLayout(_column(self.second, self.rehearsal), 3)
        page.body.addWidget(self.line)  # below all, where it takes no room from anything
        self.fill(page)
        hand_on(self, self.make)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the copies stand below: what comes back needs the width."""
        super().resizeEvent(event)
        narrow, across = self.width() < theme.px(_COPIES_BELOW), QBoxLayout.Direction
        self._all.setDirection(across.TopToBottom if narrow else across.LeftToRight)

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        self.list.chosen.connect(self._look)
        self.coming.whole_wanted.connect(self.put_back)
        self.coming.done.connect(self._read)
        self.second.made.connect(self._read)
        self.rehearsal.rehearsed.connect(lambda: self._shared.read_safeguards())
        self.line.busy_changed.connect(self._on_busy)

    # reading

    def _read(self) -> None:
        """Compare the backups with what stands now; once more when something was done meanwhile."""
        self._again = self.line.busy
        workspace = self._workspace
        self.line.run(say("Comparing"), lambda ticket: backup_rows.rows(workspace, ticket), self._show)
        self._shared.read_safeguards()

    def _on_busy(self, busy: bool) -> None:
        self.make.setEnabled(not busy)
        if not busy and self._again:
            self._read()

    def _show(self, rows: Sequence[BackupRow]) -> None:
        self.nothing.setVisible(not rows)
        self._many.setText(words.how_many(rows, datetime.now().astimezone()))
        self.list.setVisible(bool(rows))
        if not rows:  # else they are shown once it was read what to say in them
            self.since.hide()
            self.coming.hide()
        if rows and self.make.hasFocus() and not self.list.count():  # it had the keyboard while there was no list
            self.list.setFocus()
        hand_on(self, self.list if rows else self.make)
        self.list.set_rows(rows)
        if self._wanted is not None:
            self.list.show_path(self._wanted)
            self._wanted = None

    def _look(self) -> None:
        """Say how the backup that is looked at and the present differ."""
        row = self.list.shown
        if row is None or row.changes is None:
            self.done_since.say(say("This backup cannot be read, so nothing comes back from it.") if row else "")
            self.since.setVisible(row is not None)
            self.coming.setVisible(False)
            return
        workspace, path = self._workspace, row.path
        self._wait_for(row)
        self._shared.jobs.run(
            self,
            lambda _: backup_rows.since(workspace, path),
            done=lambda found: self._show_since(row, found),
            failed=self.line.refuse,
        )

    def _wait_for(self, row: BackupRow) -> None:
        """Until it was read what differs from another backup, nothing of the one before stands under its name."""
        if self.coming.waits_for(row.path):
            self.since.heading.setText(words.called_in_head(row, datetime.now().astimezone()))
            self.many_since.setText("")
            self.done_since.say("")

    def _show_since(self, row: BackupRow, found: Sequence[Since]) -> None:
        if row != self.list.shown:
            return
        now = datetime.now().astimezone()
        self.since.heading.setText(words.called_in_head(row, now))
        self.many_since.setText(words.differing(row, len(found)))
        if found:
            self.done_since.show_rows(found, now)
        else:
            self.done_since.say(say("Nothing differs: everything is as it was in this backup."))
        self.coming.set_backup(row, found)
        for part in (self.since, self.coming):
            part.setVisible(True)

    def _make(self) -> None:
        if self._shared.flush():
            workspace = self._workspace
            self._again = True  # and then what was made is looked at
            self.line.run(say("Backing up"), lambda ticket: backups.make(workspace, Why.ASKED, ticket), self.return_to)


def _column(upper: QWidget, lower: QWidget) -> QVBoxLayout:
    """Two cards, of which the lower one reaches to the foot."""
    column = QVBoxLayout()
    column.setSpacing(theme.px(2 * theme.GRID))
    column.addWidget(upper)
    column.addWidget(lower, 1)
    return column
