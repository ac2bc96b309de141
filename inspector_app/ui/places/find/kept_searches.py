"""Searches kept under a name: chosen again, kept, renamed, removed. Nothing is asked in a dialog."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.finding.search import Query
from inspector_app.core.errors import Expected
from inspector_app.core.services.search import finding
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.telling import refuse
from inspector_app.ui.look import sizes, theme

_NONE = "Kept searches"


class KeptSearches(QWidget):
    """Signals `chosen` with a Query. `set_query` says what is searched for now, which is what is kept."""

    chosen = Signal(object)
    changed = Signal()  # another is kept, or one no longer

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace, self._query, self._renaming = workspace, Query(), ""
        self._kept: dict[str, Query] = {}  # read once; only this page changes them
        self._box = DropDown()
        self._box.setAccessibleName(_NONE)
        self._box.setMinimumWidth(theme.px(sizes.BOX_NAME))
        self.keep = PressButton(say("Keep this search…"))
        self._rename, self._remove = (
            theme.role(PressButton(words), "plain") for words in (say("Rename"), say("Remove"))
        )
        self._name = QLineEdit()
        self._name.setAccessibleName("Name of the search")
        self._name.setPlaceholderText("Name of the search")
        self._name.setFixedWidth(theme.px(sizes.BOX_NAME))
        self._done = PressButton(say("Keep"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addLayout(Flow(self._box, self._rename, self._remove, self._name, self._done))
        self._name.installEventFilter(self)
        self._box.activated.connect(self._choose)
        self.keep.clicked.connect(lambda: self._begin(""))
        self._rename.clicked.connect(lambda: self._begin(self._box.currentData()))
        self._remove.clicked.connect(self._forget)
        self._name.returnPressed.connect(self._end)
        self._done.clicked.connect(self._end)
        self._fill("")
        self._close()

    def set_query(self, query: Query) -> None:
        """What is searched for now; a kept search that says the same is the one chosen."""
        self._query = query
        same = next((name for name, held in self._kept.items() if held == query and not query.empty), "")
        self._box.setCurrentIndex(max(0, self._box.findData(same)))
        self._show()

    @property
    def held(self) -> Mapping[str, Query]:
        """The kept searches by name."""
        return self._kept

    def show_list(self, shown: bool) -> None:
        """Whether they are chosen from a box here, or stand in a list beside what is found."""
        self._box.setVisible(shown)

    def choose(self, name: str) -> None:
        """Search for one of them again."""
        self._box.setCurrentIndex(max(0, self._box.findData(name)))
        self._choose()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Esc leaves the name as it is."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self._name and pressed == Qt.Key.Key_Escape:
            self._close()
            self._to_box()
            return True
        return False

    def _choose(self) -> None:
        query = self._kept.get(self._box.currentData())
        if query is not None:
            self.chosen.emit(query)
        self._show()

    def _begin(self, renaming: str) -> None:
        self._renaming = renaming
        self._name.setText(renaming)
        self._done.setText("Rename" if renaming else "Keep")
        for widget in (self._name, self._done):
            widget.show()
        for widget in (self._rename, self._remove):
            widget.hide()
        self._name.setFocus()
        self._name.selectAll()

    def _end(self) -> None:
        try:
            if self._renaming:
                name = finding.rename(self._workspace, self._renaming, self._name.text())
            else:
                name = finding.keep(self._workspace, self._name.text(), self._query)
        except Expected as error:
            refuse(self, error)
            return
        self._fill(name)
        self._close()
        self._to_box()

    def _forget(self) -> None:
        try:
            finding.forget(self._workspace, self._box.currentData())
        except Expected as error:
            refuse(self, error)
            return
        self._fill("")
        self._to_box()
        self._show()

    def _to_box(self) -> None:
        (self.keep if self._box.isHidden() else self._box).setFocus()

    def _fill(self, name: str) -> None:
        self._kept = {kept.name: kept.query for kept in finding.kept_searches(self._workspace)}
        with QSignalBlocker(self._box):
            self._box.clear()
            self._box.addItem(_NONE, "")
            for kept in self._kept:
                self._box.addItem(kept, kept)
            self._box.setCurrentIndex(max(0, self._box.findData(name)))
        self.changed.emit()

    def _close(self) -> None:
        for widget in (self._name, self._done):
            widget.hide()
        self._show()

    def _show(self) -> None:
        """What can be done with the search that is chosen, and with that in the box."""
        naming = not self._name.isHidden()
        held = bool(self._box.currentData())
        self.keep.setEnabled(not self._query.empty)
        self._rename.setVisible(held and not naming)
        self._remove.setVisible(held and not naming)
