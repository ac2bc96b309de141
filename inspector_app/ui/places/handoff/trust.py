"""Whose cards to trust: who waits for a yes of this laptop's person, whom they know, and the lost laptop."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.trust import How, Standing
from inspector_app.core.services.handoffs import LedgerRow, lost
from inspector_app.core.services.handoffs.lost import Lost
from inspector_app.core.services.people import membership
from inspector_app.core.services.people.membership import Introduction
from inspector_app.core.words import count, later, say
from inspector_app.ui import ask
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import stops_in, tab_through
from inspector_app.ui.controls.lists.lined import Line, LinedList
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import Known, Page, Shared
from inspector_app.ui.places.handoff.introduction_view import IntroductionView
from inspector_app.ui.places.handoff.member_view import LostView, MemberView
from inspector_app.ui.words.handoffs import cards as words

_READ_BY = frozenset({"person", "case"})
_KNOWN = (Standing.ACCEPTED, Standing.CHANGED, Standing.WITHDRAWN)
_TEXTS = later("Text (*.txt)")
_WIDE = 288  # px at 100%, of the list

Row = Introduction | LedgerRow


class TrustPage(Page):
    """Lists people, those with something to decide first, and shows the one chosen."""

    code = "trust"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._rows: list[Row] = []
        self._ledger: Sequence[LedgerRow] = ()
        self.back = way_back("handoff", self)
        self.list = LinedList(say("People and their cards"), self)
        self._to_decide = theme.role(plain_label("", self), "quiet")
        self.nothing = Empty(self)
        self.line = JobLine(shared.jobs, say("Deciding on a card"), self)
        self.view: QWidget | None = None
        self._scroll = Reading(self)
        self._lay_out()
        self.back.clicked.connect(lambda: self.want_page("handoff"))
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self._read()
        shared.read_ledger()

    # what the window says

    def refresh(self, touched: Touched) -> None:
        """Show who waits now."""
        if any(entity in _READ_BY for entity, _ in touched):
            self._read()

    def know(self, known: Known) -> None:
        """Show whom this laptop knows."""
        if list(known.ledger) != list(self._ledger):
            self._ledger = known.ledger
            self._read()

    def place(self) -> object:
        """Who is shown."""
        return _name(self._rows[self.list.currentRow()]) if self.list.currentRow() >= 0 else None

    def return_to(self, place: object) -> None:
        """Show them again."""
        names = [_name(row) for row in self._rows]
        if place in names:
            self.list.setCurrentRow(names.index(place))
            self._body.show_parts(True)

    # showing

    def _lay_out(self) -> None:
        self.nothing.say(
            say("Nobody waits, and nobody else has a card here"),
            say(
                "Add the cards of colleagues on the Hand-off page. Anybody whom a package introduces is listed "
                "here, and counts once you accept them."
            ),
        )
        self._scroll.setAccessibleName(say("The card in view"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._body = BesideList(self.list, self._scroll, back=say("People"), on=say("This person"), width=_WIDE)
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"), self._to_decide)
        head.add_gap()
        head.addWidget(self._body.turn)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addLayout(head)
        layout.addWidget(self.nothing)
        layout.addWidget(self._body, 1)
        layout.addWidget(self.line)
        layout.addStretch(0)

    def _read(self) -> None:
        """Read who waits. Whoever is shown stays in view, or the first comes."""
        if isinstance(self.view, LostView):
            return  # what the lead is deciding, or the text for the report, stays until they leave it
        waiting = membership.introductions(self._workspace)
        shown = {row.key for row in waiting}
        known = [row for row in self._ledger if row.standing in _KNOWN and row.key and row.key not in shown]
        rows: list[Row] = [*waiting, *known]
        if rows == self._rows and self.view is not None:
            return
        self._to_decide.setText(_to_decide(sum(not row.left_out for row in waiting)))
        before, self._rows = self.place(), rows
        names = [_name(row) for row in rows]
        self.list.blockSignals(True)
        self.list.clear()
        for place, row in enumerate(rows):
            first = place == 0 or isinstance(row, Introduction) != isinstance(rows[place - 1], Introduction)
            self.list.add(_words(row), _line(row, first=first))
        self.list.setCurrentRow(names.index(before) if before in names else 0 if rows else -1)
        self.list.blockSignals(False)
        self._show()

    def _show(self) -> None:
        row = self._rows[self.list.currentRow()] if self.list.currentRow() >= 0 else None
        self.nothing.setVisible(row is None)
        self.list.setVisible(row is not None)
        self._scroll.setVisible(row is not None)
        if isinstance(row, Introduction):
            self._put(self._introduction(row))
        elif row is not None:
            self._put(self._member(row))
        hand_on(self, self.back if row is None else self.list)

    def _put(self, view: QWidget) -> None:
        page = theme.role(QWidget(), "page")
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        layout.addStretch(1)
        self.view = view
        self._scroll.setWidget(page)
        tab_through([self.back, self.list, self._scroll, *stops_in(view)])

    def _introduction(self, row: Introduction) -> IntroductionView:
        view = IntroductionView(row, membership.would_get(self._workspace), self)
        view.accepted.connect(self._accept)
        view.left_out.connect(self._leave_out)
        view.fit(self._scroll.viewport().width())
        return view

    def _member(self, row: LedgerRow) -> MemberView:
        leads = self._workspace.laptop.trusted(WorkspaceId(self._workspace.id)).lead == self._workspace.me
        view = MemberView(row, self, lead=leads)
        view.lost.connect(self._look_at_lost)
        view.counts_again.connect(self._let_count)
        return view

    # deciding

    def _accept(self, row: Introduction, how: How) -> None:
        self._decide(lambda: membership.accept(self._workspace, row, how), words.accepted(row))

    def _leave_out(self, row: Introduction) -> None:
        self._decide(lambda: membership.leave_out(self._workspace, row), words.left(row))

    def _let_count(self, person: str) -> None:
        self._decide(lambda: membership.admit(self._workspace, person), say("The card counts again."))

    def _decide(self, work: Callable[[], None], said: str) -> None:
        if self._shared.flush():
            self.line.run(say("Writing it down"), lambda _: work(), lambda _: self._decided(said))

    def _decided(self, said: str) -> None:
        self.line.say(said)
        self._read()
        self._shared.read_ledger()
        self._to_list()

    # the lost laptop

    def _look_at_lost(self, person: str) -> None:
        self.line.run(say("Looking"), lambda _: lost.laptop_of(self._workspace, person), self._show_lost)

    def _show_lost(self, found: Lost) -> None:
        view = LostView(found, self)
        view.confirmed.connect(self._withdraw)
        view.left.connect(self._leave_lost)
        view.save_wanted.connect(self._save)
        self._put(view)
        view.leave.setFocus()

    def _withdraw(self, found: Lost) -> None:
        view = self.view
        if not isinstance(view, LostView) or not self._shared.flush():
            return

        def done(_: None) -> None:
            view.show_done()
            self._shared.read_ledger()

        workspace = self._workspace
        self.line.run(say("Withdrawing"), lambda _: membership.withdraw(workspace, found.person, leaves=False), done)

    def _leave_lost(self) -> None:
        self.view = None
        self._read()
        self._to_list()

    def _to_list(self) -> None:
        self._body.show_parts(False)
        self.setFocus()

    def _save(self, text: str) -> None:
        path = ask.save_file(self, say("Save the text"), str(_TEXTS), ask.in_documents(say("Incident report.txt")))
        if path is not None:
            laptop = self._workspace.laptop
            self.line.run(
                say("Writing"),
                lambda _: lost.write_report(laptop, path, text),
                lambda _: self.line.say(say("The text: {path}", path=path)),
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the list, then to the hand-off page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif isinstance(self.view, LostView):
            self._leave_lost()
        elif self.list.hasFocus() or self.back.hasFocus():
            self.want_page("handoff")
        else:
            self._to_list()


def _to_decide(number: int) -> str:
    return count(number, "{n} to decide", "{n} to decide") if number else say("nobody waits")


def _name(row: Row) -> str:
    return f"waits {row.key}" if isinstance(row, Introduction) else f"known {row.person}"


def _words(row: Row) -> str:
    return words.in_list(row) if isinstance(row, Introduction) else words.known_in_list(row)


def _line(row: Row, *, first: bool) -> Line:
    """As it is shown; the `first` of those who wait and of those who are known begins a group."""
    c = theme.colours()
    if isinstance(row, Introduction):
        sign, colour = ("warning", c.warn) if row.changed else ("person", c.accent)
        head = say("To decide") if first else ""
        return Line(row.card.name, words.waits_in_list(row), head, sign=sign, colour=colour)
    sign, colour = ("saved", c.yes) if row.standing is Standing.ACCEPTED else ("warning", c.warn)
    head = say("As you know them") if first else ""
    return Line(row.name, words.stands_in_list(row), head, sign=sign, colour=colour)
