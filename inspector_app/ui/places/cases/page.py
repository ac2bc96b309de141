"""The cases of the inspection: who has which, how far each is, and the way into each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.errors import Expected
from inspector_app.core.services import reviews
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.controls.stage_mark import StageCell
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import theme
from inspector_app.ui.page import Destination, Known, Page, Shared, TheseCases
from inspector_app.ui.places.cases.add_case import AddCase
from inspector_app.ui.places.cases.marks import Marks
from inspector_app.ui.places.cases.model import ROW, CaseFilter, CasesColumn, CaseTable
from inspector_app.ui.words.review import Shown

_LOW = 480  # px at 100%
_YIELD = (
    (CasesColumn.TYPE, 112),
    (CasesColumn.SAMPLE, 80),
)  # columns that make room for the others, and down to what width
# entities whose id begins with the case's
_OF_ALL = ("person", "totals")  # what every row may show otherwise
_OF_A_CASE = ("judgement", "prompt", "case", "second", "second_judgement", "second_prompt", "review", "comment")


@dataclass(frozen=True, slots=True)
class CasesPlace:
    """Where somebody was on this page."""

    case: str
    sample: str
    mine: bool
    text: str
    stage: str = ""
    only: tuple[str, ...] = ()
    which: str = ""


class CasesPage(Page):
    """Lists the cases, and asks for the one to assess."""

    code = "cases"
    offers = ("add-case", "search")

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace, self._me = shared.workspace, shared.workspace.me
        self._table = CaseTable(workspace.framework, self)
        self._shown = CaseFilter(self._table, self)
        self._head, self._summary = theme.role(QLabel(self.title), "title"), QLabel()
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName("Questions and prompts answered")
        self._sample, self._stage, self._search = DropDown(), DropDown(), QLineEdit()
        self._mine = QCheckBox("Only &mine")
        self._add = QPushButton(actions.command("add-case").text)
        self._profile = theme.role(QPushButton(actions.command("profile").text), "plain")
        self._paper = theme.role(QPushButton(actions.command("paper").text), "plain")
        self._only, self._which = PressButton(""), ""  # which cases alone are shown, and the way back to all
        self._only.setToolTip("Show all cases again")
        self._only.hide()
        self._row = AddCase(workspace.framework)
        self._row.hide()
        self._view = _table_view(self._shown)
        self._nothing = theme.role(QLabel(), "quiet")
        self._lay_out()
        self._connect()
        self._show_rows(workspace.case_rows())

    def refresh(self, touched: Touched) -> None:
        """Show what changed of the cases touched."""
        ids = {entity_id.split("/")[0] for entity, entity_id in touched if entity in _OF_A_CASE}
        of_all = any(entity in _OF_ALL for entity, _ in touched)
        if not ids and not of_all:
            return
        if (
            len(ids) == 1
            and not of_all
            and all(self._table.place_of(i) >= 0 for i in ids)
            and ("case", *ids) not in touched
        ):
            self._table.set_row(self._workspace.case_row(ids.pop()))
            self._show_stages()
            self._show_summary()
        else:
            self._show_rows(self._workspace.case_rows())

    def place(self) -> CasesPlace:
        """Where the person is: the case and the filters."""
        stage = self._stage.currentData()
        only = tuple(sorted(self._shown.only))
        mine, text = self._mine.isChecked(), self._search.text()
        return CasesPlace(
            case=self._current(),
            sample=self._sample.currentData(),
            mine=mine,
            text=text,
            stage=stage,
            only=only,
            which=self._which,
        )

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, CasesPlace):
            self._sample.setCurrentIndex(max(0, self._sample.findData(place.sample)))
            self._stage.setCurrentIndex(max(0, self._stage.findData(place.stage)))
            self._mine.setChecked(place.mine)
            self._search.setText(place.text)
            self._show_only(place.only, place.which)
            self._select(place.case)

    def add(self) -> None:
        """Open the row in which a case is added."""
        self._row.begin([row.ref for row in self._table.rows], self._workspace.team(), self._me)
        self._row.show()
        self._make_room()

    def know(self, known: Known) -> None:
        """Mark the cases that there are open concerns about."""
        self._table.set_concerns(known.concern_cases)

    def arrive(self, at: Destination) -> None:
        """Show some cases (TheseCases) and no others, whatever was filtered before."""
        if isinstance(at, TheseCases):
            self.return_to(CasesPlace("", "", mine=False, text="", only=at.ids, which=at.words))
            self._view.selectRow(0)
            self._view.setFocus()

    def _show_only(self, cases: Sequence[str], words: str) -> None:
        self._which = words
        self._only.setText(f"✕  {words}")
        self._only.setAccessibleName(say("Shown are {cases}: show all again", cases=words))
        self._only.setVisible(bool(cases))
        self._shown.choose_only(frozenset(cases))
        self._show_nothing()

    def search(self) -> None:
        """Go to the search box."""
        self._search.setFocus()
        self._search.selectAll()

    def do(self, code: str) -> None:
        """Do what the palette asks for (one of `offers`)."""
        (self.add if code == "add-case" else self.search)()

    def _lay_out(self) -> None:
        self._sample.addItem("All samples", "")
        for sample in self._workspace.framework.samples:
            self._sample.addItem(sample.title, sample.code)
        self._sample.setAccessibleName("Show which sample")
        self._stage.addItem("All stages", "")
        for shown in Shown:
            self._stage.addItem(shown.words.capitalize(), shown.value)
        self._stage.setAccessibleName("Show which stage of review")
        self._search.setAccessibleName("Search the cases")
        self._search.setPlaceholderText(f"Search ({actions.keys('search')})")
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(theme.px(260))
        self._add.setToolTip(f"{actions.command('add-case').tip} ({actions.keys('add-case')})")
        self._profile.setToolTip(f"{actions.command('profile').tip} ({actions.keys('profile')})")
        self._paper.setToolTip(f"{actions.command('paper').tip} ({actions.keys('paper')})")
        self._progress.setFixedWidth(theme.px(160))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(3 * theme.GRID),) * 4)
        layout.setSpacing(theme.px(2 * theme.GRID))
        head = Flow(self._head)
        head.add_gap()
        filters = Flow(self._only, self._sample, self._stage, self._mine, self._search)
        filters.add_gap()
        for widget in (self._summary, self._progress):
            head.addWidget(widget)
        for button in (self._profile, self._paper, self._add):
            filters.addWidget(button)
        layout.addLayout(head)
        layout.addLayout(filters)
        layout.addWidget(self._row)
        layout.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._view, 1)

    def _connect(self) -> None:
        chosen = (self._sample.currentIndexChanged, self._stage.currentIndexChanged)
        for signal in (*chosen, self._mine.toggled, self._search.textChanged):
            signal.connect(self._filter)
        self._search.returnPressed.connect(self._view.setFocus)
        self._add.clicked.connect(self.add)
        self._only.clicked.connect(lambda: self._show_only((), ""))
        self._paper.clicked.connect(lambda: self.want_page("paper"))
        self._profile.clicked.connect(lambda: self.want_page("profile"))
        self._row.wanted.connect(self._add_case)
        self._row.left.connect(self._close_row)
        self._view.doubleClicked.connect(self._choose)
        actions.make(self._view, "open-case", self._choose, here=True)
        actions.make(self, "add-case", self.add, here=True)
        actions.make(self, "search", self.search, here=True)

    def _show_rows(self, rows: Sequence[CaseRow]) -> None:
        first = not self._table.rows
        self._table.set_rows(rows)
        self._show_stages()
        if first and rows:
            _fit(self._view)
            self._select(rows[0].id)
        self._show_summary()

    def _show_stages(self) -> None:

        self._table.set_stages(reviews.stages(self._workspace))

    def _show_summary(self) -> None:
        rows = self._table.rows
        counts = [(s, sum(r.sample == s.code for r in rows)) for s in self._workspace.framework.samples]
        items, gaps = sum(row.items for row in rows), sum(row.gaps for row in rows)
        parts = [f"{count} {s.singular if count == 1 else s.title.lower()}" for s, count in counts] + (
            [say("{number} of {of} answered", number=items - gaps, of=items)] if items else []
        )
        self._summary.setText(" · ".join(parts))
        self._progress.setRange(0, max(1, items))
        self._progress.setValue(items - gaps)
        self._show_nothing()

    def _show_nothing(self) -> None:
        here = bool(self._table.rows)
        self._nothing.setText(
            "No case matches the filters." if here else "No cases yet. Add the first with “Add a case”."
        )
        some = self._shown.rowCount() > 0
        self._nothing.setVisible(not some)
        self._view.setVisible(some)
        hand_on(self, self._view if some else self._add)  # the keys of the page work from wherever its focus is

    def _filter(self) -> None:
        mine = self._me if self._mine.isChecked() else ""
        self._shown.choose(self._sample.currentData(), mine, self._search.text(), self._stage.currentData())
        self._show_nothing()
        if not self._view.currentIndex().isValid():
            self._view.selectRow(0)

    def _current(self) -> str:
        index = self._view.currentIndex()
        return index.data(ROW).id if index.isValid() else ""

    def _select(self, case_id: str) -> None:
        place = self._table.place_of(case_id)
        if place >= 0:
            index = self._shown.mapFromSource(self._table.index(place, 0))
            self._view.setCurrentIndex(index)

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
        self.add()  # cases are added one after another

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the height of the window."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a low window the rest gives way to the row in which a case is added."""
        squeezed = not self._row.isHidden() and self.height() < theme.px(_LOW)
        heads = (self._head, self._summary, self._progress, self._profile, self._paper, self._add)
        for widget in (*heads, self._sample, self._stage, self._mine, self._search):
            widget.setHidden(squeezed)

    def _close_row(self) -> None:
        self._row.hide()
        self._make_room()
        self._view.setFocus()


