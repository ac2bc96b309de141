"""Beside an open concern: what has to be there before it can be closed, mark by mark, and where a concern shows meanwhile."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.concern import OUTCOME, TOLD, WHAT, WHEN, ConcernRow
from inspector_app.core.words import later, say
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme

_PARTS = {
    WHAT: later("what it is"), TOLD: later("who was told"), WHEN: later("when, day and time"),
    OUTCOME: later("the outcome"),
}  # fmt: skip
_SHOWS = (
    later("At the head of the window, for everybody."), later("On its case and on the week board."),
    later("In the packages that you give your team."), later("Never in a rating or in the draft findings."),
)  # fmt: skip


class BeforeClosing(QFrame):
    """The marks follow the concern."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.marks = {part: text_label(self) for part in _PARTS}
        inside = QVBoxLayout(self)
        inside.setContentsMargins(theme.px(sizes.APART), 0, 0, 0)
        inside.setSpacing(theme.px(sizes.CLOSE))
        inside.addWidget(theme.role(plain_label(say("Before it can be closed"), self), "label"))
        for mark in self.marks.values():
            inside.addWidget(mark)
        inside.addWidget(self._said(say("Closed, it can be opened again with a reason. It is never deleted.")))
        inside.addSpacing(theme.px(sizes.CLOSE))
        inside.addWidget(theme.role(plain_label(say("Where it shows"), self), "label"))
        for words in _SHOWS:
            inside.addWidget(self._said(words.say()))
        inside.addStretch(1)

    def set_row(self, row: ConcernRow) -> None:
        """A tick before what is there, a ring before what is missing."""
        for part, words in _PARTS.items():
            there = part not in row.lacking
            self.marks[part].setText(f"{'✓' if there else '○'} {words}")
            self.marks[part].setAccessibleName(
                say("{part}: it is there", part=words) if there else say("{part}: it is missing", part=words)
            )

    def _said(self, words: str) -> QLabel:
        label = theme.role(text_label(self), "quiet")
        label.setText(words)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        return label
