"""One labelled box of a form, with its error in place under it."""

from collections.abc import Iterable

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from inspector_app.ui.controls.fields.fact import as_shown
from inspector_app.ui.controls.fields.reason import Reason, mark_wrong
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme


class Field(QWidget):
    """A label, a box it is the buddy of, an optional hint, what acts on the box beside it, and room for what is wrong."""

    def __init__(
        self, label: str, box: QWidget, hint: str = "", beside: QWidget | None = None, *, lines: int = 1
    ) -> None:
        """`lines`: how many are kept free for what is wrong."""
        super().__init__()
        self.box = box
        self._hint = hint
        name = theme.role(plain_label(label, self), "field")
        name.setBuddy(box)
        box.setAccessibleName(as_shown(label))
        box.setAccessibleDescription(hint)
        for choice in box.findChildren(QRadioButton):  # each is heard alone, and "England" is of the nation
            choice.setAccessibleDescription(as_shown(label))
        self._reason = Reason(self, lines)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(name)
        if hint:
            said = theme.role(plain_label(hint, self), "small")
            said.setWordWrap(True)
            layout.addWidget(said)
        line = QHBoxLayout()
        line.setSpacing(theme.px(sizes.CLOSE))
        line.addWidget(
            box, 0 if isinstance(box, QComboBox) else 1
        )  # a few words are read faster in a box of their width
        if isinstance(box, QComboBox):
            line.addStretch(1)
        if beside is not None:
            line.addWidget(beside)
        layout.addLayout(line)
        layout.addWidget(self._reason)
        if isinstance(box, QLineEdit):
            box.textEdited.connect(lambda: self.set_wrong(""))
        elif isinstance(box, QComboBox):
            box.currentIndexChanged.connect(lambda: self.set_wrong(""))

    def hideEvent(self, event: QHideEvent) -> None:
        """What was wrong with an empty box is of the visit on which it was tried: nobody comes back to a red field."""
        super().hideEvent(event)
        if self.wrong and isinstance(self.box, QLineEdit) and not self.box.text() and not event.spontaneous():
            self.set_wrong("")

    @property
    def wrong(self) -> str:
        """What is wrong, or ""."""
        return self._reason.text()

    def set_wrong(self, text: str) -> None:
        """Say under the box what is wrong with it; "" for nothing."""
        self._reason.say(text)
        self.box.setAccessibleDescription(text or self._hint)
        mark_wrong(self.box, wrong=bool(text))


def first_wrong(wrongs: Iterable[tuple[Field, str]]) -> Field | None:
    """Say under each field what is wrong with it, "" for nothing; the first that is wrong, focused, or None."""
    first = None
    for field, sentence in wrongs:
        field.set_wrong(sentence)
        first = first or (field if sentence else None)
    if first is not None:
        first.box.setFocus()
    return first


def secret_box(parent: QWidget | None = None) -> QLineEdit:
    """A box that shows nothing of what is typed into it."""
    box = QLineEdit(parent)
    box.setEchoMode(QLineEdit.EchoMode.Password)
    return box
