"""What is known of one case without opening it: who has it, how far it is, what to check, and how it is judged."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.completeness import to_check
from inspector_app.core.domain.cases.review import Stage
from inspector_app.core.domain.rows import CaseRow, QuestionPage
from inspector_app.core.words import listed, say
from inspector_app.ui.controls.labels import plain_label, said_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.signs.answer_sign import AnswerSign
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.words import point as point_words
from inspector_app.ui.words import review as review_words
from inspector_app.ui.words.answers import WORDS
from inspector_app.ui.words.framework import type_alone

_POINTS = 8  # named one by one; the rest are on the case


class CasePreview(QScrollArea):
    """Only to read: a case is worked on when it is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = theme.role(QWidget(), "page")
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(0, 0, theme.px(theme.GRID), 0)
        self._layout.setSpacing(theme.px(sizes.TIGHT))
        self.setWidget(self._inside)

    def show_case(
        self, row: CaseRow, stage: Stage, pages: tuple[QuestionPage, ...], *, answered_by: Sequence[str]
    ) -> None:
        """Show a case with its key questions; `answered_by`: who answered on one that is nobody's."""
        empty(self._layout)
        said = review_words.by_whom(stage, datetime.now().astimezone())
        facts = (
            *([(say("Type"), type_alone(row.type))] if row.type else []),
            (say("Inspector"), row.inspector_name or _nobody(answered_by)),
            (say("Stage"), ", ".join(part for part in (review_words.shown(stage).words, said) if part)),
            (say("Answered"), say("{number} of {of}", number=row.items - row.gaps, of=row.items)),
        )
        self._layout.addWidget(self._facts(facts))
        self._layout.addWidget(theme.role(QFrame(self._inside), "line"))
        self._show_points(pages)
        self._head(say("Judged"))
        self._layout.addWidget(self._judged(pages))
        self._layout.addStretch(1)

    def _facts(self, facts: Sequence[tuple[str, str]]) -> QWidget:
        made = QWidget(self._inside)
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, theme.px(sizes.TIGHT))
        grid.setHorizontalSpacing(theme.px(sizes.APART))
        grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        grid.setColumnStretch(1, 1)
        for place, pair in enumerate(facts):
            for column, (words, role) in enumerate(zip(pair, ("quiet", ""), strict=True)):
                grid.addWidget(said_label(made, words, role), place, column, Qt.AlignmentFlag.AlignTop)
        return made

    def _show_points(self, pages: tuple[QuestionPage, ...]) -> None:
        found = to_check(pages)
        self._head(say("To check"))
        if not found.points:
            self._say(point_words.about(found), "quiet")
        for point in found.points[:_POINTS]:
            self._layout.addWidget(self._signed("warning", point_words.said(point)))
        if len(found.points) > _POINTS:
            self._say(say("{number} more on the case", number=len(found.points) - _POINTS), "quiet")

    def _signed(self, drawing: str, words: str) -> QWidget:
        """Words behind a drawing."""
        made, side = QWidget(self._inside), theme.px(sizes.PICTURE)
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(sizes.CLOSE))
        sign = plain_label(parent=made)
        sign.setPixmap(icon(drawing, theme.colours().warn, side, self.devicePixelRatioF()).pixmap(side, side))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(said_label(made, words), 1)
        return made

    def _judged(self, pages: tuple[QuestionPage, ...]) -> QWidget:
        made = QWidget(self._inside)
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(theme.GRID))
        grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        grid.setColumnStretch(2, 1)
        for place, page in enumerate(pages):
            answer = say("contested") if page.contested else WORDS[page.answer].say()
            why = page.rationale.strip().split("\n")[0]
            sign = AnswerSign(page.answer, made, contested=page.contested)
            grid.addWidget(sign, place, 1, Qt.AlignmentFlag.AlignTop)
            for column, words in ((0, page.ref), (2, ": ".join(part for part in (answer, why) if part))):
                grid.addWidget(said_label(made, words, "small"), place, column, Qt.AlignmentFlag.AlignTop)
        return made

    def _head(self, words: str) -> None:
        self._layout.addSpacing(theme.px(sizes.TIGHT))
        self._say(words, "label")

    def _say(self, words: str, role: str = "") -> None:
        self._layout.addWidget(said_label(self._inside, words, role))


def _nobody(answered_by: Sequence[str]) -> str:
    """That nobody has the case, and who has answered on it all the same."""
    names = listed(list(answered_by))
    return say("nobody yet; answered by: {names}", names=names) if names else say("nobody yet")
