"""One key question on one case as a page: its words, its prompts with their notes, and its own judgement."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.rows import QuestionPage
from inspector_app.core.errors import Expected
from inspector_app.ui import letters
from inspector_app.ui.controls.layouts import tab_through
from inspector_app.ui.controls.single_keys import SingleKeys
from inspector_app.ui.look import theme
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.judgement_box import JudgementBox
from inspector_app.ui.places.case.prompt_row import PromptBox

_WIDEST = 1000  # px at 100%: prompts then run to about 80 characters a line
_SCROLLING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class QuestionView(QScrollArea):
    """Keeps its row widgets and gives them other rows when another key question or case is shown."""

    answered = Signal(str, object)  # entity id of the row; Answer, or None: cleared
    saved = Signal(str)  # a note or rationale; ISO 8601 UTC
    failed = Signal(object)  # Expected; a note or rationale could not be saved

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = theme.role(QWidget(), "page")
        self._inside.setMaximumWidth(theme.px(_WIDEST))
        self.keys = SingleKeys(self, letters.answer_of)
        self._pool: list[PromptBox] = []
        self.prompts: list[PromptBox] = []
        self.judgement = JudgementBox(self._inside, self.keys)
        self._listen_to(self.judgement)
        self._layout = QVBoxLayout(self._inside)
        self._layout.setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(8))
        self._layout.setSpacing(theme.px(6))
        self._layout.addWidget(self.judgement)
        self._layout.addStretch(1)
        self.setWidget(self._inside)

    @property
    def rows(self) -> list[AnswerRow]:
        """What can be answered, from top to bottom: the prompts, then the judgement."""
        return [*self.prompts, self.judgement]

    @property
    def contested(self) -> bool:
        """Whether anything here is contested."""
        return any(row.is_contested for row in self.rows)

    def set_page(self, page: QuestionPage, door: Door) -> None:
        """Show a key question on a case. The same one again: only what differs changes, and unsaved text stays."""
        other = self.judgement.id != page.id
        if other:
            self.verticalScrollBar().setValue(0)
        self._make_rows(len(page.prompts))
        for row, prompt in zip(self.prompts, page.prompts, strict=True):
            row.set_row(prompt, door)
        self.judgement.set_row(page, door)

    def set_open(self, opened: bool) -> None:
        """Whether one may answer and write here (services/standing.py); else all of it is read."""
        for row in self.rows:
            row.set_open(opened)

    def _make_rows(self, count: int) -> None:
        while len(self._pool) < count:
            row = PromptBox(self._inside, self.keys)
            self._listen_to(row)
            self._layout.insertWidget(self._layout.count() - 2, row)  # before the judgement and the stretch
            self._pool.append(row)
            tab_through(stop for row in (*self._pool, self.judgement) for stop in row.stops)
        self.prompts = self._pool[:count]
        for place, row in enumerate(self._pool):
            row.setVisible(place < count)

    def _listen_to(self, row: AnswerRow) -> None:
        row.answered.connect(self._pass_on)
        row.note.box.saved.connect(self._pass_on_saved)
        row.note.box.failed.connect(self._pass_on_failed)

    def _pass_on_saved(self, at: str) -> None:
        if at:
            self.saved.emit(at)

    def _pass_on_failed(self, error: Expected) -> None:
        self.failed.emit(error)

    def _pass_on(self, entity_id: str, answer: Answer | None) -> None:
        self.answered.emit(entity_id, answer)

    def row_of(self, widget: QWidget | None) -> AnswerRow | None:
        """The row that a widget is, or lies in; None when it is elsewhere."""
        while widget is not None and not isinstance(widget, AnswerRow):
            widget = widget.parentWidget()
        return widget if widget in self.rows else None

    def row_for(self, prompt: str | None) -> AnswerRow:
        """The row of a prompt, or of the judgement (None, or a prompt that is not here)."""
        return next((row for row in self.prompts if row.ref == prompt), self.judgement)

    def first_gap(self) -> AnswerRow:
        """The first row that is not answered; the first of all when every one is."""
        return next((row for row in self.rows if row.answer is None), self.rows[0])

    def bring_into_view(self, row: AnswerRow) -> None:
        """Scroll so that a row can be seen, with a little of what comes after it; of one too high, what one is at."""
        self._settle()
        high = row.height() > self.viewport().height()
        writing = row.note.box.hasFocus()
        if high and writing and row.note.height() <= self.viewport().height():
            self.ensureWidgetVisible(row.note, 0, theme.px(4))  # with its tools
        else:
            self.ensureWidgetVisible(row.note.box if high and writing else row, 0, theme.px(24))
        if high and not writing:
            self.verticalScrollBar().setValue(row.y())
        self.horizontalScrollBar().setValue(0)  # a row may be wider than the narrowest window

    def flush(self) -> bool:
        """Put every note on disk. False when one could not be."""
        self.keys.finish()
        refused = [row for row in self.rows if not row.note.box.flush()]  # each is tried, whatever the others do
        return not refused

    def scroll_to(self, value: int) -> None:
        """Scroll to where the page was left."""
        self._settle()
        self.verticalScrollBar().setValue(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down scroll; arrows and all else are for whoever shows this view."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in _SCROLLING:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Lines keep their length in characters at another zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._inside.setMaximumWidth(theme.px(_WIDEST))

    def _settle(self) -> None:
        """Give every row its place now; Qt would do it after this event, when it is too late to scroll."""
        self._layout.activate()
        width = min(self.viewport().width(), self._inside.maximumWidth())
        height = max(self._layout.totalHeightForWidth(width), self.viewport().height())
        self._inside.resize(width, height)
        self._layout.activate()
