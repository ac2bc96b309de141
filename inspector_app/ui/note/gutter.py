"""The margin of a note, at the left of its text: the shape of each mark stands in it."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector_app.ui.look import theme

WIDE, BARE = 20, 12  # px at 100%; of a note that is read, whose box has no edge


class Gutter(QWidget):
    """Lies beside what is seen of the text, and is painted by the box that it is of (`paint_gutter`)."""

    def __init__(self, box: "Guttered") -> None:
        super().__init__(box)
        self._box = box
        box.updateRequest.connect(self._follow)

    def _follow(self, area: QRect, scrolled: int) -> None:
        """The text was scrolled, or a part of it is painted anew."""
        if scrolled:
            self.scroll(0, scrolled)
        else:
            self.update(0, area.top(), self.width(), area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shapes."""
        self._box.paint_gutter(self, event.rect())


class Guttered(QPlainTextEdit):
    """A text box with a margin at its left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gutter_wide = WIDE
        self._marked = True
        self._gutter = Gutter(self)
        self.setViewportMargins(theme.px(WIDE), 0, 0, 0)

    def set_edged(self, edged: bool) -> None:
        """Whether the box has an edge that is seen; without one the shapes stand under the heading of the note."""
        self.gutter_wide = (WIDE if edged else BARE) if self._marked else 0
        self.setViewportMargins(theme.px(self.gutter_wide), 0, 0, 0)
        self.lay_gutter()

    def leave_unmarked(self) -> None:
        """What is written here is no evidence: there is no margin for its shapes."""
        self._marked = False
        self.set_edged(True)

    def lay_gutter(self) -> None:
        """Put the margin beside the text: it has another size or place."""
        seen = self.viewport().geometry()
        wide = theme.px(self.gutter_wide)
        self._gutter.setGeometry(seen.left() - wide, seen.top(), wide, seen.height())

    def paint_gutter(self, gutter: QWidget, area: QRect) -> None:
        """Paint this part of the margin."""
        raise NotImplementedError
