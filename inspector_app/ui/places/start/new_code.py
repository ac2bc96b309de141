"""The recovery code, shown once: to be written down, and two groups of it typed from the paper."""

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.field import Field
from inspector_app.ui.controls.frames.column import ScrollColumn
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.start.numbered_card import NumberedCard

_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


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
        self._asked = sorted(secrets.SystemRandom().sample(range(len(_NTH)), 2))
        self._shown = [theme.role(plain_label(), "code") for _ in _NTH]
        self._boxes = [QLineEdit() for _ in self._asked]
        self._fields = [
            Field(f"The {_NTH[place]} group, typed from the paper", box)
            for place, box in zip(self._asked, self._boxes, strict=True)
        ]
        self._wrong = theme.role(plain_label(), "error")
        self._wrong.setWordWrap(True)
        self._begin = theme.role(PressButton("Begin"), "primary")
        self._another = PressButton("Another code")
        self._without = PressButton("Go on without one")
        self._sure = theme.role(PressButton(say("Go on without a code")), "careful")
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
        for box in self._boxes:
            box.clear()
        self._follow()

    def set_wrong(self, sentence: str) -> None:
        """Say why there is no code."""
        self._wrong.setText(sentence)

    def _lay_out(self) -> None:
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(sizes.CLOSE))
        for label in self._shown:
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(label, 1)
        about = say(
            "The only way in if you forget the passphrase. Write it on paper and keep it away from the laptop: it is not "
            "shown again. It has no 0, O, 1 or I."
        )
        parts = (self._row, *self._fields, self._wrong)
        if self._step:
            self.add(NumberedCard(3, say("Recovery code"), about, *parts))
        else:
            said = plain_label(about)
            said.setWordWrap(True)
            self.add(said, *parts)
        self.add_row(self._begin, self._another, self._without)
        without = say("Without a code, a forgotten passphrase loses the work on this laptop.")
        self.add(theme.role(plain_label(without), "small"))
        self.add_row(self._sure, self._stay)
        self._leave_it()
        self.body.addStretch(1)

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
        self._begin.setEnabled(not self._wrong_ones())

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
