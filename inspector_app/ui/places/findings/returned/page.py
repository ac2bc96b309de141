"""A draft that came back: read in a job, its differences and comments in a list, each beside the text and taken or left."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from inspector_app.core.domain.returned.difference import Difference, Returned, Said
from inspector_app.core.domain.returned.hunks import State
from inspector_app.core.errors import Expected
from inspector_app.core.services.results import accuracy, returned
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.words import say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.lists.lined import Line, LinedList
from inspector_app.ui.controls.telling import refuse, speak, tell
from inspector_app.ui.look import theme
from inspector_app.ui.look.layout import Down, layout_of
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.page import FollowingPage, Item, Shared
from inspector_app.ui.places.findings import beside
from inspector_app.ui.places.findings.returned import words
from inspector_app.ui.places.findings.returned.view import DifferenceView


@dataclass(frozen=True, slots=True)
class ReturnedPlace:
    """Which file was read, which of its differences (keys) somebody left, and the line of the list one was on."""

    path: Path
    left: frozenset[str] = frozenset()
    row: int = 0


class ReturnedPage(FollowingPage):
    """Of the file only its place is kept, and what was left of it: read again, it shows what is still different."""

    code = "returned"
    read_by = frozenset({"finding", "recommendation", "point"})

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._came: Returned | None = None
        self._path: Path | None = None
        self._states: dict[str, State] = {}
        self._points: frozenset[str] = frozenset()  # the ids of those that are there
        self._done: list[tuple[str, str]] = []  # entity and id of what was taken or kept here
        self._undone: list[tuple[str, str]] = []
        self._left: set[str] = set()  # what somebody left, for as long as the page is there
        self.back = way_back("findings", self)
        self._begun = returned.begun(self._workspace)  # before the program was closed
        self.go_on = theme.role(PressButton(say("Continue with it"), self), "primary")
        self.choose = theme.role(PressButton(say("Choose the file…"), self), "primary")
        self.counted = theme.role(plain_label(parent=self), "quiet")
        self.copy = text_label(self)
        self.work = JobLine(shared.jobs, say("Reading the returned draft"), self)
        self.nothing = Empty(self, *words.NOTHING)
        self.list = LinedList(say("Differences and comments"), self)
        self.view = DifferenceView(self)
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self._heading = theme.role(plain_label(self.title, self), "title")
        head = Flow(self.back, self._heading, self.counted)
        head.add_gap()
        self.body = BesideList(self.list, self.view, back=say("Differences"), on=say("This difference"), by_enter=False)
        head.addWidget(self.body.turn)
        head.addWidget(self.go_on)
        head.addWidget(self.choose)
        beside.lay_out(self, head, (self.copy, self.nothing), self.body, self.work)
        hand_on(self, self.choose)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.want_page("findings"))
        self.choose.clicked.connect(self._ask)
        self.go_on.clicked.connect(self._go_on_with_it)
        self.list.currentRowChanged.connect(self._show_one)
        self.list.itemActivated.connect(self._enter)
        self.view.take.clicked.connect(self._take)
        self.view.leave.clicked.connect(self._leave_it)
        self.view.point.clicked.connect(self._keep_as_point)
        self.view.to_point.clicked.connect(self._go_to_point)
        self.view.text.clicked.connect(self._go_to_text)

    # what every page can do

    def place(self) -> ReturnedPlace | None:
        """Where the person is; None before a file was read."""
        return ReturnedPlace(self._path, frozenset(self._left), self.list.currentRow()) if self._path else None

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave: the file is read again."""
        if isinstance(place, ReturnedPlace):
            self._read_file(place)

    @property
    def at(self) -> Item | None:
        """The point that the comment or change in hand was kept as."""
        one = self.here
        return Item("point", accuracy.id_of(self._workspace, one)) if one is not None and self._is_point(one) else None

    # room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the list and what is in hand need the room of the head."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        some = bool(self._all())
        low = layout_of(self.window().size()).down is Down.LOW
        self._heading.setHidden(low and some)
        self.copy.setVisible(bool(self.copy.text()) and not low)
        self.copy.setAccessibleName(self.copy.text())
        self.body.setVisible(some)

    def _enter(self) -> None:
        """What is beside the list is taken; where it is not, it is shown."""
        if self.body.shows_parts:
            self._take()
        else:
            self.body.show_parts(True)
            self.view.words.setFocus(Qt.FocusReason.OtherFocusReason)

    # reading

    def _ask(self) -> None:
        path = ask.open_file(self, say("The draft that came back"), say("Word (*.docx)"))
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file that came back, and show what it says otherwise."""
        self._read_file(ReturnedPlace(path))

    def _read_file(self, at: ReturnedPlace) -> None:
        def work(ticket: Ticket) -> Returned:
            return returned.read(self._workspace, at.path, ticket)

        self.work.run(say("Reading"), work, done=lambda came: self._take_in(came, at))

    def _go_on_with_it(self) -> None:
        if (at := self._begun) is not None:
            self._read_file(ReturnedPlace(at.path, at.left, at.row))

    def _remember(self) -> None:
        """Keep which file this is and what was left of it, for as long as something of it is open, where that is written."""
        self._read_anew()
        if self._workspace.only_read:
            return
        path, still = self._path, any(self._is_open(one) for one in self._all())
        row = max(0, self.list.currentRow())
        kept = returned.Begun(path, frozenset(self._left), row) if path and still else None
        try:
            returned.keep_begun(self._workspace, kept)
        except Expected as error:
            refuse(self, error)

    def _is_open(self, one: Difference | Said) -> bool:
        """Whether somebody still has to take or leave it, or keep it as a point."""
        if one.key in self._left or self._is_point(one):
            return False
        return isinstance(one, Said) or self._states.get(one.key) is State.OPEN

    def _take_in(self, came: Returned, at: ReturnedPlace) -> None:
        self._came, self._path, self._left, self._begun = came, at.path, set(at.left), None
        self._read_anew()
        self.list.setCurrentRow(min(at.row, self.list.count() - 1))
        self._remember()
        speak(self, words.counted(came, self._open()), "returned")
        self.body.show_parts(False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        if self._stale and self._came is not None:
            self._stale = False
            self._states = dict(returned.states(self._workspace, self._came))
            self._points = frozenset(row.id for row in accuracy.rows(self._workspace))
            self._show()

    # showing

    def _all(self) -> list[Difference | Said]:
        return [*self._came.differences, *self._came.said] if self._came else []

    @property
    def here(self) -> Difference | Said | None:
        """What is in hand; None for nothing."""
        found, row = self._all(), self.list.currentRow()
        return found[row] if 0 <= row < len(found) else None

    def _open(self) -> int:
        came = self._came
        return sum(self._states.get(d.key) is State.OPEN for d in came.differences if d.can_be_taken) if came else 0

    def _show(self) -> None:
        came, found = self._came, self._all()
        row = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        for one in found:
            left, is_point = one.key in self._left, self._is_point(one)
            said = words.line(one, self._states.get(one.key), left=left, is_point=is_point)
            name, _, rest = said.partition("\n")
            self.list.add(said, Line(name, rest, self._head(one)))
        self.list.setCurrentRow(min(row, len(found) - 1))
        self.list.blockSignals(False)
        self.counted.setText(words.counted(came, self._open()) if came else "")
        self.copy.setText(words.of_copy(came) if came else "")
        self.nothing.say(*(words.NO_DIFFERENCE if came else words.NOTHING))
        if (begun := self._begun) is not None:
            self.nothing.say(words.BEGUN, words.begun(begun.path.name))
        self.go_on.setVisible(begun is not None)
        theme.role(self.choose, "" if begun else "primary")
        self.nothing.setVisible(not found)
        self._make_room()
        self._show_one()

    def _head(self, one: Difference | Said) -> str:
        """What heads the list where this is the first of its sort."""
        came = self._came
        if came is not None and came.differences and one is came.differences[0]:
            return say("Changes")
        return say("Comments") if came is not None and came.said and one is came.said[0] else ""

    def _show_one(self) -> None:
        one = self.here
        if one is not None:
            for part in (self.list, self.view):
                hold(part, one.entity, one.id)
            self.view.show_one(one, self._states.get(one.key), is_point=self._is_point(one))

    def _is_point(self, one: Difference | Said) -> bool:
        return accuracy.id_of(self._workspace, one) in self._points

    # acting

    def _keep_as_point(self) -> None:
        one = self.here
        if one is None or not words.can_be_point(one):
            return
        try:
            keep = accuracy.take_comment if isinstance(one, Said) else accuracy.take_change
            point = keep(self._workspace, one)  # type: ignore[arg-type]  # each takes its own kind
        except Expected as error:
            refuse(self, error)
            return
        self._acted("point", point)
        self._remember()
        tell(self, say("Kept as a point: {where}.", where=one.place), self.undo_of("point", point))

    def _acted(self, entity: str, of: str) -> None:
        self._done.append((entity, of))
        self._undone.clear()

    def undo(self, code: str) -> None:
        """Undo or redo what was taken or kept here, the last of it first, and nothing that was written before."""
        acts = self._done if code == "undo" else self._undone
        if acts:
            self.invert(code, *acts[-1])
        elif code == "undo":
            tell(self, say("Nothing that was taken here is left to undo."))
        else:
            tell(self, say("Nothing that was undone here is left to do again."))

    def invert(self, code: str, entity: str, entity_id: str) -> bool:
        """As every page does it; known here by whichever way one asked for it."""
        inverted = super().invert(code, entity, entity_id)
        here, there = (self._done, self._undone) if code == "undo" else (self._undone, self._done)
        if inverted and (entity, entity_id) in here:
            here.reverse()  # its last act is the first now
            here.remove((entity, entity_id))
            here.reverse()
            there.append((entity, entity_id))
            self._remember()
        return inverted

    def _take(self) -> None:
        one = self.here
        if self._came is None or not isinstance(one, Difference) or self._states.get(one.key) is not State.OPEN:
            return
        try:
            item = returned.take(self._workspace, self._came, one.key)
        except Expected as error:
            refuse(self, error)
            return
        self._left.discard(one.key)
        self._go_on()
        self._remember()
        if item is not None:
            entity, of = item
            self._acted(entity, of)
            tell(self, say("Taken: {where}.", where=one.place), self.undo_of(entity, of))

    def _leave_it(self) -> None:
        one = self.here
        if one is not None:
            self._left.add(one.key)
            self._show()
            self._go_on()
            self._remember()

    def _go_on(self) -> None:
        """Be on the next that is open; where there is none, stay."""
        found, here = self._all(), self.list.currentRow()
        order = [*range(here + 1, len(found)), *range(here)]
        is_open = (n for n in order if self._states.get(found[n].key) is State.OPEN and found[n].key not in self._left)
        self.list.setCurrentRow(next(is_open, here))
        (self.list if self.list.isVisible() else self.view.words).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_point(self) -> None:
        one = self.here
        if one is not None:
            self.want_page("accuracy", Item("point", accuracy.id_of(self._workspace, one)))

    def _go_to_text(self) -> None:
        one = self.here
        if one is not None and one.id:
            self.want_page("findings", Item(one.entity, one.id))
