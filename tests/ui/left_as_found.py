"""A window that goes on to the next test of a module, as long as each leaves it as it found it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from inspector_app.app import Program
from inspector_app.ui.look import theme
from inspector_app.ui.note.as_left import PagesLeft
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.lost_typing import LostTyping
from inspector_app.ui.window.sheets.sheet import Sheet


@dataclass(frozen=True)
class _Found:
    """What a test can change of a window and what is open in it, beside the pages, which are made anew for each test."""

    desk: int
    written: tuple[int, int]
    choices: bytes
    look: tuple[str, str, int]
    whole: bool
    over: tuple[str, ...]


class LeftAsFound:
    """Holds such a window, or none. It is thrown away after a test that failed, or wrote, locked or chose anything."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.program: Program | None = None
        self._of: object = None
        self._found: _Found | None = None
        self._taken: list[Program] = []
        self._writes = False
        self._sizes = QSize(), QSize()

    def is_of(self, wanted: object) -> bool:
        """Whether what is asked for is what stands in it."""
        return self.program is not None and self._of == wanted

    def has_taken(self, program: Program) -> bool:
        """Whether it was ever kept here, and is closed here."""
        return program in self._taken

    def take(self, program: Program, of: object) -> None:
        """Keep this one from now on, as it is; what is read for its pages by jobs has come to its end."""
        self.end()
        self.program, self._of = program, of
        self._taken.append(program)
        self._sizes = program.window.minimumSize(), program.window.size()

    def desk(self) -> Desk:
        """What is open in it."""
        assert self.program is not None
        assert self.program.shell.desk is not None
        return self.program.shell.desk

    def begin(self, page: str) -> None:
        """Have it as at its first test: no page but that one was made, and nothing was said."""
        assert self.program is not None
        window, desk = self.program.window, self.desk()
        desk.put_down()
        desk._put_down, desk._left_at, desk._held, desk._as_left = None, {}, {}, PagesLeft()
        desk.current = ""
        desk.rail.set_possible("case", possible=False)
        window.messages.forget()
        window.messages.said = []
        window._lost = LostTyping()
        window.setMinimumSize(self._sizes[0])
        window.resize(self._sizes[1])
        window.activateWindow()
        desk.show_page(page)

    def note(self, *, writes: bool) -> None:
        """A test has it from now on; `writes`: the next test finds its way from whatever this one writes."""
        self._writes = writes
        self._found = self._now()

    def leave(self, *, failed: bool) -> None:
        """A test is done with it."""
        if self.program is not None and (failed or not self._is_as_found()):
            self.end()

    def _is_as_found(self) -> bool:
        assert self.program is not None
        shell = self.program.shell
        if shell.desk is None or shell.laptop.locked or not shell.flush():
            return False
        for sheet in self.program.window.findChildren(Sheet):
            sheet.end()
        return self._now() == self._found

    def _now(self) -> _Found:
        assert self.program is not None
        desk, window = self.desk(), self.program.window
        choices = self.program.laptop.folder / "settings.json"
        return _Found(
            desk=id(desk),
            written=(0, 0) if self._writes else desk.workspace.database.written(),
            choices=choices.read_bytes() if choices.exists() else b"",
            look=(theme.chosen(), theme.name(), theme.zoom()),
            whole=window.isFullScreen(),
            over=tuple(type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window),
        )

    def end(self) -> None:
        """Close it, if there is one."""
        if self.program is None:
            return
        program, self.program, self._of = self.program, None, None
        close(program)
        usual_look(self._application)


def close(program: Program) -> None:
    """Close a program of a test."""
    program.shell.close()
    program.window.close()
    program.window.deleteLater()
    program.deleteLater()  # and what follows the focus for it


def usual_look(app: QApplication) -> None:
    """As tests begin. What a test has done with goes first: else all of it would be dressed once more."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(app, "light", 100)
