"""A list of cases from a file: which column is what, how its rows will be read, what is wrong, and then the import."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector_app.core.domain import when
from inspector_app.core.domain.case_list import COLUMNS, Listing, ListRow, Problem, Reading
from inspector_app.core.domain.fields import Field as CaseField
from inspector_app.core.services import case_lists
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say
from inspector_app.ui import ask
from inspector_app.ui.controls.drop_down import DropDown
from inspector_app.ui.controls.field import Field
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.places.setup.step import line

KINDS = "Lists of cases (*.csv *.tsv *.txt *.xlsx)"
_NOT_THERE = -1
_PREVIEWED = 8  # rows
_LINES = 7  # of problems are in view
_TOLD = 500  # problems: more of them are a sign that the columns are wrong


class ImportList(QWidget):
    """Chooses a list, shows how it will be read, and imports the good rows."""

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._listing: Listing | None = None
        self._reading = Reading(())
        self._names: dict[str, str] = {}
        self.choose = PressButton("Import a list of cases…", self)
        self.line = JobLine(jobs, "The list of cases", self)
        self.found = QWidget(self)  # what is there while a list is being looked at
        self._file, self._never = line(self.found, role="label"), line(self.found)
        self.columns: dict[str, QComboBox] = {column.code: DropDown(self.found) for column in COLUMNS}
        self.sample = DropDown(self.found)
        self.preview, self.problems = _table(self.found), _list_of_problems(self.found)
        self.summary = line(self.found)
        self.take = theme.role(PressButton("", self.found), "primary")
        self.leave = PressButton("Leave the list", self.found)
        self._lay_out()
        self._connect()
        self.found.hide()

    def _lay_out(self) -> None:
        columns = Flow(middle=False)
        for column in COLUMNS:
            columns.addWidget(Field(column.name, self.columns[column.code]))
        self._sample_field = Field("Rows that name no sample are", self.sample)
        columns.addWidget(self._sample_field)
        inside = QVBoxLayout(self.found)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(theme.GRID))
        inside.addWidget(self._file)
        inside.addWidget(theme.role(QLabel("Which column is what", self.found), "label"))
        inside.addLayout(columns)
        inside.addWidget(self._never)
        inside.addWidget(theme.role(QLabel("How the rows will be read", self.found), "label"))
        inside.addWidget(self.preview)
        inside.addWidget(self.summary)
        inside.addWidget(self.problems)
        inside.addLayout(Flow(self.take, self.leave))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GRID))
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.line)
        layout.addWidget(self.found)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        boxes = (*self.columns.values(), self.sample)
        return [self.choose, *boxes, self.preview, self.problems, self.take, self.leave]

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_for_list)
        self.take.clicked.connect(self._import)
        self.leave.clicked.connect(partial(self._put_away, ""))
        for box in (*self.columns.values(), self.sample):
            box.currentIndexChanged.connect(self.read_again)
        self.line.busy_changed.connect(self._on_busy)

    def ask_for_list(self) -> None:
        """Ask for a file, and open it."""
        path = ask.open_file(self, "Choose a list of cases", KINDS)
        if path is None:
            return
        self._put_away("")

        def work(ticket: Ticket) -> Listing:

            return case_lists.open_list(path, ticket)

        self.line.run("Reading", work, self._show)

    def read_again(self) -> None:
        """Read the rows as the columns are now chosen, and say what comes of it."""
        if self._listing is None:
            return

        places = {
            c: box.currentData() for c, box in self.columns.items() if box.currentData() not in (None, _NOT_THERE)
        }
        if "ref" not in places:
            self._show_reading(Reading(()), "Choose the column of the case reference.")
            return
        reading = case_lists.read(self._workspace, self._listing, places, self.sample.currentData() or "")
        self._show_reading(reading, "" if reading.lines else "There are no cases in these columns.")

    def _show(self, listing: Listing) -> None:

        self._listing = None  # until every box is filled
        guessed = case_lists.guess(listing)
        for column, box in self.columns.items():
            box.clear()
            box.addItem("not in the list", _NOT_THERE)
            for heading in listing.headings:
                if not heading.personal:
                    box.addItem(heading.text, heading.place)
            box.setCurrentIndex(max(0, box.findData(guessed.get(column, _NOT_THERE))))
        self._offer_samples()
        self._names = {person.id: person.name for person in self._workspace.team()}
        self._names |= {sample.code: sample.title for sample in self._workspace.framework.samples}
        self._file.setText(f"{listing.where}: {_rows(len(listing.rows))} {listing.remark}".strip())
        self._show_never(listing)
        self._listing = listing
        self.found.show()
        self.read_again()
        self.columns["ref"].setFocus()

    def _offer_samples(self) -> None:
        samples = self._workspace.framework.samples
        self.sample.clear()
        self.sample.addItem("not known", "")
        for sample in samples:
            self.sample.addItem(sample.title, sample.code)
        self._sample_field.setVisible(len(samples) > 1)

    def _show_never(self, listing: Listing) -> None:
        never = ", ".join(f"{h.text} ({h.personal})" for h in listing.headings if h.personal)
        self._never.setText(
            f"Never imported, for what leads to a person does not belong into an inspection: {never}. "
            "Keep the file as safely as the service does."
        )
        self._never.setVisible(bool(never))

    def _show_reading(self, reading: Reading, instead: str) -> None:
        self._reading = reading
        good, wrong, odd = len(reading.good), len(reading.lines) - len(reading.good), len(reading.warnings)
        self.summary.setText(instead or _summary(good, wrong, odd))
        _fill(self.preview, reading.lines[:_PREVIEWED], self._shown_columns(), self._names)
        odd_ones = (say("To look at: {problem}", problem=_said(problem)) for problem in reading.warnings)
        problems, left = [*map(_said, reading.errors), *odd_ones], len(reading.errors + reading.warnings) - _TOLD
        more = [count(left, "… and {n} more", "… and {n} more")] if left > 0 else []
        self.problems.setPlainText("\n".join(problems[:_TOLD] + more))
        self.problems.setVisible(bool(problems))
        lines = min(_LINES, len(problems)) + 1
        self.problems.setFixedHeight(self.problems.fontMetrics().lineSpacing() * lines + theme.px(16))
        self.take.setText(count(good, "Import {n} case", "Import {n} cases") if good else say("Nothing to import"))
        self.take.setEnabled(good > 0)

    def _shown_columns(self) -> list[CaseField]:
        there = {code for code, box in self.columns.items() if box.currentData() not in (None, _NOT_THERE)}
        return [column for column in COLUMNS if column.code in {"ref", "sample", *there}]

    def _import(self) -> None:
        lines, workspace = self._reading.good, self._workspace

        def work(ticket: Ticket) -> int:

            return case_lists.import_cases(workspace, lines, ticket)

        self.line.run("Backing up", work, self._on_imported)

    def _on_imported(self, number: int) -> None:
        self._put_away(
            count(
                number,
                "{n} case imported. A backup from before is kept on this laptop.",
                "{n} cases imported. A backup from before is kept on this laptop.",
            )
        )
        self.choose.setFocus()

    def _put_away(self, said: str) -> None:
        self._listing, self._reading = None, Reading(())
        if self.found.isVisible():
            self.choose.setFocus()
        self.found.hide()
        self.line.say(said)

    def _on_busy(self, busy: bool) -> None:
        self.found.setEnabled(not busy)
        self.choose.setEnabled(not busy)


def _rows(number: int) -> str:
    if not number:
        return say("no rows under the headings.")
    return count(number, "{n} row under the headings.", "{n} rows under the headings.")


def _summary(good: int, wrong: int, odd: int) -> str:
    """What can be imported, what cannot, and what is worth a look."""
    parts = [
        count(good, "{n} case can be imported", "{n} cases can be imported")
        if good
        else say("no cases can be imported"),
        count(wrong, "{n} row cannot and will be left out", "{n} rows cannot and will be left out") if wrong else "",
        count(odd, "{n} thing to look at", "{n} things to look at") if odd else "",
    ]
    return f"{', '.join(part for part in parts if part)}."


def _said(problem: Problem) -> str:
    if not problem.heading:
        return say("Row {row}: {why}.", row=problem.row, why=problem.why)
    return say("Row {row}, column {heading}: {why}.", row=problem.row, heading=problem.heading, why=problem.why)


def _table(parent: QWidget) -> QTableWidget:
    table = QTableWidget(parent)
    table.setAccessibleName("How the rows will be read")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)  # Tab leaves the table
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return table


def _list_of_problems(parent: QWidget) -> QPlainTextEdit:
    box = QPlainTextEdit(parent)
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setAccessibleName("What is wrong in which row")
    return box


def _fill(table: QTableWidget, lines: Sequence[ListRow], columns: Sequence[CaseField], names: dict[str, str]) -> None:
    heads = ["Row", "Import", *(column.name for column in columns)]
    table.clear()
    table.setColumnCount(len(heads))
    table.setHorizontalHeaderLabels(heads)
    table.setRowCount(len(lines))
    for place, one in enumerate(lines):
        state = "cannot" if one.errors else "look at it" if one.warnings else "good"
        cells = [str(one.row), state, *(_cell(one, column, names) for column in columns)]
        for i, text in enumerate(cells):
            table.setItem(place, i, QTableWidgetItem(text))
    table.resizeColumnsToContents()
    table.verticalHeader().setDefaultSectionSize(theme.px(32))
    high = table.horizontalHeader().sizeHint().height() + theme.px(32) * max(1, len(lines))
    table.setFixedHeight(high + table.horizontalScrollBar().sizeHint().height() + 4)


def _cell(one: ListRow, column: CaseField, names: dict[str, str]) -> str:
    value = getattr(one.case, column.code)
    if isinstance(value, date):
        return when.day(value)
    if column.code in ("inspector", "sample"):
        return names.get(value, "")
    return "" if value is None else str(value)
