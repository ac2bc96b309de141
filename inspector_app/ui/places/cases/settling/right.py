"""The item in hand: its words, both markings and the agreed version, and how far the two agreed before."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.services.cases.agreeing import Agreeing, Item
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.way_back import point, way
from inspector_app.ui.controls.flow import Flow, beside
from inspector_app.ui.controls.focus import go_to
from inspector_app.ui.controls.frames.scrolled import Scrolled
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.shown.share_rows import Share, ShareRows
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.cases.marked_twice import FiguresCard
from inspector_app.ui.places.cases.settling.around import Given
from inspector_app.ui.places.cases.settling.sides import AgreedCard, MarkingCard
from inspector_app.ui.words import settling as words

_NARROW = 720  # px at 100%: below it the versions stand below one another
_KEPT_BY_KEY = ("keep-one", "keep-two")


class Right(Scrolled):
    """Scrolls down where it is higher than the window."""

    case_asked = Signal()
    kept = Signal(int)  # the number of the marking that is kept, from one
    step = Signal(int)  # to the next item (1), or to the one before (-1)

    def __init__(self, door: Door, parent: QWidget) -> None:
        super().__init__(_NARROW, parent, part=True)
        self.place, self.which = (theme.role(text_label(self), role) for role in ("label", "small"))
        self.asked = theme.role(text_label(self), "quiet")
        self.open = theme.role(PressButton(say("Open the case there"), self), "plain")
        self.open.clicked.connect(self.case_asked)
        self.marked = [self._card(number) for number in (1, 2)]
        self.agreed = AgreedCard(door, self)
        self.figures = SettleFigures(self)
        self._lay_out()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, 0, theme.px(sizes.SCROLL), 0)
        self.body.setSpacing(theme.px(sizes.NEAR))
        head = theme.role(QFrame(self), "card")
        held = QVBoxLayout(head)
        held.setContentsMargins(*(theme.px(sizes.NEAR),) * 4)
        held.setSpacing(theme.px(sizes.TIGHT))
        line = Flow(self.place, self.which)
        line.add_gap()
        for by, code in ((-1, "previous-difference"), (1, "next-difference")):
            line.addWidget(self._way(by, code))
        line.addWidget(self.open)
        held.addLayout(line)
        held.addWidget(self.asked)
        self.body.addWidget(head)
        self._sides = self.add_row(1)
        for version in (*self.marked, self.agreed):
            self._sides.addWidget(version, 1)
        self.body.addWidget(self.figures)

    def _card(self, number: int) -> MarkingCard:
        """That of a marking; the keys are of the first two."""
        card = MarkingCard(words.heading(number), dict(enumerate(_KEPT_BY_KEY, 1)).get(number, ""), self)
        card.keep.clicked.connect(lambda: self.kept.emit(number))
        return card

    def _make_cards(self, number: int) -> None:
        """Have a card for each marking, before the agreed version."""
        for _ in range(len(self.marked), number):
            self.marked.append(self._card(len(self.marked) + 1))
            self._sides.insertWidget(len(self.marked) - 1, self.marked[-1], 1)
        for place, card in enumerate(self.marked):
            card.setVisible(place < number)

    def _way(self, by: int, code: str) -> PressButton:
        button = way(self)
        point(button, say("Next") if by > 0 else say("Previous"), back=by < 0)
        button.setToolTip(f"{actions.command(code).tip} ({actions.keys(code)})")
        button.clicked.connect(lambda: self.step.emit(by))
        return beside(button) if by > 0 else button

    def show_item(self, framework: Framework, found: Agreeing, item: Item, draft: dict[str, str]) -> None:
        """Show an item of the case."""
        self.place.setText(" ".join(filter(None, words.place(item))))
        self.which.setText(words.where(item, [other for other in found.items if not other.equal]))
        self.asked.setText(words.asked(framework, item))
        may, near = not words.why_not(found), [other for other in found.items if other.question == item.question]
        near = sorted(near, key=lambda other: other.prompt is None)  # the judgement stands behind its prompts
        can_keep = may and not item.equal
        self._make_cards(len(item.marks))
        for place, marked in enumerate(item.marks):
            around: list[Given] = [(o.prompt, o.marks[place].answer) for o in near]
            self.marked[place].show_marked(marked, around, item.prompt, can_keep=can_keep)
        agreed: list[Given] = [(o.prompt, None if o.contested else o.agreed) for o in near]
        self.agreed.around.set_given(agreed, item.prompt)
        self.agreed.show_item(found.case, item, draft, can_write=may)

    def write(self) -> None:
        """Go into the agreed note; where it is only read, to the first marking."""
        box = self.agreed.note.box
        go_to(self.marked[0].text if box.isReadOnly() else box)


class SettleFigures(FiguresCard):
    """The figures from before settling, with those of each key question, and of when they are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.of_questions, self.snapshot = ShareRows(self, across=2), theme.role(text_label(self), "small")
        self.body.insertWidget(2, self.of_questions)
        self.body.insertWidget(1, self.snapshot)

    def show_agreeing(self, found: Agreeing, now: datetime) -> None:
        """Show the figures of a case."""
        self.show_comparison(found.figures)
        self.of_questions.set_shares([Share(ref, alike, of) for ref, (alike, of) in found.by_question.items()])
        self.snapshot.setText(words.snapshot(found, now))
