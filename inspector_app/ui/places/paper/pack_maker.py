"""Making case packs: which cases, blank or filled; the pages shown from memory, and saved where somebody says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from inspector_app.core.domain.inspection import Case
from inspector_app.core.domain.text.identifying import Found
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import paper
from inspector_app.core.services.results import identifying, reports
from inspector_app.core.services.results.reports import Pages
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import one_stop
from inspector_app.ui.controls.identifying_list import IdentifyingList
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.controls.lists.wrapped import Wrapped
from inspector_app.ui.controls.pdf_view import PdfView
from inspector_app.ui.controls.telling import refuse, tell
from inspector_app.ui.errors import sentence
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words import saved
from inspector_app.ui.words.framework import type_alone

HANDLING = (
    "Choose cases and make their packs. A pack is not encrypted, on paper or saved: look after it as you would the "
    "case file. Print it from where you saved it, then delete that file."
)
_ID, _STEP = Qt.ItemDataRole.UserRole, 25
_SIDE, _NARROW = 300, 640  # px at 100%


@dataclass(frozen=True, slots=True)
class _Made:
    pdf: bytes
    pages: Pages
    sizes: tuple[tuple[float, float], ...]
    identifies: tuple[Found, ...]


class _Cases(Sought, QListWidget):
    """As high as there is room, and never lower than a few cases."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(Wrapped(self, beside=sizes.PICTURE + sizes.CLOSE))

    def sizeHint(self) -> QSize:
        """The least."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Three cases."""
        return QSize(theme.px(sizes.BOX_SHORT), theme.px(sizes.BOX_NUMBER + sizes.PAGE))


