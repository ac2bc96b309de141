"""A sheet over the window, such as the palette: Esc or a click beside it closes it and gives the focus back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.look import sizes, theme


class Sheet(QFrame):
    """Lies over its parent, in the middle near the top; Tab stays in it while it is open."""

    def __init__(self, over: QWidget, name: str, width: int) -> None:
        super().__init__(over)
        theme.role(self, "card")
        self.setAccessibleName(name)
        self._width = width
        self._before: QWidget | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(theme.px(2 * theme.GRID),) * 4)
        self.body.setSpacing(theme.px(theme.GRID))
        over.installEventFilter(self)
        self.hide()

    def close_at_foot(self) -> PressButton:
        """A button at the foot of it, at the right and as wide as its word, that closes it."""
        close = PressButton(say("Close"))
        close.clicked.connect(self.end)
        self.body.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        return close

    def begin(self, focus: QWidget) -> None:
        """Show the sheet with the focus on one of its widgets."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._lie()
        self.show()
        self.raise_()
        focus.setFocus()

    def end(self) -> None:
        """Close the sheet and give the focus back to where it was."""
        if self.isVisible():
            before, self._before = self._before, None
            if before is not None and isValid(before) and before.isVisible():  # another look makes the pages anew
                before.setFocus()  # first, or Qt gives it to what comes next in the window, which is heard
            self.hide()

    def fit(self) -> None:
        """As high as what is in it now."""
        self.body.activate()
        self._lie()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what it lies over; close on a click beside it."""
        if watched is self.parent() and self.isVisible():
            if event.type() == QEvent.Type.Resize:
                self._lie()
            elif event.type() == QEvent.Type.MouseButtonPress:
                self.end()
        return False

    def focusNextPrevChild(self, following: bool) -> bool:
        """Keep Tab within the sheet."""
        boxes = [w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and _takes_keys(w)]
        here = QApplication.focusWidget()
        if here not in boxes:
            return super().focusNextPrevChild(following)
        boxes[(boxes.index(here) + (1 if following else -1)) % len(boxes)].setFocus()
        return True

    def wide(self) -> int:
        """How wide it is, in a window of this size."""
        over = self.parentWidget()
        most = theme.px(self._width)
        return most if over is None else min(most, over.width() - theme.px(2 * sizes.APART))

    def most_high(self, over: QWidget) -> int:
        """How high it may be over that."""
        return over.height() - theme.px(4 * sizes.APART)

    def _lie(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        width = self.wide()
        height = min(self.sizeHint().height(), self.most_high(over))
        self.setGeometry((over.width() - width) // 2, theme.px(2 * sizes.APART), width, height)


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()
