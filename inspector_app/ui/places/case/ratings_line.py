"""The ratings so far in one line, where the window is too low for the strip: each standard, and at the right the overall."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import Rated, RatedStandard
from inspector_app.core.words import say
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import paint_steps, steps_width
from inspector_app.ui.words import overall as overall_words

_WHOLE = "100%"


class Piece(NamedTuple):
    """What is said of one standard, or of the overall: words, a strong figure, the steps of its rating, and its word."""

    words: str
    figure: str
    rating: str | None
    after: str
    provisional: bool


class _Placed(NamedTuple):
    """A piece with where it begins, the line at its left and all, and how wide it is, in pixels."""

    piece: Piece
    left: int
    wide: int
    is_overall: bool = False


class RatingsLine(QWidget):
    """With less room standards have their references alone, and then those at the left go first; the overall stays."""

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework = framework
        self._judged = {s.ref for s in framework.standards if s.case_questions}
        self._rated: Rated | None = None
        self._painted: tuple[_Placed, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_rated(self, rated: Rated, spoken: str) -> None:
        """Show these ratings; `spoken` is what is heard of them."""
        self._rated = rated
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        if self.isVisible():
            for differs in {*self._placed()} ^ {*self._painted}:
                self.update(differs.left, 0, differs.wide, self.height())

    def minimumSizeHint(self) -> QSize:
        """Any width: what has no room is left out."""
        return QSize(1, theme.px(sizes.FOOT.short))

    def shown(self) -> list[Piece]:
        """What there is room for now, in its order; the overall is the last."""
        if self._rated is None:
            return []
        last = [self._overall(self._rated)] if self._framework.rating.overall else []
        for brief in (False, True):
            found = [*self._standards(self._rated, brief=brief), *last]
            if self._needed(found) <= self.width():
                return found
        while len(found) > 1 and self._needed(found) > self.width():
            found = found[1:]
        return found

    def _standards(self, rated: Rated, *, brief: bool) -> Iterator[Piece]:
        for standard in rated.standards:
            if standard.ref in self._judged:
                words = standard.ref if brief else f"{standard.ref} {standard.title}"
                yield Piece(
                    words=words,
                    figure=_share(standard),
                    rating=standard.rating,
                    after="",
                    provisional=not standard.complete,
                )

    def _overall(self, rated: Rated) -> Piece:
        score = "" if rated.overall is None else say("{number} of {most}", number=rated.score, most=rated.score_max)
        word = rated.overall or say("no rating yet")
        after = say("{rating}, provisional", rating=word) if rated.overall and rated.provisional else word
        return Piece(
            words=overall_words.called(rated),
            figure=score,
            rating=rated.overall,
            after=after,
            provisional=rated.provisional,
        )

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Standards from the left with a line between two; the overall at the right. Only what is asked for is drawn anew."""
        painter, self._painted = QPainter(self), self._placed()
        for one in self._painted:
            if event.region().intersects(QRect(one.left, 0, one.wide, self.height())):
                self._paint_placed(painter, one)

    def _placed(self) -> tuple[_Placed, ...]:
        """What is shown, each where it stands."""
        shown, apart = self.shown(), theme.px(sizes.APART)
        overall = shown.pop() if shown and self._framework.rating.overall else None
        placed, left = [], 0
        for piece in shown:
            placed.append(_Placed(piece, left, self._width(piece) + (2 * apart if left else apart)))
            left += placed[-1].wide
        if overall is not None:
            wide = self._width(overall)
            placed.append(_Placed(overall, self.width() - wide, wide, is_overall=True))
        return tuple(placed)

    def _paint_placed(self, painter: QPainter, one: _Placed) -> None:
        begins = one.left
        if begins and not one.is_overall:
            painter.setPen(QColor(theme.colours().line))
            painter.drawLine(QPoint(begins, self.height() // 4), QPoint(begins, self.height() * 3 // 4))
            begins += theme.px(sizes.APART)
        self._paint(painter, begins, one.piece, figure_last=not one.is_overall)

    def _paint(self, painter: QPainter, left: int, piece: Piece, *, figure_last: bool) -> None:
        gap, strong = theme.px(sizes.CLOSE), not (figure_last and piece.provisional)
        left = self._say(painter, left, piece.words, strong=False, quiet=not figure_last)
        if not figure_last:
            left = self._say(painter, left, piece.figure, strong=strong)
        paint_steps(painter, left, self.height() / 2, self._framework, piece.rating, provisional=piece.provisional)
        left += theme.px(steps_width(self._framework)) + gap
        if figure_last:
            left = self._say(painter, left, piece.figure, strong=strong)
        self._say(painter, left, piece.after, strong=not piece.provisional)

    def _say(self, painter: QPainter, left: int, words: str, *, strong: bool, quiet: bool = False) -> int:
        if not words:
            return left
        painter.setFont(theme.font(theme.SMALL, bold=strong))
        painter.setPen(QColor(theme.colours().quiet if quiet else theme.colours().text))
        wide = painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(QRect(left, 0, wide + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        return left + wide + theme.px(sizes.CLOSE)

    def _needed(self, pieces: list[Piece]) -> int:
        return sum(self._width(piece) for piece in pieces) + 2 * theme.px(sizes.APART) * (len(pieces) - 1)

    def _width(self, piece: Piece) -> int:
        return _wide(piece, theme.px(steps_width(self._framework)), theme.zoom())


@lru_cache(maxsize=64)  # an answer changes one piece or two, and each is asked three times how wide it is
def _wide(piece: Piece, steps: int, _zoom: int) -> int:
    """How wide a piece is in pixels; `steps` of it the steps of its rating."""
    plain, bold = (QFontMetrics(theme.font(theme.SMALL, bold=heavy)) for heavy in (False, True))
    figure = (
        piece.figure if piece.after else _WHOLE
    )  # with room for any percent, the next standards stay where they are
    said = (plain, piece.words), (bold, figure), (plain if piece.provisional else bold, piece.after)
    wide = steps + sum(of.horizontalAdvance(words) for of, words in said)
    return wide + theme.px(sizes.CLOSE) * sum(bool(words) for _, words in said)


def _share(standard: RatedStandard) -> str:
    """The percent that makes the rating of a standard; "" where none does."""
    found = [(not q.lowest, q.percent) for q in standard.key_questions if q.percent is not None]
    return say("{percent}%", percent=min(found)[1]) if found else ""
