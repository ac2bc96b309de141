"""The card of what one sees: the colours, each with a sample, and the size of everything, with a line to read."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, system, theme
from inspector_app.ui.look.colours import THEMES


class SeeingCard(Card):
    """Signals `theme_wanted` with the name of a theme, and `zoom_wanted` with percent."""

    theme_wanted = Signal(str)
    zoom_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("Seeing"), "", parent)
        self.themes = {name: self._theme(name) for name in theme.TITLES}
        self._group = QButtonGroup(self)
        self.asked = theme.role(text_label(self), "small")
        self.smaller, self.larger = PressButton("−", self), PressButton("+", self)
        self.usual = PressButton(say("Usual size"), self)
        self.percent = theme.role(plain_label(f"{theme.zoom()}%", self), "label")
        self._lay_out()
        self.smaller.clicked.connect(lambda: self.zoom_wanted.emit(theme.zoom() - theme.ZOOM_STEP))
        self.larger.clicked.connect(lambda: self.zoom_wanted.emit(theme.zoom() + theme.ZOOM_STEP))
        self.usual.clicked.connect(lambda: self.zoom_wanted.emit(100))

    def _lay_out(self) -> None:
        for choice in self.themes.values():
            self._group.addButton(choice)
        self.themes[theme.chosen()].setChecked(True)
        self.asked.setText(
            say(
                "The system is followed in high contrast too. It asks now for: {theme}",
                theme=theme.TITLES[system.asked()],
            )
        )
        for name, button, words in (
            ("smaller", self.smaller, say("Smaller")), ("larger", self.larger, say("Larger")), ("usual", self.usual, "")
        ):  # fmt: skip
            button.setObjectName(f"settings-{name}")
            button.setToolTip(words)
            if words:
                button.setAccessibleName(words)
        self.smaller.setEnabled(theme.zoom() > theme.ZOOM_LEAST)
        self.larger.setEnabled(theme.zoom() < theme.ZOOM_MOST)
        self.usual.setEnabled(theme.zoom() != 100)
        sample = plain_label(say("Does assessing analyse the context?"), self)  # to see how one reads it
        self.stack(theme.role(plain_label(say("Theme"), self), "label"))
        self.body.addLayout(self._in_pairs())
        self.stack(self.asked, theme.role(plain_label(say("Size"), self), "label"))
        self.body.addLayout(Flow(self.smaller, self.percent, self.larger, self.usual, sample))

    def _in_pairs(self) -> QGridLayout:
        pairs = QGridLayout()
        pairs.setSpacing(theme.px(sizes.CLOSE))
        for place, choice in enumerate(self.themes.values()):
            pairs.addWidget(choice, place // 2, place % 2)
        return pairs

    def _theme(self, name: str) -> QRadioButton:
        button = theme.role(QRadioButton(theme.TITLES[name], self), "swatch")
        button.setObjectName(f"settings-theme-{name}")
        button.setIconSize(QSize(theme.px(sizes.BOX_KEY), theme.px(sizes.PICTURE)))
        button.setIcon(self._sample(name))
        button.clicked.connect(lambda: self.theme_wanted.emit(name))
        return button

    def _sample(self, name: str) -> QIcon:
        """Three of its colours beside one another: strip, ground and what acts."""
        c, ratio = THEMES[system.asked() if name == theme.SYSTEM else name], self.devicePixelRatioF()
        width, height = theme.px(sizes.BOX_KEY), theme.px(sizes.PICTURE)
        picture = QPixmap(round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        for place, colour in enumerate((c.strip, c.window, c.accent)):
            painter.fillRect(place * width // 3, 0, width // 3, height, QColor(colour))
        painter.setPen(QColor(theme.colours().border))
        painter.drawRect(0, 0, width - 1, height - 1)
        painter.end()
        return QIcon(picture)
