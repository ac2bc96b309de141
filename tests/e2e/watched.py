"""The program as it is, with somebody beside it who says what stands where: `python -m tests.e2e.watched SOCKET [FILE]`.

Nothing in it is done for the person: the pointer and the keys are those of the display. It answers over the socket where a
thing stands that can be seen and reached, by its words, and notes at each press of the pointer whether the thing that was
aimed at still stands there.
"""

import json
import socket
import sys
from collections.abc import Iterator
from queue import SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

KINDS = (QAbstractButton, QComboBox, QDateEdit, QLineEdit, QPlainTextEdit, QLabel)
TOP = QModelIndex()
Seen = tuple[str, QRect]  # its words; where it stands on the display


def in_view() -> Iterator[Seen]:
    """All that has words and is not covered, those that act first."""
    for kind in KINDS:
        for widget in QApplication.allWidgets():
            if isinstance(widget, kind) and widget.isVisible() and _reached(widget, widget.rect().center()):
                yield from ((words, QRect(widget.mapToGlobal(QPoint()), widget.size())) for words in _words(widget))
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractItemView) and widget.isVisible():
            yield from _rows(widget)


def find(words: str) -> QRect | None:
    """Where the first of these words stands."""
    return next((where for called, where in in_view() if called == words), None)


def _words(widget: QWidget) -> set[str]:
    """What is written on it, and what it is called aloud."""
    written = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    aloud = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    return {words.replace("&", "").strip() for words in (written, aloud)}


def _reached(widget: QWidget, place: QPoint) -> bool:
    """Whether the pointer would come upon it there, and it would take the press."""
    at = QApplication.widgetAt(widget.mapToGlobal(place))
    return widget.isEnabled() and at is not None and (at is widget or widget.isAncestorOf(at))


def _rows(view: QAbstractItemView) -> Iterator[Seen]:
    model, port = view.model(), view.viewport()
    for row in range(model.rowCount(TOP) if model else 0):
        for column in range(1 if isinstance(view, QListView) else model.columnCount(TOP)):
            index = model.index(row, column)
            where = view.visualRect(index) & port.rect()
            if not where.isEmpty() and _reached(port, where.center()):
                yield str(index.data() or ""), QRect(port.mapToGlobal(where.topLeft()), where.size())


class Watch(QObject):
    """Answers questions, which come from another thread, on that of the window."""

    asked = Signal(dict)

    def __init__(self, path: str) -> None:
        super().__init__()
        self._aim: tuple[str, QRect] | None = None
        self._moved: list[str] = []
        self._clicks = 0
        self._answers: SimpleQueue[Any] = SimpleQueue()
        self.asked.connect(self._answer)
        QApplication.instance().installEventFilter(self)
        self._at = socket.socket(socket.AF_UNIX)
        self._at.bind(path)
        self._at.listen()
        Thread(target=self._serve, daemon=True).start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press: does what was aimed at stand where it was seen?"""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and self._aim:
            (words, where), self._aim = self._aim, None
            self._clicks += 1
            now = find(words)
            if now != where or not where.contains(_place(event)):
                self._moved.append(f"{words}: {_text(where)}, then {_text(now)}")
        return False

    def _answer(self, question: dict[str, str]) -> None:
        found: Any = None
        try:
            found = getattr(self, "_" + question["ask"])(question.get("words", ""))
        finally:  # whoever asks waits for an answer; what went wrong is on the standard error
            self._answers.put(found)

    def _seen(self, words: str) -> bool:
        return find(words) is not None

    def _aim_at(self, words: str) -> list[int] | None:
        where = find(words)
        self._aim = (words, where) if where else None
        return list(where.getRect()) if where else None

    def _list(self, _words: str) -> list[str]:
        return [f"{words} {_text(where)}" for words, where in in_view() if words]

    def _done(self, _words: str) -> list[Any]:
        return [self._clicks, self._moved]

    def _serve(self) -> None:
        while True:
            with self._at.accept()[0] as to, to.makefile("rw") as talk:
                for line in talk:
                    self.asked.emit(json.loads(line))
                    print(json.dumps(self._answers.get()), file=talk, flush=True)


def _place(event: QEvent) -> QPoint:
    assert isinstance(event, QMouseEvent)
    return event.globalPosition().toPoint()


def _text(where: QRect | None) -> str:
    return "{}x{}+{}+{}".format(*where.size().toTuple(), *where.topLeft().toTuple()) if where else "gone"


def main() -> int:
    """Run the program, watched."""
    from inspector_app import app

    path, start = sys.argv.pop(1), app.Program.start
    watch: list[Watch] = []

    def started(program: app.Program, *given: Any) -> None:
        watch.append(Watch(path))
        start(program, *given)

    app.Program.start = started  # type: ignore[method-assign]
    return app.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
