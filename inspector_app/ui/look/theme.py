"""How everything looks: the applied colours, sizes and fonts, from which the palette and the one stylesheet are made.

Pages and widgets take colours from `colours()` when they paint, and sizes through `px`, so that a change of theme or
zoom reaches them by an ordinary repaint. Text keeps 4.5:1 and shapes 3:1 against their ground (tests/ui/test_theme.py).
"""

from functools import cache
from typing import TypeVar

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from inspector_app.core import paths
from inspector_app.ui.look import sizes, stylesheet, system
from inspector_app.ui.look.colours import THEMES, Colours

SMALL, BODY, HEADING, TITLE = sizes.SMALL, sizes.BODY, sizes.HEADING, sizes.TITLE
GRID = 2 * sizes.STEP
_FAMILY = "Noto Sans"
_WEIGHTS = ("Regular", "SemiBold", "Bold")  # nothing on the screen slants, and each file takes 0.7 ms of the start
_STYLE = "Fusion"
ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP = 80, 200, 10  # percent

A = TypeVar("A", bound=QApplication)
W = TypeVar("W", bound=QWidget)


SYSTEM = "system"  # the theme that the system asks for, until the person chooses one
TITLES: dict[str, str] = {SYSTEM: "As the system", "light": "Light", "dark": "Dark", "contrast": "High contrast"}


class _Now:
    """What is applied: there is one screen look per process, as there is one QApplication."""

    chosen = SYSTEM
    name = "light"
    zoom = 100
    family = ""
    styled = False


_now = _Now()


def application(name: str, kind: type[A]) -> A:
    """Make the application of this process, of that class, by that name, in the style that all is drawn in.

    A style that is set afterwards is given back, and with it PySide makes all of QStyle: 4 ms.
    """
    _now.styled = True
    return kind([name, "-style", _STYLE])


def apply(app: QApplication, name: str, zoom: int = 100, seen: str = "") -> None:
    """Give the application this theme at this zoom in percent, as `choose` takes them."""
    choose(name, zoom, seen)
    dress(app)


def choose(name: str, zoom: int, seen: str = "") -> None:
    """Decide on a theme (SYSTEM, "light", "dark", "contrast"; others mean light) and a zoom in percent.

    `seen`: what the system asked for when it was asked last, to go by until it is asked again.

    They are seen once the application is dressed in them.
    """
    _now.chosen = name if name in TITLES else "light"
    _now.name = (seen if seen in THEMES else system.asked()) if _now.chosen == SYSTEM else _now.chosen
    _now.zoom = max(ZOOM_LEAST, min(ZOOM_MOST, zoom))


def dress(app: QApplication) -> None:
    """Show what was chosen last. Each part that differs costs a visit to every widget, so the same is not set again."""
    if not _now.family:
        if not _now.styled:
            app.setStyle(_STYLE)
        _now.family = _family()
    if app.font() != font():
        app.setFont(font())
    palette = _palette(colours())
    if app.palette() != palette:
        app.setPalette(palette)
    sheet = stylesheet.build(colours(), px, ring())
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def colours() -> Colours:
    """The colours now applied."""
    return THEMES[_now.name]


def name() -> str:
    """The name of the theme now applied."""
    return _now.name


def chosen() -> str:
    """The theme that was chosen: a name, or SYSTEM."""
    return _now.chosen


def zoom() -> int:
    """The zoom now applied, in percent."""
    return _now.zoom


def px(size: float) -> int:
    """A size in pixels at 100%, at the present zoom; never below one."""
    return max(1, round(size * _now.zoom / 100))


def ring() -> int:
    """How thick the ring or inner edge of what has the keyboard is, at the present zoom."""
    return px(sizes.RING_CONTRAST if _now.name == "contrast" else sizes.RING)


def font(size: int = BODY, *, bold: bool = False) -> QFont:
    """The screen font at one of the four sizes.

    Three weights: 400 for all reading; bold is 600 for buttons, labels, references and the value of a row, and 700 for
    headings and titles alone.
    """
    strong = sizes.HEADLINE if size >= HEADING else sizes.STRONG
    return QFont(_font(_now.family, px(size), strong if bold else sizes.READING))  # whoever has it may change it


@cache  # a page that comes asks for some hundred, of a dozen kinds
def _font(family: str, pixels: int, weight: int) -> QFont:
    made = QFont(family)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))  # said, or a painter takes the weight of its widget
    return made


def role(widget: W, role_name: str) -> W:
    """Give a widget one of the stylesheet's roles ("title", "quiet", "error", "primary", "card", …) and return it.

    Its first role a widget gets before it is shown; another one takes effect at once.
    """
    before = widget.property("role")
    if before == role_name:
        return widget
    dressed = before is not None or widget.isVisible()
    widget.setProperty("role", role_name)
    if dressed:  # a new widget is polished when it is shown; doing it here too would cost a tenth of the start
        polish(widget)
    return widget


def polish(widget: QWidget) -> None:
    """Let the stylesheet be asked again for a widget of which it goes by a property that changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def rating_colour(points: int, most: int) -> str:
    """The colour of a rating by its points (or stars) of the most there are; always beside its word and length."""
    steps = len(THEMES["light"].bands) - 1
    place = round(steps * points / most) if most else 0
    return colours().bands[max(0, min(steps, place))]


def _family() -> str:
    """The shipped Noto Sans, which the report is printed in too, so that screen and paper agree on every system."""
    for weight in _WEIGHTS:
        QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / f"NotoSans-{weight}.ttf"))
    return _FAMILY


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for kind, colour in (
        (roles.Window, c.window), (roles.WindowText, c.text), (roles.Base, c.surface), (roles.AlternateBase, c.raised),
        (roles.Text, c.text), (roles.Button, c.surface), (roles.ButtonText, c.text), (roles.BrightText, c.error),
        (roles.PlaceholderText, c.quiet), (roles.ToolTipBase, c.surface), (roles.ToolTipText, c.text),
        (roles.Highlight, c.accent), (roles.HighlightedText, c.on_accent), (roles.Accent, c.accent),
        (roles.Link, c.accent), (roles.Mid, c.border), (roles.Light, c.raised), (roles.Dark, c.border),
    ):  # fmt: skip
        palette.setColor(kind, QColor(colour))
    for kind in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, kind, QColor(c.off))
    return palette
