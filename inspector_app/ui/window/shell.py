"""What follows what in the window: who are you, unlock, which inspection, the inspection, lock.

Lock and close save first and never ask. A lock ends the program, and a new one asks for the passphrase (`locking.py`,
`anew.py`). Whatever takes time runs as a job.
"""

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.errors import GONE, Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.words import later, say
from inspector_app.ui.controls.telling import refuse
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.window.anew import Handed
from inspector_app.ui.window.entering import Entering
from inspector_app.ui.window.locking import Locking, ending, not_started
from inspector_app.ui.window.main_window import MainWindow
from inspector_app.ui.window.saying import Saying
from inspector_app.ui.window.system.idle import Idle

if TYPE_CHECKING:  # these come after the first painting
    from inspector_app.core.services.workspace import Workspace
    from inspector_app.ui.window.desk import Desk, PagePlaces
    from inspector_app.ui.window.keeping import Keeping
    from inspector_app.ui.window.ways.ways import Ways

UNSAVED = (
    "Some of what you typed could not be saved and is still in its box. Free some disk space, and it will be saved. "
    "If you close again, the program closes without it."
)
UNSAVED_LOCKED = later(
    "Locked, but some of what you typed could not be saved yet. It waits in this program’s memory until it can be: unlock "
    "to see why, and leave the laptop on."
)
_IN_PASSING = (Code.NOTHING_TO_UNDO, Code.NOTHING_TO_REDO)


