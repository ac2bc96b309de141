"""Everything about a case but its answers: its facts, and the people interviewed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.case_facts import FACTS, ROLES
from inspector_app.core.domain.days import when
from inspector_app.core.domain.fields import Field, Kind, Value
from inspector_app.core.services.cases.case_facts import Suggestions
from inspector_app.core.words import say
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.day_form import DAY
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.fact_line import FactLine
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import TEXT, Form, plain
from inspector_app.ui.note.saving import Chosen
from inspector_app.ui.places.case.beside.interview_list import InterviewList
from inspector_app.ui.places.case.beside.open_facts import ShownFacts
from inspector_app.ui.words.framework import type_alone

_PSEUDONYM = "A pseudonym such as C01, never a name."
_ANSWERED = "The sample decides what is asked, so it stays once something is answered."
# The type has a line of its own, then two are beside one another: first the days of a case.
_LINES = sorted(FACTS, key=lambda field: (field.code != "type", field.kind is not Kind.DATE))


def _label(field: Field) -> str:
    return say("{name} in {unit}", name=field.name, unit=field.counted_in) if field.unit else field.name


def _stored(value: Value | date) -> Value:
    return when.iso(value) if isinstance(value, date) else value


class FactsView(QWidget):
    """Fields that save themselves. Signals what concerns others: who was added or taken away."""

    saved = Signal(str)  # code of the field
    failed = Signal(object)  # Expected: another sample could not be saved

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._case = ""
        self.ref = FactLine("Reference", self, hint=_PSEUDONYM)
        self.sample = Choice("Sample")
        self.sample.setProperty("reads", True)  # where it cannot be changed it is text, as the lines beside it are
        self._sample = Chosen(self.sample, self.sample.show_choice)
        self.sample.chosen.connect(self._sample.choose)
        self._sample.saved.connect(lambda: self.saved.emit("sample"))
        self._sample.failed.connect(self.failed)
        self._types: dict[str, str] = {}  # as they stand alone: as they are stored
        self.lines = {field.code: FactLine(_label(field), self, self._form(field)) for field in _LINES}
        self.interviews = InterviewList(DAY, ROLES, self)
        for code, line in (("ref", self.ref), *self.lines.items()):
            line.box.saved.connect(lambda _at, code=code: self.saved.emit(code))
        self._lay_out()

    def _form(self, field: Field) -> Form:
        """A type is shown as in every list, with a capital, and kept as the framework writes it."""
        if field.code == "type":
            return Form(lambda kept: type_alone(plain(kept)), lambda typed: self._types.get(type_alone(typed), typed))
        return DAY if field.kind is Kind.DATE else TEXT

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(sizes.CLOSE))
        grid.setVerticalSpacing(theme.px(sizes.CLOSE))
        top = Qt.AlignmentFlag.AlignTop
        sample = QWidget(self)
        inside = QVBoxLayout(sample)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(sizes.HAIR))
        label = theme.role(plain_label("Sample", sample), "field")
        label.setBuddy(self.sample)
        inside.addWidget(label)
        inside.addWidget(self.sample)
        kind, *others = self.lines.values()
        for row, widget in ((0, self.ref), (1, kind)):
            grid.addWidget(widget, row, 0, 1, 1 + row, top)  # the words of a type need both columns
        grid.addWidget(sample, 0, 1, top)
        for place, widget in enumerate(others, start=4):
            grid.addWidget(widget, place // 2, place % 2, top)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.px(sizes.CLOSE), theme.px(sizes.CLOSE))
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(self._heading("About the case"))
        layout.addLayout(grid)
        layout.addWidget(self._heading("People interviewed"))
        layout.addWidget(self.interviews)
        layout.addStretch(1)

    def _heading(self, text: str) -> QLabel:
        return theme.role(plain_label(text, self), "label")

    def show_facts(self, shown: ShownFacts, suggested: Suggestions, door: Door) -> None:
        """Show a case; what is typed and not saved stays."""
        case = shown.facts.case
        other, self._case = case.id != self._case, case.id
        self._types = {type_alone(kind): kind for kind in suggested.of_case["type"]}
        hold(self, "case", case.id)  # what undo is about while the focus is here
        for code, line in (("ref", self.ref), *self.lines.items()):
            contested = code in shown.facts.contested
            draft = shown.typed("case", case.id, code) if shown.works else None
            value, target = _stored(getattr(case, code)), Target("case", case.id, code)
            line.set_value(target, value, draft, door, case.ref, contested=contested)
            line.set_open(shown.works)
        for code, words in suggested.of_case.items():
            self.lines[code].suggest([type_alone(kind) for kind in words] if code == "type" else words)
        self._show_sample(shown, door)
        self._point_out(shown)
        self.interviews.set_rows(shown, suggested.roles, door, other=other)

    def _show_sample(self, shown: ShownFacts, door: Door) -> None:
        case = shown.facts.case
        self.sample.set_choices((sample.code, sample.title) for sample in shown.samples)
        self._sample.show_value(Target("case", case.id, "sample"), case.sample, door)
        self.sample.setEnabled(shown.works and not shown.answered)
        self.sample.setToolTip(_ANSWERED if shown.answered else "")

    def _point_out(self, shown: ShownFacts) -> None:
        """What a date says is pointed out; the case stays all the same."""
        case, remark = shown.facts.case, ""
        if shown.outside is not None:
            days = when.span(*shown.outside)
            remark = say("Outside the dates of this sample, {days}. That is for you to judge.", days=days)
        if remark:
            self.lines["began"].say(remark)
        if case.began and case.ended and case.ended < case.began:
            self.lines["ended"].say("Before the case began.")

    def flush(self) -> bool:
        """Put everything typed on disk. False when it could not be."""
        written = [line.box.flush() for line in (self.ref, *self.lines.values())]
        return all(written) and self.interviews.flush()
