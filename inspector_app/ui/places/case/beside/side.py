"""Beside the prompts, or under them: the note of the row in hand, and what opens in its place, one thing at a time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.core.domain.cases.completeness import ToCheck
from inspector_app.core.words import later, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.single_keys import swallow
from inspector_app.ui.controls.frames.given_room import GivenStack
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import stops_in, tab_through
from inspector_app.ui.controls.tab_line import TabLine
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Across, Layout
from inspector_app.ui.places.case.beside.note_pane import NotePane

NOTE = ""  # the code of what is there when nothing else was opened
TABS = {
    NOTE: later("Note"), "guidance": later("Guidance"), "history": later("History"), "facts": later("Facts"),
    "points": later("To check"),
}  # fmt: skip

_MANY = 88  # as wide as the numbers are that there may be to check


class Side(QFrame):
    """The note, and the parts that were opened so far, of which one is shown."""

    wanted = Signal(str)  # code of the tab that somebody opens
    closed = Signal()  # by its button or Esc
    changed = Signal()  # it shows another part

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.code = NOTE
        self.fills = self._docked = False
        self._headed = False
        self._parts: dict[str, QWidget] = {}
        tabs = [(code, str(words)) for code, words in TABS.items()]
        self.tabs = TabLine(say("Beside the prompts"), tabs, self, shrinks=True)
        self.tabs.keep_room("points", say("To check {number}", number=_MANY))
        self.tabs.chosen.connect(self.wanted)
        self._heading = theme.role(text_label(self), "label")
        self.close_button = theme.role(PressButton("Close", self), "plain")
        self.close_button.setToolTip("Back to the prompts (Esc)")
        self.close_button.setAccessibleName("Close, back to the prompts")
        self.close_button.clicked.connect(self.closed)
        self._stack = GivenStack(self)
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # it has what room there is
        self.note = NotePane(self._stack)
        self._add(NOTE, self.note)
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(theme.px(sizes.NEAR), theme.px(sizes.TIGHT), theme.px(sizes.TIGHT), 0)
        head.addWidget(self._heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        line = theme.role(QFrame(self), "line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.EDGE,) * 4)
        layout.setSpacing(0)
        for widget in (self.tabs, line, self._head, self._stack):
            layout.addWidget(widget)
        layout.setStretch(3, 1)
        self._line = line

    @property
    def way_back(self) -> QWidget:
        """What one presses to leave what is open."""
        return self.tabs if self._head.isHidden() else self.close_button

    def has(self, code: str) -> bool:
        """Whether that part was made already."""
        return code in self._parts

    def add(self, code: str, part: QWidget, *, scrolls: bool = True) -> None:
        """Take a part; it scrolls here unless it does so itself. Tab comes to it from the tabs, whenever it was made."""
        self._add(code, _scrolling(part, self._stack) if scrolls else part)
        tab_through([self.close_button, *stops_in(part)])

    def _add(self, code: str, part: QWidget) -> None:
        self._parts[code] = part
        self._stack.addWidget(part)

    def open(self, code: str, heading: str, *, fills: bool = False, headed: bool = True) -> None:
        """Show a part. `fills`: it takes the place of the prompts too. Not `headed`: it has a heading of its own."""
        self.code, self.fills, self._headed = code, fills, headed
        self._heading.setText(heading)
        self._stack.setCurrentWidget(self._parts[code])
        self.setAccessibleName(heading)
        self._show_head()
        self.changed.emit()

    def shut(self) -> None:
        """Show the note again."""
        self.open(NOTE, "", headed=False)

    def show_points(self, found: ToCheck) -> None:
        """Say on its tab how many things are worth checking."""
        number = len(found.points) if found.begun else 0
        self.tabs.say("points", say("To check {number}", number=number) if number else str(TABS["points"]))

    def set_layout(self, layout: Layout) -> None:
        """Beside the prompts, with tabs; or docked below them."""
        self._docked = layout.across is Across.NARROW
        self.tabs.show_tab("guidance", layout.across is not Across.WIDE)  # there it has a place of its own
        self.note.set_layout(layout)
        self._show_head()

    def _show_head(self) -> None:
        tab = self.code in TABS
        for part in (self.tabs, self._line):
            part.setHidden(self._docked or self.fills)
        self.tabs.show_open(self.code)
        self._head.setVisible(self._headed and (self._docked or not tab))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; letters and arrows here are not for the prompts."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif held:
            event.ignore()
        else:
            swallow(self, event)


class _Area(QScrollArea):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows scroll; with Ctrl or Alt they are the page's keys, which Qt would take for the same."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _scrolling(part: QWidget, parent: QWidget) -> QScrollArea:
    area = _Area(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    theme.role(part, "page")
    held = theme.role(QWidget(), "page")
    layout = QVBoxLayout(held)
    layout.setContentsMargins(theme.px(sizes.NEAR), theme.px(sizes.CLOSE), theme.px(sizes.CLOSE), theme.px(sizes.CLOSE))
    layout.addWidget(part)
    area.setWidget(held)
    return area
