"""A constructed case: its words, and what is asked on it, answered by the keys of a case."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.rating.calibration import ConstructedCase, text_of
from inspector_app.core.services.results.calibration import Mine
from inspector_app.ui import letters
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.controls.focus import go_to
from inspector_app.ui.controls.frames.card_area import CardArea
from inspector_app.ui.controls.labels import readable, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.page_keys import code_of
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.cases.calibration import words
from inspector_app.ui.places.cases.calibration.item_row import ItemRow

_MOST = 720  # px at 100%: how broad what is read is at most; what is answered has the card
_ALL = 1000  # parts of the room, against one for what is beyond the column


class CaseView(CardArea):
    """`answered` with an item and an answer (None: cleared); `taken_back` with those of a sentence, the last first."""

    answered = Signal(str, object)
    taken_back = Signal(object)

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework, self.case = framework, ""
        self.rows: list[ItemRow] = []
        self.keys = SingleKeys(self, letters.answer_of)
        self.keys.pressed.connect(self._press)
        self.keys.sentence.connect(self.taken_back.emit)
        inside = theme.role(QWidget(), "page")
        column = QWidget(inside)  # by itself: what is within reckons its height for the width that it has
        column.setMaximumWidth(theme.px(sizes.BROAD))
        across = QHBoxLayout(inside)
        across.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        across.addWidget(column, _ALL)
        across.addStretch(1)
        self.heading = theme.role(text_label(column), "heading")
        self.notice, self.text = theme.role(text_label(column), "small"), readable(column)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.CLOSE))
        for part in (self.heading, self.notice, self.text):
            part.setMaximumWidth(theme.px(_MOST))
            beside = QHBoxLayout()  # without it Qt reckons how high the words are in a width that they never have
            beside.addWidget(part, _ALL)
            beside.addStretch(1)
            layout.addLayout(beside)
        layout.addLayout(self._rows)
        layout.addStretch(1)
        self.setWidget(inside)

    def show_case(self, case: ConstructedCase, mine: Mine) -> None:
        """Show it with one's own answers, and once one is done with the definitive ones."""
        if case.ref != self.case or [row.of for row in self.rows] != list(case.answers):
            self._make(case)
        said = mine.of.notice if mine.finished else f"{mine.of.notice}\n{words.BLIND.say()}"
        self.notice.setText(said)
        for row in self.rows:
            row.show_answer(mine.marks.get((row.of.case, row.of.item)), finished=mine.finished)

    def _make(self, case: ConstructedCase) -> None:
        self.keys.finish()
        self.case = case.ref
        self.heading.setText(f"{case.ref}  {case.title}")
        self.text.setText(case.text)
        empty(self._rows)
        self.rows = [self._row(place, case) for place in range(len(case.answers))]
        for row in self.rows:
            self._rows.addWidget(row)
            row.show()  # now: what is not shown yet cannot be given the keyboard
        self.verticalScrollBar().setValue(0)

    def _row(self, place: int, case: ConstructedCase) -> ItemRow:
        of = case.answers[place]
        made = ItemRow(of, text_of(self._framework, of.item), self.keys, self)
        made.answered.connect(lambda answer, item=of.item: self.answered.emit(item, answer))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that move about are the page's while one is at a row; else the arrows scroll."""
        code = code_of(event)
        if code is None or (self.here is None and code in ("up", "down")):
            super().keyPressEvent(event)
        else:
            event.ignore()

    @property
    def here(self) -> int | None:
        """The place of the row that has the keyboard, or holds what has it; None for none."""
        focus = self.window().focusWidget()
        return next((n for n, row in enumerate(self.rows) if focus is row or row.isAncestorOf(focus)), None)

    def step(self, by: int) -> bool:
        """Go so many rows on; False where there is none, or one is at no row."""
        here = self.here
        if here is None or not 0 <= here + by < len(self.rows):
            return False
        go_to(self.rows[here + by])
        return True

    def go_to_item(self, item: str) -> None:
        """Be on that item; "" for the first."""
        go_to(self.row(item))

    def row(self, item: str) -> ItemRow:
        """The row of that item; "" for the first."""
        return next((row for row in self.rows if row.of.item == item), self.rows[0])

    def _press(self, answer: Answer | None) -> None:
        here = self.here
        if here is not None and self.rows[here].buttons.buttons[Answer.YES].isEnabled():
            self.answered.emit(self.rows[here].of.item, answer)
