"""How many of something wait behind an icon: a figure in a disc at its upper right."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from inspector_app.ui.look import sizes, theme

_MOST = 9  # above it a plus says that there are more
_OVER = sizes.TIGHT  # px at 100%: so much of the picture is under the disc; under more it could not be told what it is


def badged(picture: QPixmap, number: int, colour: str) -> QPixmap:
    """The picture with a badge of that colour; without one where the number is 0."""
    if not number:
        return picture
    words = f"{_MOST}+" if number > _MOST else str(number)
    ratio, high = picture.devicePixelRatio(), theme.px(sizes.PICTURE)
    font = theme.font(theme.SMALL, bold=True)
    wide = max(high, QFontMetrics(font).horizontalAdvance(words) + theme.px(sizes.TIGHT))
    whole = picture.deviceIndependentSize().width()
    beside = wide - theme.px(_OVER)  # on either side, so that the picture stays in the middle
    made = QPixmap(round((whole + 2 * beside) * ratio), round((whole + sizes.EDGE) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPixmap(beside, 0, picture)
    disc = QRectF(whole + beside - theme.px(_OVER), 0, wide, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(disc, high / 2, high / 2)
    painter.setFont(font)
    painter.setPen(QColor(theme.colours().surface))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return made
