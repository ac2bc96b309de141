"""The ratings panel on one standard: what speaks for discretion, the word decided, where it is marked, and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.domain.rated import Considered, RatedStandard
from inspector_app.core.services.results.panel import DECISION, Effect
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.word_buttons import WordButtons
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import contested_label, plain_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.note.saving import Chosen
from inspector_app.ui.places.ratings.given_box import Read, agreed
from inspector_app.ui.words import framework as framework_words
from inspector_app.ui.words import panel as panel_words

_AT_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class Considerations(QWidget):
    """Which considerations hold, and why, with how sure each rule is. Information only: nothing depends on them."""

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = {c.code: c.basis.status.value for c in framework.rating.considerations}
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(theme.px(sizes.NEAR))
        self._layout.setVerticalSpacing(theme.px(sizes.HAIR))
        self._layout.setColumnStretch(1, 1)
        self._shown: Sequence[Considered] | None = None

    def set_considered(self, considered: Sequence[Considered]) -> None:
        """Show these; none is said in words."""
        if considered == self._shown:
            return
        self._shown = considered
        empty(self._layout)
        if not considered:
            self._put(0, 0, "None of the figures here is a reason for it or against it.", "small", 2)
        for row, one in enumerate(considered):
            self._put(row, 0, "holds" if one.holds else "does not hold", "holds" if one.holds else "holds-not")
            self._put(row, 1, f"{one.text} Here: {one.because} ({self._status.get(one.code, '')} rule).", "")

    def _put(self, row: int, column: int, text: str, role: str, span: int = 1) -> None:
        label = text_label(self)
        label.setWordWrap(column == 1 or span > 1)
        label.setText(text)
        shown = theme.role(label, role) if role else label
        self._layout.addWidget(shown, row, column, 1, span, Qt.AlignmentFlag.AlignTop if label.wordWrap() else _AT_LEFT)


@dataclass(frozen=True, slots=True)
class AboutPanel:
    """What the panel wants to know of a standard beside its rating; asked for while it is seen."""

    effects: Callable[[], Sequence[Effect]]
    record: Callable[[], Sequence[Decided]]


class PanelBox(QWidget):
    """The panel's decision stands beside the computed rating and never replaces it."""

    failed = Signal(object)  # Expected: what was chosen could not be saved
    withdrawn = Signal(str)  # standard

    def __init__(self, framework: Framework, standard: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standard = standard
        self._considered = Considerations(framework, self)
        self.words = WordButtons(framework, f"{standard} by the panel", self)
        self._to = Chosen(self.words, self._show_word)
        self.words.chosen.connect(self._to.choose)
        self.contested = contested_label(self)
        self.question = DropDown(self)
        self.question.setObjectName(f"{standard}/panel/question")
        self.question.setAccessibleName(f"{standard}: key question the decision is marked on")
        self.question.addItem(framework_words.whole_standard(framework), "")
        for asked in framework.by_ref[standard].key_questions:
            self.question.addItem(asked.ref, asked.ref)
        self._marked = Chosen(self.question, self._show_question)
        self.question.activated.connect(lambda: self._marked.choose(self.question.currentData()))
        for choice in (self._to, self._marked):
            choice.failed.connect(self.failed)
        self.reason = NoteField(self)
        self.reason.set_narrow(True)
        self.reason.box.setPlaceholderText("The panel’s reason")
        self.reason.box.setObjectName(f"{standard}/panel/reason")
        self.reason.box.textChanged.connect(self._say)
        self.members = LineBox(self)
        self.members.setObjectName(f"{standard}/panel/members")
        self.members.setAccessibleName(say("{standard}: members of the panel", standard=standard))
        self.members.failed.connect(self.failed)
        self.effects, self.footnote, self.record = (theme.role(text_label(self), "small") for _ in range(3))
        self._effects: Sequence[Effect] = ()
        self.state = text_label(self)
        self.withdraw = PressButton("Withdraw the decision", self)
        self.withdraw.setAccessibleName(f"{standard}: withdraw the panel’s decision")
        self.withdraw.clicked.connect(self._withdraw)
        self._rated: RatedStandard | None = None
        hold(self, "panel", standard)
        self._lay_out()

    def _lay_out(self) -> None:
        across = Flow(plain_label("Marked on", self), self.question)
        across.add_gap()
        across.addWidget(self.withdraw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(sizes.TIGHT))
        layout.setSpacing(theme.px(sizes.TIGHT))
        lead = theme.role(text_label(self), "small")
        lead.setText("What may be a reason for discretion. It is shown to help and is never a condition.")
        layout.addWidget(lead)
        layout.addWidget(self._considered)
        layout.addSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(theme.role(plain_label("The panel decides", self), "label"))
        layout.addWidget(self.contested)
        layout.addWidget(self.words)
        layout.addWidget(self.effects)
        layout.addLayout(across)
        layout.addWidget(self.reason)
        layout.addWidget(plain_label(say("Members"), self))
        layout.addWidget(self.members)
        layout.addWidget(self.state)
        layout.addWidget(self.footnote)
        layout.addWidget(self.record)

    def load(self, read: Read, door: Door) -> None:
        """Show what is held. Text not yet saved stays."""
        to, reason, question, members = fields = [read("panel", self.standard, field) for field in DECISION]
        self.contested.setVisible(any(field.contested for field in fields))
        self.members.show_value(Target("panel", self.standard, "members"), agreed(members), door)
        self._to.show_value(Target("panel", self.standard, "to"), agreed(to), door)
        self._marked.show_value(Target("panel", self.standard, "question"), question.value, door)
        target, name = Target("panel", self.standard, "reason"), f"{self.standard}: the panel’s reason"
        self.reason.show_value(target, name, str(reason.value or ""), reason.at, door)
        self._say()

    @property
    def held(self) -> dict[str, Value]:
        """What is shown of each field, by its code ("" for nothing)."""
        return {
            "to": self._to.stored,
            "reason": self.reason.box.saving.stored,
            "question": self._marked.stored,
            "members": self.members.saving.stored,
        }

    def flush(self) -> bool:
        """Put what was typed on disk. False when some of it could not be."""
        written = [self.reason.box.flush(), self.members.flush()]
        return all(written)

    def set_rated(self, rated: RatedStandard, about: AboutPanel) -> None:
        """Take what the standard's rating is now, what each word would do, and what was decided before."""
        self._rated, self._effects = rated, about.effects()
        now = datetime.now().astimezone()
        lines = [line for one in about.record() for line in panel_words.decided(one, now)]
        self.record.setText("\n".join([say("Record of the panel:"), *lines]) if lines else "")
        self.record.setVisible(bool(lines))
        said = [text for effect in self._effects if (text := panel_words.effect(effect))]
        self.effects.setText("\n".join([say("It would make the overall rating:"), *said]) if said else "")
        self.effects.setVisible(bool(said))
        self._considered.set_considered(rated.considered)
        self._say()

    def _say(self) -> None:
        reason = self.reason.box.text()
        to = self.words.word or ""
        said = panel_words.panel_state(self._rated, to, reason) if self._rated else ""
        self.state.setText(said)
        self.state.setVisible(bool(said))
        self.withdraw.setVisible(bool(to or reason or self.question.currentData()))
        footnote = next((effect.footnote for effect in self._effects if effect.to == to), "")
        self.footnote.setText(say("Footnote in the report: {text}", text=footnote) if footnote else "")
        self.footnote.setVisible(bool(footnote))

    def _show_word(self, word: Value) -> None:
        self.words.set_word(str(word) if word else None)

    def _show_question(self, question: Value) -> None:
        self.question.setCurrentIndex(max(0, self.question.findData(question)))

    def _withdraw(self) -> None:
        self.withdrawn.emit(self.standard)
