"""A key typed in a note of the real window until it is painted: 115 cases, 20 MB of notes, spelling checked."""

import os
import random
import time
from collections.abc import Iterator

from tests.benchmarks import figures, workload
from tests.benchmarks.window import _case_page, _desk

NOTE_WORDS = 640  # of each of the five thousand notes: 20 MB in all
LENGTHS = (20_000, 200_000)  # characters of the note that is typed in
KEYS = 1000
PAUSE = 0.03  # seconds between keys: faster than anybody types, and time for the timers to fall between
LINE = 90  # characters of a paragraph, more or less
SLIPS = ("teh", "recieve", "behaviuor", "assesment")


def run() -> Iterator[str]:
    """Lines to print."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    with workload.laptop() as laptop:
        path = workload.fill(laptop, NOTE_WORDS)
        with _desk(application, laptop, path) as (program, _):
            desk = program.shell.desk
            page = _case_page(desk)
            typed = [_type(application, page, desk.workspace, length) for length in LENGTHS]
            for length, taken in zip(LENGTHS, typed, strict=True):
                middle, most, worst = (figures.ms(figures.percentile(taken, p)) for p in (0.5, 0.95, 0.99))
                yield f"key to paint, note of {length // 1000:>3} kB      {middle} median"
                yield f"                                  {most} p95, {worst} p99 (limit 16 ms)"
    yield f"a note ten times as long          {figures.ratio(typed[1], typed[0]):.2f} times (limit 2)"
    yield f"peak memory of the window         {figures.peak_memory_mb():.0f} MB"


def _type(application, page, workspace, length: int) -> list[float]:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    row = page.view.rows[0]
    workspace.editor.set(row.entity, row.id, "note", _text(length))
    row.enter_note()
    box = row.note.box
    box.moveCursor(QTextCursor.MoveOperation.End)
    _settle(application, time.perf_counter() + 1.5)
    chance, taken, due = random.Random(3), [], time.perf_counter()
    for n in range(KEYS):
        due += PAUSE
        _settle(application, due)
        if n % 100 == 99:
            QTest.keyClick(box, Qt.Key.Key_Return)
        else:
            QTest.keyClick(box, " " if n % 6 == 5 else chance.choice("aeinorst"))
        box.viewport().repaint()  # what the key left to be painted, and the end of painting it
        taken.append(time.perf_counter() - due)  # with the wait for whatever was going on when it was pressed
    return taken


def _settle(application, until: float) -> None:
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.0003)


def _text(length: int) -> str:
    chance, lines, size = random.Random(5), [], 0
    while size < length:
        words = [w if chance.random() > 0.02 else chance.choice(SLIPS) for w in workload.prose(chance, 15).split()]
        lines.append(" ".join(words)[:LINE])
        size += len(lines[-1]) + 1
    return "\n".join(lines)
