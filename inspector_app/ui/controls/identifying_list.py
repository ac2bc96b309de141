"""What may identify somebody in what is to be saved: each line leads to its text; some are let go with a reason."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inspector_app.core.domain.text.identifying import Found
from inspector_app.core.errors import Expected
from inspector_app.core.services.results import identifying
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.lists.sought import SoughtList
from inspector_app.ui.controls.lists.wrapped import Wrapped
from inspector_app.ui.controls.telling import Offer, refuse, tell, tried
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words.identifying import found_said, let_go

_LOW, _HIGH = 28, 84  # px at 100%


class IdentifyingList(QWidget):
    """Hidden while nothing is found. That nothing is found does not say that a text identifies nobody."""

    chosen = Signal(str, str, str)  # entity and id of a text, and the words in it

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._found: tuple[Found, ...] = ()
        self._head = text_label(self)
        self.lines = SoughtList(self)
        self.lines.setAccessibleName(say("What may identify somebody"))
        self.lines.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.lines.setWordWrap(True)
        self.lines.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.lines.setItemDelegate(Wrapped(self.lines))
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setMinimumHeight(theme.px(_LOW))
        self.lines.setMaximumHeight(theme.px(_HIGH))
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(say("Reason for allowing the selected places"))
        self.reason.setPlaceholderText(say("Why it is allowed"))
        self.reason.setMaxLength(300)
        self.reason.setMinimumWidth(theme.px(sizes.BOX_LONG))
        self.let_go = PressButton(say("Allow"), self)
        self._lay_out()
        self.lines.itemActivated.connect(self._choose)
        self.lines.itemSelectionChanged.connect(self._count_chosen)
        self.let_go.clicked.connect(self._let_go)
        self.reason.returnPressed.connect(self.let_go.click)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self._head)
        layout.addWidget(self.lines)
        layout.addLayout(Flow(self.reason, self.let_go))
        self.hide()

    def show_these(self, found: Sequence[Found]) -> None:
        """Show these, or nothing."""
        self._found = tuple(found)
        self.lines.clear()
        for one in self._found:
            self.lines.addItem(QListWidgetItem(found_said(one)))
        said = count(len(found), "{n} place may identify somebody.", "{n} places may identify somebody.")
        self._head.setText(
            f"{said} {say('Enter on one goes to its text. Nothing is saved until each is changed or allowed.')}"
        )
        self.setVisible(bool(found))

    def stands_in_the_way(self) -> bool:
        """Whether something is found, so that nothing may be saved yet: that is told, and the first line has the focus."""
        if self._found:
            tell(
                self, say("Nothing was saved. First change whatever may identify somebody, or allow it with a reason.")
            )
            self._to_the_list()
        return bool(self._found)

    def _choose(self, item: QListWidgetItem) -> None:
        one = self._found[self.lines.row(item)]
        self.chosen.emit(one.entity, one.id, one.said)

    def _let_go(self) -> None:
        chosen = [self._found[self.lines.row(item)] for item in self.lines.selectedItems()]
        if not chosen:
            tell(self, say("Nothing was allowed: choose in the list what may stay."))
            self._to_the_list()
        elif not self.reason.text().strip():
            tell(self, say("Nothing was allowed: first write why it may stay."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._log(chosen, self.reason.text())

    def _to_the_list(self) -> None:
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        self.lines.setCurrentRow(0)

    def _log(self, chosen: list[Found], reason: str) -> None:
        try:
            identifying.allow(self._workspace, chosen, reason)
        except Expected as error:
            refuse(self, error)
            return
        self.reason.clear()
        before = self._found
        self.show_these([one for one in self._found if one not in chosen])
        tell(self, let_go(chosen), Offer(say("Undo"), partial(self._take_back, chosen, before)))

    def _take_back(self, chosen: list[Found], before: tuple[Found, ...]) -> None:
        """What is listed by then stays listed."""
        if tried(self, lambda: identifying.take_back(self._workspace, chosen)):
            self.show_these([*self._found, *(one for one in before if one in chosen and one not in self._found)])

    def _count_chosen(self) -> None:
        number = len(self.lines.selectedItems())
        self.let_go.setText(say("Allow {number}", number=number) if number > 1 else say("Allow"))
