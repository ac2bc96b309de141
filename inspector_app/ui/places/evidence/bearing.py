"""What a source says on one subject: its words as the framework has them, and a note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.evidence import Said, Subject
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.frames.room import come_back, give_way
from inspector_app.ui.controls.labels import contested_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.field import NoteField
from inspector_app.ui.note.in_hand import hold


class BearingBox(QFrame):
    """The subject and the note. Unlinked, it becomes a line that offers to bring it back, in the same place."""

    asked = Signal(str, str)  # reference; "unlink" or "restore"

    def __init__(self, source: str, subject: Subject, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.subject = subject
        self._target = Target("bearing", f"{source}/{subject.ref}", "note")
        hold(self, "bearing", f"{source}/{subject.ref}")  # what undo is about while the focus is here
        self.setAccessibleName(f"What it says on {subject.ref}")
        self.note = NoteField(self)
        self.contested = contested_label(self)
        self.unlink = theme.role(PressButton("Unlink", self), "plain")
        self.unlink.setAccessibleName(f"Unlink from {subject.ref}")
        self.restore = PressButton("Undo", self)
        call(self.restore, f"the link to {subject.ref}")
        self._lay_out()
        self.unlink.clicked.connect(lambda: self._ask("unlink"))
        self.restore.clicked.connect(lambda: self._ask("restore"))

    def _lay_out(self) -> None:
        ref, words = theme.role(text_label(self), "label"), text_label(self)
        ref.setText(self.subject.ref)
        ref.setWordWrap(False)
        words.setText(self.subject.text)
        self._here = QWidget(self)
        grid = QGridLayout(self._here)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(sizes.CLOSE))
        grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for column, widget in enumerate((ref, words, self.contested, self.unlink)):
            grid.addWidget(widget, 0, column, top)
        grid.addWidget(self.note, 1, 0, 1, 4)
        self._gone = QWidget(self)
        line = QHBoxLayout(self._gone)
        line.setContentsMargins(0, 0, 0, 0)
        said = theme.role(text_label(self._gone), "quiet")
        said.setWordWrap(False)
        said.setText(f"Unlinked from {self.subject.ref}.")
        line.addWidget(said)
        line.addWidget(self.restore)
        line.addStretch(1)
        self._gone.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(
            theme.px(sizes.NEAR), theme.px(sizes.CLOSE), theme.px(sizes.CLOSE), theme.px(sizes.CLOSE)
        )
        layout.addWidget(self._here)
        layout.addWidget(self._gone)
        self.note.set_narrow(True)

    def set_said(self, said: Said, door: Door) -> None:
        """Show what stands; unsaved text stays."""
        self.note.show_value(self._target, f"What it says on {self.subject.ref}", said.note, said.at, door)
        self.note.box.setAccessibleDescription(self.subject.text)
        self.contested.setVisible(said.cell.contested)
        come_back(self._here, self._gone)

    def show_unlinked(self) -> None:
        """Give way to the offer to bring it back."""
        give_way(self._here, self._gone)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.unlink, self.note.box, self.restore]

    def _ask(self, what: str) -> None:
        self.asked.emit(self.subject.ref, what)
