"""The other answers of a key question under one version of it, for the sense of the whole: letters and shapes."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.words import listed, say
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.shapes import paint_answer
from inspector_app.ui.words.answers import WORDS

Given = tuple[str | None, Answer | None]  # prompt, None: the judgement; its answer
_CELL = 28  # px at 100%: the least width of one


class Around(QWidget):
    """As many lines as it needs; the one in hand is bold."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._given: Sequence[Given] = ()
        self._here: str | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_given(self, given: Sequence[Given], here: str | None) -> None:
        """Show these answers."""
        self._given, self._here = given, here
        spoken = [
            say("{prompt}: {answer}", prompt=prompt or say("judgement"), answer=WORDS[answer].say())
            for prompt, answer in given
        ]
        self.setAccessibleName(listed(spoken))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Fewer lines where there is more room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at that width."""
        places = self._places(width)
        return int(max((box.bottom() for box in places), default=0))

    def sizeHint(self) -> QSize:
        """Of two lines."""
        wide = theme.px(_CELL) * 6
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """The widest of them."""
        widest = max((self._wide(prompt) for prompt, _ in self._given), default=0)
        return QSize(int(widest), self.heightForWidth(max(self.width(), int(widest))))

    def _wide(self, prompt: str | None) -> float:
        words = QFontMetrics(theme.font(theme.SMALL, bold=True)).horizontalAdvance(prompt or say("judgement"))
        return float(max(theme.px(_CELL), words + theme.px(sizes.CLOSE)))

    def _places(self, width: int) -> list[QRectF]:
        places, left, top = [], 0.0, 0.0
        high = QFontMetrics(theme.font(theme.SMALL)).height() + theme.px(sizes.SIGN + sizes.CLOSE)
        for prompt, _ in self._given:
            wide = self._wide(prompt)
            if left and left + wide > width:
                left, top = 0.0, top + high
            places.append(QRectF(left, top, wide, high))
            left += wide
        return places

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each letter over the shape of its answer."""
        painter, side = QPainter(self), theme.px(sizes.SIGN)
        for (prompt, answer), box in zip(self._given, self._places(self.width()), strict=True):
            painter.setFont(theme.font(theme.SMALL, bold=prompt == self._here))
            painter.setPen(QColor(theme.colours().text))
            words = QRectF(box.left(), box.top(), box.width(), painter.fontMetrics().height())
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, prompt or say("judgement"))
            shape = QRectF(box.center().x() - side / 2, words.bottom() + theme.px(sizes.HAIR), side, side)
            paint_answer(painter, shape, answer)
