"""Every case by its key questions (what the field calls a traffic-light table), and the prompts of the one chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inspector_app.core.domain import by_question as grouping
from inspector_app.core.domain.by_question import Order
from inspector_app.core.domain.cases.case_facts import CHARACTERISTICS
from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.rows import JUDGEMENT
from inspector_app.core.services.results import by_question
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.way_back import point, way, way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.lists.case_answers import CaseAnswer
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Across, layout_of
from inspector_app.ui.page import CaseAt, Destination, FollowingPage, Shared
from inspector_app.ui.places.cases.questions.model import QuestionTable
from inspector_app.ui.places.cases.questions.paint import Legend
from inspector_app.ui.places.cases.questions.side import QuestionSide
from inspector_app.ui.places.cases.questions.table import QuestionView
from inspector_app.ui.words import by_question as words
from inspector_app.ui.words import framework as framework_words

_BESIDE = {Across.NARROW: 288, Across.USUAL: 384, Across.WIDE: 480}  # px at 100%: how wide what stands beside is
_BOTH = 800  # px at 100%: narrower pages show the table or what stands beside it


@dataclass(frozen=True, slots=True)
class QuestionsPlace:
    """Where somebody was: on which case, key question and prompt, and how the cases were grouped and ordered."""

    case: str
    question: str
    prompt: str
    by: str
    order: Order


class QuestionsPage(FollowingPage):
    """Changes nothing: it leads to the cases."""

    code = "questions"
    read_by = frozenset({"judgement", "prompt", "case", "person", "totals", *WHO_SEES})

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._in_side = False
        self.table = QuestionTable(self)
        self.table.me = shared.workspace.me
        self.back = way_back("cases", self)
        self.back.clicked.connect(lambda: self.want_page("cases"))
        self.view = QuestionView(self.table, self)
        self.side = QuestionSide(self)
        self.by, self.order = DropDown(self), DropDown(self)
        self.said = theme.role(plain_label(parent=self), "small")
        self.turn = way(self)
        self._legend = Legend(shared.workspace.framework, self)
        self.title = framework_words.by_asked(shared.workspace.framework)
        self._nothing = Empty(self, say("No cases yet"), say("Each case appears here once it is in the list of cases."))
        self._fill_boxes()
        self._lay_out()
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.side.case_asked.connect(lambda case: self._open(case, self.view.question))
        self.turn.clicked.connect(lambda: self._turn(not self._in_side))
        self._read()
        hand_on(self, self.view)

    def _fill_boxes(self) -> None:
        self.by.setAccessibleName(say("Group the cases"))
        self.by.addItem(say("Not grouped"), "")
        self.by.addItem(say("Grouped by inspector"), grouping.INSPECTOR)
        for field in CHARACTERISTICS:
            self.by.addItem(say("Grouped by: {field}", field=field.title), field.code)
        self.order.setAccessibleName(say("Order of the cases"))
        for order, said in words.ORDERS:
            self.order.addItem(said.say(), order)
        for box in (self.by, self.order):
            theme.role(box, "chip")
            box.currentIndexChanged.connect(self._group)

    def _lay_out(self) -> None:
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"), self.said)
        head.add_gap()
        for widget in (self._legend, self.by, self.order, self.turn):
            head.addWidget(widget)
        across = QHBoxLayout()
        across.setSpacing(theme.px(sizes.APART))
        across.addWidget(self.view, 1)
        across.addWidget(self.side)
        layout = self._layout = QVBoxLayout(self)
        frame(self, layout, foot=sizes.NEAR)
        layout.addLayout(head)
        layout.addWidget(self._nothing)
        layout.addLayout(across, 1)

    # what every page can do

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the table or what stands beside it has all of it."""
        super().resizeEvent(event)
        self._make_room()

    def place(self) -> QuestionsPlace:
        """Where the person is."""
        return QuestionsPlace(
            case=self.view.case(),
            question=self.view.question,
            prompt=self.side.prompt,
            by=self.by.currentData(),
            order=self.order.currentData(),
        )

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, QuestionsPlace):
            self.by.setCurrentIndex(max(0, self.by.findData(place.by)))
            self.order.setCurrentIndex(max(0, self.order.findData(place.order)))
            self.view.go_to(place.case, place.question)
            self._show_question(place.prompt)

    @property
    def at(self) -> CaseAt | None:
        """The case and key question one is on, and the prompt beside them."""
        case, question = self.view.case(), self.view.question
        return CaseAt(case, question, self.side.prompt or JUDGEMENT) if case and question else None

    def follow(self, at: Destination) -> None:
        """Be on the case and key question that one comes from, as far as they are here; a case in no row moves nobody."""
        if isinstance(at, CaseAt) and self.table.row_of(at.case) >= 0:
            self.view.go_to(at.case, at.question)
            self._show_question("" if at.prompt == JUDGEMENT else at.prompt)

    # showing

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self._sheet = by_question.read_sheet(self._workspace)
        of = self._sheet.inspection
        self.said.setText(words.cases(len(of.cases), self._sheet.left_out, len(of.totals)))
        self._group()

    def _group(self) -> None:
        case, question = self.view.case(), self.view.question
        by, order = self.by.currentData(), self.order.currentData()
        self.table.set_groups(
            by_question.grouped(self._workspace, self._sheet, by, order, question), self._sheet.contested
        )
        self._nothing.setVisible(not self.table.rows)
        self._make_room()
        with QSignalBlocker(self.view):  # what is chosen is shown now, once
            self.view.go_to(case, question)
        self._show_question(self.side.prompt)

    def _choose(self) -> None:
        if self.order.currentData() is Order.NO_HERE:
            QTimer.singleShot(0, self, self._group)  # the table is still at the change of its column
        else:
            self._show_question()

    def _show_question(self, prompt: str = "") -> None:
        question = self.view.question
        if not question or question not in self.table.questions:
            return
        asked = by_question.asked(self._workspace, self._sheet, question)
        lines = [row.line for row in self.table.rows if row.line and question in row.group.questions]
        cases = [CaseAnswer(line.case.id, line.case.ref, None, (line.case.id, question) in self._sheet.contested)
                 for line in lines]  # fmt: skip
        self.side.show_question(asked, cases, prompt)

    def _open(self, case: str, question: str) -> None:
        prompt = self.side.prompt if question == self.view.question else ""
        self.want_case(case, question, prompt or (JUDGEMENT if question else ""))

    # room

    def _make_room(self) -> None:
        window = layout_of(self.window().size())
        self._layout.setSpacing(theme.px(sizes.CLOSE if window.short else sizes.NEAR))
        self._legend.setVisible(not window.short)
        both = self.width() >= theme.px(_BOTH)
        self.side.setMinimumWidth(theme.px(_BESIDE[window.across]) if both else 0)
        self.side.setMaximumWidth(theme.px(_BESIDE[window.across]) if both else self.maximumWidth())
        self._turn(self._in_side and not both, both=both)

    def _turn(self, in_side: bool, *, both: bool = False) -> None:
        self._in_side, some = in_side, bool(self.table.rows)
        self.view.setVisible(some and (both or not in_side))
        self.side.setVisible(some and (both or in_side))
        self.turn.setVisible(some and not both)
        point(self.turn, say("Cases") if in_side else say("Prompts"), back=in_side)
        if in_side and self.isVisible():
            self.side.prompts.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from what stands beside to the table."""
        super().keyPressEvent(event)
        if event.isAccepted() or event.key() != Qt.Key.Key_Escape or self.view.hasFocus():
            return
        if self._in_side:
            self._turn(False)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        event.accept()
