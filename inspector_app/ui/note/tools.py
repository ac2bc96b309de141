"""Small buttons beside a note that one is in: bold, and the five marks. One stop of Tab; arrows go from one to the next."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.ui import actions
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.look import theme
from inspector_app.ui.look.mark_shapes import paint_mark
from inspector_app.ui.note.keys import MARK_CODES

SIDE = 24  # px at 100%: the least a target may measure (WCAG 2.2, 2.5.8)
_SHAPE = 11
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Tool(PressButton):
    """A button with a letter or the shape of a mark on it. A click leaves the focus in the note."""

    def __init__(self, code: str, parent: "NoteTools") -> None:
        super().__init__("B" if code == "bold" else "", parent)
        self._mark, self._tools = MARK_CODES.get(code), parent
        command = actions.command(code)
        theme.role(self, "tool")
        self.setFixedSize(theme.px(SIDE), theme.px(SIDE))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(f"{command.text} ({actions.keys(code)})")
        self.setAccessibleName(command.text)
        self.setAccessibleDescription(f"{command.tip} ({actions.keys(code)})")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are for the row of buttons; Qt would go to whatever it thinks comes next."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then the shape."""
        super().paintEvent(event)
        if self._mark is not None:
            side = theme.px(_SHAPE)
            box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            paint_mark(QPainter(self), box, self._mark)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The row of buttons may have been left."""
        super().focusOutEvent(event)
        self._tools.left.emit()


class NoteTools(QWidget):
    """The buttons. `wanted` says which command of the note was asked for."""

    wanted = Signal(str)
    left = Signal()  # the focus has gone from one of them, perhaps to the next
    back = Signal()  # Escape: into the note again

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons = [_Tool(code, self) for code in ("bold", *MARK_CODES)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for code, button in zip(("bold", *MARK_CODES), self.buttons, strict=True):
            button.clicked.connect(partial(self._on_clicked, code))
            layout.addWidget(button)
        self.stop = self.buttons[0]
        self.stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def focused(self) -> bool:
        """Whether one of the buttons has the focus."""
        return any(button.hasFocus() for button in self.buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along, Escape goes back; letters do nothing here, least of all to the row around."""
        if event.key() in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        elif event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()

    def _step(self, by: int) -> None:
        at = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), 0)
        before, now = self.buttons[at], self.buttons[(at + by) % len(self.buttons)]
        now.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QWidget.setTabOrder(before, now)
        now.setFocus(Qt.FocusReason.OtherFocusReason)
        before.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stop = now

    def _on_clicked(self, code: str, _checked: bool = False) -> None:
        self.wanted.emit(code)
