"""The Hand-off page: give and take packages, who has what, and the cards of the team."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.words import count, say
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.look import theme
from inspector_app.ui.page import Known, Page, Shared
from inspector_app.ui.places.handoff.give_card import GiveCard
from inspector_app.ui.places.handoff.take_card import TakeCard
from inspector_app.ui.places.handoff.team_card import AddCard, LedgerCard, MyCard

_NARROW = 820  # px at 100%: below it the cards stand below one another


class HandoffPage(Page):
    """Everything that is done with packages of one inspection."""

    code = "handoff"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace, jobs = shared.workspace, shared.jobs
        self._scroll = QScrollArea(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons have it
        self.give = GiveCard(workspace, jobs, shared.flush)
        self.take = TakeCard(workspace, jobs, shared.flush)
        self.ledger = LedgerCard()
        self.mine, self.add = MyCard(workspace.laptop, jobs), AddCard(workspace, jobs)
        self.conflicts = PressButton("")
        self._lay_out()
        self._connect()
        shared.read_ledger()

    def refresh(self, touched: Touched) -> None:
        """Read the ledger again: there is other work here now."""
        if touched:
            self._shared.read_ledger()

    def place(self) -> object:
        """How far it is scrolled."""
        return self._scroll.verticalScrollBar().value()

    def return_to(self, place: object) -> None:
        """Scroll back; or, for the file of a package, show what it would do."""
        if isinstance(place, int):
            self._scroll.verticalScrollBar().setValue(place)
        elif isinstance(place, Path):
            self.take.look_at([place])

    def know(self, known: Known) -> None:
        """Say how many fields are contested, and whose work is here."""
        words = _contested(known.contested)
        self.conflicts.setText(f"{actions.command('conflicts').text}: {words}")
        self.give.set_members(known.ledger)
        self.ledger.set_rows(known.ledger, datetime.now().astimezone())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where there is little room, the cards stand below one another."""
        if event.type() == QEvent.Type.Resize and watched is self._scroll.viewport():
            narrow = self._scroll.viewport().width() < theme.px(_NARROW)
            across = QBoxLayout.Direction
            for row in self._rows:
                row.setDirection(across.TopToBottom if narrow else across.LeftToRight)
        return False

    def _lay_out(self) -> None:
        page = theme.role(QWidget(), "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(*(theme.px(3 * theme.GRID),) * 4)
        layout.setSpacing(theme.px(2 * theme.GRID))
        head = Flow(theme.role(QLabel(self.title), "title"))
        head.add_gap()
        head.addWidget(self.conflicts)
        layout.addLayout(head)
        self._rows = [_row(self.give, self.take), _row(self.mine, self.add)]
        layout.addLayout(self._rows[0])
        layout.addWidget(self.ledger)
        layout.addLayout(self._rows[1])
        layout.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(page)
        self._scroll.viewport().installEventFilter(self)
        self.fill(self._scroll)
        hand_on(self, self.give.save)

    def _connect(self) -> None:
        for wanted in (self.conflicts.clicked, self.take.conflicts_wanted):
            wanted.connect(lambda: self.want_page("conflicts"))
        self.take.receipt_wanted.connect(self.give.receipt)
        for done in (self.give.given, self.take.taken, self.add.added):
            done.connect(lambda: self._shared.read_ledger())


def _row(*cards: QWidget) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(theme.px(2 * theme.GRID))
    for card in cards:
        row.addWidget(card, 1)
    return row


def _contested(number: int) -> str:
    return count(number, "{n} contested field", "{n} contested fields") if number else say("nothing contested")
