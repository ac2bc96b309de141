"""A closed concern, read whole: what it was, who was told, what came of it, and the way to open it again with a reason."""

from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.cases.concern import ConcernRow
from inspector_app.core.words import later
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.draft_field import DraftField
from inspector_app.ui.words import concern as concern_words


class Doing(Protocol):
    """What it asks its page for."""

    @property
    def drafts(self) -> Door:
        """By which the reason for opening a concern again is kept while it is being written."""

    @property
    def me(self) -> str:
        """The name of who looks."""


_TITLES = {"what": later("What it is"), "told": later("Who was told, and when"), "outcome": later("Outcome")}
KEPT = "Kept on this laptop while you write; it is added to the outcome when you open the concern again."


class ClosedConcern(QWidget):
    """Signals `reopened` with the reason."""

    reopened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.read = {field: text_label(self) for field in _TITLES}
        self.reopen = PressButton("Open it again…", self)
        self.reopen.clicked.connect(lambda: self._set_reopening(reopening=True))
        self.reason = DraftField("Open it again", KEPT, self)
        self.reason.sent.connect(self.reopened)
        self.reason.left.connect(lambda: self._set_reopening(reopening=False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        for field, label in self.read.items():
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(theme.role(plain_label(_TITLES[field].say(), self), "field"))
            layout.addWidget(label)
            layout.addSpacing(theme.px(sizes.NEAR))
        layout.addWidget(self.reopen, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.reason)
        self.reason.hide()

    @property
    def first(self) -> QWidget:
        """Where one goes on."""
        return self.reopen if self.reason.isHidden() else self.reason.box

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.reopen, self.reason.box, self.reason.send, self.reason.leave]

    def set_row(self, row: ConcernRow, draft: str, doing: Doing, now: datetime) -> None:
        """Show a concern; `draft` is the reason as far as it is written, which the door of drafts keeps."""
        self.read["what"].setText(row.what)
        self.read["told"].setText(concern_words.all_told(row, now.date(), doing.me))
        self.read["outcome"].setText(row.outcome)
        self.reason.show_value(Target("concern", row.id, "reason"), "Why it is opened again", draft, doing.drafts)
        self._set_reopening(
            reopening=(bool(draft) and not row.open) or not (row.open or self.reason.isHidden()), focus=False
        )

    def _set_reopening(self, *, reopening: bool, focus: bool = True) -> None:
        self.reason.setVisible(reopening)
        self.reopen.setVisible(not reopening)
        if focus:
            (self.reason.write_on if reopening else self.reopen.setFocus)()
