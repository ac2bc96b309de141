"""Importing a day's packages of eight people, against the bare insertion of the same rows into the same encrypted file."""

import gc
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, workload

PEOPLE, ANSWERS, NOTE_BYTES = 8, 5000, 20_000_000  # answers and notes of all packages together
ROUNDS = 5
CASES = 91  # over which they are spread, as a team is over its own
Rows = dict[str, list[tuple[object, ...]]]


def run() -> Iterator[str]:
    """Lines to print."""
    gc.disable()  # as in the window, and in commands but for some: what is made here is no garbage (tidying.py, __main__.py)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        lead, path, packages = day(Path(folder), PEOPLE, ANSWERS, NOTE_BYTES)
        kept = Path(shutil.copy(path, Path(folder) / "kept"))
        reports: list[int] = []
        ticket = Ticket(lambda done, of, what: reports.append(done))
        rows: Rows = {}

        def import_all() -> float:
            shutil.copy(kept, path)
            workspace = Workspace.open(lead, path)
            before = {table: set(of) for table, of in _rows(workspace).items()}
            taken = figures.timed(lambda: handoffs.import_(workspace, packages, ticket))
            rows.update({table: [r for r in of if r not in before[table]] for table, of in _rows(workspace).items()})
            workspace.close()
            return taken

        def insert() -> float:
            shutil.copy(kept, path)
            workspace = Workspace.open(lead, path)
            taken = figures.timed(lambda: _insert(workspace, rows))
            workspace.close()
            return taken

        imports, inserts = figures.in_turn(import_all, insert, ROUNDS)
    count = sum(len(of) for of in rows.values())
    yield f"importing {PEOPLE} people's packages      {figures.ms(figures.percentile(imports, 0.5))} median, with a backup"
    yield f"bare insertion of the {count} rows  {figures.ms(figures.percentile(inserts, 0.5))} median"
    yield f"importing against insertion       {figures.ratio(imports, inserts):.2f} times (limit 3)"
    yield f"reports of progress               {len(reports) // ROUNDS} for each import"
    yield f"peak memory of all this           {figures.peak_memory_mb():.0f} MB"


def day(folder: Path, people: int, answers: int, note_bytes: int) -> tuple[Laptop, Path, list[Path]]:
    """A lead's laptop and workspace file, closed, and a package of each colleague's day of work for it."""
    lead = Laptop(folder / "lead")
    lead.create_identity("Benchmark", "Lead inspector", workload.PASSPHRASE)
    workspace = Workspace.create(lead, lead.new_path("Benchmark"), "iyjwcv-2025", "Benchmark", date(2026, 3, 9))
    for number in range(1, CASES + 1):
        workspace.add_case(f"C{number:02d}", workspace.framework.samples[0].code)
    colleagues = []
    for number in range(people):
        colleagues.append(Laptop(folder / f"colleague-{number}"))
        colleagues[-1].create_identity(f"Colleague {number}", "Inspector", workload.PASSPHRASE)
        team.add(workspace, colleagues[-1].card())
    first = folder / "first.handoff"
    handoffs.export(workspace, first, everything=True)
    cases = [case.id for case in workspace.case_rows()]
    packages = []
    for number, laptop in enumerate(colleagues):
        theirs, _ = handoffs.join(laptop, first, laptop.new_path("Benchmark"))
        edits = _edits(random.Random(number), cases, str(number), answers // people, note_bytes // people)
        theirs.editor.record([("", [edit]) for edit in edits], cases[0], Verb.EDIT)
        packages.append(folder / f"{number}.handoff")
        handoffs.export(theirs, packages[-1], to=["Benchmark"])
        theirs.close()
    workspace.close()
    return lead, workspace.path, packages


def _edits(chance: random.Random, cases: Sequence[str], whose: str, answers: int, note_bytes: int) -> Iterator[Edit]:
    words = [chance.randbytes(chance.randint(1, 5)).hex() for _ in range(2000)]  # text that packs no better than prose
    for number in range(answers):
        item = EntityId(f"{cases[number % len(cases)]}/2.1.1/{whose}-{number}")
        yield Edit("prompt", item, "answer", chance.choice(("yes", "no", "na")))
        note = " ".join(chance.choices(words, k=note_bytes // answers // 7))
        yield Edit("prompt", item, "note", note.ljust(note_bytes // answers, ".")[: note_bytes // answers])


def _rows(workspace: Workspace) -> Rows:
    with workspace.database.read() as connection:
        tables = ("steps", "changes", "prompt")
        return {t: [tuple(r) for r in connection.exec_driver_sql(f"SELECT * FROM {t}")] for t in tables}


def _insert(workspace: Workspace, rows: Rows) -> None:
    with workspace.database.write() as connection:
        for table, of in rows.items():
            marks = ", ".join("?" * len(of[0]))
            connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", of)
