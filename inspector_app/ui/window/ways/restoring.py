"""Shows where a whole inspection is brought back: for one that is wanted as it was, and for a file that is damaged."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.words import later
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.places.restore.whole import Whole

# The page has the buttons for what the sentence of a command names commands for.
_DAMAGED = later("The file of this inspection is damaged ({why}). Nothing in it was changed. It is: {where}")


class Restoring(QObject):
    """Signals `open_wanted` with the path of what is to be opened now; `left` when nothing is."""

    open_wanted = Signal(object)
    left = Signal()

    def __init__(self, laptop: Laptop, jobs: Jobs, show: Callable[[QWidget], object]) -> None:
        super().__init__()
        self._laptop, self._jobs, self._show = laptop, jobs, show

    def restore(self, path: Path, backup: Path) -> None:
        """Put the whole inspection at a path, which is closed, back from a backup."""
        self._page(path).bring(backup)

    def offer(self, where: object, error: Expected, tell: Callable[[str], object]) -> None:
        """Say why a file cannot be opened; one of this laptop's that is damaged offers the ways back."""
        path = Path(str(where))
        if error.code is Code.FILE_DAMAGED and self._laptop.key_at(path) is not None:
            why = error.facts.get("why", "")
            self._page(path, _DAMAGED.say(why=why, where=path))
        else:
            tell(sentence(error))

    def offer_missing(self, path: Path) -> None:
        """A file that is gone: its newest backup can be put in its place."""
        self._page(path, sentence(Expected(Code.FILE_MISSING, where=path)))

    def _page(self, path: Path, wrong: str = "") -> Whole:
        page = Whole(self._laptop, self._jobs, path, wrong)
        page.open_wanted.connect(self.open_wanted)
        page.left.connect(self.left)
        self._show(page)
        page.setFocus()
        return page
