"""The ratings of the whole inspection so far, in one strip: repainted in the moment a judgement is made."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from inspector_app.core.domain.framework import Framework, Standard
from inspector_app.core.domain.rated import Rated, RatedQuestion, RatedStandard
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.band_bar import paint_band_bar
from inspector_app.ui.look.layout import Down
from inspector_app.ui.look.rating_mark import paint_steps, steps_width
from inspector_app.ui.places.case.aloud import speak_of_change
from inspector_app.ui.places.case.ratings_line import RatingsLine
from inspector_app.ui.words import rating as rating_words
from inspector_app.ui.words.overall import called

_LINE, _GAP = 18, 12  # px at 100%: a line, between two standards
_LEAST = 198  # of the overall
_STANDINGS = ("by the panel, so far", "suggested", "so far")
_MIDDLE, _RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class StandardCell(QFrame):
    """One standard: its word, and for each key question the percent, a bar against the bands, and n of m."""

    def __init__(self, framework: Framework, standard: Standard, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework = framework
        self._lowers = [band.lower for band in framework.rating.bands]
        self._lines = len(standard.key_questions)
        self._title = f"{standard.ref} {standard.title}"
        self.rated: RatedStandard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rated(self, rated: RatedStandard) -> bool:
        """Show a rated standard; true when that changed anything."""
        if rated == self.rated:
            return False
        self.rated = rated
        self.setAccessibleName(spoken(rated))
        self.setToolTip(spoken(rated))
        self.update()
        return True

    def sizeHint(self) -> QSize:
        """Two lines of words and one for each key question."""
        return QSize(theme.px(210), theme.px(_LINE * (2 + self._lines) + 4))

    def minimumSizeHint(self) -> QSize:
        """Below this the figures would touch, or a word be cut."""
        word = max((_width(band.word) for band in self._framework.rating.words), default=0) + theme.px(
            _steps(self._framework)
        )
        title = _width(self._title, bold=True) + theme.px(4) + max(map(_width, _STANDINGS))
        return QSize(max(theme.px(172), theme.px(_GAP) + max(word, title)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Title, word, then a line for each key question."""
        if self.rated is None:
            return
        painter, c, line = QPainter(self), theme.colours(), theme.px(_LINE)
        box = QRect(0, 0, self.width() - theme.px(_GAP), line)
        _words(painter, box, standing(self.rated), c.quiet, align=_RIGHT)
        taken = painter.fontMetrics().horizontalAdvance(standing(self.rated))
        title = box.adjusted(0, 0, -taken - (theme.px(4) if taken else 0), 0)
        _words(painter, title, self._title, c.text, bold=True)
        box.translate(0, line)
        self._paint_word(painter, box)
        for question in self.rated.key_questions:
            box.translate(0, line)
            self._paint_question(painter, box, question)

    def _paint_word(self, painter: QPainter, box: QRect) -> None:
        rated = self.rated
        if rated is None or rated.rating is None:
            _words(painter, box, "no rating yet", theme.colours().quiet)
            return
        left = _lamps(painter, box, self._framework, rated.rating, still_open=not rated.complete)
        _words(painter, left, rated.rating, theme.colours().text)

    def _paint_question(self, painter: QPainter, box: QRect, question: RatedQuestion) -> None:
        c = theme.colours()
        tally = f"{question.tally.yes} of {question.tally.of}"
        ref, percent, count = theme.px(38), _width("100%", bold=True), max(_width(tally), theme.px(52))
        _words(painter, QRect(box.left(), box.top(), ref, box.height()), question.ref, c.quiet)
        rest = box.adjusted(ref, 0, 0, 0)
        if question.percent is None:
            rest.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(question.ref) + theme.px(5))
            _words(painter, rest, rating_words.judged(question), c.quiet)
            return
        figure = QRect(rest.left(), rest.top(), percent, rest.height())
        colour, still_open = self._colour(question.band), question.tally.unanswered > 0
        _words(painter, figure, f"{question.percent}%", c.text, bold=question.lowest and not still_open)
        bar = QRectF(rest.adjusted(percent + theme.px(4), theme.px(3), -count - theme.px(4), -theme.px(3)))
        paint_band_bar(painter, bar, question.percent, self._lowers, colour, provisional=still_open)
        tail = QRect(rest.right() - count, rest.top(), count, rest.height())
        _words(painter, tail, tally, c.quiet, align=_RIGHT)

    def _colour(self, word: str | None) -> str:
        rules = self._framework.rating
        most = max((w.points for w in rules.words), default=0)
        return theme.rating_colour(rules.points(word), most) if word else theme.colours().na


