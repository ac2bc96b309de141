"""Texts of one kind under one heading: narrative, strengths, the recommendations to one owner."""

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.services.editor import Done
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.door import Door, Target
from inspector_app.ui.note.line import LineBox
from inspector_app.ui.places.findings.texts.dragging import Dragging, Drawn
from inspector_app.ui.places.findings.texts.text_item import TextItem

When = Callable[[str], str]  # id -> when its text was saved, ISO 8601 UTC or ""
Rename = Callable[[str, Sequence[str], Value, Value], Done]  # entity, ids, their owner, over which; raises Expected


class TextList(QWidget):
    """A heading (or a line to name the owner in), the texts, and a button to add one."""

    restore_asked = Signal(str)  # id of a deleted text
    rests_asked = Signal(str)  # id of a text, whose evidence is wanted
    reordered = Signal()  # a text that was there stands at another place
    placed = Signal(str, int)  # id of a text that was drawn so far down, or up
    given = Signal(str, str, int)  # id of a text that was drawn to another owner, and how many of theirs stand above it
    add_asked = Signal()
    cursor_moved = Signal()
    state_changed = Signal()  # a text was saved, or could not be
    failed = Signal(object)  # Expected: what was chosen could not be saved

    def __init__(
        self, entity: str, heading: str, noun: str, rename: Rename | None = None, parent: QWidget | None = None
    ) -> None:
        """With `rename` the heading is a line to name the owner in."""
        super().__init__(parent)
        self.entity, self._noun = entity, noun
        self.items: dict[str, TextItem] = {}
        self.gone: dict[str, TextItem] = {}
        self._shown: list[TextItem] = []
        self.rows: Sequence[TextRow] = ()
        self._rename = rename
        self.owner = LineBox(self) if rename else None
        self._heading = theme.role(plain_label(heading, self), "label")
        self.add = theme.role(PressButton(f"+  Add {noun}", self), "plain")
        self.add.clicked.connect(self.add_asked)
        self._dragging = Dragging(self, lambda: self.movable, self._on_drawn)
        self._layout = QVBoxLayout()
        self._layout.setSpacing(theme.px(sizes.CLOSE))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(sizes.CLOSE))
        if self.owner is not None:
            self.owner.setAccessibleName("Owner of these recommendations")
            self.owner.setPlaceholderText("Who should act")
            head.addWidget(self._heading)
            head.addWidget(self.owner, 1)
        else:
            head.addWidget(self._heading)
            head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(sizes.NEAR))
        layout.setSpacing(theme.px(sizes.TIGHT))
        layout.addLayout(head)
        layout.addLayout(self._layout)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def movable(self) -> list[TextItem]:
        """The texts that can change places, in order."""
        return [item for item in self._shown if not item.deleted]

    def draw_among(self, lists: Callable[[], Sequence["TextList"]]) -> None:
        """Let its texts be drawn into any of these lists, which are of other owners."""
        self._dragging.among = lambda: [Drawn(one, one.movable) for one in lists()]

    def _on_drawn(self, text: str, to: QWidget, place: int) -> None:
        if to is self:
            self.placed.emit(text, place - self.movable.index(self.items[text]))
        elif isinstance(to, TextList) and to.owner is not None:
            self.given.emit(text, to.owner.text(), place)

    def let_go(self, ids: Set[str]) -> None:
        """These stand in another list from now on, in boxes of their own."""
        for item in [self.items.pop(text) for text in ids]:
            self._shown.remove(item)
            self._layout.removeWidget(item)
            item.hide()
            item.deleteLater()

    def show_owner(self, owner: str, door: Door) -> None:
        """Show who should act; what is typed there is said of every text of the list."""
        if self.owner is not None:
            self.owner.show_value(Target(self.entity, "", "to"), owner, replace(door, write=self._write_owner))

    def _write_owner(self, target: Target, owner: Value, _amend: ChangeId | None) -> Done:
        if self._rename is None or not self.rows:  # all of them were deleted
            return Done(None, "", frozenset(), value=owner)
        return self._rename(self.entity, [row.id for row in self.rows], owner, target.over)

    def set_rows(self, rows: Sequence[TextRow], when: When, door: Door) -> None:
        """Show these texts in this order. Boxes stay those of their texts; deleted ones keep their place a while."""
        self.rows = rows
        wanted = {row.id for row in rows}
        for gone in [i for i in self.items if i not in wanted]:
            self.gone[gone] = self.items.pop(gone)
            self.gone[gone].show_deleted()
        self._dragging.keep_up()
        called = self._noun.partition(" ")[2].capitalize()  # "a strength" is "Strength 3 of 4"
        for place, row in enumerate(rows):
            item = self.items.get(row.id) or self.gone.pop(row.id, None) or self._make(row)
            self.items[row.id] = item
            item.set_row(row, when(row.id), f"{called} {place + 1} of {len(rows)}", door)
            item.first, item.last = place == 0, place == len(rows) - 1
        self._order(rows)

    def _make(self, row: TextRow) -> TextItem:
        item = TextItem(self.entity, row, self)
        item.restore_asked.connect(self.restore_asked)
        self._dragging.watch(item)
        item.note.box.cursorPositionChanged.connect(self.cursor_moved)
        for told in (item.note.box.saved, item.note.box.failed, item.note.box.saving.refused):
            told.connect(self.state_changed)
        if item.beside is not None:
            item.beside.failed.connect(self.failed)
            item.beside.rests_asked.connect(lambda: self.rests_asked.emit(item.row.id))
        return item

    def _order(self, rows: Sequence[TextRow]) -> None:
        """Put the boxes into order; only those that are out of it move, so that the cursor stays where it is."""
        wanted = [self.items[row.id] for row in rows]
        before = [item for item in self._shown if item in wanted]
        for place, item in enumerate(self._shown):
            if item in self.gone.values():
                wanted.insert(min(place, len(wanted)), item)
        for place, item in enumerate(wanted):
            if place >= len(self._shown) or self._shown[place] is not item:
                self._layout.removeWidget(item)
                self._layout.insertWidget(place, item)
                if self.isVisible():  # else it comes with the list
                    item.show()  # now, not when the event loop comes to it: the cursor is to go into it
                self._shown = [*self._shown[:place], item, *(s for s in self._shown[place:] if s is not item)]
        if before != [item for item in wanted if item in before]:
            self.reordered.emit()

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        owner = [self.owner] if self.owner is not None else []
        return [*owner, *(stop for item in self._shown for stop in item.stops), self.add]

    def flush(self) -> bool:
        """Put every text on disk. False when one could not be."""
        written = [item.flush() for item in self.items.values()]
        return all(written) and (self.owner is None or self.owner.flush())
