"""Opening the large workspace, reading what the window shows first, and the draft PDF of it."""

from collections.abc import Iterator
from datetime import datetime

from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import reports
from inspector_app.core.services.results.ratings import rate
from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, workload


def run() -> Iterator[str]:
    """Lines to print."""
    with workload.laptop() as laptop:
        path = workload.fill(laptop)
        opened = [figures.timed(lambda: Workspace.open(laptop, path).close()) for _ in range(20)]
        workspace = Workspace.open(laptop, path)
        listed = [figures.timed(workspace.case_rows) for _ in range(20)]
        whole = [figures.timed(workspace.inspection) for _ in range(20)]
        inspection = workspace.inspection()
        rated = [figures.timed(lambda: rate(workspace.framework, inspection)) for _ in range(20)]
        moment = datetime(2025, 3, 28, 16, 0)
        framework, sample = exchange.load(exchange.sample_document())
        reports.draft_findings(framework, sample, moment)  # the fonts are read once
        drafted, drafted_sample = figures.in_turn(
            lambda: figures.timed(lambda: reports.draft_findings(workspace.framework, inspection, moment)),
            lambda: figures.timed(lambda: reports.draft_findings(framework, sample, moment)),
            3,
        )
        workspace.close()
    middle = figures.percentile
    yield f"opening 91 + 24 cases             {figures.ms(middle(opened, 0.5))} median"
    yield f"  reading the case list           {figures.ms(middle(listed, 0.5))} median"
    yield f"  reading the whole inspection    {figures.ms(middle(whole, 0.5))} median"
    yield f"  rating the whole inspection     {figures.ms(middle(rated, 0.5))} median"
    yield f"draft PDF of that inspection      {max(drafted):.2f} s the slowest of 3 (limit 3 s)"
    yield f"  against that of the sample      {figures.ratio(drafted, drafted_sample):.2f} times (limit 3)"
    yield f"peak memory of all this           {figures.peak_memory_mb():.0f} MB"
