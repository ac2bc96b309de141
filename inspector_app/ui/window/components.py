"""The page of components with what is the window's own: the messages that lie over its foot."""

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.services import frameworks
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.telling import Offer
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.components.page import Components
from inspector_app.ui.window.message import Message

_SAID = (
    ("C02 submitted.", ("Undo", "Show")),
    ("Prompt a: Yes.", ()),
    ("The disk is full, so this is not saved. What you typed stays in its box and is tried again by itself.", ()),
)


def components(framework: Framework, today: date) -> Components:
    """Every component with its states, for a framework that has every word of a rating."""
    return Components(framework, today, [_messages])


def known_components(today: date) -> Components:
    """Likewise, without an inspection."""
    return components(next(known for known in frameworks.known() if known.rating.bands), today)


def _messages() -> Card:
    card = Card("Messages")
    for words, offers in _SAID:
        card.body.addWidget(_Over(words, offers))
    return card


class _Over(QWidget):
    """A foot that a message lies over."""

    def __init__(self, words: str, offers: tuple[str, ...]) -> None:
        super().__init__()
        self.setFixedHeight(theme.px(2 * sizes.MESSAGE))
        self._shown = Message(self, lambda: -theme.px(sizes.APART))
        self._shown.tell(words, [Offer(offer, lambda: None) for offer in offers], stays=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """It keeps to the foot."""
        super().resizeEvent(event)
        self._shown.lie()
