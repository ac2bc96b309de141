"""A filter as a chip: it opens its list; one that is chosen is filled, says of what it is, and has a cross to take it off."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStyle, QStyleOptionComboBox, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.drop_down import DropDown
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon


class ChipBox(DropDown):
    """The list. Its first entry lets everything through; another one is said with the name of the filter."""

    _name = ""  # Qt asks what it says before it is made

    def __init__(self, name: str, everything: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "chip")
        self._name = name
        self.setAccessibleName(everything)
        self.addItem(everything, "")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentIndexChanged.connect(self._dress)

    @property
    def chosen(self) -> bool:
        """Whether it keeps anything out."""
        return self.currentIndex() > 0

    def fill(self, entries: Iterable[tuple[str, str]]) -> None:
        """Offer these (words, code), after the one that lets everything through."""
        while self.count() > 1:
            self.removeItem(1)
        for words, code in entries:
            self.addItem(words, code)

    def said(self) -> str:
        """What the chip says: its name, and what is chosen."""
        return say("{name}: {chosen}", name=self._name, chosen=self.currentText()) if self.chosen else self._name

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """As Qt, with our words."""
        super().initStyleOption(option)
        option.currentText = self.said()

    def sizeHint(self) -> QSize:
        """As wide as what it says, up to a limit at which the words go on in the tip."""
        words = QFontMetrics(theme.font(theme.SMALL, bold=self.chosen)).horizontalAdvance(self.said())
        arrow = 0 if self.chosen else sizes.TARGET + sizes.TIGHT  # in its place stands the cross
        wide = words + theme.px(2 * sizes.CLOSE + arrow) + sizes.EDGE * 2
        return QSize(wide, theme.px(sizes.BUTTON_SMALL))

    def minimumSizeHint(self) -> QSize:
        """The same: a chip never shrinks."""
        return self.sizeHint()

    def _dress(self) -> None:
        self.setProperty("chosen", self.chosen)
        style: QStyle = self.style()
        style.unpolish(self)
        style.polish(self)
        self.setToolTip(self.currentText())
        self.updateGeometry()


class FilterChip(QWidget):
    """A ChipBox, with its cross while something is chosen. Signals `changed`."""

    changed = Signal()

    def __init__(self, name: str, everything: str, entries: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.box = ChipBox(name, everything, self)
        self.box.fill(entries)
        self.off = theme.role(PressButton(parent=self), "chip-off")
        self.off.setIcon(icon("close", theme.colours().accent, theme.px(sizes.SIGN), self.devicePixelRatioF()))
        self.off.setIconSize(QSize(theme.px(sizes.SIGN), theme.px(sizes.SIGN)))
        self.off.setFixedSize(theme.px(sizes.TARGET), theme.px(sizes.BUTTON_SMALL))
        self.off.setAccessibleName(say("Remove the filter: {name}", name=name))
        self.off.clicked.connect(self._take_off)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.box)
        across.addWidget(self.off)
        self.box.currentIndexChanged.connect(self._show)
        self._show()

    def _take_off(self) -> None:
        self.box.setCurrentIndex(0)
        self.box.setFocus()

    def _show(self) -> None:
        self.off.setVisible(self.box.chosen)
        self.changed.emit()
