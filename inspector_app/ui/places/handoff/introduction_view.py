"""Somebody who waits for a yes: both keys, how they were compared, and what follows from a yes and from a no."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QLabel, QRadioButton, QVBoxLayout, QWidget

from inspector_app.core.domain.trust import How
from inspector_app.core.services.people.membership import Introduction, WouldGet
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import one_stop
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.shown.facts import Facts
from inspector_app.ui.controls.shown.picture import NONE, headed, picture, signed
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.handoff.key_groups import KeyGroups
from inspector_app.ui.words.handoffs import cards as words

_NARROW = 640  # px at 100%: below it the keys stand below one another


class IntroductionView(QWidget):
    """Nothing is chosen beforehand: how the keys were compared is the reason for a yes. Signals what the person decides."""

    accepted = Signal(object, object)  # Introduction, How
    left_out = Signal(object)  # Introduction

    def __init__(self, row: Introduction, gets: WouldGet, parent: QWidget) -> None:
        """`gets`: what somebody new would get of this inspection after a yes."""
        super().__init__(parent)
        self._row = row
        self.about = self._about()
        self.keys = [self._key(words.waiting_card(row), row.key, words.made(row), suggested=True)]
        if row.changed:
            self.keys.insert(0, self._key(say("The card you have"), row.known_key, words.had(row)))
        else:
            self.keys.append(_gets(row, gets, self))
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.ways = {how: QRadioButton(label, self) for how, label in self._ways().items()}
        self.accept = theme.role(PressButton(self._yes(), self), "primary")
        self.leave = PressButton(self._no(), self)
        self.leave.setEnabled(not row.left_out)
        self._lay_out()
        self._connect()

    @property
    def how(self) -> How | None:
        """How the person says that they compared it; None until they say so."""
        return next((how for how, button in self.ways.items() if button.isChecked()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Let both keys stand beside one another where there is room; before it is shown, so that it asks for enough."""
        across, narrow = QBoxLayout.Direction, width < theme.px(_NARROW)
        for parts in (self._across, self._halves):
            parts.setDirection(across.TopToBottom if narrow else across.LeftToRight)

    def _ways(self) -> dict[How, str]:
        ways = {
            How.FACE: say("&Face to face, on their screen"),
            How.TELEPHONE: say("By &telephone, and I know the voice"),
        }
        if not self._row.changed:  # of a card that changed only its person can say that it is theirs
            ways[How.THROUGH] = say(
                "Not compared: on the &word of {name}", name=as_it_stands(self._row.by) or say("somebody unknown")
            )
        return ways

    def _yes(self) -> str:
        name = as_it_stands(self._row.card.name)
        return say("&Accept the new card") if self._row.changed else say("&Accept {name}", name=name)

    def _no(self) -> str:
        name = as_it_stands(self._row.card.name)
        return say("&Keep the card you have") if self._row.changed else say("Leave {name} &out", name=name)

    def _about(self) -> Card:
        """What there is to decide, with its sign; who says so; what is said with the card."""
        card, c = Card(words.heading(self._row), "", self), theme.colours()
        card.heading.setWordWrap(True)
        name, colour = ("warning", c.warn) if self._row.changed else ("person", c.accent)
        card.body.takeAt(0)
        card.body.addLayout(headed(picture(name, colour, card), card.heading))
        said = text_label(card)
        said.setText(words.about(self._row))
        card.stack(said)
        return card

    def _key(self, heading: str, key: str, about: str, *, suggested: bool = False) -> Card:
        card = Card(heading, "", self)
        theme.role(card, "suggested" if suggested else "card")
        theme.role(card.heading, "label")
        told = theme.role(text_label(card), "small")
        told.setText(about)
        groups = KeyGroups(card)
        groups.set_key(key, f"{heading}: {key}")
        card.stack(told, groups)
        card.body.addStretch(1)
        return card

    def _lay_out(self) -> None:
        for card in self.keys:
            self._across.addWidget(card, 1)
        self._across.setSpacing(theme.px(sizes.APART))
        decide = Card(words.asked(self._row), "", self)
        theme.role(decide.heading, "label")
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(theme.px(sizes.APART))
        decide.body.takeAt(0)
        self._halves.addLayout(self._asked(decide.heading), 1)
        self._halves.addLayout(self._follows(), 1)
        decide.body.addLayout(self._halves)
        decide.stack(theme.role(QFrame(decide), "line"))
        decide.body.addLayout(self._buttons(decide))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.APART))
        layout.addWidget(self.about)
        layout.addLayout(self._across)
        layout.addWidget(decide)

    def _buttons(self, parent: QWidget) -> Flow:
        flow, told = Flow(self.accept, self.leave), theme.role(text_label(parent), "small")
        told.setText(say("Twelve groups of five: all must be the same"))
        told.setWordWrap(False)
        flow.add_gap()
        flow.addWidget(told)
        return flow

    def _asked(self, heading: QLabel) -> QVBoxLayout:
        asked, group = QVBoxLayout(), QButtonGroup(self)
        asked.setSpacing(theme.px(sizes.TIGHT))
        asked.addWidget(heading)
        for button in self.ways.values():
            group.addButton(button)
            asked.addWidget(button)
        one_stop(group)
        hint = theme.role(text_label(self), "small")
        hint.setText(words.not_by(self._row))
        hint.setIndent(theme.px(sizes.CHECK + sizes.CLOSE))
        asked.addWidget(hint)
        asked.addStretch(1)
        return asked

    def _follows(self) -> QVBoxLayout:
        """What a yes and a no do, beside the ways to a yes."""
        follows = QVBoxLayout()
        follows.setSpacing(theme.px(sizes.CLOSE))
        follows.addWidget(theme.role(plain_label(say("What follows"), self), "label"))
        follows.addWidget(Facts(self, words.follows(self._row)))
        follows.addStretch(1)
        return follows

    def _connect(self) -> None:
        self.accept.setEnabled(False)
        for button in self.ways.values():
            button.toggled.connect(lambda: self.accept.setEnabled(self.how is not None))
        self.accept.clicked.connect(lambda: self.accepted.emit(self._row, self.how))
        self.leave.clicked.connect(lambda: self.left_out.emit(self._row))


def _gets(row: Introduction, gets: WouldGet, parent: QWidget) -> Card:
    card, c = Card(say("What {name} would get", name=row.card.name), "", parent), theme.colours()
    theme.role(card.heading, "label")
    card.heading.setWordWrap(True)
    told = [("saved", c.yes, said) for said in words.gets(row, gets)]
    card.body.addLayout(signed([*told, *((NONE, "", said) for said in words.never_gets())], card))
    card.body.addStretch(1)
    return card
