"""One lettered prompt: its words, what there is of it beside them, and its answer."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from inspector_app.core.domain.cases.verified import ItemRow
from inspector_app.core.domain.rows import PromptRow
from inspector_app.core.domain.text.marks import marked
from inspector_app.core.words import say
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import sizes, theme, wrapping
from inspector_app.ui.look.layout import Down, Layout
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.keys import CLOSE_CALL
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.row_signs import RowSigns
from inspector_app.ui.words import verified as verified_words

_NARROW = 460  # px at 100%: below this the answers stand under the words
TIGHT = 640  # and below this they have their lesser size, and the words what that gives
_ALL = 1000  # parts of the room, against one for what is beyond the column


class PromptBox(AnswerRow):
    """A prompt on the page. In a tall window the first line of its note stands under it, in a line kept free for it."""

    def __init__(self, parent: QWidget, keys: SingleKeys) -> None:
        super().__init__(parent, keys)
        self._letter = theme.role(plain_label(parent=self), "letter")
        self._text = text_label(self)
        self._text.setMaximumWidth(theme.px(sizes.COLUMN))
        self.signs = RowSigns(self)
        self.begins = theme.role(plain_label(parent=self), "small")
        self.begins.hide()
        self._column = QWidget(self)
        self._narrow: bool | None = None
        self._short = False
        self._lay_out()
        self.note.box.saved.connect(self._show_note)
        self.note.box.failed.connect(self._show_note)

    def _lay_out(self) -> None:
        self._grid = layout = QGridLayout(self)
        layout.setHorizontalSpacing(theme.px(sizes.TIGHT + sizes.HAIR))
        layout.setVerticalSpacing(0)
        across = QHBoxLayout(self._column)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._letter.setFixedWidth(theme.px(sizes.APART + sizes.HAIR))  # beside the first of its lines
        across.addWidget(self._letter, 0, Qt.AlignmentFlag.AlignTop)
        across.addSpacing(theme.px(sizes.TIGHT + sizes.HAIR))
        across.addWidget(self._text, _ALL)
        across.addStretch(1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(0, 1)  # a short one stands in the middle, where its answers are
        layout.setColumnMinimumWidth(0, theme.px(sizes.APART + sizes.HAIR))
        self._arrange(narrow=False)

    def set_layout(self, layout: Layout) -> None:
        """As high as there is room for; the line of the note is there in a tall window."""
        super().set_layout(layout)
        self._short = layout.short
        high, tall = sizes.PROMPT.short if layout.short else sizes.PROMPT.usual, layout.down is Down.TALL
        self.setMinimumHeight(theme.px(high))
        self._fit()
        self.begins.setVisible(tall)
        self._show_note()

    def _arrange(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        self._grid.addWidget(self._column, 0, 0, 1, 5 if narrow else 2, middle)
        self._grid.addWidget(self.begins, 1, 1, 1, 4 if narrow else 1)
        self._grid.addWidget(self.signs, 2 if narrow else 0, 2, 1 if narrow else 2, 1)
        self._grid.addWidget(self.contested, 3 if narrow else 0, 3, 1 if narrow else 2, 2 if narrow else 1, middle)
        self._grid.addWidget(self.buttons, 2 if narrow else 0, 4, 1 if narrow else 2, 1, middle | right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The answers stand beside the words where there is room for both."""
        super().resizeEvent(event)
        self._arrange(self.width() < theme.px(_NARROW))
        self._fit()
        self._show_begins()

    def _fit(self) -> None:
        """With little width or height the answers have their lesser size, and there is less between two rows."""
        tight = self.width() < theme.px(TIGHT)
        self.buttons.set_short(self._short or tight)
        above = theme.px(sizes.EDGE if self._short else sizes.HAIR if tight else sizes.TIGHT + sizes.EDGE)
        left, right = (theme.px(size) - sizes.EDGE for size in (sizes.APART, sizes.NEAR))
        self._grid.setContentsMargins(left, above, right, above + sizes.EDGE)

    def subject(self) -> str:
        """ "Prompt a"."""
        return f"Prompt {self.ref}"

    def _mark(self, code: str) -> None:
        """A close call is none of its marks: only a judgement can have gone the other way."""
        if code == CLOSE_CALL:
            tell(
                self,
                say("A close call is marked on the judgement, at the foot of the prompts, and not on a prompt."),
            )
        else:
            super()._mark(code)

    def set_current(self, current: bool) -> None:
        """Its letter says so too."""
        super().set_current(current)
        theme.role(self._letter, "here" if current else "letter")

    def set_row(self, row: PromptRow, door: Door) -> None:
        """Show a prompt, this one or another. Unsaved text of this one stays."""
        other, self.ref = self.id != row.id, row.ref
        if other:
            self._letter.setText(row.ref)
            self._text.setText(row.text)
            self.setAccessibleDescription(row.text)
        self._bind(Target(row.entity, row.id, "note"), f"Note on prompt {row.ref}", row.note, row.saved, door)
        self._show_note()
        self._show(self.subject(), row.answer, row.contested)

    def show_verified(self, item: ItemRow | None) -> None:
        """A sign beside the others."""
        self.signs.show_verified(verified_words.state(item) if item else "", stands=item is not None and item.stands)

    def _show_note(self) -> None:
        """Say beside the words what the note holds: when it was shown or saved, not at every key."""
        text = self.note.box.text()
        refused = not self.note.problem.isHidden()
        self.signs.show_note(bool(text.strip()), [found.kind for found in marked(text)], unsaved=refused)
        self._show_begins()

    def _show_begins(self) -> None:
        if not self.begins.isHidden():
            words = " ".join(self.note.box.text().split())
            room = min(theme.px(sizes.COLUMN), self.signs.x() - self.begins.x() - theme.px(sizes.CLOSE))
            self.begins.setText(wrapping.beginning(words, theme.font(theme.SMALL), room))
