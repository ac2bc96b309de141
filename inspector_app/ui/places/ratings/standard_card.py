"""One standard on the Ratings page: its figures, its rating and how settled it is, and what people and panel decide."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Evidence, Framework, KeyQuestion, Standard
from inspector_app.core.domain.rated import RatedStandard, Trace
from inspector_app.core.domain.rating_rules import Scale
from inspector_app.core.services.results.qualitative import Grounds
from inspector_app.core.words import later, say
from inspector_app.ui.controls.expander import Expander
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.room import keep_line
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.lists.case_answers import CaseAnswer
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.ratings.given_box import GivenBox, Read
from inspector_app.ui.places.ratings.grounds import GroundsView
from inspector_app.ui.places.ratings.panel_box import AboutPanel, PanelBox
from inspector_app.ui.places.ratings.question_figures import QuestionFigures
from inspector_app.ui.places.ratings.trace_list import TraceList
from inspector_app.ui.words import rating as rating_words

_EVIDENCE = later("Evidence")


class StandardCard(QFrame):
    """A card. What it shows comes by `load` (what is typed and chosen) and `set_rated` (what follows from it)."""

    failed = Signal(object)  # Expected: what was chosen could not be saved
    withdrawn = Signal(str)  # standard whose panel decision is withdrawn
    cases_wanted = Signal(str)  # key question
    case_asked = Signal(str, str)  # case id, key question
    evidence_wanted = Signal(str)  # standard
    these_wanted = Signal(str, object)  # key question, Number: of which cases the list is to be shown

    def __init__(self, framework: Framework, standard: Standard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.standard = standard
        self._framework = framework
        self._rated: RatedStandard | None = None
        self._about: AboutPanel | None = None
        self._steps: Sequence[Trace] = ()
        self._read: Read | None = None
        self._door: Door | None = None
        self._title = theme.role(text_label(self), "heading")
        self._title.setText(f"{standard.ref}  {standard.title}")
        self._mark = RatingMark(framework, theme.BODY, parent=self)
        self._standing = theme.role(text_label(self), "small")
        if framework.rating.scale is Scale.WORDS:  # its points come with a rating, and move nothing under the pointer
            keep_line(self._standing)
        self._suggested = text_label(self)
        self.questions: dict[str, QuestionFigures] = {}
        self.given: dict[str, GivenBox] = {}
        self.read_grounds: Callable[[], Grounds] | None = None
        self.rate: Callable[[], None] = lambda: None  # show how it is rated now
        self.grounds: Expander[GroundsView] = Expander(str(_EVIDENCE), standard.ref, self._make_grounds, self)
        self._shown = self._parts()  # before what unfolds, for Tab goes in the order in which things are made
        self.panel = Expander("Ratings panel", standard.ref, self._make_panel, self)
        self.asked = Expander("Key questions", standard.ref, self._make_asked, self)
        self.trace = Expander("How this was reached", standard.ref, self._make_trace, self)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(
            theme.px(sizes.APART), theme.px(sizes.NEAR), theme.px(sizes.APART), theme.px(sizes.NEAR)
        )
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self._title)
        layout.addWidget(self._mark)
        layout.addWidget(self._standing)
        if self._rests_on_evidence:  # read first, then rated
            layout.addLayout(Flow(self.grounds.button))
            layout.addWidget(self.grounds)
        else:
            self.grounds.button.hide()
        layout.addSpacing(theme.px(sizes.TIGHT))
        for widget in self._shown:
            layout.addWidget(theme.role(QFrame(self), "line"))
            layout.addWidget(widget)
        layout.addWidget(theme.role(QFrame(self), "line"))
        layout.addSpacing(theme.px(sizes.TIGHT))
        folds: list[Expander[Any]] = [self.panel, self.asked, self.trace]
        for fold in folds:  # each over what it unfolds
            layout.addLayout(Flow(fold.button))
            layout.addWidget(fold)
        self.asked.button.setVisible(self._asks_people)

    @property
    def _rests_on_evidence(self) -> bool:
        return self.standard.evidence is not Evidence.CASES

    @property
    def _asks_people(self) -> bool:
        """Whether the key questions are not shown one by one, since people rate the standard as a whole."""
        return bool(self.standard.key_questions) and self.standard.evidence is Evidence.ORGANISATION

    def _parts(self) -> list[QWidget]:
        stars = self._framework.rating.scale is Scale.STARS
        parts: list[QWidget] = []
        if self.standard.evidence is not Evidence.ORGANISATION:
            parts += [self._question(q) for q in self.standard.key_questions]
        if self.standard.evidence is Evidence.MIXED and not stars:
            parts += [self._suggested, self._given(self.standard.ref, f"Decide {self.standard.ref}")]
        elif stars or self.standard.evidence is Evidence.ORGANISATION:
            score = self._framework.scored(self.standard.ref)
            label = "Stars, given by judgement" if stars else "Rating, given by the inspectors"
            parts.append(self._given(self.standard.ref, label, score=score))
        return parts

    def show_answers(self, rows: Sequence[CaseAnswer]) -> None:
        """Say beside the rating that people give how the cases were judged on the whole of it."""
        if self.standard.ref in self.given:
            self.given[self.standard.ref].show_answers(rows)

    def _question(self, question: KeyQuestion) -> QWidget:
        if question.evidence is Evidence.ORGANISATION:
            return self._given(question.ref, f"{question.ref}  {question.text}")
        row = QuestionFigures(self._framework, question.ref, self)
        row.cases_wanted.connect(self.cases_wanted)
        row.case_asked.connect(self.case_asked)
        row.these_wanted.connect(self.these_wanted)
        row.failed.connect(self.failed)
        self.questions[question.ref] = row
        return row

    def _given(self, subject: str, label: str, *, score: bool = False) -> GivenBox:
        box = GivenBox(self._framework, subject, label, score=score, parent=self)
        box.failed.connect(self.failed)
        self.given[subject] = box
        return box

    @property
    def _typed(self) -> list[GivenBox | QuestionFigures]:
        """What holds boxes to type in, but for the panel's."""
        return [*self.given.values(), *self.questions.values()]

    def load(self, read: Read, door: Door) -> None:
        """Show what people and the panel decided and wrote."""
        self._read, self._door = read, door
        for part in self._typed:
            part.load(read, door)
        if self.panel.inside is not None:
            self.panel.inside.load(read, door)

    def set_rated(
        self, rated: RatedStandard, steps: Sequence[Trace], cases: Sequence[Mapping[str, int]], about: AboutPanel
    ) -> None:
        """Show what follows: the rating, the figures, the way there.

        `cases` counts, by key question, those that are contested, and those that were close calls.
        """
        self._rated, self._steps, self._about = rated, steps, about
        said = rating_words.rating_of(self._framework, rated) or say("No rating yet")
        self._mark.set_rating(rated.rating, said, provisional=not rated.complete)
        said = rating_words.standing(self._framework, rated)
        self._standing.setText(said)
        self._standing.setVisible(bool(said))
        self._suggested.setText(rating_words.suggestion(self._framework, rated) if self._is_suggesting else "")
        self._suggested.setVisible(self._is_suggesting)
        for question in rated.key_questions:
            if question.ref in self.questions:
                self.questions[question.ref].set_rated(
                    question, rated, *(counted.get(question.ref, 0) for counted in cases)
                )
        if self.panel.inside is not None:
            self.panel.inside.set_rated(rated, about)
        if self.trace.inside is not None:
            self.trace.inside.set_steps(steps)
        self.setAccessibleName(f"{rated.ref} {rated.title}: {rated.rating or 'no rating yet'}. {said}")

    @property
    def _is_suggesting(self) -> bool:
        return self.standard.evidence is Evidence.MIXED and self._framework.rating.scale is Scale.WORDS

    def flush(self) -> bool:
        """Put every text on disk. False when one could not be."""
        inside = self.panel.inside
        written = [part.flush() for part in self._typed] + [inside is None or inside.flush()]
        return all(written)

    @property
    def folds(self) -> dict[str, Callable[[bool], None]]:
        """What can be unfolded, by name, with how."""
        return {name: fold.set_open for name, fold in self._folds.items()}

    @property
    def opened(self) -> tuple[str, ...]:
        """The names of what is unfolded."""
        return tuple(name for name, fold in self._folds.items() if fold.open)

    @property
    def _folds(self) -> dict[str, Expander[Any]]:
        grounds: dict[str, Expander[Any]] = {"evidence": self.grounds} if self._rests_on_evidence else {}
        return grounds | {"panel": self.panel, "asked": self.asked, "trace": self.trace}

    def _make_panel(self) -> PanelBox:
        made = PanelBox(self._framework, self.standard.ref, self)
        made.failed.connect(self.failed)
        made.withdrawn.connect(self.withdrawn)
        if self._read is not None and self._door is not None:
            made.load(self._read, self._door)
        if self._rated is not None and self._about is not None:
            made.set_rated(self._rated, self._about)
        return made

    def _make_grounds(self) -> GroundsView:
        made = GroundsView(self.standard.ref)
        made.evidence_wanted.connect(lambda: self.evidence_wanted.emit(self.standard.ref))
        if self.read_grounds is not None:
            made.show_grounds(self.read_grounds())
        return made

    def show_grounds(self) -> None:
        """Show anew what the rating rests on, where that is open."""
        if self.grounds.inside is not None and self.read_grounds is not None:
            self.grounds.inside.show_grounds(self.read_grounds())

    def _make_trace(self) -> TraceList:
        made = TraceList(self)
        made.set_steps(self._steps)
        return made

    def _make_asked(self) -> QLabel:
        made = text_label(self)
        made.setText("\n".join(f"{q.ref}  {q.text}" for q in self.standard.key_questions))
        made.setContentsMargins(theme.px(sizes.APART), 0, 0, theme.px(sizes.TIGHT))
        made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        return made
