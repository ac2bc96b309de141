"""Which inspection: the list of those on this laptop, a new one, one to join, and one that lies elsewhere."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import ask, opening
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.places.handoff.join import Join
from inspector_app.ui.places.setup.new_inspection import NewInspection
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.window.ways import fetching
from inspector_app.ui.window.ways.restoring import Restoring
from inspector_app.ui.window.ways.shelving import Shelving
from inspector_app.ui.words.handoffs.handoff import joined

_FILES = "Inspections (*.inspection *.json)"


class Choosing(QObject):
    """Shows one page after another by `show`, while no inspection is open; signals `taken` with the one to work on."""

    told = Signal(str, object)  # what was done to one of the list, and the Offers that go with that
    taken = Signal(object, str)  # Workspace, and the code of the page to show first; "" for where one usually begins
    left = Signal()  # a page that was opened from the list
    person_wanted = Signal()
    command_wanted = Signal(str)  # as of Start

    def __init__(self, laptop: Laptop, jobs: Jobs, restoring: Restoring, show: Callable[[QWidget], object]) -> None:
        super().__init__()
        self._laptop, self._jobs, self._restoring, self._show = laptop, jobs, restoring, show
        self._shelving = Shelving(laptop, jobs, show, self)
        self._shelving.done.connect(lambda on: self.show_list(on=on))
        self._shelving.told.connect(self.told)
        self._shelving.sample_wanted.connect(self._make_sample)

    def show_list(self, wrong: str = "", on: str = "") -> Start:
        """Show the inspections on this laptop, standing on the one of that id, and what is wrong with the one tried."""
        page = Start()
        page.set_rows(self._laptop.workspaces(), on)
        page.set_wrong(wrong)
        page.open_wanted.connect(lambda path: self.open(page, lambda: opening.workspace(self._laptop, Path(path))))
        page.sample_wanted.connect(lambda: self.open(page, lambda: opening.sample(self._laptop)))
        page.tour_wanted.connect(lambda: self.open(page, lambda: opening.tour(self._laptop), "cases"))
        page.file_wanted.connect(lambda: self._open_file(page))
        page.new_wanted.connect(self._show_new)
        page.join_wanted.connect(lambda: self.show_join())
        page.person_wanted.connect(self.person_wanted)
        page.command_wanted.connect(self.command_wanted)
        page.more.restore_wanted.connect(lambda row: self._restore(page, row))
        self._shelving.follow(page)
        self._show(page)
        self._jobs.run(
            page,
            lambda _: {one.id: one.short or one.title for one in opening.frameworks(self._laptop)},
            done=page.set_titles,
            failed=lambda _error: page.set_titles({}),  # a bad file is told of where one is chosen; here ids stand
        )
        return page

    def go(self, way: str) -> None:
        """Show the list, and from there what one of its ways leads to: the tour, a new inspection, …"""
        self.show_list().go(way)

    def show_join(self, package: Path | None = None) -> Join:
        """Show the page on which an inspection of a colleague's is joined, and what is in a package; that page."""
        page = Join(self._laptop, self._jobs)
        page.left.connect(self.left)
        page.joined.connect(self._on_joined)
        self._show(page)
        if package is not None:
            page.look_at(package)
        return page

    def _on_joined(self, workspace: Workspace) -> None:
        said = joined(sum(row.inspector == workspace.me for row in workspace.case_rows()))
        self.taken.emit(workspace, "")
        self.told.emit(said, ())

    def open(self, page: Start | NewInspection, make: Callable[[], Workspace], first: str = "") -> None:
        """Make or open an inspection, the page busy meanwhile, and show its page `first`."""
        page.set_busy(True)
        self._jobs.run(
            page,
            lambda _: make(),
            ended=lambda: page.set_busy(False),
            done=lambda workspace: self.taken.emit(workspace, first),
            dropped=fetching.close,
            failed=lambda error: self._restoring.offer(error.facts.get("where"), error, page.set_wrong),
        )

    def _restore(self, page: Start, row: WorkspaceRow) -> None:
        """Go to its page Restore; where its file is gone, to the page that puts the newest backup in its place."""
        if row.missing:
            self._jobs.run(
                page,
                lambda _: opening.place_for_backup(self._laptop, row.id),
                done=self._restoring.offer_missing,
                failed=lambda error: page.set_wrong(sentence(error)),
            )
        else:
            self.open(page, lambda: opening.workspace(self._laptop, Path(row.path)), "restore")

    def _make_sample(self) -> None:
        """Show the list without it, and make it anew."""
        self.show_list().sample_wanted.emit()

    def _show_new(self) -> None:
        """Read the frameworks, then show the page: what is typed must not run ahead of it."""
        self._jobs.run(
            self,
            lambda _: opening.frameworks(self._laptop),
            done=self._show_new_with,
            failed=self._say_wrong,
        )

    def _say_wrong(self, error: Expected) -> None:
        self.show_list(sentence(error))

    def _show_new_with(self, frameworks: Sequence[Framework]) -> None:
        used = [row.framework for row in self._laptop.workspaces() if not row.sample]  # to look at is not to inspect by
        page = NewInspection(date.today(), frameworks, used)
        page.left.connect(self.left)
        page.wanted.connect(lambda *given: self.open(page, lambda: opening.new(self._laptop, *given), "setup"))
        self._show(page)

    def _open_file(self, page: Start) -> None:
        path = ask.open_file(page.window(), "Open an inspection", _FILES)
        if path is not None:
            self.open(page, lambda: opening.workspace(self._laptop, path))
