"""One labelled line of a form that saves itself; what cannot be taken is said under it and holds nobody up."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Code, Expected
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import theme
from inspector_app.ui.note.box import RETRY_AFTER, SAVE_AFTER
from inspector_app.ui.note.door import Target, Write

_CONTESTED = "Contested: two people wrote different things. Settle it on the conflict desk."
Form = Callable[[str], str]  # text as typed -> as it is shown once it is saved


def plain(text: str) -> str:
    """The text without white space that means nothing."""
    return " ".join(text.split())


class FactBox(QLineEdit):
    """Saves while one types what can be taken; of what cannot, it speaks only when it is left."""

    saved = Signal(str)  # ISO 8601 UTC
    refused = Signal(object)  # Expected
    accepted = Signal()  # what it holds is on disk, or is to be shown as it came

    def __init__(self, form: Form, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self._target: Target | None = None
        self._write: Write | None = None
        self._stored = ""
        self._session: ChangeId | None = None
        self._wrong = False
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._timer.timeout.connect(lambda: self._save(speak=False))
        self.textEdited.connect(lambda: self._timer.isActive() or self._timer.start(SAVE_AFTER))
        self.returnPressed.connect(self.leave)

    def is_bound(self, target: Target, write: Write) -> bool:
        """Whether this line writes to that field by that door."""
        return self._target == target and self._write == write

    def bind(self, target: Target, stored: str, typed: str | None, write: Write) -> None:
        """Show another field. `typed`: a text that could not be taken when it was last written here."""
        self.leave()
        self._target, self._write = target, write
        self._stored, self._wrong = stored, typed is not None
        self.setText(stored if typed is None else typed)
        self.accepted.emit()
        if typed is not None:
            self._save(speak=True)

    def refresh(self, stored: str) -> None:
        """Take what came from elsewhere, unless something typed here is not stored."""
        if self.text() == self._stored and stored != self._stored:
            self._stored = stored
            self.setText(stored)

    def flush(self) -> bool:
        """Put what was typed on disk. False only when the disk could not take it."""
        return self._save(speak=True)

    def leave(self) -> bool:
        """Save, and show the text in its usual form; the next save is a step of its own in the history."""
        written = self._save(speak=True)
        if self.text() == self._stored and self._form(self._stored) != self._stored:
            self._stored = self._form(self._stored)
            self.setText(self._stored)
        self._session = None
        return written

    def _save(self, *, speak: bool) -> bool:
        self._timer.stop()
        text = self.text()
        if (text == self._stored and not self._wrong) or self._write is None or self._target is None:
            return True
        try:
            done = self._write(self._target, text, self._session)
        except Expected as error:
            kept = self._wrong = error.code is Code.VALUE_INVALID
            if speak or not kept:
                self.refused.emit(error)
            if not kept:
                self._timer.start(RETRY_AFTER)
            return kept
        self._stored, self._wrong = text, False
        self._session = done.change or self._session
        self.accepted.emit()
        self.saved.emit(done.at)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:  # suggestions came up: one is still here
            self.leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """A line that goes out of sight holds nothing unsaved."""
        super().hideEvent(event)
        self.leave()


class FactLine(QWidget):
    """The label, the line, and under it what is wrong with it or worth knowing."""

    def __init__(self, label: str, parent: QWidget, form: Form = plain, hint: str = "") -> None:
        super().__init__(parent)
        self._label = label
        self._suggested: tuple[str, ...] = ()
        name = theme.role(QLabel(label, self), "label")
        self.box = FactBox(form, self)
        name.setBuddy(self.box)
        self.box.setAccessibleName(label)
        self._hint = theme.role(text_label(self), "small")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.remark = theme.role(text_label(self), "small")
        self.problem = theme.role(text_label(self), "error")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(3))
        for widget in (name, self._hint, self.box, self.remark, self.problem):
            layout.addWidget(widget)
        self.say("")
        self._show_problem("")
        self.box.refused.connect(lambda error: self._show_problem(sentence(error)))
        self.box.accepted.connect(lambda: self._show_problem(""))

    def suggest(self, words: Sequence[str]) -> None:
        """Offer these while somebody types."""
        if tuple(words) == self._suggested:
            return
        self._suggested = tuple(words)
        completer = QCompleter(list(words), self.box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.box.setCompleter(completer)

    def set_value(
        self, target: Target, text: str, typed: str | None, write: Write, subject: str, *, contested: bool
    ) -> None:
        """Show a field; what is typed and not stored stays. `subject` is whose it is, for a screen reader."""
        if self.box.is_bound(target, write):
            self.box.refresh(text)
        else:
            self.box.bind(target, text, typed, write)
        self.box.setAccessibleName(f"{subject}: {self._label}")
        self.say(_CONTESTED if contested else "")

    def say(self, remark: str) -> None:
        """Point something out under the line; "" for nothing."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))
        self.box.setAccessibleDescription(self.problem.text() or remark or self._hint.text())

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.box.setAccessibleDescription(text or self.remark.text() or self._hint.text())
        if bool(self.box.property("wrong")) != bool(text):
            self.box.setProperty("wrong", bool(text))
            self.box.style().unpolish(self.box)
            self.box.style().polish(self.box)
