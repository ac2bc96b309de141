"""The people interviewed on a case: their part in it, the day and what they said, each edited in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.case_facts import InterviewRow
from inspector_app.core.domain.days.when import iso
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.room import come_back, give_way
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import stops_in, tab_through
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.fact_line import FactLine
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.note.line import Form
from inspector_app.ui.places.case.beside.open_facts import ShownFacts

NEVER_NAMES = "Their part in the case, never a name."
_DIFFER = "Contested: two people wrote different notes. Settle it at the conflict desk."


class InterviewItem(QWidget):
    """One person. Taken away, it becomes a line that offers to bring them back, in the same place."""

    removed = Signal(str)  # id
    brought_back = Signal(str)

    def __init__(self, form: Form, parent: QWidget) -> None:
        super().__init__(parent)
        self.id = ""
        self.role = FactLine("Who", self)
        self.day = FactLine("Day", self, form)
        self.note = NoteField(self)
        self.note.set_narrow(True)
        self.contested = theme.role(text_label(self), "small")
        self.contested.setText(_DIFFER)
        self.remove = theme.role(PressButton("Remove", self), "plain")
        self.remove.clicked.connect(lambda: self.removed.emit(self.id))
        self._gone = QWidget(self)
        self._said = theme.role(plain_label(parent=self._gone), "quiet")
        self.restore = PressButton("Undo", self._gone)
        self.restore.clicked.connect(lambda: self.brought_back.emit(self.id))
        self._lay_out()

    def _lay_out(self) -> None:
        self._here = QWidget(self)
        across = QHBoxLayout()
        across.setSpacing(theme.px(sizes.CLOSE))
        across.addWidget(self.role, 5)
        across.addWidget(self.day, 6)  # the longest day, whole
        here = QVBoxLayout(self._here)
        here.setContentsMargins(0, 0, 0, 0)
        here.setSpacing(theme.px(sizes.TIGHT))
        here.addLayout(across)
        here.addWidget(self.note)
        here.addWidget(self.contested)
        here.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignRight)
        self._gone.setLayout(Flow(self._said, self.restore))
        self._gone.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(sizes.TIGHT))
        layout.addWidget(self._here)
        layout.addWidget(self._gone)

    def set_row(self, row: InterviewRow, shown: ShownFacts, door: Door) -> None:
        """Show somebody; what is typed and not saved stays."""
        self.id, subject = row.id, row.role or "Somebody interviewed"
        hold(self, "interview", row.id)  # what undo is about while the focus is here
        for line, field, text in ((self.role, "role", row.role), (self.day, "day", iso(row.day))):
            contested = field in row.contested
            draft = shown.typed("interview", row.id, field) if shown.hears else None
            line.set_value(Target("interview", row.id, field), text, draft, door, subject, contested=contested)
            line.set_open(shown.hears)
        target = Target("interview", row.id, "note")
        self.note.show_value(target, f"{subject}: what they said", row.note, row.saved, door)
        self.note.set_open(shown.hears)
        self.remove.setVisible(shown.hears)
        self.contested.setVisible("note" in row.contested)
        self.remove.setAccessibleName(f"{subject}: remove")
        come_back(self._here, self._gone)

    @property
    def deleted(self) -> bool:
        """Whether only the offer to bring them back is shown."""
        return self._here.isHidden()

    def show_deleted(self) -> None:
        """Give way to the offer to bring them back."""
        who = self.role.box.text() or "somebody interviewed"
        self._said.setText(f"Removed: {who}")
        self.restore.setAccessibleName(f"Undo: {who}")
        give_way(self._here, self._gone)

    def flush(self) -> bool:
        """Put everything typed on disk. False when it could not be."""
        written = [self.role.box.flush(), self.day.box.flush(), self.note.box.flush()]
        return all(written)


class InterviewList(QWidget):
    """The people, and a button for each usual part to add another."""

    added = Signal(str)  # the part; "" for another one
    removed = Signal(str)  # id
    brought_back = Signal(str)

    def __init__(self, form: Form, roles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self.items: dict[str, InterviewItem] = {}
        said = theme.role(text_label(self), "small")
        said.setText(NEVER_NAMES)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(sizes.CLOSE))
        self.adds = {role: self._add_button(role) for role in (*roles, "")}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(said)
        layout.addLayout(self._lines)
        layout.addLayout(Flow(*self.adds.values()))

    def _add_button(self, role: str) -> PressButton:
        button = theme.role(PressButton(f"+ {role.capitalize() or 'Somebody else'}", self), "plain")
        button.setAccessibleName(f"Add an interview: {role or 'somebody else'}")
        button.clicked.connect(lambda: self.added.emit(role))
        return button

    def set_rows(self, shown: ShownFacts, suggested: Sequence[str], door: Door, *, other: bool) -> None:
        """Show these people. Those taken away keep their place until another case is shown (`other`)."""
        rows = {row.id: row for row in shown.facts.interviews}
        for gone in [i for i in self.items if i not in rows]:
            if other:
                item = self.items.pop(gone)
                item.flush()
                item.hide()
                item.deleteLater()
            elif not self.items[gone].deleted:
                self.items[gone].show_deleted()
        for i, row in rows.items():
            if i not in self.items:
                self.items[i] = self._make()
            self.items[i].set_row(row, shown, door)
            self.items[i].role.suggest(suggested)
        for button in self.adds.values():
            button.setVisible(shown.hears)
        ends = [stop for item in self.items.values() for stop in stops_in(item)]
        tab_through([*ends, *self.adds.values()])

    def enter(self, interview: str) -> None:
        """Go into somebody: their part when it is not said yet, otherwise what they said."""
        item = self.items[interview]
        item.show()  # now, not when the event loop comes to it: the cursor is to go into it
        box = item.note.box if item.role.box.text() else item.role.box
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self._keep_in_view(interview))  # once it has its height

    def _keep_in_view(self, interview: str) -> None:
        """All of somebody is seen, with what is to be written and its tools."""
        item, around = self.items.get(interview), self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if item is not None and around is not None:
            around.ensureWidgetVisible(item, 0, theme.px(sizes.CLOSE))

    def flush(self) -> bool:
        """Put everything typed on disk. False when it could not be."""
        written = [item.flush() for item in self.items.values()]
        return all(written)

    def _make(self) -> InterviewItem:
        item = InterviewItem(self._form, self)
        item.removed.connect(self.removed)
        item.brought_back.connect(self.brought_back)
        self._lines.addWidget(item)
        return item
