"""Beside one prompt on every case: its words and how it was answered, the case one is on, and cases that say the same."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.days.when import moment
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases.compare import Asked, OnCase, same_words
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import draw, small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, readable, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.shares import paint_shares
from inspector_app.ui.places.cases.compare_model import said
from inspector_app.ui.words import answers as words


class CompareSide(QFrame):
    """Changes nothing: it leads to the case."""

    wanted = Signal(str)  # code of a command of the page
    comment_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        held = theme.role(QWidget(), "page")
        self.question = text_label(held)
        self.bar = _Shares(held)
        self.counts = theme.role(text_label(held), "small")
        self.case, self.answer = theme.role(plain_label(parent=held), "heading"), theme.role(text_label(held), "label")
        self.go = small(PressButton(say("Go to case"), held))
        self.go.setToolTip(f"{actions.command('open-there').tip} ({actions.keys('open-there')})")
        self.go.clicked.connect(lambda: self.wanted.emit("open-there"))
        self.note = readable(held)
        self.comment = draw(small(PressButton(say("Comment"), held)), "comment")
        self.comment.setToolTip(say("Write a comment on its case"))
        self.comment.clicked.connect(self.comment_wanted)
        self.when = theme.role(text_label(held), "small")
        self.same_title = theme.role(plain_label(say("Same words, different answer"), held), "label")
        self.same = text_label(held)
        self.serves, self.served = theme.role(plain_label(parent=held), "label"), theme.role(text_label(held), "quiet")
        self._lay_out(held)

    def _lay_out(self, held: QWidget) -> None:
        inside = QVBoxLayout(held)
        inside.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        inside.setSpacing(theme.px(sizes.CLOSE))
        head = Flow(self.case)
        head.add_gap()
        head.addWidget(self.go)
        for widget in (self.question, self.bar, self.counts, self._line(held)):
            inside.addWidget(widget)
        inside.addLayout(head)
        for widget in (self.answer, self.note, self.when):
            inside.addWidget(widget)
        inside.addLayout(Flow(self.comment))
        for widget in (self._line(held), self.same_title, self.same):
            inside.addWidget(widget)
        self._parting = self._line(held)
        for widget in (self._parting, self.serves, self.served):
            inside.addWidget(widget)
        inside.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(held)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.EDGE,) * 4)
        layout.addWidget(scroll)

    def _line(self, held: QWidget) -> QFrame:
        return theme.role(QFrame(held), "line")

    def show_prompt(self, asked: Asked, rows: Sequence[OnCase]) -> None:
        """Show a prompt and how it was answered on all of its cases."""
        self.question.setText(asked.text)
        self.serves.setText(say("The prompt serves {ref}", ref=asked.question) if asked.served else "")
        self.served.setText(asked.served)
        for widget in (self.serves, self.served):
            widget.setVisible(bool(asked.served))
        given = [row.answer for row in rows]
        self.counts.setText(words.so_far(given) or say("No cases in this sample yet."))
        self.bar.show_shares([(answer, given.count(answer)) for answer in (*Answer, None)])
        self.bar.setAccessibleName(self.counts.text())

    def show_case(self, row: OnCase | None, rows: Sequence[OnCase]) -> None:
        """Show one case, and those that say the same words and have another answer."""
        self.case.setText(row.ref if row else say("No case matches"))
        for button in (self.go, self.comment):
            button.setVisible(row is not None)
        who = (row.inspector_name or say("a case that nobody has yet")) if row else ""
        self.answer.setText(f"{said(row)} · {who}" if row else "")
        text = (row.text or say("nothing written")) if row else ""
        self.note.setText(text)
        self.note.setAccessibleName(f"Note: {row.ref}, {said(row)}, {who}: {text}" if row else "Note: no case")
        self.when.setText(moment(row.at, datetime.now().astimezone()) if row and row.at else "")
        alike = same_words(rows, row) if row else []
        for widget in (self.same_title, self.same, self._parting):
            widget.setVisible(bool(alike))
        self.same.setText("\n\n".join(f"{one.ref}, {said(one)}: {one.text}" for one in alike))


class _Shares(QWidget):
    """How many of each answer, as lengths."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shares: Sequence[tuple[Answer | None, int]] = ()
        self.setFixedHeight(theme.px(sizes.NEAR))

    def show_shares(self, shares: Sequence[tuple[Answer | None, int]]) -> None:
        """Show these."""
        self._shares = shares
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One after the other."""
        paint_shares(QPainter(self), self.rect(), self._shares)
