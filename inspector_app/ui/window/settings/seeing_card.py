"""The card of what one sees: the colours, each with a sample, and the size of everything, with a line to read."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import one_stop
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, system, theme
from inspector_app.ui.look.colours import THEMES

_SWATCH = 112  # px at 100%: the least, so that the colours of a short name are as well seen


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
        one_stop(self._group)
        self.asked.setText(
            say(
                "The system’s high contrast is followed too. It now asks for: {theme}",
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
        sample = theme.role(plain_label(say("Does assessing analyse the context?"), self), "sample")  # how one reads it
        self.stack(theme.role(plain_label(say("Theme"), self), "field"))
        self.body.addLayout(Flow(*(Swatch(choice, name, self) for name, choice in self.themes.items())))
        self.stack(self.asked, theme.role(plain_label(say("Size"), self), "field"))
        self.body.addLayout(Flow(self.smaller, self.percent, self.larger, self.usual, sample))

    def _theme(self, name: str) -> QRadioButton:
        button = QRadioButton(theme.TITLES[name], self)
        button.setObjectName(f"settings-theme-{name}")
        button.clicked.connect(lambda: self.theme_wanted.emit(name))
        return button


class Swatch(QFrame):
    """Three colours of a theme over its name; pressed anywhere, it is chosen."""

    def __init__(self, choice: QRadioButton, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme.role(self, "swatch")
        self.setMinimumWidth(theme.px(_SWATCH))
        self._choice, self._colours = choice, _colours(name)
        self.setProperty("chosen", choice.isChecked())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.CLOSE),) * 4)
        layout.setSpacing(theme.px(sizes.NEAR))
        layout.addSpacing(theme.px(sizes.PAGE))
        layout.addWidget(choice)
        choice.toggled.connect(self._show_chosen)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The whole of it is one target."""
        self._choice.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its three colours beside one another."""
        super().paintEvent(event)
        painter, edge = QPainter(self), theme.px(sizes.CLOSE)
        width, high = self.width() - 2 * edge, theme.px(sizes.PAGE)
        for place, colour in enumerate(self._colours):
            painter.fillRect(edge + place * width // 3, edge, width // 3, high, QColor(colour))
        painter.setPen(QColor(theme.colours().line))
        painter.drawRect(edge, edge, width - 1, high - 1)

    def _show_chosen(self) -> None:
        self.setProperty("chosen", self._choice.isChecked())
        theme.polish(self)


def _colours(name: str) -> tuple[str, str, str]:
    """Strip, ground and what acts; of what the system asks for both grounds, or it would look as one of the others does."""
    if name != theme.SYSTEM:
        c = THEMES[name]
        return c.strip, c.window, c.accent
    light, dark = THEMES["light"], THEMES["dark"]
    return light.strip, light.window, dark.window
