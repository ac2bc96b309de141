"""The ratings so far in one line, where the window is too low for the strip: each standard, and at the right the overall."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
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
    ref: str = ""  # of the standard


class _Placed(NamedTuple):
    """A piece with where it begins, the line at its left and all, and how wide it is, in pixels."""

    piece: Piece
    left: int
    wide: int
    is_overall: bool = False
    after_another: bool = False  # with a line between the two


class RatingsLine(QWidget):
    """With less room standards have their references alone, then the overall its word, and then those at the left go first.

    What changed last, or else is judged now, stays before the others. Under a message at the left nothing is shown by half.
    """

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework = framework
        self._judged = {s.ref for s in framework.standards if s.case_questions}
        self._rated: Rated | None = None
        self._painted: tuple[_Placed, ...] = ()
        self._judging = self._changed = ""  # the standard that is judged, and that whose rating changed last
        self._covered = 0  # px at the left that a message lies over
        self._made_of: tuple[Rated | None, int, str, int] = (None, -1, "", 0)  # ratings, width, what is kept, zoom
        self._laid: tuple[_Placed, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_rated(self, rated: Rated, spoken: str) -> None:
        """Show these ratings; `spoken` is what is heard of them."""
        before = {one.ref: one for one in (self._rated or rated).standards}  # a return visit has others
        changed = [one.ref for one in rated.standards if before.get(one.ref, one) != one]
        self._rated, self._changed = rated, changed[0] if changed else self._changed
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self._show()

    def keep(self, standard: str) -> None:
        """This one is judged now."""
        if standard != self._judging:
            self._judging = standard
            self._show()

    def give_way(self, place: QRect) -> None:
        """A message lies there on the screen, or nowhere."""
        here = QRect(self.mapToGlobal(QPoint()), self.size())
        covered = place.right() + 1 - here.left() if place.intersects(here) else 0
        changed = "" if place.isEmpty() else self._changed
        if (covered, changed) != (self._covered, self._changed):
            self._covered, self._changed = covered, changed
            self._show()

    def _show(self) -> None:
        """Draw anew what is shown otherwise now."""
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
        for brief, briefer in ((False, False), (True, False), (True, True)):
            last = [self._overall(self._rated, brief=briefer)] if self._framework.rating.overall else []
            found = [*self._standards(self._rated, brief=brief), *last]
            if self._needed(found) <= self.width():
                return found
        while len(found) > 1 and self._needed(found) > self.width():
            found.remove(next((one for one in found[:-1] if one.ref != self._kept), found[0]))
        return found

    @property
    def _kept(self) -> str:
        return self._changed or self._judging

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
                    ref=standard.ref,
                )

    def _overall(self, rated: Rated, *, brief: bool) -> Piece:
        score = "" if rated.overall is None else say("{number} of {most}", number=rated.score, most=rated.score_max)
        word = rated.overall or say("no rating yet")
        said = rated.overall and rated.provisional and not brief  # its steps are hatched, and it is called "so far"
        after = say("{rating}, provisional", rating=word) if said else word
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
        """What is shown, each where it stands; under a message nothing, and what is to be kept beside it."""
        placed, kept_one = self._all_placed(), self._kept
        if not self._covered:
            return placed
        free = [one for one in placed if one.left >= self._covered]
        kept = None if any(one.piece.ref == kept_one for one in free) else self._beside_message(placed, free)
        if kept is not None:
            free = [kept, *(one for one in free if one.left >= kept.left + kept.wide)]
        return tuple(one._replace(after_another=bool(at) and not one.is_overall) for at, one in enumerate(free))

    def _beside_message(self, placed: tuple[_Placed, ...], free: list[_Placed]) -> _Placed | None:
        """The standard that is to be kept, right of the message; None where that has no room before the overall."""
        apart, kept = theme.px(sizes.APART), self._kept
        begins = self._covered + theme.px(sizes.CLOSE) - apart
        ends = min((one.left for one in free if one.is_overall), default=self.width() + apart)
        for piece in chain((one.piece for one in placed if one.piece.ref == kept), self._in_brief(kept)):
            wide = self._width(piece) + 2 * apart
            if begins + wide <= ends:
                return _Placed(piece, begins, wide)
        return None

    def _in_brief(self, ref: str) -> Iterator[Piece]:
        if self._rated is not None:
            yield from (piece for piece in self._standards(self._rated, brief=True) if piece.ref == ref)

    def _all_placed(self) -> tuple[_Placed, ...]:
        """What is shown where nothing lies over it: found once, for each answer asks several times."""
        made_of = (self._rated, self.width(), self._kept, theme.zoom())
        if any(now is not then and now != then for now, then in zip(made_of, self._made_of, strict=True)):
            self._made_of, self._laid = made_of, self._lay()
        return self._laid

    def _lay(self) -> tuple[_Placed, ...]:
        shown, apart = self.shown(), theme.px(sizes.APART)
        overall = shown.pop() if shown and self._framework.rating.overall else None
        placed, left = [], 0
        for piece in shown:
            wide = self._width(piece) + (2 * apart if left else apart)
            placed.append(_Placed(piece, left, wide, after_another=left > 0))
            left += wide
        if overall is not None:
            wide = self._width(overall)
            placed.append(_Placed(overall, self.width() - wide, wide, is_overall=True))
        return tuple(placed)

    def _paint_placed(self, painter: QPainter, one: _Placed) -> None:
        if one.after_another:
            painter.setPen(QColor(theme.colours().line))
            painter.drawLine(QPoint(one.left, self.height() // 4), QPoint(one.left, self.height() * 3 // 4))
        begins = one.left if one.is_overall or not one.left else one.left + theme.px(sizes.APART)
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
    figure = piece.figure if piece.after else _WHOLE  # room for any percent: the next standards stay where they are
    said = (plain, piece.words), (bold, figure), (plain if piece.provisional else bold, piece.after)
    wide = steps + sum(of.horizontalAdvance(words) for of, words in said)
    return wide + theme.px(sizes.CLOSE) * sum(bool(words) for _, words in said)


def _share(standard: RatedStandard) -> str:
    """The percent that makes the rating of a standard; "" where none does."""
    found = [(not q.lowest, q.percent) for q in standard.key_questions if q.percent is not None]
    return say("{percent}%", percent=min(found)[1]) if found else ""
