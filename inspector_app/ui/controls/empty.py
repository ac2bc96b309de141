"""What stands where there is nothing yet: a word that says so, why or how something comes here, and the one next step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from inspector_app.core.words import Later
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Down, layout_of

_WIDEST = 34 * sizes.APART  # about 70 letters: longer lines are hard to read


class Empty(QFrame):
    """A heading, sentences in the quiet colour, never wider than they can be read, and below them what to press, if that is
    not in the head of the page, which it stands by. Of a page it is the sheet; a `part` of what is there has no edge.
    """

    def __init__(
        self,
        parent: QWidget,
        word: str | Later = "",
        about: str | Later = "",
        act: QAbstractButton | None = None,
        *,
        part: bool = False,
    ) -> None:
        super().__init__(parent)
        self.word, self.about = theme.role(text_label(self), "heading"), theme.role(text_label(self), "quiet")
        self._inside = inside = QVBoxLayout(self)
        self._sheet = not part
        if part:
            inside.setContentsMargins(0, theme.px(sizes.CLOSE), 0, theme.px(sizes.CLOSE))
        else:
            theme.role(self, "card")
            self._keep_edges()
        inside.setSpacing(theme.px(sizes.TIGHT))
        for label in (self.word, self.about):
            label.setMaximumWidth(theme.px(_WIDEST))
            inside.addWidget(label)
        self.act = act
        if act is not None:
            inside.addSpacing(theme.px(sizes.CLOSE))
            inside.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)  # by the head, and not in the middle of the page
        self.say(word, about)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the words need the room."""
        super().resizeEvent(event)
        if self._sheet:
            self._keep_edges()

    def _keep_edges(self) -> None:
        low = layout_of(self.window().size()).down is Down.LOW
        across, down = (sizes.NEAR, sizes.CLOSE) if low else (sizes.PAGE, sizes.FAR)
        self._inside.setContentsMargins(*(theme.px(edge) for edge in (across, down, across, down)))

    def say(self, word: str | Later, about: str | Later = "") -> None:
        """Say this instead."""
        self.word.setText(str(word))
        self.about.setText(str(about))
        self.about.setVisible(bool(self.about.text()))

    def text(self) -> str:
        """All that it says."""
        return "\n".join(part for part in (self.word.text(), self.about.text()) if part)
