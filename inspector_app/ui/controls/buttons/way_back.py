"""The quiet buttons that lead on: back to the page that one belongs to, to what is before or next, from a list and back."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from inspector_app.ui import pages
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import apart
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon


def way_back(code: str, parent: QWidget) -> PressButton:
    """A button with the name of the page of that code; what pressing it does is the caller's."""
    made = apart(way(parent))
    point(made, pages.page(code).title, back=True)
    return made


def way(parent: QWidget) -> PressButton:
    """A button that leads somewhere, as `point` comes to say: it has its arrow, and with it the colour of what is drawn."""
    made = theme.role(PressButton("", parent), "plain")
    made.setProperty("drawn", True)  # before it is shown: a property that comes later is not seen by the style sheet
    return made


def point(button: QPushButton, words: str, *, back: bool) -> None:
    """Let it lead there: an arrow to the left before the words, or one to the right after them."""
    side = theme.px(sizes.PICTURE)
    button.setText(words)
    button.setIconSize(QSize(side, side))
    button.setIcon(icon("before" if back else "after", theme.colours().text, side, button.devicePixelRatioF()))
    button.setLayoutDirection(Qt.LayoutDirection.LeftToRight if back else Qt.LayoutDirection.RightToLeft)
