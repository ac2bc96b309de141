"""The window's title and the three things of its status line, in words."""

from datetime import datetime
from typing import TYPE_CHECKING

from inspector_app.core.domain import when
from inspector_app.core.services.laptop import Laptop
from inspector_app.core.words import say
from inspector_app.ui.window.main_window import TITLE, MainWindow

if TYPE_CHECKING:  # it comes after the first painting
    from inspector_app.ui.window.desk import Desk


class Saying:
    """Says them in the window. Of a locked laptop it names no inspection and no person."""

    def __init__(self, laptop: Laptop, window: MainWindow) -> None:
        self._laptop, self._window = laptop, window
        self._saved = ""  # when, in the inspection that is open

    def begin(self) -> None:
        """Another inspection is open: nothing was typed in it yet."""
        self._saved = ""

    def saved_now(self) -> None:
        """Something was edited, and that is saving it."""
        self._saved = when.time(datetime.now())

    def say(self, desk: "Desk | None", unsaved: str = "") -> None:
        """Say what is so now; `unsaved`: why not everything is saved."""
        locked = self._laptop.locked
        shown = None if locked else desk
        saved = f"Saved {self._saved}" if self._saved and desk else "Everything is saved"
        self._window.setWindowTitle(f"{self._where(shown)} · {TITLE}")
        self._window.say_concerns(shown.concerns if shown is not None else "")
        if locked:
            state, where = "Not set up yet" if self._laptop.is_new() else "Locked", str(self._laptop.folder)
        elif shown is None:
            state, where = "Unlocked", f"{self._who()} · {self._laptop.folder}"
        else:
            state = f"{shown.contested} contested" if shown.contested else "Nothing contested"
            parts = (shown.colleagues, self._who(), str(shown.workspace.path))
            where = " · ".join(part for part in parts if part)
        self._window.say(unsaved or saved, state, where)

    def _who(self) -> str:
        person = self._laptop.person
        return say("{name}, {role}", name=person.name, role=person.role) if person.role else person.name

    def _where(self, desk: "Desk | None") -> str:
        """The screen in words, for the window's title."""
        if desk is not None:
            return f"{desk.title} · {desk.workspace.path.stem}"
        screen = self._window.screen_shown
        return screen.windowTitle() if screen is not None else ""
