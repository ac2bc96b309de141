"""The quiet button at the left of a page's head, which leads back to the page that it belongs to."""

from PySide6.QtWidgets import QWidget

from inspector_app.ui import pages
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon


def way_back(code: str, parent: QWidget) -> PressButton:
    """A button with the name of the page of that code; what pressing it does is the caller's."""
    made = theme.role(PressButton(pages.page(code).title, parent), "plain")
    side = theme.px(sizes.PICTURE)
    made.setIcon(icon("before", theme.colours().text, side, parent.devicePixelRatioF()))
    return made
