"""The recovery code, shown once: to be written down, and two groups of it typed from the paper."""

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inspector_app.core.words import later, listed, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.controls.telling import speak
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.start.numbered_card import NumberedCard

_NARROW = 560  # px at 100%: under it what is typed stands below what is said of the code
_GROUPS = (
    later("the first group"),
    later("the second group"),
    later("the third group"),
    later("the fourth group"),
    later("the fifth group"),
    later("the sixth group"),
    later("the seventh group"),
    later("the eighth group"),
)


class NewCode(ScrollColumn):
    """Signals `begun` once two groups were typed rightly, or the person goes on without."""

    begun = Signal()
    another_wanted = Signal()

    def __init__(self, *, step: bool = False) -> None:
        """`step`: it is the third of the first start."""
        super().__init__(say("First start") if step else say("Recovery code"), width=sizes.FORM)
        self.setWindowTitle(say("Recovery code"))
        self._step = step
        self._groups: list[str] = []
        self._asked = sorted(secrets.SystemRandom().sample(range(len(_GROUPS)), 2))
        self._shown = [theme.role(plain_label(), "code") for _ in _GROUPS]
        self._boxes = [QLineEdit() for _ in self._asked]
        self._fields = [Field(_label(place), box, lines=2) for place, box in zip(self._asked, self._boxes, strict=True)]
        self._wrong = theme.role(plain_label(), "error")
        self._wrong.setWordWrap(True)
        self._waits = theme.role(plain_label(), "small")
        self._waits.setMinimumHeight(theme.px(sizes.BUTTON))  # in the middle of the line of the buttons
        self._begin = theme.role(PressButton("Begin"), "primary")
        self._another = theme.role(PressButton(say("Another code")), "slight")  # begins where the words above do
        self._without = PressButton("Continue without one")
        self._sure = theme.role(PressButton(say("Continue without a code")), "careful")
        self._stay = PressButton(say("Keep the code"))
        self._lay_out()
        self._begin.clicked.connect(self._check)
        self._another.clicked.connect(self.another_wanted)
        self._without.clicked.connect(self._ask)
        self._sure.clicked.connect(self.begun)
        self._stay.clicked.connect(self._leave_it)
        for box in self._boxes:
            box.textEdited.connect(self._follow)
            box.editingFinished.connect(self._say_wrong)
            box.returnPressed.connect(self._check)
        self._follow()
        self.setFocusProxy(self._boxes[0])

    def set_code(self, code: str) -> None:
        """Show a code that was made; what was typed is of another one."""
        self._groups = code.split()
        for label, group in zip(self._shown, self._groups, strict=True):
            label.setText(group)
        self._row.setAccessibleName(f"Recovery code: {code}")
        speak(self, say("The recovery code is there. Shift+Tab goes to it."), "code")
        for box in self._boxes:
            box.clear()
        self._follow()

    def set_wrong(self, sentence: str) -> None:
        """Say why there is no code."""
        self._wrong.setText(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is said and what is typed stand beside one another where there is room."""
        super().resizeEvent(event)
        across = QBoxLayout.Direction
        narrow = min(self.width(), theme.px(sizes.FORM)) < theme.px(_NARROW)
        self._columns.setDirection(across.TopToBottom if narrow else across.LeftToRight)

    def _lay_out(self) -> None:
        self._row = QWidget()
        self._row.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # who does not see it comes to it, and hears it there
        self._row.setProperty("reads", True)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(sizes.CLOSE))
        for label in self._shown:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(label, 1)
        only = say("The only way in if you forget the passphrase.")
        parts = (self._row, self._to_be_sure(), self._wrong)
        if self._step:
            self.add(NumberedCard(3, say("Recovery code"), only, *parts))
        else:
            said = plain_label(only)
            said.setWordWrap(True)
            self.add(said, *parts)
        acts = self.add_row(self._begin, self._without, self._waits)
        acts.set_gap(2)
        without = say("Without a code, a forgotten passphrase loses the work on this laptop.")
        self.add(theme.role(plain_label(without), "small"))
        for button in (self._without, self._sure, self._stay):
            button.setAccessibleDescription(without)
        self.add_row(self._sure, self._stay)
        tab_through((self._row, *self._boxes, self._another, self._begin, self._without, self._sure, self._stay))
        self._leave_it()
        self.body.addStretch(1)

    def _to_be_sure(self) -> QWidget:
        """What to do with the code, and beside it the two groups."""
        both = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._columns.setContentsMargins(0, theme.px(sizes.CLOSE), 0, 0)
        self._columns.setSpacing(theme.px(sizes.FAR))
        said = plain_label(
            say("Write it on paper, and keep it away from the laptop. It is not shown again. It has no 0, O, 1 or I.")
        )
        said.setWordWrap(True)
        about, typed, boxes = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        about.addWidget(said)
        about.addWidget(self._another, 0, Qt.AlignmentFlag.AlignLeft)
        about.addStretch(1)
        sure = plain_label(say("To be sure: type two groups from the paper"))
        sure.setWordWrap(True)
        typed.addWidget(sure)
        boxes.setSpacing(theme.px(sizes.APART))
        for field in self._fields:
            boxes.addWidget(field, 1)
        typed.addLayout(boxes)
        typed.addStretch(1)
        for column in (about, typed):
            column.setSpacing(theme.px(sizes.CLOSE))
            self._columns.addLayout(column, 1)
        return both

    def _ask(self) -> None:
        """Nobody gives the code up by one press in haste: it is asked below, and the keyboard stands on keeping it."""
        self._without.setEnabled(False)
        for button in (self._sure, self._stay):
            button.show()
        self._stay.setFocus()

    def _leave_it(self) -> None:
        asked = self._stay.hasFocus()
        for button in (self._sure, self._stay):
            button.hide()
        self._without.setEnabled(True)
        if asked:
            self._boxes[0].setFocus()

    def _follow(self) -> None:
        """Beside *Begin* stands what it waits for."""
        wrong = self._wrong_ones()
        waits = [_GROUPS[place].say() for place, field in zip(self._asked, self._fields, strict=True) if field in wrong]
        said = say("Begin waits for: {groups}", groups=listed(waits)) if waits else ""
        self._waits.setText(said)
        self._begin.setAccessibleDescription(said)
        self._begin.setEnabled(not wrong)

    def _wrong_ones(self) -> list[Field]:
        """The fields in which there is not the group that is asked for."""
        typed = zip(self._asked, self._boxes, self._fields, strict=True)
        return [
            field
            for place, box, field in typed
            if not self._groups or box.text().strip().upper() != self._groups[place]
        ]

    def _say_wrong(self, *, also_empty: bool = False) -> None:
        """Said as soon as a box is left, not only by the key that does not work."""
        wrong = self._wrong_ones()
        for field, box in zip(self._fields, self._boxes, strict=True):
            if field in wrong and (also_empty or box.text().strip()):
                field.set_wrong("Not that group: look at the paper again.")

    def _check(self) -> None:
        wrong = self._wrong_ones()
        self._say_wrong(also_empty=True)
        if wrong:
            wrong[0].box.setFocus()
        else:
            self.begun.emit()


def _label(place: int) -> str:
    said = _GROUPS[place].say()
    return f"{said[:1].upper()}{said[1:]}"
