"""A line of a card that leads somewhere: what it is of, and at its right how many. It paints itself."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.fact import as_it_stands
from inspector_app.ui.controls.signs.initial import paint_initial
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.progress import paint_progress

_MIDDLE, _RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FIGURE, _BAR, _LEAST_BAR = 36, 66, 24  # px at 100%: "12/14"; a bar, and the least that is one
_USUAL = 240  # px at 100%: a line in a card


class CardLine(PressButton):
    """Its text is all that it says, for whoever hears it; what is seen is what `paint` puts where it belongs."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(as_it_stands(text), parent)
        theme.role(self, "slight")

    def sizeHint(self) -> QSize:
        """As high as a row, and as wide as the card makes it."""
        return QSize(theme.px(sizes.TARGET), theme.px(sizes.TARGET))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button without its words, then what the line shows."""
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), QColor(theme.colours().raised))
        self.paint_without_words(painter)
        self.show_in(painter, self.rect())

    def show_in(self, painter: QPainter, room: QRect) -> None:
        """Paint what the line shows."""
        raise NotImplementedError


class NumberLine(CardLine):
    """A shape, words, and a number at the right."""

    def __init__(self, text: str, said: tuple[str, int], shape: QIcon, parent: QWidget) -> None:
        """`said`: the words and the number; `text`: both in one."""
        super().__init__(text, parent)
        self._said, self._shape = said, shape

    def show_in(self, painter: QPainter, room: QRect) -> None:
        """None of them stands back."""
        c, side = theme.colours(), theme.px(sizes.APART)
        painter.drawPixmap(room.left(), room.top() + (room.height() - side) // 2, self._shape.pixmap(side, side))
        words = room.adjusted(side + theme.px(sizes.NEAR), 0, 0, 0)
        painter.setFont(theme.font())
        painter.setPen(QColor(c.text if self._said[1] else c.quiet))
        painter.drawText(words, _MIDDLE, self._said[0])
        painter.drawText(words, _RIGHT, str(self._said[1]))


class PersonLine(CardLine):
    """A person, how many of their cases are done, and up to when their work is here."""

    def __init__(self, text: str, name: str, parent: QWidget, *, mine: bool, nobody: bool = False) -> None:
        """`nobody`: the name is none, and has no disc."""
        super().__init__(text, parent)
        self._name, self._mine, self._nobody = name, mine, nobody
        self._called = say("You") if mine else name
        self._done, self._of, self._until = 0, 0, ""
        self._fellows: Sequence[PersonLine] = (self,)  # every line of the card: bars and times stand in columns

    def set_done(self, done: int, of: int) -> None:
        """So many of so many."""
        self._done, self._of = done, of

    def set_until(self, until: str) -> None:
        """Up to when their work is here."""
        self._until = until

    @property
    def until_wide(self) -> int:
        """Pixels that it takes to say up to when."""
        return QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(self._until)

    def bar_within(self, room: int) -> int:
        """Pixels that its name leaves for a bar in so many; 0 where none fits."""
        name = QFontMetrics(theme.font()).horizontalAdvance(self._called) + theme.px(sizes.NEAR + sizes.TIGHT)
        return min(theme.px(_BAR), room - name) if room - name >= theme.px(_LEAST_BAR) else 0

    def set_fellows(self, lines: "Sequence[PersonLine]") -> None:
        """Stand under these, this one among them: bar, figure and time are as wide in each as the widest needs."""
        self._fellows = lines
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """In the width that it has, or will have."""
        return QSize(theme.px(sizes.TARGET), self.heightForWidth(max(self.width(), theme.px(_USUAL))))

    def hasHeightForWidth(self) -> bool:
        """The less room, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the name, which has two lines where one is too short."""
        room = width - theme.px(sizes.CHIP + sizes.CLOSE) - self._after()
        under = 0 if self._beside(room) else theme.px(sizes.BAR + sizes.TIGHT)
        return max(theme.px(sizes.ROW.usual), wrapping.height(self._called, theme.font(), room)) + under

    def _room(self) -> QRect:
        """Where the name stands."""
        return self.rect().adjusted(theme.px(sizes.CHIP + sizes.CLOSE), 0, -self._after(), 0)

    def _after(self) -> int:
        """What stands right of the name takes, without the bar."""
        return max(line.until_wide for line in self._fellows) + theme.px(_FIGURE + sizes.CLOSE)

    def show_in(self, painter: QPainter, room: QRect) -> None:
        """The disc and the name; the bar where there is room for it; the figure and the time."""
        c, side = theme.colours(), theme.px(sizes.CHIP)
        disc = QRectF(room.left(), room.top() + (room.height() - side) / 2, side, side)
        if not self._nobody:
            paint_initial(painter, disc, self._name, mine=self._mine)
        name, high = self._room(), theme.px(sizes.BAR)
        if not self._beside(name.width()):  # under the name, as wide as its place
            below = QRect(name.left(), room.bottom() + 1 - high - theme.px(sizes.HAIR), name.width(), high)
            name.setBottom(below.top() - theme.px(sizes.HAIR))
            paint_progress(painter, below, self._done, self._of)
        else:
            bar = min(self._bars(name.width()))
            box = QRect(name.right() - bar, room.center().y() - high // 2, bar, high)
            paint_progress(painter, box, self._done, self._of)
        wrapping.draw(painter, name, self._called, theme.font(), c.text, _MIDDLE)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(c.text))
        figure = QRect(name.right(), 0, theme.px(_FIGURE), room.height())
        painter.drawText(figure, _RIGHT, f"{self._done}/{self._of}")
        painter.setPen(QColor(c.quiet))
        painter.drawText(room, _RIGHT, self._until)

    def _bars(self, room: int) -> list[int]:
        """How wide a bar may be in each line that has room for one beside its name."""
        return [bar for line in self._fellows if (bar := line.bar_within(room))]

    def _beside(self, room: int) -> bool:
        """Whether bars stand beside the names: all have room for one. Else each stands under its name."""
        return len(self._bars(room)) == len(self._fellows)
