"""Evidence on organisation and victims' work: the sources one by one, and the grid that shows where it is thin."""

from collections import Counter, defaultdict
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from inspector_app.core.domain import evidence as rules
from inspector_app.core.services.fieldwork import evidence
from inspector_app.core.services.fieldwork.evidence import Grid
from inspector_app.core.words import later, say
from inspector_app.ui import actions
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.frames.beside_list import BesideList
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.telling import tell
from inspector_app.ui.look import theme
from inspector_app.ui.note.cursor import put_cursor
from inspector_app.ui.page import Destination, Item, Page, Shared
from inspector_app.ui.places.evidence.head import EvidenceHead
from inspector_app.ui.places.evidence.list import SourceList
from inspector_app.ui.places.evidence.list_model import Filter, SourceModel
from inspector_app.ui.places.evidence.open import OpenSource
from inspector_app.ui.places.evidence.sheet import GridSheet
from inspector_app.ui.places.evidence.where import EvidencePlace
from inspector_app.ui.words import evidence as evidence_words
from inspector_app.ui.words import framework as framework_words

_SHOWN = frozenset({"source", "bearing", "score", "inspection"})  # the last: whether there is a return visit
_LIST, _LOW = 300, 480  # px at 100%: how wide the list is; below which height the head leaves more room
_NOTHING = later(
    "A source is a meeting, an interview, a focus group, a document, a survey or an observation. "
    "Add the first ({keys})."
)


