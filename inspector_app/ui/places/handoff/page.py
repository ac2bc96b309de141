"""The Hand-off page: give and take packages, who has what, and the cards of the team."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import actions, opening
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.places.handoff.give_card import GiveCard
from inspector_app.ui.places.handoff.take_card import TakeCard
from inspector_app.ui.places.handoff.team_card import AddCard, LedgerCard, MyCard
from inspector_app.ui.words.handoff import counted

_NARROW = 820  # px at 100%: below it the cards stand below one another


class Handoff(QScrollArea):
    """Everything that is done with packages of one open workspace. `flush` writes what is typed on any page."""

    conflicts_wanted = Signal()
    ledger_read = Signal(object)  # Sequence[LedgerRow]
    failed = Signal(object)  # Expected

    def __init__(
        self, workspace: Workspace, jobs: Jobs, flush: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons have it
        self._workspace, self._jobs = workspace, jobs
        self._reading = self._again = False
        self.give = GiveCard(workspace, jobs, flush)
        self.take = TakeCard(workspace, jobs, flush)
        self.ledger = LedgerCard()
        self.mine, self.add = MyCard(workspace.laptop, jobs), AddCard(workspace, jobs)
        self.conflicts = PressButton("")
        self._lay_out()
        self._connect()
        self.set_contested(0)
        self._read()

    def flush(self) -> bool:
        """Nothing here waits to be written."""
        return True

    def refresh(self, touched: frozenset[tuple[str, str]]) -> None:
        """Read the ledger again: there is other work here now."""
        if touched:
            self._read()

    def place(self) -> object:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def return_to(self, place: object) -> None:
        """Scroll back."""
        if isinstance(place, int):
            self.verticalScrollBar().setValue(place)

    def set_contested(self, number: int) -> None:
        """Say how many fields are contested."""
        words = f"{counted(number, 'contested field')}" if number else "nothing contested"
        self.conflicts.setText(f"{actions.command('conflicts').text}: {words}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window puts the cards below one another."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < theme.px(_NARROW)
        across = QBoxLayout.Direction
        for row in self._rows:
            row.setDirection(across.TopToBottom if narrow else across.LeftToRight)

    def _lay_out(self) -> None:
        page = theme.role(QWidget(), "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(*(theme.px(3 * theme.GRID),) * 4)
        layout.setSpacing(theme.px(2 * theme.GRID))
        head = Flow(theme.role(QLabel("Hand-off"), "title"))
        head.add_gap()
        head.addWidget(self.conflicts)
        layout.addLayout(head)
        self._rows = [_row(self.give, self.take), _row(self.mine, self.add)]
        layout.addLayout(self._rows[0])
        layout.addWidget(self.ledger)
        layout.addLayout(self._rows[1])
        layout.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(page)
        self.setAccessibleName("Hand-off")
        hand_on(self, self.give.save)

    def _connect(self) -> None:
        self.conflicts.clicked.connect(self.conflicts_wanted)
        self.take.conflicts_wanted.connect(self.conflicts_wanted)
        self.take.receipt_wanted.connect(self.give.receipt)
        for done in (self.give.given, self.take.taken, self.add.added):
            done.connect(self._read)

    def _read(self) -> None:
        """Read the ledger in a job; once more when something changed meanwhile."""
        self._again = self._reading
        if self._reading:
            return
        self._reading = True
        workspace = self._workspace
        self._jobs.run(
            self, lambda _: opening.ledger(workspace), done=self._show, failed=self.failed.emit, ended=self._on_read
        )

    def _on_read(self) -> None:
        self._reading = False
        if self._again:
            self._read()

    def _show(self, found: Sequence[LedgerRow]) -> None:
        self.give.set_members(found)
        self.ledger.set_rows(found, datetime.now().astimezone())
        self.ledger_read.emit(found)


def _row(*cards: QWidget) -> QBoxLayout:
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(theme.px(2 * theme.GRID))
    for card in cards:
        row.addWidget(card, 1)
    return row
