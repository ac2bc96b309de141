"""A page that is one column of text and boxes in the middle of the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.words import say
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import early, sizes, theme


class ScrollColumn(QScrollArea):
    """A title, an introduction and what the page adds to `body`; scrolls where the window is too small."""

    def __init__(self, title: str, introduction: str = "", width: int = 544) -> None:
        super().__init__()
        self._width = width
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusPolicy", early.NO_FOCUS)
        self._middle = QWidget()
        self.body = QVBoxLayout(self._middle)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.title = theme.role(plain_label(title), "title")
        self.title.setWordWrap(True)
        said = theme.role(plain_label(introduction), "quiet")
        said.setWordWrap(True)
        self.head = (self.title, said) if introduction else (self.title,)  # for a page that puts them into a card
        self._heads = QVBoxLayout()
        for part in self.head:
            self._heads.addWidget(part)
        self.body.addLayout(self._heads)
        page = theme.role(QWidget(), "page")
        self._across = QHBoxLayout(page)
        self._across.addStretch(1)
        self._across.addWidget(self._middle, 0)
        self._across.addStretch(1)
        self.setWidget(page)
        self.setAccessibleName(title)
        self._measure()

    def add(self, *widgets: QWidget) -> None:
        """Add widgets below one another."""
        for widget in widgets:
            self.body.addWidget(widget)

    def add_row(self, *widgets: QWidget) -> Flow:
        """Add widgets beside one another, the first at the left."""
        row = Flow(*widgets, middle=False)
        self.body.addLayout(row)
        return row

    def say_whose(self) -> None:
        """Say at its foot whose program it is not."""
        said = theme.role(plain_label(say("Not a product of HM Inspectorate of Probation")), "small")
        said.setWordWrap(True)
        said.setProperty("alignment", early.CENTRED)
        self.body.addWidget(said)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_middle"):
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be no wider than the window, at whatever zoom."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self._room() - 2 * theme.px(sizes.PAGE)
        self._middle.setFixedWidth(min(theme.px(self._width), room) if self.isVisible() else theme.px(self._width))

    def _room(self) -> int:
        """The width of the viewport. To ask for that would load every class of widget, a twelfth of the start.

        While this comes into view the bar takes its room already, and is not in view yet.
        """
        bar = self.verticalScrollBar()
        return self.contentsRect().width() - (bar.width() if bar.isVisibleTo(self) else 0)

    def _measure(self) -> None:
        self._fit()
        self.body.setSpacing(theme.px(sizes.APART))
        self._heads.setSpacing(theme.px(sizes.TIGHT))
        self._across.setContentsMargins(*(theme.px(edge) for edge in (sizes.PAGE, sizes.PAGE, sizes.PAGE, sizes.APART)))
