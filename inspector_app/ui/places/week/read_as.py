"""What a typed line was read as, shown under it before it is added. It lies over the days: nothing moves for it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.keyed_button import KeyedButton
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme

_WIDE = 364  # px at 100%


class ReadAs(QFrame):
    """Tab goes from the line to its buttons, and from them on. Signals `add` and `add_and_open` for the line it is under.

    `cramped`: neither under the line nor over it is there room; by how many pixels down the line could be scrolled up.
    """

    add = Signal()
    add_and_open = Signal()
    cramped = Signal(int)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        theme.role(self, "floating")
        self.setAccessibleName(say("Read as"))
        self.line: QLineEdit | None = None
        self._grid = QGridLayout()
        self._rows: list[tuple[QLabel, QLabel]] = []  # kept: they are filled at every key
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(theme.px(sizes.NEAR))
        self._grid.setVerticalSpacing(theme.px(sizes.TIGHT))
        self.clash = theme.role(text_label(self), "small")
        self.open_it = theme.role(PressButton(say("Change a part"), self), "slight")
        self.open_it.setToolTip(say("Add it, and open it to change a part"))
        self.add_it = theme.role(KeyedButton(say("Add"), say("Enter"), self), "primary")
        self.add_it.clicked.connect(self.add)
        self.open_it.clicked.connect(self.add_and_open)
        for button in (self.open_it, self.add_it):
            button.installEventFilter(self)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        edge = theme.px(sizes.NEAR)
        inside.setContentsMargins(sizes.EDGE, theme.px(sizes.CLOSE), sizes.EDGE, sizes.EDGE)
        inside.setSpacing(theme.px(sizes.CLOSE))
        heading = QHBoxLayout()
        heading.setContentsMargins(edge, 0, edge, 0)
        heading.addWidget(theme.role(plain_label(say("Read as"), self), "label"), 1)
        heading.addWidget(self.open_it)
        self._grid.setContentsMargins(edge, 0, edge, 0)
        foot = theme.role(QFrame(self), "sunken")
        said = QHBoxLayout(foot)
        said.setContentsMargins(edge, theme.px(sizes.CLOSE), edge, theme.px(sizes.CLOSE))
        said.addWidget(self.clash, 1)
        said.addStretch(0)
        said.addWidget(self.add_it)
        inside.addLayout(heading)
        inside.addWidget(theme.role(QFrame(self), "line"))
        inside.addLayout(self._grid)
        inside.addWidget(foot)

    def tell(self, line: QLineEdit, parts: Sequence[tuple[str, str]], clash: str, *, clashes: bool) -> None:
        """Show under a line what it is read as, and whether that clashes."""
        self._say(parts)
        self.clash.setText(f"{'▲' if clashes else '✓'} {clash}" if clash else "")
        theme.role(self.clash, "wrong" if clashes else "small")
        self.clash.setVisible(bool(clash))
        if line is not self.line:
            if self.line is not None and isValid(self.line):
                self.line.removeEventFilter(self)
            line.installEventFilter(self)
            self.line = line
            QWidget.setTabOrder(line, self.open_it)
            QWidget.setTabOrder(self.open_it, self.add_it)
        line.setAccessibleDescription(
            ", ".join([f"{what}: {said}" for what, said in parts if said] + [clash] * bool(clash))
        )
        self.show()
        self.raise_()
        self.have_room()

    def have_room(self) -> None:
        """Take its place, and where there is none beside the line ask for some; not while one scrolls."""
        over, line = self.parentWidget(), self.line
        if over is None or line is None:
            return
        cramped, top = self.lie(), line.mapTo(over, QPoint(0, 0)).y()
        if cramped or top < 0 or top + line.height() > over.height():
            self.cramped.emit(top - theme.px(sizes.TIGHT))
            self.lie()

    def _say(self, parts: Sequence[tuple[str, str]]) -> None:
        for row, (what, said) in enumerate(parts):
            if row == len(self._rows):
                self._add_row()
            for label, text in zip(self._rows[row], (what, said), strict=True):
                label.setText(text)
                label.setVisible(bool(said))

    def _add_row(self) -> None:
        pair = theme.role(plain_label(parent=self), "small"), theme.role(text_label(self), "label")
        for column, label in enumerate(pair):
            self._grid.addWidget(label, len(self._rows), column, Qt.AlignmentFlag.AlignTop)
        self._rows.append(pair)

    def lie(self) -> bool:
        """Take its place: under the line where there is room, else over it, and never outside what it lies over.

        Where neither has room for all of it, it has what room there is and never lies over the line; gives whether so.
        """
        over, line = self.parentWidget(), self.line
        if over is None or line is None or self.isHidden():
            return False
        wide = min(over.width(), max(theme.px(_WIDE), line.width()))
        layout = self.layout()
        high = min(over.height(), layout.totalHeightForWidth(wide)) if layout else self.height()
        top, gap = line.mapTo(over, QPoint(0, 0)), theme.px(sizes.TIGHT)
        above, below = top.y() - gap, over.height() - top.y() - line.height() - gap
        cramped = high > max(above, below)
        under = below >= high or (cramped and below >= above)
        high = min(high, max(above, below, 0))
        left = max(0, min(top.x(), over.width() - wide))
        self.setGeometry(left, top.y() + line.height() + gap if under else above - high, wide, high)
        return cramped

    @property
    def in_hand(self) -> bool:
        """Whether the keyboard is in it or in its line."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self.line or self.isAncestorOf(focus))

    def leave(self) -> None:
        """Go, unless the keyboard is still in it or in its line."""
        if not self.in_hand:
            self.put_away()

    def put_away(self) -> None:
        """Go."""
        if self.line is not None:
            self.line.setAccessibleDescription("")
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Once the keyboard is elsewhere, it goes; and it goes with its line, above which what is offered comes and goes."""
        if event.type() == QEvent.Type.FocusOut and watched is not self.line:
            QTimer.singleShot(0, self, self.leave)
        elif event.type() == QEvent.Type.Move and watched is self.line:
            QTimer.singleShot(0, self, self.have_room)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the line."""
        if event.key() == Qt.Key.Key_Escape and self.line is not None:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.put_away()
        else:
            super().keyPressEvent(event)
