"""Who changed an item, when and how, newest first; of a text what changed in it, and a way to bring an earlier one back."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from inspector_app.core.domain.days.when import moment
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import HistoryRow
from inspector_app.core.errors import Expected
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.labels import show_marked, text_label
from inspector_app.ui.controls.layouts import empty
from inspector_app.ui.controls.telling import refuse
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.words.answers import WORDS
from inspector_app.ui.words.diff import as_html, diff, in_words
from inspector_app.ui.words.handoffs.trust import origin

_AT_ONCE = 30  # entries; a note that was written all week has hundreds
_VERBS = {"undo": "undone", "redo": "done again", "import": "imported", "settle": "settled"}
NOTHING = "Nothing has been recorded here yet."


class HistoryList(QWidget):
    """Signals `wanted` with the HistoryRow whose text is to come back."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[HistoryRow] | None = None
        self._read: Callable[[int], Sequence[HistoryRow]] | None = None
        self.entries: list[QLabel] = []
        self.buttons: dict[str, PressButton] = {}
        self._shown = 0
        self._earlier = theme.role(PressButton("Show earlier", self), "plain")
        self._earlier.clicked.connect(self._show_more)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(sizes.TIGHT))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.px(sizes.CLOSE), 0)
        layout.addLayout(self._lines)
        layout.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_history(self, read: Callable[[int], Sequence[HistoryRow]] | None) -> None:
        """Show the last of a history (None: of nothing); the same again changes nothing.

        `read` gives so many of its rows at least, newest first; it is asked again for what is earlier. Raises as that.
        """
        self._read = read
        rows = self._rows(max(self._shown, _AT_ONCE))
        if rows == self.rows:
            return
        self.rows = rows
        empty(self._lines)
        self.entries, self.buttons, self._shown = [], {}, 0
        if not rows:
            said = theme.role(text_label(self), "quiet")
            said.setText(NOTHING)
            self._lines.addWidget(said)
        self._add_entries()

    def _rows(self, most: int) -> Sequence[HistoryRow]:
        """So many rows, and what each of them came after."""
        return self._read(most + 1) if self._read else []

    def _show_more(self) -> None:
        try:
            self.rows = self._rows(self._shown + _AT_ONCE)
        except Expected as error:
            refuse(self, error)
            return
        self._add_entries()

    def _add_entries(self) -> None:
        rows = self.rows or ()
        for place in range(self._shown, min(len(rows), self._shown + _AT_ONCE)):
            row = rows[place]
            before = next((other for other in rows[place + 1 :] if other.field == row.field), None)
            newest = all(other.field != row.field for other in rows[:place])
            self._add(row, before, newest=newest)
        self._shown = min(len(rows), self._shown + _AT_ONCE)
        self._earlier.setVisible(self._shown < len(rows))

    def _add(self, row: HistoryRow, before: HistoryRow | None, *, newest: bool) -> None:
        if self.entries:
            self._lines.addSpacing(theme.px(sizes.CLOSE))  # what is of one entry stands closer together than two do
        head = theme.role(text_label(self), "label")
        head.setText(heading(row))
        self._lines.addWidget(head)
        said = self._entry(row, before)
        self._lines.addWidget(said)
        said.show()  # now, not when the event loop comes to it: the focus may be to go there
        self.entries.append(said)
        if row.field != "answer" and not newest and row.value:
            button = theme.role(PressButton("Bring this text back", self), "plain")
            call(button, f"the {_title(row)} of {head.text()}")
            button.clicked.connect(lambda: self.wanted.emit(row))
            self.buttons[row.change] = button
            self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _entry(self, row: HistoryRow, before: HistoryRow | None) -> QLabel:
        said = text_label(self)
        said.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Tab leads through what is to be read, too
        said.setProperty("reads", True)
        said.setIndent(0)
        if row.field == "answer":
            words = f"{answer(before.value if before else None)} → {answer(row.value)}"
            said.setText(words)
        else:
            parts, c = diff(str((before and before.value) or ""), str(row.value or "")), theme.colours()
            html = as_html(parts, c.no, c.yes, grounds=(c.no_soft, c.yes_soft))
            show_marked(said, html if row.value or parts else "Nothing written")
            words = in_words(parts)
        said.setAccessibleName(f"{heading(row)}: {words}")
        return said


def heading(row: HistoryRow) -> str:
    """Who, when and what: "Ruth Ashdown, today 14:02: note"."""
    at = moment(row.at, datetime.now().astimezone())
    verb = f" ({_VERBS[row.verb]})" if row.verb in _VERBS else ""
    where = f", {origin(row)}" if origin(row) else ""
    return f"{row.by or 'Somebody'}, {at}{where}: {_title(row)}{verb}"


def _title(row: HistoryRow) -> str:
    return ENTITIES[row.entity].field(row.field).title


def answer(value: object) -> str:
    """An answer in a word."""
    return str(WORDS[Answer(str(value)) if value else None]).capitalize()
