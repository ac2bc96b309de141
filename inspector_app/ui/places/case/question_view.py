"""One key question on one case: its words, its prompts, and its own judgement at their foot."""

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import QuestionPage
from inspector_app.core.errors import Expected
from inspector_app.ui import letters
from inspector_app.ui.controls.buttons.single_keys import SingleKeys
from inspector_app.ui.controls.labels import show_marked, text_label
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.look.layout import Across, Down, Layout
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.beside.note_pane import NotePane
from inspector_app.ui.places.case.judgement_box import JudgementBox
from inspector_app.ui.places.case.prompt_row import TIGHT, PromptBox

_SCROLLING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class QuestionView(QFrame):
    """Keeps its row widgets and gives them other rows when another key question or case is shown."""

    answered = Signal(str, object)  # entity id of the row; Answer, or None: cleared
    note_wanted = Signal(object)  # a row: its note is to be seen
    answered_last_wanted = Signal()  # as a row has it
    saved = Signal(str)  # a note or rationale; ISO 8601 UTC
    failed = Signal(object)  # Expected; a note or rationale could not be saved

    def __init__(self, pane: NotePane, parent: QWidget | None = None) -> None:
        """`pane` is where the notes of the rows lie."""
        super().__init__(parent)
        theme.role(self, "card")
        self._pane = pane
        self._heading = theme.role(text_label(self), "heading")
        self.keys = SingleKeys(self, letters.answer_of)
        self._pool: list[PromptBox] = []
        self.prompts: list[PromptBox] = []
        self._layout = Layout(Across.USUAL, Down.MEDIUM)
        self.area = _Prompts(self)
        self.judgement = JudgementBox(self, self.keys)
        self._listen_to(self.judgement)
        pane.take_reasons(self.judgement)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(sizes.EDGE,) * 4)
        layout.setSpacing(0)
        self._above = QVBoxLayout()  # a label's own margins are gone once it gets its look
        self._above.addWidget(self._heading)
        layout.addLayout(self._above)
        for widget in (theme.role(QFrame(self), "line"), self.area, self.judgement):
            layout.addWidget(widget)
        layout.addStretch(0)
        self._parts = layout

    @property
    def rows(self) -> list[AnswerRow]:
        """What can be answered, from top to bottom: the prompts, then the judgement."""
        return [*self.prompts, self.judgement]

    @property
    def contested(self) -> bool:
        """Whether anything here is contested."""
        return any(row.is_contested for row in self.rows)

    def set_layout(self, layout: Layout) -> None:
        """Lay it out for a window like that."""
        self._layout = layout
        beside = theme.px(sizes.NEAR if layout.short else sizes.APART)
        above = theme.px(sizes.TIGHT if layout.short else sizes.CLOSE + 2)
        self._above.setContentsMargins(beside, above, beside, above)
        self._heading.setHidden(layout.down is Down.LOW)
        self._size_heading()
        for row in (*self._pool, self.judgement):
            row.set_layout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With little width, the prompts have the room that large words of the key question would take."""
        super().resizeEvent(event)
        self._size_heading()

    def _size_heading(self) -> None:
        wanted = "label" if self._layout.short or self.width() < theme.px(TIGHT) else "heading"
        if self._heading.property("role") != wanted:
            theme.role(self._heading, wanted)

    def set_page(self, page: QuestionPage, door: Door) -> None:
        """Show a key question on a case. The same one again: only what differs changes, and unsaved text stays."""
        if self.judgement.id != page.id:
            self.area.verticalScrollBar().setValue(0)
        accent = theme.colours().accent
        ref = f'<span style="color: {accent}">{escape(page.ref)}</span>'
        show_marked(self._heading, f"{ref}&nbsp; {escape(page.text)}")
        self.area.say(page.statement)
        self._make_room(bare=not page.prompts)
        self._use_rows(len(page.prompts))
        for row, prompt in zip(self.prompts, page.prompts, strict=True):
            row.set_row(prompt, door)
        self.judgement.set_row(page, door)
        self.show_so_far()

    def _make_room(self, *, bare: bool) -> None:
        """Without prompts the judgement stands right under what is asked, and what is left lies below it."""
        self.area.set_bare(bare)
        self._parts.setStretch(2, 0 if bare else 1)
        self._parts.setStretch(4, 1 if bare else 0)

    def show_so_far(self) -> None:
        """Say beside the judgement how the prompts stand."""
        self.judgement.show_so_far(row.answer for row in self.prompts)

    def set_open(self, opened: bool) -> None:
        """Whether one may answer and write here (services/people/standing.py); else all of it is read."""
        for row in self.rows:
            row.set_open(opened)
        wanted = "card" if opened else "only-read"
        if self.property("role") != wanted:
            theme.role(self, wanted)

    def have_rows(self, count: int) -> None:
        """Make so many rows for prompts, where there are fewer; those that are not wanted now are out of sight."""
        if len(self._pool) >= count:
            return
        for _ in range(count - len(self._pool)):
            self._pool.append(self._new_row())
        rows = [*self._pool, self.judgement]
        tab_through([*(stop for row in rows for stop in row.stops), *self._pane.stops])

    def _new_row(self) -> PromptBox:
        row = PromptBox(self.area.inside, self.keys)
        row.set_layout(self._layout)
        self._listen_to(row)
        self._pane.take(row)
        self.area.add(row)
        return row

    def _use_rows(self, count: int) -> None:
        self.have_rows(count)
        self.prompts = self._pool[:count]
        for place, row in enumerate(self._pool):
            row.setVisible(place < count)
        self._pane.set_prompts(self.prompts)

    def _listen_to(self, row: AnswerRow) -> None:
        row.answered.connect(self._pass_on)
        row.note_wanted.connect(self._pass_on_wanted)
        row.answered_last_wanted.connect(self.answered_last_wanted)
        row.note.box.saved.connect(self._pass_on_saved)
        row.note.box.failed.connect(self._pass_on_failed)

    def _pass_on_saved(self, at: str) -> None:
        if at:
            self.saved.emit(at)

    def _pass_on_failed(self, error: Expected) -> None:
        self.failed.emit(error)

    def _pass_on_wanted(self, row: AnswerRow) -> None:
        self.note_wanted.emit(row)

    def _pass_on(self, entity_id: str, answer: Answer | None) -> None:
        self.answered.emit(entity_id, answer)

    def row_of(self, widget: QWidget | None) -> AnswerRow | None:
        """The row that a widget is, or that it is part of; None when it is elsewhere."""
        return next((row for row in self.rows if widget is not None and row.holds(widget)), None)

    def row_for(self, prompt: str | None) -> AnswerRow:
        """The row of a prompt, or of the judgement (None, or a prompt that is not here)."""
        return next((row for row in self.prompts if row.ref == prompt), self.judgement)

    def first_gap(self) -> AnswerRow:
        """The first row that is not answered; the first of all when every one is."""
        return next((row for row in self.rows if row.answer is None), self.rows[0])

    def bring_into_view(self, row: AnswerRow) -> None:
        """Scroll so that a prompt can be seen, with a little of what comes after it."""
        if row is not self.judgement:
            self._parts.activate()  # else the prompts have the room that was there before, and are scrolled in vain
            self.area.bring_into_view(row)

    def flush(self) -> bool:
        """Put every note on disk. False when one could not be."""
        self.keys.finish()
        refused = [row for row in self.rows if not row.note.box.flush()]  # each is tried, whatever the others do
        return not refused

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down scroll the prompts from the judgement too; all else is for whoever shows this view."""
        if not self.area.take(event):
            event.ignore()


