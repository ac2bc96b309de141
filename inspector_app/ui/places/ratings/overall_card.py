"""The overall rating on the Ratings page: score, word, whether it is provisional and why, what is still possible."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import Rated, Trace
from inspector_app.core.words import count, listed, say
from inspector_app.ui.controls.expander import Expander
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import theme
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.places.ratings.trace_list import TraceList
from inspector_app.ui.words import rating as rating_words


class OverallCard(QFrame):
    """A card above the standards. A framework without an overall rating has a card that says so."""

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self._framework = framework
        self._steps: Sequence[Trace] = ()
        self.score = theme.role(plain_label(parent=self), "title")
        self.mark = RatingMark(framework, theme.TITLE, parent=self)
        self.settled = text_label(self)
        self.bounds = theme.role(text_label(self), "quiet")
        self.trace = Expander("How this was reached", "overall", self._make_trace, self)
        self._lay_out()

    def _lay_out(self) -> None:
        head = Flow(theme.role(plain_label("Overall", self), "heading"))
        head.setSpacing(theme.px(24))
        head.add_gap()
        head.addWidget(self.score)
        head.addWidget(self.mark)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(10))
        layout.setSpacing(theme.px(4))
        layout.addLayout(head)
        layout.addWidget(self.settled)
        layout.addWidget(self.bounds)
        buttons = QHBoxLayout()
        buttons.addWidget(self.trace.button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addWidget(self.trace)

    def set_rated(self, rated: Rated, steps: Sequence[Trace]) -> None:
        """Show the overall rating as it stands."""
        self._steps = steps
        has_overall = bool(self._framework.rating.overall) and rated.score_max is not None
        self.score.setVisible(has_overall)
        self.mark.setVisible(has_overall)
        self.score.setText(f"{'–' if rated.score is None else rated.score}/{rated.score_max}")
        self.score.setAccessibleName(_points(rated))
        self.mark.set_rating(rated.overall, rated.overall or "No rating yet")
        self.trace.button.setVisible(has_overall)
        self.settled.setText(_settled(rated) if has_overall else "This framework has no overall rating.")
        said = rating_words.overall_bounds(rated)
        self.bounds.setText(said)
        self.bounds.setVisible(bool(said))
        if self.trace.inside is not None:
            self.trace.inside.set_steps(steps)

    def _make_trace(self) -> TraceList:
        made = TraceList(self)
        made.set_steps(self._steps)
        return made


def _settled(rated: Rated) -> str:
    if not rated.provisional:
        return "Settled: every judgement is made and every counted standard is rated."
    because = listed(rating_words.overall_open(rated))
    return say("Provisional: {because}.", because=because) if because else say("Provisional.")


def _points(rated: Rated) -> str:
    if rated.score is None:
        return say("no points of {of}", of=rated.score_max)
    return count(rated.score, "{n} point of {of}", "{n} points of {of}", of=rated.score_max)
