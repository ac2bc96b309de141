"""The overall rating on the Ratings page: score, word, whether it is provisional and why, what is still possible."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import Rated
from inspector_app.core.words import count, listed, say
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.places.ratings.score_scale import ScoreScale
from inspector_app.ui.words import overall as overall_words

_BESIDE = 760  # px at 100%: with less room the parts stand below one another
_SAID = 216  # what is said of it


class OverallCard(QFrame):
    """A card above the standards. A framework without an overall rating has a card that says so."""

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self._framework = framework
        self.score = theme.role(plain_label(parent=self), "title")
        self.mark = RatingMark(framework, theme.HEADING, parent=self)
        self.settled = theme.role(text_label(self), "small")
        self.bounds = theme.role(text_label(self), "small")
        self.scale = ScoreScale(framework, self)
        self._said = QWidget(self)
        self._short = self._scaled = False
        self._lay_out()

    def _lay_out(self) -> None:
        self._number, self._rating = QWidget(self), QWidget(self)
        self.called = theme.role(plain_label(parent=self._number), "small")
        self._points = self._stacked(self._number, self.called, self.score)
        self._word = self._stacked(self._rating, self.mark, self.settled)
        said = QVBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        said.addWidget(self.bounds, 0, Qt.AlignmentFlag.AlignVCenter)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        edge = theme.px(sizes.APART)
        self._across.setContentsMargins(edge, theme.px(sizes.NEAR), edge, theme.px(sizes.NEAR))
        self._across.setSpacing(theme.px(sizes.FAR))
        self._across.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        self._across.addWidget(self._rating, 0, Qt.AlignmentFlag.AlignVCenter)
        self._across.addWidget(self.scale, 2, Qt.AlignmentFlag.AlignVCenter)
        self._across.addWidget(self._said, 1)

    def _stacked(self, held: QWidget, *parts: QWidget) -> QBoxLayout:
        """One under the other; in a low window beside one another."""
        layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, held)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(0)  # beside one another they begin at the left
        return layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another where there is room, otherwise below, and without the scale."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < max(theme.px(_BESIDE), self._wide(scaled=False))
        scaled = self._scaled and not narrow and self.width() >= self._wide(scaled=True)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._across.direction() != direction:
            self._across.setDirection(direction)
            self._across.setSpacing(theme.px(sizes.TIGHT if narrow else sizes.FAR))
        self._said.setMinimumWidth(0 if narrow else theme.px(_SAID))
        if self.scale.isHidden() == scaled:
            self.scale.setVisible(scaled)
        self._across.activate()  # what has just come has its place at once

    def _wide(self, *, scaled: bool) -> int:
        """How wide the parts are beside one another, with the scale or without."""
        parts = [self._number.minimumSizeHint().width(), self._rating.minimumSizeHint().width(), theme.px(_SAID)]
        parts += [self.scale.minimumSizeHint().width()] if scaled else []
        return sum(parts) + (len(parts) - 1) * theme.px(sizes.FAR) + 2 * theme.px(sizes.APART)

    def make_room(self, *, short: bool) -> None:
        """In a low window one line, which says what is still possible."""
        self._short = short
        way = QBoxLayout.Direction
        for layout in (self._points, self._word):
            layout.setDirection(way.LeftToRight if short else way.TopToBottom)
            layout.setSpacing(theme.px(sizes.NEAR) if short else 0)
        edge, high = theme.px(sizes.APART), theme.px(sizes.TIGHT if short else sizes.NEAR)
        self._across.setContentsMargins(edge, high, edge, high)
        self.scale.set_worded(worded=not short)
        self.settled.setVisible(not (short and self.bounds.text()))
        self._arrange()

    def set_rated(self, rated: Rated) -> None:
        """Show the overall rating as it stands."""
        has_overall = bool(self._framework.rating.overall) and rated.score_max is not None
        self.score.setVisible(has_overall)
        self.mark.setVisible(has_overall)
        self._number.setVisible(has_overall)
        self.called.setText(overall_words.called(rated))
        self._across.setStretchFactor(self._rating, 0 if has_overall else 1)  # its sentence has all of the card
        number = "–" if rated.score is None else str(rated.score)
        self.score.setText(say("{number} of {most}", number=number, most=rated.score_max))
        self.score.setAccessibleName(_points(rated))
        self.mark.set_rating(rated.overall, rated.overall or say("No rating yet"), provisional=rated.provisional)
        self.scale.set_rated(rated)
        self._scaled = has_overall
        self.settled.setText(_settled(rated) if has_overall else say("This framework has no overall rating."))
        said = overall_words.bounds(rated)
        self.bounds.setText(said)
        self.bounds.setVisible(bool(said))
        self.settled.setVisible(not (self._short and said))
        self._arrange()


def _settled(rated: Rated) -> str:
    if not rated.provisional:
        return say("Settled: all is judged and rated.")
    because = listed(overall_words.open_in(rated))
    return say("Provisional: {because}.", because=because) if because else say("Provisional.")


def _points(rated: Rated) -> str:
    if rated.score is None:
        return say("no points of {of}", of=rated.score_max)
    return count(rated.score, "{n} point of {of}", "{n} points of {of}", of=rated.score_max)
