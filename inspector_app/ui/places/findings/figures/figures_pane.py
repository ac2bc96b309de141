"""The figures beside the findings, count and percent or a score, to be put into a text. Never a word for them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rated import RatedStandard
from inspector_app.core.words import later, say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.card_area import CardArea
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.places.findings.figures.figure_bar import FigureBar
from inspector_app.ui.places.findings.figures.figure_line import FigureLine
from inspector_app.ui.places.findings.figures.prompt_tallies import PromptTallies
from inspector_app.ui.words import rating as rating_words


class FiguresPane(CardArea):
    """One line a figure, with a button that puts its figure where the cursor last was."""

    chosen = Signal(str)  # what the figure is of
    freezing = Signal(str)  # the reason
    thawing = Signal()
    rewording = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Figures")
        self.way_to_write = later("Escape goes back to the text.")
        inside = theme.role(QWidget(), "page")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(*(theme.px(sizes.NEAR),) * 4)
        layout.setSpacing(theme.px(sizes.TIGHT))
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
        layout.addWidget(self._make_freezing(inside))
        layout.addStretch(1)
        self.setWidget(inside)
        self.buttons: dict[str, PressButton] = {}
        self._shown: Sequence[rating_words.Quotable] = ()

    def set_standards(self, framework: Framework, standards: Sequence[RatedStandard]) -> None:
        """Show the figures of these standards; a key question without a judged case has none."""
        figures = [figure for standard in standards for figure in rating_words.figures(standard)]
        hint = say("Put a figure into the text at the cursor: {key}", key=actions.keys("figure"))
        self._freezing.setVisible(bool(figures))
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

    def _make_freezing(self, inside: QWidget) -> QWidget:
        """With the cursor at a figure of a text: keep it as it stands, with a reason, or let it follow the data again."""
        self.reason = QLineEdit(inside)
        self.reason.setAccessibleName(say("Reason for freezing the figure at the cursor"))
        self.reason.setPlaceholderText(say("Reason"))
        self.reason.setMaxLength(200)
        self.freeze, self.follow = PressButton(say("Freeze"), inside), PressButton(say("Follow the data"), inside)
        self.form = PressButton(say("Say otherwise"), inside)
        self.form.setToolTip(
            say("Count and percentage, the percentage alone (before “of cases”), or the count alone (before “cases”)")
        )
        self.form.clicked.connect(self.rewording)
        self.freeze.setToolTip(say("Keep the figure at the cursor as it stands; the draft says why"))
        self.follow.setToolTip(say("Let the figure at the cursor follow the data again"))
        self.freeze.clicked.connect(lambda: self.freezing.emit(self.reason.text().strip()))
        self.reason.returnPressed.connect(self.freeze.click)
        self.follow.clicked.connect(self.thawing)
        self.offer_freezing(None)
        self._freezing = QWidget(inside)
        lines = QVBoxLayout(self._freezing)
        lines.setContentsMargins(0, theme.px(sizes.NEAR), 0, 0)
        lines.setSpacing(theme.px(sizes.TIGHT))
        lines.addWidget(theme.role(plain_label(say("Figure at the cursor"), inside), "label"))
        lines.addWidget(self.reason)
        lines.addLayout(Flow(self.freeze, self.follow, self.form))
        return self._freezing

    def offer_freezing(self, at_cursor: live_figures.Live | None) -> None:
        """Offer what can be done with the figure at the cursor of a text; None where there is none."""
        for part in (self.reason, self.freeze):
            part.setEnabled(at_cursor is not None)
        self.follow.setEnabled(at_cursor is not None and at_cursor.frozen)
        self.form.setEnabled(at_cursor is not None and not at_cursor.frozen)

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
            self.ensureWidgetVisible(self._freezing)
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
