"""A choice with a round box whose words wrap where the column is narrow: Qt keeps those of its buttons on one line."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from inspector_app.ui.look import sizes, theme, wrapping


class WrappedRadio(QRadioButton):
    """As wide as its words where there is room for them, and as high as they need."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.words = words
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All of its words on one line."""
        width = self._before() + self.fontMetrics().horizontalAdvance(self.words) + 1  # letters have parts of pixels
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word."""
        return QSize(self._before() + wrapping.longest(self.words, self.font()), theme.px(sizes.TARGET))

    def hasHeightForWidth(self) -> bool:
        """More lines where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines of its words in that width."""
        return max(theme.px(sizes.TARGET), wrapping.height(self.words, self.font(), width - self._before()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines for this width."""
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:
        """Break them anew in letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._break()

    def _break(self) -> None:
        self.setText(wrapping.broken(self.words, self.font(), max(1, self.width() - self._before())))

    def _before(self) -> int:
        """Pixels that the box and the space after it take."""
        return theme.px(sizes.CHECK + sizes.CLOSE) + 2 * sizes.EDGE
