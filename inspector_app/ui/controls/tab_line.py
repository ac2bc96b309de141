"""Tabs over a part of a page: the words of each, and a line under the one that is open."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from inspector_app.ui.controls.buttons.single_keys import swallow
from inspector_app.ui.look import sizes, theme

_LETTERS = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_LEAST = sizes.TIGHT + sizes.HAIR  # px at 100%: on each side of the words of a tab


class TabLine(QTabBar):
    """Signals `chosen` with the code of the tab that somebody opens: by a click, which leaves the focus, or by arrows."""

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[tuple[str, str]], parent: QWidget, *, shrinks: bool = False) -> None:
        """`tabs`: code and words of each. `shrinks`: in small letters where they have no room beside one another."""
        super().__init__(parent)
        self._shrinks = shrinks
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._codes = [code for code, _ in tabs]
        self._marked = True  # Qt has a current one always
        self._widest = [""] * len(tabs)
        for _, words in tabs:
            self.addTab(words)
        self.currentChanged.connect(self._on_changed)
        self.tabBarClicked.connect(self._on_changed)  # the one that is open, too: it may be out of sight

    def show_open(self, code: str) -> None:
        """Mark a tab as the one that is open; none where there is none of that code."""
        self._marked = code in self._codes
        self.blockSignals(True)
        if self._marked:
            self.setCurrentIndex(self._codes.index(code))
        self.blockSignals(False)
        self.update()

    def say(self, code: str, words: str) -> None:
        """Other words on a tab."""
        place = self._codes.index(code)
        if self.tabText(place) != words:
            self.setTabText(place, words)

    def keep_room(self, code: str, words: str) -> None:
        """Let a tab be as wide as these words at least: those beside it stay where they are when it says them."""
        self._widest[self._codes.index(code)] = words

    def show_tab(self, code: str, shown: bool) -> None:
        """Whether there is such a tab now."""
        self.setTabVisible(self._codes.index(code), shown)

    def words(self) -> list[str]:
        """What the tabs that are there say."""
        return [self.tabText(place) for place in range(self.count()) if self.isTabVisible(place)]

    def _on_changed(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(self._codes[place])

    def tabSizeHint(self, index: int) -> QSize:
        """The words, which are semi-bold once open, and room round them."""
        return QSize(self._wide(index) + 2 * self._beside(), theme.px(sizes.FOOT.usual))

    def _wide(self, index: int) -> int:
        return self._with_room(index, self._letters())

    def _with_room(self, index: int, size: int) -> int:
        return max((_in_bold(words, size) for words in (self.tabText(index), self._widest[index]) if words), default=0)

    def _letters(self) -> int:
        """How high they are: Qt would move the first ones out of sight."""
        there = [place for place in range(self.count()) if self.isTabVisible(place)]
        wanted = sum(self._with_room(place, theme.BODY) for place in there) + 2 * len(there) * theme.px(_LEAST)
        return theme.SMALL if self._shrinks and wanted > self.width() else theme.BODY

    def _beside(self) -> int:
        """On each side of the words: less where they have little room together."""
        there = [place for place in range(self.count()) if self.isTabVisible(place)]
        spare = self.width() - sum(map(self._wide, there))
        least, most = theme.px(_LEAST), theme.px(sizes.CLOSE + sizes.HAIR)
        return max(least, min(most, spare // (2 * max(1, len(there)))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room beside the words, or less."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setTabText(0, self.tabText(0))  # Qt measures the tabs anew

    def minimumTabSizeHint(self, index: int) -> QSize:
        """The same: none is shortened."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """As high as a tab."""
        return QSize(0, theme.px(sizes.FOOT.usual))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from tab to tab; letters do nothing here, least of all to a prompt."""
        if event.modifiers() in _LETTERS and event.text().isprintable() and event.text():
            swallow(self, event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words; the open one in accent over a thick line, with a ring while the line of tabs has the keyboard."""
        painter, c = QPainter(self), theme.colours()
        for place in (place for place in range(self.count()) if self.isTabVisible(place)):
            box, open_ = self.tabRect(place), self._marked and place == self.currentIndex()
            painter.setFont(theme.font(self._letters(), bold=open_))
            painter.setPen(QColor(c.accent if open_ else c.quiet))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tabText(place))
            if open_:
                self._paint_open(painter, box)

    def _paint_open(self, painter: QPainter, box: QRect) -> None:
        c, thick = theme.colours(), theme.px(sizes.ROUND_SMALL)
        painter.fillRect(QRect(box.bottomLeft() - QPoint(0, thick - 1), box.bottomRight()), QColor(c.accent))
        if self.hasFocus():
            painter.setPen(QPen(QColor(c.focus), theme.ring()))
            edge = theme.ring()
            painter.drawRect(box.adjusted(edge, edge, -edge, -edge))


def _in_bold(words: str, size: int) -> int:
    return _measured(words, size, theme.px(size))


@lru_cache(maxsize=256)  # Qt asks for each tab many times over, and each asks how wide all of them are
def _measured(words: str, size: int, _pixels: int) -> int:
    return QFontMetrics(theme.font(size, bold=True)).horizontalAdvance(words)
