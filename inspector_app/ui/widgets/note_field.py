"""A note box with what a person must know beside it: when it was saved, or that it could not be."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from inspector_app.core.errors import Expected
from inspector_app.ui import theme
from inspector_app.ui.errors import sentence
from inspector_app.ui.widgets.note_box import NoteBox, Target, Write


def clock(at: str) -> str:
    """An instant (ISO 8601, UTC) as the time on this laptop's clock, or the date too when it is another day."""
    if not at:
        return ""
    local = datetime.fromisoformat(at).astimezone()
    today = datetime.now(local.tzinfo).date()
    return f"{local:%H:%M}" if local.date() == today else f"{local.day} {local:%b %H:%M}"


class NoteField(QWidget):
    """The box, "saved 14:02" beside it, and below it the reason when saving failed."""

    def __init__(self, parent: QWidget | None = None, box: NoteBox | None = None) -> None:
        super().__init__(parent)
        self.box = box or NoteBox(self)
        self.when = theme.role(QLabel(self), "small")
        self.when.setTextFormat(Qt.TextFormat.PlainText)
        self.problem = theme.role(QLabel(self), "error")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._lay_out()
        self.box.saved.connect(self._show_saved)
        self.box.failed.connect(self._show_failed)

    def _lay_out(self) -> None:
        self._grid = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(theme.px(8))
        layout.setVerticalSpacing(theme.px(4))
        layout.setColumnStretch(0, 1)
        layout.setColumnMinimumWidth(1, theme.px(120))
        layout.addWidget(self.box, 0, 0)
        layout.addWidget(self.when, 0, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.problem, 2, 0, 1, 2)

    def set_narrow(self, narrow: bool) -> None:
        """Say below the box, not beside it, when it was saved: the words need the width."""
        self._grid.setColumnMinimumWidth(1, 0 if narrow else theme.px(120))
        self._grid.addWidget(self.when, *((1, 0) if narrow else (0, 1)), Qt.AlignmentFlag.AlignTop)

    def bind(self, target: Target, name: str, text: str, at: str, write: Write) -> None:
        """Show another item's text; `name` is what a screen reader calls the box, `at` when it was last saved."""
        self.box.bind(target, text, write, at)
        self.box.setAccessibleName(name)
        self._show_saved(at if text else "")

    def refresh(self, text: str, at: str) -> None:
        """Take text that came from elsewhere, unless something here is unsaved."""
        if self.box.refresh(text):
            self._show_saved(at)

    def _show_saved(self, at: str) -> None:
        self.when.setText(f"saved {clock(at)}" if at else "")
        self.problem.hide()

    def _show_failed(self, error: Expected) -> None:
        self.when.setText("not saved")
        self.problem.setText(f"Not saved: your text stays here and is tried again. {sentence(error)}")
        self.problem.show()
