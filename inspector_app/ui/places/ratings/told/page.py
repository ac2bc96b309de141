"""The log of what the service was told before the ratings were final: entries at the left, beside them the one in hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.panel.told import ToldRow
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.people import standing
from inspector_app.core.services.results import ratings, told
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.lists.wrapped import show_lines, wrapped_list
from inspector_app.ui.controls.telling import refuse, tell
from inspector_app.ui.listed_page import ListedPage
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import door_into
from inspector_app.ui.page import Destination, Item, Shared
from inspector_app.ui.places.ratings.told import words
from inspector_app.ui.places.ratings.told.adding import Adding
from inspector_app.ui.places.ratings.told.view import ToldView


class ToldPage(ListedPage[ToldRow]):
    """An entry keeps the ratings of its moment; why they are others since saves itself."""

    code = entity = "told"
    read_by = frozenset({"told", "judgement", "rating", "panel", "totals", "case", "person", *WHO_SEES})
    view: ToldView
    adding: Adding

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._now = ""
        self.back = way_back("ratings", self)
        self.counted = theme.role(plain_label(parent=self), "quiet")
        self.add = theme.role(PressButton(say("Note what was told"), self), "primary")
        self.nothing = Empty(self, *words.NOTHING)
        self.list = wrapped_list(say("What the service was told"), self)
        self.view = ToldView(door_into(self._workspace), self)
        self.adding = Adding(self._workspace, self)
        self._lay_out()
        self.back.clicked.connect(lambda: self.want_page("ratings"))
        self.add.clicked.connect(self.begin)
        self.adding.made.connect(self._make)
        self.adding.left.connect(self._leave_adding)
        self.list.currentRowChanged.connect(self._choose)
        self.view.delete.clicked.connect(self._delete)
        self._read()

    def _lay_out(self) -> None:
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"), self.counted)
        head.add_gap()
        right = QWidget(self)
        one_of = QVBoxLayout(right)
        one_of.setContentsMargins(0, 0, 0, 0)
        one_of.addWidget(self.view)
        one_of.addWidget(self.adding)
        self.body = BesideList(self.list, right, back=say("Entries"), on=say("This entry"))
        head.addWidget(self.body.turn)
        head.addWidget(self.add)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addLayout(head)
        layout.addWidget(self.nothing, 1)  # at the head of the empty page
        layout.addWidget(self.body, 1)
        layout.addStretch(0)
        hand_on(self, self.add)

    # what every page can do

    def arrive(self, at: Destination) -> None:
        """Show an entry."""
        if isinstance(at, Item):
            self._show_one(at.id)
            self.body.show_parts(True)

    # showing

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale, self._rows = False, told.rows(self._workspace)
        self._now = ratings.lines(self._workspace)
        self._names = {person.id: person.name for person in self._workspace.team()}
        self._fill_list()
        self.counted.setText(words.counted(self._rows, self._now) if self._rows else "")
        self._make_room()
        self._show_here()

    def _fill_list(self) -> None:
        ids = [row.id for row in self._rows]
        at = ids.index(self._in_hand) if self._in_hand in ids else len(ids) - 1
        show_lines(self.list, [words.line(row, self._now) for row in self._rows], at)

    def _show_row(self, row: ToldRow) -> None:
        self.view.show_entry(row, self._now, self._names)
        self.view.delete.setVisible(standing.is_recorder(self._workspace, self.entity, row.id))

    # acting

    def _make(self, whom: str, said: str, day: str | None) -> None:
        if day is None:
            refuse(
                self, Expected(Code.VALUE_INVALID, field="The day", value=self.adding.day.text(), why="it is not a day")
            )
        elif self._made(lambda: told.add(self._workspace, whom, said, day)) and not self.view.enter():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self) -> None:
        one = self.here if self.flush() else None
        if one is not None and self._try(lambda: told.delete(self._workspace, one.id)):
            tell(self, say("Deleted: {what}", what=one.whom), self.undo_of(self.entity, one.id))
            self._after_delete(one.id)
