"""What opens beside the prompts of a case: its facts and people, guidance, history, the key question as one page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.core.domain.completeness import Point, ToCheck
from inspector_app.core.domain.rows import JUDGEMENT, HistoryRow
from inspector_app.core.errors import Expected
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.facts_view import FactsView
from inspector_app.ui.places.case.guidance_view import GuidanceView
from inspector_app.ui.places.case.history_list import HistoryList
from inspector_app.ui.places.case.open_case import OpenCase
from inspector_app.ui.places.case.open_facts import OpenFacts
from inspector_app.ui.places.case.reading_view import ReadingView
from inspector_app.ui.places.case.sheet import CaseSheet

CODES = ("facts", "guidance", "reading", "history")
_COUNT_AFTER = 200  # ms after an edit: what is worth checking is counted between keys


class CaseAsides(QObject):
    """Opens one of them at a time, and keeps it up to date with the case, the key question and the row one is on."""

    focus_wanted = Signal()  # back to the row one was on
    point_wanted = Signal(str, str)  # key question; prompt, or JUDGEMENT
    case_edited = Signal()  # something the header or the rail shows
    text_wanted = Signal(object)  # HistoryRow: bring its text back
    failed = Signal(object)  # Expected

    def __init__(
        self, sheet: CaseSheet, opened: OpenCase, save: Callable[[], bool], row: Callable[[], AnswerRow | None]
    ) -> None:
        super().__init__(sheet)
        self._sheet, self._aside = sheet, sheet.aside
        self._open, self._door = opened, OpenFacts(opened)
        self._save, self._row = save, row
        self.facts: FactsView | None = None
        self._guidance: GuidanceView | None = None
        self._reading: ReadingView | None = None
        self.history: HistoryList | None = None
        self._to_check = ToCheck()
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self._count)
        self._aside.closed.connect(self.close)

    @property
    def current(self) -> str:
        """The code of what is open; "" for nothing."""
        return self._aside.code

    def toggle(self, code: str) -> None:
        """Open one and go into it, or close it when it is the one one is in."""
        if not self._open.case or (code != "facts" and not self._open.question):
            return
        if self._aside.code == code and self.holds(QApplication.focusWidget()):
            self.close()
        elif self._save():
            self.show(code)
            self._enter()

    def show(self, code: str) -> None:
        """Open one without going into it."""
        part = self._part(code)
        if not self._aside.has(code):
            self._aside.add(code, part, scrolls=code != "reading")
        self._aside.open(code, self._heading(code), fills=code == "reading")
        self._fill(code)

    def close(self) -> None:
        """Close what is open; the focus goes back to the row one was on."""
        if self._aside.code and self.flush():
            inside = self.holds(QApplication.focusWidget())
            if inside:
                self.focus_wanted.emit()  # before it goes: the focus must not fall on another prompt
            self._aside.shut()
            if inside:
                self.focus_wanted.emit()  # the prompts may have been out of sight until now

    def give_way(self) -> None:
        """Close what stands where the prompts are: they are wanted."""
        if self._sheet.covered:
            self._aside.shut()

    def holds(self, widget: object) -> bool:
        """Whether a widget lies in what is open here."""
        return isinstance(widget, QWidget) and self._aside.isAncestorOf(widget)

    def shown(self, found: ToCheck) -> None:
        """The page shows a case or key question, perhaps another: so does what is open. `found`: what to check on it."""
        self._counting.stop()
        self._show_points(found)
        if self._aside.code:
            self._aside.open(self._aside.code, self._heading(self._aside.code), fills=self._aside.fills)
            self._fill(self._aside.code)

    def row_changed(self) -> None:
        """The person went to another row: the history is that of it."""
        if self._aside.code == "history":
            self._aside.open("history", self._heading("history"), fills=False)
            self._fill("history")

    def edited(self) -> None:
        """Something was answered or written on the case."""
        self._counting.start()

    def flush(self) -> bool:
        """Put everything typed on disk. False when it could not be."""
        return self.facts is None or self.facts.flush()

    # parts

    def _part(self, code: str) -> QWidget:
        match code:
            case "facts":
                self.facts = self.facts or self._make_facts()
                return self.facts
            case "guidance":
                self._guidance = self._guidance or GuidanceView(self._aside)
                return self._guidance
            case "reading":
                self._reading = self._reading or ReadingView(self._aside)
                return self._reading
            case _:
                if self.history is None:
                    self.history = HistoryList(self._aside)
                    self.history.wanted.connect(self._bring_back)
                return self.history

    def _make_facts(self) -> FactsView:
        made = FactsView(self._aside)
        made.points.chosen.connect(self._go_to)
        made.saved.connect(self._on_fact_saved)
        made.failed.connect(self.failed)
        made.interviews.added.connect(self._add)
        made.interviews.removed.connect(self._remove)
        made.interviews.brought_back.connect(self._restore)
        return made

    def _heading(self, code: str) -> str:
        row = self._row()
        of_item = f"History of {self._open.question}{f' {row.ref}' if row and row.ref else ''}"
        return {
            "facts": "The case", "guidance": "Guidance", "history": of_item,
            "reading": f"{self._open.question} as one page",
        }[code]  # fmt: skip

    def _fill(self, code: str) -> None:
        try:
            self._read(code)
        except Expected as error:  # the case was deleted elsewhere; the page says so
            self.failed.emit(error)

    def _read(self, code: str) -> None:
        if code == "facts" and self.facts is not None:
            shown = self._door.read()
            self.facts.show_facts(shown, self._door.suggestions(shown.facts.case.sample), self._door.door)
            self.facts.points.show_points(self._to_check)
        elif code == "guidance" and self._guidance is not None and self._open.question:
            self._guidance.show_standard(
                self._open.framework, self._open.framework.questions[self._open.question][0].ref
            )
        elif code == "reading" and self._reading is not None:
            page = self._open.page()
            if page is not None:
                self._reading.show_page(page)
        elif code == "history" and self.history is not None:
            row = self._row()
            self.history.set_rows(self._open.history(row.entity, row.id) if row else [])

    def _enter(self) -> None:
        part = self._part(self._aside.code)
        stops = [w for w in part.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
        target = part if isinstance(part, ReadingView) else next(iter(stops), self._aside.close_button)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # what to check

    def _count(self) -> None:
        if not self._open.case or not self._sheet.isVisible():
            return
        try:
            self._show_points(self._open.to_check())
        except Expected as error:
            self.failed.emit(error)

    def _show_points(self, found: ToCheck) -> None:
        self._to_check = found
        self._sheet.show_points(found)
        if self.facts is not None:
            self.facts.points.show_points(found)

    def _go_to(self, point: Point) -> None:
        self.point_wanted.emit(point.question, point.prompt or JUDGEMENT)

    # writing

    def _on_fact_saved(self, code: str) -> None:
        if code in ("ref", "type", "sample"):
            self.case_edited.emit()
        if code in ("type", "began", "ended"):
            self._fill("facts")

    def _add(self, role: str) -> None:
        if self.facts is None or not self._save():
            return
        made: list[str] = []
        self._act(lambda door: made.append(door.add(role)))
        if made:
            self.facts.interviews.enter(made[0])

    def _remove(self, interview: str) -> None:
        if self._save():  # what was just typed is theirs, and comes back with them
            self._act(lambda door: door.remove(interview))

    def _restore(self, interview: str) -> None:
        self._act(lambda door: door.bring_back(interview))
        if self.facts is not None and interview in self.facts.interviews.items:
            self.facts.interviews.enter(interview)

    def _act(self, do: Callable[[OpenFacts], object]) -> None:
        try:
            do(self._door)
        except Expected as error:
            self.failed.emit(error)
        self._fill("facts")

    def _bring_back(self, row: HistoryRow) -> None:
        self.text_wanted.emit(row)
        self._fill("history")
