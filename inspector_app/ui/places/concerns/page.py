"""The register of live concerns: a child may be at risk now. Open ones first; closed ones stay, and nothing is deleted."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.cases.concern import ConcernRow, concern_of
from inspector_app.core.domain.fields import INFORMED
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.errors import Expected
from inspector_app.core.services.fieldwork import concerns, week
from inspector_app.core.services.people import here
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.core.words import later, say
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.keyed_button import KeyedButton
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.telling import refuse
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import door_into, door_of_drafts
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.page import Destination, Item, NewConcern, Page, Shared
from inspector_app.ui.places.concerns.card import ConcernCard
from inspector_app.ui.places.concerns.list import ConcernList
from inspector_app.ui.places.concerns.told_acts import ToldActs
from inspector_app.ui.words import concern as concern_words
from inspector_app.ui.words.framework import type_alone

_ABOUT = "Writing it here tells nobody: tell first, then write."
_NOTHING = (
    later("No concern has been raised"),
    later("Raise one as soon as you think that a child may be at risk."),
)
_LIST = 312  # px at 100%: how wide the list is
_DRAFT = "reopen"  # the kind of draft that a reason for opening one again is kept as


@dataclass(frozen=True, slots=True)
class ConcernsPlace:
    """Where somebody was."""

    concern: str  # id
    told: bool  # on the line for who is told next


class ConcernsPage(Page):
    """The page."""

    code = "concerns"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self.door, self.drafts = (
            door_into(shared.workspace, shared.workspace.editor),
            door_of_drafts(shared.workspace, _DRAFT, by_field=False),
        )
        self._begun = ""  # one that nobody wrote in yet, and that is shown all the same
        self.cards: dict[str, ConcernCard] = {}
        self._told = ToldActs(self, shared.workspace, self.cards, self._show)
        self._here = ""  # the one that stands beside the list (id)
        self._about, self._nothing = theme.role(plain_label(_ABOUT, self), "small"), Empty(self, *_NOTHING)
        raising = KeyedButton(say("Raise a concern"), actions.keys("raise-concern"), self)
        self.another = draw(theme.role(raising, "primary"), "concerns")
        self.another.setToolTip(f"{actions.command('raise-concern').tip} ({actions.keys('raise-concern')})")
        self.another.clicked.connect(lambda: self.begin(""))
        self._many = theme.role(plain_label("", self), "quiet")
        self.list = ConcernList(self)
        self.list.chosen.connect(self._choose)
        self._lay_out()
        self._show()
        self._minutes = QTimer(self, interval=60_000)
        self._minutes.timeout.connect(self._pass)
        self._minutes.start()

    def _lay_out(self) -> None:
        head = Flow(theme.role(plain_label(self.title, self), "title"), self._many)
        head.add_gap()
        self._beside = QWidget(self)
        self._cards = QVBoxLayout(self._beside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self.body = BesideList(self.list, self._beside, back=say("All concerns"), on=say("This concern"), width=_LIST)
        self.list.itemActivated.connect(self._enter)
        for widget in (self._about, self.body.turn, self.another):
            head.addWidget(widget)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addLayout(head)
        layout.addWidget(self._nothing, 1)  # by the head, with the rest of the page below its words
        layout.addWidget(self.body, 1)
        layout.addStretch(0)

    # what every page can do

    def flush(self) -> bool:
        """Write what was typed. False when some of it could not be; it stays in its box."""
        written = [card.flush() for card in self.cards.values()]
        return all(written)

    def refresh(self, touched: Touched) -> None:
        """Show what changed."""
        kinds = {entity for entity, _ in touched}
        if kinds & {"concern", "informed", "case", "person"}:
            self._show(every=bool(kinds & {"case", "person"}))

    def place(self) -> ConcernsPlace:
        """Where the person is."""
        card, focus = self.cards.get(self._here), self.focusWidget() or self
        return ConcernsPlace(self._here, card is not None and card.people.new.isAncestorOf(focus))

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, ConcernsPlace) and place.concern:
            self.show_concern(place.concern)
            if place.told and place.concern in self.cards:
                self.cards[place.concern].people.new.whom.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self, at: Destination) -> None:
        """Show a concern, or begin one."""
        if isinstance(at, NewConcern):
            self.begin(at.case)
        elif isinstance(at, Item):
            self.show_concern(at.id)

    def begin(self, case_id: str) -> None:
        """Begin a concern about a case, or with "" about none, with the cursor where one says what it is."""
        if not self.flush():
            return
        try:
            self._begun = concerns.raise_(self._workspace, case_id, datetime.now())
        except Expected as error:
            self.failed.emit(error)
            return
        self.show_concern(self._begun)

    def show_concern(self, item: str) -> None:
        """Show a concern, one that nobody wrote in yet too; of somebody who was told, the concern they were told of."""
        self._here = concern_of(item)
        if self._here not in self.cards:
            self._begun = self._here
        self._show()
        self.body.show_parts(True)
        self._enter()

    def _choose(self, concern_id: str) -> None:
        self.flush()
        self._here = concern_id
        self._show_one()

    def _enter(self) -> None:
        if (card := self.cards.get(self._here)) is not None:
            card.enter()

    def _show_one(self) -> None:
        """The card of the concern that is chosen, and no other."""
        chosen = self.cards.get(self._here)
        hold(self.list, "concern", self._here)  # from the list, too, undo is about the one that stands beside it
        for card in self.cards.values():
            if card is not chosen:
                card.hide()
        if chosen is not None:
            chosen.show()  # now, not when the event loop comes to it: the cursor is to go into it

    # shown

    def _show(self, *, every: bool = False) -> None:
        """Show the concerns; those that are as they were are left alone, but for `every`."""
        rows = concerns.rows(self._workspace, also=self._begun)
        refs = week.plan(self._workspace).cases
        now = datetime.now().astimezone()
        for gone in set(self.cards) - {row.id for row in rows}:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for row in rows:
            new = row.id not in self.cards
            card = self.cards[row.id] = self.cards.get(row.id) or self._make(row)
            if new or every or card.row != row:
                draft = drafts.unsent(self._workspace, _DRAFT, row.id).get(row.id, "") if not row.open else ""
                card.set_row(row, refs, draft, now)
        if self._here not in self.cards:
            self._here = rows[0].id if rows else ""
        self.list.set_rows(rows, now, self._here)
        self._many.setText(concern_words.how_many([row for row in rows if row.written]))  # as the head of the window
        self._show_one()
        self._nothing.setVisible(not rows)
        self.body.setVisible(bool(rows))

    def showEvent(self, event: QShowEvent) -> None:
        """What is said of the time is of now."""
        super().showEvent(event)
        self._pass()

    def _pass(self) -> None:
        """Time passes: say for how long they are open."""
        if self.isVisible():
            now = datetime.now().astimezone()
            for card in self.cards.values():
                card.show_state(now)

    def _make(self, row: ConcernRow) -> ConcernCard:
        card = ConcernCard(row, self, self._beside)
        card.hide()
        self._cards.addWidget(card)
        card.asked.connect(self._on_asked)
        card.told.connect(self._told.add)
        card.told_deleted.connect(self._told.delete)
        card.reopened.connect(self._reopen)
        card.failed.connect(self.failed)
        return card

    # what the cards ask for

    def saved_at(self, concern_id: str, field: str) -> str:
        """When a field was last written (ISO 8601, UTC); "" for never."""
        found = self._workspace.history("concern", concern_id, field, most=1)
        return found[0].at if found else ""

    def history(self, concern_id: str) -> list[HistoryRow]:
        """Who wrote what, newest first."""
        return concerns.history(self._workspace, concern_id)

    def about(self, case_id: str) -> str:
        """What kind of case it is, and whether it is one’s own."""
        row = next(iter(self._workspace.case_rows(case_id)), None)
        if row is None:
            return ""
        own = say("your case") if row.inspector == self._workspace.me else ""
        return ", ".join(part for part in (type_alone(row.type), own) if part)

    @property
    def workspace(self) -> Workspace:
        """The inspection."""
        return self._workspace

    @property
    def me(self) -> str:
        """The name of who is here."""
        return here.person(self._workspace).name

    def _on_asked(self, concern_id: str, what: str) -> None:
        card = self.cards[concern_id]
        if what == "case":
            self.want_case(card.row.case)
            return
        if not card.flush():
            return
        try:
            concerns.close(self._workspace, concern_id)
        except Expected as error:
            refuse(card, error)
            return
        card.enter()

    def invert(self, code: str, entity: str, entity_id: str) -> bool:
        """From the line for the next one, undo and redo are of somebody being added; else as on every page."""
        if entity == INFORMED.code and self._told.invert(code, entity_id):
            return True
        return super().invert(code, entity, entity_id)

    def _reopen(self, concern_id: str, reason: str) -> None:
        try:
            concerns.reopen(self._workspace, concern_id, reason, datetime.now())
            drafts.keep(self._workspace, drafts.unsent_name(_DRAFT, concern_id), "")
        except Expected as error:
            refuse(self, error)
            return
        self._show()
        self.cards[concern_id].enter()

    # focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page has nothing to do with the focus itself: the concern in hand has, or the button that raises one."""
        super().focusInEvent(event)
        card = self.cards.get(self._here)
        if card is not None and self.body.shows_parts:
            card.enter()
        else:
            (self.list if card else self.another).setFocus(Qt.FocusReason.OtherFocusReason)
