"""The key question's own judgement, at the foot of its prompts: an inspector's, never computed from them."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector_app.core.domain.cases.verified import ItemRow
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import QuestionPage
from inspector_app.core.domain.text.marks import Mark, has
from inspector_app.core.words import later, say
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.telling import speak
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Down, Layout
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.keys import CLOSE_CALL
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.words import answers as words
from inspector_app.ui.words import framework as framework_words
from inspector_app.ui.words import verified as verified_words

_REASONS = later("Your reasons for the judgement")


class JudgementBox(AnswerRow):
    """Sufficient: Yes, No or n/a; its reasons (`note`) lie beside the prompts."""

    def __init__(self, parent: QWidget, keys: SingleKeys) -> None:
        super().__init__(parent, keys, large=True)
        self.question, self._themes = "", False
        self._title = theme.role(text_label(self), "label")
        self._whole, self._low = "", False
        self._prompts = self._verified = ""
        self.so_far = theme.role(plain_label(parent=self), "small")
        self.note.box.setPlaceholderText(str(_REASONS))
        self._grid = layout = QGridLayout(self)
        layout.setHorizontalSpacing(theme.px(sizes.CLOSE))
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(0, 1)
        self._place_title()
        layout.addWidget(self.so_far, 1, 0, Qt.AlignmentFlag.AlignTop)
        for column, widget in enumerate((self.contested, self.buttons), start=1):
            layout.addWidget(widget, 0, column, 2, 1, Qt.AlignmentFlag.AlignVCenter)

    def set_themes(self, themes: bool) -> None:
        """Whether themes are answered, and not key questions."""
        self._themes = themes

    def set_layout(self, layout: Layout) -> None:
        """In a low window the title and the answers alone."""
        super().set_layout(layout)
        above = theme.px(sizes.TIGHT if layout.short else sizes.NEAR)
        beside = theme.px(sizes.APART) - sizes.EDGE
        self._grid.setContentsMargins(beside, above, theme.px(sizes.NEAR) - sizes.EDGE, above)
        self._low = layout.down is Down.LOW
        self.so_far.setHidden(self._low)
        self._place_title()
        self.show_title(self._whole)

    def _place_title(self) -> None:
        """Over how its prompts were answered, or alone in the line of the answers."""
        at = Qt.AlignmentFlag.AlignVCenter if self._low else Qt.AlignmentFlag.AlignBottom
        self._grid.addWidget(self._title, 0, 0, 2 if self._low else 1, 1, at)

    def set_open(self, opened: bool) -> None:
        """Whether one may judge here; else nobody is asked for reasons."""
        super().set_open(opened)
        self.note.box.setPlaceholderText(str(_REASONS) if opened else "")

    def subject(self) -> str:
        """ "Judgement on 2.1.2, sufficient"."""
        return f"Judgement on {self.question}, {'done well enough' if self._themes else 'sufficient'}"

    @property
    def why(self) -> str:
        """The heading of its reasons; "" while it is on nothing."""
        return framework_words.why(self.question, themes=self._themes) if self.question else ""

    def set_row(self, page: QuestionPage, door: Door) -> None:
        """Show the judgement of a key question on a case. Unsaved text of this one stays."""
        self.question = page.ref
        target = Target(page.entity, page.id, "rationale")
        self._bind(target, f"Reasons for {page.ref}", page.rationale, page.saved, door)
        self._show(self.subject(), page.answer, page.contested)

    @property
    def title(self) -> str:
        """Whose judgement it is, in words."""
        return self._whole

    def show_title(self, title: str) -> None:
        """Say whose judgement it is; in a low window the bar alone does that."""
        self._whole = title
        self._title.setText(self.question if self._low else title)

    def show_so_far(self, given: Iterable[Answer | None]) -> None:
        """Say how its prompts were answered."""
        self._prompts = words.so_far(given) or words.NO_PROMPTS.say()
        self._say_so_far()

    def show_verified(self, item: ItemRow | None) -> None:
        """In words, behind how its prompts were answered."""
        self._verified = verified_words.state(item) if item else ""
        self._say_so_far()

    def _say_so_far(self) -> None:
        self.so_far.setText(" · ".join(part for part in (self._prompts, self._verified) if part))

    def _mark(self, code: str) -> None:
        """Whether it is a close call now is heard, too."""
        super()._mark(code)
        if code == CLOSE_CALL:
            close = has(self.note.box.text(), Mark.CLOSE)
            speak(self, say("Close call") if close else say("No close call"), "close call")

    def ground(self) -> str:
        """That of a bar."""
        return theme.colours().accent_soft if self._current else theme.colours().sunken

    def paintEvent(self, event: QPaintEvent) -> None:
        """Set off from the prompts by a thick line."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), sizes.STRESS, QColor(theme.colours().text))
