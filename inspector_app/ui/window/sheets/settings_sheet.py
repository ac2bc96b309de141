"""Settings: which single keys answer, in a table; reached from View. Each change is kept at once, for this laptop."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.words import say
from inspector_app.ui import actions, letters
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.reason import Reason
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.sheets.sheet import Sheet

_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SettingsSheet(Sheet):
    """A row for each answer: its key, and whether that is as at first, the person's own or off."""

    letters_changed = Signal()  # once the sheet is closed

    def __init__(self, over: QWidget, settings: Settings) -> None:
        super().__init__(over, say("Settings"), width=560)
        self._settings = settings
        self._opened_with: dict[Answer, str] = {}
        self.boxes = {answer: LetterBox(actions.command(answer.value).text, self) for answer in Answer}
        self.states = {answer: theme.role(plain_label(parent=self), "quiet") for answer in Answer}
        self.wrong = Reason(self)
        self.none = PressButton(say("No key answers"), self)
        self.first = PressButton(say("All as at first"), self)
        self._close = PressButton(say("Close"), self)
        self._area = QScrollArea(self)  # for a low window
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        for answer, box in self.boxes.items():
            box.typed.connect(lambda typed, answer=answer: self._change(answer, typed))
        self.none.clicked.connect(lambda: self._change_all(dict.fromkeys(Answer, letters.OFF)))
        self.first.clicked.connect(lambda: self._change_all(letters.FIRST))
        self._close.clicked.connect(self.end)

    def _lay_out(self) -> None:
        about = text_label(self)
        about.setText(
            say(
                "Single keys that answer the prompt one is on, for you, on this laptop. Type another key into a box, or "
                "empty it: then none answers, and the buttons do. Each is saved at once."
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(sizes.PAGE))
        grid.setColumnStretch(2, 1)
        for row, (answer, box) in enumerate(self.boxes.items()):
            label = plain_label(actions.command(answer.value).text, self)
            label.setBuddy(box)
            for column, part in enumerate((label, box, self.states[answer])):
                grid.addWidget(part, row, column)
        inside = QWidget(self)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(about)
        rows.addLayout(grid)
        rows.addWidget(self.wrong)
        rows.addStretch(1)
        self._area.setWidget(inside)
        for ground in (self._area.viewport(), inside):
            ground.setAutoFillBackground(False)  # the sheet's own shows
        self.body.addWidget(theme.role(plain_label(say("Settings")), "heading"))
        self.body.addWidget(self._area)
        self.body.addLayout(Flow(self.none, self.first, self._close))

    def open(self) -> None:
        """Show the sheet."""
        self._opened_with = self._in_use()
        self._show()
        self.begin(self.boxes[Answer.YES])

    def end(self) -> None:
        """Close it; whoever shows keys hears of it if they are others now."""
        shown = self.isVisible()
        super().end()
        if shown and self._in_use() != self._opened_with:
            self.letters_changed.emit()

    def _in_use(self) -> dict[Answer, str]:
        return {answer: letters.letter(answer) for answer in Answer}

    def _change(self, answer: Answer, typed: str) -> None:
        try:
            letters.change(self._settings, answer, typed)
        except Expected as error:
            self._show(sentence(error))
        else:
            self._show()

    def _change_all(self, wanted: dict[Answer, str]) -> None:
        try:
            letters.change_all(self._settings, wanted)
        except Expected as error:
            self._show(sentence(error))
        else:
            self._show()

    def _show(self, wrong: str = "") -> None:
        for answer, box in self.boxes.items():
            box.setText(letters.letter(answer))
            if box.hasFocus():
                box.selectAll()
            self.states[answer].setText(letters.state(answer))
            box.setAccessibleDescription(self.states[answer].text())
        self.wrong.say(wrong)
        self._lie()


class LetterBox(QLineEdit):
    """Shows one key; the next one that is pressed takes its place, and Delete empties it."""

    typed = Signal(str)  # a letter or sign; "" for none

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("{answer}: key", answer=name))
        self.setMaxLength(1)
        self.setFixedWidth(theme.px(sizes.BOX_KEY))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textEdited.connect(self.typed)  # what comes by an input method

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key stands for itself."""
        chord = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in _EMPTYING:
            self.typed.emit(letters.OFF)
        elif event.text() and event.text().isprintable() and not chord:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
