"""One key leaves only the prompt in hand on the screen: for when somebody else looks at it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.main_window import TITLE
from inspector_app.ui.window.sheets.sheet import Sheet

_WAYS_OUT = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMES = (QEvent.Type.Show, QEvent.Type.ZOrderChange)


class Cover(Sheet):
    """Lies over all of the window and says the words of the prompt: no case, no answer, no note, no name.

    Nor does the window's title, which stands above it and in the lists of windows, say whose inspection it is meanwhile.
    """

    def __init__(self, over: QWidget, message: QWidget) -> None:
        """`message` is what else lies over the window: it stays beneath, for it may name a case."""
        super().__init__(over, actions.command("cover").text, width=sizes.COLUMN)
        self._message = message
        message.installEventFilter(self)
        self._over, self._title = over, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = theme.role(text_label(self), "title")
        way = theme.role(text_label(self), "quiet")
        way.setText(say("Press {key} or Esc to go back.", key=actions.keys("cover")))
        self.body.addStretch(1)
        self.body.addWidget(self.words)
        self.body.addWidget(way)
        self.body.addStretch(2)

    def open(self, words: str) -> None:
        """Cover everything but these; "" where no prompt is in hand."""
        self.words.setText(words)
        self.setAccessibleDescription(words)
        self.begin(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Enter lead back; no other key does anything behind it."""
        if event.key() in _WAYS_OUT:
            self.end()

    def showEvent(self, event: QShowEvent) -> None:
        """The title goes with what is covered."""
        super().showEvent(event)
        self._cover_title()

    def hideEvent(self, event: QHideEvent) -> None:
        """And comes back with it, as it would be by now."""
        super().hideEvent(event)
        if self._title:
            self._over.setWindowTitle(self._title)

    def _cover_title(self) -> None:
        if self._over.windowTitle() != TITLE:
            self._title = self._over.windowTitle()
            self._over.setWindowTitle(TITLE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Nothing that is said meanwhile comes to lie over it, or into the title."""
        if watched is self._over and self.isVisible() and event.type() is QEvent.Type.WindowTitleChange:
            self._cover_title()
        if watched is self._message and self.isVisible() and event.type() in _COMES:
            self.raise_()
        return super().eventFilter(watched, event)

    def _lie(self) -> None:
        over = self.parentWidget()
        if over is not None:
            edge = max(theme.px(sizes.PAGE), (over.width() - theme.px(sizes.COLUMN)) // 2)
            self.body.setContentsMargins(edge, 0, edge, 0)
            self.setGeometry(over.rect())
