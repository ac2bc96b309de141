"""What opens in the place of the note: a reason, the return of a case, whom to ask to help or to mark it second."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.team import Card as IdentityCard
from inspector_app.core.services.cases.marking import SecondMarking
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.single_keys import swallow
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.draft_field import DraftField
from inspector_app.ui.places.case.open_review import COMMENT, Review
from inspector_app.ui.words import review as words
from inspector_app.ui.words import second_marking as second_words

_REASON_KEPT = "Kept on this laptop while you write. Everybody can read the reason in the history of the case."
_RETURN_KEPT = "Kept on this laptop while you write; it goes with the case as a comment on the whole of it."
_ASK = (
    "They answer without seeing anyone else’s answers, and nobody sees theirs, until everyone who marks the case "
    "has finished. The markings are then compared. Give them a package afterwards, so that the request reaches "
    "their laptop."
)
_HELP = (
    "They can then answer the prompts of this case and write in its notes, as you can. Give them a package "
    "afterwards, so that the request reaches their laptop."
)
_NOBODY = "No colleague’s card is here yet. Add one on the Hand-off page."


class ReviewCard(Card):
    """Closes with Escape."""

    left = Signal()

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(heading, "", parent)
        self.said = text_label(self)
        self.body.addWidget(self.said)
        theme.role(self, "page")

    def _measure(self) -> None:
        super()._measure()
        self.body.setContentsMargins(0, 0, theme.px(sizes.TIGHT), 0)  # with the room round it as far from both edges

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
            swallow(self, event)
        else:
            event.ignore()


class WrittenCard(ReviewCard):
    """A card that one writes in."""

    def __init__(self, heading: str, send: str, kept: str, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self.draft = DraftField(send, kept, self)
        self.draft.note.set_narrow(True)  # it stands in a column
        self.draft.left.connect(self.left)
        self.body.addWidget(self.draft)
        self.body.addStretch(1)  # what is left of the room is below, not between the box and its marks

    def begin(self) -> None:
        """Go into the box."""
        self.draft.write_on()

    def flush(self) -> bool:
        """Keep what is written."""
        return self.draft.box.flush()


def _is_enter(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GiveReason(WrittenCard):
    """Asks for the reason of an act; `kind` is that of its draft. Signals `wanted` with the reason."""

    wanted = Signal(str)

    def __init__(self, kind: str, heading: str, send: str, parent: QWidget) -> None:
        super().__init__(heading, send, _REASON_KEPT, parent)
        self._kind, self._heading = kind, heading
        self.draft.sent.connect(self.wanted)
        self.draft.box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A reason is a line or two: Enter gives it, as in any box of one line; with Shift it begins another.

        Enter held down gives nothing: it was pressed on what opened the card, where a reason may have been kept.
        """
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_enter(event):
            if not event.isAutoRepeat():
                self.draft.send.click()
            return True
        return super().eventFilter(watched, event)

    def show_review(self, review: Review, door: Door) -> None:
        """Say what the act does to the case."""
        self.said.setText(words.before_reason(self._kind, review.case, blind=review.blind))
        target = Target(self._kind, review.case.id, "reason")
        self.draft.show_value(target, f"{self._heading}: your reason", review.reasons.get(self._kind, ""), door)


class ReturnCase(WrittenCard):
    """Signals `wanted`: return the case with every comment written on it."""

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Return this case", "Return the case", _RETURN_KEPT, parent)
        self.draft.allow_empty()
        self.draft.sent.connect(lambda _text: self.wanted.emit())

    def show_review(self, review: Review, door: Door) -> None:
        """Say what goes with it."""
        case = review.case.id
        written = [words.about(about) for about, text in review.drafts.items() if about != case and text.strip()]
        if written:
            said = f"These comments of yours go with it: {', '.join(sorted(written))}."
        else:
            said = f"To comment on a prompt, go to it and press {actions.keys('comment')} first."
        self.said.setText(f"{said} To comment on the case as a whole:")
        draft = review.drafts.get(case, "")
        self.draft.show_value(Target(COMMENT, case, "text"), "Comment on the whole case", draft, door)


class AskSomebody(ReviewCard):
    """Asks one of the team. Signals `wanted` with a Person.id, or `withdrawn`: nobody is asked any more.

    `wanted_beside`, where several can be asked: beside who was asked.
    """

    wanted = Signal(str)
    wanted_beside = Signal(str)
    withdrawn = Signal()

    def __init__(self, heading: str, what: str, who: str, parent: QWidget) -> None:
        super().__init__(heading, parent)
        self._what = what
        self.people = DropDown(self)
        self.people.setAccessibleName(who)
        self.ask = theme.role(PressButton("Ask", self), "primary")
        self.withdraw = PressButton("Withdraw the request", self)
        self._close = PressButton("Leave it", self)
        self.beside = PressButton(say("Ask as well"), self)
        self.beside.hide()
        self.beside.clicked.connect(lambda: self.wanted_beside.emit(self.people.currentData()))
        self.ask.clicked.connect(lambda: self.wanted.emit(self.people.currentData()))
        self.withdraw.clicked.connect(self.withdrawn)
        self._close.clicked.connect(self.left)
        self.body.addLayout(Flow(self.people, self.ask, self.beside, self.withdraw, self._close))

    def show_cards(self, asked: str, cards: Sequence[IdentityCard]) -> None:
        """Offer these people; `asked` says who was asked already, "" for nobody."""
        if [self.people.itemData(i) for i in range(self.people.count())] != [card.id for card in cards]:
            self.people.clear()
            for card in cards:
                self.people.addItem(f"{card.name}, {card.role}" if card.role else card.name, card.id)
        self.said.setText(" ".join(part for part in (asked, self._what if cards else _NOBODY) if part))
        self.people.setVisible(bool(cards))
        self.ask.setVisible(bool(cards))
        self.withdraw.setVisible(bool(asked))

    def show_second(
        self, second: SecondMarking | None, cards: Sequence[IdentityCard], instead: bool, nobody: bool
    ) -> None:
        """Offer to ask beside who was asked; and where that is this person's, `instead` of them, or `nobody` any more."""
        self.show_cards(second_words.asked_to_mark(second, instead=instead), cards)
        several = not self.withdraw.isHidden() and not self.ask.isHidden()
        self.beside.setVisible(several)
        self.ask.setText(say("Ask instead of them") if several else say("Ask"))
        self.ask.setVisible(not self.ask.isHidden() and instead)
        self.withdraw.setVisible(not self.withdraw.isHidden() and nobody)

    def begin(self) -> None:
        """Go to the people."""
        (self._close if self.people.isHidden() else self.people).setFocus()


def second_marking(parent: QWidget) -> AskSomebody:
    """Whom to ask to mark the case blind."""
    return AskSomebody("Ask for a blind second marking", _ASK, "Who marks the case second", parent)


def help_with(parent: QWidget) -> AskSomebody:
    """Whom to ask to help with the case."""
    return AskSomebody("Ask somebody to help with this case", _HELP, "Who helps with the case", parent)
