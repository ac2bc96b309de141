"""The name of the service, as the draft prints it and the team sees it."""

from PySide6.QtWidgets import QWidget

from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.fields.reason import brief
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Target, door_into
from inspector_app.ui.note.line import LineBox

_TARGET = Target("inspection", "inspection", "service")


class ServiceName(Field):
    """A line that saves itself; a name that cannot be is said under it. `line.failed`: no disk takes it."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        self.line = LineBox(parent)
        super().__init__(say("Service"), self.line, say("As it is printed, and as the team sees it."))
        self.line.setMinimumWidth(theme.px(sizes.BOX_LONG))
        self._door = door_into(workspace)
        self.line.refused.connect(lambda error: self.set_wrong(brief(error)))
        self.line.accepted.connect(lambda: self.set_wrong(""))

    def show_name(self, name: str, *, contested: bool) -> None:
        """Show the name that is stored; one that two people changed differently is settled on the conflict desk."""
        self.line.setEnabled(not contested)
        self.line.show_value(_TARGET, name, self._door)
