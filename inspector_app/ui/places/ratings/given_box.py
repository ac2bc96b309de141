"""What people rate themselves: a word or stars, with the rationale; for a theme of 2014 its case score too."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework, Scale
from inspector_app.core.services.panel import given_in
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.word_buttons import WordButtons
from inspector_app.ui.look import theme
from inspector_app.ui.note.door import Target, Write
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.held import Held
from inspector_app.ui.note.in_hand import hold

Read = Callable[[str, str, str], Held]  # entity, id, field


class GivenBox(QWidget):
    """The rating people give to one subject (1.1, V1.2, V1, T1)."""

    rated = Signal(str, object)  # subject; the word chosen, or None for none
    scored = Signal(str, object)  # subject; percent, or None for none

    def __init__(
        self, framework: Framework, subject: str, label: str, *, score: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.subject = subject
        self._framework = framework
        self._label = text_label(self)
        self._label.setText(label)
        self.words = WordButtons(framework, subject, self)
        self.words.chosen.connect(lambda word: self.rated.emit(subject, word))
        self.score = ScoreLine(subject, self) if score else None
        self.rationale = NoteField(self)
        self.rationale.box.setPlaceholderText("Rationale")
        self.rationale.box.setObjectName(f"{subject}/rationale")
        hold(self, "rating", subject)  # what undo is about while the focus is here
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        layout.setSpacing(theme.px(6))
        layout.addWidget(self._label)
        layout.addWidget(self.words)
        if self.score is not None:
            self.score.scored.connect(lambda score: self.scored.emit(self.subject, score))
            layout.addWidget(self.score)
        layout.addWidget(self.rationale)

    def load(self, read: Read, write: Write) -> None:
        """Show what is held. Text not yet saved stays."""
        held = read("rating", self.subject, given_in(self._framework))
        self.words.set_word(self._word(held))
        if self.score is not None:
            self.score.set_score(read("rating", self.subject, "case_score"))
        text = read("rating", self.subject, "rationale")
        target = Target("rating", self.subject, "rationale")
        if self.rationale.box.is_bound(target, write):
            self.rationale.refresh(text.text, text.at)
        else:
            self.rationale.bind(target, f"Rationale for {self.subject}", text.text, text.at, write)

    def _word(self, held: Held) -> str | None:
        rules = self._framework.rating
        if rules.scale is Scale.STARS:
            return {w.points: w.word for w in rules.words}.get(int(held.value)) if held.value else None
        return held.text or None


class ScoreLine(QWidget):
    """The case assessment score of a theme, in percent; what is no score is said beside it and not kept."""

    scored = Signal(object)  # int, or None: cleared

    def __init__(self, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel("Case assessment score", self)
        self.box = QLineEdit(self)
        self.box.setObjectName(f"{subject}/score")
        self.box.setAccessibleName(f"{subject}: case assessment score in percent")
        self.box.setFixedWidth(theme.px(72))
        self.box.textEdited.connect(self._on_edited)
        self.wrong = theme.role(QLabel(self), "error")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        for widget in (label, self.box, QLabel("%", self), self.wrong):
            layout.addWidget(widget)
        layout.addStretch(1)

    def set_score(self, held: Held) -> None:
        """Show a score; what is being typed stays."""
        if not self.box.hasFocus():
            self.box.setText(held.text)
            self.wrong.clear()

    def _on_edited(self, text: str) -> None:
        text = text.strip()
        valid = not text or (text.isascii() and text.isdigit() and int(text) <= 100)
        self.wrong.setText("" if valid else "a whole number from 0 to 100")
        if valid:
            self.scored.emit(int(text) if text else None)
