"""The Ratings page, for lead and panel: each standard with its figures, what is still possible, what the panel decides."""

from collections import defaultdict
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.framework import RuleCode
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.inspection import PanelDecision
from inspector_app.core.domain.rated import Trace
from inspector_app.core.errors import Expected
from inspector_app.core.services import marking
from inspector_app.core.services import panel as decisions
from inspector_app.core.services.editor import Done
from inspector_app.core.services.ratings import rate, trace
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import listed, say
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import theme
from inspector_app.ui.note.door import Door, Target, edit
from inspector_app.ui.page import Destination, Item, Page, Shared
from inspector_app.ui.places.ratings.case_answers import CaseAnswer, behind
from inspector_app.ui.places.ratings.overall_card import OverallCard
from inspector_app.ui.places.ratings.standard_card import StandardCard

# "second": who sees which cases; "inspection": whether there is a return visit
_RATED_BY = frozenset({"judgement", "rating", "panel", "totals", "case", "second", "inspection"})
_TYPED = frozenset({"rationale", "reason"})  # texts that change no figure, but for whether there is a reason
_WIDEST = 1240


@dataclass(frozen=True, slots=True)
class RatingsPlace:
    """Where somebody was: what was unfolded, whose cases were listed, what had the focus, how far it was scrolled."""

    unfolded: tuple[tuple[str, str], ...]
    listed: tuple[str, ...]
    focus: str
    scroll: int


