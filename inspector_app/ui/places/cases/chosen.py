"""Beside the list: the cases that are chosen, what can be done with them at once, and what to check on a single one."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.review import ACCEPT, RETURN, SUBMIT
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.words import count, cut, later, say
from inspector_app.ui.controls.buttons.drawn import draw, dress, small
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.even import Even
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import said_label, text_label
from inspector_app.ui.controls.layouts import stops_in, tab_in_place, tab_through
from inspector_app.ui.look import theme
from inspector_app.ui.places.cases.preview import CasePreview
from inspector_app.ui.words import gaps

GIVE, REMOVE = "give", "remove"
_GAPS = "gaps"  # asked for in place of an act
_ACTS = {
    SUBMIT: later("Submit"), ACCEPT: later("Accept"), RETURN: later("Return…"), GIVE: later("Give…"),
    REMOVE: later("Remove…"),
}  # fmt: skip
_NUMBERED = {
    SUBMIT: later("Submit {number}"), ACCEPT: later("Accept {number}"), RETURN: later("Return {number}…"),
    GIVE: later("Give {number}…"), REMOVE: later("Remove {number}…"),
}  # fmt: skip
_WHY_NOT = {  # said where the pointer rests on an act that is not to be done
    SUBMIT: later("A case that is not begun, in progress or returned can be submitted by whoever may answer it."),
    ACCEPT: later("A submitted case can be accepted by the lead or a quality lead."),
    RETURN: later("A submitted or accepted case can be returned by the lead or a quality lead."),
    GIVE: later("No case is chosen."),
    REMOVE: later("A case on which anything is answered or written cannot be removed."),
}
_MOST = 99  # what no number on an act is wider than: each keeps its place whatever the others say
_NAMED = 8  # references of chosen cases that are named one by one


class Chosen(QFrame):
    """Signals `opened`; `asked` with an act, and what was typed or chosen for it; `asking_changed` when it asks something.

    Every act has a place of its own, whether or not it can be done: a press in haste never lands on another.
    """

    opened = Signal()
    asked = Signal(str, str)
    asking_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.setAccessibleName(say("The chosen cases"))
        self._number, self._beside = 0, True
        self._first = ""  # the act that is filled; "" for none, and then opening is
        self._gaps = ""  # the act before which it is asked about gaps
        self._of: Mapping[str, Sequence[CaseRow]] = {}  # the cases of each act
        self.heading, self.refs = theme.role(text_label(self), "heading"), theme.role(text_label(self), "small")
        self.open = theme.role(small(PressButton(say("Open"), self)), "")
        self.acts = {code: theme.role(small(PressButton(words.say(), self)), "") for code, words in _ACTS.items()}
        self._team: Sequence[Person] = ()
        self.asking = {
            _GAPS: _Asking(say("Before you do"), lambda: self.gaps, self),
            RETURN: _Asking(say("Comment, if you like"), lambda: self.comment, self),
            ACCEPT: _Asking(say("Why you accept what you judged"), lambda: self.reason, self),
            GIVE: _Asking(say("Give to"), lambda: self.person, self),
            REMOVE: _Asking(say("Added by mistake"), self._warned, self),
        }
        self.preview = CasePreview(self)
        self._lay_out()
        self._connect()

    @cached_property
    def comment(self) -> QLineEdit:
        """What is said to who gets the cases back; this and the others are made when an act first asks for them."""
        return QLineEdit(self)

    @cached_property
    def reason(self) -> QLineEdit:
        """Why somebody accepts what they judged."""
        return QLineEdit(self)

    @cached_property
    def gaps(self) -> QLabel:
        """The question about gaps."""
        return text_label(self)

    @cached_property
    def person(self) -> Choice:
        """Who the cases are given to."""
        made = Choice(say("Give to"))
        made.set_choices(_choices(self._team))
        return made

    def _warned(self) -> QLabel:
        return said_label(
            self,
            say(
                "Nobody has worked on it. It leaves the list and every count, on each laptop that takes your "
                "work; if a colleague has answered on it meanwhile, it stays. Undo brings it back."
            ),
        )

    def _lay_out(self) -> None:
        self._parts = layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(2 * theme.GRID),) * 4)
        layout.setSpacing(theme.px(theme.GRID))
        layout.addWidget(self.heading)
        layout.addLayout(Even(self.open, *self.acts.values()))
        layout.addWidget(self.refs)  # of one line or two: what is pressed is above it
        layout.addWidget(theme.role(QFrame(self), "line"))
        for asking in self.asking.values():
            layout.addWidget(asking)
        layout.addWidget(self.preview, 1)
        layout.addStretch(0)  # takes the rest where there is no preview
        draw(self.acts[ACCEPT], "tick-black")
        for code, button in self.acts.items():
            button.setText(_NUMBERED[code].say(number=_MOST))
            button.ensurePolished()
            button.setMinimumWidth(button.sizeHint().width())
            button.setText(_ACTS[code].say())
        for part in (*self.asking.values(), self.preview):
            part.hide()  # until it is known which case is chosen

    def _connect(self) -> None:
        self.open.clicked.connect(self.opened)
        self.acts[SUBMIT].clicked.connect(lambda: self._move_on(SUBMIT))
        self.acts[ACCEPT].clicked.connect(lambda: self._move_on(ACCEPT))
        self.asking[_GAPS].done.connect(lambda: self.asked.emit(self._gaps, ""))
        for code in (RETURN, GIVE, REMOVE):
            self.acts[code].clicked.connect(lambda _=False, code=code: self.ask(code))
        for asking in self.asking.values():
            asking.left.connect(lambda: self.ask(""))
        self.asking[RETURN].done.connect(lambda: self.asked.emit(RETURN, self.comment.text()))
        self.asking[ACCEPT].done.connect(lambda: self.asked.emit(ACCEPT, self.reason.text()))
        self.asking[REMOVE].done.connect(lambda: self.asked.emit(REMOVE, ""))
        self.asking[GIVE].done.connect(lambda: self.asked.emit(GIVE, str(self.person.currentData() or "")))

    def show_cases(self, rows: Sequence[CaseRow], possible: Mapping[str, Sequence[str]]) -> None:
        """Show which cases are chosen, and what of `possible` (act -> cases) can be done with them."""
        self._number = len(rows)
        several = len(rows) > 1
        self.heading.setText(count(len(rows), "{n} case chosen", "{n} cases chosen") if several else _alone(rows))
        self.refs.setText(
            _references(rows) if several else say("Choose several by their boxes, or with Shift or Ctrl.")
        )
        self.open.setEnabled(len(rows) == 1)
        self._of = {code: [row for row in rows if row.id in ids] for code, ids in possible.items()} | {GIVE: rows}
        for code, button in self.acts.items():
            number = len(self._of.get(code, ()))
            button.setText(_NUMBERED[code].say(number=number) if several and number else _ACTS[code].say())
            button.setEnabled(number > 0)
            button.setToolTip("" if number else _WHY_NOT[code].say())
        untouched = several or any(gaps.is_untouched(row) for row in rows)
        self._first = next(
            (code for code in (ACCEPT, SUBMIT) if possible[code] and not (code == SUBMIT and untouched)), ""
        )
        self.ask("")
        self._show_parts()

    def _show_parts(self) -> None:
        self.refs.setVisible(self._beside)
        previewed = self._beside and self._number == 1
        self.preview.setVisible(previewed)
        self._parts.setStretch(self._parts.count() - 1, 0 if previewed else 1)  # what is left lies below all of it

    def set_beside(self, beside: bool) -> None:
        """Stand beside the list, with what is known of a single case; or below it, with the acts alone."""
        self._beside = beside
        self._show_parts()

    def set_team(self, team: Sequence[Person]) -> None:
        """Who a case can be given to."""
        self._team = team
        if self.asking[GIVE].made:
            self.person.set_choices(_choices(team))

    def offered(self) -> list[PressButton]:
        """What can be done with the chosen cases now."""
        return [button for button in (*self.acts.values(), self.open) if button.isEnabled()]

    def ask(self, code: str) -> None:
        """Ask for what an act needs; "" asks for nothing any more."""
        if code in self.asking:
            self.asking[code].make()
        for other, asking in self.asking.items():
            asking.setVisible(other == code)
        for act, button in self.acts.items():  # one filled button at a time
            dress(button, "primary" if act == self._first and not code else "")
        dress(self.open, "primary" if self._number == 1 and not self._first and not code else "")
        self.asking_changed.emit()
        if code == _GAPS:
            self.asking[code].begin(gaps.ALL_THE_SAME[self._gaps].say())
        elif code in self.asking:
            if code == GIVE:
                self.person.show_choice(self._nearest())
            self.asking[code].begin(self.acts[code].text().removesuffix("…"))

    def _nearest(self) -> str:
        """Whom the box offers first: one of the team who has none of the chosen cases; where all have, the first of them."""
        team = [str(self.person.itemData(place)) for place in range(self.person.count()) if self.person.itemData(place)]
        have = {row.inspector for row in self._of[GIVE]}
        return next((person for person in team if person not in have), team[0] if team else "")

    @property
    def asks(self) -> bool:
        """Whether something is asked for."""
        return any(not asking.isHidden() for asking in self.asking.values())

    def _move_on(self, act: str) -> None:
        """Submit or accept, after a question where little or nothing is answered."""
        question = gaps.asked_first(act, self._of.get(act, ()))
        if question:
            self._gaps = act
            self.gaps.setText(question)
            self.ask(_GAPS)
        else:
            self.asked.emit(act, "")


class _Asking(QWidget):
    """What an act needs, and the button that does it."""

    done = Signal()
    left = Signal()

    def __init__(self, asked: str, box: Callable[[], QWidget], parent: QWidget) -> None:
        """`asked` in words, and what makes the box for it, once it is asked for: most who see the list ask for nothing."""
        super().__init__(parent)
        self._asked, self._box, self.made = asked, box, False
        self.hide()

    def make(self) -> None:
        """Make what it holds, where that is not there yet."""
        if self.made:
            return
        self.made = True
        self._field = field = Field(self._asked, self._box())
        self.button = PressButton(self)
        self.close_button = PressButton(say("Leave it"), self)
        theme.role(self.button, "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(field)
        layout.addLayout(Flow(self.button, self.close_button))
        tab_in_place(self)
        tab_through([*stops_in(field), self.button, self.close_button])  # the field was made elsewhere, and came last
        self.button.clicked.connect(self.done)
        for line in field.findChildren(QLineEdit):
            line.returnPressed.connect(self.done)
        self.close_button.clicked.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it, as it does every other question."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def begin(self, words: str) -> None:
        """Go to the box; `words` is what the button says."""
        self.button.setText(words)
        box = next((w for w in self._field.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        (box or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)


def _choices(team: Sequence[Person]) -> list[tuple[str, str]]:
    return [*((person.id, person.name) for person in team), ("", say("Nobody yet"))]


def _alone(rows: Sequence[CaseRow]) -> str:
    """Which case, by its reference alone: a type may be long, and what is pressed below would move by a line."""
    return say("Case {ref}", ref=rows[0].ref) if rows else say("No case chosen")


def _references(rows: Sequence[CaseRow]) -> str:
    named, left = cut(rows, _NAMED)
    return ", ".join([*(row.ref for row in named), *([say("{number} more", number=left)] if left else [])])
