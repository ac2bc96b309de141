"""What is done to the items of the case in hand: an answer, and an earlier text brought back."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.editor import Done
from inspector_app.ui.note.door import Target
from inspector_app.ui.note.onto_disk import OntoDisk
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.open_case import OpenCase
from inspector_app.ui.places.case.sheet import CaseSheet


class CaseEdits(QObject):
    """Writes, and shows on the sheet what was written. What is typed is saved first; what is refused changes nothing."""

    saved = Signal(str)  # ISO 8601 UTC
    failed = Signal(object)  # Expected
    stale = Signal()  # what is stored is to be read and shown again

    def __init__(
        self, sheet: CaseSheet, opened: OpenCase, save: Callable[[], bool], row: Callable[[], AnswerRow | None]
    ) -> None:
        super().__init__(sheet)
        self._sheet, self._view = sheet, sheet.view
        self._open, self._save, self._row = opened, save, row
        self._at = ""  # when the last answer was given
        self._onto_disk = OntoDisk(self, self._on_disk, self._say_once)
        self._refused: Code | None = None  # why the disk would not take an answer, as was said

    def answer(self, row: AnswerRow, answer: Answer | None) -> Done | None:
        """Answer a row, or (None) clear it; None when that could not be written."""
        disk = self._open.workspace.editor
        try:
            with disk.not_waiting():
                done = self._open.write(row.target, answer.value if answer else None)
        except Expected as error:
            self.failed.emit(error)
            return None
        self._at = done.at
        self._onto_disk.soon(disk)
        self._show_answered(row, answer)
        return done

    def bring_back(self, earlier: HistoryRow) -> None:
        """Write an earlier text of the item in focus as a new edit, which undo takes back."""
        row = self._row()
        if row is None or not self._save():
            return
        row.note.box.end_session()
        try:
            over = row.note.box.saving.stored
            done = self._open.write(Target(row.entity, row.id, earlier.field, over), earlier.value)
        except Expected as error:
            self.failed.emit(error)
            return
        self.stale.emit()
        self.saved.emit(done.at)

    def _on_disk(self) -> None:
        self._refused = None
        self.saved.emit(self._at)

    def _say_once(self, error: Expected) -> None:
        again, self._refused = self._refused is error.code, error.code
        if not again:
            self.failed.emit(error)

    def _show_answered(self, row: AnswerRow, answer: Answer | None) -> None:
        if row.is_contested:
            self.stale.emit()  # two notes may still stand beside the one answer
        else:
            row.show_answer(answer)
        if row is self._view.judgement:
            self._sheet.strip.set_rated(self._open.judged(row.answer))
        done = sum(prompt.answer is not None for prompt in self._view.prompts)
        mark = self._sheet.questions.mark(self._open.question)
        own, contested = self._view.judgement.answer, self._view.contested
        self._sheet.set_mark(replace(mark, answer=own, prompts_answered=done, contested=contested))
