"""What pages ask of the services after an edit, in the largest inspection, each against the reading of all it is about."""

import random
from collections.abc import Iterator
from dataclasses import replace

from inspector_app.core.domain import evidence as rules
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.rating import explain, suppress
from inspector_app.core.rating.breakdown import breakdowns
from inspector_app.core.rating.engine import rate, rate_tallies
from inspector_app.core.rating.tally import moved, tallies
from inspector_app.core.services.cases import reviews
from inspector_app.core.services.fieldwork import evidence
from inspector_app.core.services.workspace import Workspace
from tests.benchmarks import figures, workload

ROUNDS = 20
SOURCES, SOURCE_NOTE = 40, "Words of a note. " * 30_000  # half a megabyte each, 20 MB in all
PROMPT_NOTE_WORDS = 60


def run() -> Iterator[str]:
    """Lines to print."""
    with workload.laptop() as laptop:
        workspace = Workspace.open(laptop, workload.fill(laptop, PROMPT_NOTE_WORDS))
        again, rated = _rated(workspace)
        staged, read = _staged(workspace)
        everything = _told(workspace)
        seen, every = _evidence(workspace)
        workspace.close()
    yield f"rating again after one answer     {figures.ms(figures.percentile(again, 0.5))} median"
    yield f"  against rating the whole        {figures.ratio(again, rated):.2f} times (limit 1)"
    yield f"rating the whole                  {figures.ms(figures.percentile(rated, 0.5))} median"
    yield f"  against reading the inspection  {figures.ratio(rated, read):.2f} times (limit 0.2)"
    told = figures.ms(figures.percentile(everything, 0.5))
    yield f"rating, trace, bounds, breakdowns  {told} median of the processor's time (limit 10 ms)"
    yield f"stages of 115 accepted cases      {figures.ms(figures.percentile(staged, 0.5))} median"
    yield f"  against reading the inspection  {figures.ratio(staged, read):.2f} times (limit 1)"
    yield f"evidence by prompt and source     {figures.ms(figures.percentile(seen, 0.5))} median"
    yield f"  against reading every note      {figures.ratio(seen, every):.2f} times (limit 0.2)"


def _rated(workspace: Workspace) -> tuple[list[float], list[float]]:
    framework, inspection = workspace.framework, workspace.inspection()
    counted = tallies(framework, inspection)

    def answer() -> None:
        changed = counted | {"2.1.1": moved(counted["2.1.1"], Answer.NO, Answer.YES)}
        rate_tallies(framework, changed, inspection.ratings, inspection.panel)

    return figures.in_turn(
        lambda: figures.timed(answer), lambda: figures.timed(lambda: rate(framework, inspection)), ROUNDS
    )


def _told(workspace: Workspace) -> list[float]:
    """The whole rated with its bounds, every step said, its parts by each characteristic, and what may be told outside."""
    framework, inspection = workspace.framework, workspace.rated_from()
    chance = random.Random(7)
    facts = {
        "type": ("bail", "remand", "community sentence"),
        "gender": ("girl", "boy"),
        "ethnicity": ("A", "B", "C", ""),
    }
    cases = (
        replace(c, age=chance.randint(10, 17), **{f: chance.choice(v) for f, v in facts.items()})
        for c in inspection.cases
    )
    inspection = replace(inspection, cases=tuple(cases))

    def tell() -> None:
        explain.trace(framework, rate(framework, inspection))
        suppress.told(breakdowns(framework, inspection), 5)

    return [figures.worked(tell) for _ in range(ROUNDS)]


def _staged(workspace: Workspace) -> tuple[list[float], list[float]]:
    """Every case accepted as it no longer is, so that each is looked at."""
    accepted = {"stage": "accepted", "accepted": "0" * 64}
    edits = [
        Edit("review", EntityId(row.id), field, value)
        for row in workspace.case_rows()
        for field, value in accepted.items()
    ]
    workspace.editor.record([("", edits)], "inspection", Verb.IMPORT)
    return figures.in_turn(
        lambda: figures.timed(lambda: reviews.stages(workspace)), lambda: figures.timed(workspace.inspection), ROUNDS
    )


def _evidence(workspace: Workspace) -> tuple[list[float], list[float]]:
    sources = fill_evidence(workspace)
    return figures.in_turn(
        lambda: figures.timed(lambda: evidence.grid(workspace)),
        lambda: figures.timed(lambda: [evidence.source(workspace, source) for source in sources]),
        ROUNDS,
    )


def fill_evidence(workspace: Workspace, count: int = SOURCES) -> list[str]:
    """So many sources with a long note each, every one said to bear on every prompt that counts; their ids."""
    refs = [subject.ref for subject in rules.subjects(workspace.framework) if subject.counted]
    sources = [f"{number:032x}" for number in range(count)]
    with workspace.database.write() as connection:
        for source in sources:
            row = (source, "document", f"Source {source[-2:]}", SOURCE_NOTE)
            connection.exec_driver_sql("INSERT INTO source (id, kind, title, note) VALUES (?, ?, ?, ?)", row)
            for ref in refs:
                said = (f"{source}/{ref}", 1, "What it says. " * 20)
                connection.exec_driver_sql("INSERT INTO bearing (id, bears, note) VALUES (?, ?, ?)", said)
    return sources
