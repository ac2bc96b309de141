"""The key question's own judgement: an inspector's, never computed from the prompts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from inspector_app.core.domain.rows import QuestionPage
from inspector_app.ui.controls.single_keys import SingleKeys
from inspector_app.ui.look import theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.prompt_row import NARROW


class JudgementBox(AnswerRow):
    """Sufficient: Yes, No or n/a, and why."""

    def __init__(self, parent: QWidget, keys: SingleKeys) -> None:
        super().__init__(parent, keys)
        self._question = ""
        self._title = theme.role(QLabel(self), "label")
        self._ask = QLabel("Sufficient:", self)
        self.note.box.setPlaceholderText("Rationale")
        self._lay_out()
        self.note_button.hide()  # the rationale is always open

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(8), theme.px(10), theme.px(10))
        layout.setHorizontalSpacing(theme.px(8))
        layout.setVerticalSpacing(theme.px(6))
        layout.setColumnStretch(0, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        layout.addWidget(self._title, 0, 0, 1, 5, middle)
        for column, widget in enumerate((self.contested, self._ask, self.buttons, self.note_button), start=1):
            layout.addWidget(widget, 0, column, middle)
        layout.addWidget(self.note, 3, 0, 1, 5)
        self._grid = layout

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the rationale."""
        self._grid.addWidget(widget, 4, 0, 1, 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The answers stand below the title where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        self.note.set_narrow(narrow)
        middle = Qt.AlignmentFlag.AlignVCenter
        for column, widget in ((2, self._ask), (3, self.buttons)):
            self._grid.addWidget(widget, 1 if narrow else 0, column, middle)
        if narrow:  # below, and without the room that keeps the answers below those of the prompts
            self._grid.addWidget(self.contested, 2, 2, 1, 2, middle)
            self._grid.removeWidget(self.note_button)
        else:
            self._grid.addWidget(self.contested, 0, 1, middle)
            self._grid.addWidget(self.note_button, 0, 4, middle)

    def subject(self) -> str:
        """ "Judgement on 2.1.2, sufficient"."""
        return f"Judgement on {self._question}, sufficient"

    def set_row(self, page: QuestionPage, door: Door) -> None:
        """Show the judgement of a key question on a case. Unsaved text of this one stays."""
        self._question = page.ref
        self._title.setText(f"Your judgement on {page.ref}")
        target = Target(page.entity, page.id, "rationale")
        self._bind(target, f"Rationale for {page.ref}", page.rationale, page.saved, door)
        self._show(self.subject(), page.answer, page.contested)
