"""Keys that answer by themselves, told from the letters of a sentence."""

import time
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector_app.ui.controls.buttons.burst import PAUSE, Burst
from inspector_app.ui.controls.telling import nowhere


class _Known(NamedTuple):
    """Keys and what is held with them. `between`: part of a sentence, but not what makes one."""

    plain: "QtCore.Qt.KeyboardModifier"
    alt_gr: "QtCore.Qt.KeyboardModifier"  # as Windows says it
    space: "QtCore.Qt.Key"
    clearing: "tuple[QtCore.Qt.Key, ...]"
    between: "tuple[QtCore.Qt.Key, ...]"


@cache
def _known() -> _Known:
    """Made at the first key, as the first screen does without Qt's words for them (ui/look/early.py)."""
    held, keys = QtCore.Qt.KeyboardModifier, QtCore.Qt.Key
    return _Known(
        plain=held.ShiftModifier | held.KeypadModifier | held.GroupSwitchModifier,
        alt_gr=held.ControlModifier | held.AltModifier,
        space=keys.Key_Space,
        clearing=(keys.Key_Delete, keys.Key_Backspace),
        between=(keys.Key_Return, keys.Key_Enter, keys.Key_Space),
    )


class SingleKeys(QObject):
    """Gives answers as their keys come, and takes them all back when the keys turn out to be a sentence.

    Keys of one burst are read together. The first letter, digit or sign in it that means nothing makes it a
    sentence: what it gave before is to be taken back, and it gives nothing any more. A key held down answers once.
    """

    pressed = Signal(object)  # what the key means; None: clear
    sentence = Signal(object)  # tuple of what the burst gave so far (`gave`), the last first

    def __init__(
        self, owner: QObject, means: Callable[[str], object | None], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`means`: what a typed character stands for; None for nothing."""
        super().__init__(owner)
        self._means, self.burst = means, Burst(clock)
        self._sentence = False
        self._given: list[object] = []
        self._waiting: list[Callable[[], object]] = []
        self._quiet = QTimer(self, singleShot=True, interval=round(PAUSE * 1000))
        self._quiet.timeout.connect(self.finish)

    @property
    def in_sentence(self) -> bool:
        """Whether a key pressed now is part of a sentence."""
        return self._sentence and self.burst.goes_on

    def gave(self, what: object) -> None:
        """Something was answered that can be taken back."""
        self._given.append(what)

    def after_pause(self, give: Callable[[], object]) -> None:
        """What cannot be taken back is given once it is sure that no sentence follows."""
        self._waiting.append(give)
        self._quiet.start()

    def finish(self) -> None:
        """Give now what waits for a pause."""
        self._quiet.stop()
        waiting, self._waiting = self._waiting, []
        for give in waiting:
            give()

    def guard(self, button: QWidget) -> None:
        """Let the blanks of a sentence not press a button that answers."""
        button.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Space on a guarded button, in the course of a sentence, goes no further."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == _known().space:
            return self.take(event, answers=False)
        return False

    def take(self, event: QKeyEvent, *, answers: bool = True) -> bool:
        """Take a key that was pressed; False when it is for somebody else. Without `answers` no key means anything here."""
        if not writes(event):
            return False
        self._begin()
        taken = self._read(event, answers=answers)
        self.burst.key()  # after what the key did: what took long must not look like a pause
        if self._waiting:
            self._quiet.start()
        return taken

    def _begin(self) -> None:
        if not self.burst.goes_on:
            self.finish()
            self._sentence = False
            self._given.clear()

    def _read(self, event: QKeyEvent, *, answers: bool) -> bool:
        if event.key() in _known().between or (event.key() in _known().clearing and not answers):
            return self._sentence
        meant = self._means(event.text()) if answers else None
        if meant is None and event.key() not in _known().clearing:
            self._make_sentence()
        elif not self._sentence and not event.isAutoRepeat():
            self.pressed.emit(meant)
        return True

    def _make_sentence(self) -> None:
        if not self._sentence:
            self._sentence = True
            self._waiting.clear()
            given, self._given = tuple(reversed(self._given)), []
            self.sentence.emit(given)


def swallow(part: QWidget, event: QKeyEvent) -> None:
    """Let a letter typed at a part do nothing to what is round it; that it goes nowhere is said of a word."""
    if writes(event):
        nowhere(part, event.text())
    event.accept()


def writes(event: QKeyEvent) -> bool:
    """Whether a key is what writing consists of, and no chord."""
    shows = bool(event.text()) and event.text().isprintable()
    held = event.modifiers() & ~_known().plain
    if held:
        return shows and held == _known().alt_gr
    return shows or event.key() in (*_known().clearing, *_known().between)
