"""Finding things again: a box, filters, and what is found as one types, grouped as the framework asks."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector_app.core.domain.finding.search import Found, FoundRow, Query
from inspector_app.core.words import later, say
from inspector_app.ui.bridge import Touched
from inspector_app.ui.controls.buttons.press_button import PressButton
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.fields.search_line import searching
from inspector_app.ui.controls.flow import Flow
from inspector_app.ui.controls.focus import hand_on
from inspector_app.ui.controls.frames.bounded import Bounded
from inspector_app.ui.controls.frames.framed import frame
from inspector_app.ui.controls.labels import plain_label
from inspector_app.ui.controls.reading import Reading
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.page import Destination, Page, Shared
from inspector_app.ui.places.find.asking import Asking
from inspector_app.ui.places.find.found_pane import FoundPane
from inspector_app.ui.places.find.found_view import SearchBox, list_of, lowest
from inspector_app.ui.places.find.kept_pane import KeptPane
from inspector_app.ui.places.find.kept_searches import KeptSearches
from inspector_app.ui.places.find.model import LINE, FoundList, Line, More, key
from inspector_app.ui.places.find.nothing_found import NothingFound
from inspector_app.ui.places.find.remembered import Remembered
from inspector_app.ui.places.find.search_filters import SearchFilters
from inspector_app.ui.places.find.way_to import way_to
from inspector_app.ui.places.find.where import FindPlace
from inspector_app.ui.words import found as found_words
from inspector_app.ui.words import framework as framework_words

_AGAIN_AFTER = 400  # milliseconds after the last edit elsewhere
# In px at 100%: the height below which the filters wait to be asked for, what they take at most above it, and what
# below it is left to the rest of the page, which is least the height of one line of them.
_LOW, _CHOICES, _REST, _LEAST = 520, 136, 190, 44
_NARROW = 520  # px at 100%: in less width the line one types into has more of it, and a button beside it fewer words
_SIDE, _WITH_PANE = 336, 900  # px at 100%: what is read beside the list, in a page from what width
_WITH_KEPT = 1100  # px at 100%: from this width of the page kept searches stand beside what is found
_LONGEST = 300  # characters one can type
_LEAST_LINE = 40  # px at 100%: no line of what is found is less high; until some were found, each may be so low
_EMPTY = later(
    "In notes and judgements on cases, comments, interviews, evidence, findings, "
    "recommendations, ratings, the week and concerns.\n\n"
    "Every word has to occur; the last may be unfinished. “Quotation marks” find words beside one another, and a minus "
    "sign leaves out what has a word: plan -draft. Accents and capitals do not matter. Filters work without words too: "
    "{example}."
)


class FindPage(Page):
    """Searches, and asks for what was found to be opened where it is worked on."""

    code = "find"

    def __init__(self, shared: Shared) -> None:
        super().__init__(shared)
        workspace = shared.workspace
        self._jobs = shared.jobs
        self.asking = Asking(workspace, self._jobs, self)
        self._opened: frozenset[str] = frozenset()
        self._wanted_line: tuple[str, str] = ("", "")
        self.found = Found(Query())
        self._names: dict[str, str] = {}
        self._lowest = theme.px(_LEAST_LINE)  # line of what was found last
        self.box, self.filters = SearchBox(), SearchFilters(workspace.framework, workspace.me)
        self.kept = KeptSearches(workspace)
        self._toggle = PressButton("Filters")
        self._choices = QWidget()  # the filters and the kept searches
        self.beside = KeptPane(self)
        self.remembered = Remembered(self, shared, self.asking, kept=self.kept, pane=self.beside)
        self._bounded = Bounded(self._choices, _CHOICES, self)
        self._count = theme.role(plain_label(), "quiet")
        self._nothing = Empty(
            self,
            say("Find any word that you or a colleague wrote"),
            _EMPTY.say(example=framework_words.no_on(workspace.framework)),
        )
        self._empty = Reading(self)  # with all of it, also where the window is low
        self.nothing = NothingFound(self.asking.finder, self._jobs, self)
        self._below = QWidget(self)  # in the place of the list while there is none in view: all above it stays there
        self.pane = FoundPane(workspace.framework, self.asking, self)
        self.model = FoundList(self)
        self.view = list_of(self.model)
        self._timer = QTimer(self, singleShot=True, interval=_AGAIN_AFTER)
        self._chose_filters = False
        self._lay_out()
        self._connect()
        self._read_team()
        self._show(self.found)

    @property
    def query(self) -> Query:
        """What is searched for now."""
        return Query(self.box.text(), self.filters.wanted)

    def search(self, query: Query) -> None:
        """Search for this, as if it had been typed and chosen."""
        self.box.setText(query.text)
        self.filters.set_wanted(query.wanted)
        self._ask_anew()

    def arrive(self, at: Destination) -> None:
        """Search for something (Query)."""
        if isinstance(at, Query):
            self.search(at)

    def refresh(self, touched: Touched) -> None:
        """Search again, once the person who writes pauses."""
        if any(entity == "person" for entity, _ in touched):
            self._read_team()
        if not self.query.empty:
            self._timer.start()
        if any(entity != "person" for entity, _ in touched):
            self.remembered.count()

    def place(self) -> FindPlace:
        """Where the person is: what is searched for, and the line."""
        return FindPlace(self.query, self._opened, self._current_key(), not self._choices.isHidden())

    def return_to(self, place: object) -> None:
        """Go back to a place that `place` gave."""
        if isinstance(place, FindPlace):
            self._show_filters(place.filters or not self._low)
            self.search(place.query)
            self._opened, self._wanted_line = place.opened, place.current
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the list needs the room of the filters, until somebody asks for them."""
        super().resizeEvent(event)
        broad = self.width() >= theme.px(_WITH_KEPT)
        self.beside.setVisible(broad and not self._low)
        self.kept.show_list(self.beside.isHidden())
        across = QBoxLayout.Direction
        self._row.setDirection(across.LeftToRight if broad else across.TopToBottom)
        self._toggle.setVisible(self._low)
        self.box.setPlaceholderText("" if self._low else "Find any word")
        if self._chose_filters and self._low:
            self._make_room()
        else:
            self._show_filters(not self._low)

    @property
    def _low(self) -> bool:
        return self.height() < theme.px(_LOW)

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for the first key, and count what the kept searches find now."""
        super().showEvent(event)
        self.asking.prepare()
        self.remembered.read()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from the box into the list and back, Esc goes back to the box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            pressed = event.key()
            if watched is self.box and pressed in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self.model.lines:
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if watched is self.box and pressed == Qt.Key.Key_Escape:
                self.box.clear()
                return True
            up = pressed == Qt.Key.Key_Up and self.view.currentIndex().row() <= 1
            if watched is self.view and (up or pressed == Qt.Key.Key_Escape):
                self.box.setFocus()
                return True
            if watched is self.view and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.box.setAccessibleName("Find in everything")
        self.box.setPlaceholderText("Find any word")
        searching(self.box)
        self.box.setMaxLength(_LONGEST)
        self._toggle.setCheckable(True)
        self._toggle.setToolTip("Show or hide the filters")
        self._empty.setWidgetResizable(True)
        self._empty.setAccessibleName("How to find")
        self._empty.setWidget(self._nothing)
        choices = Flow(self.filters, self.kept)
        self._choices.setLayout(choices)
        layout = QVBoxLayout(self)
        frame(self, layout)
        layout.setSpacing(theme.px(theme.GRID))
        head = QHBoxLayout()
        head.setSpacing(theme.px(2 * theme.GRID))
        head.addWidget(theme.role(plain_label(self.title), "title"))
        head.addWidget(self.box, 1)
        head.addWidget(self._toggle)
        head.addWidget(self.kept.keep)
        layout.addLayout(head)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._bounded, 1)
        self._row.addWidget(self._count)
        layout.addLayout(self._row)
        body = QHBoxLayout()
        body.setSpacing(theme.px(sizes.APART))
        body.addWidget(self.beside)
        for part in (self._empty, self.view, self.nothing, self._below):
            body.addWidget(part, 1)
        body.addWidget(self.pane)
        self.pane.setFixedWidth(theme.px(_SIDE))
        layout.addLayout(body, 1)
        hand_on(self, self.box)

    def _connect(self) -> None:
        self.box.textChanged.connect(self._ask_anew)
        self.box.returnPressed.connect(self._open)
        self.filters.changed.connect(self._ask_anew)
        self.kept.chosen.connect(self.search)
        self.beside.chosen.connect(self._search_again)
        self._toggle.clicked.connect(self._choose_filters)
        self._timer.timeout.connect(self._ask)
        self.asking.found.connect(self._show)
        self.asking.filled.connect(self._fill)
        self.asking.told.connect(self._say)
        self.view.clicked.connect(self._on_clicked)
        self.view.selectionModel().currentChanged.connect(lambda now, _before: self._follow(now))
        self.pane.wanted.connect(self._open)
        self.nothing.wanted.connect(self.search)
        for widget in (self.box, self.view):
            widget.installEventFilter(self)

    def _choose_filters(self, shown: bool) -> None:
        self._chose_filters = True
        self._show_filters(shown)

    def _show_filters(self, shown: bool) -> None:
        self._choices.setVisible(shown)
        self._toggle.setChecked(shown)
        self._toggle.setText("Hide filters" if shown else "Filters")
        self._make_room()

    def _make_room(self) -> None:
        """In a low window the filters take the place of the list while they are in view."""
        low = self.height() < theme.px(_LOW)
        narrow = self.width() < theme.px(_NARROW)
        self.kept.keep.setText(say("Keep…") if narrow else say("Keep this search…"))
        room = self.height() * 100 // theme.zoom() - _REST
        self._bounded.set_most(max(_LEAST, room) if low else _CHOICES)
        squeezed = low and not self._choices.isHidden()
        listed, asked = bool(self.found.groups) and not squeezed, self.found.query.empty and not squeezed
        self._count.setVisible(bool(self._count.text()))
        self._empty.setVisible(asked)
        self.nothing.setVisible(not listed and not asked and not squeezed)
        self.beside.hint.setHidden(asked)  # the page says it
        self._below.setVisible(squeezed)
        self.pane.setVisible(listed and self.width() >= theme.px(_WITH_PANE))
        self.view.setVisible(listed)  # last: it is laid out as it is shown, and once more if it has another width then

    def _read_team(self) -> None:
        team = self._workspace.team()
        self._names = {person.id: person.name for person in team}
        self.filters.set_team(team)

    def _ask_anew(self) -> None:
        self._opened, self._wanted_line = frozenset(), ("", "")
        inside = (part.height() for part in (self.view, self._empty, self.nothing, self._below) if part.isVisible())
        room = next(inside, self.height())
        self._lowest = lowest(self.view, self.model) or self._lowest
        self.asking.ask(self.query, most=room // self._lowest + 1)

    def _ask(self) -> None:
        """Ask for all at once: the line to go back to may be anywhere."""
        self.asking.ask(self.query, self._opened)

    def _fill(self, found: Found) -> None:
        """Put in what has its place below the lines that filled the view."""
        self.found = found
        self.model.fill(found)

    def _show(self, found: Found) -> None:
        before = self._wanted_line if self._wanted_line[0] else self._current_key()
        self._wanted_line = ("", "")
        self.found = found
        self.model.set_found(found)
        place = self.model.place_of(before)
        if found.groups:
            self.view.setCurrentIndex(self.model.index(max(place, 1)))
        if place <= 1:
            self.view.scrollToTop()  # with the head of the first group
        samples = {s.code: s.title for s in self._workspace.framework.samples}
        asked = found_words.filters(found.query.wanted, self._workspace.me, self._names, samples)
        empty = found.query.empty
        seen = asked if self._choices.isHidden() else ""  # else the chips say it
        self._say("" if empty else " · ".join(part for part in (seen, found_words.how_much(found)) if part))
        self.remembered.show(found.query, found=bool(found.groups))
        if not found.groups and not empty:
            self.nothing.show_nothing(found)

    def _search_again(self, query: Query) -> None:
        self.search(query)
        self.box.setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self, index: QModelIndex) -> None:
        """Beside the list stands the whole of the line one is on."""
        line: Line | None = index.data(LINE) if index.isValid() else None
        self.pane.follow(line if isinstance(line, FoundRow) else None, self.found.query)

    def _on_clicked(self, index: QModelIndex) -> None:
        """Beside the list it is read first; where nothing stands there, a click goes there."""
        if self.pane.isHidden() or isinstance(index.data(LINE), More):
            self._open()

    def _say(self, words: str) -> None:
        self._count.setText(words)
        self._make_room()

    def _current_key(self) -> tuple[str, str]:
        index = self.view.currentIndex()
        return key(index.data(LINE)) if index.isValid() else ("", "")

    def _open(self) -> None:
        index = self.view.currentIndex()
        line: Line | None = index.data(LINE) if index.isValid() else None
        if isinstance(line, More):
            self._opened |= {line.group.code}
            after = line.group.rows[-1]
            self._wanted_line = key(after)
            self._ask()
        elif isinstance(line, FoundRow) and self.found.query == self.query:
            self._want(line)

    def _want(self, row: FoundRow) -> None:
        self.remembered.note()
        code, at = way_to(
            row, self.found.query.text, blind=self._workspace.hides("judgement", f"{row.case}/{row.question}")
        )
        if code == "case":
            self.case_wanted.emit(at)
        else:
            self.page_wanted.emit(code, at)
