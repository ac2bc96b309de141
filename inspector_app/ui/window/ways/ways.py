"""The ways to an inspection: the list, a file that was given, one that was left, a backup; and what goes with an open one.

The shell imports this once a passphrase was right. With it come the database and what an inspection is made of, 0.4 s; they
are read by a job while the passphrase is being typed (`after_first.py`).
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.listed import is_taken
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import left_at
from inspector_app.core.services.writing.recovered import Field
from inspector_app.core.words import count, listed, say
from inspector_app.ui import looked_in, recovered
from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.places.case import ready
from inspector_app.ui.places.find.way_to import way_to_text
from inspector_app.ui.window import coming_back
from inspector_app.ui.window.desk import Desk, PagePlaces
from inspector_app.ui.window.indexing import Indexing
from inspector_app.ui.window.keeping import Keeping
from inspector_app.ui.window.main_window import MainWindow
from inspector_app.ui.window.ways.choosing import Choosing
from inspector_app.ui.window.ways.fetching import Fetching
from inspector_app.ui.window.ways.given import Given
from inspector_app.ui.window.ways.restoring import Restoring
from inspector_app.ui.words import backups as words


class Ways(QObject):
    """Its parts show their pages by `show`, and signal what came of it; the shell connects them."""

    def __init__(self, laptop: Laptop, jobs: Jobs, show: Callable[[QWidget], object], parent: QObject) -> None:
        super().__init__(parent)
        self._laptop, self._jobs = laptop, jobs
        self.given = Given(laptop, jobs, self)
        self.fetching = Fetching(laptop, jobs, self)
        self.restoring = Restoring(laptop, jobs, show)
        self.choosing = Choosing(laptop, jobs, self.restoring, show)
        self.given.join_wanted.connect(self.choosing.show_join)

    def make_ready(self, window: QSize) -> None:
        """Make what a case is shown on in a window of that size, before there is one."""
        ready.make(window, self)

    def path_of(self, inspection: str) -> Path | None:
        """The file of an inspection (its id) of this laptop; None where it is not, or something else lies there."""
        key = self._laptop.key_of(WorkspaceId(inspection)) if inspection else None
        return Path(key.path) if key and not is_taken(key) else None

    def desk(self, workspace: Workspace) -> Desk:
        """The pages of an open inspection, whose words are brought into the index meanwhile."""
        recovered.look_for(workspace)
        keep = None if workspace.only_read else partial(left_at.keep_folder, workspace)
        looked_in.listen_to(left_at.folders(workspace), keep)
        made = Desk(workspace, self._jobs)
        Indexing(made, self._jobs)
        return made

    def keeping(self, desk: Desk, window: MainWindow) -> Keeping:
        """What looks after its file."""
        return Keeping(desk, window, self._jobs)

    def tell_of_file(self, desk: Desk, window: MainWindow) -> None:
        """Say that an older file lies in the place of the one that was here; what a crash left is told of after it."""
        if desk.workspace.went_back():
            window.tell(words.older_file(), Offer(say("Backups"), partial(desk.show_page, "restore")))
        self._tell_unfinished(desk, window)
        self._tell_recovered(desk, window)

    @staticmethod
    def _tell_unfinished(desk: Desk, window: MainWindow) -> None:
        """Say what was going on when it was locked: who asked for it was away, and waits for it still."""
        with suppress(Expected):
            if found := left_at.take_unfinished(desk.workspace):
                window.tell(
                    say(
                        "This was going on when the window was locked, and may not be done: {what}. Look whether it is, and "
                        "begin it again if not; nothing is left of it half made.",
                        what=listed(found),
                    )
                )

    def _tell_recovered(self, desk: Desk, window: MainWindow) -> None:
        """Say that the program ended while somebody was writing, and lead to what they wrote, the last text first."""
        self._tell_of([field for field in recovered.marked() if way_to_text(*field[:2])], desk, window)

    def _tell_of(self, fields: Sequence[Field], desk: Desk, window: MainWindow) -> None:
        if not fields:
            return

        def show() -> None:
            if way := way_to_text(*fields[-1][:2]):
                recovered.shown(fields[-1])
                desk.go_to(*way)
            self._tell_of(fields[:-1], desk, window)

        said = count(
            len(fields),
            "The program ended while you were writing. What you wrote is here, marked as recovered.",
            "The program ended while you were writing. What you wrote is here, in {n} texts marked as recovered.",
        )
        window.tell(said, Offer(say("Show"), show))

    @staticmethod
    def at(page: str, **places: object) -> PagePlaces:
        """That page, and where to be on the pages."""
        return PagePlaces(page, places)

    def keep_place(self, desk: Desk) -> None:
        """Keep where the person is for the next opening, and what they wait for. Expected: as `coming_back.keep`."""
        if going_on := self._jobs.asked_for:
            left_at.keep_unfinished(desk.workspace, going_on)
        coming_back.keep(desk.workspace, desk.places())

    @staticmethod
    def place_left(workspace: Workspace) -> PagePlaces | None:
        """Where the person was when it was locked; None for nowhere."""
        return coming_back.take(workspace)
