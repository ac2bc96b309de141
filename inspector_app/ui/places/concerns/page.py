"""The register of live concerns: a child may be at risk now. Open ones first; closed ones stay, and nothing is deleted."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.concern import ConcernRow, concern_of
from inspector_app.core.domain.fields import INFORMED
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.errors import Expected
from inspector_app.core.services.fieldwork import concerns, week
from inspector_app.core.services.people import here
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import drafts
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.telling import refuse
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import door_into, door_of_drafts
from inspector_app.ui.page import Destination, Item, NewConcern, Page, Shared
from inspector_app.ui.places.concerns.concern_card import ConcernCard
from inspector_app.ui.places.concerns.concern_list import ConcernList
from inspector_app.ui.places.concerns.told_acts import ToldActs
from inspector_app.ui.words import concern as concern_words

_ABOUT = (
    "Writing it here tells nobody: tell first, then write. Nothing here is in a rating or in the draft findings, and no "
    "concern is ever deleted."
)
_NOTHING = "No concern has been raised. Raise one as soon as you think that a child may be at risk."
# px at 100%: notes in lines of 60 to 80 letters, and the marks beside them; from it on a list
_WIDEST, _ABREAST = 1160, 1100
_DRAFT = "reopen"  # the kind of draft that a reason for opening one again is kept as


@dataclass(frozen=True, slots=True)
class ConcernsPlace:
    """Where somebody was."""

    concern: str
    scroll: int


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
        self._head = theme.role(text_label(self), "title")
        self._head.setText(self.title)
        self._about, self._nothing = theme.role(text_label(self), "quiet"), Empty(self, _NOTHING)
        self._about.setText(_ABOUT)
        self.another = theme.role(PressButton("Raise a concern", self), "primary")
        self.another.setToolTip(f"{actions.command('raise-concern').tip} ({actions.keys('raise-concern')})")
        self.another.clicked.connect(lambda: self.begin(""))
        self._many = theme.role(plain_label("", self), "quiet")
        self.list = ConcernList(self)
        self.list.wanted.connect(self.show_concern)
        self._lay_out()
        self._show()
        self._minutes = QTimer(self, interval=60_000)
        self._minutes.timeout.connect(self._pass)
        self._minutes.start()

    def _lay_out(self) -> None:
        self._column = QWidget(self)
        self._column.setMaximumWidth(theme.px(_WIDEST))
        inside = self._inside = QVBoxLayout(self._column)
        frame(self, inside)
        inside.setSpacing(theme.px(sizes.NEAR))
        self._head.setWordWrap(False)
        head = Flow(self._head, self._many)
        head.add_gap()
        head.addWidget(self.another)
        inside.addLayout(head)
        inside.addWidget(self._about)
        inside.addWidget(self._nothing)
        across = QHBoxLayout()
        across.setSpacing(theme.px(sizes.APART))
        across.addWidget(self.list)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(sizes.NEAR))
        across.addLayout(self._list, 1)
        inside.addLayout(across)
        inside.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.role(self._column, "page")
        self._scroll.setWidget(self._column)
        self.fill(self._scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All concerns stand beside the one that is read, where there is room and more than one."""
        super().resizeEvent(event)
        self._show_list()

    def _show_list(self) -> None:
        beside = self.width() >= theme.px(_ABREAST) and len(self.cards) > 1
        self.list.setVisible(beside)
        self._column.setMaximumWidth(theme.px(_WIDEST + (sizes.SIDE_LIST if beside else 0)))

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
        card = self._card_of(self.focusWidget())
        return ConcernsPlace(card.id if card else "", self._scroll.verticalScrollBar().value())

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, ConcernsPlace):
            if place.concern:
                self.show_concern(place.concern)
            self._scroll.verticalScrollBar().setValue(place.scroll)

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
        self._show()
        self.show_concern(self._begun)

    def show_concern(self, item: str) -> None:
        """Show a concern, one that nobody wrote in yet too; of somebody who was told, the concern they were told of."""
        concern_id = concern_of(item)
        if concern_id not in self.cards:
            self._begun = concern_id
            self._show()
        card = self.cards.get(concern_id)
        if card is not None:
            card.enter()
            self._inside.activate()
            self._scroll.verticalScrollBar().setValue(card.y() - theme.px(sizes.PAGE) if len(self.cards) > 1 else 0)

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
        for place, row in enumerate(rows):
            new = row.id not in self.cards
            card = self.cards[row.id] = self.cards.get(row.id) or self._make(row)
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
                card.show()  # now, not when the event loop comes to it: the cursor is to go into it
            if new or every or card.row != row:
                draft = drafts.unsent(self._workspace, _DRAFT, row.id).get(row.id, "") if not row.open else ""
                card.set_row(row, refs, draft, now)
        self.list.set_rows(rows, now)
        self._many.setText(concern_words.how_many(rows))
        self._show_list()
        self._nothing.setVisible(not rows)

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
        card = ConcernCard(row, self, self._column)
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
        """From the line for the next one, undo takes back that somebody was added; else as on every page."""
        if (code, entity) == ("undo", INFORMED.code) and self._told.take_back(entity_id):
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
        """The page has nothing to do with the focus itself: the first concern has, or the button that raises one."""
        super().focusInEvent(event)
        first = next(iter(self.cards.values()), None)
        if first is not None:
            first.enter()
        else:
            self.another.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card_of(self, widget: QWidget | None) -> ConcernCard | None:
        found = (c for c in self.cards.values() if widget is not None and (c is widget or c.isAncestorOf(widget)))
        return next(found, None)