class RatingsPage(Page):
    """Shows the ratings; what people decide here is written at once."""

    code = "ratings"
    offers = ("undo", "redo")

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace = shared.workspace
        self._typing = self._stale = False
        self._touched: set[tuple[str, str]] = set()
        self.overall = OverallCard(workspace.framework, self)
        self.cards: dict[str, StandardCard] = {}
        self._context = theme.role(text_label(self), "quiet")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fill(self._scroll)
        self._door = Door(self._write, workspace.editor.stands)
        self._scroll.setWidget(self._make_inside(workspace))
        for card in self.cards.values():
            card.load(workspace.editor.held, self._door)
        self._read()
        for ref, card in self.cards.items():
            if workspace.editor.held("panel", ref, "to").value:
                card.panel.set_open(True)

    # what the window says

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be; it stays in its box and is tried again."""
        written = [card.flush() for card in self.cards.values()]
        return all(written)  # each is written, whatever became of the one before

    def refresh(self, touched: Touched) -> None:
        """Take edits: at once when the page is seen, otherwise when it next is. Typing here changes no figure."""
        self._touched |= {item for item in touched if item[0] in _RATED_BY}
        if self._typing:
            self._stale = self._stale or bool(self._touched)
            self._touched.clear()
        elif self.isVisible():
            self._take_touched()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited elsewhere."""
        super().showEvent(event)
        self._take_touched()

    def place(self) -> RatingsPlace:
        """Where the person is."""
        unfolded = tuple((ref, name) for ref, card in self.cards.items() for name in card.opened)
        listed = tuple(r for p in self.cards.values() for r, row in p.questions.items() if row.open)
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        return RatingsPlace(unfolded, listed, name, self._scroll.verticalScrollBar().value())

    def show_standard(self, ref: str) -> None:
        """Bring a standard, or that of a key question, into view."""
        for standard, card in self.cards.items():
            if ref == standard or ref.startswith(f"{standard}."):
                # The heights are known only when the layout has settled.
                QTimer.singleShot(0, card, partial(self._scroll.ensureWidgetVisible, card))

    def arrive(self, at: Destination) -> None:
        """Show a standard, or that of a key question, by the rating or the decision of the panel on it."""
        if isinstance(at, Item):
            self.show_standard(at.id)

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if not isinstance(place, RatingsPlace):
            return
        for ref, name in place.unfolded:
            if ref in self.cards:
                self.cards[ref].folds[name](True)
        for question in place.listed:
            self._show_cases(question)
        focus = self.findChild(QWidget, place.focus) if place.focus else None
        if isinstance(focus, QWidget):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        # The heights are known only when the layout has settled.
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(place.scroll))

    # showing

    def _make_inside(self, workspace: Workspace) -> QWidget:
        framework = workspace.framework
        inside = theme.role(QWidget(), "page")
        inside.setMaximumWidth(theme.px(_WIDEST))
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(*(theme.px(3 * theme.GRID),) * 4)
        layout.setSpacing(theme.px(1.5 * theme.GRID))
        layout.addWidget(theme.role(plain_label(self.title, inside), "title"))
        layout.addWidget(self.overall)
        for standard in framework.standards:
            layout.addWidget(self._make_panel(workspace, standard.ref))
        layout.addWidget(self._context)
        layout.addStretch(1)
        return inside

    def _make_panel(self, workspace: Workspace, ref: str) -> StandardCard:
        card = StandardCard(workspace.framework, workspace.framework.by_ref[ref])
        card.failed.connect(self.failed)
        card.withdrawn.connect(self._withdraw)
        card.cases_wanted.connect(self._show_cases)
        card.case_asked.connect(self.want_case)
        self.cards[ref] = card
        return card

    def _take_touched(self) -> None:
        touched, self._touched = self._touched, set()
        if not (touched or self._stale):
            return
        self._read()
        for ref, card in self.cards.items():
            subjects = {("panel", ref), *(("rating", subject) for subject in card.given)}
            subjects |= {("totals", question) for question in card.questions}
            if subjects & touched:
                card.load(self._workspace.editor.held, self._door)

    def _read(self) -> None:
        """Rate what is stored now and show it everywhere."""
        self._stale = False
        framework, inspection = self._workspace.framework, self._workspace.rated_from()
        self._inspection = inspection
        rated = rate(framework, inspection)
        steps: dict[str, list[Trace]] = defaultdict(list)
        for step in trace(framework, rated):
            steps[_standard_of(step.subject, self.cards)].append(step)
        for standard in rated.standards:
            self.cards[standard.ref].set_rated(standard, steps[standard.ref])
        self._show_rated({standard.ref for standard in rated.standards})
        self.overall.set_rated(rated, steps["overall"])
        for ref, card in self.cards.items():
            if framework.scored(ref):
                card.show_answers(self._seen(ref)[0])
            for question, row in card.questions.items():
                if row.open:
                    self._show_cases(question)

    def _show_rated(self, refs: set[str]) -> None:
        """What is not rated has no card; what a return visit would rate, and what gives context only, is named."""
        for ref, card in self.cards.items():
            card.setVisible(ref in refs)
        left = [f"{s.ref} {s.title}" for s in self._workspace.framework.standards if s.ref not in refs]
        self._context.setVisible(bool(left))
        if left:
            rules = self._workspace.framework.rating.rules
            why = " ".join(rule.text for rule in rules if rule.code == RuleCode.ORGANISATION)
            said = say("Not rated in this inspection: {standards}. {why}", standards="; ".join(left), why=why)
            visit = [ref for ref in self.cards if ref not in refs and self._workspace.framework.on_return_visit(ref)]
            later = say("Inspected on a return visit, where there is one: {standards}.", standards=listed(visit))
            self._context.setText(" ".join([said.strip(), later] if visit else [said.strip()]))

    def _show_cases(self, question: str) -> None:
        shown, left_out = self._seen(question)
        standard = self._workspace.framework.questions[question][0]
        self.cards[standard.ref].questions[question].show_cases(shown, left_out=left_out)

    def _seen(self, question: str) -> tuple[list[CaseAnswer], int]:
        """The cases that are asked it, and how many of them this person marks blind, which are left out."""
        standard = self._workspace.framework.questions[question][0]
        blind, rows = marking.blind_cases(self._workspace), behind(self._inspection, standard.sample, question)
        shown = [row for row in rows if row.case not in blind]
        return shown, len(rows) - len(shown)

    # writing

    def _write(self, target: Target, value: Value, amend: ChangeId | None) -> Done:
        self._typing = target.field in _TYPED
        had_reason = self._has_reason(target)
        try:
            done = edit(self._workspace, target, value, amend)
        finally:
            self._typing = False
        if done.contested or self._has_reason(target) != had_reason:
            QTimer.singleShot(0, self, partial(self.refresh, done.touched))  # the box is still writing
        return done

    def _has_reason(self, target: Target) -> bool:
        """Whether it is the panel's reason, and written: without one a decision is a draft and changes no rating."""
        if target.field != "reason":
            return False
        held = self._workspace.editor.held(target.entity, target.id, target.field)
        return not PanelDecision(target.id, "", str(held.value or "")).is_draft

    def _withdraw(self, standard: str) -> None:
        inside = self.cards[standard].panel.inside
        if inside is None or not self.flush():
            return
        try:
            decisions.withdraw(self._workspace, standard, inside.held)
        except Expected as error:
            self.failed.emit(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing on the page may be chosen yet; the keys that scroll do so all the same."""
        super().keyPressEvent(event)
        if not event.isAccepted() and self.hasFocus():
            event.accept()
            self._scroll.verticalScrollBar().event(event)  # not sent: what the bar leaves would come back here


def _standard_of(subject: str, cards: dict[str, StandardCard]) -> str:
    """The standard that a step of the trace is about: its own reference, or that of its key question's standard."""
    if subject in cards or subject == "overall":
        return subject
    return next((ref for ref, p in cards.items() if any(q.ref == subject for q in p.standard.key_questions)), subject)
