"""One prompt on every case: who answered what, and what they wrote, to see whether everybody means the same."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
)

from inspector_app.core.domain.cases.second_marking import WHO_SEES, place_of
from inspector_app.core.domain.rows import JUDGEMENT
from inspector_app.core.services.cases import compare
from inspector_app.core.services.cases.compare import Asked, OnCase
from inspector_app.core.words import later, say
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.way_back import point, way, way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.filter_segments import FilterSegments
from inspector_app.ui.controls.flow import Flow, beside
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Across, Down, layout_of
from inspector_app.ui.page import CaseAt, Destination, Page, Shared
from inspector_app.ui.places.cases.compare_model import ROW, CompareColumn, CompareFilter, CompareTable, Filter
from inspector_app.ui.places.cases.compare_side import CompareSide
from inspector_app.ui.places.cases.compare_view import CompareView

_KINDS = frozenset({"judgement", "prompt", "second_judgement", "second_prompt", "case", "person", *WHO_SEES})
_NOTHING = (
    later("Nothing to compare yet"),
    later("Answers can be compared once cases have been judged."),
)
_BESIDE = 320  # px at 100%: beside the table


@dataclass(frozen=True, slots=True)
class ComparePlace:
    """Where somebody was on this page."""

    question: str
    prompt: str | None
    case: str
    only: Filter


class ComparePage(Page):
    """Shows one prompt on every case, and asks for the case to go to there."""

    code = "compare"
    offers = ("next-prompt", "previous-prompt", "open-there")

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace = shared.workspace
        self._asked = compare.asked(workspace)
        self._at = 0
        self.back = way_back("cases", self)
        self.back.clicked.connect(lambda: self.want_page("cases"))
        self.table = CompareTable(self)
        self.shown = CompareFilter(self.table, workspace.me, self)
        self.head = theme.role(plain_label(), "title")
        self.only = DropDown()
        self.view = CompareView(self.shown)
        self.side = CompareSide(self)
        self._nothing = Empty(self, *_NOTHING)
        self._lay_out()
        for code in self.offers:
            actions.make(self, code, partial(self.do, code), here=True)
        self._read()

    def _lay_out(self) -> None:
        for only in Filter:
            self.only.addItem(only.value, only)
        self.only.setAccessibleName("Show which cases")
        self.only.currentIndexChanged.connect(self._filter)
        self.filters = FilterSegments(self.only, self)
        self.view.selectionModel().currentRowChanged.connect(self._show_note)
        self.side.wanted.connect(self.do)
        self.side.comment_wanted.connect(lambda: self._open_there(commenting=True))
        self.side.setFixedWidth(theme.px(_BESIDE))
        self.view.doubleClicked.connect(lambda: self.do("open-there"))
        head = Flow(self.back, self.head)
        head.add_gap()
        head.addWidget(self.filters)
        for code, words in (("previous-prompt", say("Previous")), ("next-prompt", say("Next"))):
            head.addWidget(self._button(code, words))
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(theme.GRID))
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        across = QHBoxLayout()
        across.setSpacing(theme.px(sizes.APART))
        across.addWidget(self.view, 1)
        across.addWidget(self.side)
        layout.addLayout(across, 1)
        hand_on(self, self.view)

    def _button(self, code: str, words: str) -> QPushButton:
        button, command = way(self), actions.command(code)
        point(button, words, back=code == "previous-prompt")
        button.setObjectName(code)
        call(button, command.text)
        button.setToolTip(f"{command.tip} ({actions.keys(code)})")
        button.clicked.connect(lambda: self.do(code))
        return beside(button) if code == "next-prompt" else button

    # what every page can do

    def refresh(self, touched: Touched) -> None:
        """Show what changed of this prompt."""
        if any(self._concerns(entity, entity_id) for entity, entity_id in touched):
            self._read()

    def place(self) -> ComparePlace | None:
        """Where the person is: the prompt, the case and the filter; None where nothing is asked of cases."""
        if not self._asked:
            return None
        row = self._row()
        here = self._asked[self._at]
        return ComparePlace(here.question, here.prompt, row.case if row else "", self.only.currentData())

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, ComparePlace):
            self.only.setCurrentIndex(max(0, self.only.findData(place.only)))
            self.show_prompt(place.question, place.prompt)
            self._select(place.case)

    def arrive(self, at: Destination) -> None:
        """Show a prompt, or a key question's own judgement, on every case (CaseAt: whichever case)."""
        if isinstance(at, CaseAt):
            self.show_prompt(at.question, None if at.prompt == JUDGEMENT else at.prompt)

    def show_prompt(self, question: str, prompt: str | None) -> None:
        """Show a prompt, or (None) a key question's own judgement, on every case; one that is asked of none is not shown."""
        places = [n for n, asked in enumerate(self._asked) if (asked.question, asked.prompt) == (question, prompt)]
        if places:
            self._at = places[0]
            self._read()

    def _open_there(self, *, commenting: bool = False) -> None:
        """The case of the row, at what is compared."""
        row, here = self._row(), self._asked[self._at]
        if row is not None:
            at = CaseAt(row.case, here.question, here.prompt or JUDGEMENT, commenting=commenting)
            self.case_wanted.emit(at)

    def do(self, code: str) -> None:
        """Go to another prompt, or open the selected case there (one of `offers`)."""
        if code == "open-there":
            self._open_there()
            return
        at = self._at + (1 if code == "next-prompt" else -1)
        if 0 <= at < len(self._asked):
            row = self._row()
            self._at = at
            self._read()
            self._select(row.case if row else "")

    # showing

    def _concerns(self, entity: str, entity_id: str) -> bool:
        if entity not in _KINDS or not self._asked:
            return False
        here = self._asked[self._at]
        item = f"{here.question}/{here.prompt}" if here.prompt else here.question
        return "/" not in entity_id or place_of(entity_id).partition("/")[2] == item

    def _read(self) -> None:
        self.view.setVisible(bool(self._asked))
        self._make_room()
        self._nothing.setVisible(not self._asked)
        if not self._asked:
            self.head.setText(self.title)
            return
        here = self._asked[self._at]
        self.head.setText(f"{_name(here)} on every case")
        self.table.set_rows(compare.on_cases(self._workspace, here))
        self.filters.set_numbers({only: self.shown.number(only) for only in Filter})
        self.side.show_prompt(here, self.table.rows)
        if not self.view.currentIndex().isValid():
            self.view.selectRow(0)
        self._show_note()

    def _show_note(self) -> None:
        self.side.show_case(self._row(), self.table.rows)

    def _filter(self) -> None:
        self.shown.choose(self.only.currentData())
        if not self.view.currentIndex().isValid():
            self.view.selectRow(0)
        self._show_note()

    def _row(self) -> OnCase | None:
        index: QModelIndex = self.view.currentIndex()
        found: OnCase | None = index.data(ROW) if index.isValid() else None
        return found

    def _select(self, case: str) -> None:
        place = next((n for n, row in enumerate(self.table.rows) if row.case == case), -1)
        index = self.shown.mapFromSource(self.table.index(place, 0))
        if index.isValid():
            self.view.setCurrentIndex(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the height of the window."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow window the table has all of it: the whole note is one key away, on the case."""
        window = self.window()
        across, down = layout_of(window.size())
        narrow = across is Across.NARROW
        self.side.setVisible(bool(self._asked) and not narrow)
        self.filters.set_joined(joined=not narrow)
        low = narrow and down is Down.LOW
        self.view.leave_out({CompareColumn.TYPE: narrow, CompareColumn.INSPECTOR: low})


def _name(asked: Asked) -> str:
    return f"{asked.question} {asked.prompt}" if asked.prompt else asked.question
