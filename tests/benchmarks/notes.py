"""Notes of unusual size, a key, a paste, a paragraph coming into sight: the box of a note against Qt's own bare box."""

import os
from collections.abc import Iterator

from tests.benchmarks import figures, workload
from tests.benchmarks.window import _case_page, _desk

KEYS, ROUNDS = 60, 5
PARAGRAPH = "word " * 40_000
PASTED = "•\ta line of a very long document\u00a0indeed\r\n" * 120_000
MISSPELT = "word teh " * 110_000


def run() -> Iterator[str]:
    """Lines to print."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    application = QApplication([])
    with workload.laptop() as laptop, _desk(application, laptop, workload.fill(laptop)) as (program, _):
        page = _case_page(program.shell.desk)
        row = page.view.rows[0]
        row.enter_note()
        plain = QPlainTextEdit()
        plain.resize(row.note.box.size())
        plain.show()
        typed, bare_typed = _typed(row.note.box), _typed(plain)
        pasted, shown = figures.in_turn(lambda: _pasted(row), lambda: _shown(plain, PASTED), ROUNDS)
        seen, bare = figures.in_turn(lambda: _seen(row), lambda: _shown(plain, MISSPELT), ROUNDS)
    yield f"key in a paragraph of 200 kB      {figures.ms(figures.percentile(typed, 0.5))} median"
    yield f"  against a key in a bare box     {figures.ratio(typed, bare_typed):.2f} times (limit 3)"
    yield f"paste of {len(PASTED) / 1e6:.1f} MB, and stored       {figures.ms(figures.percentile(pasted, 0.5))} median"
    yield f"  against a bare box showing it   {figures.ratio(pasted, shown):.2f} times (limit 5)"
    yield f"a misspelt megabyte, to painted   {figures.ms(figures.percentile(seen, 0.5))} median"
    yield f"  against a bare box showing it   {figures.ratio(seen, bare):.2f} times (limit 3)"


def _typed(box) -> list[float]:
    """Seconds from each key to the end of its painting."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    box.setPlainText(PARAGRAPH)
    box.viewport().repaint()
    return [figures.timed(lambda: (QTest.keyClick(box, Qt.Key.Key_X), box.viewport().repaint())) for _ in range(KEYS)]


def _pasted(row) -> float:
    from PySide6.QtCore import QMimeData

    box, data = _holding(row, ""), QMimeData()
    data.setText(PASTED)
    return figures.timed(lambda: (box.insertFromMimeData(data), box.flush()))


def _seen(row) -> float:
    return figures.timed(lambda: _holding(row, MISSPELT).viewport().repaint())


def _shown(plain, text: str) -> float:
    return figures.timed(lambda: (plain.setPlainText(text), plain.viewport().repaint()))


def _holding(row, text: str):
    """The box of a prompt's note, with another text in it."""
    box = row.note.box
    box.setPlainText(text)
    box.flush()
    return box
