"""Which case is keyed in: a box for its reference, and the way to the next and the one before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QWidget

from inspector_app.core.domain.inspection import Case
from inspector_app.core.services.documents import paper
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme


class WhichCase(QWidget):
    """Asks for one of the cases that have lines to key in."""

    wanted = Signal(str)  # id of a case
    said = Signal(str)  # why there is none

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.ref = QLineEdit(self)
        self.ref.setAccessibleName("Case to key in")
        self.ref.setPlaceholderText(say("Reference"))
        self.ref.setFixedWidth(theme.px(sizes.BOX_SHORT))
        completer = QCompleter([case.ref for case in self._cases()], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.ref.setCompleter(completer)
        self.ref.returnPressed.connect(self._ask_typed)
        label = theme.role(plain_label("&Case", self), "label")
        label.setBuddy(self.ref)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(label)
        across.addWidget(self.ref)

    def step(self, case: str, by: int) -> None:
        """Ask for the case so many after the one of that id."""
        ids = [one.id for one in self._cases()]
        at = ids.index(case) + by if case in ids else -1
        if 0 <= at < len(ids):
            self.wanted.emit(ids[at])
        else:
            self.said.emit(say("This is the last case.") if by > 0 else say("This is the first case."))

    def _cases(self) -> list[Case]:
        return paper.cases_with_lines(self._workspace)

    def _ask_typed(self) -> None:
        typed = self.ref.text().strip()
        found = [case.id for case in self._cases() if case.ref.casefold() == typed.casefold()]
        if found:
            self.wanted.emit(found[0])
        else:
            self.said.emit(say("There is no case with this reference to key in: {ref}", ref=typed))
            self.ref.selectAll()
