"""One finding or recommendation, edited in place, with what can be done to it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.draft.support import Link
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.words import later, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.frames.room import come_back, give_way, keep_room
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.bare import BareNote
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.places.findings.beside_text import BESIDE
from inspector_app.ui.places.findings.margin import Margin

_NARROW, _WIDE = 480, 600  # px at 100%: from the last on what can be done to a text stands beside it
_DOINGS = (("up", "↑", "move up"), ("down", "↓", "move down"), ("delete", "Delete", "delete"))


_EMPTY = {"finding": later("Write here"), "recommendation": later("What should be done")}


class TextItem(QWidget):
    """The text in a box. Deleted, it becomes a line that offers to bring it back, in the same place."""

    asked = Signal(str, str)  # id; "up", "down", "delete" or "restore"

    def __init__(self, entity: str, row: TextRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entity, self.row = entity, row
        self.note = BareNote(self)  # what is done to its words, and when they were saved, is over the texts
        self.note.box.setObjectName(row.id)
        theme.role(self.note.box, "document")  # texts read as one; the one that has the keyboard has an edge
        self.note.box.setPlaceholderText(str(_EMPTY.get(entity, "")))  # without an edge an empty one would not be seen
        self.name = ""
        self.margin = None if entity == "previous" else Margin(self.note.box, self, whole=entity == "recommendation")
        self.number = theme.role(plain_label(parent=self), "label")  # as it is printed
        self.number.hide()
        self.buttons: dict[str, PressButton] = {}
        self.beside = BESIDE[entity]() if entity in BESIDE else None
        self._gone = QWidget(self)
        self._said = theme.role(text_label(self._gone), "quiet")
        self.restore = PressButton("Undo", self._gone)
        self.restore.clicked.connect(lambda: self._ask("restore"))
        hold(self, entity, row.id)  # what undo is about while the focus is here
        self._place: tuple[int, int] | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        self._doings = QGridLayout()
        self._doings.setSpacing(0)
        for code, text, _ in _DOINGS:
            self.buttons[code] = theme.role(PressButton(text, self), "slight")
            self.buttons[code].setMinimumWidth(theme.px(sizes.TARGET))
            self.buttons[code].clicked.connect(lambda _=False, asked=code: self._ask(asked))
        self._beside = QWidget(self.note)
        self._beside.setLayout(self._doings)
        self._put_doings(beside=False)
        keep_room(self._beside)
        self._beside.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        gone = QHBoxLayout(self._gone)
        gone.setContentsMargins(0, 0, 0, 0)
        gone.addWidget(self._said)
        gone.addWidget(self.restore)
        gone.addStretch(1)
        self._gone.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        across = QHBoxLayout()
        across.setSpacing(theme.px(sizes.TIGHT))
        across.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        if self.margin is not None:
            across.addWidget(self.margin)
        across.addWidget(self.note, 1)
        layout.addLayout(across)
        if self.beside is not None:
            layout.addWidget(self.beside)
        layout.addWidget(self._gone)
        self.note.when.hide()
        inside = self.note.layout()
        if isinstance(inside, QGridLayout):
            inside.addWidget(self.note.box, 0, 0, 1, 2)

    def _put_doings(self, *, beside: bool) -> None:
        """In one line; beside the text in two, as high as the shortest text is, and off the edge that it has in hand."""
        self._doings.setContentsMargins(theme.px(sizes.CLOSE) if beside else 0, 0, 0, 0)
        for column, (code, _, _) in enumerate(_DOINGS):
            below = beside and code == "delete"
            self._doings.addWidget(self.buttons[code], int(below), 0 if below else column, 1, 2 if below else 1)

    def show_doings(self, *, shown: bool = True) -> None:
        """Show what can be done to the text, which is there while one is in it or has the pointer over it."""
        self._beside.setVisible(shown or self.underMouse() or self._has_focus)

    @property
    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.show_doings(shown=now is not None and self.isAncestorOf(now))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is over it."""
        super().enterEvent(event)
        self.show_doings()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer has gone."""
        super().leaveEvent(event)
        self.show_doings(shown=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What can be done to the text stands beside it, or below it where there is less room, or in a line of its own."""
        super().resizeEvent(event)
        room, inside = 100 * self.width() // theme.zoom(), self.note.layout()
        place = (5, 0) if room < _NARROW else (1, 1) if room < _WIDE else (0, 2)
        if isinstance(inside, QGridLayout) and place != self._place:
            self._place = place  # of the first not where the marks of the note come while one is in it
            inside.addWidget(self._beside, *place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._put_doings(beside=place[0] == 0)
            inside.setRowMinimumHeight(1, 0 if place[0] == 0 else theme.px(sizes.TARGET))  # between the texts

    def set_row(self, row: TextRow, at: str, name: str, door: Door) -> None:
        """Show the text; unsaved text of this one stays. `name` is what a screen reader calls it."""
        self.row, self.name = row, name
        self.note.show_value(Target(self.entity, row.id, "text"), name, row.text, at, door)
        for code, _, said in _DOINGS:
            self.buttons[code].setAccessibleName(f"{name}: {said}")
            self.buttons[code].setToolTip(said.capitalize())
        if self.beside is not None:
            self.beside.set_row(row, name, door)
        if self.deleted:
            for part in filter(None, (self.beside, self.margin)):
                part.show()
            come_back(self.note, self._gone)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order: what is written first, then what is done to it, deleting it last."""
        beside = self.beside.stops if self.beside is not None else []
        return [self.note.box, *beside, *self.buttons.values(), self.restore]

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be."""
        written = [self.note.box.flush(), self.beside is None or self.beside.flush()]
        return all(written)

    def set_number(self, number: int | None) -> None:
        """Show the number that the draft prints before the text; None for none."""
        self.number.setText(say("{number}.", number=number) if number is not None else "")
        self.number.setVisible(number is not None)

    def begin_step(self) -> None:
        """A step of the text was made beside its words: it is what undo takes back next."""
        self.note.box.end_session()
        self.note.box.bursts.begin_anew()

    def set_ends(self, first: bool, last: bool) -> None:
        """Say whether there is anything above and below to move past."""
        self.buttons["up"].setEnabled(not first)
        self.buttons["down"].setEnabled(not last)

    def set_links(self, links: Sequence[Link]) -> None:
        """Show in the margin what carries the text."""
        if self.margin is not None:
            self.margin.set_links(links)

    @property
    def deleted(self) -> bool:
        """Whether only the offer to bring the text back is shown."""
        return not self._gone.isHidden()

    def show_deleted(self) -> None:
        """Give way to the offer to bring it back."""
        words = self.note.box.text().split()
        begun = f"“{' '.join(words[:6])}{' …' if len(words) > 6 else ''}”" if words else "an empty text"
        self._said.setText(f"Deleted: {begun}")
        call(self.restore, begun)
        for part in filter(None, (self.beside, self.margin, self.number)):
            part.hide()
        give_way(self.note, self._gone)

    def _ask(self, what: str) -> None:
        self.asked.emit(self.row.id, what)
