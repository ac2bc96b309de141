"""What people rate themselves: a word or stars, with the reasons; for a theme of 2014 its case score too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.rows import Held
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.results.panel import given, given_in, word_of
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.word_buttons import WordButtons
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import contested_label, plain_label, text_label
from inspector_app.ui.controls.lists.case_answers import CaseAnswer, counts
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import Form, LineBox
from inspector_app.ui.note.saving import Chosen

Read = Callable[[str, str, str], Held]  # entity, id, field
_NO_SCORE = "a whole number from 0 to 100"


class GivenBox(QWidget):
    """The rating people give to one subject (1.1, V1.2, V1, T1)."""

    failed = Signal(object)  # Expected: what was chosen or scored could not be saved

    def __init__(
        self, framework: Framework, subject: str, label: str, *, score: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.subject = subject
        self._framework = framework
        self._label = text_label(self)
        self._label.setText(label)
        self.words = WordButtons(framework, subject, self)
        self._word = Chosen(self.words, lambda value: self.words.set_word(word_of(framework, value)))
        self._word.failed.connect(self.failed)
        self.words.chosen.connect(lambda word: self._word.choose(given(framework, word)))
        self.contested = contested_label(self)
        self.score = ScoreLine(subject, self) if score else None
        self.judged = theme.role(text_label(self), "quiet")
        self.judged.hide()
        self.rationale = NoteField(self)
        self.rationale.set_narrow(True)
        self.rationale.box.setPlaceholderText("Reasons")
        self.rationale.box.setObjectName(f"{subject}/rationale")
        hold(self, "rating", subject)  # what undo is about while the focus is here
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(sizes.TIGHT), 0, theme.px(sizes.TIGHT))
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self._label)
        layout.addWidget(self.contested)
        layout.addWidget(self.words)
        if self.score is not None:
            self.score.box.failed.connect(self.failed)
            layout.addWidget(self.score)
        layout.addWidget(self.judged)
        layout.addSpacing(theme.px(sizes.TIGHT))  # as far from the words as these are from each other
        layout.addWidget(self.rationale)

    def load(self, read: Read, door: Door) -> None:
        """Show what is held. Text not yet saved stays."""
        field = given_in(self._framework)
        word, score, text = (read("rating", self.subject, of) for of in (field, "case_score", "rationale"))
        self.contested.setVisible(word.contested or score.contested or text.contested)
        self._word.show_value(Target("rating", self.subject, field), agreed(word), door)
        if self.score is not None:
            self.score.box.show_value(Target("rating", self.subject, "case_score"), agreed(score), door)
        target, name = Target("rating", self.subject, "rationale"), f"Reasons for {self.subject}"
        self.rationale.show_value(target, name, str(text.value or ""), text.at, door)

    def show_answers(self, rows: Sequence[CaseAnswer]) -> None:
        """Say how the cases were judged where it is answered on each as a whole; the rating does not follow from that."""
        answers = say("Answers on cases: {counts}.", counts=counts(rows))
        self.judged.setText(answers if rows else say("There is no case to answer it on yet."))
        self.judged.show()

    def flush(self) -> bool:
        """Put what was typed on disk. False when it could not be."""
        written = [self.rationale.box.flush(), self.score is None or self.score.box.flush()]
        return all(written)


def agreed(held: Held) -> Value:
    """What is shown as chosen: nothing while two people chose differently, as it counts."""
    return None if held.contested else held.value


class ScoreLine(QWidget):
    """The case assessment score of a theme, in percent; what is no score is said beside it and not kept."""

    def __init__(self, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = plain_label("Case assessment score", self)
        self.box = LineBox(self, Form(read=_percent))
        self.box.setObjectName(f"{subject}/score")
        self.box.setAccessibleName(f"{subject}: case assessment score in percent")
        self.box.setFixedWidth(theme.px(sizes.BOX_NUMBER))
        self.wrong = theme.role(plain_label(parent=self), "error")
        self.box.textEdited.connect(self._say_whether_it_is_one)
        self.box.accepted.connect(self.wrong.clear)
        self.setLayout(Flow(label, self._in_percent(), self.wrong))

    def _in_percent(self) -> QWidget:
        """The box with its sign, which stays beside it."""
        held = QWidget(self)
        across = QHBoxLayout(held)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.px(sizes.TIGHT))
        across.addWidget(self.box)
        across.addWidget(plain_label("%", held))
        return held

    def _say_whether_it_is_one(self, text: str) -> None:
        try:
            _percent(text)
        except Expected:
            self.wrong.setText(_NO_SCORE)
        else:
            self.wrong.clear()


def _percent(text: str) -> Value:
    text = text.strip()
    if text and not (text.isascii() and text.isdigit() and int(text[:4]) <= 100):
        raise Expected(Code.VALUE_INVALID, field="The case assessment score", value=text, why=f"it is not {_NO_SCORE}")
    return int(text) if text else None
