"""One standard before the panel: this person's own rating, and what may be seen of the others'."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.panel.own_ratings import OwnRating, Seat
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.word_buttons import WordButtons
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.card_area import CardArea
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import column
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.draft_field import DraftBox
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.places.ratings.interest import Elsewhere, InterestField
from inspector_app.ui.places.ratings.members import words

ENTITY = "own-rating-draft"  # of the targets of what is typed here: a draft, and no field of the inspection
_BESIDE = (
    sizes.FORM + sizes.COLUMN + 3 * sizes.PAGE
)  # px at 100%: from here on the members stand beside one's own rating


@dataclass(frozen=True, slots=True)
class AtStandard:
    """A standard before the panel. `drafts`: what this person writes, by field (to, reason, interest)."""

    ref: str
    title: str
    rows: Sequence[OwnRating]
    seats: Mapping[str, Seat]
    names: Mapping[str, str]
    me: str
    drafts: Mapping[str, str]
    elsewhere: Elsewhere | None = None  # this person's interest on another standard

    @property
    def mine(self) -> OwnRating | None:
        """This person's own; None without a seat."""
        return next((row for row in self.rows if row.person == self.me), None)


class OwnView(CardArea):
    """`given` with rating ("" for none), reason and interest; `keep` is told what is chosen, `door` keeps what is typed."""

    given = Signal(str, str, str)

    def __init__(self, framework: Framework, door: Door, keep: Callable[[str, str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._door, self._keep = door, keep
        inside = theme.role(QWidget(), "page")
        self.title = theme.role(text_label(inside), "heading")
        self.words = WordButtons(framework, say("Your own rating"), inside)
        self.words.chosen.connect(self._choose)
        self.reason = NoteField(inside, DraftBox(), marks=False)
        self.reason.set_narrow(True)  # its edge is that of the boxes above and below
        self._interest = InterestField(inside)
        self.interest = self._interest.line
        self.interest.setAccessibleName(say("Your conflict of interest on this standard"))
        self.interest.setPlaceholderText(say("None, or what it is"))
        self.state = text_label(inside)
        self.give = theme.role(PressButton(say("Seal it"), inside), "primary")
        self.give.clicked.connect(self._give)
        self.open_all = PressButton(say("Open what is sealed"), inside)
        self.opened, self.others = text_label(inside), text_label(inside)
        self._lay_out(inside)
        self.setWidget(inside)

    def _lay_out(self, inside: QWidget) -> None:
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(self.title)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(theme.px(sizes.CLOSE))
        self._line = theme.role(QFrame(inside), "line")
        self._own, self._members = self._lay_out_own(inside), self._lay_out_members(inside)
        for part, wide in ((self._own, sizes.FORM), (self._line, 0), (self._members, 0)):
            self._halves.addWidget(part, wide)
        layout.addLayout(self._halves)
        layout.addStretch(1)

    def _lay_out_own(self, inside: QWidget) -> QWidget:
        own = QWidget(inside)
        layout = QVBoxLayout(own)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.CLOSE))
        self.writing = QWidget(own)
        written = QVBoxLayout(self.writing)
        written.setContentsMargins(0, 0, 0, 0)
        written.setSpacing(theme.px(sizes.NEAR))
        about = theme.role(text_label(inside), "small")
        about.setText(words.SEALED.say())
        for name, widget in (
            (say("Your own rating"), self.words),
            (say("Your reason"), self.reason),
            (say("Your conflict of interest on this standard"), self._interest),
        ):
            named = QVBoxLayout()  # a name stands nearer to its own box than to the one before
            named.setSpacing(theme.px(sizes.TIGHT))
            named.addWidget(theme.role(plain_label(name, inside), "label"))
            named.addLayout(column(widget, sizes.FORM))
            written.addLayout(named)
        written.addWidget(about)
        layout.addWidget(self.writing)
        layout.addWidget(self.state)
        layout.addLayout(Flow(self.give, self.open_all))
        layout.addStretch(1)
        return own

    def _lay_out_members(self, inside: QWidget) -> QWidget:
        members = QWidget(inside)
        layout = QVBoxLayout(members)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(theme.role(plain_label(say("The members"), members), "label"))
        layout.addLayout(column(self.opened))
        layout.addLayout(column(self.others))
        layout.addStretch(1)
        return members

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What may be seen of the others stands beside one's own where there is room, else below."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside, way = self.width() >= theme.px(_BESIDE), QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._halves.setSpacing(theme.px(sizes.PAGE if beside else sizes.CLOSE))
        self._halves.setStretch(2, sizes.COLUMN if beside else 0)
        self._line.setVisible(not (beside or self._own.isHidden() or self._members.isHidden()))

    def show_standard(self, at: AtStandard) -> None:
        """Show a standard; what is typed of this one and not kept yet stays."""
        is_open, chairs = any(row.opened for row in at.rows), at.seats.get(at.me) is Seat.CHAIR
        self.title.setText(f"{at.ref} {at.title}")
        self.words.set_word(at.drafts.get("to") or None)
        name = say("{standard}: your reason", standard=at.ref)
        self.reason.show_value(Target(ENTITY, at.ref, "reason"), name, at.drafts.get("reason", ""), "", self._door)
        self.interest.show_value(Target(ENTITY, at.ref, "interest"), at.drafts.get("interest", ""), self._door)
        self._interest.offer(at.elsewhere)
        self.writing.setVisible(at.me in at.seats and not is_open)
        self.give.setVisible(at.me in at.seats and not is_open)
        self.open_all.setVisible(chairs and any(row.given and (row.opened is None or row.again) for row in at.rows))
        self.state.setText(self._state(at))
        self.state.setVisible(bool(self.state.text()))
        parts = (self.writing, self.state, self.give, self.open_all)
        self._own.setVisible(not all(part.isHidden() for part in parts))  # else the half of it would be empty
        said = [words.opened(at.rows, at.names), "" if is_open else words.waiting(at.seats, at.rows, at.names)]
        self.opened.setText(" ".join(part for part in said if part))
        self.opened.setVisible(bool(self.opened.text()))
        self.others.setText("\n\n".join(words.member(row, at.names) for row in at.rows if row.given or row.opened))
        self._members.setVisible(bool(self.opened.text() or self.others.text()))
        self._arrange()

    def _state(self, at: AtStandard) -> str:
        if not at.seats:
            return say("Nobody sits at the panel yet: the lead says who does, under “Who sits at the panel”.")
        if at.me not in at.seats:
            return say("You have no seat at the panel.")
        mine = at.mine
        if mine is None or mine.opened or not mine.given:
            return ""
        return say("Yours is sealed. You can seal another until they are opened; the last one counts.")

    def flush(self) -> bool:
        """Put what was typed on disk. False when some of it could not be."""
        written = [self.reason.box.flush(), self.interest.flush()]
        return all(written)

    def _choose(self, word: str | None) -> None:
        self.words.set_word(word)
        self._keep("to", word or "")

    def _give(self) -> None:
        if self.flush():
            self.given.emit(self.words.word or "", self.reason.box.text(), self.interest.text())
