"""Two markings and the agreed version beside one another: what either gave and wrote, and the button that keeps it."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases.agreeing import Item
from inspector_app.core.services.cases.comparing import Marked
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.answer_buttons import AnswerButtons
from inspector_app.ui.controls.buttons.keyed_button import KeyedButton
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import go_to
from inspector_app.ui.controls.labels import plain_label, readable, show_noted, text_label
from inspector_app.ui.controls.noted import as_html
from inspector_app.ui.controls.signs.answer_word import AnswerWord
from inspector_app.ui.look import long_words, sizes, theme
from inspector_app.ui.note.cursor import put_cursor
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.draft_field import DraftBox
from inspector_app.ui.note.exact_text import to_document
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.places.cases.settling.around import Around, Given
from inspector_app.ui.words import settling as words
from inspector_app.ui.words.answers import WORDS

ENTITY = "agreed-draft"  # of the target of what is typed here: a draft, and no field of the inspection


class Version(QFrame):
    """A heading with a button beside it, what is added to `body`, and the other answers of the key question at the foot.

    `code` is the command of the button; "" where it has none.
    """

    def __init__(self, heading: str, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.heading = theme.role(plain_label(heading, self), "label")
        act, key = (actions.command(code), actions.keys(code)) if code else (None, "")
        shown = "" if "+" in key else key  # a chord would put the button below its heading
        self.keep = KeyedButton(act.text if act else say("Keep it"), shown, self)
        if act:
            self.keep.setToolTip(f"{act.tip} ({key})")
        call(self.keep, heading)
        self.around = Around(self)
        head = Flow(self.heading)
        head.add_gap()
        head.addWidget(self.keep)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(sizes.CLOSE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addLayout(head)
        layout.addLayout(self.body, 1)
        layout.addWidget(theme.role(QFrame(self), "line"))
        layout.addWidget(self.around)


class MarkingCard(Version):
    """One marking, which nobody changes here."""

    def __init__(self, heading: str, code: str, parent: QWidget) -> None:
        super().__init__(heading, code, parent)
        self.by, self.since = (theme.role(text_label(self), "small") for _ in range(2))
        self.answer, self.text = AnswerWord(self), readable(self)
        for widget in (self.by, self.answer, self.since, self.text):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_marked(self, marked: Marked, around: Sequence[Given], here: str | None, *, can_keep: bool) -> None:
        """Show what this marking has; `by` is there once names may be said."""
        self.by.setText(marked.by)
        self.by.setVisible(bool(marked.by))
        self.answer.set_answer(marked.answer)
        self.since.setText(words.since(marked))
        self.since.setVisible(marked.since)
        said = marked.text or say("Nothing written")
        show_noted(self.text, said, as_html(long_words.breakable(said)))
        self.text.setAccessibleName(f"{self.heading.text()}: {WORDS[marked.answer].say()}. {said}")
        self.keep.setVisible(can_keep and marked.answer is not None)
        self.around.set_given(around, here)


class AgreedCard(Version):
    """What both come to: an answer and a note, a draft until it is kept."""

    chosen = Signal(object)  # Answer, or None: the answer of the draft

    def __init__(self, door: Door, parent: QWidget) -> None:
        super().__init__(say("Agreed version"), "keep-this", parent)
        theme.role(self, "suggested")
        theme.role(self.keep, "primary")
        self._door, self._open = door, False
        self._answer: Answer | None = None
        self.answers = AnswerButtons(self)
        self.answers.set_subject(say("Agreed version"))
        self.answers.chosen.connect(self._choose)
        self.state, self.apart = (theme.role(text_label(self), "small") for _ in range(2))
        self.note = NoteField(self, DraftBox())
        self.note.set_narrow(True)
        self.inserts: list[PressButton] = []
        self._texts: list[str] = []
        self._notes = Flow()
        for widget in (self.state, self.apart):
            self.body.addWidget(widget)
        self.body.addLayout(Flow(self.answers))
        self.body.addWidget(self.note)  # as high as its words: its tools stay at its edge in a high window
        self.body.addLayout(self._notes)
        self.body.addStretch(1)
        self._insert_buttons(2)

    @property
    def writing_at(self) -> int | None:
        """Where in the note somebody writes now; None for nowhere."""
        return self.note.box.textCursor().position() if self.note.box.hasFocus() else None

    def write_at(self, cursor: int | None) -> None:
        """Go on writing there."""
        if cursor is not None:
            put_cursor(self.note.box, cursor)
            go_to(self.note.box)

    @property
    def answer(self) -> Answer | None:
        """The answer that is chosen."""
        return self._answer

    def show_item(self, case: str, item: Item, draft: Mapping[str, str], *, can_write: bool) -> None:
        """Show what is agreed, or what is being written in its place; unsaved text of this item stays."""
        self._open = can_write and not item.equal
        self._answer = Answer(draft["answer"]) if draft.get("answer") else item.agreed
        self.answers.set_answer(self._answer)
        self.answers.set_open(self._open)
        self.note.set_open(self._open)
        self.state.setText(words.LOCKED.say() if item.equal and not item.is_open else words.agreed(item))
        target = Target(ENTITY, f"{case}/{item.ref}", "text")
        name = say("Agreed note: {place}", place=" ".join(filter(None, words.place(item))))
        self.note.show_value(target, name, draft.get("text", item.text), "", self._door)
        self._texts = [marked.text for marked in item.marks]
        self._insert_buttons(len(self._texts))
        for place, button in enumerate(self.inserts):
            button.setVisible(self._open and bool(self._texts[place : place + 1] and self._texts[place]))
        self._say()

    def _insert_buttons(self, number: int) -> None:
        """Have one for the note of each marking."""
        for place in range(len(self.inserts), number):
            button = theme.role(PressButton(words.insert(place + 1), self), "plain")
            button.clicked.connect(partial(self._insert, place))
            self._notes.addWidget(button)
            self.inserts.append(button)

    def show_apart(self, versions: str) -> None:
        """Show the agreed versions that differ; "" for none."""
        self.apart.setText(versions)
        self.apart.setVisible(bool(versions))

    def _choose(self, answer: Answer | None) -> None:
        self._answer = answer
        self.answers.set_answer(answer)
        self.chosen.emit(answer)
        self._say()

    def take(self, answer: Answer) -> None:
        """Choose it, as its button does."""
        if self._open:
            self._choose(None if answer is self._answer else answer)

    def _insert(self, place: int) -> None:
        """At the cursor, so that nothing written is ever replaced."""
        self.note.box.insertPlainText(to_document(self._texts[place]))
        self.note.box.setFocus()

    def _say(self) -> None:
        self.keep.setVisible(self._open)
        self.keep.setEnabled(self._answer is not None)
