"""One edit through the whole write path, against one raw durable commit of the same database.

An answer and a note are saved as the window saves them, with the rights of the person asked before.
"""

from collections.abc import Callable, Iterator
from itertools import count

from inspector_app.core.services.cases import case_work
from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, workload

ROUNDS, BLOCK = 30, 100  # in blocks: a connection reads afresh what another one has just written
NOTE_EACH = 12  # so often one note is saved while somebody types it


def run() -> Iterator[str]:
    """Lines to print."""
    with workload.laptop() as laptop:
        workspace = Workspace.open(laptop, workload.fill(laptop))
        raw = workspace.database._new()
        raw.execute("CREATE TABLE raw_commits (id INTEGER PRIMARY KEY, value TEXT)")
        ways = {"by the editor": _edits(workspace), "an answer": _answers(workspace), "a note": _notes(workspace)}
        for name, way in ways.items():
            yield from _against(name, way, lambda: figures.timed(lambda: _commit(raw)))
        raw.execute("DROP TABLE raw_commits")
        raw.close()
        workspace.close()


def _against(name: str, edit: Callable[[], float], commit: Callable[[], float]) -> Iterator[str]:
    edits, commits = figures.in_turn(edit, commit, ROUNDS, BLOCK)
    yield f"{name + ', whole write path':34}{figures.ms(figures.percentile(edits, 0.5))} median"
    yield f"                                  {figures.ms(figures.percentile(edits, 0.99))} p99 (limit 16 ms)"
    yield f"one raw durable commit            {figures.ms(figures.percentile(commits, 0.5))} median"
    yield f"edit against raw commit           {figures.ratio(edits, commits):.2f} times (limit 3)"


def _edits(workspace: Workspace) -> Callable[[], float]:
    return _each(workspace, workspace.editor.set)


def _answers(workspace: Workspace) -> Callable[[], float]:
    return _each(workspace, lambda *edit: case_work.write(workspace, *edit))


def _each(workspace: Workspace, write: Callable[[str, str, str, str], object]) -> Callable[[], float]:
    """Answers to prompts, each another than the one before on its prompt."""
    items = [f"{case}/2.1.1/{prompt}" for prompt in "abcdefghi" for case in _cases(workspace)]
    numbers = count()

    def edit() -> float:
        n = next(numbers)
        answer = ("yes", "no", "na")[n // len(items) % 3]
        return figures.timed(lambda: write("prompt", items[n % len(items)], "answer", answer))

    return edit


def _notes(workspace: Workspace) -> Callable[[], float]:
    """Notes that grow, each saved several times in one change, as while somebody types."""
    items, numbers, typed = _cases(workspace), count(), [None]

    def edit() -> float:
        n = next(numbers)
        item, again = f"{items[n // NOTE_EACH % len(items)]}/2.1.2/a", n % NOTE_EACH
        text, amend = f"Note {n}. " + "She was asked what she thinks. " * (again + 1), typed[0] if again else None

        def save() -> None:
            typed[0] = case_work.write(workspace, "prompt", item, "note", text, amend=amend).change

        return figures.timed(save)

    return edit


def _cases(workspace: Workspace) -> list[str]:
    return [row.id for row in workspace.case_rows() if row.sample == "children"]


def _commit(raw: object) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO raw_commits (value) VALUES (?)", ("yes" * 20,))
    raw.execute("COMMIT")
