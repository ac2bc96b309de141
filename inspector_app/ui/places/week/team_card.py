"""Beside the days: who has how many cases, how many of them are done, and up to when their work is here."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.cases.asked import CasesAsked
from inspector_app.core.domain.cases.asked import Standing as By
from inspector_app.core.domain.cases.review import ACCEPTED, SUBMITTED
from inspector_app.core.services.fieldwork.week import Held, Standing
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.safekeeping.backups import SecondCopy
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import stops_in
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import TheseCases
from inspector_app.ui.places.week.board_cards import BoardCard
from inspector_app.ui.places.week.card_line import PersonLine
from inspector_app.ui.words import week as week_words
from inspector_app.ui.words.backups import second_copy
from inspector_app.ui.words.handoffs.ledger import is_silent, sentences, up_to

_DONE = (SUBMITTED, ACCEPTED)
_NOTHING = Standing((), ())


class TeamCard(BoardCard):
    """A line a person, which leads to their cases; under them the ways to what is handed over and kept."""

    cases_asked = Signal(object)  # TheseCases
    handoff_asked = Signal()
    backups_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("Team"), parent)
        self._standing = _NOTHING
        self._ledger: dict[str, LedgerRow] = {}
        self._now = datetime.now().astimezone()
        self.head.addWidget(theme.role(plain_label(say("cases done · work up to"), self), "small"))
        self.give = draw(theme.role(PressButton(say("Hand-off"), self), "slight"), "handoff")
        self.give.setToolTip(say("Give or take work"))
        self.give.clicked.connect(self.handoff_asked)
        self.backups = draw(theme.role(PressButton(say("Backups"), self), "slight"), "restore")
        self.backups.clicked.connect(self.backups_asked)
        self._copy = theme.role(text_label(self), "small")
        self.body.addWidget(self._copy)
        ways = Flow(self.give, self.backups)
        ways.setSpacing(theme.px(sizes.APART))
        self.body.addLayout(ways)

    @property
    def stops(self) -> list[QWidget]:
        """The lines, and under them the ways."""
        ways: list[QWidget] = [self.give, self.backups]
        return [*(stop for stop in stops_in(self) if stop not in ways), *ways]

    def set_standing(self, standing: Standing) -> None:
        """Say how many cases each of them has."""
        self._standing = standing
        self._show()

    def set_rows(self, rows: Sequence[LedgerRow], copy: SecondCopy, now: datetime) -> None:
        """Say what the ledger holds of each of them, and when the second copy was made."""
        self._ledger, self._now = {row.person: row for row in rows}, now
        self.backups.setToolTip(second_copy(copy, now))
        self._copy.setText("" if copy.is_old(now) else second_copy(copy, now))  # overdue, it is named under "To check"
        self._copy.setVisible(bool(self._copy.text()))
        self._show()

    def _show(self) -> None:
        self.clear()
        done = {case for at in self._standing.stages if at.stage in _DONE for case in at.cases}
        held = {h.person.id if h.person else "": h for h in self._standing.holders}
        lines: list[PersonLine] = []
        for person in [*held, *(person for person in self._ledger if person not in held)]:
            if person or held[""].cases:
                lines.append(self._person(person, held.get(person), done))
        for line in lines:
            line.set_fellows(lines)
        if self._ledger and all(row.me for row in self._ledger.values()):
            self.say(say("Nobody else is in the team here yet."), "small")

    def _person(self, person: str, held: Held | None, done: set[str]) -> PersonLine:
        row = self._ledger.get(person)
        whose = held.person.name if held and held.person else row.name if row else say("Nobody yet")
        mine = bool(row and row.me)
        text = week_words.holder(held, mine=mine) if held else say("You") if mine else whose
        line = PersonLine(text, whose, self, mine=mine, nobody=not person)
        cases = held.cases if held else ()
        line.set_done(len(done & {*cases}), len(cases))
        if row is not None:
            line.set_until(up_to(row, self._now))
            said = say("No identity card of {name} yet.", name=whose)
            line.setToolTip(said if is_silent(row) else " ".join(sentences(row, self._now)[:2]))
            line.setAccessibleDescription(line.toolTip())
        if held and cases:
            asked = TheseCases(tuple(cases), week_words.cases_of(held), CasesAsked(By.HELD_BY, person))
            line.clicked.connect(lambda: self.cases_asked.emit(asked))
        line.setEnabled(bool(cases))
        self.add(line)
        return line
