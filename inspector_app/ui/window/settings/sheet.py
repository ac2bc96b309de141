"""The page of settings: what one sees and writes, locking and folders at the left, the keys at the right or below."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.way_back import point, way
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.scrolled import Scrolled
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.settings.keeping_card import KeepingCard
from inspector_app.ui.window.settings.keys_card import KeysCard
from inspector_app.ui.window.settings.seeing_card import SeeingCard
from inspector_app.ui.window.settings.writing_card import WritingCard
from inspector_app.ui.window.sheets.sheet import Sheet

_ENDS = "settings-close"
_BOTH = 860  # px at 100%: from there the keys stand beside the rest


class SettingsSheet(Sheet):
    """Stands where a page does: strip and rail stay in view. Made anew for every opening and every other look, and filled
    by `hold`.

    Signals `ended` when it closes.
    """

    ended = Signal()

    def __init__(self, over: QWidget, place: Callable[[], QRect]) -> None:
        """`place`: where a page stands in the window that it lies over."""
        super().__init__(over, actions.command("settings").text, width=sizes.WIDEST)
        theme.role(self, "place")
        self._place = place
        self.body.setContentsMargins(0, 0, 0, 0)
        self.close_button = way(self)
        point(self.close_button, say("Close"), back=True)
        self.close_button.setObjectName(_ENDS)
        self.close_button.clicked.connect(self.end)
        self.area = Scrolled(_BOTH, self)
        self._head = head = Flow(
            self.close_button, theme.role(plain_label(actions.command("settings").text, self), "title")
        )
        head.addWidget(theme.role(plain_label(say("for you, on this laptop; each is saved at once"), self), "quiet"))
        self.area.body.setSpacing(theme.px(sizes.NEAR))
        self.area.body.addLayout(head)
        self.body.addWidget(self.area, 1)

    def hold(self, seeing: SeeingCard, writing: WritingCard, keeping: KeepingCard, keys: KeysCard) -> None:
        """Take the cards."""
        self.seeing, self.writing, self.keeping, self.keys = seeing, writing, keeping, keys
        self._head.addWidget(keys.all_first)
        self._head.set_gap(3)
        row = self.area.add_row(1)
        left = QVBoxLayout()
        left.setSpacing(theme.px(sizes.NEAR))
        for card in (seeing, writing, keeping, keys):
            card.setMaximumWidth(theme.px(sizes.FORM))
        for card in (seeing, writing, keeping):
            left.addWidget(card, int(card is keeping))  # the last reaches to the foot, as the keys beside it do
        keeping.body.addStretch(1)
        row.addLayout(left, 1)
        row.addWidget(keys, 1)
        row.addStretch(0)

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
        self.setGeometry(self._place())
