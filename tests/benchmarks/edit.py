"""One edit through the whole write path, against one raw durable commit of the same database."""

from collections.abc import Iterator

from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, workload

ROUNDS, BLOCK = 30, 100  # in blocks: a connection reads afresh what another one has just written


def run() -> Iterator[str]:
    """Lines to print."""
    with workload.laptop() as laptop:
        workspace = Workspace.open(laptop, workload.fill(laptop))
        cases = [row.id for row in workspace.case_rows() if row.sample == "children"]
        raw = workspace.database._new()
        raw.execute("CREATE TABLE raw_commits (id INTEGER PRIMARY KEY, value TEXT)")
        answers = iter(range(ROUNDS * BLOCK))

        def one_edit() -> float:
            n = next(answers)
            item = f"{cases[n % len(cases)]}/2.1.1/{'abcdefghi'[n // len(cases) % 9]}"
            return figures.timed(
                lambda: workspace.editor.set("prompt", item, "answer", ("yes", "no", "na")[n // 819 % 3])
            )

        def one_commit() -> float:
            return figures.timed(lambda: _commit(raw))

        edits, commits = figures.in_turn(one_edit, one_commit, ROUNDS, BLOCK)
        raw.execute("DROP TABLE raw_commits")
        raw.close()
        workspace.close()
    yield f"one edit, whole write path        {figures.ms(figures.percentile(edits, 0.5))} median"
    yield f"                                  {figures.ms(figures.percentile(edits, 0.99))} p99 (limit 16 ms)"
    yield f"one raw durable commit            {figures.ms(figures.percentile(commits, 0.5))} median"
    yield f"edit against raw commit           {figures.ratio(edits, commits):.2f} times (limit 3)"


def _commit(raw: object) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO raw_commits (value) VALUES (?)", ("yes" * 20,))
    raw.execute("COMMIT")
