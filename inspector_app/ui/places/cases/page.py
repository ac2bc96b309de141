"""The cases of the inspection: who has which, how far each is, and the way into each."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from inspector_app.core.domain.cases.review import ACCEPTED
from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.ids import case_of
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import reviews
from inspector_app.core.words import count, later, say
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.flow import Flow, say_what_fits
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Across, layout_of
from inspector_app.ui.page import CaseAt, Destination, Known, Page, Shared, TheseCases
from inspector_app.ui.places.cases.acts import STAGES, CaseActs
from inspector_app.ui.places.cases.add_case import AddCase
from inspector_app.ui.places.cases.chosen import Chosen
from inspector_app.ui.places.cases.details import details_button
from inspector_app.ui.places.cases.filter import CaseFilter
from inspector_app.ui.places.cases.filters import CaseFilters
from inspector_app.ui.places.cases.menus import CaseMenus
from inspector_app.ui.places.cases.model import GROUP, ROW, CaseTable
from inspector_app.ui.places.cases.place import CasesPlace
from inspector_app.ui.places.cases.view import CaseView
from inspector_app.ui.words.case_list import may_be_name

_LOW = 480  # px at 100%
_BESIDE, _WIDE = (
    1080,
    1680,
)  # px at 100%: from these widths of the page the preview stands beside the list, and is wider
_PREVIEW, _WIDER, _LIST_MOST = 304, 400, 1200  # px at 100%
_READ = 600  # the panel in a wide window: beyond 1920 what is left stays free
_SOON = 60  # ms: who runs down the list reads no case on the way
# entities whose id begins with the case's
_NO_MATCH = (later("No case matches the filters"),)
_NO_CASES = (
    later("No cases yet"),
    later("Add the first with “Add a case”, or import the service’s list on Setting up."),
)
_OF_ALL = ("person", "totals")  # what every row may show otherwise
_OF_A_CASE = (
    "judgement",
    "prompt",
    "case",
    *WHO_SEES,
    "second_judgement",
    "second_prompt",
    "review",
    "comment",
)


class CasesPage(Page):
    """Lists the cases, and asks for the one to assess."""

    code = "cases"
    offers = ("add-case", "search", *STAGES, "take-back", "undo")

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace, self._me = shared.workspace, shared.workspace.me
        self._table = CaseTable(workspace.framework, self, me=self._me)
        self._shown = CaseFilter(self._table, self)
        self._head, self._summary = theme.role(plain_label(self.title), "title"), theme.role(plain_label(), "quiet")
        self.filters = CaseFilters(workspace, self._shown, self)
        self._search = self.filters.search
        self._add = draw(PressButton(actions.command("add-case").text), "add")
        self.details = details_button()
        self._row = AddCase(workspace.framework)
        self._row.hide()
        self._view = CaseView(self._shown, self._table)
        self._chosen = Chosen(self)
        self._acts = CaseActs(workspace, self._chosen, shared.flush)
        self.menus = CaseMenus(self._view, self._acts, self.filters.behind, self._show_chosen, self.want_page)
        self._more = self.menus.more
        self._showing = QTimer(self, singleShot=True, interval=_SOON)
        self._nothing = Empty(self)
        self._said: tuple[str, ...] = ()  # of the list as a whole
        self._answered: tuple[str, ...] = ()  # and where there is room
        self._lay_out()
        self._connect()
        self._show_rows(workspace.case_rows())

    def refresh(self, touched: Touched) -> None:
        """Show what changed of the cases touched."""
        ids = {case_of(entity_id) for entity, entity_id in touched if entity in _OF_A_CASE}
        of_all = any(entity in _OF_ALL for entity, _ in touched)
        if not ids and not of_all:
            return
        self.filters.follow()
        if (
            len(ids) == 1
            and not of_all
            and all(self._table.place_of(i) >= 0 for i in ids)
            and ("case", *ids) not in touched
        ):
            self._show_row(ids.pop())
            self._show_summary()
        else:
            self._show_rows(self._workspace.case_rows())

    def place(self) -> CasesPlace:
        """Where the person is: the case, those chosen and the filters."""
        return self.filters.place(self._current(), self._view.chosen())

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, CasesPlace):
            self.filters.take(place)
            self._show_summary()
            self._select(place.case)
            self._view.choose([row for case in place.chosen if (row := self._row_of(case)).isValid()])

    def add(self) -> None:
        """Open the row in which a case is added."""
        self._row.begin([(row.sample, row.ref) for row in self._table.rows], self._workspace.team(), self._me)
        self._row.show()
        self._make_room()

    def know(self, known: Known) -> None:
        """Mark the cases that there are open concerns about."""
        self._table.set_concerns(known.concern_cases)

    def arrive(self, at: Destination) -> None:
        """Show some cases (TheseCases) and no others, whatever was filtered before."""
        if isinstance(at, TheseCases):
            self.return_to(CasesPlace("", only=at.ids, which=at.words, asked_by=at.asked))
            self._select_first()
            self._view.setFocus()

    def follow(self, at: Destination) -> None:
        """Have the case chosen that one comes from: it may not be the one that was opened here."""
        if isinstance(at, CaseAt) and at.case not in self._view.chosen():
            self._select(at.case)

    def search(self) -> None:
        """Go to the search box."""
        self._search.setFocus()
        self._search.selectAll()

    def do(self, code: str) -> None:
        """Do what the palette asks for (one of `offers`)."""
        does = {"add-case": self.add, "search": self.search, "take-back": self._acts.take_back, "undo": self._acts.undo}
        does |= self._acts.by_key(self._now)
        does[code]()

    def _now(self) -> None:
        self._showing.stop()
        self._show_chosen()

    def undo(self, code: str) -> None:
        """Take back what was last done with chosen cases; what is typed in a box is the box's own."""
        if code == "undo":
            self._acts.undo()
        else:  # a key that does nothing says so
            self.failed.emit(Expected(Code.NOTHING_TO_REDO))

    def _lay_out(self) -> None:
        self._add.setToolTip(f"{actions.command('add-case').tip} ({actions.keys('add-case')})")
        layout = QVBoxLayout(self)
        frame(self, layout, foot=sizes.NEAR)  # at 768 a sample of 24 cases needs no scrolling
        layout.setSpacing(theme.px(1.5 * theme.GRID))
        self._line = head = Flow(self._head, self._summary)
        head.add_gap()
        for widget in (*self.filters.boxes, self.details, self._more, self._add):
            head.addWidget(widget)
        layout.addLayout(head)
        layout.addWidget(self._row)
        layout.addWidget(self._nothing, 1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(theme.px(2 * theme.GRID))
        self._body.addWidget(self._view, 1)
        self._body.addWidget(self._chosen)
        self._body.addStretch(0)
        layout.addLayout(self._body, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filtered)
        self._search.returnPressed.connect(self._enter_list)
        self._add.clicked.connect(self.add)
        self.details.toggled.connect(self._show_details)
        self.filters.only.clicked.connect(self._show_all)
        self._showing.timeout.connect(self._show_chosen)
        self._view.selectionModel().selectionChanged.connect(lambda *_: self._showing.start())
        self._chosen.opened.connect(self._choose)
        self._row.wanted.connect(self._add_case)
        self._row.left.connect(self._close_row)
        self._view.doubleClicked.connect(self._choose)
        actions.make(self._view, "open-case", self._choose, here=True)
        actions.make(self, "add-case", self.add, here=True)
        actions.make(self, "search", self.search, here=True)
        actions.make(self, "take-back", self._acts.take_back, here=True)
        for act, do in self._acts.by_key(self._now).items():
            actions.make(self, act, do, here=True)
        self._chosen.asking_changed.connect(self._make_room)
        self._acts.given.connect(lambda: self._select(self._current()))  # the next choice begins anew
        self._acts.done.connect(self._view.setFocus)  # from where Ctrl+Z takes it back; Qt went on to the search

    def _show_rows(self, rows: Sequence[CaseRow]) -> None:
        first = not self._table.rows
        self._table.set_rows(rows)
        self._show_stages()
        if first and rows:
            self._view.fit()
            self._select(rows[0].id)
        self._show_summary()

    def _show_row(self, case: str) -> None:
        self._table.set_row(self._workspace.case_row(case))
        self._table.set_stages({**self._table.stages, case: reviews.stage(self._workspace, case)})

    def _show_stages(self) -> None:
        self._table.set_stages(reviews.stages(self._workspace))

    def _show_summary(self) -> None:
        rows = self._table.rows
        items, gaps = sum(row.items for row in rows), sum(row.gaps for row in rows)
        accepted = sum(self._table.stage(row).stage == ACCEPTED for row in rows)
        shown = len(self._shown.cases())
        number = count(len(rows), "{n} case", "{n} cases")
        if shown != len(rows):
            number = say("{number} of {cases} shown", number=shown, cases=number)
        self._said = (number, say("{number} accepted", number=accepted))
        self._answered = (say("{number} of {of} answered", number=items - gaps, of=items),) if items else ()
        self.filters.count()
        self._showing.start()
        self._show_nothing()

    def _show_nothing(self) -> None:
        here = bool(self._table.rows)
        self._nothing.say(*(_NO_MATCH if here else _NO_CASES))
        some = self._shown.rowCount() > 0
        self._nothing.setVisible(not some)
        self._make_room()
        hand_on(self, self._view if some else self._add)  # the keys of the page work from wherever its focus is

    def _show_all(self) -> None:
        self.filters.show_all()
        self._show_summary()

    def _on_filtered(self) -> None:
        self._show_summary()
        if not self._view.currentIndex().isValid():
            self._select_first()

    def _enter_list(self) -> None:
        """Go from the search to what it found, and choose it where it is one case: Return then opens it."""
        self._view.setFocus()
        if len(self._shown.cases()) == 1 or not self._view.chosen():
            self._select_first()

    def _select_first(self) -> None:
        for first in self._shown.cases()[:1]:
            self._select(first.id)

    def _show_chosen(self) -> None:
        if self.isVisible():
            self._make_room()
            self._acts.show(self._view.chosen())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was done elsewhere, before anything is painted."""
        super().showEvent(event)
        self._showing.stop()
        self._show_chosen()

    def _current(self) -> str:
        index = self._view.currentIndex()
        return index.data(ROW).id if index.isValid() and index.data(GROUP) is None else ""

    def _select(self, case_id: str) -> None:
        row = self._row_of(case_id)
        if row.isValid():
            self._view.setCurrentIndex(row)

    def _row_of(self, case_id: str) -> QModelIndex:
        """Where the case stands in the list; invalid where a filter keeps it out, or it is not here."""
        place = self._table.place_of(case_id)
        return self._shown.mapFromSource(self._table.index(place, 0)) if place >= 0 else QModelIndex()

    def _choose(self, _index: QModelIndex | None = None) -> None:
        if self._current():
            self.want_case(self._current())

    def _add_case(self, ref: str, sample: str, kind: str, inspector: str) -> None:
        try:
            case_id = self._workspace.add_case(ref, sample, kind, inspector)
        except Expected as error:
            self._row.set_wrong(sentence(error))
            return
        self._show_rows(self._workspace.case_rows())
        self._select(case_id)
        if said := may_be_name(ref):
            tell(self, said)
        self.add()  # cases are added one after another

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the window."""
        super().resizeEvent(event)
        beside, wide, way = self._beside, self.width() >= theme.px(_WIDE), QBoxLayout.Direction
        self.details.setHidden(beside)
        if beside:
            self.details.setChecked(False)
        self._body.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._view.setMaximumWidth(theme.px(_LIST_MOST) if wide else sizes.ANY)
        self._chosen.set_beside(beside or self.details.isChecked())
        self._chosen.setMinimumWidth(theme.px(_WIDER if wide else _PREVIEW) if beside else 0)
        self._chosen.setMaximumWidth(theme.px(_READ if wide else _PREVIEW) if beside else sizes.ANY)
        self._make_room()

    @property
    def _beside(self) -> bool:
        return self.width() >= theme.px(_BESIDE)

    def _make_room(self) -> None:
        """In a low window the row in which a case is added takes the place of the rest, and the list that of the panel."""
        low = self.height() < theme.px(_LOW)
        squeezed = (self.details.isChecked() or not self._row.isHidden()) and low
        for widget in (self._head, self._more, self._add, self._search, self.filters.asked):
            widget.setHidden(squeezed)
        narrow = layout_of(self.window().size()).across is Across.NARROW
        self._summary.setHidden(low)  # the rows of the samples say as much
        self.filters.make_room(low=low, narrow=narrow)
        whole = (*self._said, *(() if narrow else self._answered))
        say_what_fits(self._summary, [" · ".join(said) for said in (whole, self._said, self._said[:1])], self._line)
        some, instead = self._shown.rowCount() > 0, self.details.isChecked()
        needed = len(self._view.chosen()) > 1 or self._chosen.asks or instead
        self._chosen.setVisible(some and (self._beside or needed or not low))
        self._view.setVisible(some and not instead)

    def _show_details(self, shown: bool) -> None:
        """The panel in the place of the list, or the list again."""
        self._chosen.set_beside(shown or self._beside)
        self._show_chosen()
        if not shown:
            self._view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the details to the list."""
        if event.key() == Qt.Key.Key_Escape and self.details.isChecked():
            self.details.setChecked(False)
        else:
            super().keyPressEvent(event)

    def _close_row(self) -> None:
        self._row.hide()
        self._make_room()
        (self._add if self._view.isHidden() else self._view).setFocus()
