"""One lettered prompt: its words, its answer, and its note, which opens in place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from inspector_app.core.domain.rows import PromptRow
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.single_keys import SingleKeys
from inspector_app.ui.look import theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.places.case.answer_row import AnswerRow

NARROW = 560  # px at 100%: below this the answers stand under the words


class PromptBox(AnswerRow):
    """A prompt on the page. An empty note is folded; one with words in it stays open, so that all can be read."""

    def __init__(self, parent: QWidget, keys: SingleKeys) -> None:
        super().__init__(parent, keys)
        self._letter = theme.role(QLabel(self), "label")
        self._text = text_label(self)
        self._narrow: bool | None = None
        self._answers = QWidget(self)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(6), theme.px(10), theme.px(6))
        layout.setHorizontalSpacing(theme.px(8))
        layout.setVerticalSpacing(theme.px(4))
        layout.setColumnStretch(1, 1)
        layout.setColumnMinimumWidth(0, theme.px(16))
        top = Qt.AlignmentFlag.AlignTop
        self._letter.setContentsMargins(0, theme.px(5), 0, 0)
        self._text.setContentsMargins(0, theme.px(5), 0, theme.px(4))
        layout.addWidget(self._letter, 0, 0, top)
        self._answers.setLayout(Flow(self.buttons, self.note_button, middle=False))
        self._grid = layout
        self._arrange(narrow=False)

    def _arrange(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        top, policy = Qt.AlignmentFlag.AlignTop, QSizePolicy.Policy
        self._answers.setSizePolicy(policy.Preferred if narrow else policy.Minimum, policy.Preferred)
        if narrow:  # each below the other: beside one another they would be wider than a small window at 200%
            self._grid.addWidget(self._text, 0, 1, 1, 3, top)
            self._grid.addWidget(self._answers, 1, 1, 1, 3)
            self._grid.addWidget(self.contested, 2, 1, 1, 3)
        else:
            self._grid.addWidget(self._text, 0, 1, top)
            self._grid.addWidget(self.contested, 0, 2, top)
            self._grid.addWidget(self._answers, 0, 3, top)
        self._grid.addWidget(self.note, 3, 1, 1, 3)
        self.note.set_narrow(narrow)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the note."""
        self._grid.addWidget(widget, 4, 1, 1, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The answers stand beside the words where there is room for both."""
        super().resizeEvent(event)
        self._arrange(self.width() < theme.px(NARROW))

    def subject(self) -> str:
        """ "Prompt a"."""
        return f"Prompt {self.ref}"

    def set_row(self, row: PromptRow, door: Door) -> None:
        """Show a prompt, this one or another. Unsaved text of this one stays."""
        other, self.ref = self.id != row.id, row.ref
        if other:
            self._letter.setText(row.ref)
            self._text.setText(row.text)
            self.setAccessibleDescription(row.text)
        self._bind(Target(row.entity, row.id, "note"), f"Note on prompt {row.ref}", row.note, row.saved, door)
        if other or row.note:
            self._open_note(bool(row.note))
        self._show(self.subject(), row.answer, row.contested)

    def leave_note(self) -> None:
        """Back to the row; a note left empty folds away."""
        super().leave_note()
        if not self.note.box.unsaved and not self.note.box.text():
            self._open_note(False)

    def _open_note(self, opened: bool) -> None:
        self.note.setVisible(opened)
        self.note_button.setVisible(not opened)
