"""The row of the case page that one is on: the keys act on it, the focus comes back to it, undo is about it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inspector_app.ui.note.cursor import put_cursor
from inspector_app.ui.places.case.answer_row import AnswerRow
from inspector_app.ui.places.case.sheet import CaseSheet

_OTHER = Qt.FocusReason.OtherFocusReason


class RowInHand(QObject):
    """Follows the focus from row to row; while that is elsewhere, the row stays in hand."""

    changed = Signal()  # another row

    def __init__(self, page: QWidget, sheet: CaseSheet) -> None:
        super().__init__(page)
        self._page, self._sheet = page, sheet
        self.row: AnswerRow | None = None  # None where no case is shown, or one without key questions
        self.in_note = False
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._on_focus_changed)

    def take(self, row: AnswerRow) -> None:
        """Take a row in hand; the focus stays where it is."""
        other = self.row is not row
        if self.row is not None and other:
            self.row.set_current(False)
        self.row, self.in_note = row, False
        row.set_current(True)
        self._sheet.pane.show_row(row)
        if other:
            self.changed.emit()

    def drop(self) -> None:
        """Have none in hand."""
        self.row = None

    def focus(self) -> None:
        """Give the keyboard to the row, or to its note when one was in it."""
        if self.row is not None:
            wanted = self.row.note.box if self.in_note else self.row
            (wanted if wanted.isVisible() else self.row if self.row.isVisible() else self._page).setFocus(_OTHER)

    def bring_into_view(self) -> None:
        """Scroll to the row."""
        if self.row is not None:
            self._sheet.bring_into_view(self.row)

    def end_session(self) -> None:
        """What is typed in the note of the row next is a step of its own."""
        if self.row is not None:
            self.row.note.box.end_session()

    def enter_note(self, anchor: int, position: int) -> None:
        """Go into the note of the row, with what is between the two selected."""
        if self.row is None:
            return
        self.row.enter_note()
        put_cursor(self.row.note.box, position, anchor)
        self.in_note = True  # while the page is hidden no focus moves to say so

    def _on_focus_changed(self, now: object) -> None:
        row = self._sheet.view.row_of(now) if isinstance(now, QWidget) else None
        if row is not None:
            self.take(row)
            self.in_note = now is row.note.box
        if isinstance(now, QWidget) and self._page.isAncestorOf(now):
            self._sheet.set_writing(self._sheet.side.isAncestorOf(now))
