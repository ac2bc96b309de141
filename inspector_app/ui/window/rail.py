"""The narrow rail on the left: the pages of an open inspection, and the lock."""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout

from inspector_app.ui import actions, pages
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.badge import badged
from inspector_app.ui.look.icons import icon

_LOCK = "lock"  # the one button that leads to no page
_CONTESTED = "handoff"  # what waits there is contested; elsewhere it is a concern
_ICONS = {row.code: row.icon for row in pages.PAGES if row.icon} | {_LOCK: "lock"}
_WIDE, _BESIDE, _EDGE = (
    68,
    6,
    4,
)  # px at 100%: a button, what is left of it and right, and how much of it is round its words


class _Room(Enum):
    """How much room a button has, in px at 100%: its height, its picture, the space below it, and that over and under all.

    Its words are whole at every size: where there is too little room it is the picture that goes.
    """

    USUAL = (54, 20, 2, 8)
    TIGHT = (46, 20, 2, 8)
    WORDS = (32, 0, 0, 8)
    LEAST = (24, 0, 0, 2)


class _Button(QToolButton):
    """As large as the rail has it: of a fixed size the stylesheet takes the least back when it is read anew."""

    def __init__(self) -> None:
        super().__init__()
        self.large = QSize()

    def sizeHint(self) -> QSize:
        return self.large


class Rail(QFrame):
    """Signals `wanted` with the code of the command whose button was pressed."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        theme.role(self, "rail")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Button] = {}
        self._said: dict[str, str] = {}
        self._room = _Room.USUAL
        self._waiting: dict[str, int] = {}
        self._waits: dict[str, str] = {}
        self._layout = QVBoxLayout(self)
        for code in _ICONS:
            if code == _LOCK:
                self._layout.addStretch(1)
            self._layout.addWidget(self._button(code))
        self._measure()

    def words(self, code: str, title: str = "") -> str:
        """What a page is called now, also where its button has no room for it; `title` is that of one without a button."""
        return self._said.get(code) or (title if code not in self._buttons else "") or actions.command(code).text

    def set_current(self, code: str) -> None:
        """Mark the page that is shown, or the one that it belongs under; none for one that belongs under none."""
        marked = pages.page(code).under or code
        self._group.setExclusive(False)  # or the last one would stay marked
        other = [name for name, button in self._buttons.items() if button.isChecked() != (name == marked)]
        for name in other:
            self._buttons[name].setChecked(name == marked)
        self._group.setExclusive(True)  # which the arrows need, to go from one to the next
        self.update()

    def set_possible(self, code: str, possible: bool, text: str = "") -> None:
        """Whether a page can be gone to; `text` replaces the words on its button, where there is room for it."""
        button, command = self._buttons[code], actions.command(code)
        said = self._said[code] = text or command.text
        button.setEnabled(possible)
        button.setText(as_it_stands(said) if _fits(said) else command.text)
        button.setAccessibleName(said if _fits(said) else _heard(code, said))
        button.setToolTip(_tip(code, said))

    def say_keys(self) -> None:
        """Say which keys lead to the pages now."""
        for code, button in self._buttons.items():
            button.setToolTip(_tip(code, self.waits(code) or self.words(code)))

    def set_waiting(self, code: str, number: int, text: str) -> None:
        """Let a button say that so many things wait there: by a badge; `text` is heard, and the page is called as ever."""
        self._waiting[code], self._waits[code] = number, text
        self._buttons[code].setAccessibleName(_heard(code, text))
        self._buttons[code].setToolTip(_tip(code, text or self.words(code)))
        self._draw(code)

    def waits(self, code: str) -> str:
        """What waits on a page, in words; "" for nothing."""
        return self._waits.get(code, "")

    def possible(self, code: str) -> bool:
        """Whether a page can be gone to; one without a button always can."""
        return code not in self._buttons or self._buttons[code].isEnabled()

    def fit(self, window: QSize) -> None:
        """Make do with the height there is: smaller buttons, or words alone."""
        room = next((room for room in _Room if self._height(room) <= window.height()), _Room.LEAST)
        if room is not self._room:
            self._room = room
            self._measure()

    def event(self, event: QEvent) -> bool:
        """The bar moves with the buttons, when they are laid out anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar at the edge, beside the page that is shown."""
        super().paintEvent(event)
        shown = next((button for button in self._buttons.values() if button.isChecked()), None)
        if shown is not None:
            bar = shown.geometry().adjusted(0, theme.px(sizes.TIGHT), 0, -theme.px(sizes.TIGHT))
            bar.setLeft(0)
            bar.setWidth(theme.px(sizes.HERE))
            QPainter(self).fillRect(bar, QColor(theme.colours().accent))

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_layout"):
            self._measure()

    def _button(self, code: str) -> _Button:
        button = theme.role(_Button(), "rail")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if code != _LOCK:
            button.setCheckable(True)
            self._group.addButton(button)
            button.toggled.connect(lambda: self._draw(code))  # by the pointer too, which marks it before the page comes
        button.clicked.connect(lambda: self.wanted.emit(code))
        self._buttons[code] = button
        self.set_possible(code, possible=True)
        return button

    def _height(self, room: _Room) -> int:
        high, _, below, edge = room.value
        return theme.px(2 * edge + len(self._buttons) * (high + below))

    def _measure(self) -> None:
        high, side, below, edge = (theme.px(size) if size else 0 for size in self._room.value)
        style = Qt.ToolButtonStyle
        self._layout.setContentsMargins(theme.px(_BESIDE), edge, theme.px(_BESIDE), edge)
        self._layout.setSpacing(below)
        for code, button in self._buttons.items():
            button.setToolButtonStyle(style.ToolButtonTextUnderIcon if side else style.ToolButtonTextOnly)
            button.large = QSize(theme.px(_WIDE), high)
            button.setFixedSize(button.large)
            self._draw(code)

    def _draw(self, code: str) -> None:
        c, number, side = theme.colours(), self._waiting.get(code, 0), self._room.value[1]
        if not side:
            return
        side, ink = theme.px(side), c.here[1] if self._buttons[code].isChecked() else c.quiet
        picture = icon(_ICONS[code], ink, side, self.devicePixelRatioF()).pixmap(side, side)
        picture = badged(picture, number, c.contested if code == _CONTESTED else c.error)
        self._buttons[code].setIconSize(picture.deviceIndependentSize().toSize())
        self._buttons[code].setIcon(QIcon(picture))


def _tip(code: str, said: str) -> str:
    tip = actions.command(code).tip
    return f"{said}: {tip[0].lower()}{tip[1:]} ({actions.keys(code)})"


def _heard(code: str, said: str) -> str:
    """What is seen on a button, and what it has no room for."""
    seen = actions.command(code).text
    return f"{seen}: {said}" if said else seen


def _fits(words: str) -> bool:
    """Whether a button is wide enough for these words, also in the semi-bold of the page that is shown."""
    room = theme.px(_WIDE - _EDGE)
    return QFontMetrics(theme.font(theme.SMALL, bold=True)).horizontalAdvance(words) <= room
