"""One point: the service's words beside the draft's, the decision with its reason, the signature, and the effect."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.panel.accuracy import DECISIONS, KINDS, Decision, PointKind, PointRow
from inspector_app.core.words import Later, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import point, way
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.fields.choice_segments import ChoiceSegments
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, readable, show_marked, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.saving import Chosen
from inspector_app.ui.places.findings.accuracy import words
from inspector_app.ui.places.findings.accuracy.reply_card import ReplyCard
from inspector_app.ui.words.diff import as_html, diff, in_words, near

_NARROW = 560  # px at 100%: below which one thing stands under the other
_WIDE = 1100  # px at 100%: from which what a reason says of itself stands beside it


class PointView(QScrollArea):
    """What is chosen and typed saves itself; the page does what the buttons ask for."""

    failed = Signal(object)  # Expected

    def __init__(self, door: Door, parent: QWidget) -> None:
        super().__init__(parent)
        self._door = door
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = theme.role(QWidget(), "page")
        self.card = Card("", parent=inside)
        self.title = self.card.heading
        self.about = theme.role(text_label(inside), "quiet")
        self.before, self.next = way(inside), way(inside)
        self.quoted, self.said, self.draft = readable(inside), readable(inside), readable(inside)
        self.behind = theme.role(text_label(inside), "small")
        self.kind, self._kind = self._choice(say("Kind of the point"), KINDS)
        self.decision, self._decision = self._choice(say("Decision"), DECISIONS)
        self.decisions = ChoiceSegments(self.decision, inside)
        self.reason = NoteField(inside, marks=False)
        self.signing = text_label(inside)
        self.sign = theme.role(PressButton(say("Sign off"), inside), "primary")
        self.text = theme.role(PressButton(say("Go to the text"), inside), "plain")
        self.delete = theme.role(PressButton(say("Delete the point"), inside), "plain")
        self.reply = ReplyCard(inside)
        self.effect = self.reply.effect
        self._lay_out(inside)
        self.setWidget(inside)

    def _choice(
        self, name: str, choices: Mapping[PointKind, Later] | Mapping[Decision, Later]
    ) -> tuple[Choice, Chosen]:
        box = Choice(name)
        box.set_choices([("", say("Choose")), *((str(code), str(said)) for code, said in choices.items())])
        chosen = Chosen(box, box.show_choice)
        chosen.failed.connect(self.failed)
        box.chosen.connect(chosen.choose)
        return box, chosen

    def _lay_out(self, inside: QWidget) -> None:
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addWidget(self._point_card())
        layout.addWidget(self._decision_card(inside))
        layout.addWidget(self.reply)
        layout.addStretch(1)

    def _point_card(self) -> Card:
        self.card.body.removeWidget(self.title)
        self._head = head = self._across()
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        head.addLayout(Flow(self.before, self.next))
        for button, called, back in ((self.before, say("Previous"), True), (self.next, say("Next"), False)):
            point(button, called, back=back)
        says, draft = say("What the service says"), say("In the draft")
        self._texts = self._across(self._under(draft, self.draft), self._under(says, self.said, self.quoted))
        body = self.card.body
        body.addLayout(head)
        body.addLayout(self._texts)
        body.addWidget(theme.role(QFrame(self.card), "line"))
        self._foot = self._across()
        self._foot.addWidget(self.behind, 1)
        self._foot.addLayout(Flow(self.text, self.delete))
        body.addLayout(self._foot)
        return self.card

    def _decision_card(self, inside: QWidget) -> Card:
        card = Card(say("Decision"), parent=inside)
        card.body.removeWidget(card.heading)
        head = Flow(card.heading, self.decisions)
        head.set_gap(1)
        card.body.addLayout(head)
        self._choices = self._across(
            self._under(say("Kind of the point"), self.kind),
            self._under(say("Reason, printed in the reply"), self.reason),
        )
        self._choices.setStretch(1, 2)
        card.body.addLayout(self._choices)
        card.body.addWidget(theme.role(QFrame(card), "line"))
        self._signing = self._across()
        self._signing.addWidget(self.signing, 1)
        self._signing.addWidget(self.sign)
        card.body.addLayout(self._signing)
        return card

    def _across(self, *parts: QVBoxLayout) -> QBoxLayout:
        across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        across.setSpacing(theme.px(sizes.APART))
        for part in parts:
            across.addLayout(part, 1)
        return across

    def _under(self, name: str, *widgets: QWidget) -> QVBoxLayout:
        under = QVBoxLayout()
        under.setSpacing(theme.px(sizes.TIGHT))
        under.addWidget(theme.role(plain_label(name, self), "label"))
        for widget in widgets:
            under.addWidget(widget)
        under.addStretch(1)
        return under

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, one thing stands under the other."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        turn = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for across in (self._head, self._foot, self._texts, self._choices, self._signing):
            across.setDirection(turn)
        self.decisions.set_joined(joined=not narrow)
        self.reason.set_narrow(narrow or self.width() < theme.px(_WIDE))

    # showing

    def show_point(
        self, number: int, row: PointRow, section: str, rated: Sequence[tuple[str, str, str]], at: str
    ) -> None:
        """Show it; what is typed and not yet saved stays. `at`: when its reason was last written. `section`: where it is."""
        hold(self, "point", row.id)
        self.title.setText(say("Point {number}", number=number))
        self.about.setText(words.told(row))
        self.behind.setVisible(bool(row.entity[1]))
        self.said.setText(row.said)
        self.quoted.setText(say("On: “{words}”", words=row.quoted) if row.quoted else "")
        self.quoted.setVisible(bool(row.quoted))
        self._show_draft(row)
        self._kind.show_value(Target("point", row.id, "kind"), row.kind, self._door)
        self._decision.show_value(Target("point", row.id, "decision"), row.decision, self._door)
        name = say("Reason, printed in the reply")
        self.reason.show_value(Target("point", row.id, "reason"), name, row.reason, at, self._door)
        self.text.setVisible(bool(row.entity[1]))
        self.reply.show_row(number, row, section, words.effect(row, rated))

    def show_behind(self, carries: Sequence[str]) -> None:
        """Say what carries the text that the point is on."""
        self.behind.setText(
            say("Behind it: {what}", what=" · ".join(carries)) if carries else say("Nothing is linked.")
        )

    def _show_draft(self, row: PointRow) -> None:
        """The sentences that it is on as they were when the point came in, with what was struck out and put in since.

        The whole text is one press away, and what the service quoted of it is set apart here.
        """
        if not row.entity[1]:
            self.draft.setText(say("It is not about any one text."))
            self.draft.setAccessibleName(self.draft.text())
            return
        parts, c = near(diff(row.before, row.now), row.quoted), theme.colours()
        self.quoted.setVisible(bool(row.quoted) and not any(row.quoted in part.text for part in parts))
        ground = f'<span style="background-color: {c.accent_soft}">{{}}</span>'
        show_marked(self.draft, as_html(parts, c.no, c.yes, lambda text, _begins: _quoted(text, row.quoted, ground)))
        self.draft.setAccessibleName(in_words(parts))

    def show_signing(self, row: PointRow, team: Sequence[Person], me: str) -> None:
        """Who signed it, or what keeps it from being signed, or who may."""
        self.signing.setText(words.signing(row, team, me))
        self.sign.setEnabled(
            not row.signed_off and me not in row.judged
        )  # pressed by whoever may, it says what is missing

    def enter(self) -> None:
        """Go to where one chooses first."""
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Write what is typed. False when it could not be."""
        return self.reason.box.flush()


def _quoted(text: str, quoted: str, ground: str) -> str:
    """The text as HTML, with what is quoted of it on a ground of its own."""
    before, found, after = text.partition(quoted) if quoted else (text, "", "")
    return escape(before) + (ground.format(escape(found)) if found else "") + escape(after)
