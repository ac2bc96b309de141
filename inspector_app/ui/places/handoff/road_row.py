"""By which road a package goes, in how many files, and how large it is: said before it is made."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector_app.core.domain.roads import ROADS, Road
from inspector_app.core.services import handoffs
from inspector_app.core.words import count, say
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import contents

_MEGABYTE = 1_000_000  # as mail counts
_MOST = (0, 5, 10, 20)  # megabytes of one file; 0 for as large as it is


class RoadRow(QWidget):
    """Mail and the department's drive are named before a stick, which is restricted in government.

    `large` says how large the package would be, and is placed by whoever makes the row.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.road, self.cut = DropDown(self), DropDown(self)
        self.large = theme.role(text_label(self), "small")
        self._bytes = 0
        for road in ROADS:
            self.road.addItem(str(contents.ROADS[road]), road)
        for most in _MOST:
            whole = say("one file")
            words = count(most, "files of at most {n} MB", "files of at most {n} MB") if most else whole
            self.cut.addItem(words, most * _MEGABYTE)
        self.cut.currentIndexChanged.connect(self._say)
        by, as_ = plain_label(say("It goes by"), self), plain_label(say("as"), self)
        by.setBuddy(self.road)
        as_.setBuddy(self.cut)
        self.road.setAccessibleName(by.text())
        self.cut.setAccessibleName(as_.text())
        self.large.setWordWrap(False)
        self.setLayout(Flow(_together(by, self.road), _together(as_, self.cut)))

    @property
    def chosen(self) -> Road:
        """The road."""
        return Road(self.road.currentData())

    @property
    def part(self) -> int:
        """The bytes that a file may have; 0 for any number."""
        return int(self.cut.currentData())

    def set_size(self, number: int) -> None:
        """Say how large it would be, in bytes; 0 while that is not known."""
        self._bytes = number
        self._say()

    def _say(self) -> None:
        if not self._bytes:
            self.large.setText(" ")  # the line is kept: nothing moves when it is known
            return
        said = (contents.size(self._bytes), contents.files(handoffs.files_needed(self._bytes, self.part)))
        self.large.setText(say("Size: {size}", size=", ".join(part for part in said if part)))


def _together(*parts: QWidget) -> QWidget:
    """A word and the box it is of go to the next line together."""
    held = QWidget()
    across = QHBoxLayout(held)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(theme.px(sizes.CLOSE))
    for part in parts:
        across.addWidget(part)
    return held
