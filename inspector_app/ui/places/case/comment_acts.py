"""What is done to the comments on the case page, and what undo takes back of it: the last act on the row in hand."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from inspector_app.core.words import say
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.open_review import OpenReview
from inspector_app.ui.places.case.remarks import Remarks
from inspector_app.ui.places.case.sheet import CaseSheet

Act = Callable[[OpenReview], object]
OnComment = Callable[[OpenReview, str], object]


class CommentActs(QObject):
    """`do` does an act, and gives False where it was refused, which it says."""

    def __init__(self, sheet: CaseSheet, row: Callable[[], AnswerRow | None], do: Callable[[Act], bool]) -> None:
        super().__init__(sheet)
        self._sheet, self._row, self._do = sheet, row, do
        self._last: tuple[str, Act] = ("", bool)  # the row it was done on, and the way back
        sheet.view.saved.connect(self._forget)
        sheet.view.answered.connect(self._forget)

    def listen_to(self, remarks: Remarks) -> None:
        """Do what is asked for there."""
        remarks.sent.connect(self._send)
        remarks.list.answered.connect(self._answer)
        remarks.list.deleted.connect(lambda i: self._do_and_back(OpenReview.delete, OpenReview.bring_back, i))
        remarks.list.brought_back.connect(lambda i: self._do_and_back(OpenReview.bring_back, OpenReview.delete, i))

    def take_back(self) -> bool:
        """Undo what was done last, while one is on its row; False where something else was done since."""
        row, (on, back) = self._row(), self._last
        if row is None or row.id != on or not row.hasFocus():
            return False
        self._forget()
        if self._do(back):
            tell(self._sheet, say("Undone: the last thing done to a comment here."))
        return True

    def _forget(self) -> None:
        self._last = ("", bool)

    def _remember(self, back: Act) -> None:
        row = self._row()
        self._last = (row.id if row is not None else "", back)

    def _send(self, about: str, text: str) -> None:
        made: list[str] = []
        if self._do(lambda door: made.append(door.comment(about, text))):
            self._remember(lambda door: door.delete(made[0]))

    def _answer(self, comment: str, answered: bool) -> None:
        if self._do(lambda door: door.answer(comment, answered=answered)):
            self._remember(lambda door: door.answer(comment, answered=not answered))

    def _do_and_back(self, do: OnComment, back: OnComment, comment: str) -> None:
        if self._do(lambda door: do(door, comment)):
            self._remember(lambda door: back(door, comment))
