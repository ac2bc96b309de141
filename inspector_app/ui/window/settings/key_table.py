"""Every command with its key, in a table: Enter waits for another key, Delete takes it away."""

from collections import Counter
from itertools import groupby

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from inspector_app.core.words import say
from inspector_app.ui import actions, own_keys
from inspector_app.ui.controls.lists.sought import Sought
from inspector_app.ui.controls.lists.wrapped import Wrapped
from inspector_app.ui.controls.row_under_pointer import tint_row_under_pointer
from inspector_app.ui.controls.telling import speak
from inspector_app.ui.errors import sentence
from inspector_app.ui.look import sizes, theme
from inspector_app.ui.window.settings import remapping

_KEYS = Qt.Key
_HOLDING = (_KEYS.Key_Control, _KEYS.Key_Shift, _KEYS.Key_Alt, _KEYS.Key_AltGr, _KEYS.Key_Meta, _KEYS.Key_CapsLock)
_NAME, _KEY, _STATE = range(3)


class KeyTable(Sought, QTableWidget):
    """Signals `wanted` with a command and the key that was pressed for it (OFF: none), and `refused` with a sentence."""

    wanted = Signal(str, str)
    refused = Signal(str)
    listening_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self.listening = ""  # the command that waits for a key
        self.setAccessibleName(say("Keys"))
        self.setItemDelegate(Wrapped(self))
        self.setHorizontalHeaderLabels([say("Command"), say("Key"), say("State")])
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setShowGrid(False)
        tint_row_under_pointer(self)
        theme.role(self, "lined")
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(theme.px(sizes.LIST_LEAST))
        self._fill()
        self.doubleClicked.connect(lambda _: self.listen())

    @property
    def code(self) -> str:
        """The command one is on; "" on none."""
        item = self.item(self.currentRow(), _NAME)
        return str(item.data(Qt.ItemDataRole.UserRole) or "") if item else ""

    @property
    def can_change(self) -> bool:
        """Whether the command one is on can have another key."""
        return bool(self.code) and self.code not in remapping.STAY

    def said(self, code: str) -> tuple[str, str]:
        """The key and the state that stand there for a command."""
        return self._cells[code][_KEY].text(), self._cells[code][_STATE].text()

    def stand_on(self, code: str) -> None:
        """Go to a command."""
        self.setCurrentCell(self._rows[code], _NAME)

    def listen(self) -> None:
        """Take the next key that is pressed for the command one is on, if that can have another."""
        if self.can_change:
            self.setFocus()
            self.listening = self.code
            self.show_keys()
            speak(self, say("Press the keys for: {command}", command=actions.command(self.code).text), "key")
            self.listening_changed.emit()

    def stop(self) -> None:
        """Wait for no key any more."""
        if self.listening:
            self.listening = ""
            self.show_keys()
            self.listening_changed.emit()

    def show_keys(self) -> None:
        """Show which key each command has now."""
        for code, cells in self._cells.items():
            waits = code == self.listening
            key, state = say("Press the keys") if waits else actions.keys(code), remapping.state(code)
            cells[_KEY].setText(key)
            cells[_STATE].setText(state)
            heard = f"{actions.command(code).text}: {key}, {state}"
            cells[_NAME].setData(Qt.ItemDataRole.AccessibleTextRole, heard)

    def narrow(self, words: str, state: str) -> None:
        """Show the commands in whose name or key the words stand and whose state is this one ("": any)."""
        shown = {code for code in self._rows if _matches(code, words) and state in ("", remapping.state(code))}
        for code, row in self._rows.items():
            self.setRowHidden(row, code not in shown)
        for row, codes in self._groups.items():
            self.setRowHidden(row, not shown & codes)

    def counted(self) -> dict[object, int]:
        """How many commands have each state, and by "" how many there are."""
        return {**Counter(map(remapping.state, self._rows)), "": len(self._rows)}

    def event(self, event: QEvent) -> bool:
        """While it waits, a key of another command is a key like any other."""
        if self.listening and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter waits for a key, which is then taken; Delete takes the key away."""
        if self.listening:
            self._hear(event)
        elif event.key() in (_KEYS.Key_Return, _KEYS.Key_Enter):
            self.listen()
        elif event.key() in (_KEYS.Key_Delete, _KEYS.Key_Backspace):
            if self.can_change:
                self.wanted.emit(self.code, own_keys.OFF)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere presses keys there."""
        self.stop()
        super().focusOutEvent(event)

    def _hear(self, event: QKeyEvent) -> None:
        if event.key() in _HOLDING:
            return
        code = self.listening
        letter = event.text() if event.text().isprintable() else ""
        key = letter if code in remapping.ANSWERS else remapping.chord(event.key(), event.modifiers())
        if not key and event.key() != _KEYS.Key_Escape:  # and goes on waiting
            self.refused.emit(sentence(remapping.no_key()))
            return
        self.stop()
        if key:
            self.wanted.emit(code, key)

    def _fill(self) -> None:
        self._rows: dict[str, int] = {}
        self._cells: dict[str, tuple[QTableWidgetItem, QTableWidgetItem, QTableWidgetItem]] = {}
        self._groups: dict[int, set[str]] = {}
        for group, commands in groupby(actions.COMMANDS, lambda command: command.group):
            codes = [command.code for command in commands]
            self._groups[self._add_group(group)] = set(codes)
            for code in codes:
                self._rows[code] = self._add(code)
        self.show_keys()
        widest = self._widest()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in widest.items():
            self.setColumnWidth(column, width)

    def _widest(self) -> dict[int, int]:
        """How wide keys and states have to be, whatever they come to say."""
        said = {
            _KEY: [say("Press the keys"), *map(actions.keys, self._rows)],
            _STATE: [say("always on"), say("as at first")],
        }
        width = QFontMetrics(theme.font(bold=True)).horizontalAdvance
        return {
            column: max(width(words) for words in texts) + theme.px(sizes.CLOSE + sizes.FAR + sizes.TIGHT)
            for column, texts in said.items()
        }

    def _add_group(self, words: str) -> int:
        row = self._new_row()
        item = QTableWidgetItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFont(theme.font(theme.SMALL, bold=True))
        item.setBackground(QColor(theme.colours().raised))
        self.setItem(row, _NAME, item)
        self.setSpan(row, _NAME, 1, 3)
        return row

    def _add(self, code: str) -> int:
        row = self._new_row()
        self._cells[code] = cells = QTableWidgetItem(actions.command(code).text), QTableWidgetItem(), QTableWidgetItem()
        for column, item in enumerate(cells):
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setToolTip(actions.command(code).tip)
            item.setData(Qt.ItemDataRole.UserRole, code)
            if column == _KEY:
                item.setFont(theme.font(bold=True))
            self.setItem(row, column, item)
        return row

    def _new_row(self) -> int:
        self.insertRow(self.rowCount())
        return self.rowCount() - 1


def _matches(code: str, words: str) -> bool:
    said = f"{actions.command(code).text} {actions.keys(code)}".casefold()
    return all(word in said for word in words.casefold().split())
