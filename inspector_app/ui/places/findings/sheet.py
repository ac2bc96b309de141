"""The sheet in the middle of the findings: the texts of one section under its heading, each in its box."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inspector_app.core.domain import live_figures
from inspector_app.core.domain.draft import recommending
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.inspection import FindingKind
from inspector_app.core.domain.rows import TextRow
from inspector_app.core.words import later, say
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.labels import text_label
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.note.box import NoteBox
from inspector_app.ui.note.cursor import put_cursor
from inspector_app.ui.note.door import Door
from inspector_app.ui.places.findings.section_list import OWNED, PREVIOUS, RECOMMENDATIONS, Texts
from inspector_app.ui.places.findings.texts import owned
from inspector_app.ui.places.findings.texts.text_item import TextItem
from inspector_app.ui.places.findings.texts.text_list import Rename, TextList

_KINDS = (
    (FindingKind.NARRATIVE, "Narrative", "a paragraph"),
    (FindingKind.STRENGTH, "Strengths", "a strength"),
    (FindingKind.IMPROVEMENT, "Areas for improvement", "an area for improvement"),
)


_ABOUT = {  # sections whose texts stand under whom they are for
    RECOMMENDATIONS: later("Grouped by who should act, in the order in which they are printed."),
    PREVIOUS: later("What the last inspection asked for, and what became of each."),
}

When = Callable[[str, str], str]  # entity, id -> when its text was saved


class TextsSheet(QFrame):
    """Shows the texts of one section at a time. What is asked of one goes out as a signal; typing is written by the boxes."""

    entering = Signal()  # the cursor is about to be put into a text
    cursor_moved = Signal()  # in a text, or to another
    state_changed = Signal()  # how much is written, or whether the text in hand is on disk
    rests_asked = Signal(str)  # id of a text, whose evidence is wanted
    take_asked = Signal()  # the recommendations of a document, as those of the last inspection
    restore_asked = Signal(str, str)  # entity, id of a deleted text
    placed = Signal(str, str, int)  # entity, id, how far down its list it was drawn (up: below zero)
    given = Signal(str, str, str, int)  # entity, id, the owner to whom it was drawn, how many of theirs stand above it
    add_asked = Signal(str, str, str)  # entity, standard or owner, kind
    failed = Signal(object)  # Expected: an owner could not be saved, and is tried again

    def __init__(self, framework: Framework, rename: Rename, parent: QWidget) -> None:
        super().__init__(parent)
        self._framework, self._rename, self.section = framework, rename, ""
        self._lists: list[TextList] = []
        self._folded = False
        self._last: NoteBox | None = None
        self._scroll = QScrollArea(self)
        inside = theme.role(
            QWidget(self._scroll), "page"
        )  # and each part where it stands: Qt goes through a whole window
        self._held = theme.role(QWidget(inside), "page")  # for each that leaves it for a time
        self._owners = QWidget(self._held)
        self.heading = theme.role(text_label(self._held), "heading")
        self.statement = theme.role(text_label(self._held), "quiet")
        self.drafted = text_label(self._held)  # what the program writes there from the data
        self.add_owner = PressButton("+  Add an owner", self._owners)
        self.take = PressButton(say("Take from a document…"), self._owners)
        self.take.setToolTip(say("Add the recommendations of the last inspection from its inspection document"))
        self._lay_out(inside)
        self.add_owner.clicked.connect(lambda: self._ask_add(OWNED[self.section], "", ""))
        self.take.clicked.connect(self.take_asked)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._on_focus)

    def _lay_out(self, inside: QWidget) -> None:
        """The texts stand no wider than can be read, in the middle of what there is."""
        self._across = QHBoxLayout(inside)
        self._across.addWidget(self._held)
        self._held.setMaximumWidth(theme.px(sizes.FORM))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, theme.px(sizes.TIGHT), theme.px(sizes.TIGHT), theme.px(sizes.TIGHT))
        around.addWidget(self._scroll)
        self._texts = QVBoxLayout(self._held)
        self._texts.setContentsMargins(0, theme.px(sizes.NEAR), 0, theme.px(sizes.NEAR))
        self._texts.setSpacing(theme.px(sizes.TIGHT))
        self._texts.addWidget(self.heading)
        self._texts.addWidget(self.statement)
        self._texts.addWidget(self.drafted)
        self._texts.addSpacing(theme.px(sizes.TIGHT))
        self._owners.setLayout(Flow(self.add_owner, self.take))
        self._texts.addWidget(self._owners)
        self._texts.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_view)

    def _keep_in_view(self) -> None:
        """What has the focus stays in sight while texts come, go and grow around it."""
        focus, inside = self.focusWidget(), self._scroll.widget()  # a box that went with its section is it for a while
        if focus is not None and inside is not None and focus.isVisibleTo(inside):
            if focus.height() < self._scroll.viewport().height():
                self._scroll.ensureWidgetVisible(focus, 0, theme.px(2 * sizes.FAR))
            self._keep_cursor_in_view()

    def _keep_cursor_in_view(self) -> None:
        """The line one writes on is in sight, in a text that is higher than the window."""
        box, inside = self.focusWidget(), self._scroll.widget()
        if isinstance(box, NoteBox) and inside is not None and box.isVisibleTo(inside):
            line = box.cursorRect()
            at = box.viewport().mapTo(inside, line.center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, line.height())

    def _follow(self, texts: TextList) -> None:
        """Texts stand in another order: what one writes in is in sight at its new place."""
        if (layout := texts.layout()) is not None:
            layout.activate()  # now, and not when the event loop comes to it
        self._keep_in_view()

    def set_reading(self, line: QWidget) -> None:
        """The line that says how far a document is read, under the button by which it is chosen."""
        self._texts.insertWidget(self._texts.indexOf(self._owners) + 1, line)

    def set_margins(self, beside: int) -> None:
        """How much room there is at either side of the texts."""
        self._across.setContentsMargins(beside, 0, beside, 0)

    def fold_head(self, *, folded: bool) -> None:
        """Whether heading and statement of the section give their room to its texts."""
        self._folded = folded
        self.heading.setVisible(not folded)
        self._show_statement()

    def _show_statement(self) -> None:
        self.statement.setVisible(bool(self.statement.text()) and not self._folded)

    def show_section(self, section: str, title: str, texts: Texts, when: When, door: Door) -> None:
        """Show the texts of a section; the one already shown keeps its boxes."""
        if section != self.section:
            self._clear()
            self.section = section
            self.heading.setText(title)
        self._owners.setVisible(section in OWNED)
        self.take.setVisible(section == PREVIOUS)
        if section in OWNED:
            self.statement.setText(str(_ABOUT[section]))
            self._show_owned(texts, when, door)
        else:
            self._show_findings([r for r in texts.findings if r.group == section], when, door)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [*(stop for shown in self._lists for stop in shown.stops), self.add_owner, self.take]

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be."""
        written = [texts.flush() for texts in self._lists]
        return all(written)

    def _show_findings(self, rows: Sequence[TextRow], when: When, door: Door) -> None:
        part = self._framework.sections.get(self.section)
        statement = part.about if part else self._framework.by_ref[self.section].statement
        self.statement.setText(statement)
        self._show_statement()
        kinds = _KINDS[:1] if part else _KINDS  # any other section than a standard's is text alone
        if not self._lists:
            for kind, heading, noun in kinds:
                made = self._put(TextList("finding", heading, noun))
                made.add_asked.connect(lambda k=kind.value: self._ask_add("finding", self.section, k))
        for texts, (kind, _, _) in zip(self._lists, kinds, strict=True):
            texts.set_rows([r for r in rows if r.kind == kind.value], lambda i: when("finding", i), door)

    def _show_owned(self, texts: Texts, when: When, door: Door) -> None:
        self._show_statement()
        entity = OWNED[self.section]
        owners: dict[str, list[TextRow]] = {}
        for row in texts.recommendations if entity == "recommendation" else texts.previous:
            owners.setdefault(row.group, []).append(row)
        here = self._last if self._last is not None and self._last.hasFocus() else None
        used = owned.lists_of(self._lists, owners, self._make_owner)
        for shown, (owner, group) in zip(used, owners.items(), strict=True):
            shown.show_owner(owner, door)
            shown.set_rows(group, lambda i: when(entity, i), door)
        for shown in [one for one in self._lists if one not in used]:
            shown.set_rows((), lambda _: "", door)
            if not shown.gone:  # else it offers to bring a deleted one back
                self._drop(shown)
        self._order(used)
        if entity == "recommendation":
            self._number(texts.recommendations)
        gone = here if self.item_in_hand() is None else None
        if gone is not None and (now := self.enter_words(gone.objectName())) is not None:  # it stands in another list
            put_cursor(now, gone.textCursor().position())

    def _order(self, used: Sequence[TextList]) -> None:
        """The lists stand as their owners are printed; only those that are out of order move."""
        owned.mark_ends(used)
        first = min((self._texts.indexOf(one) for one in self._lists), default=0)
        self._lists = owned.in_order(self._lists, used)
        for place, shown in enumerate(self._lists, first):
            if self._texts.indexOf(shown) != place:
                self._texts.removeWidget(shown)
                self._texts.insertWidget(place, shown)

    def _number(self, rows: Sequence[TextRow]) -> None:
        """Give each recommendation the number that the draft prints: of those that say something."""
        said = [row for row in rows if row.text.strip()]
        numbers = recommending.numbers(self._framework, [row.group for row in said])
        of = {row.id: number for row, number in zip(said, numbers, strict=True)}
        for item in self.items():
            item.set_number(of.get(item.row.id))

    def _make_owner(self) -> TextList:
        entity = OWNED[self.section]
        made = self._put(TextList(entity, "To", "a recommendation", self._rename))
        if made.owner is not None:
            made.owner.failed.connect(self.failed)
        made.failed.connect(self.failed)
        made.add_asked.connect(lambda: self._ask_add(entity, made.owner.text() if made.owner else "", ""))
        made.draw_among(lambda: self._lists)
        return made

    def _put(self, texts: TextList) -> TextList:
        self._texts.insertWidget(self._texts.indexOf(self._owners), texts)  # before the button that adds the next
        texts.show()  # now, not when the event loop comes to it: the cursor is to go into it
        texts.cursor_moved.connect(self._keep_cursor_in_view)
        texts.cursor_moved.connect(self.cursor_moved)
        texts.reordered.connect(lambda: self._follow(texts))
        texts.placed.connect(lambda text, by: self.placed.emit(texts.entity, text, by))
        texts.given.connect(lambda text, to, place: self.given.emit(texts.entity, text, to, place))
        texts.state_changed.connect(self.state_changed)
        texts.restore_asked.connect(lambda text: self.restore_asked.emit(texts.entity, text))
        texts.rests_asked.connect(self.rests_asked)
        self._lists.append(texts)
        return texts

    def _drop(self, texts: TextList) -> None:
        self._lists.remove(texts)
        self._texts.removeWidget(texts)
        texts.hide()
        if self._last is not None and texts.isAncestorOf(self._last):
            self._last = None  # it goes with them
        texts.deleteLater()

    def _clear(self) -> None:
        for texts in list(self._lists):
            self._drop(texts)
        self._scroll.verticalScrollBar().setValue(0)

    def set_drafted(self, paragraphs: Sequence[str]) -> None:
        """Show what the program writes in this section, above what people write."""
        self.drafted.setText("\n\n".join(paragraphs))
        self.drafted.setVisible(bool(paragraphs))

    def _list_of(self, entity_id: str) -> TextList | None:
        return next((t for t in self._lists if entity_id in t.items), None)

    def enter(self, entity_id: str) -> None:
        """Put the cursor into a text."""
        texts = self._list_of(entity_id)
        if texts is not None:
            owner = texts.owner
            into = owner if owner is not None and not owner.text() else texts.items[entity_id].note.box
            self.entering.emit()
            into.setFocus(Qt.FocusReason.OtherFocusReason)
            self._keep_in_view()

    def enter_words(self, entity_id: str) -> NoteBox | None:
        """Put the cursor into the words of a text; gives its box, None where it is not shown."""
        texts = self._list_of(entity_id)
        if texts is None:
            return None
        box = texts.items[entity_id].note.box
        self.entering.emit()
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._last = box
        self._keep_in_view()
        return box

    def items(self) -> list[TextItem]:
        """Every text that is shown, in order."""
        shown = ((texts.items, row.id) for texts in self._lists for row in texts.rows)
        return [items[text] for items, text in shown if text in items]

    @property
    def last_box(self) -> NoteBox | None:
        """Where the cursor last was. Not in a text that was deleted, or went with its section: the cursor goes from text to
        text while they do.
        """
        item = self.item_in_hand()
        return item.note.box if item is not None else None

    def item_in_hand(self) -> TextItem | None:
        """The text that the cursor last was in; None for none."""
        return next((item for item in self.items() if item.note.box is self._last), None)

    def words(self) -> int:
        """How many words people wrote here."""
        return sum(live_figures.words(item.note.box.text()) for item in self.items())

    def saved(self) -> str:
        """When the text in hand was saved, or that it was not; "" without one."""
        item = self.item_in_hand()
        return item.note.when.text() if item is not None else ""

    def offers(self, entity_id: str) -> bool:
        """Whether a text was deleted, and is offered back in its place."""
        return any(entity_id in texts.gone for texts in self._lists)

    def offer(self, entity_id: str) -> None:
        """After a deletion, go to the button that brings it back; nowhere for a text that is there."""
        for texts in self._lists:
            item = texts.gone.get(entity_id)
            if item is not None:
                item.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus(self, now: object) -> None:
        if isinstance(now, NoteBox) and self.isAncestorOf(now):
            self._last = now
            self.cursor_moved.emit()
            self.state_changed.emit()

    def scroll_value(self) -> int:
        """How far the texts are scrolled."""
        return self._scroll.verticalScrollBar().value()

    def scroll_to(self, value: int) -> None:
        """Scroll the texts there."""
        self._scroll.verticalScrollBar().setValue(value)

    def _ask_add(self, entity: str, group: str, kind: str) -> None:
        self.add_asked.emit(entity, group, kind)
