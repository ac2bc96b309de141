"""The card of the keys: the table, what narrows it, and what can be done to the key one is on."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.words import later, say
from inspector_app.ui import letters, own_keys
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.controls.fields.filter_segments import FilterSegments
from inspector_app.ui.controls.fields.reason import Reason
from inspector_app.ui.controls.fields.search_line import searching
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import said_label
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.settings import remapping
from inspector_app.ui.window.settings.key_table import KeyTable

_STATES = ((later("All"), None), (later("Yours"), later("yours")), (later("Off"), later("off")))  # as remapping.state


class KeysCard(Card):
    """Signals `changed` when a command has another key."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(say("Keys"), parent=parent)
        self._settings = settings
        self.search, self.which = QLineEdit(self), DropDown(self)
        self.table, self.wrong = KeyTable(self), Reason(self, lines=2)
        self.other = PressButton(say("Another key"), self)
        self.none = PressButton(say("No key"), self)
        self.first = PressButton(say("As at first"), self)
        self.no_letters = QCheckBox(say("Single letters never answer"), self)
        self._letters = letters.FIRST  # which it gives back
        self.all_first = draw(theme.role(PressButton(say("All keys as at first"), self), "plain"), "undo")
        self._lay_out()
        self.search.textChanged.connect(lambda _: self._narrow())
        self.which.currentIndexChanged.connect(lambda _: self._narrow())
        self.table.wanted.connect(self._take)
        self.table.refused.connect(self.wrong.say)
        self.table.currentCellChanged.connect(lambda *_: self._say_possible())
        self.other.clicked.connect(self.table.listen)
        self.none.clicked.connect(lambda: self._change(self.table.code, own_keys.OFF))
        self.first.clicked.connect(lambda: self._change(self.table.code, None))
        self.no_letters.clicked.connect(lambda off: self._do(lambda: self._set_letters(off=off)))
        self.all_first.clicked.connect(lambda: self._do(lambda: remapping.all_as_at_first(self._settings)))
        self._say_possible()

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(say("Find a command or a key"))
        self.search.setAccessibleName(say("Find a command or a key"))
        searching(self.search)
        self.search.setMinimumWidth(theme.px(sizes.BOX_LONG))
        self.which.setAccessibleName(say("Which keys are listed"))
        for words, state in _STATES:
            self.which.addItem(words.say(), state.say() if state else "")
        self.filters = FilterSegments(self.which, self, all_stand=True)
        for name in ("search", "which", "table", "other", "none", "first", "no_letters", "all_first"):
            getattr(self, name).setObjectName(f"settings-{name}")
        self.body.removeWidget(self.heading)
        head = Flow(self.heading, self.search, self.filters)
        head.set_gap(1)
        self.body.addLayout(head)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(Flow(self.other, self.none, self.first))
        about = say(
            "Press Enter on a line and then its new key, or Esc to leave it as it is. Delete leaves it without a key."
        )
        self.body.addWidget(said_label(self, about, "small"))
        self.body.addWidget(self.no_letters)
        self.body.addWidget(self.wrong)  # last: its room is kept, and would be a hole above the buttons
        self._count()

    def _narrow(self) -> None:
        self.table.narrow(self.search.text(), str(self.which.currentData()))

    def _count(self) -> None:
        """Say beside each filter how many keys it would show, and whether any letter answers."""
        self.no_letters.setChecked(not letters.all_shown())
        self.filters.set_numbers(self.table.counted())

    def _say_possible(self) -> None:
        for button in (self.other, self.none, self.first):
            button.setEnabled(self.table.can_change)

    def _take(self, code: str, key: str) -> None:
        """Give it the key that was pressed; one that it cannot have is waited for again."""
        self._change(code, key)
        if self.wrong.text():
            self.table.listen()

    def _change(self, code: str, key: str | None) -> None:
        change = remapping.change_letter if code in remapping.ANSWERS else remapping.change
        self._do(lambda: change(self._settings, code, key))

    def _set_letters(self, *, off: bool) -> None:
        now = {answer: letters.letter(answer).lower() for answer in Answer}
        letters.change_all(self._settings, dict.fromkeys(Answer, letters.OFF) if off else self._letters)
        self._letters = now if off else letters.FIRST

    def _do(self, change: Callable[[], object]) -> None:
        try:
            change()
        except Expected as error:
            self.wrong.say(sentence(error))
        else:
            self.wrong.say("")
            self.table.show_keys()
            self._count()
            self.changed.emit()
