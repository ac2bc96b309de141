"""The head of the week board: which days these are, whose week is shown, and what one can do from here."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.buttons.drawn import draw
from inspector_app.ui.controls.buttons.keyed_button import KeyedButton
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.choice import Choice
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme

EVERYBODY = ""
_LETTERS = 17  # of a name with what stands round it
_ONE_LINE = 900  # px at 100%: from this width what one can do stands beside the title


class BoardHead(QWidget):
    """Signals `whose_chosen` with the id of the person whose week is to be shown; EVERYBODY for all."""

    whose_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dates = theme.role(text_label(self), "quiet")
        self.whose = Choice(say("Whose week"))
        self.whose.setMinimumContentsLength(_LETTERS)
        self.whose.chosen.connect(self.whose_chosen)
        self.print_it = draw(theme.role(PressButton(say("Print…"), self), "plain"), "print")
        self.print_it.setToolTip(f"{actions.command('print-week').tip} ({actions.keys('print-week')})")
        self.set_up = draw(PressButton(say("Setting up"), self), "setting")
        self.set_up.setToolTip(actions.command("setup").tip)
        raising = KeyedButton(actions.command("raise-concern").text, actions.keys("raise-concern"), self)
        self.raise_it = draw(raising, "concerns")
        self.raise_it.setToolTip(f"{actions.command('raise-concern').tip} ({actions.keys('raise-concern')})")
        self.stops: tuple[QWidget, ...] = (self.whose, self.print_it, self.set_up, self.raise_it)
        said = QHBoxLayout()
        said.setSpacing(theme.px(sizes.APART))
        said.addWidget(theme.role(plain_label(say("Week"), self), "title"))
        said.addWidget(self._dates, 1, Qt.AlignmentFlag.AlignVCenter)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(theme.px(sizes.CLOSE))
        self._across.addLayout(said, 1)
        acts = QWidget(self)
        acts.setLayout(Flow(*self.stops))
        self._across.addWidget(acts)

    def set_dates(self, dates: str) -> None:
        """Say which days these are."""
        self._dates.setText(dates)

    @property
    def dates(self) -> str:
        """What it says of the days."""
        return self._dates.text()

    def set_people(self, people: Mapping[str, str], whose: str) -> None:
        """Offer the weeks of these people (id -> name), of whom one or EVERYBODY is chosen; nothing where there is one."""
        offered = [(EVERYBODY, say("Everybody’s week"))]
        offered += [(person, say("{name}’s week", name=name)) for person, name in people.items()]
        self.whose.set_choices(offered)
        self.whose.show_choice(whose)
        self.whose.setVisible(len(people) > 1)

    def fit(self, width: int) -> None:
        """Stand in one line where there is room."""
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.LeftToRight if width >= theme.px(_ONE_LINE) else ways.TopToBottom)
