"""Where the parts of a line of the ratings table stand at a width of it."""

from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics

from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import say
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import steps_width
from inspector_app.ui.places.ratings.lines import RatingLine
from inspector_app.ui.words import rating as rating_words

_REF, _YES, _SHARE = 48, 76, 48  # px at 100%
_LEAST_BAR, _BAR, _WIDE_BAR, _WIDE = 96, 150, 228, 1100  # the bar, and from what width of the table it is longer
_TEXT, _LEAST_TEXT = 280, 200  # the bar gives way to words up to the one; with less than the other, figures stand below


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and widths, in pixels. `below`: figures stand under the words; `last`: and the rating under the figures."""

    text: int
    text_width: int
    figures: int
    yes: int  # right edge
    share: int  # right edge
    bar: int
    bar_width: int
    rating: int
    rating_width: int
    below: bool
    last: bool
    whole: bool  # there is room for key questions as they are asked

    def words_of(self, line: RatingLine) -> str:
        """What a line is called in this width."""
        return line.whole if self.whole else line.words

    @property
    def to_rating(self) -> int:
        """Room for words that have no figure beside them."""
        return self.text_width if self.below else self.rating - self.text - theme.px(sizes.CLOSE)


def columns(framework: Framework, width: int) -> Columns:
    """The columns of a table of that width."""
    edge, gap = theme.px(sizes.APART), theme.px(sizes.CLOSE)
    text, rated = edge + theme.px(_REF), _widest_rating(framework)
    spare = width - text - theme.px(_YES + _SHARE) - 3 * gap - rated - edge - theme.px(_TEXT)
    bar = theme.px(_WIDE_BAR) if width >= theme.px(_WIDE) else max(theme.px(_LEAST_BAR), min(theme.px(_BAR), spare))
    figures = theme.px(_YES + _SHARE) + gap + bar
    below = width - text - figures - 2 * gap - rated - edge < theme.px(_LEAST_TEXT)
    last = below and figures + gap + rated > width - 2 * edge
    left = edge if below else width - edge - rated - gap - figures
    return Columns(
        text=text,
        text_width=width - edge - text if below else left - gap - text,
        figures=left,
        yes=left + theme.px(_YES),
        share=left + theme.px(_YES + _SHARE),
        bar=left + theme.px(_YES + _SHARE) + gap,
        bar_width=bar,
        rating=edge if last else left + figures + gap,
        rating_width=width - 2 * edge if last else rated,
        below=below,
        last=last,
        whole=width >= theme.px(_WIDE),
    )


def _widest_rating(framework: Framework) -> int:
    """Room for the steps and the longest that is said beside them."""
    words = [rating_words.word_of(framework, word.word) for word in framework.rating.words]
    metrics = QFontMetrics(theme.font(theme.BODY, bold=True))
    widest = max(metrics.horizontalAdvance(said) for said in (*words, say("No rating yet"), say("not judged yet")))
    return theme.px(steps_width(framework) + sizes.CLOSE) + widest
