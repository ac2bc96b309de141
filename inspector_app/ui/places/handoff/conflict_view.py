"""One contested field: every value beside the others, what they started from, and the ways to settle it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.days.when import moment
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import Framework
from inspector_app.core.services.cases.conflicts import Conflict, Settled, Side
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.room import keep_line
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import empty, stops_in
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.exact_text import to_document
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.places.handoff.side_card import SideCard
from inspector_app.ui.words import conflict as words
from inspector_app.ui.words.handoffs.trust import origin

_NARROW = 620  # px at 100%: below it the values stand below one another
_MERGE = "They changed different paragraphs, so both changes fit together. Read it whole before you take it."
_DRAFT = "Your draft is kept on this laptop while you write. It counts, and colleagues get it, once you settle with it."
_MARKED = "What was removed is struck through; what was added is underlined."


class ConflictView(Reading):
    """Shows a conflict. Signals `settled` with the value somebody chose; nothing is chosen beforehand."""

    settled = Signal(object)  # Value

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The conflict, and what can be done")
        self._framework = framework
        self._shown: Conflict | None = None
        self.settles = True  # this person
        self.place, self.asked = theme.role(text_label(self), "label"), theme.role(text_label(self), "quiet")
        self.why = text_label(self)  # what is written on the item whose answer differs
        self.whose = theme.role(text_label(self), "small")  # case it is now
        self.was = theme.role(text_label(self), "label")  # as what it was settled; the sides stay where they are then
        keep_line(self.was)
        self.marked = theme.role(text_label(self), "small")
        self.marked.setText(_MARKED)
        self.before: SideCard | None = None
        self.sides: list[SideCard] = []
        self.merged: SideCard | None = None
        self.anew = _Anew(self)
        self.anew.settled.connect(self.settled)
        self._ancestor, self._merge = QVBoxLayout(), QVBoxLayout()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def _lay_out(self) -> None:
        page = theme.role(QWidget(), "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, theme.px(sizes.CLOSE), 0)
        layout.setSpacing(theme.px(sizes.APART))
        self._beside.setSpacing(theme.px(sizes.APART))
        head = theme.role(QFrame(page), "card")
        inside = QVBoxLayout(head)
        inside.setContentsMargins(*(theme.px(sizes.APART), theme.px(sizes.NEAR)) * 2)
        inside.setSpacing(theme.px(sizes.HAIR))
        for label in (self.place, self.asked, self.why, self.whose, self.was):
            inside.addWidget(label)
        layout.addWidget(head)
        layout.addLayout(self._beside)
        layout.addLayout(self._merge)
        layout.addWidget(self.marked)
        layout.addWidget(self.anew)
        layout.addLayout(self._ancestor)
        layout.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(page)

    def show_conflict(
        self, conflict: Conflict, names: dict[str, str], draft: str, door: Door, was: Settled | None = None
    ) -> None:
        """Show this one. What is being written anew for it stays as it is; text of another must be saved before.

        `was`: how it was settled, where it was.
        """
        self.was.setText(words.settled(was, names) if was else "")
        self.was.setVisible(was is not None)
        if conflict != self._shown:
            self._shown = conflict
            self.place.setText(words.place(conflict))
            self.asked.setText(words.asked(self._framework, conflict))
            self.asked.setVisible(bool(self.asked.text()))
            self.marked.setVisible(words.is_prose(conflict))
            self._show_ancestor(conflict, names)
            self._show_sides(conflict, names)
            self._show_merge(conflict)
            self._number()
            self.verticalScrollBar().setValue(0)
        self.anew.show_conflict(conflict, draft, door)

    def say_why(self, note: str) -> None:
        """What is written on the item by now, which one settles its answer by; "" for nothing."""
        self.why.setText(say("Note: {note}", note=note) if note else "")
        self.why.setVisible(bool(note))

    def say_whose(self, said: str, *, settles: bool) -> None:
        """Whose case it is on now, in words, "" where it is of none; and whether this person settles there."""
        self.settles = settles
        self.whose.setText(said)
        self.whose.setVisible(bool(said))
        for card in self._to_take():
            card.take.setVisible(settles)
        self.anew.allow(may=settles)

    def take(self, number: int) -> bool:
        """Keep the value of that number, as its button does: the sides in their order, then both together."""
        cards = self._to_take()
        if 0 < number <= len(cards):
            cards[number - 1].take.click()
        return 0 < number <= len(cards)

    def _to_take(self) -> list[SideCard]:
        return [card for card in (*self.sides, self.merged) if card is not None]

    def _number(self) -> None:
        """Say on each button which key takes its value."""
        for number, card in enumerate(self._to_take(), 1):
            card.set_key(str(number))

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in the order in which one reads."""
        cards = [part for part in (*self.sides, self.merged, self.anew, self.before) if part is not None]
        return [stop for card in cards for stop in stops_in(card)]

    def flush(self) -> bool:
        """Keep the draft. False when it could not be; it stays in its box."""
        return self.anew.note.box.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window puts the values below one another."""
        super().resizeEvent(event)
        narrow, across = self.viewport().width() < theme.px(_NARROW), QBoxLayout.Direction
        self._beside.setDirection(across.TopToBottom if narrow else across.LeftToRight)

    def _show_ancestor(self, conflict: Conflict, names: dict[str, str]) -> None:
        empty(self._ancestor)
        self.before = SideCard("What they started from", "", conflict.before, "", self)
        if words.is_prose(conflict) and conflict.before is not None:
            self.before.show_text(str(conflict.before), str(conflict.before))
        else:
            self.before.show_value(words.value(conflict, conflict.before, names))
        self._ancestor.addWidget(self.before)

    def _show_sides(self, conflict: Conflict, names: dict[str, str]) -> None:
        empty(self._beside)
        now = datetime.now().astimezone()
        self.sides = []
        for side in sorted(conflict.sides, key=lambda side: not side.mine):  # one's own is always on the left
            card = self._card(conflict, side, names, now)
            card.taken.connect(self.settled)
            self._beside.addWidget(card, 1)
            self.sides.append(card)

    def _card(self, conflict: Conflict, side: Side, names: dict[str, str], now: datetime) -> SideCard:
        about = moment(side.at, now)
        said = words.value(conflict, side.value, names)
        alone = sum(other.by == side.by for other in conflict.sides) == 1
        if not alone:
            about = say("{moment}, laptop {number}", moment=about, number=_laptop_of(conflict, side))
        keep = words.keep(side, conflict.sides, "" if alone else about)
        prose = words.is_prose(conflict) and side.value is not None
        from_where = " · ".join(part for part in (about, origin(side)) if part)
        take, person = keep if prose else f"{keep}: {said}", (side.by, side.mine)
        card = SideCard(words.whose(side), from_where, side.value, take, self, person=person)
        if prose:
            card.show_text(str(side.value), str(conflict.before or ""))
        else:
            card.show_value(said)
        return card

    def _show_merge(self, conflict: Conflict) -> None:
        empty(self._merge)
        self.merged = None
        if conflict.merged is not None:
            self.merged = SideCard("Both together", _MERGE, conflict.merged, "Keep both together", self)
            theme.role(self.merged, "suggested")
            theme.role(self.merged.take, "primary")
            self.merged.show_text(conflict.merged, str(conflict.before or ""))
            self.merged.taken.connect(self.settled)
            self._merge.addWidget(self.merged)


def _laptop_of(conflict: Conflict, side: Side) -> int:
    """Which of the laptops of one person, who wrote more than one of the values, by order of the values."""
    return [other.device for other in conflict.sides if other.by == side.by].index(side.device) + 1


class _Anew(Card):
    """Another value than those that stand: a text in a box that keeps itself, or a button for each answer."""

    settled = Signal(object)  # Value

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Or write it again", "", parent)
        self._offers = False
        self.note = NoteField(self)
        self.note.set_narrow(True)
        self.settle = PressButton("Settle with this text", self)
        self.settle.clicked.connect(lambda: self.settled.emit(self.note.box.text()))
        self.note.box.textChanged.connect(self._show_state)
        self._draft = theme.role(text_label(self), "small")
        self._draft.setText(_DRAFT)
        self.buttons = Flow()
        self.body.addWidget(self.note)
        self.body.addLayout(self.buttons)
        self.stack(self.settle, self._draft)

    def show_conflict(self, conflict: Conflict, draft: str, door: Door) -> None:
        """Offer what can be written or chosen for this field."""
        prose, choices = words.is_prose(conflict), words.choices(conflict)
        self.heading.setText("Or write it again" if prose else "Or choose again")
        self._offers = prose or bool(choices)
        for part in (self.note, self._draft, self.settle):
            part.setVisible(prose)
        empty(self.buttons)
        if prose:
            target = Target(conflict.entity, conflict.id, conflict.field)
            self.note.show_value(target, f"Write anew: {words.place(conflict)}", draft, "", door)
            for side in conflict.sides:
                if side.value is not None:
                    self._add(words.insert(side), self._inserting(str(side.value)))
        for value, said in choices:
            self._add(said, self._settling(value))
        self._show_state()

    def allow(self, *, may: bool) -> None:
        """Offer it to who settles; what somebody else began to write stays to be read and copied."""
        begun = self.note.isVisibleTo(self) and bool(self.note.box.text().strip())
        self.setVisible(self._offers and (may or begun))
        self.settle.setVisible(may and self.note.isVisibleTo(self))

    def _add(self, text: str, do: Callable[[], object]) -> None:
        button = PressButton(text, self)
        button.clicked.connect(do)
        self.buttons.addWidget(button)
        button.show()

    def _inserting(self, text: str) -> Callable[[], object]:
        """At the cursor, so that nothing written is ever replaced."""

        def insert() -> None:
            self.note.box.insertPlainText(to_document(text))
            self.note.box.setFocus()

        return insert

    def _settling(self, value: Value) -> Callable[[], object]:
        return lambda: self.settled.emit(value)

    def _show_state(self) -> None:
        self.settle.setEnabled(bool(self.note.box.text().strip()))
