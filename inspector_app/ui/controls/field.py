"""One labelled box of a form, with its error in place under it."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon


class Field(QWidget):
    """A label, a box it is the buddy of, an optional hint, and room for what is wrong."""

    def __init__(self, label: str, box: QWidget, hint: str = "") -> None:
        super().__init__()
        self.box = box
        self._hint = hint
        name = theme.role(QLabel(label), "label")
        name.setBuddy(box)
        box.setAccessibleName(label.replace("&", ""))
        box.setAccessibleDescription(hint)
        self._sign, self._wrong = QLabel(), theme.role(QLabel(), "wrong")
        self._wrong.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(name)
        if hint:
            said = theme.role(QLabel(hint), "small")
            said.setWordWrap(True)
            layout.addWidget(said)
        layout.addWidget(box)
        layout.addLayout(self._reason())
        if isinstance(box, QLineEdit):
            box.textEdited.connect(lambda: self.set_wrong(""))

    def _reason(self) -> QHBoxLayout:
        """The line of what is wrong; its room is there before, so that nothing below moves."""
        line = QHBoxLayout()
        line.setSpacing(theme.px(sizes.TIGHT))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._wrong, 1)
        self._wrong.setMinimumHeight(theme.px(sizes.REASON))
        self._sign.hide()
        return line

    @property
    def wrong(self) -> str:
        """What is wrong, or ""."""
        return self._wrong.text()

    def set_wrong(self, text: str) -> None:
        """Say under the box what is wrong with it; "" for nothing."""
        if text == self._wrong.text():
            return
        self._wrong.setText(text)
        self._sign.setVisible(bool(text))
        if text and self._sign.pixmap().isNull():  # drawings are loaded when there is something to say
            side = theme.px(sizes.SIGN)
            drawing = icon("warning", theme.colours().error, side, self.devicePixelRatioF())
            self._sign.setPixmap(drawing.pixmap(QSize(side, side)))
        self.box.setAccessibleDescription(text or self._hint)
        self.box.setProperty("wrong", bool(text))
        style = self.box.style()
        style.unpolish(self.box)
        style.polish(self.box)


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
