"""What opens beside the prompts, or in their place where there is no room for both: one thing at a time, Esc closes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector_app.ui.controls.press_button import PressButton
from inspector_app.ui.look import theme

_WIDTH = 392  # px at 100%


class Aside(QFrame):
    """A heading, a way to close, and the parts that were opened so far, of which one is shown."""

    closed = Signal()  # by its button or Esc
    changed = Signal()  # it opened, closed or shows another part

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "card")
        self.code = ""  # of what is shown; "" while closed
        self.fills = False
        self._parts: dict[str, QWidget] = {}
        self._heading = theme.role(QLabel(self), "heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        self.close_button = theme.role(PressButton("Close", self), "plain")
        self.close_button.setToolTip("Back to the prompts (Esc)")
        self.close_button.setAccessibleName("Close, back to the prompts")
        self.close_button.clicked.connect(self.closed)
        self._stack = QStackedWidget(self)
        self._stack.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # it has what room there is
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(8), theme.px(6), theme.px(8))
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.hide()

    def has(self, code: str) -> bool:
        """Whether that part was made already."""
        return code in self._parts

    def add(self, code: str, part: QWidget, *, scrolls: bool = True) -> None:
        """Take a part; it scrolls here unless it does so itself."""
        self._parts[code] = _scrolling(part, self._stack) if scrolls else part
        self._stack.addWidget(self._parts[code])

    def open(self, code: str, heading: str, *, fills: bool) -> None:
        """Show a part. `fills`: it takes the place of the prompts however wide the window is."""
        self.code, self.fills = code, fills
        self._heading.setText(heading)
        self._stack.setCurrentWidget(self._parts[code])
        self.setAccessibleName(heading)
        self.changed.emit()

    def shut(self) -> None:
        """Close it."""
        self.code = ""
        self.changed.emit()

    def set_beside(self, beside: bool) -> None:
        """Stand beside the prompts in a width of its own, or take all there is."""
        if beside:
            self.setFixedWidth(theme.px(_WIDTH))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; letters and arrows here are not for the prompts."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif held:
            event.ignore()


def _scrolling(part: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    theme.role(part, "page")
    area.setWidget(part)
    return area
