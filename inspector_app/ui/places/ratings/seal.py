"""The seal of the ratings on their page: saved where somebody says, what is said of it afterwards, and records verified."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.days import when
from inspector_app.core.services.results import sealing
from inspector_app.core.services.results.sealing import Record, Sealed
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import later, listed, say
from inspector_app.ui import ask
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.telling import Offer, tell
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme

_ENDING = ".json"
_WHAT_IT_IS = later(
    "Sealing saves the ratings as they stand now, with the answers and decisions they come from, as a file that you sign: "
    "anyone can work them out again. It is not encrypted. Nothing is locked by it: a change made later is said here."
)
_GO_ON = later("Choose where to save it…")
_KINDS = later("Sealed ratings (*.json)")


class Seal(QObject):
    """Seals and verifies; `said` is by whom and when the ratings were sealed, and whether they are others since."""

    failed = Signal(object)  # Expected

    def __init__(self, workspace: Workspace, jobs: Jobs, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._jobs, self._page = workspace, jobs, page
        self.said = theme.role(plain_label(parent=page), "small")

    def show_standing(self) -> None:
        """Say how the ratings are sealed now."""
        sealed = sealing.standing(self._workspace)
        self.said.setText(_words(sealed) if sealed else "")
        self.said.setVisible(sealed is not None)

    def ask(self) -> None:
        """Say what sealing is and what is not rated yet, and offer to go on: a file's name alone says neither."""
        open_ = _without_rating(sealing.unrated(self._workspace))
        tell(self._page, f"{_WHAT_IT_IS.say()} {open_}".rstrip(), Offer(str(_GO_ON), self._save), stays=True)

    def _save(self) -> None:
        """Ask where, and seal the ratings there in a job."""
        service = self._workspace.rated_from().service
        named = say("{service}, sealed ratings", service=service)
        into = ask.in_documents(f"{named}{_ENDING}")
        path = ask.save_file(self._page, say("Seal the ratings"), str(_KINDS), into)
        if path is not None:
            self._jobs.run(
                self,
                lambda _: sealing.seal(self._workspace, path),
                done=lambda record: self._tell(path, record),
                failed=self.failed.emit,
                asked=path.name,
            )

    def verify(self) -> None:
        """Ask for a sealed record, and say in a job's end whether it is as it was sealed, and what it says."""
        path = ask.open_file(self._page, say("Verify sealed ratings"), str(_KINDS))
        if path is not None:
            extra = self._workspace.laptop.frameworks_folder
            self._jobs.run(
                self,
                lambda _: sealing.verify(path, extra),
                done=lambda record: tell(self._page, _holds(path, record), stays=True),
                failed=self.failed.emit,
            )

    def _tell(self, path: Path, record: Record) -> None:
        self.show_standing()
        said = say(
            "Saved to {path}. It is signed and not encrypted; it holds no note and no name of a child.", path=path
        )
        tell(self._page, f"{said} {_open(record)}".rstrip())


def _open(record: Record) -> str:
    """What has no rating in it: it is sealed as it stands, and who seals it has to know."""
    return _without_rating([rated.ref for rated in record.rated.standards if rated.rating is None])


def _without_rating(unrated: Sequence[str]) -> str:
    refs = listed(unrated)
    return say("Not rated in it: {refs}.", refs=refs) if refs else ""


def _holds(path: Path, record: Record) -> str:
    """That it holds: whose inspection, by whom and when it was sealed, and what to compare with the identity card."""
    at = when.moment(datetime.fromisoformat(record.at).astimezone(), datetime.now().astimezone())
    return " ".join(
        (
            say(
                "{file} is signed and unchanged, and every figure and rating was worked out from it again.",
                file=path.name,
            ),
            say("Inspection: {service}.", service=record.inspection.service),
            say("Sealed by {name}, {moment}.", name=record.by.name, moment=at),
            say("Key groups, to compare with the identity card: {groups}", groups=record.groups),
        )
    )


def _words(sealed: Sealed) -> str:
    at = when.moment(datetime.fromisoformat(sealed.at).astimezone(), datetime.now().astimezone())
    if sealed.changed:
        return say("Sealed by {name}, {moment} · changed since, after the panel", name=sealed.by, moment=at)
    return say("Sealed by {name}, {moment}", name=sealed.by, moment=at)