class EvidencePage(Page):
    """Shows and edits the evidence of one inspection."""

    code = "evidence"
    offers = ("add-source", "link", "evidence-view", "undo", "redo")

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace = shared.workspace
        self._grid: Grid | None = None
        self._stale = False
        self._standards = {s.ref: s.standard for s in rules.everything(workspace.framework)}
        self.head = EvidenceHead(self)
        self._rows = SourceModel()
        self.list = SourceList(self._rows, self)
        self.open_source = OpenSource(workspace, self)
        self._stack = QStackedWidget(self)
        self.sheet = GridSheet(workspace, self._stack)
        self._lay_out()
        self._connect()
        self._read()
        self._show_view("sources")
        if self._rows.rows:
            self._show_source(self._rows.rows[0].id)

    def _lay_out(self) -> None:
        words = (say("Sources"), say("This source"))
        self.body = BesideList(self.list, self.open_source, back=words[0], on=words[1], width=_LIST, by_enter=False)
        self.head.lead(self.body.turn)
        self._stack.addWidget(self.body)
        self._stack.addWidget(self.sheet)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(1.5 * theme.GRID))
        layout.addWidget(self.head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.head.view_wanted.connect(self._show_view)
        self.head.filtered.connect(self._filter)
        self.head.add_wanted.connect(self.add)
        self.open_source.begin.clicked.connect(self.add)
        self.head.text.returnPressed.connect(self._focus_view)
        self.list.chosen.connect(self._show_source)
        self.list.entered.connect(self._enter)
        self.sheet.opened.connect(self.open_cell)
        self.sheet.switched.connect(self._switch)
        self.sheet.ratings_wanted.connect(lambda: self.want_page("ratings"))
        self.open_source.conflicts_wanted.connect(lambda: self.want_page("conflicts"))
        self.open_source.failed.connect(self.failed)
        self.open_source.changed.connect(self._take)
        for code in ("add-source", "link", "evidence-view"):
            actions.make(self, code, partial(self.do, code), here=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the head leaves more room."""
        super().resizeEvent(event)
        low = self.height() < theme.px(_LOW)
        self.head.set_low(low)
        self.sheet.set_low(low)

    # what the window says

    def flush(self) -> bool:
        """Put everything typed on disk. False when something could not be; it stays in its box and is tried again."""
        return self.open_source.flush()

    def refresh(self, touched: Touched) -> None:
        """Take edits: at once when the page is seen, otherwise when it next is. A note typed here changes no list."""
        if any(entity in _SHOWN for entity, _ in touched):
            self._stale = True
            if self.isVisible() and not self.open_source.typing:
                self._take()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited elsewhere."""
        super().showEvent(event)
        self._take()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page has nothing to do with the focus itself: the list or the grid has, or what makes the first source."""
        super().focusInEvent(event)
        some = self._grid is not None and self._grid.sources
        (self._focus_view if some else self.head.add.setFocus)()

    def place(self) -> EvidencePlace:
        """Where the person is."""
        boxes = self.open_source.boxes()
        note = next((ref for ref, box in boxes.items() if box.hasFocus()), None)
        position = boxes[note].textCursor().position() if note is not None else 0
        wanted, thin = self.head.filter(), self.head.thin.isChecked()
        return EvidencePlace(
            view=self._view, filter=wanted, thin=thin, source=self.open_source.source, note=note, position=position,
            cell=self.sheet.grid.place,
        )  # fmt: skip

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if not isinstance(place, EvidencePlace):
            return
        self.head.set_filter(place.filter, thin=place.thin)
        self._show_source(place.source)
        self.sheet.grid.select(*place.cell)
        self._show_view(place.view)
        box = self.open_source.boxes().get(place.note) if place.note is not None else None
        if box is not None:
            self.body.show_parts(True)
            put_cursor(box, place.position)
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _view(self) -> str:
        return "grid" if self._stack.currentIndex() else "sources"

    def _take(self) -> None:
        if self._stale:
            self._read()
            self.open_source.read()
            self._show_nothing()
            if self._view == "grid":
                self.sheet.read()

    def _read(self) -> None:
        self._stale = False
        self._grid = evidence.grid(self._workspace)
        shown = {subject.standard for subject in self._grid.subjects}
        framework = self._workspace.framework
        inspected = [s for s in framework.standards if s.ref in shown]
        self.head.set_standards(inspected, framework_words.all_standards(framework))
        self.open_source.offer(shown)
        self._filter()

    def _filter(self) -> None:
        """Let through what the filters say, in both views."""
        grid = self._grid
        if grid is None:
            return
        standards, links = defaultdict(set), Counter[str]()
        for cell in grid.cells.values():
            if cell.subject in self._standards:
                standards[cell.source].add(self._standards[cell.subject])
                links[cell.source] += cell.bears
        wanted = self.head.filter()
        self._rows.set_rows(wanted.sources(grid.sources, standards), links, grid.year)
        self.sheet.set_grid(grid, wanted, thin_only=self.head.thin.isChecked())
        self.head.say_sources(len(grid.sources))
        self.head.summary.setText(evidence_words.summary(self._workspace.framework, grid))
        self.list.select(self.open_source.source)
        self._show_nothing()

    def _show_nothing(self) -> None:
        some = bool(self._grid and self._grid.sources)
        if self.open_source.source:
            self.open_source.say_nothing("")
        elif some:
            self.open_source.say_nothing(
                say("Choose a source") if self._rows.rows else say("No source passes the filters")
            )
        else:
            self.open_source.say_nothing(say("No sources yet"), _NOTHING.say(keys=actions.keys("add-source")))
        self.list.setVisible(some)
        self.body.keep_parts(not some)

    def _show_view(self, code: str) -> None:
        if code != self._view and not self.flush():
            code = self._view
        self._stack.setCurrentIndex(int(code == "grid"))
        self.head.set_view(code)
        if self._stale:
            self._take()
        elif code == "grid":
            self.sheet.read()
        self._show_nothing()

    def _enter(self) -> None:
        self.body.show_parts(True)
        self.open_source.enter("")

    def _focus_view(self) -> None:
        self.body.show_parts(False)
        (self.sheet.grid if self._view == "grid" else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_source(self, source: str) -> None:
        """Open a source; the list goes back to the one before where that could not be saved."""
        if source:
            self.open_source.show_source(source)
        self.list.select(self.open_source.source)
        self._show_nothing()

    def arrive(self, at: Destination) -> None:
        """Show a source, or what it says on a subject (a bearing), or all that bears on a standard that is rated."""
        if isinstance(at, Item) and at.entity == "rating":
            asked = self._workspace.framework.questions.get(at.id)
            self.head.set_filter(Filter(standard=asked[0].ref if asked else at.id))
        elif isinstance(at, Item):
            source, _, ref = at.id.partition("/")
            self.open(source, ref if at.entity == "bearing" else "")
            if at.title and self.open_source.source == source:
                self.open_source.enter_title()

    def open(self, source: str, ref: str = "") -> None:
        """Show a source with the cursor in its note on a subject; "" for its own."""
        if not self.flush():
            return
        if self._rows.place_of(source) < 0:
            self.head.set_filter(Filter())
        self._show_view("sources")
        self._show_source(source)
        if self.open_source.source == source:
            self.body.show_parts(True)
            self.open_source.enter(ref)

    def open_cell(self, source: str, ref: str) -> None:
        """Open a cell of the grid; one that says nothing yet is linked first, which undo takes back."""
        known = self._grid is not None and (ref, source) in self._grid.cells
        if self.flush() and (known or self.open_source.linked(source, ref)):
            self.open(source, ref)

    def _switch(self, source: str, ref: str) -> None:
        """Link a source, or take its link away; not where that would take a note with it."""
        cell = self._grid.cells.get((ref, source)) if self._grid is not None else None
        if cell is None or not (cell.bears or cell.has_note or cell.contested):
            self.open_source.linked(source, ref)
        elif cell.has_note or cell.contested:
            tell(self, say("{ref}: this link has a note. Unlink it where the note is written.", ref=ref))
        else:
            self.open_source.unlinked(source, ref)

    def change_view(self) -> None:
        """Go from the sources to the grid or back, to the same source and prompt."""
        source, boxes = self.open_source.source, self.open_source.boxes()
        on = next((ref for ref, box in boxes.items() if ref and box.hasFocus()), "")
        self._show_view("grid" if self._view == "sources" else "sources")
        if self._view == "grid":
            row = on or self.sheet.grid.row or next(iter(self.sheet.grid.shown_rows()), "")
            self.sheet.grid.select(row, source)
        self._focus_view()

    def link(self) -> None:
        """Go to where a prompt is typed that the source bears on; in the grid, into the cell."""
        ref, source = self.sheet.grid.place
        if self._view == "sources":
            self.body.show_parts(True)
            self.open_source.enter_link()
        elif ref and source:
            self.open_cell(source, ref)

    def add(self) -> None:
        """A new source of today, with the cursor in its title."""
        if not self.flush():
            return
        kind = self.head.filter().kind
        if source := self.open_source.add(kind or rules.SourceKind.MEETING.value):
            self.head.set_filter(Filter(kind))
            self._show_view("sources")
            self._show_source(source)
            self.body.show_parts(True)
            self.open_source.enter_title()

    def undo(self, code: str) -> None:
        """A source just added, on which nothing stands, is taken away again; else as everywhere."""
        if not self.open_source.take_back(code):
            super().undo(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from a note to where the next prompt is typed, and out."""
        if event.key() == Qt.Key.Key_Escape and self.open_source.in_note_of_a_prompt():
            self.open_source.enter_link()
        elif event.key() == Qt.Key.Key_Escape:
            self._focus_view()
        else:
            super().keyPressEvent(event)

    def do(self, code: str) -> None:
        """Do what the palette asks for (one of `offers`)."""
        own = {"add-source": self.add, "link": self.link, "evidence-view": self.change_view}
        own.get(code, partial(super().do, code))()
