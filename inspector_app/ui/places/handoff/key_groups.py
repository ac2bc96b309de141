"""A person's key in twelve groups, each in a box of its own: four in a line wherever it stands, so that it has one shape."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.ui.look import sizes, theme

_ACROSS = 4
_BOX, _WIDEST = 40, 420  # px at 100%: how high a group is, how wide all of them are at most


class KeyGroups(QWidget):
    """Twelve groups, large enough to read aloud. Tab stops at them; Ctrl+C copies the key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._groups: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_key(self, key: str, name: str) -> None:
        """Show these groups, which are heard as `name`."""
        self._groups = key.split()
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The groups as they stand, a line for each four."""
        return "\n".join(" ".join(line) for line in self._lines())

    def sizeHint(self) -> QSize:
        """So wide that the groups have room."""
        return QSize(theme.px(_WIDEST), self._high())

    def minimumSizeHint(self) -> QSize:
        """Four groups with nothing round them."""
        group = QFontMetrics(_font()).horizontalAdvance("0" * 5)
        return QSize(_ACROSS * (group + theme.px(sizes.CLOSE)) + (_ACROSS - 1) * theme.px(sizes.TIGHT), self._high())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C takes the key to the clipboard."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(" ".join(self._groups))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each group in its box."""
        painter, c = QPainter(self), theme.colours()
        painter.setFont(_font())
        for down, line in enumerate(self._lines()):
            for across, group in enumerate(line):
                box = self._box(across, down)
                painter.fillRect(box, QColor(c.sunken))
                painter.setPen(QPen(QColor(c.focus if self.hasFocus() else c.line), sizes.EDGE))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
                painter.setPen(QColor(c.text))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, group)

    def _lines(self) -> list[list[str]]:
        return [self._groups[at : at + _ACROSS] for at in range(0, len(self._groups), _ACROSS)]

    def _gap(self) -> int:
        return theme.px(sizes.CLOSE if self._wide() >= theme.px(_WIDEST - sizes.PAGE) else sizes.TIGHT)

    def _wide(self) -> int:
        """What the groups take of the width, at the present zoom: it may be another than when this was made."""
        return min(self.width(), theme.px(_WIDEST))

    def _box(self, across: int, down: int) -> QRect:
        gap = self._gap()
        wide = (self._wide() - (_ACROSS - 1) * gap) // _ACROSS
        return QRect(across * (wide + gap), down * theme.px(_BOX + sizes.CLOSE), wide, theme.px(_BOX))

    def _high(self) -> int:
        lines = max(1, len(self._lines()))
        return lines * theme.px(_BOX) + (lines - 1) * theme.px(sizes.CLOSE)


def _font() -> QFont:
    return theme.font(theme.HEADING, bold=True)
