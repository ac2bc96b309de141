"""How many of something wait behind an icon: a figure in a disc at its upper right."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from inspector_app.ui.look import sizes, theme

_MOST = 9  # above it a plus says that there are more


def badged(picture: QPixmap, number: int, colour: str) -> QPixmap:
    """The picture with a badge of that colour; without one where the number is 0."""
    if not number:
        return picture
    words = f"{_MOST}+" if number > _MOST else str(number)
    ratio, high = picture.devicePixelRatio(), theme.px(sizes.PICTURE)
    font = theme.font(theme.SMALL, bold=True)
    wide = max(high, QFontMetrics(font).horizontalAdvance(words) + theme.px(sizes.TIGHT))
    whole = picture.deviceIndependentSize().width()
    made = QPixmap(round((whole + high) * ratio), round((whole + sizes.EDGE) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPixmap(round(high / 2), 0, picture)
    disc = QRectF(whole + high - wide, 0, wide, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(disc, high / 2, high / 2)
    painter.setFont(font)
    painter.setPen(QColor(theme.colours().surface))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return made
