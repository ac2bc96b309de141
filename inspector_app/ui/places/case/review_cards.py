"""What opens in place under the header of a case: a reason to take it over, its return, whom to ask to mark it second."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from inspector_app.core.domain.team import Card as IdentityCard
from inspector_app.ui import actions
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.look import theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.draft_field import DraftField
from inspector_app.ui.places.case.open_review import COMMENT, TAKEOVER, Review
from inspector_app.ui.words import review as words

_REASON_KEPT = "Kept on this laptop while you write. The reason stands in the history of the case for everybody."
_RETURN_KEPT = "Kept on this laptop while you write; it goes with the case as a comment on the whole of it."
_ASK = (
    "They answer without seeing the answers there are, and nobody sees theirs, until both say that they have finished. "
    "Then the two are compared. Give them a package afterwards: their laptop learns of it from that."
)
_NOBODY = "Nobody else has an identity card here yet. Add a colleague's card on the Hand-off page."


class ReviewCard(Card):
    """Closes with Escape."""

    left = Signal()

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(heading, "", parent)
        self.said = text_label(self)
        self.body.addWidget(self.said)
        self.body.setContentsMargins(*(theme.px(12),) * 4)
        self.hide()

    def begin(self) -> None:
        """Go to where one writes or chooses."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Keep what is being written. False when it could not be."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the card; no key here answers anything behind it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            event.accept()
        else:
            event.ignore()


class TakeOver(ReviewCard):
    """Signals `wanted` with the reason."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Take this case over", parent)
        self.draft = DraftField("Take it over", _REASON_KEPT, self)
        self.draft.sent.connect(self.wanted)
        self.draft.left.connect(self.left)
        self.body.addWidget(self.draft)

    def show_review(self, review: Review, door: Door) -> None:
        """Say whose case it is."""
        case = review.case
        whose = f"{case.ref} is {case.inspector_name}'s case" if case.inspector_name else f"Nobody has {case.ref} yet"
        ends = " Your blind marking of it ends: you will see the first answers." if review.blind else ""
        self.said.setText(
            f"{whose}. It becomes yours, and everybody can see that you took it and why.{ends} Your reason:"
        )
        self.draft.show_value(
            Target(TAKEOVER, case.id, "reason"), "Reason for taking the case over", review.reason, door
        )

    def begin(self) -> None:
        """Go into the box."""
        self.draft.write_on()

    def flush(self) -> bool:
        """Keep the reason."""
        return self.draft.box.flush()


class ReturnCase(ReviewCard):
    """Signals `wanted`: return the case with every comment written on it."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Return this case", parent)
        self.draft = DraftField("Return the case", _RETURN_KEPT, self)
        self.draft.allow_empty()
        self.draft.sent.connect(lambda _text: self.wanted.emit())
        self.draft.left.connect(self.left)
        self.body.addWidget(self.draft)

    def show_review(self, review: Review, door: Door) -> None:
        """Say what goes with it."""
        case = review.case.id
        written = [words.about(about) for about, text in review.drafts.items() if about != case and text.strip()]
        if written:
            said = f"These comments of yours go with it: {', '.join(sorted(written))}."
        else:
            said = f"To say what is meant by a prompt, go to it and press {actions.keys('comment')} first."
        self.said.setText(f"{said} On the case as a whole, if you like:")
        draft = review.drafts.get(case, "")
        self.draft.show_value(Target(COMMENT, case, "text"), "Comment on the whole case", draft, door)

    def begin(self) -> None:
        """Go into the box."""
        self.draft.write_on()

    def flush(self) -> bool:
        """Keep the comment."""
        return self.draft.box.flush()


class AskSecond(ReviewCard):
    """Signals `wanted` with a Person.id, or `withdrawn`."""

    wanted = Signal(str)
    withdrawn = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Ask for a blind second marking", parent)
        self.people = QComboBox(self)
        self.people.setAccessibleName("Who marks the case second")
        self.ask = theme.role(PressButton("Ask", self), "primary")
        self.withdraw = PressButton("Withdraw the request", self)
        close = PressButton("Not now", self)
        self.ask.clicked.connect(lambda: self.wanted.emit(self.people.currentData()))
        self.withdraw.clicked.connect(self.withdrawn)
        close.clicked.connect(self.left)
        self._close = close
        self.body.addLayout(Flow(self.people, self.ask, self.withdraw, close))

    def show_review(self, review: Review, cards: Sequence[IdentityCard]) -> None:
        """Offer these people."""
        asked = review.second
        if [self.people.itemData(i) for i in range(self.people.count())] != [card.id for card in cards]:
            self.people.clear()
            for card in cards:
                self.people.addItem(f"{card.name}, {card.role}" if card.role else card.name, card.id)
        now = f"{asked.marker_name} was asked. Asking somebody else starts afresh. " if asked else ""
        self.said.setText(f"{now}{_ASK}" if cards else _NOBODY)
        self.people.setVisible(bool(cards))
        self.ask.setVisible(bool(cards))
        self.withdraw.setVisible(asked is not None)

    def begin(self) -> None:
        """Go to the people."""
        (self._close if self.people.isHidden() else self.people).setFocus()