class OverallCell(QFrame):
    """The overall so far: score, word, and in words what is still open."""

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework, self._words = framework, [band.word for band in framework.rating.overall]
        self.rated: tuple[str, ...] = ()
        self._open = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_rated(self, rated: Rated) -> bool:
        """Show a rated inspection; true when that changed anything here."""
        shown = overall_words(rated)
        if shown == self.rated:
            return False
        self.rated, self._open = shown, rated.provisional
        self.setAccessibleName(". ".join(shown))
        self.setToolTip("\n".join(shown))
        self.updateGeometry()
        self.update()
        return True

    def sizeHint(self) -> QSize:
        """Four lines of words."""
        wide = max((_width(words, bold=True) for words in self.rated), default=0)
        wide += theme.px(_GAP + _steps(self._framework))
        return QSize(max(theme.px(_LEAST), wide), theme.px(_LINE * 4 + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Heading, score and word, then the reservation."""
        painter, c, line = QPainter(self), theme.colours(), theme.px(_LINE)
        box = QRect(theme.px(_GAP), 0, self.width() - theme.px(_GAP), line)
        painter.fillRect(QRect(0, 0, 1, self.height()), QColor(c.line))
        for place, text in enumerate(self.rated):
            if place == 1 and text in self._words:
                left = _lamps(painter, box, self._framework, text, still_open=self._open)
                _words(painter, left, text, c.text, bold=not self._open)
            else:
                _words(painter, box, text, c.quiet if place > 1 else c.text, bold=place == 0)
            box.translate(0, line)


class RatingsStrip(QFrame):
    """Each standard judged on cases, and the overall. Give it every new rating."""

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.role(self, "bar")
        self.setAccessibleName("Ratings so far, of the whole inspection")
        self._rated: Rated | None = None
        self._short = False
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.line = RatingsLine(framework, self)
        self.line.hide()
        layout = self._across = QHBoxLayout(self)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.line, 1)
        self._cells = self._make_cells(framework)
        self._overall = OverallCell(framework, self) if framework.rating.overall else None
        if self._overall is not None:
            layout.addWidget(self._overall)
        self._fit()
        self.setVisible(self.rates)

    @property
    def rates(self) -> bool:
        """Whether the framework rates anything by answers on cases; else there is nothing to show."""
        return bool(self._cells)

    def _make_cells(self, framework: Framework) -> dict[str, StandardCell]:
        """A place for each standard of the framework that is judged on cases."""
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        judged = [s for s in framework.standards if s.case_questions]
        made = {s.ref: StandardCell(framework, s, inside) for s in judged}
        for cell in made.values():
            row.addWidget(cell, 1, Qt.AlignmentFlag.AlignTop)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        return made

    def set_down(self, down: Down) -> None:
        """Show one line where the window is too low for more: standards, and the overall rating."""
        short = self._short = down is not Down.TALL
        for part in (self._scroll, self._overall):
            if part is not None:
                part.setHidden(short)
        self.line.setHidden(not short)
        edge, above = theme.px(sizes.APART), 0 if short else theme.px(sizes.CLOSE)
        self._across.setContentsMargins(edge, above, edge, above)
        high = theme.px(sizes.FOOT.usual if down is Down.MEDIUM else sizes.FOOT.short)
        self.setMinimumHeight(high if short else 0)
        self.setMaximumHeight(high if short else sizes.ANY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where not all standards fit, there is room for a scroll bar too."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another zoom needs another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for cell in self._cells.values():
                cell.updateGeometry()
            self._fit()

    def _fit(self) -> None:
        inside, bar = self._scroll.widget(), self._scroll.horizontalScrollBar()
        if inside is not None:
            short = inside.minimumSizeHint().width() > self._scroll.width()
            self._scroll.setFixedHeight(inside.sizeHint().height() + (bar.sizeHint().height() if short else 0))

    def set_rated(self, rated: Rated) -> int:
        """Show these ratings, and say aloud which changed; gives how many cells differ, which alone are repainted."""
        speak_of_change(self, self._rated, rated)
        self._rated = rated
        self.line.set_rated(rated, ". ".join(overall_words(rated)))
        changed = sum(self._cells[s.ref].set_rated(s) for s in rated.standards if s.ref in self._cells)
        return changed + (self._overall is not None and self._overall.set_rated(rated))

    def cell(self, standard: str) -> StandardCell:
        """The cell of a standard that is judged on cases; KeyError for others."""
        return self._cells[standard]

    def bring_into_view(self, standard: str) -> None:
        """Scroll to a standard where not all fit."""
        if standard in self._cells:
            self._scroll.ensureWidgetVisible(self._cells[standard], 0, 0)


def spoken(rated: RatedStandard) -> str:
    """A standard's rating in words, for people who hear the screen and for the tip."""
    word = ", ".join(part for part in (rated.rating or "no rating yet", standing(rated)) if part)
    return f"{rated.ref} {rated.title}: {word}. " + " ".join(_spoken_question(q) for q in rated.key_questions)


def overall_words(rated: Rated) -> tuple[str, ...]:
    """The overall so far, line by line."""
    if rated.overall is None:
        return (called(rated), "no rating yet", *_open(rated))
    return (f"{called(rated)}: {rated.score} of {rated.score_max}", rated.overall, *_open(rated))


def _open(rated: Rated) -> tuple[str, ...]:
    if not rated.provisional:
        return ("Every judgement is made",)
    counted = [s for s in rated.standards if s.counted]
    missing = sum(q.tally.unanswered for s in counted for q in s.key_questions)
    undecided = [s.ref for s in counted if s.rating is None or s.suggested]
    parts = ["Provisional", *([rating_words.open_judgements(missing)] if missing else [])]
    return (" · ".join(parts), *([f"not yet decided: {', '.join(undecided)}"] if undecided else []))


def standing(rated: RatedStandard) -> str:
    """How sure a standard's rating is, in a word or two; nothing when it stands."""
    if rated.discretion is not None:
        return "by the panel" if rated.complete else "by the panel, so far"
    if rated.rating is None or rated.complete:
        return ""
    return "suggested" if rated.suggested else "so far"


def _spoken_question(question: RatedQuestion) -> str:
    if question.percent is None:
        return f"{question.ref}: {rating_words.judged(question)}."
    tally = question.tally
    parts = (f"{question.percent}%", f"{tally.yes} of {tally.of}", question.band, rating_words.open_cases(question))
    return f"{question.ref}: {', '.join(filter(None, parts))}."


def _lamps(painter: QPainter, box: QRect, framework: Framework, word: str, *, still_open: bool) -> QRect:
    """The steps of a rating, hatched while it can change; gives what is left of the line."""
    paint_steps(painter, box.left(), box.center().y() + 1, framework, word, provisional=still_open)
    return box.adjusted(theme.px(_steps(framework)), 0, 0, 0)


def _steps(framework: Framework) -> float:
    """What the steps take of a line, with the room after them: px at 100%."""
    return steps_width(framework) + sizes.CLOSE


def _width(text: str, *, bold: bool = False) -> int:
    """How much room a text needs in the strip."""
    return QFontMetrics(theme.font(theme.SMALL, bold=bold)).horizontalAdvance(text) + theme.px(1)


def _words(
    painter: QPainter, box: QRect, text: str, colour: str, *, bold: bool = False, align: Qt.AlignmentFlag = _MIDDLE
) -> None:
    painter.setFont(theme.font(theme.SMALL, bold=bold))
    painter.setPen(QColor(colour))
    painter.drawText(box, align, text)
