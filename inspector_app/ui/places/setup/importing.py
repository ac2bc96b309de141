"""A list of cases from a file: which column is what, how its rows will be read, what is wrong, and then the import."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.case_list import COLUMNS, Listing, Reading
from inspector_app.core.domain.fields import Field as CaseField
from inspector_app.core.services.documents import case_lists
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, later, say
from inspector_app.ui import ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.job_line import JobLine
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.setup import column_boxes
from inspector_app.ui.places.setup.import_sheet import ImportSheet
from inspector_app.ui.places.setup.preview import fill, list_of_problems
from inspector_app.ui.words.case_list import own_number, problems_said

KINDS = "Lists of cases (*.csv *.tsv *.txt *.xlsx *.xlsm *.ods *.xls)"
_PREVIEWED = 500  # rows: more are a matter for a filter
_LINES = 7  # of problems are in view
_NOTHING_COPIED = later("Nothing was copied. Copy the rows in Excel or Word, with their headings, and paste them here.")
_TOLD = 500  # problems: more of them are a sign that the columns are wrong


@dataclass(frozen=True, slots=True)
class Opened:
    """A list that is looked at, and what was chosen of it: columns, the sample of rows without one, what words mean."""

    listing: Listing
    places: Mapping[str, int]
    sample: str
    means: Mapping[str, str]


class ImportList(QWidget):
    """Chooses a list, shows how it will be read on a sheet of its own, and imports the good rows.

    Signals `looked_at` while the sheet is wanted, and `imported` once that is done.
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
        self.copied = PressButton(say("Paste a table"), self)
        self.copied.setToolTip(say("Rows that were copied in Excel or Word, with their headings (Ctrl+V)"))
        self.line = JobLine(jobs, "The list of cases", self)
        self.left_out = list_of_problems(self)
        self.left_out.setAccessibleName(say("Rows that were left out"))
        self.left_out.hide()
        self._sheet: ImportSheet | None = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(theme.px(theme.GRID))
        self._stack.addLayout(Flow(self.choose, self.copied))
        for part in (self.line, self.left_out):
            self._stack.addWidget(part)
        self.choose.clicked.connect(self.ask_for_list)
        self.copied.clicked.connect(self.paste)
        self.line.busy_changed.connect(self._on_busy)

    @property
    def sheet(self) -> ImportSheet:
        """What a list is looked at on, made for the first one: most visits see none of its sixty widgets."""
        if self._sheet is None:
            self._sheet = ImportSheet(self)
            self._connect(self._sheet)
        return self._sheet

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops in the step, in order."""
        return [self.choose, self.copied, self.left_out]

    def _connect(self, sheet: ImportSheet) -> None:
        for button in sheet.takes:
            button.clicked.connect(self._import)
        for button in (sheet.leave, sheet.back):
            button.clicked.connect(partial(self._put_away, ""))
        sheet.another.clicked.connect(self.ask_for_list)
        sheet.lines.changed.connect(self.read_again)
        sheet.words.changed.connect(self._read_rows)
        sheet.rows.changed.connect(self._show_rows)

    def ask_for_list(self) -> None:
        """Ask for a file, and open it; the one that is looked at stays where none is chosen."""
        path = ask.open_file(self, "Choose a list of cases", KINDS)
        if path is None:
            return
        self._open(lambda ticket: case_lists.open_list(path, ticket))

    @property
    def looked_at_now(self) -> Opened | None:
        """The list that is looked at, with what was chosen; None for none."""
        if self._listing is None:
            return None
        lines = self.sheet.lines
        return Opened(self._listing, lines.places(), lines.sample.currentData() or "", self.sheet.words.means())

    def look_again(self, opened: Opened) -> None:
        """Look at a list as it was looked at before."""
        self._show(opened.listing)
        self.sheet.lines.choose(opened.places, opened.sample)
        self.sheet.words.choose(opened.means)

    def paste(self) -> None:
        """Open the table that was copied in another program."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self._open(lambda ticket: case_lists.open_copied(text, ticket))
        else:
            self.line.say(_NOTHING_COPIED.say())

    def _open(self, work: Callable[[Ticket], Listing]) -> None:
        self._put_away("")
        self.left_out.hide()
        self.line.run("Reading", work, self._show)

    def read_again(self) -> None:
        """Read the rows as the columns are now chosen, ask what their words for types mean, and say what comes of it."""
        if self._listing is None:
            return
        words = case_lists.type_words(self._workspace, self._listing, self.sheet.lines.places())
        self.sheet.words.show_words(words, case_lists.types(self._workspace))
        self.sheet.words_card.setVisible(bool(words))
        tab_through(self.sheet.stops)
        self._read_rows()

    def _read_rows(self) -> None:
        if self._listing is None:
            return
        places = self.sheet.lines.places()
        unused = "\n".join(
            filter(None, (column_boxes.unused(self._listing, places), own_number(self._listing, places)))
        )
        self.sheet.found.setText(column_boxes.found(places))
        self.sheet.found.setToolTip(column_boxes.missing(places))
        self.sheet.say_unused(unused)
        twice = column_boxes.used_twice(self._listing, places)
        if "ref" not in places or twice:
            self._show_reading(Reading(()), twice or say("Choose the column of the case reference."))
            return
        sample, means = self.sheet.lines.sample.currentData() or "", self.sheet.words.means()
        reading = case_lists.read(self._workspace, self._listing, places, sample, means)
        self._show_reading(reading, "" if reading.lines else "There are no cases in these columns.")

    def _show(self, listing: Listing) -> None:
        self._listing, sheet = None, self.sheet  # until every box is filled
        sheet.words.show_words((), ())
        likely = case_lists.guess(listing, self._workspace.team(), self._workspace.framework)
        sheet.lines.show_columns(listing, likely, case_lists.by_heading(listing))
        sheet.lines.offer_samples(self._workspace.framework.samples)
        self._names = {person.id: person.name for person in self._workspace.team()}
        self._names |= {sample.code: sample.title for sample in self._workspace.framework.samples}
        where = say("{file}: {rows}", file=Path(listing.where).name, rows=_rows(len(listing.rows)))
        sheet.file.setText(f"{where} {listing.remark}".strip())
        sheet.say_never(_never(listing))
        self._listing = listing
        sheet.hold(self.line)
        self.looked_at.emit(True)
        self.read_again()
        sheet.set_unfolded("ref" not in likely)
        sheet.enter()

    def _show_reading(self, reading: Reading, instead: str) -> None:
        self._reading = reading
        good, wrong, odd = len(reading.good), len(reading.lines) - len(reading.good), len(reading.warnings)
        corrected = sum(line.corrects is not None for line in reading.good)
        self.sheet.summary.setText(instead or _summary(good - corrected, corrected, wrong, odd))
        self.sheet.rows.set_lines(reading.lines)
        self._show_rows()
        odd_ones = (say("To look at: {problem}", problem=said) for said in problems_said(reading.warnings))
        problems = [*problems_said(reading.errors), *odd_ones]
        left = len(problems) - _TOLD
        more = [count(left, "… and {n} more", "… and {n} more")] if left > 0 else []
        _list(self.sheet.problems, [*problems[:_TOLD], *more])
        for button in self.sheet.takes:
            button.setText(_to_take(good - corrected, corrected))
            button.setEnabled(good > 0)

    def _show_rows(self) -> None:
        """From the first of those that are wanted on."""
        self.sheet.preview.scrollToTop()
        fill(self.sheet.preview, self.sheet.rows.rows[:_PREVIEWED], self._shown_columns(), self._names)

    def _shown_columns(self) -> list[CaseField]:
        """Those that the list has; a sample that follows from the type takes no room from what becomes of a row.

        Where one is chosen for the rows whose type says none, it is seen which rows those are.
        """
        lines = self.sheet.lines
        chosen = {"sample"} if lines.sample.currentData() else set()
        return [column for column in COLUMNS if column.code in {"ref", *chosen, *lines.places()}]

    def _import(self) -> None:
        lines, workspace, means = self._reading.good, self._workspace, self.sheet.words.means()

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
        wrong = problems_said(self._reading.errors)
        _list(self.left_out, [say("Left out:"), *wrong[:_TOLD]] if wrong else [])
        self._put_away(" ".join(part for part in said if part))
        self.choose.setFocus()
        self.imported.emit()

    def _put_away(self, said: str) -> None:
        self._listing, self._reading = None, Reading(())
        self._stack.insertWidget(1, self.line)
        self.looked_at.emit(False)
        if self._sheet is not None:
            self.choose.setFocus()
        if said:
            self.line.say(said)

    def _on_busy(self, busy: bool) -> None:
        if self._sheet is not None:
            sheet = self._sheet
            for part in (*sheet.takes, sheet.leave, sheet.back, sheet.another, sheet.lines):
                part.setEnabled(not busy)
        for button in (self.choose, self.copied):
            button.setEnabled(not busy)


def _list(box: QPlainTextEdit, problems: Sequence[str]) -> None:
    """List problems, as high as they need to be and no higher than some whole lines; nothing where there are none."""
    box.setPlainText("\n".join(problems))
    box.setVisible(bool(problems))
    lines = min(_LINES, len(problems)) + 1
    around = theme.px(sizes.TIGHT) + sizes.EDGE + round(box.document().documentMargin())  # above them, and below
    high = ceil(QFontMetricsF(box.font()).lineSpacing())  # as they are laid out, and not rounded down
    box.setFixedHeight(high * lines + 2 * around)


def _never(listing: Listing) -> str:
    """Which columns are never imported, and why; "" where there are none."""
    never = ", ".join(f"{h.text} ({h.personal})" for h in listing.headings if h.personal)
    if not never:
        return ""
    return say(
        "Never imported, because what identifies a person must not be in an inspection: {columns}. "
        "Keep the file as safely as the service does.",
        columns=never,
    )


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
