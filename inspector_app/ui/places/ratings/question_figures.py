"""One key question on the Ratings page: its words, its figure against the bands, its word, and the cases behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import RatedQuestion
from inspector_app.core.words import count, say
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.look import theme
from inspector_app.ui.look.band_bar import paint_band_bar
from inspector_app.ui.look.rating_mark import RatingMark, widest_mark
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.ratings.case_answers import CaseAnswer, CaseAnswers, counts
from inspector_app.ui.places.ratings.given_box import Read
from inspector_app.ui.places.ratings.totals_line import TotalsLine
from inspector_app.ui.words import rating as rating_words

_NARROW = 824  # px at 100%: below this the figure goes under the words


class BandBar(QWidget):
    """A percent as a length, with the framework's bands marked and numbered."""

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lowers = [band.lower for band in framework.rating.bands]
        self._percent: int | None = None
        self._provisional = False
        self._colour = ""
        self.setFixedSize(self.sizeHint())

    def set_percent(self, percent: int | None, colour: str, *, provisional: bool) -> None:
        """Show a percent, or none; `provisional`: it can still change."""
        self._percent, self._colour, self._provisional = percent, colour, provisional
        self.update()

    def sizeHint(self) -> QSize:
        """The bar and a line of numbers."""
        return QSize(theme.px(208), theme.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar, then the lower bounds of the bands under their ticks."""
        painter = QPainter(self)
        bar = QRectF(0, theme.px(1), self.width(), theme.px(18))
        paint_band_bar(painter, bar, self._percent, self._lowers, self._colour, provisional=self._provisional)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.colours().quiet))
        for lower in self._lowers:
            if 0 < lower < 100:
                middle = round(self.width() * lower / 100)
                box = QRect(middle - theme.px(16), theme.px(18), theme.px(32), theme.px(18))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(lower))


class QuestionFigures(QWidget):
    """A row. The figure is a button: it opens the list of cases behind it."""

    case_asked = Signal(str, str)  # case id, key question
    cases_wanted = Signal(str)  # key question whose cases are to be shown
    failed = Signal(object)  # Expected: totals that could not be saved

    def __init__(self, framework: Framework, ref: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ref = ref
        self._framework = framework
        self._words = text_label(self)
        self._notes = theme.role(text_label(self), "small")
        self.figure = theme.role(PressButton(self), "answer")
        self.figure.setObjectName(f"{ref}/figure")
        self.figure.setCheckable(True)
        self.figure.clicked.connect(self._on_clicked)
        self._percent = theme.role(plain_label(parent=self), "label")
        self._bar = BandBar(framework, self)
        self._mark = RatingMark(framework, theme.SMALL, parent=self)
        self._lowest = theme.role(plain_label("lowest", self), "small")
        self._said = theme.role(plain_label(parent=self), "small")
        self.cases = CaseAnswers(self)
        self.cases.case_asked.connect(self._ask)
        self.totals = TotalsLine(ref, self)
        self.totals.failed.connect(self.failed)
        self._cases_box = QWidget(self)
        self._cases_box.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(theme.px(2))
        text.addWidget(self._words)
        text.addWidget(self._notes)
        text.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(theme.px(16))
        self._across.addLayout(text, 1)
        self._across.addWidget(self._figures(), 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(self._cases_box)
        inside.setContentsMargins(theme.px(8), 0, 0, theme.px(4))
        inside.setSpacing(theme.px(2))
        inside.addWidget(self._said)
        inside.addWidget(self.cases)
        inside.addWidget(self.totals)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(6), 0, theme.px(4))
        layout.setSpacing(theme.px(4))
        layout.addLayout(self._across)
        layout.addWidget(self._cases_box)

    def _figures(self) -> QWidget:
        self.figure.setFixedWidth(theme.px(142))
        self._percent.setFixedWidth(theme.px(46))
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        word = QWidget(self)
        word.setFixedWidth(widest_mark(self._framework, theme.SMALL))
        words = QVBoxLayout(word)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._mark)
        words.addWidget(self._lowest)
        box = QWidget(self)
        row = Flow(self.figure, self._percent, self._bar, word, middle=False)
        row.setSpacing(theme.px(10))
        box.setLayout(row)
        return box

    def set_rated(self, rated: RatedQuestion) -> None:
        """Show a rated key question."""
        rules = self._framework.rating
        self._words.setText(f"{rated.ref}  {rated.text}")
        said = rating_words.notes(self._framework, rated)
        self._notes.setText("\n".join(said))
        self._notes.setVisible(bool(said))
        self.figure.setText(rating_words.judged(rated))
        self.figure.setAccessibleName(rating_words.spoken_figure(rated))
        self.figure.setToolTip(f"Show the cases behind {rated.ref}")
        self._percent.setText("–" if rated.percent is None else f"{rated.percent}%")
        most = max(w.points for w in rules.words)
        colour = theme.rating_colour(rules.points(rated.band), most) if rated.band else theme.colours().na
        self._bar.set_percent(rated.percent, colour, provisional=rated.tally.unanswered > 0)
        self._mark.set_rating(rated.band, rated.band or "not judged yet")
        self._lowest.setVisible(rated.lowest)

    @property
    def open(self) -> bool:
        """Whether the cases are shown."""
        return self.figure.isChecked()

    def show_cases(self, rows: Sequence[CaseAnswer], left_out: int = 0) -> None:
        """Open the list of cases with these; `left_out` of those behind the figure are being marked blind."""
        self.figure.setChecked(True)
        judged = any(row.answer is not None for row in rows)
        if rows and (judged or not self.totals.used):
            self._said.setText(f"Cases behind {self.ref}: {counts(rows)}. Enter or a click opens one.")
        elif self.totals.used:
            self._said.setText(say("{ref} is known by its totals: no case is judged on it.", ref=self.ref))
        else:
            self._said.setText(say("{ref} has no case yet.", ref=self.ref))
        self.totals.setVisible(self.totals.used or not (judged or left_out))  # a document has one or the other
        if left_out:
            hidden = count(
                left_out,
                "Not shown: {n} case that you mark blind.",
                "Not shown: {n} cases that you mark blind.",
            )
            self._said.setText(f"{self._said.text()} {hidden}" if rows else hidden)
        self.cases.setVisible(bool(rows))
        self.cases.set_rows(self.ref, rows)
        self._cases_box.show()

    def load(self, read: Read, door: Door) -> None:
        """Show the totals that are held. Text not yet saved stays."""
        self.totals.load(read, door)

    def flush(self) -> bool:
        """Put typed totals on disk. False when they could not be."""
        return self.totals.flush()

    def hide_cases(self) -> None:
        """Fold the list away."""
        self.figure.setChecked(False)
        self._cases_box.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another where there is room, otherwise below."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._across.direction() != direction:
            self._across.setDirection(direction)

    def _on_clicked(self) -> None:
        if self.figure.isChecked():
            self.cases_wanted.emit(self.ref)
        else:
            self.hide_cases()

    def _ask(self, case_id: str) -> None:
        self.case_asked.emit(case_id, self.ref)
