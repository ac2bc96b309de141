"""The sheet of settings: what one sees and writes, locking and folders at the left, the keys at the right or below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.scrolled import Scrolled
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.settings.keeping_card import KeepingCard
from inspector_app.ui.window.settings.keys_card import KeysCard
from inspector_app.ui.window.settings.seeing_card import SeeingCard
from inspector_app.ui.window.settings.writing_card import WritingCard
from inspector_app.ui.window.sheets.sheet import Sheet

_ENDS = "settings-close"


class SettingsSheet(Sheet):
    """Takes all of the window. Made anew for every opening and every other look, and filled by `hold`.

    Signals `ended` when it closes.
    """

    ended = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, actions.command("settings").text, width=sizes.WIDEST)
        self.close_button = PressButton(say("Close"), self)
        self.close_button.setObjectName(_ENDS)
        self.close_button.clicked.connect(self.end)
        self.area = Scrolled(sizes.WIDEST, self)
        head = Flow(theme.role(plain_label(actions.command("settings").text, self), "heading"))
        head.addWidget(theme.role(plain_label(say("for you, on this laptop; each is saved at once"), self), "quiet"))
        head.add_gap()
        head.addWidget(self.close_button)
        self.body.addLayout(head)
        self.body.addWidget(self.area, 1)

    def hold(self, seeing: SeeingCard, writing: WritingCard, keeping: KeepingCard, keys: KeysCard) -> None:
        """Take the cards."""
        self.seeing, self.writing, self.keeping, self.keys = seeing, writing, keeping, keys
        self.area.body.setContentsMargins(0, 0, 0, 0)
        row = self.area.add_row(1)
        left = QVBoxLayout()
        left.setSpacing(theme.px(sizes.APART))
        for card in (seeing, writing, keeping):
            left.addWidget(card)
        left.addStretch(1)
        row.addLayout(left, 1)
        row.addWidget(keys, 1)

    def open(self, at: str = "") -> None:
        """Show the sheet with the keyboard on the part of that name, or on the theme in use."""
        found = self.findChild(QWidget, at) if at else None
        focus = found if found is not None and found.isEnabled() else self.seeing.themes[theme.chosen()]
        self.begin(focus)
        self.area.ensureWidgetVisible(focus)

    def end(self) -> None:
        """Close it."""
        shown = self.isVisible()
        super().end()
        if shown:
            self.ended.emit()

    @property
    def at(self) -> str:
        """The name of the part that has the keyboard; "" for none of them."""
        focus = QApplication.focusWidget()
        return focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""

    def _lie(self) -> None:
        over = self.parentWidget()
        if over is not None:
            edge = theme.px(sizes.CLOSE)
            self.setGeometry(over.rect().adjusted(edge, edge, -edge, -edge))
