"""The Ratings page, for lead and panel: each standard with its figures, what is still possible, what the panel decides."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.core.domain.cases.asked import CasesAsked, Standing
from inspector_app.core.domain.cases.second_marking import WHO_SEES
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.inspection import PanelDecision
from inspector_app.core.domain.rows import JUDGEMENT
from inspector_app.core.errors import Expected
from inspector_app.core.services.editor import Done
from inspector_app.core.services.results import panel as decisions
from inspector_app.core.services.results import why
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.lists.case_answers import CaseAnswer, Number
from inspector_app.ui.look.layout import Across, layout_of
from inspector_app.ui.note.door import Door, Target, edit
from inspector_app.ui.page import CaseAt, Destination, Item, Page, Shared, TheseCases
from inspector_app.ui.places.ratings import reading
from inspector_app.ui.places.ratings.lines import RatingLine, lines
from inspector_app.ui.places.ratings.place import RatingsPlace
from inspector_app.ui.places.ratings.printing import print_ways
from inspector_app.ui.places.ratings.seal import Seal
from inspector_app.ui.places.ratings.sheet import RatingsSheet

if TYPE_CHECKING:  # they come after the first painting
    from inspector_app.ui.places.ratings.day_lines import DayCard
    from inspector_app.ui.places.ratings.standard_card import StandardCard

# "second": who sees which cases; "inspection": whether there is a return visit
_RATED_BY = frozenset({"judgement", "rating", "panel", "totals", "case", "inspection", *WHO_SEES})
_GROUNDS = frozenset({"source", "bearing", "finding"})  # what a rating that people give rests on
_TYPED = frozenset({"rationale", "reason", "members"})  # texts that change no figure, but for whether there is a reason


class RatingsPage(Page):
    """Shows the ratings; what people decide here is written at once."""

    code = "ratings"
    offers = ("undo", "redo", "seal", "verify-record", "print-ratings")

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self._typing = self._stale = self._grounds_stale = False
        self.days: DayCard | None = None  # with the first card
        self._touched: set[tuple[str, str]] = set()
        self._door = Door(self._write, shared.workspace.editor.stands, shared.workspace.editor)
        self.seal = Seal(shared.workspace, shared.jobs, self)
        self.seal.failed.connect(self.failed)
        actions.make(self, "print-ratings", self._print, here=True)
        actions.make(self, "seal", self._seal, here=True)
        actions.make(self, "verify-record", self.seal.verify, here=True)
        self.sheet = RatingsSheet(shared.workspace.framework, self.title, self._make_card, self.seal.said)
        self.overall, self.table, self.details = self.sheet.overall, self.sheet.table, self.sheet.details
        self.fill(self.sheet)
        self.sheet.reached.clicked.connect(lambda: self._go_to("why"))
        self.sheet.print.clicked.connect(self._print)
        self.sheet.more.wanted.connect(self._do_more)
        self.sheet.panel.clicked.connect(lambda: self._go_to("panel"))
        self.table.chosen.connect(self._show_line)
        self._read()
        self.table.list.go_to(self._now.rated.standards[0].ref)
        hand_on(self, self.table.list)

    # what the window says

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be; it stays in its box and is tried again."""
        written = [card.flush() for card in self.details.cards.values()]
        return all(written)  # each is written, whatever became of the one before

    def refresh(self, touched: Touched) -> None:
        """Take edits: at once when the page is seen, otherwise when it next is. Typing here changes no figure."""
        self._touched |= {item for item in touched if item[0] in _RATED_BY}
        self._grounds_stale = self._grounds_stale or any(entity in _GROUNDS for entity, _ in touched)
        if self._typing:
            self._stale = self._stale or bool(self._touched)
            self._touched.clear()
        elif self.isVisible():
            self._take_touched()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited elsewhere."""
        super().showEvent(event)
        self._take_touched()
        self.sheet.say_as_at(datetime.now().astimezone())  # else as of the last edit

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the table or what stands beside it has all of the room."""
        super().resizeEvent(event)
        self.sheet.make_room(layout_of(self.window().size()))

    def place(self) -> RatingsPlace:
        """Where the person is."""
        cards = self.details.cards
        unfolded = tuple((ref, name) for ref, card in cards.items() for name in card.opened)
        listed = tuple(r for card in cards.values() for r, row in card.questions.items() if row.open)
        focus, line = QApplication.focusWidget(), self.table.list.line
        return RatingsPlace(
            unfolded=unfolded,
            listed=listed,
            focus=focus.objectName() if focus is not None and self.isAncestorOf(focus) else "",
            scroll=self.details.verticalScrollBar().value(),
            at=line.ref if line else "",
            in_details=self.sheet.in_details,
        )

    def show_standard(self, ref: str) -> None:
        """Show a standard, or a key question in it, with what stands beside it; what is not rated is not shown."""
        asked = self._workspace.framework.questions.get(ref)
        standard = asked[0].ref if asked else ref
        if self._now.standard(standard) is not None:
            self.table.list.go_to(ref)
            self.table.tell()
            self._show_beside(standard, ref if ref != standard else self._now.lowest(standard))
            self.sheet.go_in()
            self.details.bring_into_view(self.card(standard).given.get(ref) if asked else None)

    def arrive(self, at: Destination) -> None:
        """Show a standard, or that of a key question, by the rating or the decision of the panel on it."""
        if isinstance(at, Item):
            self.show_standard(at.id)

    @property
    def at(self) -> Item | None:
        """The standard of the line one is on."""
        line = self.table.list.line
        return Item("rating", line.standard) if line else None

    @property
    def asked(self) -> CaseAt | None:
        """The key question of the line one is on; of a standard, the one that makes its rating."""
        line = self.table.list.line
        question = (line.question or self._now.lowest(line.standard)) if line else ""
        return CaseAt("", question, JUDGEMENT) if question else None

    def follow(self, at: Destination) -> None:
        """Be on the line of the standard that one comes from; on a key question of it one stays."""
        line = self.table.list.line
        if isinstance(at, Item) and at.entity == "rating" and not (line and line.standard == at.id):
            self.table.list.go_to(at.id)
            self.table.tell()

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if not isinstance(place, RatingsPlace):
            return
        self.table.list.go_to(place.at)
        self.table.tell()
        for ref, name in place.unfolded:
            if self._now.standard(ref) is not None:
                self.details.card(ref).folds[name](True)
        for question in place.listed:
            self._show_cases(question)
        if place.in_details:
            self.sheet.go_in()
        focus = self.findChild(QWidget, place.focus) if place.focus else None
        if isinstance(focus, QWidget):
            focus.setFocus()
        self.details.scroll_to(place.scroll)

    def do(self, code: str) -> None:
        """Do one of `offers`."""
        if code == "seal":
            self._seal()
        elif code == "verify-record":
            self.seal.verify()
        elif code == "print-ratings":
            self._print()
        else:
            super().do(code)

    def _do_more(self, code: str) -> None:
        if code == "earlier":
            self.want_page(code)
        else:
            self.do(code)

    def _go_to(self, code: str) -> None:
        """Go to another page about the standard one is on."""
        self.want_page(code, self.at)

    def _seal(self) -> None:
        if self.flush():
            self.seal.ask()

    def _print(self) -> None:
        if self.flush():
            print_ways(self, self._shared, self.title, why.ways(self._workspace))

    # showing

    def card(self, ref: str) -> "StandardCard":
        """What stands beside the table for a standard."""
        return self.details.card(ref)

    def _make_card(self, ref: str) -> "StandardCard":
        from inspector_app.ui.places.ratings import cards  # with the first of them: the table is painted before

        if not self.details.cards:
            self.days = cards.day_by_day(self._workspace, self._shared.jobs, self.details)
            self.details.put_under(self.days)
        card = cards.made(self._workspace, self._door, lambda: self._now, ref)
        card.failed.connect(self.failed)
        card.withdrawn.connect(self._withdraw)
        card.cases_wanted.connect(self._show_cases)
        card.case_asked.connect(self.want_case)
        card.these_wanted.connect(self._list_cases)
        card.evidence_wanted.connect(lambda ref: self.want_page("evidence", Item("rating", ref)))
        if layout_of(self.window().size()).across is Across.WIDE:  # with room for the steps, which come last
            QTimer.singleShot(0, card, lambda: card.trace.set_open(True))
        return card

    def _show_line(self, line: RatingLine) -> None:
        """Show what stands behind a line: its standard, and the cases of the key question, or of the lowest one."""
        self._show_beside(line.standard, line.question or self._now.lowest(line.standard))

    def _show_beside(self, standard: str, question: str) -> None:
        for ref, row in self.card(standard).questions.items():
            if ref == question:
                self._show_cases(ref)
            else:
                row.hide_cases()
        self.details.show_standard(standard)

    def _take_touched(self) -> None:
        if self._grounds_stale:
            self._grounds_stale, self._stale = False, True  # the table counts them
            for card in self.details.cards.values():
                card.show_grounds()
        touched, self._touched = self._touched, set()
        if not (touched or self._stale):
            return
        self._read()
        for ref, card in self.details.cards.items():
            subjects = {("panel", ref), *(("rating", subject) for subject in card.given)}
            subjects |= {("totals", question) for question in card.questions}
            if subjects & touched:
                card.load(self._workspace.editor.held, self._door)

    def _read(self) -> None:
        """Rate what is stored now and show it everywhere."""
        self._stale = False
        self.sheet.say_as_at(datetime.now().astimezone())
        self._now = now = reading.read(self._workspace)
        self.overall.set_rated(now.rated)
        self.seal.show_standing()
        self.table.set_lines(lines(self._workspace.framework, now.rated, now.contested_of, now.close_of, now.heard))
        self.sheet.set_left_out({standard.ref for standard in now.rated.standards})
        if self.days is not None:
            self.days.show_soon()
        for card in self.details.cards.values():
            card.rate()
            for question, row in card.questions.items():
                if row.open:
                    self._show_cases(question)

    def _show_cases(self, question: str) -> None:
        shown, left_out = self._seen(question)
        standard = self._workspace.framework.questions[question][0]
        self.card(standard.ref).questions[question].show_cases(shown, left_out=left_out)

    def _list_cases(self, question: str, number: Number) -> None:
        """Go to the list of the cases that a number counts."""
        cases = tuple(row.case for row in self._seen(question)[0] if number.counts(row))
        asked = CasesAsked(Standing[number.name], question)
        self.want_page("cases", TheseCases(cases, say("{ref}: {what}", ref=question, what=number.value), asked))

    def _seen(self, question: str) -> tuple[list[CaseAnswer], int]:
        """The cases that are asked it, and how many of them this person marks blind, which are left out."""
        return self._now.seen(self._workspace.framework.questions[question][0].sample, question)

    # writing

    def _write(self, target: Target, value: Value, amend: ChangeId | None) -> Done:
        self._typing = target.field in _TYPED
        had_reason = self._has_reason(target)
        try:
            done = self._decide(target, value) if target.field == "to" else edit(self._workspace, target, value, amend)
        finally:
            self._typing = False
        if done.contested or self._has_reason(target) != had_reason:
            QTimer.singleShot(0, self, partial(self.refresh, done.touched))  # the box is still writing
        return done

    def _decide(self, target: Target, value: Value) -> Done:
        standard = self._now.standard(target.id)
        computed = standard.computed if standard is not None else None
        return decisions.decide(self._workspace, target.id, value, computed, target.over)

    def _has_reason(self, target: Target) -> bool:
        """Whether it is the panel's reason, and written: without one a decision is a draft and changes no rating."""
        if target.field != "reason":
            return False
        held = self._workspace.editor.held(target.entity, target.id, target.field)
        return not PanelDecision(target.id, "", str(held.value or "")).is_draft

    def _withdraw(self, standard: str) -> None:
        inside = self.card(standard).panel.inside
        if inside is None or not self.flush():
            return
        try:
            decisions.withdraw(self._workspace, standard, inside.held)
        except Expected as error:
            self.failed.emit(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from what stands beside to the table."""
        super().keyPressEvent(event)
        if not event.isAccepted() and self.sheet.back(event):
            event.accept()
