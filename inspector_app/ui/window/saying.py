"""What the window's title and its strip say: of the inspection that is open, and of whose laptop it is."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from inspector_app.core.domain.days import when
from inspector_app.core.domain.roles import written
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.words import say
from inspector_app.ui.note.onto_disk import OntoDisk
from inspector_app.ui.window.head import Head
from inspector_app.ui.window.main_window import TITLE, MainWindow

if TYPE_CHECKING:  # it comes after the first painting
    from inspector_app.ui.window.desk import Desk


class Saying:
    """Says them in the window. Of a locked laptop it names no inspection and no person."""

    def __init__(self, laptop: Laptop, window: MainWindow) -> None:
        self._laptop, self._window = laptop, window
        self._saved = ""  # when, in the inspection that is open
        self._then: Callable[[], None] = lambda: None
        self._onto_disk = OntoDisk(window, self._on_disk, lambda _: None)  # what typed it says why it is not saved

    def begin(self) -> None:
        """Another inspection is open: nothing was typed in it yet."""
        self._saved = ""
        self._onto_disk.forget()

    def edited(self, desk: "Desk | None", then: Callable[[], None]) -> None:
        """Something was edited, and that is saving it: said, and `then` called, once it is on disk."""
        self._then = then
        if desk is not None and desk.workspace.editor.owes:
            self._onto_disk.soon(desk.workspace.editor)
        else:
            self._on_disk()

    def _on_disk(self) -> None:
        self._saved = when.time(datetime.now())
        self._window.messages.speak(say("Saved"), "saved")
        self._then()

    def say(self, desk: "Desk | None", unsaved: str = "") -> None:
        """Say what is so now; `unsaved`: why not everything is saved."""
        shown = None if self._laptop.locked else desk
        self._window.setWindowTitle(" · ".join(part for part in (*self._where(shown), TITLE) if part))
        head = self._outside() if shown is None else self._inside(shown)
        self._window.say(head._replace(saved=unsaved, unsaved=True) if unsaved else head)

    def _outside(self) -> Head:
        if self._laptop.locked:
            return _outside(say("Not set up yet") if self._laptop.is_new() else say("Locked"))
        person = self._laptop.person
        return _outside(say("On this laptop only, encrypted"))._replace(name=person.name, role=written(person.role))

    def _inside(self, desk: "Desk") -> Head:
        from inspector_app.ui.words import heading  # the first screen has no inspection to speak of

        about, framework, person = desk.counting.about, desk.workspace.framework, self._laptop.person
        return Head(
            title=about.service,
            framework=framework.title,
            called=framework.short,
            short_framework=heading.framework(framework.id),
            day=heading.fieldwork(about.days, date.today()),
            saved=say("Saved {time}", time=self._saved) if self._saved else say("All saved"),
            colleagues=desk.colleagues,
            name=person.name,
            role=desk.counting.role,
            sample=about.sample,
            contested=desk.contested,
            concerns=desk.counting.known.open_concerns,
        )

    def _where(self, desk: "Desk | None") -> tuple[str, ...]:
        """What the window's title says before the name of the program: the service first, by which windows are told apart."""
        if desk is not None:
            return desk.counting.about.service, desk.title  # of which there is none until the first page is in view
        screen = self._window.screen_shown
        return (screen.windowTitle() if screen is not None else "",)


def _outside(saved: str) -> Head:
    """The strip while no inspection is open: the program, and for whom it is."""
    return Head(title=TITLE, framework=say("for inspectors of youth justice services"), saved=saved)
