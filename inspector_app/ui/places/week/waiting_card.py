"""What waits for whoever sits here: open concerns, cases to accept, that came back, to finish, and to mark second."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector_app.core.domain.cases.asked import CasesAsked, Standing
from inspector_app.core.domain.cases.concern import ConcernRow
from inspector_app.core.domain.cases.review import IN_PROGRESS, RETURNED, SUBMITTED
from inspector_app.core.services.fieldwork.week import Waiting
from inspector_app.core.words import listed, say
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon
from inspector_app.ui.page import TheseCases
from inspector_app.ui.places.week.board_cards import BoardCard, stage_icon
from inspector_app.ui.words import concern as concern_words
from inspector_app.ui.words import week as week_words

_NOBODY = Waiting((), (), ())


class WaitingCard(BoardCard):
    """Signals where one goes from a line: `concern_asked`, `case_asked` (id), `cases_asked` (TheseCases), `handoff_asked`."""

    concern_asked = Signal(str)
    case_asked = Signal(str)
    cases_asked = Signal(object)
    handoff_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("Waiting for you"), parent)
        self._concerns: Sequence[ConcernRow] = ()
        self._now = datetime.now().astimezone()
        self._waiting = _NOBODY
        self._refs: Mapping[str, str] = {}
        self._without: tuple[str, ...] = ()
        self._show()

    def set_without(self, names: Sequence[str]) -> None:
        """Name the colleagues whose card is here and who were given nothing yet."""
        if tuple(names) != self._without:
            self._without = tuple(names)
            self._show()

    def set_concerns(self, rows: Sequence[ConcernRow], now: datetime) -> None:
        """Name these concerns, which are open."""
        self._concerns, self._now = rows, now
        self._show()

    def set_cases(self, waiting: Waiting, refs: Mapping[str, str]) -> None:
        """Name these cases; `refs` are references by id."""
        self._waiting, self._refs = waiting, refs
        self._show()

    def _show(self) -> None:
        self.clear()
        flag = icon("concerns-open", theme.colours().error, theme.px(sizes.PICTURE), self.devicePixelRatioF())
        give = icon("give", theme.colours().text, theme.px(sizes.PICTURE), self.devicePixelRatioF())
        for row in self._concerns:
            about = concern_words.line(row, self._now)
            button = self.row(flag, concern_words.which(row), concern_words.since(row, self._now))
            button.setAccessibleName(say("Open concern: {concern}", concern=about))
            button.setToolTip(about)
            button.clicked.connect(lambda _=False, i=row.id: self.concern_asked.emit(i))
        found = self._waiting
        self._cases(SUBMITTED, found.to_review, say("submitted: accept or return"), Standing.TO_REVIEW)
        self._cases(RETURNED, found.returned, say("returned to you"), Standing.RETURNED)
        self._cases(IN_PROGRESS, found.to_finish, say("yours, not submitted yet"), Standing.TO_FINISH)
        self._cases(IN_PROGRESS, found.to_mark, say("asked of you: a blind second marking"), Standing.TO_MARK)
        if self._without:
            button = self.row(give, listed(self._without), say("nothing given to them yet"))
            button.clicked.connect(lambda: self.handoff_asked.emit())
        if not (
            self._without or self._concerns or found.to_review or found.returned or found.to_finish or found.to_mark
        ):
            self.say(say("Nothing waits for you."))

    def _cases(self, stage: str, cases: Sequence[str], said: str, standing: Standing) -> None:
        """A line for these; a case alone is opened, and several are listed."""
        if cases:
            refs = week_words.some([self._refs[case] for case in cases if case in self._refs])
            button = self.row(stage_icon(stage), refs, said)
            asked = TheseCases(tuple(cases), said, CasesAsked(standing))
            one = cases[0] if len(cases) == 1 else ""
            button.clicked.connect(lambda: self.case_asked.emit(one) if one else self.cases_asked.emit(asked))
