"""A choice among few that is narrow enough for a column, and that the wheel does not change in passing."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox

from inspector_app.core.words import Later
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.look import sizes, theme, wrapping

_LETTERS = 8  # at least so many are seen
NO_BRIEF: Mapping[str, Later] = MappingProxyType({})


class Choice(DropDown):
    """Signals `chosen` with the code of what a person chose. Words too long for the column stand on several lines."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self._brief: Mapping[str, Later] = NO_BRIEF
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.activated.connect(lambda: self.chosen.emit(str(self.currentData())))
        self.currentIndexChanged.connect(lambda _: self._tell())

    def set_choices(self, choices: Iterable[tuple[str, str]], brief: Mapping[str, Later] = NO_BRIEF) -> None:
        """Offer these (code, words). What is chosen stands in its `brief` words where those have room on one line alone."""
        self._brief = brief
        offered = list(choices)
        if [self.itemData(n) for n in range(self.count())] != [code for code, _ in offered]:
            self.clear()
            for code, words in offered:
                self.addItem(words, code)
            self._make_room()

    def show_choice(self, code: object) -> None:
        """Show which one is chosen; one that is not among those offered is shown as it stands."""
        place = self.findData(code)
        if place < 0:
            self.addItem(str(code), code)
            place = self.count() - 1
            self._make_room()
        self.setCurrentIndex(place)

    def _tell(self) -> None:
        """The tip has all of what is said in brief."""
        if self._brief:
            self.setToolTip(self.currentText())

    def hasHeightForWidth(self) -> bool:
        """Higher where its column is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for any of the choices, so that choosing moves nothing."""
        room = self._room(width).width()
        words = (self._shown(n, room) for n in range(self.count()))
        most = max((wrapping.height(shown, self.font(), room) for shown in words), default=0)
        return max(self.sizeHint().height(), most + 2 * theme.px(sizes.TIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt gives what is of a fixed height no more than its hint, whatever it needs at its width, but for its least."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt draws it, where the words have room on one line."""
        room = self._room(self.width())
        if self.fontMetrics().horizontalAdvance(self.currentText()) <= room.width():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
        shown = self._shown(self.currentIndex(), room.width())
        high = wrapping.height(shown, self.font(), room.width())
        box = QRect(room.left(), (self.height() - high) // 2, room.width(), high)
        ink = self.palette().color(QPalette.ColorRole.Text).name()
        wrapping.draw(painter, box, shown, self.font(), ink, Qt.AlignmentFlag.AlignTop)

    def _shown(self, place: int, room: int) -> str:
        """What the box says of a choice in that width: all of it, or where one line is too short, its brief words."""
        words = self.itemText(place)
        brief = self._brief.get(str(self.itemData(place)))
        return words if brief is None or self.fontMetrics().horizontalAdvance(words) <= room else str(brief)

    def _room(self, width: int) -> QRect:
        """Where its words stand when it is so wide."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, width, self.height())
        part = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not choose something else."""
        event.ignore()
