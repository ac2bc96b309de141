"""The week board with 91 children, 24 victims and 20 MB of notes: shown for the first time, come back to, and refreshed."""

import os
from collections.abc import Iterator
from datetime import date, timedelta

from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, workload

ROUNDS = 40
NOTE_WORDS = 830  # a note: together with those of every other prompt 20 MB
MONDAY = date(2025, 3, 24)


def run() -> Iterator[str]:
    """Lines to print."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.window import _desk

    application = QApplication([])
    with workload.laptop() as laptop:
        path = workload.fill(laptop, NOTE_WORDS)
        size = _plan(Workspace.open(laptop, path))
        with _desk(application, laptop, path) as (program, _):
            desk = program.shell.desk
            first = [_made_anew(application, desk) for _ in range(ROUNDS)]
            back, cases = figures.in_turn(
                lambda: _shown(application, desk, "week"), lambda: _shown(application, desk, "cases"), ROUNDS
            )
            edited = [_edited(application, desk, number) for number in range(ROUNDS)]
    yield f"notes                             {size / 1e6:.1f} MB"
    yield f"first showing of the board        {figures.ms(figures.percentile(first, 0.5))} median"
    yield f"                                  {figures.ms(figures.percentile(first, 0.95))} p95 (limit 100 ms)"
    yield f"coming back after an answer       {figures.ms(figures.percentile(back, 0.5))} median"
    yield f"                                  {figures.ms(figures.percentile(back, 0.95))} p95 (limit 100 ms)"
    yield f"against the list of cases         {figures.ratio(back, cases):.2f} times"
    yield f"an event moved and painted        {figures.ms(figures.percentile(edited, 0.95))} p95"


def _plan(workspace: Workspace) -> int:
    """A full week, three concerns, half of the cases submitted; gives the size of all notes."""
    edits: list[Edit] = []
    for number in range(40):
        event = EntityId(new_id())
        day = (MONDAY + timedelta(days=number % 5)).isoformat()
        values = {"day": day, "time": f"{9 + number // 5:02}:00", "kind": "case", "title": f"Case interview {number}"}
        edits += [Edit("event", event, field, value) for field, value in values.items()]
    for number in range(3):
        concern = EntityId(new_id())
        values = {"day": MONDAY.isoformat(), "time": "09:30", "what": f"What was seen {number}"}
        edits += [Edit("concern", concern, field, value) for field, value in values.items()]
    for row in workspace.case_rows()[::2]:
        edits.append(Edit("review", EntityId(row.id), "stage", ("submitted", "accepted")[len(edits) % 2]))
        edits.append(Edit("review", EntityId(row.id), "accepted", "as it was"))
    workspace.editor.record([("", edits)], "inspection", Verb.IMPORT)
    with workspace.database.read() as connection:
        size = int(connection.exec_driver_sql("SELECT sum(length(note)) FROM prompt").scalar() or 0)
    workspace.close()
    return size


def _made_anew(application, desk) -> float:
    """The page from nothing to painted."""

    def show() -> None:
        desk.show_page("week")
        application.processEvents()

    desk.show_page("cases")
    page = desk._pages.pop("week", None)
    if page is not None:
        desk._stack.removeWidget(page)
        page.deleteLater()
    application.processEvents()
    return figures.timed(show)


def _shown(application, desk, code: str) -> float:
    """Coming to the page after an answer was given elsewhere."""

    def show() -> None:
        desk.show_page(code)
        if code == "week":
            desk.page(code)._standing.count()  # what waits for the end of a burst of edits is reckoned in
        application.processEvents()

    desk.show_page("findings")
    application.processEvents()
    workspace = desk.workspace
    case = workspace.case_rows()[0].id
    answer = "no" if workspace.judgements()[case, "2.1.1"] == "yes" else "yes"
    workspace.editor.set("judgement", f"{case}/2.1.1", "answer", answer)
    return figures.timed(show)


def _edited(application, desk, number: int) -> float:
    """From a change of one event to its painting."""
    desk.show_page("week")
    application.processEvents()
    event = next(e for on in desk.page("week")._plan.events.values() for e in on).id
    day = (MONDAY + timedelta(days=number % 5)).isoformat()

    def move() -> None:
        desk.workspace.editor.set("event", event, "day", day)
        application.processEvents()

    return figures.timed(move)
