"""The service's words for the types of its cases: each asked once, for all its rows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from inspector_app.core.domain.cases.case_list import LEFT_OUT, TypeWord
from inspector_app.core.words import count, later, say
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import theme
from inspector_app.ui.words.framework import type_alone

_SINCE = {
    "framework": later("the framework’s own word"),
    "remembered": later("you said so before"),
    "usual": later("what it usually means: look whether it does here"),
    "": later("not known: choose what it means"),
}
_CHOSEN = later("you chose")


class TypeWords(QWidget):
    """A row for each word: how many rows of the list have it, what it is here, and how that is known."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: tuple[TypeWord, ...] = ()
        self.boxes: dict[str, QComboBox] = {}  # by the word's key
        self.states: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(2 * theme.GRID))
        self._grid.setColumnStretch(3, 1)
        self.hide()

    def show_words(self, words: Sequence[TypeWord], types: Sequence[str]) -> None:
        """Ask these; the same ones again keep what was chosen."""
        if tuple(words) == self._words:
            return
        self._words = tuple(words)
        self._clear()
        for row, word in enumerate(self._words):
            self._add(row, word, types)
        self.setVisible(bool(self._words))

    def means(self) -> dict[str, str]:
        """What each word means, by its key (TypeWord.means)."""
        return {key: str(box.currentData()) for key, box in self.boxes.items()}

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes, self.states = {}, {}

    def _add(self, row: int, word: TypeWord, types: Sequence[str]) -> None:
        name = plain_label(word.text, self)
        box, state = DropDown(self), theme.role(plain_label(_SINCE[word.since].say(), self), "quiet")
        state.setWordWrap(True)  # else the page would have to be scrolled sideways at 150%
        box.setAccessibleName(say("{word}: type", word=word.text))
        box.addItem(say("as it stands"), "")
        for kind in types:
            box.addItem(type_alone(kind), kind)
        box.addItem(say("leave these rows out"), LEFT_OUT)
        box.setCurrentIndex(box.findData(word.means))
        box.setEnabled(word.since != "framework")
        box.currentIndexChanged.connect(lambda _at, state=state: self._on_chosen(state))
        self.boxes[word.key], self.states[word.key] = box, state
        rows = plain_label(count(word.rows, "{n} row", "{n} rows"), self)
        for column, part in enumerate((name, rows, box, state)):
            self._grid.addWidget(part, row, column)

    def _on_chosen(self, state: QLabel) -> None:
        state.setText(_CHOSEN.say())
        self.changed.emit()
