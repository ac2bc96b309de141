"""Calibration: the constructed cases at the left, beside them the one in hand; once one is done, what differs by prompt."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Expected
from inspector_app.core.rating.calibration import Differs
from inspector_app.core.services.results import calibration
from inspector_app.core.services.results.calibration import Mine
from inspector_app.core.words import later, say
from inspector_app.ui import as_sentence, ask
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.lists.wrapped import show_lines, wrapped_list
from inspector_app.ui.controls.page_keys import code_of
from inspector_app.ui.controls.telling import tell, tried
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.only_of import only_of
from inspector_app.ui.page import FollowingPage, Shared
from inspector_app.ui.places.cases.calibration import words
from inspector_app.ui.places.cases.calibration.case_view import CaseView
from inspector_app.ui.places.cases.calibration.done import Done
from inspector_app.ui.places.cases.calibration.results import Results
from inspector_app.ui.words import answers

_KINDS = later("Marks of constructed cases (*.json)")
Given = tuple[str, str, Answer | None]  # case, item, and what was answered before


class CalibrationPage(FollowingPage):
    """Marks lie on this laptop alone; a file of them, which names nobody, goes to who puts the team's together."""

    code = "calibration"
    read_by = frozenset()

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._mine: Mine | None = None
        self._team: tuple[Differs, ...] = ()
        self._set = ""
        self._given: list[Given] = []  # for undo, in this set
        framework = self._workspace.framework
        self.back = way_back("cases", self)
        self.sets = Choice(say("Set of constructed cases"))
        self.counted = theme.role(plain_label(parent=self), "quiet")
        self.done = theme.role(PressButton(say("I am done…"), self), "primary")
        self.sure, self.nothing = Done(self), Empty(self)
        self.list = wrapped_list(say("Constructed cases"), self)
        self.view, self.results = CaseView(framework, self), Results(framework, self)
        self.answers = lambda: [row.buttons for row in self.view.rows]
        self._lay_out()
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        right = QWidget(self)
        one_of = QVBoxLayout(right)
        one_of.setContentsMargins(0, 0, 0, 0)
        one_of.addWidget(self.view)
        one_of.addWidget(self.results)
        self.body = BesideList(self.list, right, back=say("Constructed cases"), on=say("This case"))
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"), self.counted)
        head.add_gap()
        for part in (self.sets, self.body.turn, self.done):
            head.addWidget(part)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addLayout(head)
        layout.addWidget(self.sure)
        layout.addWidget(self.nothing, 1)  # at the head, and not in the middle of an empty page
        layout.addWidget(self.body, 1)
        layout.addStretch(0)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.want_page("cases"))
        self.sets.chosen.connect(self._choose_set)
        self.list.currentRowChanged.connect(lambda _: self._show_here())
        self.list.itemActivated.connect(lambda _: self.view.go_to_item(self._first_open()))
        self.view.answered.connect(self._answer)
        self.view.taken_back.connect(self._take_back)
        self.done.clicked.connect(self.sure.ask)
        self.sure.sure.connect(self._finish)
        self.sure.left.connect(self.done.setFocus)
        self.results.save_wanted.connect(self._save)
        self.results.team_wanted.connect(self._put_together)

    # what every page can do

    def place(self) -> tuple[str, int]:
        """The set, and the line of the list in hand."""
        return self._set, self.list.currentRow()

    def return_to(self, place: object) -> None:
        """Go back to them."""
        if isinstance(place, tuple) and len(place) == 2:
            self._choose_set(str(place[0]))
            self.list.setCurrentRow(min(int(place[1]), self.list.count() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a case: up, down, the next gap, the next case; Esc goes back to the list."""
        moves: dict[str | None, Callable[[], object]] = {
            "up": lambda: self.view.step(-1),
            "down": lambda: self.view.step(1),
            "next-gap": lambda: self.view.go_to_item(self._first_open()),
            "next-case": lambda: self._step_case(1),
            "previous-case": lambda: self._step_case(-1),
        }
        move = moves.get(code_of(event))
        if event.key() == Qt.Key.Key_Escape:
            self.body.show_parts(False)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif move is not None:
            move()
        else:
            super().keyPressEvent(event)

    # showing

    def _read(self) -> None:
        if not self._stale:
            return
        self._stale, self._mine, why = False, None, words.NONE.say()
        try:
            found = calibration.sets(self._workspace)
            chosen = self._set if self._set in [one.id for one in found] else next((one.id for one in found), "")
            self.sets.set_choices((one.id, one.title) for one in found)
            self.sets.show_choice(chosen)
            self.sets.setVisible(len(found) > 1)
            self._mine = calibration.mine(self._workspace, chosen) if chosen else None
            self._given = self._given if chosen == self._set else []
            self._set = chosen
        except Expected as error:
            why = sentence(error)
        self.nothing.say(words.NOTHING, why)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """A file of a set may have come, or a command have marked."""
        self._stale = True
        super().showEvent(event)

    def _show(self) -> None:
        mine = self._mine
        for widget in (self.body, self.counted):
            widget.setVisible(mine is not None)
        self.nothing.setVisible(mine is None)
        self.done.setVisible(mine is not None and not mine.finished)
        if mine is None:
            self.sure.hide()
            return
        self.done.setEnabled(not mine.left)
        self.counted.setText(words.how_far(mine))
        lines = [words.of_case(mine, case.ref, case.title) for case in mine.of.cases]
        lines += [words.RESULTS.say()] if mine.finished else []
        show_lines(self.list, lines, min(max(0, self.list.currentRow()), len(lines) - 1))
        if mine.finished:
            self.results.show_found(self._team or calibration.own(self._workspace, self._set))
        self._show_here()

    def _show_here(self) -> None:
        mine, at = self._mine, self.list.currentRow()
        if mine is None or at < 0:
            return
        results = at >= len(mine.of.cases)
        self.view.setVisible(not results)
        self.results.setVisible(results)
        if not results:
            self.view.show_case(mine.of.cases[at], mine)
        marking = not results and not mine.finished and self.body.shows_parts
        hand_on(self, self.view.row(self._first_open()) if marking else self.list)

    def _first_open(self) -> str:
        """The item of the case in hand that is to be answered next."""
        here, rows = self.view.here or 0, self.view.rows
        after = [*rows[here:], *rows[:here]]
        return next((row.of.item for row in after if row.answer is None), rows[0].of.item if rows else "")

    def _step_case(self, by: int) -> None:
        at = self.list.currentRow() + by
        if self._mine is not None and 0 <= at < self.list.count():
            self.list.setCurrentRow(at)
            if at < len(self._mine.of.cases):
                self.view.go_to_item(self._first_open())

    # acting

    def _choose_set(self, set_id: str) -> None:
        if set_id != self._set:
            self._set, self._team = set_id, ()
            self.list.setCurrentRow(0)
        self._read_anew()

    def _answer(self, item: str, answer: Answer | None) -> None:
        """As on a case: it is said, and one goes on to the next row."""
        case, before = self.view.case, self._mine.marks.get((self.view.case, item)) if self._mine else None
        if not tried(self, lambda: calibration.mark(self._workspace, self._set, case, item, answer)):
            return
        self.view.keys.gave((case, item, before))
        self._given.append((case, item, before))
        self._read_anew()
        stands = partial(self._marked, self._set, case, item)
        told = partial(self._take_back_told, self._set, (case, item, before))
        back = self.offer_undo(only_of(self, "undo", stands, told))
        tell(self, answers.given(_subject(item), answer), back)
        if answer is not None:
            self.view.step(1)

    def _marked(self, of: str, case: str, item: str) -> Answer | None:
        return calibration.mine(self._workspace, of).marks.get((case, item))

    def undo(self, code: str) -> None:
        """Undo takes back the answers that were given here, the last first, and goes to each."""
        if code != "undo" or not self._given or (self._mine is not None and self._mine.finished):
            super().undo(code)
            return
        self._put_back(self._given.pop())

    def _take_back_told(self, of: str, given: Given) -> None:
        """In its set, whichever is open by then: a message stays while one goes to another."""
        self._choose_set(of)
        if given in self._given:
            self._given.remove(given)
        self._put_back(given)

    def _put_back(self, given: Given) -> None:
        case, item, before = given
        if tried(self, lambda: calibration.mark(self._workspace, self._set, case, item, before)):
            self._read_anew()
            if case == self.view.case:
                self.view.go_to_item(item)
            tell(self, say("Undone: {what}", what=_subject(item)))

    def _take_back(self, given: tuple[Given, ...]) -> None:
        """Those letters were a sentence."""
        done, refusals = as_sentence.each(given, lambda one: calibration.mark(self._workspace, self._set, *one))
        self._read_anew()
        if given:
            del self._given[-len(given) :]
            self.view.go_to_item(given[-1][1])
            as_sentence.tell_taken_back(self, len(done), refusals)
        else:
            tell(self, answers.NO_NOTES.say())

    def _finish(self) -> None:
        if tried(self, lambda: calibration.finish(self._workspace, self._set)):
            self._read_anew()
            self.list.setCurrentRow(self.list.count() - 1)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        path = ask.save_file(self, say("Save my marks"), str(_KINDS), ask.in_documents(f"{self._set}-marks.json"))
        if path is not None and tried(self, lambda: calibration.save(self._workspace, self._set, path)):
            tell(self, say("Saved to {path}. Nothing in it says whose marks they are.", path=path))

    def _put_together(self) -> None:
        paths = ask.open_files(self, say("Marks that colleagues saved"), str(_KINDS))
        found: list[tuple[Differs, ...]] = []
        if paths and tried(self, lambda: found.append(calibration.team(self._workspace, self._set, paths))):
            self._team = found[0]
            self._read_anew()
            self.results.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _subject(item: str) -> str:
    """What was answered: "Prompt g", or the key question."""
    question, _, letter = item.partition("/")
    return f"Prompt {letter}" if letter else f"Key question {question}"
