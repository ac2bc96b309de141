"""A list of cases from a file: which column is what, how its rows will be read, what is wrong, and then the import."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.case_list import COLUMNS, Listing, Reading
from inspector_app.core.domain.fields import Field as CaseField
from inspector_app.core.services.documents import case_lists
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup import column_boxes
from inspector_app.ui.places.setup.preview import fill, list_of_problems, preview
from inspector_app.ui.places.setup.row_filter import RowFilter
from inspector_app.ui.places.setup.step import line
from inspector_app.ui.places.setup.type_words import TypeWords
from inspector_app.ui.words.case_list import problem_said

KINDS = "Lists of cases (*.csv *.tsv *.txt *.xlsx)"
_PREVIEWED = 500  # rows: more are a matter for a filter
_LINES = 7  # of problems are in view
_TOLD = 500  # problems: more of them are a sign that the columns are wrong


class ImportList(QWidget):
    """Chooses a list, shows how it will be read, and imports the good rows.

    Signals `looked_at` while a list is shown, and `imported` once that is done.
    """

    looked_at = Signal(bool)
    imported = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._listing: Listing | None = None
        self._reading = Reading(())
        self._names: dict[str, str] = {}
        self.choose = PressButton("Import a list of cases…", self)
        self.line = JobLine(jobs, "The list of cases", self)
        self.found = QWidget(self)  # what is there while a list is being looked at
        self.left_out = list_of_problems(self)
        self.left_out.setAccessibleName(say("Rows that were left out"))
        self.left_out.hide()
        self.found.hide()
        self.columns: dict[str, QComboBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GRID))
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.line, self.left_out, self.found):
            layout.addWidget(part)
        self.choose.clicked.connect(self.ask_for_list)
        self.line.busy_changed.connect(self._on_busy)

    def _fill(self) -> None:
        """Make what a list is looked at with, when the first one is: sixty widgets of which most visits see none."""
        self._file, self._never = line(self.found, role="label"), line(self.found)
        self.unused = line(self.found)
        self.columns = {column.code: DropDown(self.found) for column in COLUMNS}
        self.sample = DropDown(self.found)
        self.words, self._words_title = TypeWords(self.found), line(self.found, role="label")
        self.rows = RowFilter(self.found)
        self.preview, self.problems = preview(self.found), list_of_problems(self.found)
        self.summary = line(self.found)
        self.take = theme.role(PressButton("", self.found), "primary")
        self.leave = PressButton("Leave it", self.found)
        self._lay_out()
        self._connect()

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
        inside.addWidget(theme.role(plain_label("Which column is what", self.found), "label"))
        inside.addLayout(columns)
        inside.addWidget(self.unused)
        inside.addWidget(self._never)
        self._words_title.setText(say("The service’s words for the type: each asked once, and known the next time"))
        inside.addWidget(self._words_title)
        inside.addWidget(self.words)
        inside.addWidget(theme.role(plain_label("How the rows will be read", self.found), "label"))
        inside.addWidget(self.rows)
        inside.addWidget(self.preview)
        inside.addWidget(self.summary)
        inside.addWidget(self.problems)
        inside.addLayout(Flow(self.take, self.leave))

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        if not self.columns:
            return [self.choose, self.left_out]
        boxes = (*self.columns.values(), self.sample)
        words, rows = self.words.boxes.values(), self.rows.buttons.values()
        below = (self.preview, self.problems, self.take, self.leave)
        return [self.choose, self.left_out, *boxes, *words, *rows, *below]

    def _connect(self) -> None:
        self.take.clicked.connect(self._import)
        self.leave.clicked.connect(partial(self._put_away, ""))
        for box in (*self.columns.values(), self.sample):
            box.currentIndexChanged.connect(self.read_again)
        self.words.changed.connect(self._read_rows)
        self.rows.changed.connect(self._show_rows)

    def ask_for_list(self) -> None:
        """Ask for a file, and open it."""
        path = ask.open_file(self, "Choose a list of cases", KINDS)
        if path is None:
            return
        self._put_away("")
        self.left_out.hide()

        def work(ticket: Ticket) -> Listing:

            return case_lists.open_list(path, ticket)

        self.line.run("Reading", work, self._show)

    def read_again(self) -> None:
        """Read the rows as the columns are now chosen, ask what their words for types mean, and say what comes of it."""
        if self._listing is None:
            return
        words = case_lists.type_words(self._workspace, self._listing, self._places())
        self.words.show_words(words, case_lists.types(self._workspace))
        self._words_title.setVisible(bool(words))
        tab_through(self.stops)
        self._read_rows()

    def _places(self) -> dict[str, int]:
        return column_boxes.chosen(self.columns)

    def _read_rows(self) -> None:
        places = self._places()
        if self._listing is None:
            return
        unused = column_boxes.unused(self._listing, places)
        self.unused.setText(unused)
        self.unused.setVisible(bool(unused))
        twice = column_boxes.used_twice(self._listing, places)
        if "ref" not in places or twice:
            self._show_reading(Reading(()), twice or say("Choose the column of the case reference."))
            return
        sample, means = self.sample.currentData() or "", self.words.means()
        reading = case_lists.read(self._workspace, self._listing, places, sample, means)
        self._show_reading(reading, "" if reading.lines else "There are no cases in these columns.")

    def _show(self, listing: Listing) -> None:

        self._listing = None  # until every box is filled
        if not self.columns:
            self._fill()
        self.words.show_words((), ())
        guessed = case_lists.guess(listing)
        column_boxes.fill(self.columns, listing, guessed)
        self._offer_samples()
        self._names = {person.id: person.name for person in self._workspace.team()}
        self._names |= {sample.code: sample.title for sample in self._workspace.framework.samples}
        self._file.setText(f"{listing.where}: {_rows(len(listing.rows))} {listing.remark}".strip())
        self._show_never(listing)
        self._listing = listing
        self.found.show()
        self.looked_at.emit(True)
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
            f"Never imported, because what identifies a person must not be in an inspection: {never}. "
            "Keep the file as safely as the service does."
        )
        self._never.setVisible(bool(never))

    def _show_reading(self, reading: Reading, instead: str) -> None:
        self._reading = reading
        good, wrong, odd = len(reading.good), len(reading.lines) - len(reading.good), len(reading.warnings)
        corrected = sum(line.corrects is not None for line in reading.good)
        self.summary.setText(instead or _summary(good - corrected, corrected, wrong, odd))
        self.rows.set_lines(reading.lines)
        self._show_rows()
        odd_ones = (say("To look at: {problem}", problem=problem_said(problem)) for problem in reading.warnings)
        problems, left = [*map(problem_said, reading.errors), *odd_ones], len(reading.errors + reading.warnings) - _TOLD
        more = [count(left, "… and {n} more", "… and {n} more")] if left > 0 else []
        _list(self.problems, [*problems[:_TOLD], *more])
        self.take.setText(_to_take(good - corrected, corrected))
        self.take.setEnabled(good > 0)

    def _show_rows(self) -> None:
        fill(self.preview, self.rows.rows[:_PREVIEWED], self._shown_columns(), self._names)

    def _shown_columns(self) -> list[CaseField]:
        return [column for column in COLUMNS if column.code in {"ref", "sample", *self._places()}]

    def _import(self) -> None:
        lines, workspace, means = self._reading.good, self._workspace, self.words.means()

        def work(ticket: Ticket) -> int:

            return case_lists.import_cases(workspace, lines, ticket, means)

        corrected = sum(one.corrects is not None for one in lines)
        self.line.run("Backing up", work, partial(self._on_imported, corrected))

    def _on_imported(self, corrected: int, number: int) -> None:
        new = number - corrected
        said = [
            count(new, "{n} case imported.", "{n} cases imported.") if new else "",
            count(corrected, "{n} type corrected.", "{n} types corrected.") if corrected else "",
            say("A backup from before is kept on this laptop."),
        ]
        wrong = [problem_said(problem) for problem in self._reading.errors]
        _list(self.left_out, [say("Left out:"), *wrong[:_TOLD]] if wrong else [])
        self._put_away(" ".join(part for part in said if part))
        self.choose.setFocus()
        self.imported.emit()

    def _put_away(self, said: str) -> None:
        self._listing, self._reading = None, Reading(())
        if self.found.isVisible():
            self.choose.setFocus()
        self.found.hide()
        self.looked_at.emit(False)
        if said:
            self.line.say(said)

    def _on_busy(self, busy: bool) -> None:
        self.found.setEnabled(not busy)
        self.choose.setEnabled(not busy)


def _list(box: QPlainTextEdit, problems: Sequence[str]) -> None:
    """List problems, as high as they need to be and no higher than some lines; nothing where there are none."""
    box.setPlainText("\n".join(problems))
    box.setVisible(bool(problems))
    lines = min(_LINES, len(problems)) + 1
    box.setFixedHeight(box.fontMetrics().lineSpacing() * lines + theme.px(sizes.APART))


def _rows(number: int) -> str:
    if not number:
        return say("no rows under the headings.")
    return count(number, "{n} row under the headings.", "{n} rows under the headings.")


def _to_take(new: int, corrected: int) -> str:
    """What the button does."""
    if not corrected:
        return count(new, "Import {n} case", "Import {n} cases") if new else say("Nothing to import")
    correct = count(corrected, "correct {n} type", "correct {n} types")
    if new:
        return count(new, "Import {n} case, {correct}", "Import {n} cases, {correct}", correct=correct)
    return correct.capitalize()


def _summary(new: int, corrected: int, wrong: int, odd: int) -> str:
    """What can be imported, what cannot, and what is worth a look."""
    parts = [
        count(new, "{n} case can be imported", "{n} cases can be imported") if new else "",
        count(corrected, "{n} gets another type", "{n} get another type") if corrected else "",
        "" if new or corrected else say("no cases can be imported"),
        count(wrong, "{n} row cannot and will be left out", "{n} rows cannot and will be left out") if wrong else "",
        count(odd, "{n} thing to look at", "{n} things to look at") if odd else "",
    ]
    return f"{', '.join(part for part in parts if part)}."
