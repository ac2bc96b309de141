"""A line on each key question of each case, over the notes it is written from; Enter puts it into the text with its link."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from inspector_app.core.services.results.summaries import Summary
from inspector_app.core.words import count, say
from inspector_app.ui import actions
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.controls.layouts import tab_in_place
from inspector_app.ui.controls.lists.wrapped import show_items, wrapped_list
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.fact_line import FactLine
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.words.review import ANSWERS


class SummariesPane(QScrollArea):
    """The list, the line of the one that is chosen, and its notes, which are read."""

    insert_asked = Signal(str)  # the id of a summary
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[str, Summary] = {}
        self._door: Door | None = None
        self._made = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _make(self) -> None:
        """What is in it, when the pane is first open."""
        self._made = True
        inside = theme.role(QWidget(self), "page")
        self.about = theme.role(text_label(inside), "small")
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)  # where nothing stands below it too
        self.lines = wrapped_list(say("Summaries"), inside)
        self.lines.setToolTip(say("Put a summary into the text: {key}, then Enter", key=actions.keys("summary")))
        self.line = FactLine(say("Summary"), inside)
        self.notes = QPlainTextEdit(inside)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(say("The notes"))
        self._lay_out(inside)
        self.lines.currentItemChanged.connect(lambda *_: self._show_one())
        self.lines.itemActivated.connect(lambda _: self._insert())
        self.lines.installEventFilter(self)
        tab_in_place(self)

    def _lay_out(self, inside: QWidget) -> None:
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(*(theme.px(sizes.CLOSE),) * 4)
        layout.setSpacing(theme.px(sizes.TIGHT))
        for part, stretch in ((self.about, 0), (self.lines, 3), (self.line, 0), (self.notes, 2)):
            layout.addWidget(part, stretch)
        for part, least in ((self.lines, 3 * sizes.POPUP_ROW), (self.notes, 2 * sizes.ROW.usual)):
            part.setMinimumHeight(theme.px(least))
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # what is left: they scroll
        self.setWidget(inside)

    def show_these(self, rows: Sequence[Summary], door: Door) -> None:
        """Show these summaries; what is being typed stays."""
        self._rows, self._door = {row.id: row for row in rows}, door
        if not self._made:
            self._make()
        older = sum(row.older for row in rows)
        self.about.setText(_about(older) if rows else say("On a standard with cases, what is noted is summed up here."))
        show_items(self.lines, [(row.id, _in_words(row)) for row in rows])
        for part in (self.lines, self.line, self.notes):
            part.setVisible(bool(rows))
        self._show_one()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break elsewhere in another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its words need in this width, which Qt does not ask of what scrolls: the list lay over what is below."""
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if inside is not None and layout is not None:
            wide = self.width() - self.verticalScrollBar().sizeHint().width()
            inside.setMinimumHeight(layout.minimumHeightForWidth(wide))

    @property
    def current(self) -> Summary | None:
        """The one that is chosen."""
        item = self.lines.currentItem()
        return self._rows.get(str(item.data(Qt.ItemDataRole.UserRole))) if item is not None else None

    def enter(self) -> None:
        """Go to the list."""
        if self._rows:
            self.lines.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def write(self) -> None:
        """Go to the line."""
        self.line.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Put what was typed on disk. False when it could not be."""
        return not self._made or self.line.box.flush()

    def _show_one(self) -> None:
        row = self.current
        if row is None or self._door is None:
            return
        hold(self, "summary", row.id)
        name = f"{row.case_ref} {row.question}"
        self.line.set_value(
            Target("summary", row.id, "text"), row.text, None, self._door, name, contested=row.contested
        )
        if self.notes.toPlainText() != row.notes:
            self.notes.setPlainText(row.notes)

    def _insert(self) -> None:
        if (row := self.current) is not None and self.flush():
            self.insert_asked.emit(row.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc goes back to the text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)


def _about(older: int) -> str:
    said = say("Enter puts a summary into the text.")
    if not older:
        return said
    return f"{said} {count(older, '{n} is older than its notes.', '{n} are older than their notes.')}"


def _in_words(row: Summary) -> str:
    head = f"{row.case_ref} {row.question} · {ANSWERS[row.answer]}"
    if row.older:
        return f"{head}: {say('{summary} (older than its notes)', summary=row.text)}"
    return f"{head}: {row.text or say('no summary yet')}"
