"""What opens in the place of the note: guidance, history, facts, what to check; and the key question as one page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.core.domain.cases.completeness import Point, ToCheck
from inspector_app.core.domain.rows import JUDGEMENT, HistoryRow
from inspector_app.core.errors import Expected
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.beside.facts_view import FactsView
from inspector_app.ui.places.case.beside.guidance_view import GuidanceView
from inspector_app.ui.places.case.beside.history_list import HistoryList
from inspector_app.ui.places.case.beside.open_facts import OpenFacts
from inspector_app.ui.places.case.beside.point_list import PointList
from inspector_app.ui.places.case.beside.reading_view import ReadingView
from inspector_app.ui.places.case.beside.side import NOTE
from inspector_app.ui.places.case.open_case import OpenCase
from inspector_app.ui.places.case.sheet import CaseSheet

CODES = ("guidance", "history", "facts", "points", "reading")
_OF_CASE = ("facts", "points")  # what there is on a case without key questions, too
_COUNT_AFTER = 200  # ms after an edit: what is worth checking is counted once nobody types


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
        self._sheet, self._side = sheet, sheet.side
        self._open, self._door = opened, OpenFacts(opened)
        self._save, self._row = save, row
        self.facts: FactsView | None = None
        self._guidance: GuidanceView | None = None
        self._reading: ReadingView | None = None
        self.history: HistoryList | None = None
        self.points: PointList | None = None
        self._to_check = ToCheck()
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self._count)
        self._others = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._others.timeout.connect(self._show_others)
        sheet.guide.seen.connect(self._others.start)
        self._side.closed.connect(self.close)
        self._side.wanted.connect(self._on_tab)

    @property
    def current(self) -> str:
        """The code of what is open; "" for the note."""
        return self._side.code if self._side.code in CODES else NOTE

    def toggle(self, code: str) -> None:
        """Open one and go into it, or close it when it is the one one is in."""
        if not self._open.case or (code not in _OF_CASE and not self._open.question):
            return
        if code == "guidance" and not self._sheet.guide.isHidden():
            self._enter_guide()
        elif self.current == code and self.holds(QApplication.focusWidget()):
            self.close()
        elif self._save():
            self.show(code)
            self._enter()

    def _enter_guide(self) -> None:
        """Go into the column that is always there, or back."""
        guide = self._sheet.guide
        if guide.isAncestorOf(QApplication.focusWidget() or self._side):
            self.focus_wanted.emit()
        else:
            (_first_stop(guide) or guide).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tab(self, code: str) -> None:
        """A tab was chosen: the focus stays where it is."""
        if code == NOTE:
            self.show_note()
        elif self._open.case and (code in _OF_CASE or self._open.question) and self._save():
            self.show(code)
        else:
            self._side.tabs.show_open(self.current)

    def show(self, code: str) -> None:
        """Open one without going into it; guidance has a column of its own where there is room."""
        if code == "guidance" and not self._sheet.guide.isHidden():
            return
        part = self._part(code)
        if not self._side.has(code):
            self._side.add(code, part, scrolls=code != "reading")
        self._side.open(code, self._heading(code), fills=code == "reading")
        self._fill(code)

    def show_note(self) -> bool:
        """Show the note again; False where something typed in what is open could not be saved."""
        if self._side.code == NOTE:
            return True
        if not self.flush():
            self._side.tabs.show_open(self.current)
            return False
        self._side.shut()
        return True

    def close(self) -> None:
        """Close what is open; the focus goes back to the row one was on."""
        inside = self.holds(QApplication.focusWidget())
        if inside and self.flush():
            self.focus_wanted.emit()  # before it goes: the focus must not fall on another prompt
        if self.show_note() and inside:
            self.focus_wanted.emit()  # the prompts may have been out of sight until now

    def give_way(self) -> None:
        """Close what stands where the prompts are: they are wanted."""
        if self._sheet.covered:
            self._side.shut()

    def holds(self, widget: object) -> bool:
        """Whether a widget lies in what is open here, which the note is not."""
        inside = isinstance(widget, QWidget) and self._side.isAncestorOf(widget)
        return inside and self._side.code != NOTE

    def shown(self, found: ToCheck) -> None:
        """The page shows a case or key question, perhaps another: so does what is open. `found`: what to check on it."""
        self._counting.stop()
        self._show_points(found)
        if self.current:
            self._side.open(self.current, self._heading(self.current), fills=self._side.fills)
            self._fill(self.current)

    def row_changed(self) -> None:
        """The person went to another row: the history is that of it."""
        if self._side.code == "history":
            self._side.open("history", self._heading("history"))
            self._fill("history")
        self._others.start()  # who runs down the prompts reads no case on the way

    def _show_others(self) -> None:
        row = self._row()
        if row is None or not self._open.case or not self._sheet.guide.isVisible():
            return
        found = self._open.on_other_cases(row.ref) if row.ref else []
        self._sheet.guide.others.show_others(f"{self._open.question} {row.ref}" if row.ref else "", found)

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
                self._guidance = self._guidance or GuidanceView(self._side)
                return self._guidance
            case "points":
                if self.points is None:
                    self.points = PointList(self._side)
                    self.points.chosen.connect(self._go_to)
                return self.points
            case "reading":
                self._reading = self._reading or ReadingView(self._side)
                return self._reading
            case _:
                if self.history is None:
                    self.history = HistoryList(self._side)
                    self.history.wanted.connect(self._bring_back)
                return self.history

    def _make_facts(self) -> FactsView:
        made = FactsView(self._side)
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
            "facts": "The case", "guidance": "Guidance", "history": of_item, "points": "To check",
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
        elif code == "guidance" and self._guidance is not None and self._open.question:
            framework, question = self._open.framework, self._open.question
            self._guidance.show_standard(framework, framework.questions[question][0].ref, question)
        elif code == "reading" and self._reading is not None:
            page = self._open.page()
            if page is not None:
                self._reading.show_page(page, self._sheet.view.judgement.title)
        elif code == "points" and self.points is not None:
            self.points.show_points(self._to_check)
        elif code == "history" and self.history is not None:
            row = self._row()
            self.history.show_history(partial(self._open.history, row.entity, row.id) if row else None)

    def _enter(self) -> None:
        part = self._part(self._side.code)
        stop = part if isinstance(part, ReadingView) else _first_stop(part) or self._side.way_back
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    # what to check

    def _count(self) -> None:
        if not self._open.case or not self._sheet.isVisible():
            return
        row = self._row()
        if row is not None and row.note.box.unsaved:  # somebody goes on typing: the whole case is read once they stop
            self._counting.start()
            return
        try:
            self._show_points(self._open.to_check())
        except Expected as error:
            self.failed.emit(error)

    def _show_points(self, found: ToCheck) -> None:
        self._to_check = found
        self._sheet.show_points(found)
        if self.points is not None:
            self.points.show_points(found)

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


def _first_stop(part: QWidget) -> QWidget | None:
    """Where Tab stops first in a part; None where it stops nowhere."""
    return next(
        (w for w in part.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()), None
    )
