"""An icon beside words, and lines that each begin with one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from inspector_app.ui.controls.card import Card
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.icons import icon

NONE = "–"  # in the place of an icon: nothing of it


def picture(name: str, colour: str, parent: QWidget, size: int = sizes.PICTURE) -> QLabel:
    """The icon of that file name in a colour. What it means stands in the words beside it, so nobody hears it."""
    made = plain_label(parent=parent)
    made.setPixmap(drawn(name, colour, parent, size))
    return made


def drawn(name: str, colour: str, parent: QWidget, size: int = sizes.PICTURE) -> QPixmap:
    """The icon as a label shows it, for one that shows another now and then."""
    side = theme.px(size)
    return icon(name, colour, side, parent.devicePixelRatioF()).pixmap(side, side)


def headed(sign: QLabel, heading: QLabel) -> QHBoxLayout:
    """A heading with its icon before it."""
    across = QHBoxLayout()
    across.setSpacing(theme.px(sizes.CLOSE))
    across.addWidget(sign)
    across.addWidget(heading, 1)
    return across


def lead_with(card: Card, name: str) -> None:
    """Put an icon before the heading of a card."""
    card.body.removeWidget(card.heading)
    sign = picture(name, theme.colours().accent, card, sizes.PAGE)
    card.body.insertLayout(0, headed(sign, card.heading))


def signed(lines: Sequence[tuple[str, str, str]], parent: QWidget) -> QGridLayout:
    """A line for each of (icon's name or NONE, colour, words), the icons in a column of their own."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(sizes.NEAR))
    grid.setVerticalSpacing(theme.px(sizes.CLOSE))
    grid.setColumnStretch(1, 1)
    for row, (name, colour, words) in enumerate(lines):
        said = text_label(parent)
        said.setText(words)
        grid.addWidget(_sign(name, colour, parent), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, row, 1)
    return grid


def _sign(name: str, colour: str, parent: QWidget) -> QLabel:
    if name == NONE:
        return theme.role(plain_label(NONE, parent), "quiet")
    made = picture(name, colour, parent)
    made.setFixedHeight(made.fontMetrics().height())
    return made
