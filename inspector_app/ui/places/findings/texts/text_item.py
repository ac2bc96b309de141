"""One finding or recommendation, edited in place; what can be done to the one in hand is in the bar over the texts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.draft.support import Link
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.words import later, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.fields.called import call
from inspector_app.ui.controls.frames.room import come_back, give_way
from inspector_app.ui.controls.labels import plain_label, text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.bare import BareNote
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.in_hand import hold
from inspector_app.ui.places.findings.texts.beside_text import BESIDE
from inspector_app.ui.places.findings.texts.margin import Margin

_EMPTY = {  # without an edge an empty text would not be seen
    "finding": later("Write here"),
    "recommendation": later("What should be done"),
    "previous": later("What was asked for"),
}


class TextItem(QWidget):
    """The text in a box. Deleted, it becomes a line that offers to bring it back, in the same place."""

    restore_asked = Signal(str)  # id

    def __init__(self, entity: str, row: TextRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entity, self.row = entity, row
        self.note = BareNote(self)  # what is done to its words, and when they were saved, is over the texts
        self.note.box.setObjectName(row.id)
        self.note.box.grow()
        theme.role(self.note.box, "document")  # texts read as one; the one that has the keyboard has an edge
        self.note.box.setPlaceholderText(str(_EMPTY[entity]))
        self.name = ""
        self.margin = None if entity == "previous" else Margin(self.note.box, self, whole=entity == "recommendation")
        self.number = theme.role(plain_label(parent=self), "label")  # as it is printed
        self.number.hide()
        self.first = self.last = False  # of its list: there is nothing above, or below, to move past
        self.beside = BESIDE[entity]() if entity in BESIDE else None
        self._gone: _Gone | None = None  # made when it is deleted
        hold(self, entity, row.id)  # what undo is about while the focus is here
        self._lay_out()

    def _lay_out(self) -> None:
        self._parts = layout = QVBoxLayout(self)
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
        self.note.when.hide()

    def set_row(self, row: TextRow, at: str, name: str, door: Door) -> None:
        """Show the text; unsaved text of this one stays. `name` is what a screen reader calls it."""
        self.row, self.name = row, name
        self.note.show_value(Target(self.entity, row.id, "text"), name, row.text, at, door)
        if self.beside is not None:
            self.beside.set_row(row, name, door)
        if self._gone is not None and self.deleted:
            for part in filter(None, (self.beside, self.margin)):
                part.show()
            come_back(self.note, self._gone)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        beside = self.beside.stops if self.beside is not None else []
        return [self.note.box, *beside, *([self._gone.restore] if self._gone is not None else [])]

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

    def set_links(self, links: Sequence[Link]) -> None:
        """Show in the margin what carries the text."""
        if self.margin is not None:
            self.margin.set_links(links)

    @property
    def deleted(self) -> bool:
        """Whether only the offer to bring the text back is shown."""
        return self._gone is not None and not self._gone.isHidden()

    def show_deleted(self) -> None:
        """Give way to the offer to bring it back."""
        gone = self._in_its_place()
        words = self.note.box.text().split()
        begun = f"“{' '.join(words[:6])}{' …' if len(words) > 6 else ''}”" if words else "an empty text"
        gone.said.setText(f"Deleted: {begun}")
        call(gone.restore, begun)
        for part in filter(None, (self.beside, self.margin, self.number)):
            part.hide()
        give_way(self.note, gone)

    @property
    def restore(self) -> PressButton:
        """What brings it back."""
        return self._in_its_place().restore

    def _in_its_place(self) -> "_Gone":
        if self._gone is None:
            self._gone = _Gone(self)
            self._gone.restore.clicked.connect(lambda: self.restore_asked.emit(self.row.id))
            self._parts.addWidget(self._gone)
        return self._gone


class _Gone(QWidget):
    """What stands in the place of a text that was deleted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.said = theme.role(text_label(self), "quiet")
        self.restore = PressButton("Undo", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said)
        layout.addWidget(self.restore)
        layout.addStretch(1)
        self.hide()
