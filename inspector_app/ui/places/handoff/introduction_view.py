"""Somebody who waits for a yes: both keys, how they were compared, and what follows from a yes and from a no."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from inspector_app.core.domain.trust import How
from inspector_app.core.services.people.membership import Introduction
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.handoff.team_card import COMPARE, KeyLabel
from inspector_app.ui.words import cards as words

_NARROW = 640  # px at 100%: below it the keys stand below one another


class IntroductionView(QWidget):
    """Nothing is chosen beforehand: how the keys were compared is the reason for a yes. Signals what the person decides."""

    accepted = Signal(object, object)  # Introduction, How
    left_out = Signal(object)  # Introduction

    def __init__(self, row: Introduction, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self.about = Card(words.heading(row), words.about(row), self)
        self.about.heading.setWordWrap(True)
        self.keys = [self._key(say("The card that waits"), row.key, COMPARE.format(name=row.card.name))]
        if row.changed:
            self.keys.insert(0, self._key(say("The card you have"), row.known_key, ""))
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
        """Both keys stand beside one another where there is room."""
        super().resizeEvent(event)
        across = QBoxLayout.Direction
        narrow = self.width() < theme.px(_NARROW)
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

    def _key(self, heading: str, key: str, about: str) -> Card:
        card = Card(heading, "", self)
        label = KeyLabel(card)
        label.set_key(self._row.card.name, key, about)
        label.groups.setAccessibleName(f"{heading}: {key}")
        card.stack(label)
        card.body.addStretch(1)
        return card

    def _lay_out(self) -> None:
        for card in self.keys:
            self._across.addWidget(card, 1)
        self._across.setSpacing(theme.px(2 * theme.GRID))
        said = text_label(self)
        said.setText(words.said(self._row))
        said.setVisible(bool(said.text()))
        self.about.stack(said)
        decide = Card(say("How did you compare it?"), "", self)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(theme.px(sizes.FAR))
        self._halves.addLayout(self._asked())
        self._halves.addLayout(self._follows(), 1)
        decide.body.addLayout(self._halves)
        decide.body.addLayout(Flow(self.accept, self.leave))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2 * theme.GRID))
        layout.addWidget(self.about)
        layout.addLayout(self._across)
        layout.addWidget(decide)

    def _asked(self) -> QVBoxLayout:
        asked, group = QVBoxLayout(), QButtonGroup(self)
        asked.setSpacing(theme.px(sizes.TIGHT))
        for button in self.ways.values():
            group.addButton(button)
            asked.addWidget(button)
        asked.addStretch(1)
        return asked

    def _follows(self) -> QVBoxLayout:
        """What a yes and a no do, beside the ways to a yes."""
        follows = QVBoxLayout()
        follows.setSpacing(theme.px(sizes.TIGHT))
        for said in (words.accepting(self._row), words.leaving(self._row)):
            label = theme.role(text_label(self), "quiet")
            label.setText(said)
            follows.addWidget(label)
        follows.addStretch(1)
        return follows

    def _connect(self) -> None:
        self.accept.setEnabled(False)
        for button in self.ways.values():
            button.toggled.connect(lambda: self.accept.setEnabled(self.how is not None))
        self.accept.clicked.connect(lambda: self.accepted.emit(self._row, self.how))
        self.leave.clicked.connect(lambda: self.left_out.emit(self._row))
