"""What one inspection is called in the list of this laptop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from inspector_app.core.domain.rows import WorkspaceRow
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.look import theme


class Rename(ScrollColumn):
    """Signals `given` with the name, "" for that of the service; `left` when it is to stay."""

    given = Signal(str)
    left = Signal()

    def __init__(self, row: WorkspaceRow) -> None:
        about = say(
            "This name is used in the list on this laptop only. For the team, and in print, it keeps the name of "
            "its service, which is changed on Setting up: {service}.",
            service=row.service,
        )
        super().__init__(say("Rename in this list"), about)
        self.setWindowTitle(say("Rename in this list"))
        self.box = QLineEdit(row.name)
        self.field = Field(say("&Name in the list"), self.box, say("Leave it empty for the name of the service."))
        self.change = theme.role(PressButton(say("&Rename")), "primary")
        self.back = PressButton(say("&Back"))
        self.add(self.field)
        self.add_row(self.change, self.back)
        self.body.addStretch(1)
        self.change.clicked.connect(lambda: self.given.emit(self.box.text()))
        self.box.returnPressed.connect(self.change.click)
        self.back.clicked.connect(self.left)
        self.box.selectAll()
        self.setFocusProxy(self.box)

    def set_wrong(self, sentence: str) -> None:
        """Say why it could not be changed."""
        self.field.set_wrong(sentence)
