"""What the list does with the chosen cases: each act by its service, what came of it said, and the way back from it."""

from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from inspector_app.core.domain.cases.review import ACCEPT, RETURN, SUBMIT
from inspector_app.core.domain.rows import CaseRow, QuestionPage
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import marking, open_case, removing, reviews, several, sharing
from inspector_app.core.services.cases.several import Moved
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, later, say
from inspector_app.ui import actions
from inspector_app.ui.controls.telling import Offer, refuse, tell
from inspector_app.ui.errors import sentence
from inspector_app.ui.places.cases.chosen import REMOVE, Chosen
from inspector_app.ui.words import giving

STAGES = (SUBMIT, RETURN, ACCEPT)  # done by key too, of the chosen cases; so are their commands called
_NOT_NOW = {
    SUBMIT: later("No chosen case can be submitted now."), RETURN: later("No chosen case can be returned now."),
    ACCEPT: later("No chosen case can be accepted now."),
}  # fmt: skip


class CaseActs(QObject):
    """Shows the chosen cases in their panel, and does with them what it asks for."""

    given = Signal()  # cases went to somebody: the choice of them has served
    done = Signal()  # something was, and nothing is asked for any more: what was pressed may be gone or off

    def __init__(self, workspace: Workspace, panel: Chosen, flush: Callable[[], bool]) -> None:
        super().__init__(panel)
        self._workspace, self._panel, self._flush = workspace, panel, flush
        self._cases: tuple[str, ...] = ()
        self._last: Offer | None = None  # the way back from what was done last
        panel.asked.connect(self.do)

    def show(self, cases: Sequence[str]) -> None:
        """Show these cases (ids); those that are gone are left out."""
        self._cases = tuple(cases)
        here = self._workspace
        rows, pages = _read(here, set(cases))
        self._panel.set_team(here.team())
        self._panel.show_cases(rows, self._possible([row.id for row in rows]))
        if len(rows) == 1:
            row = rows[0]
            self._panel.preview.show_case(row, reviews.stage(here, row.id), pages, answered_by=self._answered_by(row))

    def _answered_by(self, row: CaseRow) -> list[str]:
        """Who answered on a case that is nobody's, by name: it may be theirs; none where this person marks it blind."""
        if row.inspector or row.id in marking.blind_cases(self._workspace):
            return []
        answered = marking.answered(self._workspace, row.id)
        return [person.name for person in self._workspace.team() if person.id in answered]

    def _possible(self, cases: Sequence[str]) -> dict[str, tuple[str, ...]]:
        return several.possible(self._workspace, cases) | {REMOVE: removing.untouched(self._workspace, cases)}

    def do(self, act: str, given: str) -> None:
        """Do an act with the chosen cases; `given` is the comment, the reason or the person that it needs."""
        if not self._flush():
            return
        here, cases = self._workspace, self._cases
        can = self._possible(cases)
        if act == SUBMIT:
            self._tell(act, several.submit(here, can[SUBMIT]))
        elif act == RETURN:
            self._tell(act, several.return_(here, can[RETURN], given))
        elif act == ACCEPT:
            self._tell(act, several.accept(here, can[ACCEPT], given))
        elif act == REMOVE:
            self._tell(act, several.remove(here, can[REMOVE]))
        else:
            self._give(given)

    def by_key(self, now: Callable[[], None]) -> dict[str, Callable[[], None]]:
        """What each of STAGES does by its key. `now` shows the cases that are chosen at that moment."""

        def does(act: str) -> Callable[[], None]:
            def press() -> None:
                now()
                self._press(act)

            return press

        return {act: does(act) for act in STAGES}

    def _press(self, act: str) -> None:
        """Press the button of an act; where it cannot be done now, that is said."""
        button = self._panel.acts[act]
        if button.isEnabled():
            button.click()
        else:
            tell(self._panel, _NOT_NOW[act].say())

    def fill(self, menu: QMenu) -> None:
        """Offer in a menu what can be done with the chosen cases."""
        for button in self._panel.offered():
            menu.addAction(button.text()).triggered.connect(lambda _=False, button=button: button.click())
        if several.last_moved(self._workspace, self._cases):
            back = menu.addAction(actions.in_menu("take-back"))
            back.triggered.connect(lambda: self.take_back())

    def undo(self) -> None:
        """Take back what was done last, whatever is chosen by now; its message may have gone."""
        if self._last is None:
            tell(self._panel, say("There is nothing here to undo."))
        else:
            self._last.act()

    def take_back(self) -> None:
        """Take back what this person last did to the stage of the chosen cases, on whichever page."""
        moved = several.take_back(self._workspace, "review", several.last_moved(self._workspace, self._cases))
        self._last = None
        self.show(self._cases)
        number = len(moved.done)
        done = [count(number, "Undone: the stage of {n} case.", "Undone: the stages of {n} cases.")]
        words = [*(done if number else ()), *_refused(moved)] or [
            say("You were not the last to change the stage of a chosen case.")
        ]
        tell(self._panel, " ".join(words), stays=bool(moved.refused))

    def _tell(self, act: str, moved: Moved) -> None:
        entity = "case" if act == REMOVE else "review"
        self.show(self._cases)
        asked = {case: error for case, error in moved.refused.items() if error.code is Code.OWN_JUDGEMENT}
        refused = replace(moved, refused={case: moved.refused[case] for case in moved.refused if case not in asked})
        words = " ".join([*_done(act, len(moved.done)), *_refused(refused)])
        stood = self._workspace.editor.last_steps(entity, moved.done)
        offers = [self._undoing(lambda: self._back(entity, stood))] if stood else []
        if words:
            tell(self._panel, words, *offers, stays=bool(refused.refused))
        self.done.emit()
        if asked:  # the question says all that a refusal would
            self._panel.ask(ACCEPT)

    def _give(self, person: str) -> None:
        try:
            given = sharing.give(self._workspace, self._cases, person)
        except Expected as error:
            refuse(self._panel, error)
            return
        self.show(self._cases)
        number = len(given.now)
        if number:
            back = self._undoing(lambda: giving.taken_back(sharing.take_back(self._workspace, given), len(given.now)))
            names = {one.id: one.name for one in self._workspace.team()}
            name = names.get(person, "")
            said = giving.given_to(name, number) if name else giving.given_to_nobody(number)
            before = giving.taken_from({case: given.before[case] for case in given.now}, names)
            tell(self._panel, " ".join(part for part in (said, before) if part), back)
            self.given.emit()
        else:
            tell(self._panel, say("Nothing to give: they already have these cases."))
        self.done.emit()

    def _back(self, entity: str, stood: Mapping[str, object]) -> str:
        """Of the cases with which nothing else was done since."""
        now = self._workspace.editor.last_steps(entity, stood)
        still = [case for case, step in stood.items() if now[case] == step]
        moved = several.take_back(self._workspace, entity, still)
        number, others = len(moved.done), len(stood) - len(still)
        done = [count(number, "Undone: {n} case.", "Undone: {n} cases.")] if number else []
        left = (
            [
                count(
                    others,
                    "{n} case has been changed since and stays as it is.",
                    "{n} cases have been changed since and stay as they are.",
                )
            ]
            if others
            else []
        )
        return " ".join([*done, *left, *_refused(moved)])

    def _undoing(self, back: Callable[[], str]) -> Offer:
        """The way back, which says what came of it."""

        def undo() -> None:
            try:
                said = back()
            except Expected as error:
                refuse(self._panel, error)
                return
            self._last = None
            self.show(self._cases)
            tell(self._panel, said)
            self.done.emit()

        self._last = Offer(say("Undo"), undo)
        return self._last


def _refused(moved: Moved) -> list[str]:
    """Why those that were not moved on were not, each reason once."""
    return list(dict.fromkeys(sentence(error) for error in moved.refused.values()))


def _read(workspace: Workspace, wanted: Set[str]) -> tuple[list[CaseRow], tuple[QuestionPage, ...]]:
    """Of these cases those that are there; of one alone its key questions too."""
    if len(wanted) == 1:
        with suppress(Expected):  # it was removed
            row, pages = open_case.whole_case(workspace, *wanted)
            return [row], pages
    return [row for row in workspace.case_rows() if row.id in wanted] if len(wanted) > 1 else [], ()


def _done(act: str, number: int) -> list[str]:
    if not number:
        return []
    if act == SUBMIT:
        return [count(number, "{n} case submitted.", "{n} cases submitted.")]
    if act == ACCEPT:
        return [count(number, "{n} case accepted.", "{n} cases accepted.")]
    if act == REMOVE:
        return [count(number, "{n} case removed.", "{n} cases removed.")]
    return [count(number, "{n} case returned.", "{n} cases returned.")]
