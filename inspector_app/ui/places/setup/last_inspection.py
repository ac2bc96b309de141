"""Setting up: the recommendations of the last inspection, opened at the start, and what became of each."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.draft.recommending import OUTCOMES
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.errors import Expected
from inspector_app.core.services.results import findings
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import later, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.from_document import FromDocument
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup.step import Mark, StepCard, line

_ABOUT = later(
    "What the last inspection asked for comes from its document. Say of each what became of it, then or later; "
    "the words, and what was found, are on Findings."
)
_CHOICES = {"": later("Not said")} | OUTCOMES


class LastStep(StepCard):
    """Signals `failed` with an Expected, and `texts_wanted` when somebody wants to write on Findings."""

    failed = Signal(object)
    texts_wanted = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, number: int, parent: QWidget) -> None:
        super().__init__(number, say("Last inspection"), str(_ABOUT), parent)
        self._workspace = workspace
        self.outcomes: dict[str, Choice] = {}
        self._held: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(sizes.NEAR))
        self.body.addLayout(self._rows)
        self.took = line(self)
        self.body.addWidget(self.took)
        self.take = PressButton(say("Take from a document…"), self)
        self.texts = PressButton(say("Go to Findings"), self)
        self.body.addLayout(Flow(self.take, self.texts))
        self.reading = FromDocument(jobs, workspace, self)
        self.body.addWidget(self.reading)
        self.take.clicked.connect(self.reading.choose)
        self.reading.taken.connect(self._say_taken)
        self.reading.busy_changed.connect(self.take.setDisabled)
        self.texts.clicked.connect(self.texts_wanted)
        self.took.hide()

    def show_previous(self) -> None:
        """Show the recommendations and their outcomes as they are stored."""
        rows = [row for row in self._workspace.previous() if row.text.strip()]
        if [row.id for row in rows] != list(self.outcomes):
            self._build(rows)
        for row in rows:
            self.outcomes[row.id].show_choice(row.outcome)
        said = sum(row.outcome != "" for row in rows)
        self.texts.setVisible(bool(rows))
        if not rows:
            self.say(Mark.OPEN, say("none taken"))
        else:
            state = say("outcomes said: {figures}", figures=f"{said}/{len(rows)}")
            self.say(Mark.DONE if said == len(rows) else Mark.OPEN, state)

    def _build(self, rows: list[TextRow]) -> None:
        for held in self._held:
            self._rows.removeWidget(held)
            held.deleteLater()
        self.outcomes = {}
        self._held = [self._row(number, row) for number, row in enumerate(rows, 1)]
        for held in self._held:
            self._rows.addWidget(held)

    def _row(self, number: int, row: TextRow) -> QWidget:
        held = QWidget(self)
        inside = QVBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(sizes.HAIR))
        words = text_label(held)
        words.setText(f"{row.group}: {row.text}" if row.group else row.text)
        choice = Choice(say("What became of recommendation {n}", n=number))
        choice.set_choices((code, str(said)) for code, said in _CHOICES.items())
        choice.chosen.connect(partial(self._choose, row.id))
        inside.addWidget(words)
        inside.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        self.outcomes[row.id] = choice
        return held

    def _choose(self, item: str, outcome: str) -> None:
        """Keep what was chosen, over what was shown."""
        shown = next((row.outcome for row in self._workspace.previous() if row.id == item), "")
        try:
            findings.set_outcome(self._workspace, item, outcome, shown)
        except Expected as error:
            self.outcomes[item].show_choice(shown)
            self.failed.emit(error)

    def _say_taken(self, words: str) -> None:
        self.took.setText(words)
        self.took.show()
