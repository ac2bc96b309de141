"""Ctrl+K: type a few letters of a command or a case, Enter does it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from inspector_app.core.words import count, say
from inspector_app.ui.controls.empty import Empty
from inspector_app.ui.controls.lists.sought import SoughtList
from inspector_app.ui.controls.telling import speak
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.sheets.sheet import Sheet

_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the palette offers."""

    text: str
    hint: str  # its key, or what it is
    do: Callable[[], object]
    about: str = ""  # what it is for: found by these words too, behind what is called so
    leaves: bool = False  # it closes the inspection, so it stands behind all that does not


def matches(typed: str, text: str) -> bool:
    """Whether every word typed stands somewhere in the text, capital or not."""
    return all(word in text.casefold() for word in typed.casefold().split())


def _inside(typed: str, text: str) -> bool:
    """Whether some word typed begins no word of the text and stands within one alone."""
    words = text.casefold().split()
    return not all(any(word.startswith(begun) for word in words) for begun in typed.casefold().split())


def found(typed: str, entries: Sequence[Entry]) -> list[Entry]:
    """The entries that match what was typed: first those called so, then those that are for it.

    Of either, those in which a word begins so come before those in which one only holds it; last what leaves the inspection.
    """
    called = [entry for entry in entries if matches(typed, f"{entry.text} {entry.hint}")]
    meant = [entry for entry in entries if entry not in called and matches(typed, f"{entry.text} {entry.about}")]
    called.sort(key=lambda entry: _inside(typed, f"{entry.text} {entry.hint}"))
    meant.sort(key=lambda entry: _inside(typed, f"{entry.text} {entry.about}"))
    return sorted([*called, *meant], key=lambda entry: entry.leaves)


class _Hinted(QStyledItemDelegate):
    """An entry with its hint at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the entry, then the hint."""
        super().paint(painter, option, index)
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setPen(QColor(theme.colours().quiet))
        room = option.rect.adjusted(0, 0, -theme.px(sizes.CLOSE), 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.hint)
        painter.restore()


class Palette(Sheet):
    """A box and the entries that match it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, "Find a command or a case", width=560)
        self._entries: Sequence[Entry] = ()
        self._last: Callable[[str], Entry] | None = None
        self._box = QLineEdit()
        self._box.setAccessibleName("Find a command or a case")
        self._box.setPlaceholderText("Find a command or a case")
        self._list = SoughtList()
        self._list.setItemDelegate(_Hinted(self._list))
        self._list.setAccessibleName("What matches")
        self.body.addWidget(self._box)
        self.nothing = Empty(
            self,
            say("Nothing here has that name or does that"),
            say(
                "Try one word of what you want to do: card, backup, lock, size. Cases and notes are found once an inspection "
                "is open."
            ),
            part=True,
        )
        self.body.addWidget(self._list)
        self.body.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        self._box.textChanged.connect(self._filter)
        self._box.returnPressed.connect(self._do)
        self._box.installEventFilter(self)
        self._list.currentItemChanged.connect(lambda now, _before: self._say(now))
        self._list.itemActivated.connect(lambda _item: self._do())
        self._list.itemClicked.connect(lambda _item: self._do())

    def ask(self, entries: Sequence[Entry], last: Callable[[str], Entry] | None = None) -> None:
        """Offer these entries, and below them what `last` makes of the words typed."""
        self._entries, self._last = entries, last
        self._box.clear()
        self._filter()
        self.begin(self._box)

    def _lie(self) -> None:
        """The list has what a low window leaves it, else it would stand out of the sheet."""
        over, edges = self.parentWidget(), self.body.contentsMargins()
        if over is not None:
            others = self._box.sizeHint().height() + self.body.spacing() + edges.top() + edges.bottom()
            self._list.setMinimumHeight(max(1, min(theme.px(sizes.LIST_LEAST), self.most_high(over) - others)))
        super()._lie()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while the focus stays in the box."""
        if watched is self._box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _LIST_KEYS:
                QApplication.sendEvent(self._list, event)
                return True
            return False
        return super().eventFilter(watched, event)

    def _filter(self) -> None:
        self._list.clear()
        typed = self._box.text()
        for entry in found(typed, self._entries):
            self._add(entry)
        if self._last is not None and typed.strip():
            self._add(self._last(typed.strip()))
        self._list.setCurrentRow(0)
        self._list.setVisible(self._list.count() > 0)
        self.nothing.setVisible(self._list.count() == 0)
        if not self._list.count():
            speak(self, say("Nothing here has that name or does that"), "palette")

    def _say(self, item: QListWidgetItem | None) -> None:
        """The line one is on is heard, though the keyboard stays in the box."""
        if item is not None and self.isVisible():
            line = item.data(Qt.ItemDataRole.AccessibleTextRole)
            at = count(self._list.count(), "{at} of {n}", "{at} of {n}", at=self._list.row(item) + 1)
            speak(self, f"{line}, {at}", "palette")

    def _add(self, entry: Entry) -> None:
        item = QListWidgetItem(entry.text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (entry.text, entry.hint))))
        item.setData(Qt.ItemDataRole.UserRole, entry)
        self._list.addItem(item)

    def _do(self) -> None:
        chosen = self._list.selectedItems()
        if chosen:
            entry: Entry = chosen[0].data(Qt.ItemDataRole.UserRole)
            self.end()
            entry.do()
