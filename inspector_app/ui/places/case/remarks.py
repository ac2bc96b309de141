"""What was said of one prompt, judgement or case: a marker, the comments under it, and a box for another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector_app.core.domain.cases.review import CommentRow
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.drawn import fold
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.buttons.single_keys import swallow
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.layouts import stops_in, tab_through
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.draft_field import KEPT, DraftField
from inspector_app.ui.places.case.comment_list import Bubble, CommentList
from inspector_app.ui.words import review as words

_KEYS = Qt.Key


class Remarks(QWidget):
    """Out of sight while nothing was said. Folded once every comment is answered; the marker unfolds it."""

    sent = Signal(str, str)  # what it is about; the text
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._about = self._subject = ""
        self._rows: tuple[CommentRow, ...] = ()
        self._writing = self._open = False
        self._bubble = Bubble(self)
        self.marker = theme.role(PressButton("", self), "slight")
        self.marker.clicked.connect(self._toggle)
        self.list = CommentList(self)
        self.draft = DraftField("Send the comment", KEPT, self)
        self.draft.note.set_narrow(True)  # it stands in a column
        self.draft.sent.connect(self._send)
        self.draft.left.connect(self._leave)
        self.draft.box.textChanged.connect(self._show_words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(sizes.HAIR), 0, theme.px(sizes.HAIR))
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addLayout(Flow(self._bubble, self.marker))
        layout.addWidget(self.list)
        layout.addWidget(self.draft)
        self.hide()

    def show_item(self, about: str, subject: str, rows: Sequence[CommentRow], draft: str, me: str, door: Door) -> None:
        """Show what was said of an item; `subject` is what a screen reader calls it, `me` the name of who works here."""
        other, self._about, self._subject = about != self._about, about, subject
        fresh = {row.id for row in rows if not row.answered} - {row.id for row in self._rows if not row.answered}
        self._rows = tuple(rows)
        had = bool(self.draft.box.text())
        self.draft.show_value(Target("comment", about, "text"), f"{subject}: comment", draft, door)
        if other:
            self._writing = bool(draft)
        elif had and not self.draft.box.text():  # it was sent
            self._writing = False
        if other or fresh:
            self._open = bool(fresh) or self._writing
        self.list.set_rows(rows, me, other=other)
        self._show_parts()
        tab_through(stops_in(self))

    def write(self) -> None:
        """Open the box for a comment and go into it."""
        self._writing = self._open = True
        self._show_parts()
        self.draft.write_on()

    @property
    def writing(self) -> bool:
        """Whether there is a box for a comment here, open now."""
        return not (self.isHidden() or self.draft.isHidden())

    def flush(self) -> bool:
        """Keep the draft. False when it could not be; it stays in its box."""
        return self.draft.box.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads out; letters and Delete on a button here must not answer the prompt."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() == _KEYS.Key_Escape:
            self._leave()
        elif plain and ((event.text().isprintable() and event.text()) or event.key() in _DELETING):
            swallow(self, event)
        else:
            event.ignore()

    def _send(self, text: str) -> None:
        self.sent.emit(self._about, text)

    def _leave(self) -> None:
        if not self.draft.box.text().strip():
            self._writing = False
        self.left.emit()  # before the box goes: the focus must not fall elsewhere
        self._show_parts()

    def _toggle(self) -> None:
        self._open = not self._open
        self._writing = self._writing or bool(self.draft.box.text())
        self._show_parts()

    def _show_parts(self) -> None:
        self._show_words()
        something = bool(self._rows) or self._writing or bool(self.draft.box.text())
        self.setVisible(something or self.list.can_bring_back)
        self.list.setVisible(self._open)
        self.draft.setVisible(self._open and self._writing)

    def _show_words(self) -> None:
        said = words.comments(self._rows, self.draft.box.text())
        said = said or (say("comment deleted") if self.list.can_bring_back else say("no comment yet"))
        self.marker.setText(said)
        fold(self.marker, opened=self._open)
        self.marker.setAccessibleName(f"{self._subject}: {said}, {'open' if self._open else 'folded'}")
        self._bubble.set_filled(any(not row.answered for row in self._rows) or bool(self.draft.box.text()))


_DELETING = (_KEYS.Key_Delete, _KEYS.Key_Backspace)
