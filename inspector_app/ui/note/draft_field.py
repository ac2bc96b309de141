"""A box for what is written now and sent later: it keeps itself on this laptop with every word, and sends nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.page_keys import code_of
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.taking_back import walk

KEPT = "Kept on this laptop while you write; colleagues get it when you send it."


class DraftBox(NoteBox):
    """A note box with undo of its own: a draft has no history, and undo must not reach through to the case."""

    finished = Signal()  # by Ctrl+Enter, as a message is sent

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo the typing in this box, and say what that was; Ctrl+Enter says that it is finished, once if held."""
        if _finishes(event):
            if not event.isAutoRepeat():
                self.finished.emit()
            return
        code = code_of(event)
        if code not in ("undo", "redo"):
            super().keyPressEvent(event)
        elif said := walk(self, code):
            tell(self, said)


class DraftField(QWidget):
    """The box, a line on where its text is, and the buttons that send it or leave it for later."""

    sent = Signal(str)  # the text, which is kept until the owner forgets it
    left = Signal()

    def __init__(self, send: str, kept: str, parent: QWidget) -> None:
        super().__init__(parent)
        box = DraftBox()
        self.note = NoteField(self, box, marks=False)  # a comment, a point, a reason: nothing of it is evidence
        self.box = self.note.box
        self.send = theme.role(PressButton(send, self), "primary")
        self.leave = PressButton(say("Keep for later"), self)
        self.leave.setToolTip(say("It stays here as you wrote it, and goes to nobody"))
        self.send.setToolTip(say("Ctrl+Enter while you write it"))
        self.send.clicked.connect(self._send)
        box.finished.connect(self.send.click)
        self.leave.clicked.connect(self.left)
        self.box.textChanged.connect(self._show_state)
        about = theme.role(text_label(self), "small")
        about.setText(kept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self.note)
        layout.addWidget(about)
        layout.addLayout(Flow(self.send, self.leave))
        self._needs_text = True
        self._show_state()

    def show_value(self, target: Target, name: str, text: str, door: Door) -> None:
        """Show the draft about an item; unsaved text of this one stays."""
        self.note.show_value(target, name, text, "", door)

    def write_on(self) -> None:
        """Go into the box, behind what is there."""
        self.box.setFocus()
        self.box.moveCursor(self.box.textCursor().MoveOperation.End)

    def allow_empty(self) -> None:
        """What is sent may go without words."""
        self._needs_text = False
        self._show_state()

    def _send(self) -> None:
        if self.box.flush():
            self.sent.emit(self.box.text())

    def _show_state(self) -> None:
        self.send.setEnabled(bool(self.box.text().strip()) or not self._needs_text)


def _finishes(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.ControlModifier and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
