"""The last page of panel mode: every standard with what was computed and decided, and the overall rating of it all."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.domain.rated import Rated, RatedStandard
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.places.ratings.score_scale import ScoreScale
from inspector_app.ui.words import overall as overall_words
from inspector_app.ui.words import panel as panel_words
from inspector_app.ui.words import rating as rating_words

_COLUMNS = 4  # reference, title, rating, what the panel decided


class PanelOverall(QWidget):
    """Shows the whole; it changes nothing."""

    page_asked = Signal(str)  # code of a page about the whole

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework = framework
        self._shown: tuple[tuple[RatedStandard, Decided | None], ...] = ()
        self._narrow = False
        self.title = theme.role(plain_label(say("Overall"), self), "title")
        self.mark = RatingMark(framework, sizes.PANEL_HEADING, parent=self)
        self.score, self.bounds = theme.role(plain_label(parent=self), "title"), theme.role(text_label(self), "quiet")
        self.scale = ScoreScale(framework, self)
        self.decided = theme.role(plain_label(parent=self), "heading")
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(theme.px(sizes.FAR))
        self._lines.setVerticalSpacing(theme.px(sizes.CLOSE))
        self._lines.setColumnStretch(1, 2)
        self.ways = {code: PressButton(said, self) for code, said in (
            ("why", say("Why this rating")), ("findings", say("Findings")), ("told", say("Told to the service")),
        )}  # fmt: skip
        for code, button in self.ways.items():
            button.clicked.connect(lambda _=False, code=code: self.page_asked.emit(code))
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addWidget(self.title)
        layout.addLayout(Flow(self.score, self.mark))
        for widget in (self.scale, self.bounds):
            layout.addWidget(widget)
        layout.addSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(self.decided)
        layout.addLayout(self._lines)
        layout.addStretch(1)
        layout.addLayout(Flow(*self.ways.values()))

    def show_rated(self, rated: Rated, decided: Mapping[str, Decided | None]) -> None:
        """Show the rated inspection; `decided`: what stands on each standard."""
        word = rated.overall or (
            say("No rating yet") if rated.score_max else say("This framework has no overall rating.")
        )
        self.mark.set_rating(rated.overall, word, provisional=rated.provisional)
        self.score.setText(panel_words.score(rated))
        self.score.setVisible(rated.score is not None)
        self.scale.set_rated(rated)
        self.scale.setVisible(bool(rated.score_max))
        bounds = overall_words.bounds(rated)
        self.bounds.setText(bounds)
        self.bounds.setVisible(bool(bounds))
        self.decided.setText(panel_words.how_far(sum(one is not None for one in decided.values()), len(decided)))
        self._shown = tuple((standard, decided.get(standard.ref)) for standard in rated.standards)
        self._show_lines()

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is no room beside one another, a standard's title, rating and decision stand below one another."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_lines()

    def _show_lines(self) -> None:
        empty(self._lines)
        self._lines.setColumnStretch(_COLUMNS - 1, 0 if self._narrow else 3)
        for place, (standard, decided) in enumerate(self._shown):
            self._show_line(_COLUMNS * place, standard, decided)

    def _show_line(self, row: int, standard: RatedStandard, decided: Decided | None) -> None:
        self._lines.addWidget(theme.role(QFrame(self), "line"), row, 0, 1, _COLUMNS)
        mark = RatingMark(self._framework, theme.BODY if self._narrow else sizes.PANEL_SMALL, parent=self)
        now = rating_words.rating_of(self._framework, standard) or say("No rating yet")
        mark.set_rating(standard.rating, now, provisional=not standard.complete)
        title, said = text_label(self), theme.role(text_label(self), "quiet")
        title.setText(standard.title)
        said.setText(panel_words.on_overall(standard, decided))
        said.setAccessibleName(
            say("{standard}: {decision}", standard=f"{standard.ref} {standard.title}", decision=f"{now}. {said.text()}")
        )
        ref = theme.role(plain_label(standard.ref, self), "label")
        self._lines.addWidget(ref, row + 1, 0, Qt.AlignmentFlag.AlignVCenter)
        for place, widget in enumerate((title, mark, said)):
            down, across = (place, 0) if self._narrow else (0, place)
            self._lines.addWidget(widget, row + 1 + down, 1 + across, Qt.AlignmentFlag.AlignVCenter)
