"""Beside the list: the cases that are chosen, what can be done with them at once, and what to check on a single one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.review import ACCEPT, RETURN, SUBMIT
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.words import count, later, say
from inspector_app.ui.controls.choice import Choice
from inspector_app.ui.controls.field import Field
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.look import theme
from inspector_app.ui.places.cases.case_preview import CasePreview

GIVE, REMOVE = "give", "remove"
_ACTS = {
    SUBMIT: later("Submit"), ACCEPT: later("Accept"), RETURN: later("Return…"), GIVE: later("Give…"),
    REMOVE: later("Remove…"),
}  # fmt: skip
_NAMED = 8  # references of chosen cases that are named one by one


class Chosen(QFrame):
    """Signals `opened`; `asked` with an act, and what was typed or chosen for it."""

    opened = Signal()
    asked = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.setAccessibleName(say("The chosen cases"))
        self._number, self._beside = 0, True
        self._first = ""  # the act that is filled
        self.heading, self.refs = theme.role(text_label(self), "heading"), theme.role(text_label(self), "small")
        self.acts = {code: PressButton(words.say(), self) for code, words in _ACTS.items()}
        self.open = PressButton(say("Open"), self)
        self.comment, self.reason, self.person = QLineEdit(self), QLineEdit(self), Choice(say("Give to"))
        self.warned = text_label(self)
        self.warned.setText(
            say(
                "Nobody has worked on it. It goes from the list and from everything counted, on every laptop that gets "
                "your work; should a colleague have answered there meanwhile, it stays. Undo brings it back."
            )
        )
        self.asking = {
            RETURN: _Asking(RETURN, Field(say("Comment, if you like"), self.comment), self),
            ACCEPT: _Asking(ACCEPT, Field(say("Why you accept what you judged"), self.reason), self),
            GIVE: _Asking(GIVE, Field(say("Give to"), self.person), self),
            REMOVE: _Asking(REMOVE, Field(say("Added by mistake"), self.warned), self),
        }
        self.preview = CasePreview(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(2 * theme.GRID),) * 4)
        layout.setSpacing(theme.px(theme.GRID))
        layout.addWidget(self.heading)
        layout.addWidget(self.refs)
        layout.addLayout(Flow(*self.acts.values(), self.open))
        for asking in self.asking.values():
            layout.addWidget(asking)
        layout.addWidget(self.preview, 1)
        for part in (*self.acts.values(), self.open, *self.asking.values(), self.preview):
            part.hide()  # until it is known which case is chosen

    def _connect(self) -> None:
        self.open.clicked.connect(self.opened)
        self.acts[SUBMIT].clicked.connect(lambda: self.asked.emit(SUBMIT, ""))
        self.acts[ACCEPT].clicked.connect(lambda: self.asked.emit(ACCEPT, ""))
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
        self.heading.setText(count(len(rows), "{n} case chosen", "{n} cases chosen") if several else _title(rows))
        self.refs.setText(
            _references(rows) if several else say("Choose several by their boxes, or with Shift or Ctrl.")
        )
        self.open.setVisible(len(rows) == 1)
        words = {
            SUBMIT: say("Submit {number}", number=len(possible[SUBMIT])) if several else _ACTS[SUBMIT].say(),
            ACCEPT: say("Accept {number}", number=len(possible[ACCEPT])) if several else _ACTS[ACCEPT].say(),
            RETURN: say("Return {number}…", number=len(possible[RETURN])) if several else _ACTS[RETURN].say(),
            GIVE: say("Give {number}…", number=len(rows)) if several else _ACTS[GIVE].say(),
            REMOVE: say("Remove {number}…", number=len(possible[REMOVE])) if several else _ACTS[REMOVE].say(),
        }
        for code, button in self.acts.items():
            button.setText(words[code])
            button.setVisible(bool(rows) and bool(possible.get(code, ()) or code == GIVE))
        self._first = next((code for code in (ACCEPT, SUBMIT) if possible[code]), "")
        self.ask("")
        self._show_parts()

    def _show_parts(self) -> None:
        self.refs.setVisible(self._beside)
        self.preview.setVisible(self._beside and self._number == 1)

    def set_beside(self, beside: bool) -> None:
        """Stand beside the list, with what is known of a single case; or below it, with the acts alone."""
        self._beside = beside
        self._show_parts()

    def set_team(self, team: Sequence[Person]) -> None:
        """Who a case can be given to."""
        self.person.set_choices([*((p.id, p.name) for p in team), ("", say("Nobody yet"))])

    def ask(self, code: str) -> None:
        """Ask for what an act needs; "" asks for nothing any more."""
        for other, asking in self.asking.items():
            asking.setVisible(other == code)
        for act, button in self.acts.items():  # one filled button at a time
            theme.role(button, "primary" if act == self._first and not code else "")
        if code in self.asking:
            self.asking[code].begin(self.acts[code].text().removesuffix("…"))


class _Asking(QWidget):
    """What an act needs, and the button that does it."""

    done = Signal()
    left = Signal()

    def __init__(self, act: str, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self.button = PressButton(_ACTS[act].say(), self)
        self.close_button = PressButton(say("Leave it"), self)
        theme.role(self.button, "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(field)
        layout.addLayout(Flow(self.button, self.close_button))
        self.button.clicked.connect(self.done)
        for box in field.findChildren(QLineEdit):
            box.returnPressed.connect(self.done)
        self.close_button.clicked.connect(self.left)
        self.hide()

    def begin(self, words: str) -> None:
        """Go to the box; `words` is what the button says."""
        self.button.setText(words)
        box = next((w for w in self._field.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        (box or self.button).setFocus(Qt.FocusReason.OtherFocusReason)


def _title(rows: Sequence[CaseRow]) -> str:
    return " · ".join(part for part in (rows[0].ref, rows[0].type) if part) if rows else say("No case chosen")


def _references(rows: Sequence[CaseRow]) -> str:
    more = [say("{number} more", number=len(rows) - _NAMED)] if len(rows) > _NAMED else []
    return ", ".join([*(row.ref for row in rows[:_NAMED]), *more])