class _Pages(PdfView):
    """As high as there is room, and never so low that nothing of a page is seen."""

    def sizeHint(self) -> QSize:
        """The least."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """A third of a page."""
        return QSize(theme.px(sizes.BOX_NAME), theme.px(sizes.BOX_LONG))


class PackMaker(QWidget):
    """Nothing is written before somebody says where; printing is left to the program that shows the saved file."""

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self._pdf = b""
        self._of: tuple[str, ...] = ()  # the cases the PDF is of
        self.cases = _Cases(self)
        self.choices = [PressButton("All", self), PressButton("Mine", self)]
        self.choices += [PressButton(as_it_stands(sample.title), self) for sample in workspace.framework.samples]
        self.choices.append(PressButton("None", self))
        self.blank, self.filled = (
            QRadioButton("&Blank, to write on", self),
            QRadioButton("&Filled with what is saved", self),
        )
        self.make_button = theme.role(PressButton("Make the pack", self), "primary")
        self.save_button = PressButton("Save as…", self)
        self.smaller, self.larger, self.zoom, self.where = (
            PressButton("–", self), PressButton("+", self), plain_label(parent=self), plain_label(parent=self),
        )  # fmt: skip
        self.work = JobLine(jobs, "Making the pack", self)
        self.identifies = IdentifyingList(workspace, self)
        self.nothing = Empty(self)
        self.view = _Pages(jobs, self, "Case pack")
        self.view.set_percent(75)  # a page is as wide as the view in a window of the usual size
        self._lay_out()
        self._connect()
        self.read()

    def _lay_out(self) -> None:
        self.cases.setAccessibleName("Cases in the pack")
        self.smaller.setAccessibleName("Zoom out")
        self.larger.setAccessibleName("Zoom in")
        group = QButtonGroup(self)
        for button in (self.blank, self.filled):
            group.addButton(button)
        self.blank.setChecked(True)
        one_stop(group)
        side = self._side = QWidget(self)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.px(theme.GRID))
        for choice in self.choices:
            theme.role(choice, "plain")
            choice.setAccessibleName(f"Choose cases: {choice.text()}")
        left.addWidget(self.cases, 1)
        left.addLayout(Flow(*self.choices))
        left.addWidget(self.blank)
        left.addWidget(self.filled)
        left.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._right = QVBoxLayout()
        self._right.setSpacing(theme.px(theme.GRID))
        self._said = theme.role(text_label(self), "quiet")
        self._said.setText(HANDLING)
        tools = Flow(self.save_button, self.where)
        tools.add_gap()
        for widget in (self.smaller, self.zoom, self.larger):
            tools.addWidget(widget)
        self._right.addWidget(self.nothing, 1)  # as high up as the list beside it
        self._right.addWidget(self._said)
        self._right.addWidget(self.work)
        self._right.addWidget(self.identifies)
        self._right.addLayout(tools)
        self._right.addWidget(self.view, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(theme.px(2 * theme.GRID))
        self._halves.addWidget(side, 1)
        self._halves.addLayout(self._right, 2)

    def _connect(self) -> None:
        for button in self.choices:
            button.clicked.connect(partial(self._choose, button.text()))
        self.cases.itemChanged.connect(self._show_state)
        self.make_button.clicked.connect(self.make)
        self.save_button.clicked.connect(self.save_as)
        self.work.busy_changed.connect(lambda _busy: self._show_state())
        self.smaller.clicked.connect(lambda: self._zoom_by(-_STEP))
        self.larger.clicked.connect(lambda: self._zoom_by(_STEP))
        self.view.page_changed.connect(lambda page, of: self.where.setText(f"Page {page} of {of}"))
        self.view.failed.connect(partial(refuse, self))

    def enter(self) -> None:
        """Give the keyboard to the list of cases."""
        self.cases.setFocus(Qt.FocusReason.OtherFocusReason)

    # which cases

    def read(self) -> None:
        """Show the cases there are; those chosen stay chosen."""
        chosen, row = set(self.chosen), self.cases.currentRow()
        self._cases = paper.cases_with_lines(self._workspace)
        self.cases.blockSignals(True)
        self.cases.clear()
        for case in self._cases:
            item = QListWidgetItem(" · ".join(part for part in (case.ref, type_alone(case.type)) if part), self.cases)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(_ID, case.id)
            item.setCheckState(Qt.CheckState.Checked if case.id in chosen else Qt.CheckState.Unchecked)
        self.cases.setCurrentRow(max(0, row))
        self.cases.blockSignals(False)
        there = {case.sample for case in self._cases}
        several = len(there) > 1  # the button of the only one would choose all
        for sample, choice in zip(self._workspace.framework.samples, self.choices[2:], strict=False):
            choice.setVisible(several and sample.code in there)  # of another it would choose none
        self._show_state()

    @property
    def made(self) -> bool:
        """Whether a pack is shown."""
        return bool(self._pdf)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the cases chosen, in order."""
        items = [self.cases.item(row) for row in range(self.cases.count())]
        return tuple(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked)

    def choose(self, ids: frozenset[str]) -> None:
        """Choose these cases and no others."""
        self.cases.blockSignals(True)
        for row in range(self.cases.count()):
            item = self.cases.item(row)
            item.setCheckState(Qt.CheckState.Checked if item.data(_ID) in ids else Qt.CheckState.Unchecked)
        self.cases.blockSignals(False)
        self._show_state()

    def _choose(self, what: str) -> None:
        codes = {sample.title: sample.code for sample in self._workspace.framework.samples}
        wanted: dict[str, Callable[[Case], bool]] = {
            "All": lambda _case: True,
            "None": lambda _case: False,
            "Mine": lambda case: case.inspector == self._workspace.me,
        }
        wanted |= {title: partial(_in_sample, code) for title, code in codes.items()}
        self.choose(frozenset(case.id for case in self._cases if wanted[what](case)))

    # making

    def make(self) -> None:
        """Make the PDF of the cases chosen from what is stored now."""
        workspace, cases, filled = self._workspace, self.chosen, self.filled.isChecked()
        if not cases:
            tell(self, say("Nothing to print yet") if not self._cases else say("Choose the cases to print first."))
        if not cases or self.work.busy:
            return
        as_at = datetime.now().astimezone()

        def work(ticket: Ticket) -> _Made:
            pdf = paper.pack(workspace, cases, filled, as_at, ticket)
            pages = reports.pages(pdf)
            found = identifying.in_packs(workspace, cases, filled)
            return _Made(pdf, pages, tuple(pages.size(i) for i in range(pages.count)), found)

        self.work.run("Making the pack", work, lambda made: self._show_made(made, cases))

    def _show_made(self, made: _Made, cases: tuple[str, ...]) -> None:
        self._pdf, self._of = made.pdf, cases
        self.identifies.show_these(made.identifies)
        self.view.show_pages(made.pages, made.sizes)
        self._show_state()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_as(self) -> None:
        """Ask where, and write the PDF there in a job."""
        if not self._pdf or self.identifies.stands_in_the_way():
            return
        named = f"{self._name()}{reports.ENDING}"
        path = ask.save_file(self, "Save the pack", "PDF (*.pdf)", ask.in_documents(named))
        if path is None:
            return
        pdf = self._pdf
        said = saved.open_to_all(path)
        self.work.run(
            "Saving", lambda _: reports.save(pdf, path, self._workspace.laptop), lambda _: self.work.say(said)
        )

    def _name(self) -> str:
        refs = [case.ref for case in self._cases if case.id in self._of]
        name = f"Case pack {refs[0]}" if len(refs) == 1 else f"Case packs ({len(self._of)})"
        return "".join(ch for ch in name if ch not in '\\/:*?"<>|').strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the pages stand below the cases."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_NARROW)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._side.setMaximumWidth(sizes.ANY if narrow else theme.px(_SIDE))  # else it is as low as if it were wide

    def _show_state(self) -> None:
        shown, chosen = bool(self._pdf), len(self.chosen)
        self.make_button.setText(count(max(chosen, 1), "Make the pack", "Make {n} packs"))
        self.make_button.setEnabled(bool(chosen) and not self.work.busy)
        self.save_button.setEnabled(shown and not self.work.busy)
        for part in (self._said, self.save_button, self.where, self.smaller, self.zoom, self.larger, self.view):
            part.setVisible(shown)
        self.zoom.setText(f"{self.view.percent}%")
        self.smaller.setEnabled(self.view.percent > 50)
        if not self._cases:
            self.nothing.say(say("Nothing to print yet"), self._why_nothing())
        elif not shown:
            self.nothing.say(say("No pack yet"), HANDLING)
        self.nothing.setVisible(not (shown and self._cases))

    def _why_nothing(self) -> str:
        cases = self._workspace.rated_from().cases
        if not cases:
            return "No cases yet. Add them on the Cases page."
        title = self._workspace.framework.title
        return sentence(Expected(Code.NO_CASE_QUESTIONS, case=cases[0].ref, framework=title))

    def _zoom_by(self, percent: int) -> None:
        self.view.set_percent(self.view.percent + percent)
        self._show_state()


def _in_sample(code: str, case: Case) -> bool:
    return case.sample == code
