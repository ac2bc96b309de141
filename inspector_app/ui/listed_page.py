"""A page of one list: beside it stands the row in hand, or the card in which a new one is written down."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListWidget

from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.telling import tried
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.page import FollowingPage, Shared


class Row(Protocol):
    """What a row of the list is of."""

    @property
    def id(self) -> str:
        """Id of the entity."""


class View(Protocol):
    """What shows the row in hand."""

    def flush(self) -> bool:
        """Write what is typed. False when some of it could not be."""

    def setVisible(self, visible: bool) -> None:
        """As of any widget."""


class Card(View, Protocol):
    """In which a new one is written down."""

    def begin(self) -> None:
        """Be there, with what was written before."""

    def forget(self) -> None:
        """It is in the log now: what was kept of it is gone."""


R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """Where somebody was: the row in hand (id), and whether a new one was being written down."""

    row: str
    adding: bool = False


class ListedPage(FollowingPage, Generic[R]):
    """A page makes the widgets named here, and shows a row by `_show_row`."""

    entity: ClassVar[str]  # of a row
    add: QAbstractButton  # begins a new one
    list: QListWidget
    view: View
    adding: Card
    body: BesideList  # of list, view and adding
    nothing: Empty  # in place of the body, while there is no row

    is_written_on = True

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._rows: list[R] = []
        self._in_hand = ""  # id of the row
        self._adding = False
        self._gone = ""  # id of what was deleted last: undo is of that, until one goes on to another

    # what every page can do

    def flush(self) -> bool:
        """Write what is typed. False when some of it could not be; it stays in its box."""
        written = [self.view.flush(), self.adding.flush()]
        return all(written)

    def place(self) -> ListedPlace:
        """Where the person is."""
        return ListedPlace(self._in_hand, self._adding)

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, ListedPlace):
            self._show_one(place.row)
            if place.adding:
                self.begin()

    def invert(self, code: str, entity: str, entity_id: str) -> bool:
        """What comes back after it was deleted is in hand again; what goes again is offered as when it was deleted."""
        done = super().invert(code, entity, entity_id)
        if done and entity == self.entity and entity_id in (self._gone, self._in_hand):
            self._read_anew()
            if all(row.id != entity_id for row in self._rows):
                self._after_delete(entity_id)
            elif entity_id == self._gone:
                self._show_one(entity_id)
        return done

    # showing

    @property
    def here(self) -> R | None:
        """The row in hand; None for none."""
        row = self.list.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _show_row(self, row: R) -> None:
        raise NotImplementedError

    def _show_one(self, one: str) -> None:
        self._in_hand, self._gone = one, ""
        self._read_anew()
        if self.add.hasFocus() and self._rows:  # to which one went when the last of them was deleted
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_here(self) -> None:
        one = self.here
        self._in_hand = one.id if one else ""
        hold(self.list, self.entity, self._gone or self._in_hand)
        hold(self.add, self.entity, self._gone)
        if one is not None:
            self._show_row(one)

    def _choose(self) -> None:
        self.flush()
        self._gone = ""
        self._show_here()

    def _make_room(self) -> None:
        some = bool(self._rows)
        self.list.setVisible(some)
        self.body.setVisible(some or self._adding)
        self.body.keep_parts(self._adding)
        self.view.setVisible(some and not self._adding)
        self.adding.setVisible(self._adding)
        self.nothing.setVisible(not some and not self._adding)

    # acting

    def begin(self) -> None:
        """Write a new one down."""
        self._adding = True
        self._make_room()
        self.adding.begin()

    def _leave_adding(self) -> None:
        self._adding = False
        self._make_room()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, act: Callable[[], str]) -> bool:
        """Make a new one (its id), and show it; False when it was refused, which is told, and stays in the card."""
        made: list[str] = []
        if not self._try(lambda: made.append(act())):
            return False
        self._try(self.adding.forget)
        self._adding = False
        self._show_one(made[0])
        return True

    def _try(self, act: Callable[[], object]) -> bool:
        done = tried(self, act)
        if done:
            self._read_anew()
        return done

    def _after_delete(self, gone: str) -> None:
        """Go to where its undo is at hand, too."""
        self._gone = gone
        self._show_here()
        (self.list if self._rows else self.add).setFocus(Qt.FocusReason.OtherFocusReason)
