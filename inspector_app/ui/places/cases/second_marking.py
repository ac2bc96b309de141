"""Second marking: what two people answered differently comes first, then how far they agree; by case and overall."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.second_marking import FIRSTS, WHO_SEES
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import agreeing, case_names, how_far, marking
from inspector_app.core.services.cases.comparing import Comparison, MarkedTwice
from inspector_app.core.words import count, later, listed, say
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import way_back
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import CaseAt, Destination, Page, Shared
from inspector_app.ui.places.cases.marked_twice import FiguresCard, TwiceCard
from inspector_app.ui.words import settling as settling_words

_ALL = "All cases marked twice"
_NOTHING = (
    later("No case has been marked twice yet"),
    later(
        "Open a case and ask a colleague for a second marking. Once both have finished, what they answered "
        "differently is shown here side by side."
    ),
)
_TO_SETTLE, _BOTH = later("Settle {case}"), later("Both markings of {case}")  # by who marked none of it, or one
_AGREED = later("Agreed version of {case}")
_READ_BY = frozenset({*WHO_SEES, "second_judgement", "second_prompt", "case", "person"})
_MOST = 60  # cards at once: a whole inspection marked twice would take seconds to lay out


class SecondPage(Page):
    """Compares the second markings that both markers have finished."""

    code = "second"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        self.back = way_back("cases", self)
        self.back.clicked.connect(lambda: self.want_page("cases"))
        self.choose = DropDown(self)
        self.choose.setAccessibleName("Which case")
        self.waiting, self.nothing = text_label(self), Empty(self, *_NOTHING)
        self.said = theme.role(text_label(self), "heading")
        self.figures = FiguresCard(self)
        self.more = PressButton("", self)
        self.settle = theme.role(PressButton("", self), "primary")
        self.cards: list[TwiceCard] = []
        self._found: Comparison | None = None
        self._to_settle = ""
        self._disagreed, self._unanswered = QVBoxLayout(), QVBoxLayout()
        self._missed = theme.role(text_label(self), "heading")
        self._scroll = Reading(self)
        self._lay_out()
        self.choose.currentIndexChanged.connect(self._show_chosen)
        self.more.clicked.connect(lambda: self._show_cards(None))
        self.settle.clicked.connect(lambda: self.want_page("settle", CaseAt(self._to_settle)))
        self._read()

    # what the window says

    def refresh(self, touched: Touched) -> None:
        """Show what changed of the markings, and of one that is not finished how far it is."""
        read_by = _READ_BY.union(FIRSTS) if self._found is None else _READ_BY
        if any(entity in read_by for entity, _ in touched):
            self._read()

    def place(self) -> object:
        """The case chosen; "" for all."""
        return self.choose.currentData() or ""

    def return_to(self, place: object) -> None:
        """Show that case."""
        self.choose.setCurrentIndex(max(0, self.choose.findData(place)))

    def arrive(self, at: Destination) -> None:
        """Show the two markings of a case (CaseAt)."""
        if isinstance(at, CaseAt):
            self.return_to(at.case)

    @property
    def at(self) -> CaseAt | None:
        """The case chosen; of all, the one that *Settle* is about."""
        case = str(self.place()) or self._to_settle
        return CaseAt(case) if case else None

    def follow(self, at: Destination) -> None:
        """Choose the case that one comes from, where it is marked twice."""
        if isinstance(at, CaseAt) and self.choose.findData(at.case) >= 0:
            self.return_to(at.case)

    # parts

    def _lay_out(self) -> None:
        head = Flow(self.back, theme.role(plain_label(self.title, self), "title"), self.choose)
        head.add_gap()
        head.addWidget(self.settle)
        inside = theme.role(QWidget(), "page")
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, theme.px(theme.GRID), 0)
        body.setSpacing(theme.px(2 * theme.GRID))
        body.addWidget(self.said)
        body.addLayout(self._disagreed)
        body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.figures)
        body.addWidget(self._missed)
        body.addLayout(self._unanswered)
        body.addStretch(1)
        inside.setMaximumWidth(theme.px(sizes.BROAD))
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName("The markings side by side")
        for cards in (self._disagreed, self._unanswered):
            cards.setSpacing(theme.px(theme.GRID))
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addLayout(head)
        for widget in (self.waiting, self.nothing):
            layout.addWidget(widget)
        layout.addWidget(self._scroll, 100)
        layout.addStretch(1)

    # showing

    def _read(self) -> None:
        """Read which cases are marked twice; the case chosen stays chosen."""
        chosen, found = self.place(), marking.second_markings(self._workspace)
        rows = [row for row in case_names.names(self._workspace) if row.id in found]
        self.choose.blockSignals(True)
        self.choose.clear()
        self.choose.addItem(_ALL, "")
        for row in rows:
            state = "" if found[row.id].complete else " (not finished)"
            self.choose.addItem(f"{row.ref}{state}", row.id)
        self.choose.setCurrentIndex(max(0, self.choose.findData(chosen)))
        self.choose.blockSignals(False)
        self.choose.setVisible(bool(rows))  # one choice is none
        hand_on(self, self.choose if rows else self.back)
        self._show_chosen()

    def _under_way(self) -> str:
        """Which second markings are not finished, and where it stands how far they are; "" for none."""
        found = marking.second_markings(self._workspace).values()
        refs = [self._workspace.case_ref(one.case) for one in found if not one.complete]
        if not refs:
            return ""
        return count(
            len(refs),
            "{n} second marking is under way and not counted here: {cases}. Choose it above to see how far it is.",
            "{n} second markings are under way and not counted here: {cases}. Choose one above to see how far it is.",
            cases=listed(refs),
        )

    def _asked_of_me(self) -> str:
        """Which cases wait for this person's marking; "" for none."""
        refs = [self._workspace.case_ref(case) for case in marking.to_mark(self._workspace)]
        return say("Asked of you: {cases}. Open it in Cases, and answer there.", cases=listed(refs)) if refs else ""

    def _show_chosen(self) -> None:
        case = str(self.place())
        wrong = ""
        try:
            self._found = marking.comparison(self._workspace, case) if case else marking.overall(self._workspace)
        except Expected as error:
            self._found, wrong = None, self._not_compared(case, error)
        if not case:
            wrong = f"{self._under_way()} {self._asked_of_me()}".strip()
        self.waiting.setText(wrong)
        self.waiting.setVisible(bool(wrong))
        self._show_settle(case)
        some = self._found is not None and bool(self._found.cases)
        self._scroll.setVisible(some)
        self.nothing.setVisible(not some and not case)
        self._show_cards(_MOST)

    def _not_compared(self, case: str, error: Expected) -> str:
        """Why nothing can be compared; of what is not finished how far it is, for nothing was refused."""
        far = settling_words.how_far(how_far.of_case(self._workspace, case)) if case else ""
        why = settling_words.not_finished(error.facts) if error.code is Code.NOT_BOTH_DONE else sentence(error)
        return f"{why} {far}".rstrip()

    def _show_settle(self, case: str) -> None:
        """The way to settle the case chosen, or of all of them the first that waits for it; who marked it reads it there."""
        done = {s.case: s for s in marking.second_markings(self._workspace).values() if s.complete}
        waiting = [one for one in done if not agreeing.is_settled(self._workspace, one)]
        own = [one for one in waiting if done[one].mine]
        waiting.sort(key=own.__contains__)
        self._to_settle = case if case in done else next(iter([*waiting, *done]), "")
        ref = self._workspace.case_ref(self._to_settle) if self._to_settle else ""
        words = _TO_SETTLE if self._to_settle in waiting else _AGREED
        self.settle.setText((_BOTH if self._to_settle in own else words).say(case=ref))
        self.settle.setVisible(bool(self._to_settle) and (not case or case in done))

    def _show_cards(self, most: int | None) -> None:
        """Show the comparison, with so many of its items at most; None for all."""
        empty(self._disagreed)
        empty(self._unanswered)
        self.cards = []
        if self._found is None:
            return
        found = self._found
        number = len(found.disagreements)
        how = settling_words.different_how(found)
        self.said.setText(" · ".join(filter(None, (settling_words.different(found), how))))
        self._add(self._disagreed, found.disagreements[:most])
        self._add(self._unanswered, found.unanswered[:most])
        left = max(0, number - len(found.disagreements[:most])) + max(
            0, len(found.unanswered) - len(found.unanswered[:most])
        )
        self.more.setText(count(left, "Show {n} more", "Show {n} more"))
        self.more.setVisible(left > 0)
        self._missed.setText(say("Not answered by all: {number}", number=len(found.unanswered)))
        self._missed.setVisible(bool(found.unanswered))
        self.figures.show_comparison(found)

    def _add(self, layout: QVBoxLayout, pairs: Sequence[MarkedTwice]) -> None:
        for twice in pairs:
            _, question = self._workspace.framework.questions[twice.question]
            texts = {prompt.ref: prompt.text for prompt in question.prompts}
            card = TwiceCard(twice, texts.get(twice.prompt or "", question.text), self)
            card.case_asked.connect(self.want_case)
            layout.addWidget(card)
            self.cards.append(card)
