"""How a line of the ratings table is drawn: words, figures, bars against the bands, rating; and how high it is."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import say
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.band_bar import paint_band_bar
from inspector_app.ui.look.rating_mark import paint_steps, steps_width
from inspector_app.ui.places.ratings.columns import Columns
from inspector_app.ui.places.ratings.lines import Figure, RatingLine

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_BESIDE, _TITLE = 112, 220  # px at 100%: where figures stand beside one another, the least for each, and for the title
_BAR_HIGH, _BAR_LOW, _HALF = 20, 16, 16
_LEAST_STANDARD, _LEAST_QUESTION = sizes.Height(32, 28), sizes.Height(44, 42)
_LEAST_FOLDED, _LEAST_TIGHT = sizes.Height(52, 48), sizes.Height(38, 36)  # the other where not all of the one fit


class LinePainter:
    """Draws lines of one framework. `folded`: figures of a standard beside one another, in its own line."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._lowers = [band.lower for band in framework.rating.bands]
        self._most = max(word.points for word in framework.rating.words)
        self.tight = False  # folded lines are as low as they can be

    def height(self, line: RatingLine, at: Columns, *, folded: bool, low: bool) -> int:
        """How high a line is, never less than what its kind is."""
        words = self._text_height(line, at, folded=folded)
        if at.below:
            figures = bool(line.question and line.figures)
            words += theme.px(sizes.BUTTON_SMALL) * (2 if figures and at.last else 1)
        return max(self.least(line, folded=folded, low=low), words + theme.px(sizes.TIGHT))

    def least(self, line: RatingLine, *, folded: bool, low: bool) -> int:
        """How high lines of its kind are, in a `low` window or a higher one."""
        in_standards = _LEAST_TIGHT if self.tight else _LEAST_FOLDED
        least = in_standards if folded else _LEAST_QUESTION if line.question else _LEAST_STANDARD
        return theme.px(least.short if low else least.usual)

    def paint(self, painter: QPainter, box: QRect, line: RatingLine, at: Columns, *, folded: bool) -> None:
        """Draw a line into its box, on the ground that is there."""
        painter.save()
        painter.translate(box.topLeft())
        inside = QRect(QPoint(0, 0), box.size())
        high = self._text_height(line, at, folded=folded)
        row = inside
        if at.below:
            row = QRect(0, high + theme.px(2), inside.width(), theme.px(sizes.BUTTON_SMALL))
            self._paint_words(painter, QRect(0, theme.px(2), inside.width(), high), line, at, folded=folded)
        else:
            self._paint_words(painter, inside, line, at, folded=folded)
        if folded:  # only where figures stand beside the words
            self._paint_figures(painter, row, line.figures, at)
        elif line.question and line.figures:
            self._paint_figure(painter, row, line.figures[0], at)
        if at.last and line.question and line.figures:
            row = row.translated(0, row.height())
        under = line.lowest if line.lowest and not at.below else line.under if folded else ""
        self._paint_rating(painter, row, line, at, under)
        painter.restore()

    # words

    def _width(self, line: RatingLine, at: Columns, *, folded: bool) -> int:
        """How wide the words are, and the note that stands under them."""
        if line.question:
            return at.text_width if line.figures else at.to_rating
        return theme.px(_TITLE) if folded and not at.below else at.text_width

    def _note_under(self, line: RatingLine, at: Columns, *, folded: bool) -> str:
        """What stands under the words; of a standard it stands beside them, or, folded, its figures do."""
        if at.below and line.lowest:
            return " · ".join(part for part in (line.lowest, line.note) if part)
        return line.note if line.question or (at.below and not folded) else ""

    def _note_beside(self, line: RatingLine, at: Columns, *, folded: bool) -> str:
        return "" if line.question or at.below or (folded and line.figures) else line.note

    def _note_room(self, line: RatingLine, at: Columns) -> int:
        """How wide the words beside a standard can be; a frame round them has its edges."""
        return self._note_box(at, 1).width() - (2 * theme.px(sizes.CLOSE) if line.so_far else 0)

    def _note_box(self, at: Columns, height: int) -> QRect:
        return QRect(at.bar, 0, at.rating - theme.px(sizes.NEAR) - at.bar, height)

    def _text_height(self, line: RatingLine, at: Columns, *, folded: bool) -> int:
        wide, small = self._width(line, at, folded=folded), theme.font(theme.SMALL)
        high = wrapping.height(at.words_of(line), theme.font(bold=not line.question), wide)
        high += wrapping.height(self._note_under(line, at, folded=folded), small, wide)
        beside = self._note_beside(line, at, folded=folded)
        frame = 2 * sizes.HAIR if line.so_far and beside else 0
        return max(high, wrapping.height(beside, small, self._note_room(line, at)) + frame)

    def _paint_words(self, painter: QPainter, box: QRect, line: RatingLine, at: Columns, *, folded: bool) -> None:
        c, wide = theme.colours(), self._width(line, at, folded=folded)
        under, beside = (note(line, at, folded=folded) for note in (self._note_under, self._note_beside))
        font, small = theme.font(bold=not line.question), theme.font(theme.SMALL)
        high, more = wrapping.height(at.words_of(line), font, wide), wrapping.height(under, small, wide)
        top = box.top() + (box.height() - high - more) // 2
        ref = QRect(theme.px(sizes.APART), top, at.text - theme.px(sizes.APART), high)
        wrapping.draw(painter, ref, line.ref, font, c.quiet if line.question else c.text)
        wrapping.draw(painter, QRect(at.text, top, wide, high), at.words_of(line), font, c.text)
        if under:
            wrapping.draw(painter, QRect(at.text, top + high, wide, more), under, small, c.quiet)
        if beside:
            self._paint_beside(painter, self._note_box(at, box.height()), line, beside)

    def _paint_beside(self, painter: QPainter, box: QRect, line: RatingLine, note: str) -> None:
        """What is said of a standard; in a dashed frame where its rating can still change."""
        c, small = theme.colours(), theme.font(theme.SMALL)
        if line.so_far:
            edge = theme.px(sizes.CLOSE)
            wide = min(QFontMetrics(small).horizontalAdvance(note) + 2 * edge, box.width())
            high = wrapping.height(note, small, box.width() - 2 * edge) + sizes.HAIR
            frame = QRect(box.left(), box.center().y() - high // 2, wide, high)
            painter.setPen(QPen(QColor(c.border), sizes.EDGE, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, theme.px(sizes.ROUND_SMALL), theme.px(sizes.ROUND_SMALL))
            box = box.adjusted(edge, 0, -edge, 0)
        wrapping.draw(painter, box, note, small, c.quiet, _MIDDLE)

    # figures

    def _paint_figure(self, painter: QPainter, box: QRect, figure: Figure, at: Columns) -> None:
        right = _MIDDLE | Qt.AlignmentFlag.AlignRight
        c, bar = theme.colours(), QRect(at.bar, box.top(), at.bar_width, box.height())
        if figure.percent is None:
            wrapping.draw(painter, bar, figure.yes_of, theme.font(theme.SMALL), c.quiet, _MIDDLE)
            return
        painter.setFont(theme.font())
        painter.setPen(QColor(c.quiet))
        painter.drawText(QRect(at.figures, box.top(), at.yes - at.figures, box.height()), right, figure.yes_of)
        painter.setFont(theme.font(bold=not figure.provisional))
        painter.setPen(QColor(c.text))
        painter.drawText(QRect(at.yes, box.top(), at.share - at.yes, box.height()), right, figure.share)
        self._paint_bar(painter, bar, figure, _BAR_HIGH)

    def _paint_bar(self, painter: QPainter, box: QRect, figure: Figure, high: int) -> None:
        high = theme.px(high)
        inside = QRectF(box.left(), box.top() + (box.height() - high) / 2, box.width(), high)
        paint_band_bar(
            painter,
            inside,
            figure.percent,
            self._lowers,
            self._colour(figure.band),
            provisional=figure.provisional,
            possible=figure.possible,
        )

    def _paint_figures(self, painter: QPainter, box: QRect, figures: tuple[Figure, ...], at: Columns) -> None:
        """Those of a standard beside one another: n of m and percent over the bar, the lowest in bold."""
        left = self.figures_left(at)
        each = (at.rating - theme.px(sizes.NEAR) - left) // max(1, len(figures))
        for place, figure in enumerate(figures):
            cell = QRect(left + place * each, box.top(), each - theme.px(sizes.NEAR), box.height())
            half = cell.height() // 2
            font = theme.font(theme.SMALL, bold=figure.lowest and not figure.provisional)
            said = " · ".join(part for part in (figure.yes_of, figure.share) if part)
            if figure.by_people:
                wrapping.draw(painter, cell, said, font, theme.colours().text, _MIDDLE)
                continue
            edge = 0 if self.tight else theme.px(sizes.TIGHT)  # of the line, which neither touches
            over = QRect(cell.left(), cell.top() + edge, cell.width(), half - edge)
            wrapping.draw(painter, over, said, font, theme.colours().text, _MIDDLE)
            self._paint_bar(painter, cell.adjusted(0, half, 0, -edge), figure, _BAR_LOW)

    # rating

    def _paint_rating(self, painter: QPainter, box: QRect, line: RatingLine, at: Columns, under: str) -> None:
        c, room = theme.colours(), QRect(at.rating, box.top(), at.rating_width, box.height())
        half = theme.px(_HALF) if under else 0
        middle = room.center().y() - half // 2
        paint_steps(painter, room.left(), middle, self._framework, line.rating, provisional=line.provisional)
        words = room.adjusted(theme.px(steps_width(self._framework) + sizes.CLOSE), 0, 0, 0)
        small = bool(line.question or under)
        font = theme.font(theme.SMALL if small else theme.BODY, bold=self._is_final(line))
        said = say("not judged yet") if line.figures and line.question and not line.rating else line.rated
        painter.setFont(font)
        painter.setPen(QColor(self._ink(line)))
        painter.drawText(words.adjusted(0, 0, 0, -half), _MIDDLE, said)
        if under:
            painter.setPen(QColor(c.quiet if line.so_far else self._ink(line)))
            painter.setFont(theme.font(theme.SMALL, bold=not line.so_far))
            painter.drawText(words.adjusted(0, half, 0, 0), _MIDDLE, under)

    def _ink(self, line: RatingLine) -> str:
        """A rating that stands has its colour; one that can still change has none."""
        c = theme.colours()
        return self._colour(line.rating) if self._is_final(line) else c.text if line.rating else c.quiet

    def _is_final(self, line: RatingLine) -> bool:
        return line.rating is not None and not line.question and not line.provisional

    def _colour(self, word: str | None) -> str:
        if word is None:
            return theme.colours().quiet
        return theme.rating_colour(self._framework.rating.points(word), self._most)

    def figures_left(self, at: Columns) -> int:
        """Where the figures begin that stand beside one another."""
        return at.text + theme.px(_TITLE + sizes.CLOSE)

    def fits_beside(self, lines: list[RatingLine], at: Columns) -> bool:
        """Whether the figures of every standard have room beside one another."""
        most = max((len(line.figures) for line in lines), default=0)
        room = at.rating - self.figures_left(at)
        return not at.below and room // max(1, most) >= theme.px(_BESIDE)
