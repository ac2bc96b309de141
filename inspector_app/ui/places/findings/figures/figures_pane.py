"""The figures beside the findings, count and percent or a score, to be put into a text. Never a word for them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import RatedStandard
from inspector_app.core.words import later, say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.frames.card_area import CardArea
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.places.findings.figures.figure_bar import FigureBar
from inspector_app.ui.places.findings.figures.figure_line import FigureLine
from inspector_app.ui.places.findings.figures.freezing import Freezing
from inspector_app.ui.places.findings.figures.prompt_tallies import PromptTallies
from inspector_app.ui.words import rating as rating_words


class FiguresPane(QFrame):
    """One line a figure, with a button that puts its figure where the cursor last was; they scroll over what is done with the
    figure at the cursor.
    """

    chosen = Signal(str)  # what the figure is of
    freezing = Signal(str)  # the reason
    thawing = Signal()
    rewording = Signal()
    left = Signal()
    fits = Signal()  # what is in it needs another height

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Figures")
        self.way_to_write = later("Escape goes back to the text.")
        self._lay_out()
        self.buttons: dict[str, PressButton] = {}
        self._shown: Sequence[rating_words.Quotable] = ()

    def _lay_out(self) -> None:
        self._area = theme.role(CardArea(self), "page")
        self._under, self._freezing = theme.role(QFrame(self), "line"), Freezing(self)
        self.reason, self.freeze = self._freezing.reason, self._freezing.freeze
        self.follow, self.form = self._freezing.follow, self._freezing.form
        self._freezing.frozen.connect(self.freezing)
        self._freezing.thawed.connect(self.thawing)
        self._freezing.reworded.connect(self.rewording)
        self._under.hide()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self._area, 1)
        around.addWidget(self._under)
        around.addWidget(self._freezing)
        self._fill_area()

    def _fill_area(self) -> None:
        inside = theme.role(QWidget(self._area), "page")
        self._inside = layout = QVBoxLayout(inside)
        layout.setSpacing(theme.px(sizes.TIGHT))
        self._area.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._keep_width(most > 0))
        self._keep_width(scrolls=False)
        self._hint = theme.role(text_label(inside), "small")
        layout.addWidget(self._hint)
        self._rating = QWidget(inside)
        self._ratings = QVBoxLayout(self._rating)
        self._ratings.setContentsMargins(0, 0, 0, theme.px(sizes.TIGHT))
        layout.addWidget(self._rating)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(sizes.CLOSE))
        layout.addLayout(self._lines)
        self.prompts = PromptTallies(inside)
        layout.addWidget(self.prompts)
        layout.addStretch(1)
        self._area.setWidget(inside)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It hears when what is in it is laid out anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fits.emit()
        return super().eventFilter(watched, event)

    @property
    def whole_height(self) -> int:
        """As high as it is when nothing in it needs to be scrolled, with what is done with a figure, whether there or not."""
        wide = self.width() - self._area.verticalScrollBar().sizeHint().width()
        return self._inside.heightForWidth(wide) + self._freezing.heightForWidth(self.width()) + sizes.EDGE

    def _keep_width(self, scrolls: bool) -> None:
        """The bar has its room before it is there: it comes and goes with what is done with a figure."""
        near, bar = theme.px(sizes.NEAR), self._area.verticalScrollBar().sizeHint().width()
        self._inside.setContentsMargins(near, near, near if scrolls else near + bar, near)

    def set_standards(self, framework: Framework, standards: Sequence[RatedStandard]) -> None:
        """Show the figures of these standards; a key question without a judged case has none."""
        figures = [figure for standard in standards for figure in rating_words.figures(standard)]
        hint = say("Put a figure into the text at the cursor: {key}", key=actions.keys("figure"))
        self._hint.setText("" if figures else rating_words.no_figures(framework, standards))
        self._hint.setVisible(not figures)
        self._show_rating(framework, standards)
        if figures == self._shown:
            return
        self._shown, self.buttons = figures, {}
        empty(self._lines)
        questions = {question.ref: question for standard in standards for question in standard.key_questions}
        for figure in figures:
            question = questions.get(figure.of)
            self._add(figure, FigureBar(framework, question, self) if question is not None else None, hint)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the rating out: where there is little room the figures alone are wanted."""
        self._rating.setHidden(narrow)
        self.prompts.setHidden(narrow)

    def _show_rating(self, framework: Framework, standards: Sequence[RatedStandard]) -> None:
        """The rating of the one standard that the section is of."""
        empty(self._ratings)
        if len(standards) == 1 and framework.rating.words:
            mark, (standard,) = RatingMark(framework, parent=self), standards
            mark.set_rating(
                standard.rating, "" if standard.rating else say("no rating yet"), provisional=not standard.complete
            )
            self._ratings.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)

    def _add(self, figure: rating_words.Quotable, bar: FigureBar | None, hint: str) -> None:
        line = FigureLine(figure, bar, self)
        line.insert.setToolTip(hint)
        line.insert.clicked.connect(lambda: self.chosen.emit(figure.live))
        self._lines.addWidget(line)
        self.buttons[figure.of] = line.insert

    def offer_freezing(self, at_cursor: live_figures.Live | None) -> None:
        """Offer what can be done with the figure at the cursor of a text; None where there is none."""
        self._freezing.offer(at_cursor)
        self._under.setVisible(at_cursor is not None)

    def enter(self) -> None:
        """Go to the first figure, or say why there is none."""
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            tell(self, self._hint.text())

    def enter_freezing(self) -> None:
        """Go to the reason for freezing the figure at the cursor, or say that there is none."""
        if self.reason.isEnabled():
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            tell(self, say("Put the cursor at a figure in a text first."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between figures, Escape goes back to the text."""
        buttons = list(self.buttons.values())
        here = next((i for i, b in enumerate(buttons) if b.hasFocus()), None)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif here is not None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            to = here + (1 if event.key() == Qt.Key.Key_Down else -1)
            buttons[max(0, min(len(buttons) - 1, to))].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)
