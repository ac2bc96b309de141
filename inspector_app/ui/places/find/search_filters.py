"""The filters of a search: what answer, on what, whose, with or without a note, which mark, sample and stage."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.marks import MARKS
from inspector_app.core.domain.search import Wanted
from inspector_app.ui.controls.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.look import theme
from inspector_app.ui.words import found as found_words

_WIDE = 190  # px at 100%: of a box


class SearchFilters(QWidget):
    """A box for each filter. Signals `changed` when the person chooses."""

    changed = Signal()

    def __init__(self, framework: Framework, me: str) -> None:
        super().__init__()
        self._me = me
        swapped = [(words.say(), code) for code, words in found_words.ANSWERS.items()]
        self._boxes: dict[str, QComboBox] = {
            "answer": _box("Any answer", swapped),
            "about": _box("Any question", found_words.abouts(framework)),
            "inspector": _box("Everybody's cases", found_words.people((), me)),
            "note": _box("With or without note", [("With note", "with"), ("Without note", "without")]),
            "mark": _box("Any mark", [(words, kind.value) for kind, words in MARKS.items()]),
            "sample": _box("All samples", [(s.title, s.code) for s in framework.samples]),
            "stage": _box("All stages", [(words.say(), code) for code, words in found_words.STAGES.items()]),
        }
        flow = Flow(*self._boxes.values())
        self.setLayout(flow)
        for box in self._boxes.values():
            box.currentIndexChanged.connect(self.changed)

    def set_team(self, team: Sequence[Person]) -> None:
        """Whose cases one can ask for; what is chosen stays."""
        box = self._boxes["inspector"]
        chosen = box.currentData()
        with QSignalBlocker(box):
            _fill(box, found_words.people(team, self._me))
            box.setCurrentIndex(max(0, box.findData(chosen)))

    @property
    def wanted(self) -> Wanted:
        """What is chosen."""
        chosen = {name: str(box.currentData()) for name, box in self._boxes.items()}
        note = found_words.NOTES.get(chosen.pop("note"))
        return Wanted(note=note, **chosen)

    def set_wanted(self, wanted: Wanted) -> None:
        """Choose this, without a signal. What is not there any more is not asked for."""
        notes = {value: code for code, value in found_words.NOTES.items()}
        for name, box in self._boxes.items():
            value = getattr(wanted, name)
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(notes.get(value, "") if name == "note" else value)))


def _box(everything: str, entries: Iterable[tuple[str, str]]) -> DropDown:
    box = DropDown()
    box.setAccessibleName(everything)
    box.addItem(everything, "")
    _fill(box, entries)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setFixedWidth(theme.px(_WIDE))
    return box


def _fill(box: QComboBox, entries: Iterable[tuple[str, str]]) -> None:
    while box.count() > 1:
        box.removeItem(1)
    for words, code in entries:
        box.addItem(words, code)