class Shell(QObject):
    """The flow of the window. `desk` is the inspection that is open, or None."""

    moved = Signal()  # another screen: other commands are possible
    command_wanted = Signal(str)  # one of the window's, from a page before an inspection

    def __init__(self, laptop: Laptop, window: MainWindow, jobs: Jobs, idle: Idle) -> None:
        super().__init__(window)
        self.laptop, self.window, self.jobs = laptop, window, jobs
        self.desk: Desk | None = None
        self._keeping: Keeping | None = None
        window.explains = lambda error: self._keeping is not None and self._keeping.explains(error)
        self._idle = idle
        self._locking = Locking(window, jobs, idle)
        self._covered: Desk | None = None  # locked with text in it that no disk would take
        self._next: Path | None = None  # what to open after unlocking
        self._left = ""  # or by its id, what was open when the window was locked
        self._warned = False
        self._saying = Saying(laptop, window)
        self._entering = Entering(laptop, jobs, self._show)
        self._entering.entered.connect(self._unlocked)
        self._entering.left.connect(self.show_start)
        self._entering.tried.connect(lambda: QTimer.singleShot(0, self, self._make_ready))  # once that is painted
        self._locking.wanted.connect(self.lock)
        self._locking.again.connect(self._save_again)
        self._locking.stuck.connect(lambda: self._show(not_started()))
        window.left.connect(self.flush)
        window.look_changing.connect(self._put_down)
        window.look_changed.connect(self._take_up)
        window.may_close = self.close
        window.foot_left = lambda: self.desk.rail.width() if self.desk is not None and self.desk.rail.isVisible() else 0
        window.foot_high = lambda: self.desk.foot_high if self.desk is not None else 0
        window.give_way = lambda place: self.desk.give_way(place) if self.desk is not None else None
        window.answers = lambda: self.desk.answers if self.desk is not None else ()

    @cached_property
    def _ways(self) -> "Ways":
        from inspector_app.ui.window.ways.ways import (
            Ways,  # 0.4 s: the database, and every page that leads to an inspection
        )

        ways = Ways(self.laptop, self.jobs, self._show, self)
        ways.given.open_wanted.connect(self._reopen)
        ways.given.package_wanted.connect(self._show_package)
        ways.given.refused.connect(self.show_start)
        ways.restoring.open_wanted.connect(self._reopen)
        ways.restoring.left.connect(self.show_start)
        ways.fetching.fetched.connect(self._take)
        ways.fetching.refused.connect(lambda path, error: ways.restoring.offer(path, error, self.show_start))
        ways.choosing.taken.connect(self._begin_at)
        ways.choosing.left.connect(self.show_start)
        ways.choosing.told.connect(lambda words, offers: self.window.remark(words, *offers))
        ways.choosing.person_wanted.connect(self._entering.change)
        ways.choosing.command_wanted.connect(self.command_wanted)
        return ways

    # who and which

    def begin(self, wanted: Path | None = None, left: str = "") -> None:
        """Show the first screen; `wanted`, or `left` (an id), is opened once the laptop is unlocked."""
        self._next, self._left = wanted, left
        self._entering.begin()

    def open_given(self, path: Path) -> None:
        """Open what the running program was given, with whatever is open put away; once the laptop is unlocked."""
        if self.laptop.locked:
            self._next = path
        elif self.desk is not None and self.desk.workspace.path == path.absolute():
            self.window.come_forward()
        elif self.flush():
            self._locking.clear_over()
            self._put_away()
            self._ways.given.take(path)

    def show_card(self) -> None:
        """Show one's identity card: on Hand-off, or without an inspection where one is joined, ready to be saved."""
        if self.desk is not None:
            self.desk.show_card()
        else:
            self._ways.choosing.show_join().mine.save.setFocus()

    def show_start(self, wrong: str = "") -> None:
        """Show the inspections on this laptop, having put away the one that is open."""
        if self.flush():
            self._put_away()
            self._ways.choosing.show_list(wrong)

    def go(self, way: str) -> None:
        """Go where one of the ways beside the list of inspections leads, having put away the one that is open."""
        if self.flush():
            self._put_away()
            self._ways.choosing.go(way)

    def _unlocked(self) -> None:
        self._locking.begin()
        wanted, self._next = self._next or self._left_path(), None
        if self._covered is not None:
            self.desk, self._covered = self._covered, None
            self.window.tell("")
            if self._keeping is not None:
                self._keeping.say_where_it_is()
            self._show(self.desk)
            if wanted is not None:
                self.open_given(wanted)
        elif wanted is not None:
            self._ways.given.take(wanted)
        else:
            self.show_start()

    def _make_ready(self) -> None:
        """Make what an inspection is shown on, while it is found out whether the passphrase is right."""
        if self._next or self._left:
            self._ways.make_ready(self.window.size())

    def _left_path(self) -> Path | None:
        left, self._left = self._left, ""
        return self._ways.path_of(left)

    def _show_package(self, home: Path, package: Path) -> None:
        """Show what a package would do, in the inspection that it belongs to."""
        self._reopen(home, self._ways.at("handoff", handoff=package))

    def _reopen(self, path: Path, places: "PagePlaces | None" = None) -> None:
        self._ways.fetching.fetch(path, places)

    def _put_back(self, backup: Path) -> None:
        """Close the inspection, and put the whole of it back from a backup."""
        if self.desk is not None and self.flush():
            path = self.desk.workspace.path
            self._put_away()
            self._ways.restoring.restore(path, backup)

    # the inspection

    def _begin_at(self, workspace: "Workspace", first: str) -> None:
        self._take(workspace, self._ways.at(first) if first else None)

    def _take(self, workspace: "Workspace", places: "PagePlaces | None" = None) -> None:
        if self.laptop.locked or not self.flush():  # locked meanwhile; or what is open has text that no disk takes
            workspace.close()
            return
        self._put_away()
        desk = self._ways.desk(workspace)
        desk.said.connect(self._tell_of_page)
        desk.put_back.connect(self._put_back)
        desk.changed.connect(self._on_changed)
        desk.changed.connect(self._idle.note)  # dictation may come by the accessibility interface, and sends no event
        desk.counted.connect(self._say)
        self._keeping = self._ways.keeping(desk, self.window)
        self._keeping.refused.connect(self.tell)
        self._keeping.changed.connect(self._say)
        desk.left.connect(self.window.leave_behind)
        desk.moved.connect(self._say)
        desk.moved.connect(self._show_whole)
        self._saying.begin()
        self.desk = desk
        self._show(desk)
        places = places or self._ways.place_left(workspace)
        if places is not None:
            desk.return_to(places)
        else:
            desk.show_page("week")
        desk.counting.read_ledger()
        self._ways.tell_of_file(desk, self.window)
        if workspace.only_read:
            self.tell(Expected(Code.ONLY_READ, where=workspace.path))

    def flush(self) -> bool:
        """Write what was typed. False when something could not be written."""
        return self.desk is None or self.desk.flush()

    def tell(self, error: Expected) -> None:
        """Say what no page could say in place; in passing where nobody has to do anything about it."""
        if self.window.explains(error):
            return
        (self.window.remark if error.code in _IN_PASSING else self.window.tell)(sentence(error))

    def _tell_of_page(self, error: Expected) -> None:
        """What is about the page in view goes with it."""
        page = self.desk.in_view if self.desk is not None else None
        if page is None or error.code in (*GONE, *_IN_PASSING):
            self.tell(error)
        else:
            refuse(page, error)

    def lock(self) -> None:
        """Save, close, and end this program: a new one, which holds nothing, asks for the passphrase. Never asks.

        Text that no disk takes stays in this program, covered, until it could be saved.
        """
        if self.laptop.locked:
            return
        stood = self._locking.stood()
        self._locking.clear_over()
        left = self._leave(stood)
        if left is None:
            self._covered, self.desk = self.desk, None
        self.jobs.abandon_all()  # whatever is going on needs the keys
        self.laptop.lock()
        if left is None:
            self.window.tell(str(UNSAVED_LOCKED))
            self._entering.unlock(self._covered)
            self._locking.wait()
        else:
            self._end(left)

    def _leave(self, stood: str) -> Handed | None:
        """Close what is open, having saved it and where the person is. None when something could not be saved."""
        if self.desk is None:
            return Handed("", stood)
        if not self.desk.flush():
            return None
        handed = Handed(self.desk.workspace.id, stood)
        try:
            with suppress(Expected):  # a full disk: all text is saved, and the person begins at the first page
                self._ways.keep_place(self.desk)
        except BaseException:  # a fault of a page: it is told of, and must not leave the laptop open
            self._put_away()
            self.laptop.lock()
            self._end(handed)
            raise
        self._put_away()
        return handed

    def _save_again(self) -> None:
        """The text under the lock is tried again; once it is saved, the lock is like any other."""
        if self._covered is None or not self.laptop.locked or not self._covered.flush():
            return
        self.desk, self._covered = self._covered, None
        left = self._leave(self._locking.stood())
        if left is not None:
            self._end(left)

    def _end(self, left: Handed) -> None:
        self.window.tell("")
        self._show(ending())
        self._locking.end()
        self._locking.start_anew(left)

    def say_locked(self) -> None:
        """Tell whoever hears the screen why it asks for a passphrase."""
        self.window.messages.speak(say("Locked. Type your passphrase to continue."), "lock")

    def close(self) -> bool:
        """Save and put everything away. False, once, when something typed could not be written."""
        open_desk = self.desk or self._covered
        if open_desk is not None and not open_desk.flush() and not self._warned:
            self._warned = True
            self.window.tell(UNSAVED)
            return False
        self.desk = open_desk
        self._put_away()
        self._locking.end()
        self.jobs.stop()
        self.laptop.lock()
        return True

    def _put_away(self) -> None:
        """Close the open inspection; its pages, and every text in them, go with the next screen."""
        if self.desk is not None:
            desk, self.desk, self._keeping = self.desk, None, None
            self.jobs.abandon(desk)
            desk.leave()
            desk.deleteLater()
            desk.workspace.note_glance()
            desk.workspace.close()
            self.window.messages.forget()  # they were about what is closed now

    def _put_down(self) -> None:
        if self.desk is not None:
            self.desk.put_down()

    def _take_up(self) -> None:
        if self.desk is not None:
            self.desk.take_up()

    # the strip

    def _show(self, screen: QWidget, keep: QWidget | None = None) -> None:
        self.window.show_screen(screen, keep=keep)
        self._show_whole()
        self._say()
        self.moved.emit()

    def _show_whole(self) -> None:
        self.window.show_whole(whole=self.desk is not None and self.desk.whole)

    def _on_changed(self) -> None:
        self._saying.edited(self.desk, self._say)

    def _say(self) -> None:
        unsaved = ""
        if self._covered is not None:
            unsaved = say("Not saved yet")
        elif self._keeping is not None:
            unsaved = self._keeping.unsaved
        self._saying.say(self.desk, unsaved)
