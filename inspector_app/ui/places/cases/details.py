"""The way to what is known of the chosen case, in a window where it has no room beside the list."""

from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.look import theme


def details_button() -> PressButton:
    """While it is pressed, the panel of the chosen cases stands in the place of the list."""
    made = theme.role(PressButton(say("Details")), "plain")
    made.setCheckable(True)
    made.setToolTip(say("What to check on the chosen case, and what can be done with it; Esc goes back to the list"))
    return made
