"""The summaries of key questions on the page: read, written, and put into the text with their links."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.services.editor import Done
from inspector_app.core.services.results import summaries
from inspector_app.core.services.results.summaries import Summary
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import say
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.places.findings import inserting
from inspector_app.ui.places.findings.desk import FindingsDesk
from inspector_app.ui.places.findings.side import SUMMARIES

Writing = Callable[[Callable[[Workspace], Done]], Done]  # while it writes, the page is not filled anew


class Summarizing(QObject):
    """Shows the summaries of the standard that one is on, once their pane is open."""

    def __init__(self, workspace: Workspace, desk: FindingsDesk, try_: inserting.Try, writing: Writing) -> None:
        super().__init__(desk)
        self._workspace, self._desk, self._try, self._writing = workspace, desk, try_, writing
        self._pane = desk.side.summaries
        self._rows: dict[str, Summary] = {}
        self._section = ""
        self._door = Door(self._write, workspace.editor.stands, workspace.editor)
        self._pane.insert_asked.connect(self._insert)
        self._pane.left.connect(desk.back_to_text)
        desk.side.opened.connect(lambda _: self._show())

    def read(self, section: str) -> None:
        """Show those of a section."""
        self._section = section
        self._show()

    def enter(self) -> None:
        """Go to the summaries."""
        self._desk.side.open(SUMMARIES)
        self._pane.enter()

    def _show(self) -> None:
        if self._desk.side.current == SUMMARIES:
            rows = summaries.of_standard(self._workspace, self._section)
            self._rows = {row.id: row for row in rows}
            self._pane.show_these(rows, self._door)

    def _write(self, target: Target, value: Value, amend: ChangeId | None) -> Done:
        of = self._rows[target.id].of
        done = self._writing(lambda w: summaries.write(w, target.id, value, of, amend=amend, over=target.over))
        QTimer.singleShot(0, self, self._show)  # the box is still writing
        return done

    def _insert(self, summary: str) -> None:
        """Put the summary where the cursor is, as a sentence that its key question carries."""
        row, item = self._rows[summary], self._desk.sheet.item_in_hand()
        if not row.text.strip():
            self._pane.write()
        elif item is None or item.entity == "previous":
            tell(self._desk, say("Put the cursor in a text first; the summary goes there."))
        elif inserting.put(item, (row.text,), row.on, self._try):
            self._desk.back_to_text()
