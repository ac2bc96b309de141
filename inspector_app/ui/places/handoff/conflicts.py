"""The conflict desk: each contested field with every value, until somebody settles it. The program never does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import conflicts, drafts
from inspector_app.core.services.conflicts import Conflict
from inspector_app.core.services.editor import Done
from inspector_app.core.words import say
from inspector_app.ui import pages
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.controls.telling import Offer, refuse, tell
from inspector_app.ui.controls.wrapped import Wrapped
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.page import Page, Shared
from inspector_app.ui.places.handoff.conflict_view import ConflictView
from inspector_app.ui.words import conflict as words

_NOTHING = (
    "Nothing is contested. When two people have written different things into one field, both stay, and they come here "
    "side by side after a hand-off. Ratings count a contested judgement as unanswered until somebody settles it."
)
_LEFT = "This was settled elsewhere while you were writing. Your draft is still here:"


class ConflictsPage(Page):
    """Lists what is contested and settles what somebody decides."""

    code = "conflicts"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace = shared.workspace
        self._found: list[Conflict] = []
        self._drafts: dict[str, str] = {}
        self._current = ""  # name of the field shown, as of its draft
        self.back = PressButton(pages.page("handoff").title, self)
        self.list = QListWidget(self)
        self.view = ConflictView(workspace.framework, self)
        self.left = _LeftDraft(self)
        self.nothing = Empty(self, _NOTHING)
        self._lay_out()
        self._connect()
        self._read()

    # what the window says

    def flush(self) -> bool:
        """Keep what is being written anew. False when it could not be; it stays in its box."""
        return self.view.flush()

    def refresh(self, touched: Touched) -> None:
        """Show what is contested now; a text being written stays."""
        if touched:
            self._read()

    def place(self) -> object:
        """Which field is shown."""
        return self._current

    def return_to(self, place: object) -> None:
        """Show that field again, if it is still contested."""
        names = self._names()
        if place in names and self.flush():
            self._current = str(place)
            self.list.setCurrentRow(names.index(self._current))
            self._show()

    # parts

    def _lay_out(self) -> None:
        self.list.setAccessibleName("Contested fields")
        self.list.setItemDelegate(Wrapped(self.list))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(theme.px(sizes.SIDE_LIST))
        head = Flow(theme.role(plain_label(self.title, self), "title"))
        head.add_gap()
        head.addWidget(self.back)
        body = QHBoxLayout()
        body.setSpacing(theme.px(theme.GRID))
        for part, room in ((self.list, 0), (self.view, 1), (self.left, 1)):
            body.addWidget(part, room)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(3 * theme.GRID),) * 4)
        layout.setSpacing(theme.px(2 * theme.GRID))
        layout.addLayout(head)
        layout.addWidget(self.nothing)
        layout.addLayout(body, 1)
        layout.addStretch(0)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.want_page("handoff"))
        self.list.currentRowChanged.connect(self._choose)
        self.view.settled.connect(self._settle)
        self.left.forgotten.connect(self._forget)

    # showing

    def _read(self) -> None:
        """Read what is contested. The field shown stays, or the one now in its place comes."""

        if not self.flush():
            return  # what is being written stays in view, with the reason why it could not be kept
        was = self.list.currentRow()
        self._found = conflicts.conflicts(self._workspace)
        self._drafts = drafts.kept(self._workspace)
        names = self._names()
        if self._current not in names:
            self._current = names[max(0, min(was, len(names) - 1))] if names else ""
        self._list(names)
        self._show()

    def _names(self) -> list[str]:
        """The fields in the list: those contested, then those settled elsewhere for which a draft is left."""
        contested = [_name(conflict) for conflict in self._found]
        return contested + [name for name in self._drafts if name not in contested]

    def _list(self, names: Sequence[str]) -> None:
        by_name = {_name(conflict): conflict for conflict in self._found}
        self.list.blockSignals(True)
        self.list.clear()
        for name in names:
            self.list.addItem(words.place(by_name[name]) if name in by_name else f"Draft left: {self._about(name)}")
        self.list.setCurrentRow(names.index(self._current) if self._current in names else -1)
        self.list.blockSignals(False)

    def _show(self) -> None:
        conflict = next((c for c in self._found if _name(c) == self._current), None)
        left = conflict is None and bool(self._current)
        self.nothing.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        self.view.setVisible(conflict is not None)
        self.left.setVisible(left)
        if conflict is not None:
            names = {person.id: person.name for person in self._workspace.team()}
            self.view.show_conflict(conflict, names, self._drafts.get(self._current, ""), Door(self._keep))
            tab_through([self.list, *self.view.stops])
        elif left:
            self.left.show_draft(self._about(self._current), self._drafts.get(self._current, ""))
        hand_on(self, self.list if self.list.count() else self.back)

    def _about(self, name: str) -> str:
        """Where the field of a left draft is."""
        entity, _, rest = name.partition(" ")
        entity_id, _, field = rest.rpartition(" ")
        refs = {row.id: row.ref for row in self._workspace.case_rows()}
        parts = [refs.get(part, part) for part in entity_id.split("/")]
        return " · ".join([*parts, field] if entity_id else [entity, field])

    def _choose(self, row: int) -> None:
        names = self._names()
        if not 0 <= row < len(names) or names[row] == self._current:
            return
        if self.flush():
            self._current = names[row]
        self._read()

    # settling

    def _settle(self, value: Value) -> None:

        conflict = next((c for c in self._found if _name(c) == self._current), None)
        if conflict is None or not self.flush():
            return
        try:
            conflicts.settle(self._workspace, conflict, value)
            drafts.keep(self._workspace, _name(conflict), "")
        except Expected as error:
            refuse(self, error, *self._ways_on(error, conflict))
            self._read()  # another value may have come meanwhile
            return
        names = {person.id: person.name for person in self._workspace.team()}
        chosen = "the text you chose" if words.is_prose(conflict) else words.value(conflict, value, names)
        tell(self, f"Settled: {words.place(conflict)} is {chosen}. What stood before is in its history.")
        self._read()
        self.setFocus()

    def _ways_on(self, error: Expected, conflict: Conflict) -> list[Offer]:
        """What can be done first is done on the case: to reopen it, or to take it over."""
        if error.code not in (Code.CASE_ACCEPTED, Code.CASE_NOT_YOURS):
            return []
        case = conflict.id.split("/")[0]
        return [Offer(say("Open the case"), lambda: self.want_case(case, conflict.question, conflict.prompt))]

    def _keep(self, target: Target, value: Value, _amend: ChangeId | None) -> Done:

        name = drafts.name_of(target.entity, target.id, target.field)
        at = drafts.keep(self._workspace, name, str(value or ""))
        self._drafts = drafts.kept(self._workspace)
        return Done(None, at, frozenset(), value=value)

    def _forget(self) -> None:

        try:
            drafts.keep(self._workspace, self._current, "")
        except Expected as error:
            refuse(self, error)
            return
        self._read()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads out of the box, then back to the hand-off page."""
        if event.key() != Qt.Key.Key_Escape:
            event.ignore()
        elif self.list.hasFocus() or self.back.hasFocus():
            self.want_page("handoff")
        else:
            self.setFocus()


class _LeftDraft(QWidget):
    """A draft whose field was settled by somebody else meanwhile: nothing written is thrown away unasked."""

    forgotten = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.place, about = theme.role(text_label(self), "heading"), text_label(self)
        about.setText(_LEFT)
        self.text = text_label(self)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        copy, forget = PressButton("Copy the draft", self), PressButton("Forget this draft", self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.text()))
        forget.clicked.connect(self.forgotten)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(2 * theme.GRID), 0, 0, 0)
        for widget in (self.place, about, self.text):
            layout.addWidget(widget)
        layout.addLayout(Flow(copy, forget))
        layout.addStretch(1)

    def show_draft(self, place: str, text: str) -> None:
        """Show what was written."""
        self.place.setText(place)
        self.text.setText(text)
        self.text.setAccessibleName(f"Your draft: {text}")


def _name(conflict: Conflict) -> str:

    return drafts.name_of(conflict.entity, conflict.id, conflict.field)
