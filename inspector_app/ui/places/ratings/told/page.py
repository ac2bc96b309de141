"""The log of what the service was told before the ratings were final: entries at the left, beside them the one in hand."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.panel.told import ToldRow
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.results import ratings, told
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.telling import Offer, refuse, tell, tried
from inspector_app.ui.controls.wrapped import show_lines, wrapped_list
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import door_into
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.page import Destination, FollowingPage, Item, Shared
from inspector_app.ui.places.ratings.told import words
from inspector_app.ui.places.ratings.told.adding import Adding
from inspector_app.ui.places.ratings.told.view import ToldView


class ToldPage(FollowingPage):
    """An entry keeps the ratings of its moment; why they are others since saves itself."""

    code = "told"
    read_by = frozenset({"told", "judgement", "rating", "panel", "totals", "case", "person", *WHO_SEES})
    is_written_on = True

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._rows: list[ToldRow] = []
        self._entry = self._now = ""
        self._adding = False
        self.back = way_back("ratings", self)
        self.counted = theme.role(plain_label(parent=self), "quiet")
        self.add = theme.role(PressButton(say("Note what was told"), self), "primary")
        self.nothing = Empty(self, words.NOTHING.say())
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
        layout.addWidget(self.nothing)
        layout.addWidget(self.body, 1)
        layout.addStretch(0)
        hand_on(self, self.add)

    # what every page can do

    def flush(self) -> bool:
        """Write what is typed. False when some of it could not be; it stays in its box."""
        written = [self.view.flush(), self.adding.flush()]
        return all(written)

    def arrive(self, at: Destination) -> None:
        """Show an entry."""
        if isinstance(at, Item):
            self._show_one(at.id)
            self.body.show_parts(True)

    def place(self) -> str:
        """The entry in hand."""
        return self._entry

    def return_to(self, place: object) -> None:
        """Go back to an entry."""
        self._show_one(str(place))

    def _show_one(self, entry: str) -> None:
        self._entry = entry
        self._read_anew()

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
        at = ids.index(self._entry) if self._entry in ids else len(ids) - 1
        show_lines(self.list, [words.line(row, self._now) for row in self._rows], at)

    def _make_room(self) -> None:
        some = bool(self._rows)
        self.nothing.setVisible(not some and not self._adding)
        self.body.setVisible(some or self._adding)
        if self._adding:
            self.body.show_parts(True)
        self.list.setVisible(some)
        self.view.setVisible(some and not self._adding)
        self.adding.setVisible(self._adding)

    @property
    def here(self) -> ToldRow | None:
        """The entry in hand; None for none."""
        row = self.list.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _choose(self) -> None:
        self.flush()
        self._show_here()

    def _show_here(self) -> None:
        one = self.here
        self._entry = one.id if one else ""
        if one is not None:
            hold(self.list, "told", one.id)
            self.view.show_entry(one, self._now, self._names)

    # acting

    def begin(self) -> None:
        """Write an entry down."""
        self._adding = True
        self._make_room()
        self.adding.begin()

    def _leave_adding(self) -> None:
        self._adding = False
        self._make_room()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, whom: str, said: str, day: str | None) -> None:
        made: list[str] = []
        if day is None:
            refuse(
                self, Expected(Code.VALUE_INVALID, field="The day", value=self.adding.day.text(), why="it is no day")
            )
        elif self._try(lambda: made.append(told.add(self._workspace, whom, said, day))):
            self._try(self.adding.forget)
            self._adding = False
            self._show_one(made[0])
            self.view.enter()

    def _delete(self) -> None:
        one = self.here if self.flush() else None
        if one is not None and self._try(lambda: told.delete(self._workspace, one.id)):
            undo = Offer(actions.command("undo").text, lambda: self.invert("undo", "told", one.id))
            tell(self, say("Deleted: {what}", what=one.whom), undo)
            (self.list if self._rows else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self, act: Callable[[], object]) -> bool:
        done = tried(self, act)
        if done:
            self._read_anew()
        return done
