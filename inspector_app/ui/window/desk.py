"""An open inspection: the rail, its pages and what the strip says of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from inspector_app.core.errors import Expected
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.words import count, say
from inspector_app.ui import looked_in, pages
from inspector_app.ui.bridge import Bridge, Touched
from inspector_app.ui.controls.focus import show_focus, show_unseen
from inspector_app.ui.controls.telling import speak
from inspector_app.ui.controls.unpainted import unpainted
from inspector_app.ui.jobs import Jobs
from inspector_app.ui.look import theme
from inspector_app.ui.note import spelling
from inspector_app.ui.note.as_left import PagesLeft
from inspector_app.ui.page import CaseAt, Destination, Item, NewConcern, Page, Shared
from inspector_app.ui.window.counting import Counting
from inspector_app.ui.window.rail import Rail
from inspector_app.ui.words import heading

PLACES = "inspector_app.ui.places"


def page_class(code: str) -> type[Page]:
    """The class that makes a page, imported now if it was not wanted before."""
    module, _, name = pages.page(code).at.partition(":")
    found: type[Page] = getattr(import_module(f"{PLACES}.{module}"), name)
    return found


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """Where the person is on every page that was made; the last of `pages` is the one shown."""

    current: str
    pages: Mapping[str, object]


class Desk(QWidget):
    """Makes each page when it is first wanted, and tells it what changed when it is shown."""

    wanted = Signal(str)  # code of a command
    said = Signal(object)  # an Expected error that a page could not show in place
    moved = Signal()  # another page, or another case on it
    left = Signal(object)  # the page that was in view until now
    changed = Signal()  # something was edited
    put_back = Signal(object)  # Path of the backup from which the whole is wanted back
    counted = Signal()  # what the strip says may be different now

    def __init__(self, workspace: Workspace, jobs: Jobs) -> None:
        super().__init__()
        self.workspace = workspace
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, Touched] = {}
        self._left_at: dict[str, object] = {}  # where the person was on pages that are not made yet
        self._held: dict[str, object] = {}  # and what they looked at there
        self._as_left = PagesLeft()  # and how far it was scrolled, what was typed there
        self.current = ""
        self._put_down: PagePlaces | None = None
        self._zoom = theme.zoom()  # that the pages are made for
        self._elsewhere: QWidget | None = None  # what had the focus then, if it was on no page
        self.rail = Rail()
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
        self.counting = Counting(self, workspace, jobs)
        self.counting.counted.connect(self._on_counted)
        self.counting.failed.connect(self.said)
        self._contested = self.counting.known.contested  # as it was last said aloud
        read_ledger, read_safeguards = self.counting.read_ledger, self.counting.read_safeguards
        self._shared = Shared(
            workspace,
            jobs,
            flush=self.flush,
            read_ledger=read_ledger,
            read_safeguards=read_safeguards,
            inside=self._stack,
        )
        self._on_counted()

    def page(self, code: str) -> Page:
        """The page of that code, made now if it was not wanted before."""
        if code not in self._pages:
            self._pages[code] = self._make(code)
            self._stack.addWidget(self._pages[code])
            place = self._left_at.pop(code, None)
            if place is not None:
                self._pages[code].return_to(place)
            if (held := self._held.pop(code, None)) is not None:
                self._pages[code].hold_on(held)
        return self._pages[code]

    def _make(self, code: str) -> Page:
        page = page_class(code)(self._shared)
        page.case_wanted.connect(partial(self.go_to, "case"))
        page.page_wanted.connect(self.go_to)
        page.failed.connect(self.said)
        page.put_back.connect(self.put_back)
        page.named.connect(partial(self._name, code))
        page.know(self.counting.known)
        return page

    def show_page(self, code: str) -> bool:
        """Show a page; False when text on the present one could not be saved, which then stays in view."""
        if code == self.current:
            self._pages[code].come_again()
            return True
        if not self.flush():
            self.rail.set_current(self.current)
            return False
        new, before = code not in self._pages, self._pages.get(self.current)
        page = self.page(code)
        left = before.at if before is not None else None
        touched = self._stale.pop(code, frozenset())
        if touched:
            page.refresh(touched)
        self.current = code
        last = page.focusWidget()  # before it is shown: then it is the page's first
        with unpainted(self):
            self._stack.setCurrentWidget(page)
            if left is not None:  # whichever way one comes: a button and a key lead to the same
                page.follow(left)
            self._as_left.again(code, page)
        self.rail.set_current(code)
        self.rail.setVisible(not page.whole)
        (last if last is not None and last.isVisible() else page).setFocus()
        if before is not None:
            self.left.emit(before)
            if new:
                QTimer.singleShot(0, self, show_unseen)
        self.moved.emit()
        return True

    def go_to(self, code: str, at: Destination | None = None) -> bool:
        """Show a page and, on it, what one came for, in one picture. False as for `show_page`."""
        if at is not None:
            self._as_left.come_to(code)
        with unpainted(self):
            shown = self.show_page(code)
            if shown and at is not None:
                self.page(code).arrive(at)
                QTimer.singleShot(0, self, show_unseen)
        return shown

    def show_card(self) -> None:
        """Show this person's identity card, ready to be saved."""
        self.go_to("handoff", Item("person", self.workspace.me))

    @property
    def title(self) -> str:
        """The page in words; "" before the first."""
        page = self.in_view
        return "" if page is None else self.rail.words(self.current, page.title)

    @property
    def in_view(self) -> Page | None:
        """The page in view; None before the first."""
        return self._pages.get(self.current)

    @property
    def foot_high(self) -> int:
        """How high what the page in view keeps at its foot is, px: no message lies over it."""
        return self.in_view.foot if self.in_view is not None else 0

    def give_way(self, place: QRect) -> None:
        """Let the page in view know where on the screen a message lies over it now."""
        if self.in_view is not None:
            self.in_view.give_way(place)

    @property
    def answers(self) -> Iterable[QWidget]:
        """What answers on the page in view: no message lies over it."""
        return self.in_view.kept_free() if self.in_view is not None else ()

    @property
    def whole(self) -> bool:
        """Whether the page in view has all of the screen."""
        return bool(self.current) and self._pages[self.current].whole

    @property
    def contested(self) -> int:
        """How many fields wait for somebody to settle them."""
        return self.counting.known.contested

    @property
    def colleagues(self) -> str:
        """How old the work of colleagues is, in words."""
        return self.counting.colleagues

    def open_case(self, case_id: str, question: str = "", prompt: str = "") -> None:
        """Assess a case, at its first gap or that of a key question, or at a prompt (or "judgement") of one."""
        self.go_to("case", CaseAt(case_id, question, prompt))

    def compare_prompt(self) -> None:
        """Show the prompt one is on, or was on last, on every case."""
        if self.current != "compare":
            asked = (page.asked for page in (self.in_view, self._pages.get("case")) if page is not None)
            self.go_to("compare", next((at for at in asked if at is not None), None))

    def raise_concern(self) -> None:
        """Begin a live concern: about the case in view, if one is."""
        at = self._pages[self.current].at if self.current else None
        self.go_to("concerns", NewConcern(at.case if isinstance(at, CaseAt) else ""))

    def _name(self, code: str, name: str) -> None:
        """Say on the rail which case is being assessed."""
        self.rail.set_possible(code, possible=True, text=name)
        self.moved.emit()

    def flush(self) -> bool:
        """Write what was typed on any page. False when something could not be written."""
        written = [page.flush() for page in self._pages.values()]
        return all([*written, self._is_on_disk()])  # each is written, whatever became of the one before

    def _is_on_disk(self) -> bool:
        """Whether what did not wait for the disk, such as an answer, is there now."""
        try:
            if self.workspace.editor.owes:
                self.workspace.editor.put_on_disk()
        except Expected as error:
            self.said.emit(error)
            return False
        return True

    def places(self) -> PagePlaces:
        """Where the person is."""
        made = {code: page.place() for code, page in self._pages.items()}
        return PagePlaces(self.current, self._left_at | made)

    def return_to(self, places: PagePlaces) -> None:
        """Go back to where the person was; pages that are not in view, when they are next wanted."""
        self._left_at = {code: at for code, at in places.pages.items() if at is not None}
        here = self._left_at.pop(places.current, None)
        with unpainted(self):
            if "case" in self._left_at:
                self.page("case")  # now: the rail says which case it is
            self.show_page(places.current)
            if here is not None:
                self.page(places.current).return_to(here)

    def put_down(self) -> None:
        """Let go of every page before the look changes: each is measured for the size of text it was made at.

        Nothing happens while text on one of them cannot be saved; `take_up` makes them anew.
        """
        if not self.current or not self.flush():
            return
        self._put_down = self.places()
        self._held |= {code: held for code, page in self._pages.items() if (held := page.held()) is not None}
        self._as_left.keep(self._pages)
        focus = QApplication.focusWidget()
        self._elsewhere = None if focus is None or self._stack.isAncestorOf(focus) else focus
        for page in self._pages.values():
            page.leave()
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
            here = self._as_left.take(places.current)
            self.return_to(places)
            self._as_left.again(places.current, self.page(places.current), here)
            # a list that hung open went with its page
            if self._elsewhere is not None and shiboken6.isValid(self._elsewhere):
                self._elsewhere.setFocus()
            elif not self._stack.isAncestorOf(QApplication.focusWidget() or self):
                self._pages[self.current].setFocus()  # Qt gave it away with the page it was on
            if theme.zoom() != self._zoom:
                self._zoom = theme.zoom()
                QTimer.singleShot(0, self, show_focus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What it has to do with the keyboard is done on the page in view."""
        super().focusInEvent(event)
        if self.current in self._pages:
            self._pages[self.current].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window leaves the rail less room."""
        super().resizeEvent(event)
        self.rail.fit(self.size())

    def leave(self) -> None:
        """Listen to the inspection no longer: it is about to be closed."""
        self.hide()  # a box that goes out of sight saves what is in it: now, and not once the file is closed
        for page in self._pages.values():
            page.leave()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.MetaCall.value)  # what was put off until now is done
        for timer in self.findChildren(QTimer):  # what the others would read is closed too
            timer.stop()
        self._bridge.listen_to(None)
        spelling.check().release(self.workspace)
        looked_in.listen_to({}, None)

    def _on_touched(self, touched: Touched) -> None:
        for code, page in self._pages.items():
            if code == self.current:
                page.refresh(touched)
            else:
                self._stale[code] = self._stale.get(code, frozenset()) | touched
        self.counting.edited(touched)
        self.changed.emit()

    def _on_counted(self) -> None:
        known = self.counting.known
        if known.contested != self._contested:
            self._contested = known.contested
            speak(self, heading.contested(known.contested), "contested")
        self.rail.set_waiting("concerns", known.open_concerns, _on_rail(known.open_concerns))
        self.rail.set_waiting("handoff", known.contested, heading.contested(known.contested) if known.contested else "")
        for page in self._pages.values():
            page.know(known)
        self.counted.emit()


def _on_rail(concerns: int) -> str:
    """What the rail says of open concerns, where there is little room; "" for none."""
    if not concerns:
        return ""
    return count(concerns, "{n} concern", "{n} concerns") if concerns < 10 else say("{number} open", number=concerns)
