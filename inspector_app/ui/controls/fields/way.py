"""A way on from a page: a picture, what it is in semi-bold, and under it in one quiet line where it leads."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.fact import as_shown
from inspector_app.ui.look import early, sizes, theme, wrapping
from inspector_app.ui.look.icons import picture

if TYPE_CHECKING:  # the option is made by Qt
    from PySide6.QtWidgets import QStyleOptionButton

_HIGH = 10_000  # px: more than any words need


class Way(PressButton):
    """As wide as there is room for, and as high as its words need there; a chord of its name stands at the right."""

    def __init__(self, drawing: str, name: str, about: str, parent: QWidget | None = None) -> None:
        """`name` as of a button, with & before the letter of its chord; `drawing` "" for none."""
        super().__init__(parent)
        self.setText(name)  # given to Qt together they would be asked whether they are an icon
        theme.role(self, "way")
        self._drawing, self._about = drawing, about
        self._chord = self.shortcut().toString()  # asked for at every measuring, of which a page makes dozens
        self._high: dict[tuple[int, int], int] = {}  # (room, zoom) -> how high the two texts are there
        self.setAccessibleName(as_shown(name))
        self.setAccessibleDescription(about)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        name, about = self._lines()
        least = max(wrapping.longest(name[0], name[1]), wrapping.longest(about[0], about[1]))
        width = least + self._before() + self._after()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Less high where there is more room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The two texts in that width."""
        room = width - self._before() - self._after()
        if (
            high := self._high.get((room, theme.zoom()))
        ) is None:  # layouts ask dozens of times for two or three widths
            high = sum(wrapping.height(words, font, room) for words, font in self._lines())
            self._high[room, theme.zoom()] = high
        return high + 2 * theme.px(sizes.CLOSE)

    def initStyleOption(self, option: "QStyleOptionButton") -> None:
        """Qt draws its ground and edge; its words are drawn here."""
        super().initStyleOption(option)
        option.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground as the stylesheet has it; then picture, words and chord."""
        super().paintEvent(event)
        painter, c = QPainter(self), theme.colours()
        if self._drawing:
            side, ink = theme.px(sizes.FAR), c.accent if self.isEnabled() else c.quiet
            drawing = picture(self._drawing, ink, side, self.devicePixelRatioF())
            painter.drawPixmap(theme.px(sizes.CLOSE), (self.height() - side) // 2, drawing)
        room = QRect(self._before(), theme.px(sizes.CLOSE), self.width() - self._before() - self._after(), _HIGH)
        for (words, font), colour in zip(
            self._lines(), (c.text if self.isEnabled() else c.quiet, c.quiet), strict=True
        ):
            room.setTop(room.top() + early.write(painter, room, words, font, colour))
        if self._chord:
            early.write(painter, self._chord_box(), self._chord, theme.font(theme.SMALL), c.quiet)

    def _chord_box(self) -> QRect:
        """At the right, in the middle; into the margin, so that a letter which hangs over begins no line of its own."""
        words = QFontMetrics(theme.font(theme.SMALL))
        wide, left = words.horizontalAdvance(self._chord), self.width() - theme.px(sizes.CLOSE)
        return QRect(left - wide, (self.height() - words.height()) // 2, wide + theme.px(sizes.CLOSE), words.height())

    def _lines(self) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
        return (self.accessibleName(), theme.font(bold=True)), (self._about, theme.font(theme.SMALL))

    def _before(self) -> int:
        return theme.px(sizes.FAR + 2 * sizes.NEAR if self._drawing else sizes.CLOSE)

    def _after(self) -> int:
        words = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(self._chord)
        return words + theme.px(sizes.CLOSE + sizes.NEAR)
