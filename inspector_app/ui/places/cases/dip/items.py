"""What is answered on one drawn case, item by item, to be verified as it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.cases.verified import ItemRow
from inspector_app.core.domain.framework import Framework
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.lists.wrapped import show_lines, wrapped_list
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.places.cases.dip import words

_LOW = 120  # px at 100%: how high the list is at least


class Items(QWidget):
    """`verified` with an item; `wanted` with one that one wants to see in its case."""

    verified = Signal(object)  # ItemRow
    wanted = Signal(object)  # ItemRow

    def __init__(self, framework: Framework, parent: QWidget, *, may: bool) -> None:
        super().__init__(parent)
        self._framework = framework
        self._rows: Sequence[ItemRow] = ()
        self._may = may
        self.list = wrapped_list(say("Items of the case"), self)
        self.list.setMinimumHeight(theme.px(_LOW))
        self.asked, self.text = text_label(self), theme.role(text_label(self), "quiet")
        self.about = theme.role(text_label(self), "small")
        self.about.setText(say("You verify what the item says now. If the item changes, the verification lapses."))
        self.verify = theme.role(PressButton(say("Verify"), self), "primary")
        self.go = PressButton(say("Go to it"), self)
        self.nothing = Empty(self, *words.UNANSWERED, part=True)
        self.list.currentRowChanged.connect(self._show_here)
        self.list.itemActivated.connect(self._go)
        self.verify.clicked.connect(self.verify_here)
        self.go.clicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.asked)
        layout.addWidget(self.text)
        layout.addLayout(Flow(self.verify, self.go))
        layout.addWidget(self.about)
        layout.addWidget(self.nothing, 1)

    @property
    def here(self) -> ItemRow | None:
        """The item in hand; None for none."""
        row = self.list.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show_items(self, rows: Sequence[ItemRow], item: str) -> None:
        """Show these, with that one (its id) in hand; the first that is not verified where it is not among them."""
        self._rows = rows
        open_ = next((place for place, row in enumerate(rows) if not row.stands), 0)
        at = next((place for place, row in enumerate(rows) if row.id == item), open_)
        show_lines(self.list, [words.item(row) for row in rows], at if rows else -1)
        for widget in (self.list, self.asked, self.text, self.verify, self.go, self.about):
            widget.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self._show_here()

    def _show_here(self) -> None:
        row = self.here
        self.asked.setText(words.asked(self._framework, row) if row else "")
        self.text.setText(say("Answered by {name}", name=row.given_by) if row else "")
        self.verify.setEnabled(self._may and row is not None and not row.stands)
        self.go.setEnabled(row is not None)
        if row is not None:
            hold(self, row.verification, row.id)

    def take_keyboard(self) -> None:
        """The keyboard goes to the items, where there are any."""
        if self._rows:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def verify_here(self) -> None:
        """Ask for the item in hand to be verified; who may not, or what cannot be, is refused by whoever does it."""
        if self.here is not None:
            self.verified.emit(self.here)

    def _go(self) -> None:
        if self.here is not None:
            self.wanted.emit(self.here)
