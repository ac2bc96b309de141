"""Beside a concern: what has to be there before it can be closed, mark by mark, where it shows meanwhile, and its history."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.concern import OUTCOME, TOLD, WHAT, WHEN, ConcernRow
from inspector_app.core.words import later, say
from inspector_app.ui.controls.labels import plain_label, said_label, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.controls.shown.picture import drawn
from inspector_app.ui.look import sizes, theme

_PARTS = {
    WHAT: later("what it is"), TOLD: later("who was told"), WHEN: later("when, day and time"),
    OUTCOME: later("the outcome"),
}  # fmt: skip
_SHOWS = (
    later("At the head of the window"), later("On its case and the week board"), later("In what you give your team"),
)  # fmt: skip
_WIDE = 288  # px at 100%


class BeforeClosing(Reading):
    """The marks follow the concern."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(theme.px(_WIDE))
        self.setAccessibleName(say("Before it can be closed, where it shows, and its history"))
        inside = theme.role(QWidget(), "page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._closing, self.marks = QWidget(inside), {part: text_label(inside) for part in _PARTS}
        self._signs = {part: plain_label(parent=inside) for part in _PARTS}
        self._add_marks(inside)
        shows = self._part(QWidget(inside), say("Where it shows"))
        for words in _SHOWS:
            shows.addWidget(said_label(inside, words.say()))
        shows.addWidget(said_label(inside, say("Never in a rating or in the draft findings."), "small"))
        self._history = QVBoxLayout()
        self._history.setSpacing(theme.px(sizes.CLOSE))
        self._part(QWidget(inside), say("History"), ruled=False).addLayout(self._history)
        self._column.addStretch(1)
        self.setWidget(inside)

    def _part(self, held: QWidget, heading: str, *, ruled: bool = True) -> QVBoxLayout:
        """A part under its heading, with a rule below it; what is in it is added to what is given."""
        body = QVBoxLayout(held)
        body.setContentsMargins(*(theme.px(side) for side in (sizes.APART, sizes.NEAR, sizes.APART, sizes.NEAR)))
        body.setSpacing(theme.px(sizes.TIGHT))
        body.addWidget(theme.role(plain_label(heading, held), "label"))
        self._column.addWidget(held)
        if ruled:
            self._column.addWidget(theme.role(QFrame(held.parentWidget()), "line"))
        return body

    def _add_marks(self, inside: QWidget) -> None:
        body = self._part(self._closing, say("Before it can be closed"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(sizes.CLOSE))
        grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        grid.setColumnStretch(1, 1)
        for place, (part, mark) in enumerate(self.marks.items()):
            grid.addWidget(self._signs[part], place, 0)
            grid.addWidget(mark, place, 1)
        body.addLayout(grid)
        body.addWidget(
            said_label(inside, say("Closed, it can be opened again with a reason. It is never deleted."), "small")
        )

    def set_row(self, row: ConcernRow) -> None:
        """A tick before what is there, a ring before what is missing; a closed one has all of it."""
        c = theme.colours()
        for part, words in _PARTS.items():
            there = part not in row.lacking
            self._signs[part].setPixmap(drawn("saved" if there else "open", c.yes if there else c.quiet, self))
            self.marks[part].setText(words.say())
            self.marks[part].setAccessibleName(
                say("{part}: it is there", part=words) if there else say("{part}: it is missing", part=words)
            )

    def set_history(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show who did what: when and who, and what they did."""
        empty(self._history)
        for moment, said in lines:
            self._history.addWidget(_step(self, moment, said))


def _step(parent: QWidget, moment: str, said: str) -> QWidget:
    held = QWidget(parent)
    lines = QVBoxLayout(held)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(said_label(held, moment, "small"))
    lines.addWidget(said_label(held, said, "little"))
    return held
