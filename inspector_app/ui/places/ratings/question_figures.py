"""One key question beside the table of ratings: its words, its figure, what is open as numbers, and the cases behind it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import RatedQuestion, RatedStandard
from inspector_app.core.words import count, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.lists.case_answers import CaseAnswer, CaseAnswers, Number, counts
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.ratings.given_box import Read
from inspector_app.ui.places.ratings.if_judged import IfJudgedView
from inspector_app.ui.places.ratings.totals_line import TotalsLine
from inspector_app.ui.words import framework as framework_words
from inspector_app.ui.words import rating as rating_words


class QuestionFigures(QWidget):
    """A row. The figure is a button: it opens the list of cases behind it."""

    case_asked = Signal(str, str)  # case id, key question
    cases_wanted = Signal(str)  # key question whose cases are to be shown
    these_wanted = Signal(str, object)  # key question, Number: of which cases the list is to be shown
    failed = Signal(object)  # Expected: totals that could not be saved

    def __init__(self, framework: Framework, ref: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ref = ref
        self._framework = framework
        self._words = theme.role(text_label(self), "label")
        self._notes = theme.role(text_label(self), "small")
        self.figure = theme.role(PressButton(self), "answer")
        self.figure.setObjectName(f"{ref}/figure")
        self.figure.setCheckable(True)
        self.figure.clicked.connect(self._on_clicked)
        self._percent = theme.role(plain_label(parent=self), "label")
        self.numbers = {number: self._number(number) for number in Number}
        self._said = theme.role(text_label(self), "small")
        self.if_judged = IfJudgedView(framework, ref, self)
        self.if_judged.case_asked.connect(self._ask)
        self.cases = CaseAnswers(self, whole=True)
        self.cases.case_asked.connect(self._ask)
        self.totals = TotalsLine(ref, self)
        self.totals.failed.connect(self.failed)
        self._cases_box = QWidget(self)
        self._cases_box.hide()
        self._lay_out()

    def _number(self, number: Number) -> PressButton:
        button = theme.role(PressButton(self), "plain")
        button.setObjectName(f"{self.ref}/{number.name}")
        button.clicked.connect(partial(self._ask_for_these, number))
        button.hide()
        return button

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._cases_box)
        inside.setContentsMargins(0, 0, 0, theme.px(sizes.TIGHT))
        inside.setSpacing(theme.px(sizes.TIGHT))
        inside.addWidget(self._said)
        inside.addWidget(self.cases)
        inside.addWidget(self.totals)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(sizes.CLOSE), 0, theme.px(sizes.TIGHT))
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self._words)
        layout.addWidget(self._notes)
        layout.addLayout(Flow(self.figure, self._percent, *self.numbers.values()))
        layout.addWidget(self.if_judged)
        layout.addWidget(self._cases_box)

    def set_rated(self, rated: RatedQuestion, standard: RatedStandard, contested: int, close: int = 0) -> None:
        """Show a rated key question of a standard; `contested` of its cases are that, and `close` were close calls."""
        asked = self._framework.questions[rated.ref][1]
        self._words.setText(f"{rated.ref}  {framework_words.in_a_line(asked)}")
        self._words.setToolTip(rated.text)
        self._show_notes(rating_words.notes(self._framework, rated))
        self.figure.setText(rating_words.judged(rated))
        self.figure.setAccessibleName(rating_words.spoken_figure(rated, standard))
        self.figure.setToolTip(say("Show the cases behind it"))
        self._percent.setText("–" if rated.percent is None else say("{percent}%", percent=rated.percent))
        tally = rated.tally
        counted = {
            Number.OPEN: tally.unanswered,
            Number.CONTESTED: contested,
            Number.NOT_APPLICABLE: tally.not_applicable,
            Number.CLOSE: close,
        }
        for number, button in self.numbers.items():
            button.setText(number.of(counted[number]))
            call(button, self.ref)
            button.setToolTip(say("List these cases"))
            button.setVisible(counted[number] > 0)

    def show_open(self, case: tuple[str, str, str] | None, rated: RatedQuestion) -> None:
        """Show the one case that is open (id, reference, whose), with what either answer makes of it; None for no such."""
        if self.if_judged.show_open(case, rated):
            said = rating_words.still_open(self._framework.rating, rated)
            self._show_notes([note for note in rating_words.notes(self._framework, rated) if note != said])

    def _show_notes(self, said: Sequence[str]) -> None:
        self._notes.setText("\n".join(said))
        self._notes.setVisible(bool(said))

    @property
    def open(self) -> bool:
        """Whether the cases are shown."""
        return self.figure.isChecked()

    def show_cases(self, rows: Sequence[CaseAnswer], left_out: int = 0) -> None:
        """Open the list of cases with these; `left_out` of those behind the figure are being marked blind."""
        self.figure.setChecked(True)
        judged = any(row.answer is not None for row in rows)
        if rows and (judged or not self.totals.used):
            self._said.setText(f"Cases behind {self.ref}: {counts(rows)}. Enter or a click opens one.")
        elif self.totals.used:
            self._said.setText(say("{ref} was entered as totals: no case is judged on it.", ref=self.ref))
        else:
            self._said.setText(say("{ref} has no case yet.", ref=self.ref))
        self.totals.setVisible(self.totals.used or not (judged or left_out))  # a document has one or the other
        if left_out:
            hidden = count(
                left_out,
                "Not shown: {n} case that you mark blind.",
                "Not shown: {n} cases that you mark blind.",
            )
            self._said.setText(f"{self._said.text()} {hidden}" if rows else hidden)
        self.cases.setVisible(bool(rows))
        self.cases.set_rows(self.ref, rows)
        self._cases_box.show()

    def load(self, read: Read, door: Door) -> None:
        """Show the totals that are held. Text not yet saved stays."""
        self.totals.load(read, door)

    def flush(self) -> bool:
        """Put typed totals on disk. False when they could not be."""
        return self.totals.flush()

    def hide_cases(self) -> None:
        """Fold the list away."""
        self.figure.setChecked(False)
        self._cases_box.hide()

    def _on_clicked(self) -> None:
        if self.figure.isChecked():
            self.cases_wanted.emit(self.ref)
        else:
            self.hide_cases()

    def _ask(self, case_id: str) -> None:
        self.case_asked.emit(case_id, self.ref)

    def _ask_for_these(self, number: Number) -> None:
        self.these_wanted.emit(self.ref, number)
