"""What can be done with the live figure at the cursor of a text: frozen with a reason, let go again, said otherwise."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain import live_figures
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme


class Freezing(QWidget):
    """There while a figure is in hand, and then always in sight: what lies above it scrolls."""

    frozen = Signal(str)  # the reason
    thawed = Signal()
    reworded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[str, str, str] | None = None
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(say("Reason for freezing the figure at the cursor"))
        self.reason.setPlaceholderText(say("Reason"))
        self.reason.setMaxLength(200)
        self.freeze, self.follow = PressButton(say("Freeze"), self), PressButton(say("Follow the data"), self)
        self.form = PressButton(say("Change its form"), self)
        self.form.setToolTip(
            say("Count and percentage, the percentage alone (before “of cases”), or the count alone (before “cases”)")
        )
        self.form.clicked.connect(self.reworded)
        self.freeze.setToolTip(say("Keep the figure at the cursor as it stands; the draft says why"))
        self.follow.setToolTip(say("Let the figure at the cursor follow the data again"))
        self.freeze.clicked.connect(lambda: self.frozen.emit(self.reason.text().strip()))
        self.reason.returnPressed.connect(self.freeze.click)
        self.follow.clicked.connect(self.thawed)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(theme.px(side) for side in (sizes.NEAR, sizes.CLOSE, sizes.NEAR, sizes.NEAR)))
        lines.setSpacing(theme.px(sizes.TIGHT))
        lines.addWidget(theme.role(plain_label(say("Figure at the cursor"), self), "label"))
        lines.addWidget(self.reason)
        lines.addLayout(Flow(self.freeze, self.follow, self.form))
        self.offer(None)

    def offer(self, at_cursor: live_figures.Live | None) -> None:
        """Offer what can be done with the figure at the cursor of a text, and say why it is frozen; None where there is none.

        A reason that is being written stays while the figure in hand is the same.
        """
        now = (at_cursor.of, at_cursor.words, at_cursor.reason) if at_cursor else None
        if now != self._shown:
            self._shown = now
            self.reason.setText(at_cursor.reason if at_cursor else "")
            self.reason.setCursorPosition(0)
        for part in (self.reason, self.freeze):
            part.setEnabled(at_cursor is not None)
        self.follow.setEnabled(at_cursor is not None and at_cursor.frozen)
        self.form.setEnabled(at_cursor is not None and not at_cursor.frozen)
        self.setVisible(at_cursor is not None)
