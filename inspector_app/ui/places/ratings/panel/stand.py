"""The left half of panel mode: what is known of one standard, and the ways to what lies behind it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import RatedStandard
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.lists.case_answers import CaseAnswer, CaseAnswers
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.ratings.panel.figures import PanelQuestion
from inspector_app.ui.places.ratings.panel_box import Considerations


class PanelStandard(QWidget):
    """Shows one standard; it changes nothing."""

    case_asked = Signal(str, str)  # case id, key question
    page_asked = Signal(str)  # code of a page about the standard in view

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework, self._lowest = framework, ""
        self.rated_by_people = ""  # standard or key question that people rate, and no cases
        self.title = theme.role(text_label(self), "title")
        self.statement = theme.role(text_label(self), "quiet")
        self._questions = QVBoxLayout()
        self.considered = theme.role(Considerations(framework, self), "ordinary")
        self.behind = theme.role(plain_label(parent=self), "label")
        self.cases = CaseAnswers(self)
        self.cases.case_asked.connect(lambda case: self.case_asked.emit(case, self._lowest))
        self.ways = {code: PressButton(said, self) for code, said in (
            ("ratings", ""), ("compare", say("Notes, case by case")), ("evidence", say("Evidence")),
            ("findings", say("Findings")), ("why", say("Why this rating")), ("members", say("Before the panel")),
            ("told", say("Told to the service")),
        )}  # fmt: skip
        for code, button in self.ways.items():
            button.clicked.connect(lambda _=False, code=code: self.page_asked.emit(code))
        self._lay_out()

    def _lay_out(self) -> None:
        lead = theme.role(plain_label(say("What may be a reason for discretion"), self), "heading")
        never = theme.role(plain_label(say("Shown to help, never a condition."), self), "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(self.title)
        layout.addWidget(self.statement)
        layout.addLayout(self._questions)
        layout.addLayout(Flow(lead, never))
        layout.addWidget(self.considered)
        layout.addWidget(self.behind)
        layout.addWidget(self.cases)
        layout.addStretch(1)
        layout.addLayout(Flow(*self.ways.values()))

    def show_standard(self, rated: RatedStandard, cases: Sequence[CaseAnswer], close: Mapping[str, int]) -> None:
        """Show a rated standard; `cases`: those behind its lowest key question; `close`: how many calls were, by each."""
        standard = self._framework.by_ref[rated.ref]
        self.title.setText(f"{rated.ref} {rated.title}")
        self.statement.setText(standard.statement)
        self.statement.setVisible(bool(standard.statement))
        empty(self._questions)
        for question in rated.key_questions:
            calls = close.get(question.ref, 0)
            self._questions.addWidget(PanelQuestion(self._framework, question, rated, calls, self))
        self.considered.set_considered(rated.considered)
        self._lowest = next((question.ref for question in rated.key_questions if question.lowest), "")
        self.ways["compare"].setVisible(bool(self._lowest and cases))
        self._lead_to_rating(rated)
        shown = bool(self._lowest and cases)
        self.behind.setVisible(shown)
        self.cases.setVisible(shown)
        if shown:
            self.behind.setText(say("Cases behind {question}", question=self._lowest))
            self.cases.set_rows(self._lowest, cases)

    def _lead_to_rating(self, rated: RatedStandard) -> None:
        """What people rate by themselves is rated beside its evidence, on Ratings, and this is the way there."""
        asked = [question.ref for question in rated.key_questions if question.by_people]
        self.rated_by_people = next(iter(asked), "" if rated.key_questions else rated.ref)
        self.ways["ratings"].setText(say("Rate on Ratings: {subject}", subject=self.rated_by_people))
        self.ways["ratings"].setVisible(bool(self.rated_by_people))

    @property
    def lowest(self) -> str:
        """The key question that drives the rating; "" where none does."""
        return self._lowest
