"""What the marks come to, by prompt: never who gave them, and never before one's own are done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.framework import Framework
from inspector_app.core.rating import calibration
from inspector_app.core.rating.calibration import Differs
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.frames.card_area import CardArea
from inspector_app.ui.controls.labels import readable, said_label, text_label
from inspector_app.ui.controls.lists.wrapped import show_lines, wrapped_list
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.places.cases.calibration import words

_LOW = 96  # px at 100%: how high the list is at least


class Results(CardArea):
    """`save_wanted` and `team_wanted`: the two buttons."""

    save_wanted = Signal()
    team_wanted = Signal()

    def __init__(self, framework: Framework, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework = framework
        self._found: Sequence[Differs] = ()
        self._items: list[str] = []
        inside = theme.role(QWidget(), "page")
        self.whose = theme.role(text_label(inside), "heading")
        self.list = wrapped_list(words.RESULTS.say(), inside)
        self.list.setMinimumHeight(theme.px(_LOW))
        self.said = readable(inside)
        self.save = PressButton(say("Save my marks…"), inside)
        self.team = theme.role(PressButton(say("Combine the team’s marks…"), inside), "primary")
        self.save.clicked.connect(self.save_wanted)
        self.team.clicked.connect(self.team_wanted)
        self.list.currentRowChanged.connect(lambda _: self._show_here())
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(*(theme.px(sizes.APART),) * 4)
        layout.setSpacing(theme.px(sizes.CLOSE))
        layout.addWidget(self.whose)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.said)
        layout.addLayout(Flow(self.save, self.team))
        about = say(
            "A file of marks names nobody. The team’s marks can be combined once those of at least three people are "
            "here, yours among them."
        )
        layout.addWidget(said_label(inside, about, "small"))
        self.setWidget(inside)

    def show_found(self, found: Sequence[Differs]) -> None:
        """What was found, by prompt."""
        self._found = found
        rows = calibration.by_prompt(found)
        self._items = [row.item for row in rows]
        first = found[0] if found else None
        people = first.as_definitive + first.open + sum(n for _, n in first.others) if first else 0
        self.whose.setText(words.whose(people))
        show_lines(
            self.list,
            [words.prompt(row, calibration.text_of(self._framework, row.item)) for row in rows],
            0 if rows else -1,
        )
        self._show_here()

    def _show_here(self) -> None:
        at = self.list.currentRow()
        item = self._items[at] if 0 <= at < len(self._items) else ""
        self.said.setText(words.differing([one for one in self._found if one.definitive.item == item]))
