"""The filters of a search: what answer, on what, whose, with or without a note, which mark, sample and stage."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.finding.search import Wanted
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.text.marks import MARKS
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.look import theme
from inspector_app.ui.places.find.filter_chip import ChipBox, FilterChip
from inspector_app.ui.words import found as found_words


def _about(framework: Framework) -> tuple[str, str]:
    return (say("Theme"), say("Any theme")) if framework.has_themes else (say("Question"), say("Any question"))


class SearchFilters(QWidget):
    """A chip for each filter. Signals `changed` when the person chooses."""

    changed = Signal()

    def __init__(self, framework: Framework, me: str) -> None:
        super().__init__()
        self._me = me
        answers = [(words.say(), code) for code, words in found_words.ANSWERS.items()]
        stages = [(words.say(), code) for code, words in found_words.STAGES.items()]
        self._chips = {
            "answer": FilterChip(say("Answer"), "Any answer", answers),
            "about": FilterChip(*_about(framework), found_words.abouts(framework)),
            "inspector": FilterChip(say("Inspector"), "Everybody’s cases", found_words.people((), me)),
            "note": FilterChip(
                say("Note"), "With or without note", [("With note", "with"), ("Without note", "without")]
            ),
            "mark": FilterChip(say("Mark"), "Any mark", [(words, kind.value) for kind, words in MARKS.items()]),
            "sample": FilterChip(say("Sample"), "All samples", [(s.title, s.code) for s in framework.samples]),
            "stage": FilterChip(say("Stage"), "All stages", stages),
        }
        self._boxes: dict[str, ChipBox] = {name: chip.box for name, chip in self._chips.items()}
        self.clear_all = theme.role(PressButton(say("Clear the filters"), self), "plain")
        self.clear_all.clicked.connect(self._clear)
        self.setLayout(Flow(*self._chips.values(), self.clear_all))
        if not framework.has_several_samples:
            self._chips["sample"].hide()
        for chip in self._chips.values():
            chip.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        self.clear_all.setVisible(self.wanted.any)
        self.changed.emit()

    def _clear(self) -> None:
        self.set_wanted(Wanted())
        self._boxes["answer"].setFocus()
        self.changed.emit()

    def set_team(self, team: Sequence[Person]) -> None:
        """Whose cases one can ask for; what is chosen stays."""
        box = self._boxes["inspector"]
        chosen = box.currentData()
        with QSignalBlocker(self):
            box.fill(found_words.people(team, self._me))
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
        with QSignalBlocker(self):
            for name, box in self._boxes.items():
                value = getattr(wanted, name)
                box.setCurrentIndex(max(0, box.findData(notes.get(value, "") if name == "note" else value)))
