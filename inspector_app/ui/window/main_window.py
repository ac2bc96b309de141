"""The one window: a screen, a bar for what must be said over every screen, and the status line. No rules, no files."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.core.services.settings import Settings
from inspector_app.ui.look import theme

if TYPE_CHECKING:
    from inspector_app.ui.window.status_line import StatusLine

TITLE = "Inspector"
_SMALLEST, _USUAL = (880, 560), (1200, 760)


class Offer(NamedTuple):  # no dataclass: what makes them would cost the first screen its time
    """What a notice offers to do: what its button says, and what that does."""

    words: str
    act: Callable[[], object]


class MainWindow(QMainWindow):
    """Holds one screen at a time. `may_close` is asked when the person closes the window, and saves what there is."""

    painted = Signal()  # once: the first screen is there and can be used
    left = Signal()  # another program has the keyboard now
    look_changing = Signal()  # everything is about to get another size or other colours
    look_changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._painted = False
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle(TITLE)
        self._screens = QStackedWidget()
        self._notice = _Notice()
        self._status: StatusLine | None = None
        self._words = ("", "", "")
        self._concerns = ""
        held = QWidget()
        self._layout = QVBoxLayout(held)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._notice)
        self._layout.addWidget(self._screens, 1)
        self.setCentralWidget(held)
        self._dressing = QTimer(self, singleShot=True, interval=0)  # several presses of a key are one change
        self._dressing.timeout.connect(self._dress)
        self._restore()

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen in view."""
        return self._screens.currentWidget()

    def show_screen(self, screen: QWidget, *, keep: QWidget | None = None) -> None:
        """Show a screen and destroy the ones before it, but for `keep`."""
        before = [w for i in range(self._screens.count()) if (w := self._screens.widget(i)) is not None]
        if screen not in before:
            self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        screen.setFocus()
        for other in before:
            if other is not screen and other is not keep:
                self._screens.removeWidget(other)
                other.deleteLater()

    def add_status(self, status: "StatusLine") -> None:
        """Put the status line in its place: after the first painting, which does not wait for it."""
        self._status = status
        self._layout.addWidget(status)
        status.show_words(*self._words)
        status.show_concerns(self._concerns)

    def say(self, saved: str, state: str, where: str) -> None:
        """Say the three things of the status line."""
        self._words = (saved, state, where)
        if self._status is not None:
            self._status.show_words(*self._words)

    def say_concerns(self, text: str) -> None:
        """Say in the status line how many concerns are open; "" for none."""
        self._concerns = text
        if self._status is not None:
            self._status.show_concerns(text)

    def tell(self, sentence: str, offer: Offer | None = None) -> None:
        """Say something in the bar over every screen, and offer what to do; it stays until it is closed. "" closes it."""
        self._notice.tell(sentence, offer)

    def come_forward(self) -> None:
        """Come to the front, as far as the system lets a window do that by itself."""
        from PySide6.QtCore import Qt  # a tenth of the start, which no part of the first screen needs

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def show_behind(self, *, small: bool) -> None:
        """Show it where it leaves the keyboard to the program that somebody types in; `small`: minimized."""
        from PySide6.QtCore import Qt  # as above

        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if small:
            self.showMinimized()
        else:
            self.show()

    def remark(self, sentence: str, offer: Offer | None = None) -> None:
        """Say in the status line, for a few seconds, what needs nobody to do anything, and what one may do about it."""
        if self._status is not None and offer is not None:
            self._status.remark(sentence, *offer)
        elif self._status is not None:
            self._status.remark(sentence)

    def change_look(self, name: str, zoom: int) -> None:
        """Change theme and zoom, and remember them. It is seen when the loop turns again."""
        theme.choose(name, zoom)
        self._dressing.start()
        self._settings.set("theme", theme.name())
        self._settings.set("zoom", theme.zoom())

    def make_anew(self) -> None:
        """Let what the pages say of keys be as it is now. It is seen when the loop turns again."""
        self._dressing.start()

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.look_changing.emit()
            theme.dress(application)
            self.look_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save and close, without a question."""
        if not self.may_close():
            event.ignore()
            return
        self.keep_geometry()
        super().closeEvent(event)

    def keep_geometry(self) -> None:
        """Remember where the window is, and how large. Expected: as Settings.set."""
        self._settings.set("window", bytes(self.saveGeometry().toBase64().data()).decode())

    def changeEvent(self, event: QEvent) -> None:
        """Notice when the person turns to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notice the first painting, which is done when the loop turns again."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _restore(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        kept = self._settings.get("window", "")
        if isinstance(kept, str) and kept:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode())))


class _Notice(QFrame):
    """A bar with a sentence, what is offered with it, and a way to close it."""

    def __init__(self) -> None:
        super().__init__()
        theme.role(self, "warning")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAccessibleName("Notice")
        self._offer = QPushButton()
        self._offer.clicked.connect(lambda: self._act())
        self._act: Callable[[], object] = lambda: None
        close = QPushButton("Close this notice")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        layout.addWidget(self._words, 1)
        layout.addWidget(self._offer)
        layout.addWidget(close)
        self.hide()

    def tell(self, sentence: str, offer: Offer | None) -> None:
        self._words.setText(sentence)
        self._offer.setText(offer.words if offer else "")
        self._offer.setVisible(offer is not None)
        self._act = offer.act if offer else lambda: None
        self.setVisible(bool(sentence))
