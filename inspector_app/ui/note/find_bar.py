"""Find and replace within one note: a bar under the box. Plain words, no patterns."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from inspector_app.core.domain.text.writing import occurrences
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.single_keys import swallow
from inspector_app.ui.controls.flow import Flow, beside
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.exact_text import to_document, units

_FIND, _LONGER = "Find", "Replace with"
_MOST_SHOWN = 500  # places coloured at once; all are counted and replaced
_LONGEST = 1000  # characters that are looked for: a paste of a page and more would hold the window up for seconds
_HELD = ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)


@dataclass(frozen=True, slots=True)
class Looking:
    """What a bar is asked for. `at`: the name of its line that has the keyboard; "" where that is elsewhere."""

    wanted: str
    new: str
    case: bool
    whole: bool
    at: str


class FindBar(QWidget):
    """What is looked for in a box, where it stands, and what to put there instead."""

    closed = Signal()

    def __init__(self, box: NoteBox, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = box
        self._found: list[tuple[int, int]] = []  # in characters of the document's text
        self._places: list[tuple[int, int]] = []  # the same as positions of the document
        self._text = ""
        self.wanted, self.new = _line(_FIND, self), _line(_LONGER, self)
        self.count = theme.role(plain_label(parent=self), "small")
        self.count.setAccessibleName("How often it was found")
        self.case, self.whole = QCheckBox("Match case", self), QCheckBox("Whole words", self)
        self._lay_out()
        self.wanted.textChanged.connect(self._look_again)
        self.case.toggled.connect(self._look_again)
        self.whole.toggled.connect(self._look_again)
        box.textChanged.connect(self._on_text_changed)

    def _lay_out(self) -> None:
        search, change = QHBoxLayout(), QHBoxLayout()
        for row, line in ((search, self.wanted), (change, self.new)):
            row.setSpacing(theme.px(sizes.CLOSE))
            row.addWidget(_label(line, self))
            row.addWidget(line, 1)
        search.addWidget(self.count)
        buttons = (
            ("Previous", self.previous, "Go to the place before (Shift+Enter)"),
            ("Next", self.next, "Go to the next place (Enter)"),
            ("Replace", self.replace, "Replace this place and go to the next"),
            ("Replace all", self.replace_all, "Replace every place, in one step that can be undone"),
            ("Close", self.close_bar, "Back to the text (Esc)"),
        )
        made = [_button(self, *each) for each in buttons]
        for pair in (made[1], made[3]):
            beside(pair)
        self._changing = (self.new, *made[2:4])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addLayout(search)
        layout.addLayout(change)
        layout.addLayout(Flow(self.case, self.whole, *made))

    def begin(self) -> None:
        """Look for what is selected in the note, or for what was looked for last. What is only read is not replaced."""
        for widget in self._changing:
            widget.setEnabled(not self._box.isReadOnly())
        selected = self._box.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.wanted.setText(selected)
        self._look_again()
        self.wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        self.wanted.selectAll()
        QTimer.singleShot(0, self, self._bring_into_view)  # once it has its place

    @property
    def looking(self) -> Looking:
        """What it is asked for now."""
        at = next((line.accessibleName() for line in (self.wanted, self.new) if line.hasFocus()), "")
        case, whole = self.case.isChecked(), self.whole.isChecked()
        return Looking(wanted=self.wanted.text(), new=self.new.text(), case=case, whole=whole, at=at)

    def look_on(self, looking: Looking) -> None:
        """Ask for the same again, at the place the cursor is; it has the keyboard where it had it."""
        self.new.setText(looking.new)
        self.case.setChecked(looking.case)
        self.whole.setChecked(looking.whole)
        self.wanted.setText(looking.wanted)
        for line in (self.wanted, self.new):
            if line.accessibleName() == looking.at:
                line.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, theme.px(sizes.CLOSE))
            around.ensureWidgetVisible(
                self.wanted, 0, theme.px(sizes.CLOSE)
            )  # of a bar higher than the page, what one types in

    def close_bar(self) -> None:
        """Put the bar away and go back to the text."""
        self._box.setExtraSelections([])
        self.hide()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def next(self) -> None:
        """Go to the next place behind the cursor, and from the last to the first."""
        end = self._box.textCursor().selectionEnd()
        self._go(next((n for n, span in enumerate(self._places) if span[0] >= end), 0))

    def previous(self) -> None:
        """Go to the place before the cursor, and from the first to the last."""
        start = self._box.textCursor().selectionStart()
        before = [n for n, span in enumerate(self._places) if span[1] <= start]
        self._go(before[-1] if before else len(self._found) - 1)

    def replace(self) -> None:
        """Replace the place one is at; where one is at none, go to the next."""
        cursor = self._box.textCursor()
        if (cursor.selectionStart(), cursor.selectionEnd()) in self._places and cursor.hasSelection():
            cursor.insertText(to_document(self.new.text()))
            self._box.setTextCursor(cursor)
        self.next()

    def replace_all(self) -> None:
        """Replace every place, in one step of the item's history."""
        parts, at, instead = [], 0, to_document(self.new.text())
        for start, end in self._found:
            parts += [self._text[at:start], instead]
            at = end
        count, new = len(self._found), "".join([*parts, self._text[at:]])
        if count and new != self._text:
            self._box.in_one_step(lambda: self._box.change(0, units(self._text), new))
        self.count.setText(f"{count} replaced")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F3 go on, with Shift back, Escape closes; letters never reach the row around."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            (self.previous if back else self.next)()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.modifiers() & _HELD:
            event.ignore()
        else:
            swallow(self, event)

    def _look_again(self) -> None:
        """Find all places, and select the first that begins no earlier than the cursor."""
        self._read()
        start = self._box.textCursor().selectionStart()
        if self._found:
            self._go(next((n for n, span in enumerate(self._places) if span[0] >= start), 0))
        else:
            self.count.setText(self._nothing if self.wanted.text() else "")

    def _on_text_changed(self) -> None:
        if self.isVisible():
            self._read()
            self._say(None)

    def _read(self) -> None:
        self._text = self._box.document().toRawText().replace("\u2029", "\n")
        wanted = to_document(self.wanted.text())
        case, whole = self.case.isChecked(), self.whole.isChecked()
        short = len(wanted) <= _LONGEST
        self._found = occurrences(self._text, wanted, match_case=case, whole_word=whole) if short else []
        self._places = _in_units(self._text, self._found)
        self._colour()

    def _go(self, number: int) -> None:
        if not self._found:
            return
        start, end = self._places[number]
        cursor = self._box.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._box.setTextCursor(cursor)
        self._box.ensureCursorVisible()
        self._say(number)

    def _say(self, number: int | None) -> None:
        many = len(self._found)
        self.count.setText(
            f"{number + 1} of {many}" if number is not None else f"{many} found" if many else self._nothing
        )

    @property
    def _nothing(self) -> str:
        return "not found" if len(self.wanted.text()) <= _LONGEST else "too long to be found"

    def _colour(self) -> None:
        shown = []
        for start, end in self._places[:_MOST_SHOWN]:
            one = QTextEdit.ExtraSelection()
            one.cursor = QTextCursor(self._box.document())
            one.cursor.setPosition(start)
            one.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            one.format.setProperty(QTextFormat.Property.BackgroundBrush, QColor(theme.colours().accent_soft))
            shown.append(one)
        self._box.setExtraSelections(shown)


def _in_units(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same places as positions of the document."""
    if text.isascii():
        return spans
    made, at, unit = [], 0, 0
    for start, end in spans:
        begin = unit + units(text[at:start])
        unit, at = begin + units(text[start:end]), end
        made.append((begin, unit))
    return made


def _line(name: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setAccessibleName(name)
    return line


def _label(line: QLineEdit, parent: QWidget) -> QLabel:
    label = theme.role(plain_label(line.accessibleName(), parent), "small")
    label.setBuddy(line)
    label.setFixedWidth(QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(_LONGER))
    return label


def _button(parent: QWidget, text: str, do: Callable[[], None], tip: str) -> PressButton:
    button = theme.role(PressButton(text, parent), "plain")
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.clicked.connect(lambda _checked=False: do())
    return button
