"""One lettered prompt: its words, its answer, and its note, which opens in place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from inspector_app.core.domain.rows import PromptRow
from inspector_app.ui import theme
from inspector_app.ui.widgets.answer_row import AnswerRow, text_label
from inspector_app.ui.widgets.note_box import Target, Write


class PromptBox(AnswerRow):
    """A prompt on the page. An empty note is folded; one with words in it stays open, so that all can be read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter = theme.role(QLabel(self), "label")
        self._text = text_label(self)
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
        layout.addWidget(self._text, 0, 1, top)
        layout.addWidget(self.contested, 0, 2, top)
        layout.addWidget(self.buttons, 0, 3, top)
        layout.addWidget(self.note_button, 0, 4, top)
        layout.addWidget(self.note, 1, 1, 1, 4)

    def subject(self) -> str:
        """ "Prompt a"."""
        return f"Prompt {self.ref}"

    def set_row(self, row: PromptRow, write: Write) -> None:
        """Show a prompt, this one or another. Unsaved text of this one stays."""
        other, self.ref = self.id != row.id, row.ref
        if other:
            self._letter.setText(row.ref)
            self._text.setText(row.text)
            self.setAccessibleDescription(row.text)
        self._bind(Target("prompt", row.id, "note"), f"Note on prompt {row.ref}", row.note, row.saved, write)
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
