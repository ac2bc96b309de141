"""The one window: the strip at its head, a screen, and messages over its foot. No rules, no files."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QEvent, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.settings import Settings
from inspector_app.ui.controls.telling import Aloud, Nowhere, Offer, Told
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import early, sizes, theme
from inspector_app.ui.look.layout import layout_of
from inspector_app.ui.window.head import Head
from inspector_app.ui.window.lost_typing import LostTyping
from inspector_app.ui.window.messages import Messages

if TYPE_CHECKING:
    from inspector_app.core.domain.fields import Value
    from inspector_app.ui.window.strip import Strip

TITLE = "Fieldwork"
SEEN_THEME = "seen_theme"  # the setting: what the next start shows until it has asked the system
_SMALLEST, _USUAL = (880, 560), (1280, 760)  # not at the threshold of another layout (sizes.NARROW)
_FRAME = 40  # px: the title that the system puts over a window


def fills(screen: QSize) -> bool:
    """Whether the usual window with its frame is more than a screen has: it fills that, and nothing lies below its edge."""
    holds = screen.width() >= _SMALLEST[0] and screen.height() >= _SMALLEST[1]
    return holds and (screen.width() < _USUAL[0] or screen.height() < _USUAL[1] + _FRAME)


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
        self.head = theme.role(QFrame(), "head")
        self._strip: Strip | None = None
        self.said = Head()
        self.foot_left: Callable[[], int] = int  # how much of the foot the rail takes
        self.foot_high: Callable[[], int] = int  # what of the foot of the page in view is seen at all times
        self.give_way: Callable[[QRect], object] = bool  # the page in view, to a message there on the screen
        self.answers: Callable[[], Iterable[QWidget]] = tuple  # what answers on the page, and no message is to lie over
        self.said_of_key: Callable[[QKeyEvent], str] = lambda _: ""  # what a key that nothing takes is for
        self.takes_words: Callable[[], bool] = lambda: False  # whether there is anything to write in
        self.explains: Callable[[Expected], bool] = lambda _: False  # says what a refusal comes of, if it knows better
        self._lost = LostTyping()
        held = QWidget()
        layout = self._down = QVBoxLayout(held)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self._screens, 1)
        self.messages = Messages(held, lambda: self.foot_left())
        self.messages.shown.keep_free(lambda: self.foot_high(), lambda: self.answers())
        self.messages.shown.lies.connect(lambda place: self.give_way(place))
        self.messages.shown.left_alone.connect(self._focus_screen)
        self.setCentralWidget(held)
        self._dressing = QTimer(self, singleShot=True, interval=0)  # several presses of a key are one change
        self._dressing.timeout.connect(self._dress)
        self._restore()

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen in view."""
        return self._screens.currentWidget()

    def place_of_pages(self) -> QRect:
        """Where a page stands in the window: what strip and rail leave."""
        screen = self._screens
        place = screen.rect().translated(screen.mapTo(self, screen.rect().topLeft()))
        return place.adjusted(self.foot_left(), 0, 0, 0)

    def show_screen(self, screen: QWidget, *, keep: QWidget | None = None) -> None:
        """Show a screen and destroy the ones before it, but for `keep`: that is taken out of the window.

        What reads a screen aloud reaches all that is in a window, in view or not, and can write there and press.
        """
        before = [w for i in range(self._screens.count()) if (w := self._screens.widget(i)) is not None]
        if screen not in before:
            self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        screen.setFocus()
        for other in before:
            if other is not screen:
                self._screens.removeWidget(other)
                if other is keep:
                    other.setParent(None)
                else:
                    other.deleteLater()

    def _focus_screen(self) -> None:
        screen = self.screen_shown
        if screen is not None:
            screen.setFocus()

    def add_strip(self, strip: "Strip") -> None:
        """Put the strip where room is kept for it: after the first painting, which does not wait for it."""
        self._strip = strip
        across = QHBoxLayout(self.head)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(strip)
        strip.say(self.said)

    def add_bar(self, bar: QWidget) -> None:
        """Show a bar between the strip and the screen, until it is destroyed."""
        self._down.insertWidget(self._down.indexOf(self._screens), bar)

    def show_whole(self, *, whole: bool) -> None:
        """Give what is in view all of the screen, without the strip; or be as before."""
        if self.head.isHidden() == whole:
            return
        self.head.setVisible(not whole)
        full = QtCore.Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | full if whole else self.windowState() & ~full)

    def say(self, head: Head) -> None:
        """Say what stands in the strip; the same again costs nothing."""
        if head != self.said:
            self.said = head
            if self._strip is not None:
                self._strip.say(head)

    def tell(self, sentence: str, *offers: Offer) -> None:
        """Say what somebody has to know of, and what can be done: it stays until it is closed. "" takes it away."""
        self.messages.tell(sentence, *offers, stays=True)

    def come_forward(self) -> None:
        """Come to the front, as far as the system lets a window do that by itself."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def show_behind(self, *, small: bool) -> None:
        """Show it where it leaves the keyboard to the program that somebody types in; `small`: minimized."""
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if small:
            self.showMinimized()
        else:
            self.show()

    def leave_behind(self, page: QWidget) -> None:
        """Close what a page said that would stay: another page is in view now."""
        self.messages.leave_behind(page)

    def remark(self, sentence: str, *offers: Offer) -> None:
        """Say for a few seconds what needs nobody to do anything, and what one may do about it."""
        self.messages.tell(sentence, *offers)

    def customEvent(self, event: QEvent) -> None:
        """Say what some part in the window has to say."""
        if isinstance(event, Told) and event.refused is not None and self.explains(event.refused):
            return
        if isinstance(event, Told):
            theirs = event.source is self.messages.source if event.stays else self.messages.shown.passes
            if event.words or theirs:  # nobody takes away what another said
                self.messages.tell(
                    event.words, *event.offers, stays=event.stays, source=event.source, heard=event.heard
                )
        elif isinstance(event, Aloud):
            self.messages.speak(event.words, event.about)
        elif isinstance(event, Nowhere) and self.takes_words():
            self.messages.tell_before(self._lost.typed(event.letter, event.source))
        else:
            super().customEvent(event)

    def change_look(self, name: str, zoom: int) -> None:
        """Change theme and zoom, and remember them. It is seen when the loop turns again."""
        theme.choose(name, zoom)
        self._dressing.start()
        self.keep({"theme": theme.chosen(), "zoom": theme.zoom()})

    def keep(self, choices: "Mapping[str, Value]") -> None:
        """Remember choices; where the disk takes none they hold while the window is open, and that is said."""
        try:
            self._settings.set_all(choices)
        except Expected as error:
            self.tell(sentence(error))

    def follow_system(self) -> None:
        """Take the theme that the system now asks for, unless the person chose one."""
        before = theme.name()
        theme.choose(theme.chosen(), theme.zoom())
        if theme.name() != before:
            self._dressing.start()
            self.keep({SEEN_THEME: theme.name()})

    def make_anew(self) -> None:
        """Let what the pages say of keys be as it is now. It is seen when the loop turns again."""
        self._dressing.start()

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.look_changing.emit()
            theme.dress(application)
            self._fit_head()
            self.look_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save and close, without a question."""
        if not self.may_close():
            event.ignore()
            return
        with suppress(Expected):  # a full disk: the window comes back where it usually is
            self.keep_geometry()
        super().closeEvent(event)

    def keep_geometry(self) -> None:
        """Remember where the window is, how large, and in which theme. Expected: as Settings.set_all."""
        place = bytes(self.saveGeometry().toBase64().data()).decode()
        self._settings.set_all({"window": place, SEEN_THEME: theme.name()})

    def changeEvent(self, event: QEvent) -> None:
        """Notice when the person turns to another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A short window has a lower strip; the message stays at the foot."""
        super().resizeEvent(event)
        self._fit_head()
        self.messages.shown.lie()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing in the window takes it, closes the message; of a command's key it is said what it is for.

        Letters that nothing takes were to be words.
        """
        if event.key() == early.ESCAPE:
            self.messages.tell("")
            return
        super().keyPressEvent(event)
        shown = self.messages.shown
        if (said := self.said_of_key(event)) and (shown.passes or shown.isHidden()):  # not in place of what is to stay
            self.remark(said)
        elif self.takes_words():
            self.messages.tell_before(self._lost.pressed(event, self.focusWidget()))

    def _fit_head(self) -> None:
        short = layout_of(self.size()).short
        self.head.setFixedHeight(theme.px(sizes.STRIP.short if short else sizes.STRIP.usual))
        if self._strip is not None:
            self._strip.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notice the first painting, which is done when the loop turns again."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _restore(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        if fills(self.screen().availableSize()):
            self.setWindowState(QtCore.Qt.WindowState.WindowMaximized)
        kept = self._settings.get("window", "")
        if isinstance(kept, str) and kept:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode("ascii", "replace"))))
