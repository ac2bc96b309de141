"""The last page of panel mode: every standard with what was computed and decided, and the overall rating of it all."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.domain.rated import Rated
from inspector_app.core.words import say
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.words import panel as panel_words
from inspector_app.ui.words import rating as rating_words


class PanelOverall(QWidget):
    """Nothing on it acts."""

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework = framework
        self.title = theme.role(plain_label(say("Overall"), self), "title")
        self.mark = RatingMark(framework, sizes.PANEL_BODY, parent=self)
        self.score, self.bounds = theme.role(text_label(self), "heading"), theme.role(text_label(self), "quiet")
        self._lines = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.CLOSE))
        for widget in (self.title, self.score, self.mark, self.bounds):
            layout.addWidget(widget)
        layout.addLayout(self._lines)
        layout.addStretch(1)

    def show_rated(self, rated: Rated, decided: Mapping[str, Decided | None]) -> None:
        """Show the rated inspection; `decided`: what stands on each standard."""
        word = rated.overall or (
            say("No rating yet") if rated.score_max else say("This framework has no overall rating.")
        )
        self.mark.set_rating(rated.overall, word, provisional=rated.provisional)
        self.score.setText(panel_words.score(rated))
        bounds = rating_words.overall_bounds(rated)
        self.bounds.setText(bounds)
        self.bounds.setVisible(bool(bounds))
        empty(self._lines)
        for standard in rated.standards:
            line = text_label(self)
            now = rating_words.rating_of(self._framework, standard)
            so_far = panel_words.so_far(decided.get(standard.ref), standard)  # says itself where there is none yet
            line.setText(f"{standard.ref} {standard.title}: {' · '.join(filter(None, (now, so_far)))}")
            self._lines.addWidget(line)
