"""A page that is made anew in another look is as it was left: scrolled as far, with what was typed and is saved nowhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from inspector_app.ui.controls.buttons.drawn import FOLDED_OUT
from inspector_app.ui.note.bare import BareNote
from inspector_app.ui.note.door import Target
from inspector_app.ui.note.find_bar import Looking

W = TypeVar("W", bound=QWidget)
_SETTLING = 1500  # ms in which what is read or set in another thread may still make a part longer
_COMING = 20_000  # ms in which what a job reads, or a timer shows, may still come: the draft is set anew, say
_LOOKS = 100  # ms between two looks whether it has
_Part = tuple[str, str, int]  # class and name of a widget, and which of the like that are shown


@dataclass(frozen=True, slots=True)
class AsLeft:
    """What `of` found on a page: it goes with nothing else, and is written nowhere."""

    scrolled: Mapping[_Part, tuple[tuple[int, int], ...]]  # of each scroll bar, how far and of how much
    typed: Mapping[_Part, tuple[str, int]]  # in lines that save nothing: the text, and where the cursor is
    finding: Mapping[Target, Looking]  # what is looked for in which text
    open: Mapping[str, bool]  # which parts are folded out, by their buttons

    def again(self, page: QWidget) -> None:
        """Bring the new page to it; it is scrolled once it is laid out."""
        for name, (button, opened) in _folds(page).items():
            if self.open.get(name, opened) != opened:
                button.click()
        lines = dict(_parts(page, QLineEdit))
        for part, (text, cursor) in self.typed.items():
            if part in lines and lines[part].text() != text:
                _type(lines[part], text, cursor)
        for note in page.findChildren(BareNote):
            looking = self.finding.get(note.box.saving.target) if note.box.saving.target is not None else None
            if looking is not None:
                note.look_on(looking)
        if self.scrolled:
            _Waiting(page, self.scrolled)


class PagesLeft:
    """What of the pages that were let go of is to be found again, by their codes, until each is made anew."""

    def __init__(self) -> None:
        self._left: dict[str, AsLeft] = {}

    def keep(self, pages: Mapping[str, QWidget]) -> None:
        """These are let go of now."""
        self._left |= {code: of(page) for code, page in pages.items()}

    def come_to(self, code: str) -> None:
        """Somebody comes to something on the page: it is not scrolled away again."""
        if code in self._left:
            self._left[code] = replace(self._left[code], scrolled={})

    def take(self, code: str) -> AsLeft | None:
        """What was left of a page; it is no longer here."""
        return self._left.pop(code, None)

    def again(self, code: str, page: QWidget, left: AsLeft | None = None) -> None:
        """Bring the page to what was left of it, or to `left`."""
        found = left or self.take(code)
        if found is not None:
            found.again(page)


class _Waiting(QObject):
    """Has each part of a page scrolled as soon as it is shown, also what a job or a timer shows later."""

    def __init__(self, page: QWidget, scrolled: Mapping[_Part, tuple[tuple[int, int], ...]]) -> None:
        super().__init__(page)
        self._page, self._left = page, dict(scrolled)
        self._looks = QTimer(self, interval=0)  # first once the page is laid out
        self._looks.timeout.connect(self._scroll)
        self._looks.start()
        self._until = QDeadlineTimer(_COMING)

    def _scroll(self) -> None:
        for part, area in _parts(self._page, QAbstractScrollArea):
            for bar, at in zip(_bars(area), self._left.pop(part, ()), strict=False):
                _Scrolling(bar, *at)
        self._left = {part: at for part, at in self._left.items() if any(value for value, _ in at)}
        self._looks.setInterval(_LOOKS)
        if not self._left or self._until.hasExpired():
            self._looks.stop()


class _Scrolling(QObject):
    """Has a bar go to where it was while its part comes and grows to its length; until somebody scrolls."""

    def __init__(self, bar: QScrollBar, value: int, most: int) -> None:
        super().__init__(bar)
        self._bar, self._value, self._most = bar, value, most
        self._until = QDeadlineTimer(_COMING)
        bar.rangeChanged.connect(self._go)
        bar.actionTriggered.connect(self._leave_off)
        self._go()

    def _go(self) -> None:
        most = self._bar.maximum()
        if self._until.hasExpired() or not most:
            return
        if self._until.remainingTime() > _SETTLING:  # it has come, and may grow still
            self._until = QDeadlineTimer(_SETTLING)
        self._bar.setValue(self._value if most == self._most else self._value * most // max(1, self._most))

    def _leave_off(self) -> None:
        self._until = QDeadlineTimer(0)


def of(page: QWidget) -> AsLeft:
    """As the page is left now."""
    notes = [note for note in page.findChildren(BareNote) if note.is_finding]
    return AsLeft(
        scrolled={
            part: tuple((bar.value(), bar.maximum()) for bar in _bars(area))
            for part, area in _parts(page, QAbstractScrollArea)
        },
        typed={
            part: (line.text(), line.cursorPosition()) for part, line in _parts(page, QLineEdit) if _keeps_nothing(line)
        },
        finding={
            note.box.saving.target: note.find_bar.looking
            for note in notes
            if note.find_bar is not None and note.box.saving.target is not None
        },
        open={name: opened for name, (_, opened) in _folds(page).items()},
    )


def _folds(page: QWidget) -> Mapping[str, tuple[QAbstractButton, bool]]:
    """What unfolds something, by its name, and whether it is open."""
    buttons = [(button, button.property(FOLDED_OUT)) for button in page.findChildren(QAbstractButton)]
    return {
        button.objectName(): (button, bool(out)) for button, out in buttons if out is not None and button.objectName()
    }


def _bars(area: QAbstractScrollArea) -> tuple[QScrollBar, QScrollBar]:
    return area.verticalScrollBar(), area.horizontalScrollBar()


def _parts(page: QWidget, kind: type[W]) -> Iterator[tuple[_Part, W]]:
    """Those that are shown, each by what it is called: their order is that in which they were made."""
    met: dict[tuple[str, str], int] = {}
    for widget in page.findChildren(kind):
        if widget.isVisibleTo(page):
            called = widget.objectName() or widget.accessibleName()  # the last may say how it stands
            name = type(widget).__name__, called
            met[name] = met.get(name, -1) + 1
            yield (*name, met[name]), widget


def _keeps_nothing(line: QLineEdit) -> bool:
    """Whether somebody typed in it what nothing else has. A passphrase stands in its box alone."""
    inside = isinstance(line.parentWidget(), QComboBox | QAbstractSpinBox)
    plain = line.echoMode() is QLineEdit.EchoMode.Normal and not line.isReadOnly()
    return plain and line.isModified() and not inside and not hasattr(line, "saving")


def _type(line: QLineEdit, text: str, cursor: int) -> None:
    """As if it were typed: whoever follows what is typed hears of it."""
    line.setText(text)
    line.setCursorPosition(cursor)
    line.setModified(True)
    line.textEdited.emit(text)
