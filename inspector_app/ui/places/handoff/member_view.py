"""Somebody whose card was accepted: their key, how it came to count; and for the lead, the one act for a lost laptop."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.trust import Standing
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.handoffs.lost import Lost
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import readable
from inspector_app.ui.look import theme
from inspector_app.ui.places.handoff.team_card import KeyLabel
from inspector_app.ui.words.handoffs import cards as words
from inspector_app.ui.words.handoffs import lost as lost_words


class MemberView(Card):
    """Signals what the lead wants of this person's card."""

    lost = Signal(str)  # person
    counts_again = Signal(str)  # person

    def __init__(self, row: LedgerRow, parent: QWidget, *, lead: bool) -> None:
        super().__init__(row.name, row.role, parent)
        self.key = KeyLabel(self)
        self.key.set_key(row.name, row.key, words.known(row, datetime.now().astimezone()))
        gone = row.standing is Standing.WITHDRAWN
        self.lose = PressButton(say("{name}: &laptop lost, or leaving the team…", name=as_it_stands(row.name)), self)
        self.again = PressButton(say("Let the card count a&gain"), self)
        self.lose.setVisible(lead and not gone)
        self.again.setVisible(lead and gone)
        self.lose.clicked.connect(lambda: self.lost.emit(row.person))
        self.again.clicked.connect(lambda: self.counts_again.emit(row.person))
        self.stack(self.key)
        self.body.addLayout(Flow(self.lose, self.again))


class LostView(QWidget):
    """What only a lost laptop held, before its card is withdrawn; afterwards a text for the incident report."""

    confirmed = Signal(object)  # Lost: withdraw its card
    left = Signal()
    save_wanted = Signal(str)  # the text

    def __init__(self, found: Lost, parent: QWidget) -> None:
        super().__init__(parent)
        self._found = found
        self.before = Card(
            say("{name}: laptop lost, or leaving the team", name=found.name), lost_words.asked(found), self
        )
        self.before.heading.setWordWrap(True)
        self.held = readable(self.before, lost_words.only_there(found))
        self.withdraw = theme.role(PressButton(say("&Withdraw its card"), self), "primary")
        self.leave = PressButton(say("Leave it"), self)
        self.before.stack(self.held)
        self.before.body.addLayout(Flow(self.withdraw, self.leave))
        self.after = Card(say("The card of {name} is withdrawn", name=found.name), lost_words.next_to_do(), self)
        self.text = readable(self.after, "\n".join(lost_words.incident(found)))
        self.copy, self.save = PressButton(say("&Copy the text"), self), PressButton(say("&Save the text…"), self)
        self.after.stack(self.text)
        self.after.body.addLayout(Flow(self.copy, self.save))
        self.after.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.before)
        layout.addWidget(self.after)
        self._connect()

    def show_done(self) -> None:
        """Offer the text for the incident report."""
        self.before.hide()
        self.after.show()
        self.copy.setFocus()

    def _connect(self) -> None:
        self.withdraw.clicked.connect(lambda: self.confirmed.emit(self._found))
        self.leave.clicked.connect(self.left)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.text()))
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.text.text()))
