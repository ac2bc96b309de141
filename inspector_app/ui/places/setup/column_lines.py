"""A line for each thing that a list can say of a case: which column says it, and how that is known."""

from collections.abc import Container, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

from inspector_app.core.domain.cases.case_list import COLUMNS, Listing
from inspector_app.core.domain.framework import Sample
from inspector_app.core.words import say
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup import column_boxes

_NAME, _BOX, _KNOWN = range(3)
_LETTERS = 12  # of a heading are seen in a box at least
_NARROW = 480  # px at 100%: below it a box stands under its name


class ColumnLines(QWidget):
    """Signals `changed` when something is read from another column, or rows without a sample are of another."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QComboBox] = {column.code: _box(self) for column in COLUMNS}
        self.states: dict[str, QLabel] = {code: theme.role(plain_label(parent=self), "known") for code in self.boxes}
        self.sample = _box(self)
        self._sample_name, self._sample_state = (
            plain_label(say("Rows without a sample"), self),
            plain_label(parent=self),
        )
        self._guessed: Mapping[str, int] = {}
        self._by_heading: Container[str] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(sizes.NEAR))
        self._grid.setVerticalSpacing(sizes.HAIR)
        self._grid.setColumnStretch(_BOX, 1)
        self._lines = [
            (plain_label(column.name, self), self.boxes[column.code], self.states[column.code]) for column in COLUMNS
        ]
        under = 1 + list(self.boxes).index("sample")  # where rows that name none are asked about, it is in view
        self._lines.insert(under, (self._sample_name, self.sample, self._sample_state))
        for name, box, _state in self._lines:
            name.setBuddy(box)
            box.setAccessibleName(name.text())
            box.currentIndexChanged.connect(self._on_changed)
        self._narrow: bool | None = None
        self._place(narrow=False)

    @property
    def stops(self) -> list[QComboBox]:
        """Where Tab stops, in order."""
        return [box for _name, box, _state in self._lines]

    def heightForWidth(self, _width: int) -> int:
        """So high are all lines, which may be scrolled (Bounded)."""
        return self._grid.totalSizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, each box stands under its name."""
        super().resizeEvent(event)
        self._place(narrow=self.width() < theme.px(_NARROW))

    def _place(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for row, (name, box, state) in enumerate(self._lines):
            self._grid.addWidget(name, 2 * row, _NAME)
            self._grid.addWidget(state, 2 * row, _KNOWN)
            self._grid.addWidget(box, 2 * row + int(narrow), _NAME if narrow else _BOX, 1, 3 if narrow else 1)

    def show_columns(self, listing: Listing, guessed: Mapping[str, int], by_heading: Container[str]) -> None:
        """Offer the columns of a list, and choose those that were `guessed`: `by_heading`, or by what they hold."""
        self._guessed, self._by_heading = guessed, by_heading
        column_boxes.fill(self.boxes, listing, guessed)
        self._say_states()

    def offer_samples(self, samples: tuple[Sample, ...]) -> None:
        """Of which sample rows are that name none: as their type says until one is chosen; not asked where one is alone."""
        self.sample.clear()
        self.sample.addItem(say("by their type"), "")
        for sample in samples:
            self.sample.addItem(sample.title, sample.code)
        column = list(self.boxes).index("sample")
        for line in self._lines[column : column + 2]:
            for part in line:
                part.setVisible(len(samples) > 1)

    def choose(self, places: Mapping[str, int], sample: str) -> None:
        """Choose these columns and that sample, as somebody did before."""
        column_boxes.choose(self.boxes, places)
        self.sample.setCurrentIndex(max(0, self.sample.findData(sample)))

    def places(self) -> dict[str, int]:
        """The column that each thing stands in; what is not in the list is left out."""
        return column_boxes.chosen(self.boxes)

    def _on_changed(self) -> None:
        self._say_states()
        self.changed.emit()

    def _say_states(self) -> None:
        places = self.places()
        for code, label in self.states.items():
            known = code in places and places[code] == self._guessed.get(code)
            how = say("by its heading") if code in self._by_heading else say("by what it holds")
            label.setText(how if known else say("you chose") if code in places else "")
        if "ref" not in places:  # the one without which nothing is imported
            self.states["ref"].setText(say("to be chosen"))
        theme.role(self.states["ref"], "known" if "ref" in places else "wrong")


class ColumnBox(DropDown):
    """Of what a service wrote, which may be as long as it likes: what has no room ends with a sign that more follows."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Qt would break the words off within a letter. The list below has them whole."""
        super().initStyleOption(option)
        kind, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, field, self).width() - sizes.HAIR
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)


def _box(parent: QWidget) -> ColumnBox:
    made = theme.role(ColumnBox(parent), "chip")
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_LETTERS)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made
