"""The service's words for the types of its cases: each asked once, for all its rows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from inspector_app.core.domain.cases.case_list import LEFT_OUT, TypeWord
from inspector_app.core.words import count, later, say
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.labels import plain_label, said_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words.framework import type_alone

_SINCE = {
    "framework": later("the framework’s own word"),
    "remembered": later("as in an earlier list"),
    "usual": later("check that it fits"),
    "": later("choose what it means"),
}
_CHOSEN = later("you chose")
_NARROW = 480  # px at 100%: below it what a word means stands under it
_LETTERS = 18  # of a type are seen in a box


class TypeWords(QWidget):
    """A row for each word: how many rows of the list have it, what it is here, and how that is known."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: tuple[TypeWord, ...] = ()
        self.boxes: dict[str, QComboBox] = {}  # by the word's key
        self.states: dict[str, QLabel] = {}
        self._lines: list[tuple[QWidget, ...]] = []
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(sizes.NEAR))
        self._grid.setVerticalSpacing(theme.px(sizes.HAIR))
        for column in (0, 3):  # what may be long
            self._grid.setColumnStretch(column, 1)
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

    def choose(self, means: Mapping[str, str]) -> None:
        """Choose what words mean, by their keys; those that are not asked now are left out."""
        for key in means.keys() & self.boxes.keys():
            if (at := self.boxes[key].findData(means[key])) >= 0:
                self.boxes[key].setCurrentIndex(at)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes, self.states, self._lines = {}, {}, []

    def _add(self, row: int, word: TypeWord, types: Sequence[str]) -> None:
        name = said_label(self, word.text)
        box, state = (
            theme.role(DropDown(self), "chip"),
            theme.role(plain_label(_SINCE[word.since].say(), self), "small"),
        )
        state.setWordWrap(True)  # else the page would have to be scrolled sideways at 150%
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
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
        self._lines.append((name, rows, box, state))
        self._place(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, what a word means stands under it."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            for row in range(len(self._lines)):
                self._place(row)

    def _place(self, row: int) -> None:
        name, rows, box, state = self._lines[row]
        down, after = 2 * row + int(self._narrow), 0 if self._narrow else 2
        for part, at in ((name, (2 * row, 0)), (rows, (2 * row, 1)), (box, (down, after)), (state, (down, after + 1))):
            self._grid.addWidget(part, *at)

    def _on_chosen(self, state: QLabel) -> None:
        state.setMinimumHeight(state.height())  # fewer words leave the rows below where the pointer is about to go
        state.setText(_CHOSEN.say())
        self.changed.emit()
