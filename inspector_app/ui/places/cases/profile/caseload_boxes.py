"""Where the service's caseload is typed: a box for each characteristic of a sample, which saves itself."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.caseload import unread
from inspector_app.core.domain.cases.case_facts import CHARACTERISTICS
from inspector_app.core.domain.fields import CASELOAD
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.bare import BareNote
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.places.cases.profile import words
from inspector_app.ui.places.cases.profile.parts import ONE


class CaseloadBoxes(QWidget):
    """Lines of a value and a number; what is no such line is said below its box and counts for nothing."""

    def __init__(self, sample: str, title: str, door: Door) -> None:
        super().__init__()
        self._sample, self._title, self._door = sample, title, door
        self.boxes = {field.code: BareNote(self) for field in CHARACTERISTICS}
        self._wrong = {field.code: theme.role(text_label(self), "error") for field in CHARACTERISTICS}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        said = theme.role(text_label(self), "small")
        said.setText(str(words.HOW))
        layout.addWidget(said)
        across = Flow(*(self._column(field.code, field.name) for field in CHARACTERISTICS), middle=False)
        across.setSpacing(theme.px(sizes.APART))
        layout.addLayout(across)

    def _column(self, code: str, name: str) -> QWidget:
        made = QWidget(self)
        made.setFixedWidth(theme.px(ONE))
        hold(made, CASELOAD.code, self._id(code))
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(sizes.TIGHT))
        for widget in (theme.role(plain_label(name, made), "label"), self.boxes[code], self._wrong[code]):
            lines.addWidget(widget)
        lines.addStretch(1)
        return made

    def _id(self, code: str) -> str:
        return f"{self._sample}/{code}"

    def show_given(self, given: Mapping[str, tuple[str, bool]]) -> None:
        """Show what stands; what is being typed stays."""
        for field in CHARACTERISTICS:
            text, _ = given.get(self._id(field.code), ("", False))
            target = Target(CASELOAD.code, self._id(field.code), "counts")
            name = f"{self._title}: {words.CASELOAD}, {field.title}"
            self.boxes[field.code].show_value(target, name, text, "", self._door)
            wrong = unread(text)
            self._wrong[field.code].setText(words.unread(wrong) if wrong else "")
            self._wrong[field.code].setVisible(bool(wrong))

    def flush(self) -> bool:
        """Put everything typed on disk. False when some of it could not be."""
        written = [note.box.flush() for note in self.boxes.values()]
        return all(written)
