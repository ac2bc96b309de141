"""Searching 20 MB of notes on 115 cases in the real window: from a key to results painted, and how the index catches up."""

import os
import random
import time
from collections.abc import Iterator
from functools import partial
from itertools import accumulate

from inspector_app.core.domain.finding.search import Query, Wanted
from inspector_app.core.services.search import finding
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading.finding import search
from tests.benchmarks import figures, workload
from tests.benchmarks.window import _desk

NOTE_WORDS = 620  # of each of some 4,400 prompts: 20 MB
TYPED = ("the plan exclusion", "analysed", '"school exclusion" case', "record seen -plan", "t", "manager")
ROUNDS = 5
PAUSE = 0.06  # seconds between two keys, as people type


def run() -> Iterator[str]:
    """Lines to print."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    with workload.laptop() as laptop:
        path = _fill(laptop)
        workspace = Workspace.open(laptop, path)
        size = path.stat().st_size
        whole, batches = _index(workspace)
        workspace.close()
        grown = path.stat().st_size - size
        workspace = Workspace.open(laptop, path)
        ordered, filtered = _filter(workspace)
        workspace.close()
        with _desk(application, laptop, path) as (program, _):
            typed = _type(application, program.shell.desk)
    yield f"indexing 20 MB of notes           {whole:.2f} s off the UI thread, {grown / 1e6:.0f} MB of index"
    yield f"  an edit waits for one batch     {figures.ms(figures.percentile(batches, 0.5))} median"
    yield f"                                  {figures.ms(figures.percentile(batches, 0.99))} p99"
    yield f"all put in order, for a page      {figures.ms(figures.percentile(ordered, 0.5))} median, off the UI thread"
    yield f"a filter without words            {figures.ms(figures.percentile(filtered, 0.95))} p95"
    for name, each in zip(("by the clock", "processor time"), typed, strict=True):
        middle, most = (figures.ms(figures.percentile(each, p)) for p in (0.5, 0.95))
        yield f"key to first rows painted         {middle} median, {most} p95 of {len(each)} keys, {name} (limit 16 ms)"
    yield f"peak memory of the window         {figures.peak_memory_mb():.0f} MB"


def _fill(laptop):
    """Prose whose words are as unequally common as those of a language, with the words of the workload among them."""
    chance = random.Random(3)
    letters = "etaoinshrdlcumwfgypbvk"
    rare = ["".join(chance.choices(letters, k=chance.randint(3, 11))) for _ in range(20_000)]
    vocabulary = [*dict.fromkeys(workload._WORDS), *rare]
    weights = list(accumulate(1 / (n + 1) for n in range(len(vocabulary))))
    prose, workload.prose = (
        workload.prose,
        lambda given, n: " ".join(given.choices(vocabulary, cum_weights=weights, k=n)),
    )
    try:
        return workload.fill(laptop, NOTE_WORDS)
    finally:
        workload.prose = prose


def _index(workspace: Workspace) -> tuple[float, list[float]]:
    batches, last = [], [0.0]

    def report(_done: int, _of: int) -> None:
        last[0] = time.perf_counter()

    def pause() -> None:
        batches.append(time.perf_counter() - last[0])
        time.sleep(0.002)

    whole = figures.timed(lambda: search.catch_up(workspace.database, report, pause))
    return whole, batches


def _filter(workspace: Workspace) -> tuple[list[float], list[float]]:
    wanted = (Wanted(answer="no", about="2.2.2", note=False), Wanted(answer="unanswered"), Wanted(answer="no"))
    finder = finding.Finder(workspace)
    ordered = [figures.timed(finding.Finder(workspace).prepare) for _ in range(10)]
    finder.prepare()  # as the page does while it is shown
    return ordered, [figures.timed(partial(finder.find, Query("", each))) for each in wanted * 10]


def _type(application, desk) -> tuple[list[float], list[float]]:
    """From each key to the end of painting what fills the view: by the clock, and processor time of the whole program."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtTest import QTest

    desk.show_page("find")
    page, loop = desk.page("find"), QEventLoop()
    page.asking.found.connect(lambda: loop.quit() if page.found.query == page.query else None)
    _turn(application, 0.5)  # what follows a first showing
    clock, processor = [], []
    for words in TYPED * ROUNDS:
        page.box.clear()
        _turn(application, 0.2)
        for letter in words:
            start, used = time.perf_counter(), time.process_time()
            QTest.keyClicks(page.box, letter)
            if page.found.query != page.query:
                loop.exec()
            page.view.viewport().repaint()
            clock.append(time.perf_counter() - start)
            processor.append(time.process_time() - used)
            _turn(application, PAUSE)
    return clock, processor


def _turn(application, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.001)
