"""What is done with the inspections of the list themselves: another name there, the archive, and deleting one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import shelf
from inspector_app.core.services.safekeeping.shelf import WhatGoes
from inspector_app.core.words import say
from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.places.start.delete import Delete
from inspector_app.ui.places.start.page import Start
from inspector_app.ui.places.start.rename import Rename


class Shelving(QObject):
    """Follows one list; signals `done` with the id to stand on when the list is to be shown again."""

    done = Signal(str)
    told = Signal(str, object)  # a sentence, and the Offers that go with it
    sample_wanted = Signal()  # the sample was deleted, to be made anew

    def __init__(self, laptop: Laptop, jobs: Jobs, show: Callable[[QWidget], object], parent: QObject) -> None:
        super().__init__(parent)
        self._laptop, self._jobs, self._show = laptop, jobs, show

    def follow(self, page: Start) -> None:
        """Do what is wished for in this list."""
        self._list = page
        page.more.rename_wanted.connect(self._ask_for_name)
        page.more.archive_wanted.connect(lambda row: self._archive(page, row))
        page.more.delete_wanted.connect(lambda row: self._look_at(page, row))

    def _ask_for_name(self, row: WorkspaceRow) -> None:
        page = Rename(row)
        page.given.connect(lambda name: self._rename(page, row, name))
        page.left.connect(lambda: self.done.emit(row.id))
        self._show(page)

    def _rename(self, page: "Rename", row: WorkspaceRow, name: str) -> None:
        self._run(page, lambda: shelf.rename(self._laptop, WorkspaceId(row.id), name), lambda _: self.done.emit(row.id))

    def _archive(self, page: Start | Delete, row: WorkspaceRow) -> None:
        """Into the archive, or out of it; the message offers the other way, in whatever list is shown by then."""
        other = replace(row, archived=not row.archived)
        words = (
            say("{name} is archived; its file stays where it is.", name=row.name)
            if other.archived
            else say("{name} is in the list again.", name=row.name)
        )

        def said(_done: object) -> None:
            self.done.emit("" if other.archived else row.id)
            self.told.emit(words, (Offer(say("Undo"), lambda: self._archive(self._list, other)),))

        self._run(page, lambda: shelf.archive(self._laptop, WorkspaceId(row.id), archived=other.archived), said)

    def _look_at(self, page: Start, row: WorkspaceRow) -> None:
        """Read what would go, then ask."""

        def ask(found: WhatGoes) -> None:
            asked = Delete(row, found)
            asked.confirmed.connect(lambda: self._delete(asked, row))
            asked.archive_wanted.connect(lambda: self._archive(asked, row))
            asked.left.connect(lambda: self.done.emit(row.id))
            self._show(asked)

        page.set_busy(True)
        self._run(page, lambda: shelf.what_goes(self._laptop, WorkspaceId(row.id)), ask, lambda: page.set_busy(False))

    def _delete(self, page: Delete, row: WorkspaceRow) -> None:
        def deleted(_done: object) -> None:
            if row.sample:
                self.sample_wanted.emit()
            else:
                self.done.emit("")
                self.told.emit(say("{name} is deleted.", name=row.name), ())

        page.set_busy(True)
        self._run(page, lambda: shelf.delete(self._laptop, WorkspaceId(row.id)), deleted, lambda: page.set_busy(False))

    def _run(
        self,
        page: Start | Rename | Delete,
        act: Callable[[], object],
        done: Callable[..., None],
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Off the UI thread, as the keyring is put on the disk; the page says what could not be done."""

        def failed(error: Expected) -> None:
            page.set_wrong(sentence(error))

        self._jobs.run(page, lambda _: act(), ended=ended, done=done, failed=failed)
