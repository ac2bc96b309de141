"""Who has what, as a table: a person a line, with whose work is here up to when, and what was last given and how."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inspector_app.core.domain.trust import Standing
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.words import say
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.chip import Chip, Means
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import said_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.signs.initial import Initial
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words.handoffs.ledger import is_silent, last_given, sentences, state, up_to, without_card

_NARROW = 480  # px at 100%: below it who has what stands in lines and not in columns
_ROW = 36  # px at 100%, of a person
_CHIPS = {Standing.CHANGED: Means.WARN, Standing.WAITING: Means.WARN}


class LedgerCard(Card):
    """`acts` stand in its head, and `unfolded` below the people: what is there once somebody wants it."""

    def __init__(self, acts: Sequence[QPushButton], unfolded: Sequence[QWidget], mine: QPushButton) -> None:
        """`mine`: what stands at the end of this person's own line."""
        super().__init__(say("Who has what"))
        self._mine = mine
        self._people = QGridLayout()
        self._people.setHorizontalSpacing(theme.px(sizes.PAGE))
        self._people.setVerticalSpacing(0)
        self.body.removeWidget(self.heading)
        theme.role(self.heading, "label")
        head = Flow(self.heading)
        head.add_gap()
        for act in acts:
            head.addWidget(act)
        self.body.addLayout(head)
        self.body.addLayout(self._people)
        for part in unfolded:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.lines: list[QLabel] = []
        self._narrow = False
        self._rows: tuple[Sequence[LedgerRow], datetime] | None = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where four columns would be a word a line, a person's line stands below their name."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            if self._rows is not None:
                self.set_rows(*self._rows)

    def set_rows(self, rows: Sequence[LedgerRow], now: datetime) -> None:
        """Say what the ledger holds. A line is heard as whole sentences, which its tip shows."""
        self._rows = rows, now
        self._people.removeWidget(self._mine)
        empty(self._people)
        self.lines = []
        for column in (1, 2, 3):  # alike, whatever they say: what a hand-off changes in one moves none
            self._people.setColumnStretch(column, 0 if self._narrow else 1)
        self._people.setColumnStretch(0, 1)
        if not self._narrow:
            self._add_heads()
        add = self._add_below if self._narrow else self._add
        for place, row in enumerate((row for row in rows if not is_silent(row)), 1):
            add(row, now, 2 * place)
        if without_card(rows):
            rest = said_label(self, without_card(rows), "small")
            rest.setMinimumHeight(theme.px(_ROW))
            self._people.addWidget(rest, self._people.rowCount(), 0, 1, 4)
            self.lines.append(rest)

    def _add_heads(self) -> None:
        heads = (say("Person"), say("You have their work up to"), say("Last given to them"), say("Status"))
        for column, head in enumerate(heads):
            self._people.addWidget(said_label(self, head, "small"), 0, column)

    def _line_over(self, place: int) -> None:
        self._people.addWidget(theme.role(QFrame(self), "line"), place - 1, 0, 1, 4)

    def _add_below(self, row: LedgerRow, now: datetime, place: int) -> None:
        """The name with its sentences below it, and how it stands at the right."""
        self._line_over(place)
        told = QWidget(self)
        below = QVBoxLayout(told)
        below.setContentsMargins(0, theme.px(sizes.TIGHT), 0, theme.px(sizes.TIGHT))
        below.setSpacing(0)
        below.addWidget(self._person(row, now))
        below.addWidget(said_label(told, " ".join(sentences(row, now)), "quiet"))
        self._people.addWidget(told, place, 0)
        self._add_end(row, place, 1)

    def _person(self, row: LedgerRow, now: datetime) -> QWidget:
        """The disc of the initials, and the name."""
        person = QWidget(self)
        across = QHBoxLayout(person)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.px(sizes.NEAR))
        across.addWidget(Initial(row.name, person, mine=row.me))
        across.addWidget(self._who(row, now), 1)
        return person

    def _who(self, row: LedgerRow, now: datetime) -> QLabel:
        name = say("{name}, you", name=row.name) if row.me else ", ".join(part for part in (row.name, row.role) if part)
        who, told = said_label(self, name, "label"), " ".join(sentences(row, now))
        who.setAccessibleName(f"{name}: {told}")
        who.setToolTip(told)
        self.lines.append(who)
        return who

    def _add(self, row: LedgerRow, now: datetime, place: int) -> None:
        self._line_over(place)
        self._people.setRowMinimumHeight(place, theme.px(_ROW))
        who = self._person(row, now)
        given = "–" if row.me else last_given(row, now) or say("nothing yet")
        for column, cell in enumerate((who, said_label(self, up_to(row, now)), said_label(self, given))):
            self._people.addWidget(cell, place, column)
        self._add_end(row, place, 3)

    def _add_end(self, row: LedgerRow, place: int, column: int) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if row.me:
            self._people.addWidget(self._mine, place, column, right)
        elif state(row):
            good = not (row.missing or row.unconfirmed)
            means = _CHIPS.get(row.standing, Means.GOOD if good else Means.WARN if row.missing else Means.NAME)
            self._people.addWidget(Chip(means, state(row), self), place, column, right)
