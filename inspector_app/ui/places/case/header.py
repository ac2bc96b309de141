"""Whose case this is, what is still open on it, and the ways on."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from inspector_app.core.domain.completeness import ToCheck
from inspector_app.core.domain.rows import CaseRow
from inspector_app.core.words import count, say
from inspector_app.ui import actions
from inspector_app.ui.controls.called import call
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.telling import speak
from inspector_app.ui.look import theme
from inspector_app.ui.places.case.concern_flag import ConcernFlag
from inspector_app.ui.words import point as point_words

# code, words on the button, key, what it does
_BUTTONS = (
    ("undo", "Undo", "Ctrl+Z", "Take back the last edit of this item"),
    ("redo", "Redo", "Ctrl+Shift+Z", "Do again what was undone"),
    ("previous-case", "‹ Case", "Ctrl+PgUp", "Previous case"),
    ("next-case", "Case ›", "Ctrl+PgDown", "Next case"),
    ("next-gap", "Next gap", "Ctrl+Down", "The next thing not answered"),
)


class CaseHeader(QFrame):
    """The reference, type, inspector and gaps of a case, with buttons for what the page's keys do."""

    asked = Signal(str)  # "back", "facts", "undo", "redo", "previous-case", "next-case", "next-gap"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ref = theme.role(QLabel(self), "heading")
        self._about = theme.role(QLabel(self), "quiet")
        self._gaps = theme.role(QLabel(self), "label")
        for label in (self._ref, self._about, self._gaps):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.flag = ConcernFlag(self)
        self._case, self._left = "", 0
        self._concerns: Mapping[str, int] = {}
        layout = Flow(self._button("back", "‹ Cases", "", "Back to the cases"), self._ref, self.flag, self._about)
        layout.add_gap()
        self.points = self._button("facts", "", actions.command("facts").keys[0], "What to check on this case")
        for widget in (self._gaps, self.points, *(self._button(*button) for button in _BUTTONS)):
            layout.addWidget(widget)
        self.setLayout(layout)

    def _button(self, code: str, words: str, keys: str, tip: str) -> QPushButton:
        button = theme.role(QPushButton(words, self), "plain")
        button.setObjectName(code)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus on the item it is about
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{tip} ({shown})" if keys else tip)
        call(button, tip)
        button.clicked.connect(lambda: self._ask(code))
        return button

    def _ask(self, code: str) -> None:
        self.asked.emit(code)

    def set_row(self, row: CaseRow) -> None:
        """Show a case."""
        self._ref.setText(row.ref)
        self._about.setText("  ·  ".join(part for part in (row.type, row.inspector_name) if part))
        if row.id != self._case:
            self._case, self._left = row.id, row.gaps  # of another case nobody asked how many are left
        self.set_gaps(row.gaps)
        self.set_concerns(self._concerns)

    def set_concerns(self, concerns: Mapping[str, int]) -> None:
        """Say how many open concerns there are about the case, of these (case id -> count)."""
        self._concerns = concerns
        self.flag.set_count(concerns.get(self._case, 0))

    def set_gaps(self, gaps: int) -> None:
        """Show how many prompts and key questions are not answered, and say it aloud where that is another number."""
        self._gaps.setText(count(gaps, "{n} gap", "{n} gaps") if gaps else say("all answered"))
        if gaps != self._left:
            self._left = gaps
            speak(self, self._gaps.text(), "gaps")

    def show_points(self, found: ToCheck) -> None:
        """Show how many things are worth checking before the case is submitted."""
        said = point_words.how_many(found)
        self.points.setText(said)
        self.points.setAccessibleName(say("{points} on this case: show it", points=said))
