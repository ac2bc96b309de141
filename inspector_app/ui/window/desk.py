"""An open inspection: the rail, its pages and what the status line says of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from inspector_app.core.domain.search import Query
from inspector_app.core.services import concerns, conflicts
from inspector_app.core.services.handoffs import LedgerRow
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.bridge import Bridge, Touched
from inspector_app.ui.note import spelling
from inspector_app.ui.places.case.open_case import Place
from inspector_app.ui.window.rail import Rail

_COUNT_AFTER = 400  # milliseconds after the last edit


class Page(Protocol):
    """What every page of an inspection can do, besides being a QWidget."""

    def flush(self) -> object:
        """Write any pending typed text now. False when it could not be written and is still in its box."""

    def refresh(self, touched: Touched) -> object:
        """Show what changed of these entities."""

    def place(self) -> object:
        """Where the person is on the page."""

    def return_to(self, place: object) -> object:
        """Go back to a place that `place` gave."""


class CasePage(Page, Protocol):
    """The page on which one case is assessed."""

    def show_case(self, case_id: str, question: str | None = None, prompt: str | None = None) -> object:
        """Show a case at its first gap, or at that of a key question, or at a prompt of it."""


class PromptPage(Page, Protocol):
    """The page on which one prompt is compared across the cases."""

    def show_prompt(self, question: str, prompt: str | None) -> object:
        """Show a prompt, or (None) a key question's own judgement."""


class CasesPage(Page, Protocol):
    """The list of cases."""

    def show_only(self, cases: Sequence[str], words: str) -> object:
        """Show these cases (ids) and no others, saying in words which they are."""


class FindPage(Page, Protocol):
    """Where one finds things again."""

    def search(self, query: Query) -> object:
        """Search for this."""


class ConcernsPage(Page, Protocol):
    """The register of live concerns."""

    def begin(self, case_id: str) -> object:
        """Begin a concern about a case, or with "" about none."""

    def show_concern(self, concern_id: str) -> object:
        """Show a concern."""


class EvidencePage(Page, Protocol):
    """The page of evidence on organisation and victims' work."""

    def open(self, source: str, ref: str = "") -> object:
        """Show a source, at a subject of it."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the person is on every page that was made; the last of `pages` is the one shown."""

    current: str
    pages: Mapping[str, object]