class _View(QTableView):
    """Its columns share what width it has."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        _fit(self)


def _table_view(model: CaseFilter) -> QTableView:
    view = _View()
    view.setModel(model)
    view.setAccessibleName("Cases")
    view.setItemDelegateForColumn(CasesColumn.QUESTIONS, Marks(view))
    view.setItemDelegateForColumn(CasesColumn.STAGE, StageCell(view))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setShowGrid(False)
    view.setWordWrap(False)  # what a narrow column cuts off is in its tip
    view.setMinimumHeight(1)  # in a low window the row above it needs the room
    view.setSortingEnabled(True)
    view.sortByColumn(CasesColumn.REF, Qt.SortOrder.AscendingOrder)
    view.setTabKeyNavigation(False)  # Tab leaves the table
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.horizontalHeader().setHighlightSections(False)
    return view


def _fit(view: QTableView) -> None:
    """Every column as wide as what is in it; the room that is left goes to the type, which also gives way first."""
    header = view.horizontalHeader()
    view.verticalHeader().setDefaultSectionSize(theme.px(36))
    header.setSectionResizeMode(CasesColumn.TYPE, QHeaderView.ResizeMode.Interactive)
    view.resizeColumnsToContents()
    over = header.length() - view.viewport().width()
    if over < 0:
        header.setSectionResizeMode(CasesColumn.TYPE, QHeaderView.ResizeMode.Stretch)
    for column, least in _YIELD:
        if over > 0:
            width = min(header.sectionSize(column), max(theme.px(least), header.sectionSize(column) - over))
            over -= header.sectionSize(column) - width
            header.resizeSection(column, width)
