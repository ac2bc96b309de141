"""The boxes over the list of cases, by which one says which of them to show."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import Later, later, say
from inspector_app.ui import actions
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.search_line import searching
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words.review import Shown


class Which(Enum):
    """Which cases are asked for by the buttons over the list."""

    ALL = "all"
    MINE = "mine"
    TO_REVIEW = "to review"
    WITH_GAPS = "with gaps"


_WHICH: dict[Which, Later] = {
    Which.ALL: later("All"), Which.MINE: later("Mine"), Which.TO_REVIEW: later("To review"),
    Which.WITH_GAPS: later("With gaps"),
}  # fmt: skip


def which_box() -> DropDown:
    """Which cases; the data of an item is a Which."""
    box = DropDown()
    for which, words in _WHICH.items():
        box.addItem(words.say(), which)
    box.setAccessibleName(say("Show which cases"))
    return box


def sample_box(framework: Framework) -> DropDown:
    """Which sample; the data of an item is its code, "" for all."""
    box = DropDown()
    box.addItem("All samples", "")
    for sample in framework.samples:
        box.addItem(sample.title, sample.code)
    box.setAccessibleName("Show which sample")
    return box


def stage_box() -> DropDown:
    """Which stage; the data of an item is the value of a Shown, "" for all."""
    box = DropDown()
    box.addItem("All stages", "")
    for shown in Shown:
        box.addItem(shown.words.capitalize(), shown.value)
    box.setAccessibleName("Show which stage of review")
    return box


class SearchBox(QLineEdit):
    """Esc empties it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty it, or what it did before."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def search_box() -> SearchBox:
    """A text in reference, type or inspector."""
    box = SearchBox()
    box.setAccessibleName("Search the cases")
    box.setPlaceholderText(f"Search ({actions.keys('search')})")
    searching(box)
    box.setMaximumWidth(theme.px(sizes.BOX_LONG))
    return box
