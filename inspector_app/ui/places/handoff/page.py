"""The Hand-off page: give and take packages, who has what, the cards of the team, and everything out as one file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector_app.core.domain.trust import Standing
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.people import standing
from inspector_app.core.words import count, say
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.scrolled import Scrolled
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import theme
from inspector_app.ui.page import Destination, Item, Known, Page, Shared
from inspector_app.ui.places.handoff.everything import CODE, EverythingLine
from inspector_app.ui.places.handoff.give_card import GiveCard
from inspector_app.ui.places.handoff.ledger_card import LedgerCard
from inspector_app.ui.places.handoff.take_card import TakeCard
from inspector_app.ui.places.handoff.team_card import AddCard, MyCard

_NARROW = 820  # px at 100%: below it the cards stand below one another


class HandoffPage(Page):
    """Everything that is done with packages of one inspection."""

    code = "handoff"
    offers = (CODE,)

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace, jobs = shared.workspace, shared.jobs
        self._scroll = Scrolled(_NARROW, self)
        self.give = GiveCard(workspace, jobs, shared.flush)
        self.take = TakeCard(workspace, jobs, shared.flush)
        self.mine = MyCard(workspace.laptop, jobs, leads=standing.leads(workspace), folded=True)
        self.add = AddCard(workspace, jobs)
        unfolded = [self.add, self.mine, _in_one_place(self.add.line, self.mine.line)]
        self.ledger = LedgerCard([self.add.choose, self.mine.save], unfolded, self.mine.show_key)
        self.conflicts, self.trust = PressButton(""), PressButton("")
        self.everything = EverythingLine(workspace, jobs, shared.flush)
        actions.make(self, CODE, self.everything.save_as, here=True)
        self._lay_out()
        self._connect()
        shared.read_ledger()

    def refresh(self, touched: Touched) -> None:
        """Read the ledger again: there is other work here now."""
        if touched:
            self._shared.read_ledger()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for the roads in one line they are said on the card alone."""
        self.roads.setVisible(self.width() >= theme.px(_NARROW))
        super().resizeEvent(event)

    def place(self) -> object:
        """How far it is scrolled."""
        return self._scroll.verticalScrollBar().value()

    def return_to(self, place: object) -> None:
        """Scroll back; or, for the file of a package, show what it would do."""
        if isinstance(place, int):
            self._scroll.verticalScrollBar().setValue(place)
        elif isinstance(place, Path):
            self.take.look_at([place])

    def held(self) -> object:
        """The packages that are looked at."""
        return self.take.looked_at or None

    def hold_on(self, held: object) -> None:
        """Look at them again."""
        if isinstance(held, tuple):
            self.take.look_at(held)

    def arrive(self, at: Destination) -> None:
        """Go to this person's own card (Item), ready to be saved."""
        if isinstance(at, Item):
            self.mine.save.setFocus()
            self._scroll.ensureWidgetVisible(self.mine.save)

    def do(self, code: str) -> None:
        """Do what the palette asks for (one of `offers`)."""
        if code == CODE:
            self.everything.save_as()

    def know(self, known: Known) -> None:
        """Say how many fields are contested, and whose work is here."""
        words = _contested(known.contested)
        self.conflicts.setText(f"{actions.command('conflicts').text}: {words}")
        self.trust.setText(f"{actions.command('trust').text}: {_waiting(known.ledger)}")
        self.give.set_members(known.ledger)
        self.take.know(known.contested)
        self.ledger.set_rows(known.ledger, datetime.now().astimezone())

    def _lay_out(self) -> None:
        self.roads = theme.role(
            plain_label(say("By mail, the department’s drive, or a stick where that is allowed")), "quiet"
        )
        head = Flow(theme.role(plain_label(self.title), "title"), self.roads)
        head.add_gap()
        head.addWidget(self.trust)
        head.addWidget(self.conflicts)
        self._scroll.body.addLayout(head)
        halves = self._scroll.add_row()
        for half in (self.give, self.take):
            halves.addWidget(half, 1)
        self._scroll.body.addWidget(self.ledger)
        self._scroll.body.addWidget(self.everything)
        self._scroll.body.addStretch(1)
        self.fill(self._scroll)
        hand_on(self, self.give.save)

    def _connect(self) -> None:
        for wanted in (self.conflicts.clicked, self.take.conflicts_wanted):
            wanted.connect(lambda: self.want_page("conflicts"))
        for wanted in (self.trust.clicked, self.take.trust_wanted):
            wanted.connect(lambda: self.want_page("trust"))
        self.take.receipt_wanted.connect(self.give.receipt)
        self.give.given.connect(self.take.give_done)
        for done in (self.give.given, self.take.taken, self.add.added):
            done.connect(lambda: self._shared.read_ledger())


def _in_one_place(*lines: QWidget) -> QWidget:
    """Lines of work of which one is at work at a time, over one another: each would keep room for itself."""
    held = QWidget()
    place = QGridLayout(held)
    place.setContentsMargins(0, 0, 0, 0)
    for line in lines:
        place.addWidget(line, 0, 0)
    return held


def _waiting(rows: Sequence[LedgerRow]) -> str:
    number = sum(row.standing in (Standing.WAITING, Standing.CHANGED) for row in rows)
    return count(number, "{n} waits", "{n} wait") if number else say("nobody waits")


def _contested(number: int) -> str:
    return count(number, "{n} contested", "{n} contested") if number else say("nothing contested")
