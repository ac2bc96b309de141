"""What stands under the words of a recommendation: priority, deadline and what it rests on; or what became of it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.draft.recommending import OUTCOMES
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.words import Later, later, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.filled import Filled
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.day_form import DEADLINE
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.fact_line import FactLine
from inspector_app.ui.note.line import TEXT, Form
from inspector_app.ui.note.saving import Chosen

_PRIORITIES = {"": later("None"), "high": later("High"), "medium": later("Medium"), "low": later("Low")}
_OUTCOMES = {"": later("Not said")} | OUTCOMES


class BesideText(QWidget):
    """A choice and a line of one text, each saving itself."""

    failed = Signal(object)  # Expected
    rests_asked = Signal()

    def __init__(self, entity: str, choice: tuple[str, Later, dict[str, Later]], line: tuple[str, Later, Form]) -> None:
        """`choice`, `line`: the field, what it is called and what can be chosen, or how it is typed."""
        super().__init__()
        self._entity, (self._choice, called, choices), (self._field, labelled, form) = entity, choice, line
        self.box = Choice(str(called))
        self.box.set_choices((code, str(words)) for code, words in choices.items())
        self._chosen = Chosen(self.box, self.box.show_choice)
        self.box.chosen.connect(self._chosen.choose)
        self._chosen.failed.connect(self.failed)
        self.line = FactLine(str(labelled), self, form)
        self.rests = PressButton("", self)
        self.rests.clicked.connect(self.rests_asked)
        self._lay_out(str(called))

    def _lay_out(self, called: str) -> None:
        chosen = self._under(plain_label(called, self), self.box)
        self._rests = self._under(plain_label(say("Rests on"), self), self.rests)
        layout = Filled(chosen, self.line, self._rests, wide=self.line)
        layout.setSpacing(theme.px(sizes.NEAR))
        self.setLayout(layout)

    def _under(self, label: QWidget, box: QWidget) -> QWidget:
        held = QWidget(self)
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(sizes.TIGHT))
        inside.addWidget(theme.role(label, "field"))  # as over the line beside it: then all boxes stand on one line
        inside.addWidget(box)
        return held

    def set_row(self, row: TextRow, name: str, door: Door) -> None:
        """Show what is stored; what is typed and not saved stays. `name` is what a screen reader calls the text."""
        values = {"priority": row.priority, "due": row.due, "outcome": row.outcome, "note": row.note}
        self._chosen.show_value(Target(self._entity, row.id, self._choice), values[self._choice], door)
        self.box.setAccessibleName(f"{name}: {_CALLED[self._choice]}")
        target = Target(self._entity, row.id, self._field)
        self.line.set_value(target, values[self._field], row.typed or None, door, name, contested=False)

    def say_rests(self, words: str, name: str) -> None:
        """Say what the text rests on; "" where that is not asked."""
        self._rests.setHidden(not words)
        self.rests.setText(words)
        self.rests.setAccessibleName(say("{name} rests on: {words}", name=name, words=words))

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.box, self.line.box, self.rests]

    def flush(self) -> bool:
        """Put what was typed on disk. False when it could not be."""
        return self.line.box.flush()


_CALLED = {"priority": later("Priority"), "outcome": later("What became of it")}


def _recommendation() -> BesideText:
    choice = ("priority", _CALLED["priority"], _PRIORITIES)
    made = BesideText("recommendation", choice, ("due", later("By"), DEADLINE))
    made.line.box.setPlaceholderText(say("A day or a month"))
    return made


def _previous() -> BesideText:
    choice = ("outcome", _CALLED["outcome"], _OUTCOMES)
    return BesideText("previous", choice, ("note", later("What was found"), TEXT))


BESIDE: dict[str, Callable[[], BesideText]] = {"recommendation": _recommendation, "previous": _previous}
