"""One entry: who was told what and when, which ratings are others since, and why."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inspector_app.core.domain.panel.told import ToldRow
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.card_area import CardArea
from inspector_app.ui.controls.labels import plain_label, readable, text_label
from inspector_app.ui.controls.layouts import column
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.places.ratings.told import words


class ToldView(CardArea):
    """Why it changed since saves itself; the page does what the button asks for."""

    def __init__(self, door: Door, parent: QWidget) -> None:
        super().__init__(parent)
        self._door = door
        self._names: dict[QWidget, QLabel] = {}
        inside = theme.role(QWidget(), "page")
        self.whom = theme.role(text_label(inside), "heading")
        self.noted = theme.role(text_label(inside), "quiet")
        self.said, self.changed = readable(inside), readable(inside)
        self.why = NoteField(inside)
        self.why.set_narrow(True)  # its edge is that of the words above
        self.delete = theme.role(PressButton(say("Delete the entry"), inside), "plain")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(self.whom)
        layout.addWidget(self.noted)
        for name, widget in (
            (say("What was said"), self.said),
            (say("Ratings since"), self.changed),
            (say("Why it has changed since"), self.why),
        ):
            named = theme.role(plain_label(name, inside), "label")
            self._names[widget] = named
            layout.addWidget(named)
            layout.addLayout(column(widget, sizes.FORM if widget is self.why else sizes.COLUMN))
        layout.addLayout(Flow(self.delete))
        layout.addStretch(1)
        self.setWidget(inside)

    def show_entry(self, row: ToldRow, now: str, names: Mapping[str, str]) -> None:
        """Show it; what is typed and not yet saved stays. `now`: the ratings by now, as lines."""
        hold(self, "told", row.id)
        self.whom.setText(row.whom)
        self.noted.setText(words.noted(row, names))
        self.said.setText(row.said or say("Nothing written"))
        self.changed.setText(words.changes(row, now))
        asked = bool(row.changed(now) or row.why)  # of what stands as it was told nobody asks why
        for part in (self._names[self.why], self.why):
            part.setVisible(asked)
        target = Target("told", row.id, "why")
        self.why.show_value(target, say("Why it has changed since"), row.why, "", self._door)

    def enter(self) -> bool:
        """Go to where one writes why; False where nothing changed, and nobody asks."""
        if self.why.isHidden():
            return False
        self.why.box.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def flush(self) -> bool:
        """Write what is typed. False when it could not be."""
        return self.why.box.flush()
