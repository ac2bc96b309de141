"""Leads through the tour: shows its bar while the inspection of a tour is open, and notices when a step was done."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from inspector_app.core.domain.inspection import Inspection
from inspector_app.ui.bridge import Bridge
from inspector_app.ui.controls.telling import speak
from inspector_app.ui.window.desk import Desk
from inspector_app.ui.window.shell import Shell
from inspector_app.ui.window.touring.bar import TourBar
from inspector_app.ui.window.touring.steps import STEPS, Seen


class Tour(QObject):
    """Follows the shell from screen to screen."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell, self._window = shell, shell.window
        self._desk: Desk | None = None
        self._bar: TourBar | None = None
        self._at = 0
        self._before: Inspection | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # what was done is shown first
        self._soon.timeout.connect(self._look)
        self._bridge = Bridge(self)
        self._bridge.touched.connect(lambda _: self._soon.start())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._soon.start)  # a text is left without a change
        shell.moved.connect(self._follow)
        self._window.look_changed.connect(self._make_anew)

    @property
    def under_way(self) -> bool:
        """Whether the inspection that is open is that of a tour."""
        return self._desk is not None

    def begin(self) -> None:
        """Take the tour, having put away what is open; during one, have the keyboard on its bar."""
        if self._bar is not None:
            self._bar.take_keyboard()
        else:
            self._shell.go("tour")

    def _follow(self) -> None:
        desk = self._shell.desk
        desk = desk if desk is not None and not desk.workspace.stays else None
        if desk is self._desk:
            return
        self._desk = desk
        self._bridge.listen_to(desk.workspace.editor if desk is not None else None)
        if desk is None:
            self._take_away()
        else:
            desk.moved.connect(self._soon.start)
            self._begin_step(0)

    def _begin_step(self, at: int) -> None:
        if self._desk is not None:
            self._at, self._before = at, self._desk.workspace.inspection()
            self._show()
            if self._bar is not None:
                speak(self._bar, f"{self._bar.number.text()}. {self._bar.words.text()}", "tour")
            self._soon.start()

    def _show(self) -> None:
        if self._bar is None:
            self._bar = TourBar(self._window)
            self._bar.passed.connect(self._pass)
            self._bar.ended.connect(self._shell.show_start)
            self._bar.left.connect(self._give_back)
            self._window.add_bar(self._bar)
        self._bar.show_step(self._at + 1, len(STEPS), STEPS[self._at].words())

    def _pass(self) -> None:
        if self._at + 1 < len(STEPS):
            self._begin_step(self._at + 1)
            if self._bar is not None:
                self._bar.take_keyboard()

    def _look(self) -> None:
        if self._desk is None or self._desk is not self._shell.desk or self._before is None:
            return
        typing = isinstance(QApplication.focusWidget(), QPlainTextEdit)
        seen = Seen(self._desk.current, typing, self._before, self._desk.workspace.inspection())
        if STEPS[self._at].done(seen):
            self._begin_step(self._at + 1)

    def _give_back(self) -> None:
        if self._desk is not None:
            self._desk.page(self._desk.current).setFocus()

    def _make_anew(self) -> None:
        """It was measured for another size of text, and names keys."""
        if self._bar is not None:
            had = self._bar.isAncestorOf(self._window.focusWidget() or self._window)
            self._take_away()
            self._show()
            if had:
                self._bar.take_keyboard()

    def _take_away(self) -> None:
        bar, self._bar = self._bar, None
        if bar is not None:
            bar.hide()
            bar.deleteLater()
