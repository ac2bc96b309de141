"""What carries the sentence at the cursor: shown, linked by a few letters and Enter, unlinked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.core.services.results.supporting import Offer
from inspector_app.core.words import say
from inspector_app.ui import actions
from inspector_app.ui.controls.frames.card_area import CardArea
from inspector_app.ui.controls.frames.given_room import GivenRoom
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.lists.wrapped import ITEM, show_items, wrapped_list
from inspector_app.ui.look import sizes, theme


class CarriedPane(QWidget):
    """Asks for what is to be linked and unlinked; `find` gives what is offered for what is typed."""

    link_asked = Signal(str)  # what is to carry the sentence
    unlink_asked = Signal(str)  # the id of a link
    left = Signal()

    def __init__(self, find: Callable[[str], Sequence[Offer]], parent: QWidget) -> None:
        super().__init__(parent)
        self._find = find
        self.about = theme.role(text_label(self), "small")
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.linked = wrapped_list(say("What supports it"), self)
        self.linked.setToolTip(say("Delete unlinks one"))
        self.line = QLineEdit(self)
        self.line.setAccessibleName(say("Link a case, an answer or a source"))
        self.line.setPlaceholderText(say("A case, an answer or a source"))
        self.line.setToolTip(say("Link the sentence: {key}", key=actions.keys("carry")))
        self.offered = wrapped_list(say("What can be linked"), self)
        self.nothing = theme.role(text_label(self), "small")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(sizes.CLOSE),) * 4)
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addWidget(self._one_over_the_other(_scrolled(self.about, self), self.linked), 1)
        layout.addWidget(self.line)
        layout.addWidget(self._one_over_the_other(self.nothing, self.offered), 1)
        self.line.textChanged.connect(lambda _: self.offer())
        self.offered.itemActivated.connect(lambda item: self.link_asked.emit(str(item.data(ITEM))))
        for part in (self.line, self.linked, self.offered):
            part.installEventFilter(self)

    def _one_over_the_other(self, first: QWidget, second: QWidget) -> GivenRoom:
        """So much of the height, whatever is in them: a long sentence pushed what one types in."""
        room = GivenRoom(self)
        layout = QVBoxLayout(room)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(sizes.TIGHT))
        for part, stretch in ((first, 2), (second, 3)):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            layout.addWidget(part, stretch)
        return room

    def show_sentence(self, about: str, linked: Sequence[tuple[str, str]]) -> None:
        """Show what carries a sentence, as (id of the link, words)."""
        if about != self.about.text() and not self.line.hasFocus():
            self.line.clear()  # what was looked for is of the sentence before
        self.about.setText(about)
        show_items(self.linked, linked)
        self.linked.setVisible(bool(linked))

    def offer(self) -> None:
        """Show what can be linked for what is typed, or say that there is nothing."""
        found = [(one.on, one.words) for one in self._find(self.line.text())]
        show_items(self.offered, found)
        self.offered.setCurrentRow(0 if found else -1)
        self.offered.setVisible(bool(found))
        typed = self.line.text().strip()
        self.nothing.setText(_nothing(typed) if typed and not found else "")
        self.nothing.setVisible(bool(self.nothing.text()))

    def enter(self) -> None:
        """Go to where one types what carries the sentence."""
        self.line.clear()
        self.offer()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter links, arrows choose, Delete unlinks, Esc goes back to the text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(watched, event.key()):
            return True
        return super().eventFilter(watched, event)

    def _key(self, watched: QObject, key: int) -> bool:
        keys = Qt.Key
        if key == keys.Key_Escape:
            self.left.emit()
        elif watched is self.line and key in (keys.Key_Up, keys.Key_Down):
            to = self.offered.currentRow() + (1 if key == keys.Key_Down else -1)
            self.offered.setCurrentRow(max(0, min(self.offered.count() - 1, to)))
        elif watched is self.line and key in (keys.Key_Return, keys.Key_Enter):
            if (item := self.offered.currentItem()) is not None:
                self.link_asked.emit(str(item.data(ITEM)))
        elif watched is self.linked and key == keys.Key_Delete:
            if (item := self.linked.currentItem()) is not None:
                self.unlink_asked.emit(str(item.data(ITEM)))
        else:
            return False
        return True


def _scrolled(words: QWidget, parent: QWidget) -> CardArea:
    area = theme.role(CardArea(parent), "page")
    area.setWidget(words)
    return area


def _nothing(typed: str) -> str:
    return say(
        "No case, answer or source is called “{typed}”. Only names are looked for here; words in notes are found on "
        "Evidence.",
        typed=typed,
    )
