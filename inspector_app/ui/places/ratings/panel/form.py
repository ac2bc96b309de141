"""The right half of panel mode: what the panel decides on one standard, and what that would do, before it is recorded.

What is chosen and typed is a draft on this laptop until it is recorded; recording is one step.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import PanelDecision
from inspector_app.core.domain.panel.decided import Decided
from inspector_app.core.domain.rated import Rated, RatedStandard
from inspector_app.core.services.results.panel import Decision, Effect
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.word_buttons import WordButtons
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.rating_mark import RatingMark
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.draft_field import DraftBox
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.places.ratings.interest import Elsewhere, InterestField
from inspector_app.ui.places.ratings.panel.so_far import SoFar, Standing
from inspector_app.ui.words import framework as framework_words
from inspector_app.ui.words import panel as panel_words
from inspector_app.ui.words import rating as rating_words

_LABELS = 92  # px at 100%: how wide the names of what is chosen and typed are
ENTITY = "panel-draft"  # of the targets of what is typed here: a draft, and no field of the inspection


@dataclass(frozen=True, slots=True)
class AtPanel:
    """A standard at the panel: as it is rated, with the whole; what each word would do; what was decided; what is written."""

    rated: RatedStandard
    whole: Rated
    effects: Sequence[Effect]
    record: Sequence[Decided]
    drafts: Mapping[str, str]  # by field: to, question, reason, members
    so_far: Sequence[Standing]
    elsewhere: Elsewhere | None = None  # the conflicts of interest on another standard


class PanelForm(QFrame):
    """`keep` is told what is chosen, by field; `door` is how what is typed is kept."""

    recorded = Signal(object)  # Decision
    withdrawn = Signal()

    def __init__(self, framework: Framework, door: Door, keep: Callable[[str, str], object], parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "aside")
        self._framework, self._door, self._keep = framework, door, keep
        self._at: AtPanel | None = None
        self.mark = RatingMark(framework, parent=self)
        self.words = WordButtons(framework, say("The panel’s rating"), self)
        self.words.chosen.connect(self._choose)
        self.question = DropDown(self)
        self.question.setAccessibleName(say("Key question the decision is marked on"))
        self.question.activated.connect(lambda: self._keep("question", self.question.currentData()))
        self.reason = NoteField(self, DraftBox(), marks=False)
        self.reason.set_narrow(True)
        self.reason.box.setPlaceholderText(say("The panel’s reason"))
        self.members = LineBox(self)
        self.members.setAccessibleName(say("Members of the panel"))
        self.members.setPlaceholderText(say("Names, with commas"))
        self.interest = InterestField(self)
        self.interests = self.interest.line
        self.interests.setAccessibleName(say("Conflicts of interest on this standard"))
        self.interests.setPlaceholderText(say("Who, and what"))
        self.effects = theme.role(QFrame(self), "told")
        self.effect = theme.role(text_label(self.effects), "label")
        self.footnote = theme.role(text_label(self.effects), "little")
        self.state = theme.role(text_label(self), "small")
        self.record_it = theme.role(PressButton(say("&Record decision"), self), "primary")
        self.keep_it = PressButton(say("&Keep as it is"), self)
        self.withdraw = PressButton(say("Withdraw the decision"), self)
        self.record = theme.role(text_label(self), "small")
        self.so_far = SoFar(self)
        for typed in (self.reason.box, self.members):
            typed.textChanged.connect(self._say)
        self.record_it.clicked.connect(lambda: self._record(self.words.word))
        self.keep_it.clicked.connect(lambda: self._record(None))
        self.withdraw.clicked.connect(self.withdrawn)
        self.about = theme.role(plain_label(parent=self), "quiet")
        self.acts = self._foot()
        self._lay_out()

    def _foot(self) -> QFrame:
        """What is done with the decision: it stands outside of what is scrolled, in view however much is chosen and typed."""
        foot = theme.role(QFrame(self), "foot")
        acts = Flow(self.about)
        acts.add_gap()
        for button in (self.record_it, self.keep_it, self.withdraw):
            acts.addWidget(button)
        held = QVBoxLayout(foot)
        held.setContentsMargins(theme.px(sizes.PAGE), *(theme.px(sizes.CLOSE),) * 3)
        held.addLayout(acts)
        return foot

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.PAGE),) * 4)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addWidget(theme.role(plain_label(say("Decision of the panel"), self), "heading"))
        layout.addLayout(self._fields())
        layout.addWidget(self.state)
        layout.addWidget(self.effects)
        in_effects = QVBoxLayout(self.effects)
        in_effects.setSpacing(theme.px(sizes.TIGHT))
        in_effects.addWidget(self.effect)
        in_effects.addWidget(self.footnote)
        layout.addWidget(self.record)
        layout.addSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(theme.role(plain_label(say("Decisions so far"), self), "label"))
        layout.addWidget(self.so_far)
        layout.addStretch(1)

    def _fields(self) -> QGridLayout:
        """What is chosen and typed, each with its name at its left."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(sizes.NEAR))
        grid.setVerticalSpacing(theme.px(sizes.CLOSE))
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget, QWidget | QLayout], ...] = (
            (say("From"), self.mark, self.mark),
            (say("To"), self.words, self.words),
            (say("Marked &on"), self.question, Flow(self.question)),
            (say("R&eason"), self.reason.box, self.reason),
            (say("&Members"), self.members, self.members),
            (say("Conflicts of &interest"), self.interests, self.interest),
        )
        for row, (said, named, shown) in enumerate(rows):
            grid.addWidget(self._label(said, named), row, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(shown, QWidget):
                grid.addWidget(shown, row, 1)
            else:
                grid.addLayout(shown, row, 1)
        return grid

    def _label(self, said: str, of: QWidget) -> QLabel:
        label = theme.role(plain_label(said, self), "quiet")
        label.setWordWrap(True)
        if "&" in said:
            label.setBuddy(of)
        label.setFixedWidth(theme.px(_LABELS))
        label.setMinimumHeight(theme.px(sizes.FIELD))
        return label

    def show_standard(self, at: AtPanel) -> None:
        """Show a standard; what is typed of this one and not kept yet stays."""
        self._at, ref, rated = at, at.rated.ref, at.rated
        self.about.setText(say("{standard}: decision of the panel", standard=ref))
        self.mark.set_rating(rated.computed, rated.computed or say("No rating yet"), provisional=not rated.complete)
        self.words.set_word(at.drafts.get("to") or None)
        self.question.clear()
        self.question.addItem(framework_words.whole_standard(self._framework), "")
        for question in self._framework.by_ref[ref].key_questions:
            self.question.addItem(question.ref, question.ref)
        self.question.setCurrentIndex(max(0, self.question.findData(at.drafts.get("question", ""))))
        name = say("{standard}: the panel’s reason", standard=ref)
        self.reason.show_value(Target(ENTITY, ref, "reason"), name, at.drafts.get("reason", ""), "", self._door)
        self.members.show_value(Target(ENTITY, ref, "members"), at.drafts.get("members", ""), self._door)
        self.interests.show_value(Target(ENTITY, ref, "interests"), at.drafts.get("interests", ""), self._door)
        self.interest.offer(at.elsewhere)
        now = datetime.now().astimezone()
        lines = [line for one in at.record for line in panel_words.decided(one, now)]
        self.record.setText("\n".join([say("Record of the panel:"), *lines]) if lines else "")
        self.record.setVisible(bool(lines))
        self.so_far.show_lines(at.so_far)
        self.withdraw.setVisible(any(not one.ended_at for one in at.record))
        self._say()

    def flush(self) -> bool:
        """Put what was typed on disk. False when some of it could not be."""
        written = [box.flush() for box in (self.reason.box, self.members, self.interests)]
        return all(written)

    def _choose(self, word: str | None) -> None:
        self.words.set_word(word)
        self._keep("to", word or "")
        self._say()

    def _record(self, to: str | None) -> None:
        said = Decision(
            to,
            reason=self.reason.box.text(),
            members=self.members.text(),
            question=str(self.question.currentData() or ""),
            interests=self.interests.text(),
        )
        self.recorded.emit(said)

    def _say(self) -> None:
        if self._at is None:
            return
        rated, to = self._at.rated, self.words.word
        then = next((effect for effect in self._at.effects if effect.to == to), None)
        self.effect.setText(panel_words.changes(self._at.whole, then) if then else "")
        self.effects.setVisible(then is not None)
        footnote = then.footnote if then else ""
        self.footnote.setText(say("The report prints this footnote: {text}", text=footnote) if footnote else "")
        self.footnote.setVisible(bool(footnote))
        missing = self._missing(to)
        self.state.setText(missing)
        self.state.setVisible(bool(missing))
        named, possible = bool(self.members.text().strip()), rated.computed is not None
        self.record_it.setEnabled(possible and bool(to) and to != rated.computed and not missing)
        self.keep_it.setEnabled(possible and named)
        self.words.setEnabled(possible or bool(to))  # what was chosen before can be cleared

    def _missing(self, to: str | None) -> str:
        """What keeps the decision from being recorded, in words; "" for nothing."""
        if self._at is None or self._at.rated.computed is None:
            return self._unrated(self._at.rated) if self._at else ""
        if to == self._at.rated.computed:
            return say("That is the rating as it is: keep it.")
        if to and PanelDecision("", to, self.reason.box.text()).is_draft:
            return say("A draft: it takes effect once a reason is written and it is recorded.")
        return "" if self.members.text().strip() else say("The members are still to be named.")

    def _unrated(self, rated: RatedStandard) -> str:
        """Why nothing can be decided on a standard that has no rating."""
        if all(one.by_people for one in rated.key_questions):
            return say("Rate it on Ratings first: inspectors rate it, and the panel decides on that.")
        if waits := rating_words.waits(rated):
            return say("{waits}: inspectors rate it on Ratings, and the panel decides on that.", waits=waits)
        return say("It can be decided once there is a rating.")

    @property
    def over(self) -> Mapping[str, Value]:
        """What is shown as recorded, by field; "" for nothing."""
        last = self._at.record[-1] if self._at and self._at.record and not self._at.record[-1].ended_at else None
        if last is None:
            return {}
        return {"to": "" if last.kept else last.to, "reason": last.reason, "members": last.members,
                "interests": last.interests}  # fmt: skip
