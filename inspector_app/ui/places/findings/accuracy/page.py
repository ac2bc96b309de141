"""The factual accuracy desk: points at the left; beside them the words, the text, the decision, who signs, and the reply."""

from datetime import datetime

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.panel.accuracy import PointRow
from inspector_app.core.services.people import standing
from inspector_app.core.services.results import accuracy, point_places, reports, supporting
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.words import say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.identifying_list import IdentifyingList
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.lists.lined import Line, LinedList
from inspector_app.ui.controls.lists.wrapped import have_rows
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.listed_page import ListedPage
from inspector_app.ui.look import theme
from inspector_app.ui.look.layout import Down, layout_of
from inspector_app.ui.note.door import door_into
from inspector_app.ui.page import Destination, Item, Shared
from inspector_app.ui.places.findings import beside
from inspector_app.ui.places.findings.accuracy import words
from inspector_app.ui.places.findings.accuracy.adding import Adding
from inspector_app.ui.places.findings.accuracy.due_day import DueDay
from inspector_app.ui.places.findings.accuracy.signs import sign
from inspector_app.ui.places.findings.accuracy.view import PointView
from inspector_app.ui.words import saved

_KINDS = "Word (*.docx);;PDF (*.pdf)"


class AccuracyPage(ListedPage[PointRow]):
    """What is chosen and typed saves itself; a signature is an act of its own."""

    code = "accuracy"
    entity = "point"
    read_by = frozenset({"point", "finding", "recommendation", "rating", "panel", "judgement", "person", "event"})
    list: LinedList
    view: PointView
    adding: Adding

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._numbers: dict[str, int] = {}  # what people call a point by, whatever stands above it in the list
        self.back = way_back("findings", self)
        self.counted = theme.role(plain_label(parent=self), "quiet")
        self.due = DueDay(self._workspace, self)
        self.came_back = PressButton(say("A returned draft"), self)
        self.add = PressButton(say("Add a point"), self)
        self.reply = theme.role(PressButton(say("Reply document…"), self), "")
        self.work = JobLine(shared.jobs, say("Writing the reply"), self)
        self.nothing = Empty(self, *words.NOTHING)
        self.identifies = IdentifyingList(self._workspace, self)
        self.list = LinedList(say("Points"), self)
        self.view = PointView(door_into(self._workspace), self)
        self.adding = Adding(self._workspace, self)
        self._lay_out()
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        self._heading = theme.role(plain_label(self.title, self), "title")
        self._head = head = Flow(self.back, self._heading, self.counted, self.due)
        head.add_gap()
        self.body = BesideList(self.list, self.view, self.adding, back=say("Points"), on=say("This point"))
        for button in (self.body.turn, self.came_back, self.add, self.reply):
            head.addWidget(button)
        beside.lay_out(self, head, (self.identifies, self.nothing), self.body, self.work)
        hand_on(self, self.add)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.want_page("findings"))
        self.came_back.clicked.connect(lambda: self.want_page("returned"))
        self.add.clicked.connect(self.begin)
        self.adding.made.connect(self._make)
        self.adding.left.connect(self._leave_adding)
        self.reply.clicked.connect(self._ask_reply)
        self.body.turned.connect(self._on_turned)
        self.list.currentRowChanged.connect(self._choose)
        self.view.failed.connect(self.failed)
        self.view.sign.clicked.connect(self._sign)
        self.view.delete.clicked.connect(self._delete)
        self.view.text.clicked.connect(self._go_to_text)
        self.view.before.clicked.connect(lambda: self._step(-1))
        self.view.next.clicked.connect(lambda: self._step(1))

    # what every page can do

    def flush(self) -> bool:
        """Write what is typed. False when some of it could not be; it stays in its box."""
        written = [super().flush(), self.due.flush()]
        return all(written)

    def arrive(self, at: Destination) -> None:
        """Show a point."""
        if isinstance(at, Item):
            self._show_one(at.id)

    def follow(self, at: Destination) -> None:
        """Be on the point that one comes from."""
        if isinstance(at, Item) and at.entity == "point":
            self.arrive(at)

    def _show_one(self, point: str) -> None:
        super()._show_one(point)
        self.body.show_parts(True)
        self._on_turned(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the list and the point need the room of the head."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        super()._make_room()
        some = bool(self._rows)
        low = layout_of(self.window().size()).down is Down.LOW
        self._heading.show()
        self.came_back.setHidden(low and self._adding)
        self.reply.setVisible(some and not (low and self._adding))
        self.counted.setVisible(some)
        self._keep_on_one_line(self.counted, self.came_back, self._heading)

    def _keep_on_one_line(self, *parts: QWidget) -> None:
        """What the head has no room for on one line goes, the first first: what one does stays where it is looked for."""
        layout = self.layout()
        sides = layout.contentsMargins() if layout else QMargins()
        for part in parts:
            self._head.invalidate()  # Qt says only later that the one before went
            if self._head.sizeHint().width() > self.width() - sides.left() - sides.right():
                part.hide()

    def _on_turned(self, to_parts: bool) -> None:
        if to_parts and self._rows:
            self.view.enter()

    # showing

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale, rows = False, accuracy.rows(self._workspace)
        self.due.read(len(rows))
        self._numbers = {row.id: number for number, row in enumerate(rows, start=1)}
        self._rows = sorted(rows, key=words.place_of_kind)
        self._fill_list()
        self.counted.setText(words.counted(self._rows) if self._rows else "")
        theme.role(self.reply, "primary" if all(row.signed_off for row in rows) else "")
        self._make_room()
        self._show_here()

    def _fill_list(self) -> None:
        ids = [row.id for row in self._rows]
        at = ids.index(self._in_hand) if self._in_hand in ids else min(max(0, self.list.currentRow()), len(ids) - 1)
        self.list.blockSignals(True)
        have_rows(self.list, len(ids))
        head = ""
        for place, row in enumerate(self._rows):
            number, line = self._numbers[row.id], _line(self._numbers[row.id], row)
            shown = line if line.head != head else line._replace(head="")
            self.list.show_line(self.list.item(place), words.line(number, row), shown)
            head = line.head
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)

    def _show_row(self, row: PointRow) -> None:
        written = self._workspace.history("point", row.id, "reason")
        read, effect = accuracy.as_read(self._workspace, row)
        section = point_places.section(self._workspace, row)
        self.view.show_point(self._numbers[row.id], read, section, effect, written[0].at if written else "")
        self.view.show_signing(row, self._workspace.team(), self._workspace.me)
        self.view.delete.setVisible(standing.is_recorder(self._workspace, self.entity, row.id))
        entity, text = row.entity
        self.view.show_behind(supporting.behind(self._workspace, text, row.quoted) if entity else ())
        self.view.reply.counted.setText(words.decided(self._rows))
        self._say_ways()

    def _step(self, by: int) -> None:
        self.list.setCurrentRow(self.list.currentRow() + by)

    def _say_ways(self) -> None:
        """To the first and the last one goes no further."""
        at, last = self.list.currentRow(), len(self._rows) - 1
        for button, goes in ((self.view.before, at > 0), (self.view.next, at < last)):
            if not goes and button.hasFocus():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(goes)

    # acting

    def _make(self, said: str, about: str) -> None:
        self._made(lambda: accuracy.add(self._workspace, said, about=about))

    def _sign(self) -> None:
        one = self.here if self.flush() else None
        self._read_anew()  # what was typed just now is part of what is signed
        if self.here is None or one is None:
            return
        if said := words.missing(self.here):
            tell(self, say("It is not signed off. {why}", why=said))
        elif self._try(lambda: accuracy.sign(self._workspace, one.id)):
            tell(self, say("Signed off."), self.undo_of(self.entity, one.id))

    def _delete(self) -> None:
        one = self.here if self.flush() else None
        if one is not None and self._try(lambda: accuracy.delete(self._workspace, one.id)):
            tell(self, say("Deleted: {what}", what=words.short(one.said)), self.undo_of(self.entity, one.id))
            self._after_delete(one.id)

    def _go_to_text(self) -> None:
        one = self.here
        if one is not None and one.entity[1]:
            entity, text = one.entity
            self.want_page("findings", Item(entity, text))

    # the reply

    def _ask_reply(self) -> None:
        if not self.flush() or not self._try(lambda: accuracy.refuse_open(self._workspace)):
            return
        self.identifies.show_these(accuracy.identifying_in(self._workspace))
        if self.identifies.stands_in_the_way():
            return
        named = say("Reply on factual accuracy, {service}", service=self._workspace.rated_from().service)
        path = ask.save_file(self, say("Save the reply"), _KINDS, ask.in_documents(f"{named}.docx"))
        if path is None:
            return

        def work(ticket: Ticket) -> None:
            ending = reports.ending_of(path, accuracy.ENDINGS)
            made = accuracy.reply(self._workspace, datetime.now().astimezone(), ending, ticket)
            reports.save(made, path, self._workspace.laptop, known=accuracy.ENDINGS)

        done = saved.open_to_all(path)
        self.work.run(say("Writing the reply"), work, done=lambda _: tell(self, done))


def _line(number: int, row: PointRow) -> Line:
    shape, colour = sign(row)
    return Line(str(number), words.state(row), words.kind(row), sign=shape, colour=colour, beside=words.short(row.said))