class _Prompts(QScrollArea):
    """The prompts below one another, as high as they need to be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = theme.role(QWidget(), "page")
        self._rows = QVBoxLayout(self.inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._statement = text_label(self.inside)
        self._statement.setMargin(theme.px(sizes.APART))
        self._statement.hide()
        self._rows.addWidget(self._statement)
        self._rows.addStretch(1)
        self._bare = False
        self.setWidget(self.inside)
        super().sizeHint()  # now: Qt keeps what it finds first, and with rows in it all their height would be asked for

    def add(self, row: PromptBox) -> None:
        """A row under the others."""
        self._rows.insertWidget(self._rows.count() - 1, row)

    def say(self, statement: str) -> None:
        """What is asked where there are no prompts, in the source's words; nothing for ""."""
        self._statement.setText(statement)
        self._statement.setVisible(bool(statement))

    def set_bare(self, bare: bool) -> None:
        """Whether there are no prompts: then it is as high as the statement, and not there without one."""
        self._bare = bare
        self.setHidden(bare and self._statement.isHidden())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the statement, where that stands alone."""
        usual = super().sizeHint()
        return QSize(usual.width(), self._rows.totalHeightForWidth(self.viewport().width())) if self._bare else usual

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A statement alone is higher where it is narrower."""
        super().resizeEvent(event)
        if self._bare and event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def bring_into_view(self, row: QWidget) -> None:
        """Scroll to a row; of one too high, to its top."""
        self._settle()
        self.ensureWidgetVisible(row, 0, theme.px(sizes.PAGE))
        if row.height() > self.viewport().height():
            self.verticalScrollBar().setValue(row.y())

    def scroll_to(self, value: int) -> None:
        """Scroll to where the page was left."""
        self._settle()
        self.verticalScrollBar().setValue(value)

    def take(self, event: QKeyEvent) -> bool:
        """Scroll by a key that does; whether it was one."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in _SCROLLING:
            super().keyPressEvent(event)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and all else are for whoever shows this."""
        if not self.take(event):
            event.ignore()

    def _settle(self) -> None:
        """Give every row its place now; Qt would do it after this event, when it is too late to scroll."""
        self._rows.activate()
        width = self.viewport().width()
        self.inside.resize(width, max(self._rows.totalHeightForWidth(width), self.viewport().height()))
        self._rows.activate()