class Desk(QWidget):
    """Makes each page when it is first wanted, and tells it what changed when it is shown."""

    wanted = Signal(str)  # code of a command
    said = Signal(object)  # an Expected error that a page could not show in place
    moved = Signal()  # another page, or another case on it
    changed = Signal()  # what the status line says may be different now
    concerns_counted = Signal(object)  # case id -> how many open concerns there are about it
    ledger_read = Signal(object)  # rows of LedgerRow: whose work is here up to when

    def __init__(self, workspace: Workspace, kinds: Mapping[str, Callable[["Desk"], QWidget]]) -> None:
        super().__init__()
        self.workspace = workspace
        self.contested = 0
        self.colleagues = ""  # how old their work is, in words
        self.concerns = ""  # how many are open, in words
        self.concern_cases: Mapping[str, int] = {}  # case id -> how many of them are about it
        self.ledger: Sequence[LedgerRow] = ()
        self._kinds = kinds
        self._pages: dict[str, QWidget] = {}
        self._stale: dict[str, Touched] = {}
        self._left_at: dict[str, object] = {}  # where the person was on pages that are not made yet
        self.current = ""
        self._put_down: Places | None = None
        self._elsewhere: QWidget | None = None  # what had the focus then, if it was on no page
        self.rail = Rail(tuple(kinds))
        self._stack = QStackedWidget()
        self._bridge = Bridge(self)
        self._bridge.listen_to(workspace.editor)
        self._bridge.touched.connect(self._on_touched)
        self.rail.wanted.connect(self.wanted)
        self.rail.set_possible("case", possible=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail)
        layout.addWidget(self._stack, 1)
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self._count_later)
        self._count_contested()
        self._count_concerns()

    def page(self, code: str) -> QWidget:
        """The page of that code, made now if it was not wanted before."""
        if code not in self._pages:
            self._pages[code] = self._kinds[code](self)
            self._stack.addWidget(self._pages[code])
            place = self._left_at.pop(code, None)
            if place is not None:
                cast(Page, self._pages[code]).return_to(place)
        return self._pages[code]

    def show_page(self, code: str) -> bool:
        """Show a page; False when text on the present one could not be saved, which then stays in view."""
        if code == self.current:
            self._pages[code].setFocus()
            return True
        if not self.flush():
            self.rail.set_current(self.current)
            return False
        page = self.page(code)
        touched = self._stale.pop(code, frozenset())
        if touched:
            cast(Page, page).refresh(touched)
        self.current = code
        last = page.focusWidget()  # before it is shown: then it is the page's first
        self._stack.setCurrentWidget(page)
        self.rail.set_current(code)
        (last if last is not None and last.isVisible() else page).setFocus()
        self.moved.emit()
        return True

    @property
    def title(self) -> str:
        """The page in words; "" before the first."""
        return self.rail.words(self.current) if self.current else ""

    def open_case(self, case_id: str, question: str | None = None, prompt: str | None = None) -> None:
        """Assess a case, at its first gap or that of a key question, or at a prompt (or "judgement") of one."""
        if self.show_page("case"):
            cast(CasePage, self.page("case")).show_case(case_id, question, prompt)

    def compare_prompt(self) -> None:
        """Show the prompt one is on, or was on last, on every case."""
        place = cast(Page, self._pages["case"]).place() if "case" in self._pages else None
        if self.current != "compare" and self.show_page("compare") and isinstance(place, Place):
            cast(PromptPage, self.page("compare")).show_prompt(place.question, place.prompt)

    def compare(self, case_id: str) -> None:
        """Show the two markings of a case side by side."""
        if self.show_page("second"):
            cast(Page, self.page("second")).return_to(case_id)

    def show_cases(self, cases: Sequence[str], words: str) -> None:
        """Show these cases (ids) in the list, and in words which they are."""
        if self.show_page("cases"):
            cast(CasesPage, self.page("cases")).show_only(cases, words)

    def raise_concern(self) -> None:
        """Begin a live concern: about the case in view, if one is."""
        place = cast(Page, self.page("case")).place() if self.current == "case" else None
        if self.show_page("concerns"):
            cast(ConcernsPage, self.page("concerns")).begin(str(getattr(place, "case", "")))

    def show_concern(self, concern_id: str) -> None:
        """Show a live concern."""
        if self.show_page("concerns"):
            cast(ConcernsPage, self.page("concerns")).show_concern(concern_id)

    def show_source(self, source: str, subject: str = "") -> None:
        """Show a source of evidence, at what it says on a subject or else at its own note."""
        if self.show_page("evidence"):
            cast(EvidencePage, self.page("evidence")).open(source, subject)

    def find_words(self, typed: str) -> None:
        """Look for words in everything."""

        if self.show_page("find"):
            cast(FindPage, self.page("find")).search(Query(typed))

    def set_ledger(self, rows: Sequence[LedgerRow], colleagues: str) -> None:
        """Take whose work is here up to when, and how old that of colleagues is in words."""
        self.ledger, self.colleagues = rows, colleagues
        self.ledger_read.emit(rows)

    def name_case(self, case_id: str) -> None:
        """Say on the rail which case is being assessed."""
        self.rail.set_possible("case", possible=True, text=f"Case {self.workspace.case_ref(case_id)}")
        self.moved.emit()

    def flush(self) -> bool:
        """Write what was typed on any page. False when something could not be written."""
        written = [cast(Page, page).flush() is not False for page in self._pages.values()]
        return all(written)  # each is written, whatever became of the one before

    def places(self) -> Places:
        """Where the person is."""
        made = {code: cast(Page, page).place() for code, page in self._pages.items()}
        return Places(self.current, self._left_at | made)

    def return_to(self, places: Places) -> None:
        """Go back to where the person was; pages that are not in view, when they are next wanted."""
        self._left_at = {code: at for code, at in places.pages.items() if at is not None}
        here = self._left_at.pop(places.current, None)
        if "case" in self._left_at:
            self.page("case")  # now: the rail says which case it is
        self.show_page(places.current)
        if here is not None:
            cast(Page, self.page(places.current)).return_to(here)

    def put_down(self) -> None:
        """Let go of every page before the look changes: each is measured for the size of text it was made at.

        Nothing happens while text on one of them cannot be saved; `take_up` makes them anew.
        """
        if not self.current or not self.flush():
            return
        self._put_down = self.places()
        focus = QApplication.focusWidget()
        self._elsewhere = None if focus is None or self._stack.isAncestorOf(focus) else focus
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else they would all be dressed once more

    def take_up(self) -> None:
        """Be again where the person was before `put_down`."""
        places, self._put_down = self._put_down, None
        if places is not None:
            self.current = ""
            self.return_to(places)
            if self._elsewhere is not None:
                self._elsewhere.setFocus()
            elif not self._stack.isAncestorOf(QApplication.focusWidget() or self):
                self._pages[self.current].setFocus()  # Qt gave it away with the page it was on
            QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        """Scroll to what has the focus: in another size it may stand below what is in view."""
        focus = QApplication.focusWidget()
        around = focus
        while focus is not None and around is not None and around is not self:
            if isinstance(around, QScrollArea) and around is not focus:
                around.ensureWidgetVisible(focus, 0, 0)
            around = around.parentWidget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window leaves the rail less room."""
        super().resizeEvent(event)
        self.rail.fit(self.size())

    def leave(self) -> None:
        """Listen to the inspection no longer: it is about to be closed."""
        for timer in self.findChildren(QTimer):  # those of the pages too: what they would read is closed
            timer.stop()
        self._bridge.listen_to(None)
        spelling.check().release(self.workspace)

    def _on_touched(self, touched: Touched) -> None:
        for code, page in self._pages.items():
            if code == self.current:
                cast(Page, page).refresh(touched)
            else:
                self._stale[code] = self._stale.get(code, frozenset()) | touched
        if any(entity == "concern" for entity, _ in touched):
            self._count_concerns()
        if self.contested or len(touched) > 1:
            self._count_contested()
        else:
            self._counting.start()  # hardly ever one more, so never between two keys
        self.changed.emit()

    def _count_later(self) -> None:
        before = self.contested
        self._count_contested()
        if self.contested != before:
            self.changed.emit()

    def _count_contested(self) -> None:

        self.contested = conflicts.count(self.workspace)

    def _count_concerns(self) -> None:

        count = concerns.count_open(self.workspace)
        self.concern_cases = concerns.open_cases(self.workspace)
        self.concerns_counted.emit(self.concern_cases)
        self.concerns = f"{count} open concern{'' if count == 1 else 's'}" if count else ""
        if "concerns" in self._kinds:
            short = f"{count} concern{'' if count == 1 else 's'}" if count < 10 else f"{count} open"
            self.rail.set_alert("concerns", short if count else "")
