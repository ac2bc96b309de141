"""A document's whole inspection goes into a workspace and comes out again; what stands there is not added twice."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from inspector_app.core.domain.inspection import (
    Bearing,
    Case,
    Concern,
    Event,
    Figure,
    Inspection,
    Interview,
    Person,
    Source,
)
from inspector_app.core.interchange import document
from inspector_app.core.services import evidence, exchange
from inspector_app.core.services.workspace import Workspace

WEEK = Inspection(
    framework="iyjwcv-2025",
    service="Anyshire",
    start=date(2026, 3, 9),
    end=date(2026, 3, 13),
    nation="wales",
    return_start=date(2026, 4, 13),
    return_end=date(2026, 4, 17),
    team=(Person("b", "Bob Blue"),),
    cases=(
        Case(
            "C77", "C77", "children", "bail", "b", date(2025, 10, 1), date(2026, 1, 2), 15, "girl", "Welsh", "", "yes"
        ),
    ),
    interviews=(Interview("C77", "case manager", date(2026, 3, 10), "Knows the child well."),),
    events=(
        Event(date(2026, 3, 9), "09:30", "presentation", "Opening presentation", "b"),
        Event(date(2026, 3, 10), "11:00", "case", "", "b", "C77"),
    ),
    sources=(
        Source(
            "survey",
            "Text survey",
            date(2026, 3, 11),
            "children",
            "Quotation: “helpful”",
            34,
            15,
            (Figure("How do you rate it?", "10", 8, 13), Figure("Safe?", "yes", 0, 13)),
            (Bearing("V1.2"), Bearing("1.1.2a", "Heard in most cases.")),
        ),
    ),
    concerns=(
        Concern("Told of an injury", "C77", date(2026, 3, 10), "14:10", "Head of service", date(2026, 3, 10), "14:20"),
        Concern("Missing since Sunday", outcome="Found safe", closed=True),
    ),
)


def _bring(workspace: Workspace, inspection: Inspection, path: Path) -> exchange.Imported:
    path.write_text(document.write(inspection), encoding="utf-8")
    return exchange.import_file(workspace, path)


def test_the_fieldwork_week_comes_in_and_goes_out_as_it_was(workspace: Workspace, tmp_path: Path) -> None:
    _bring(workspace, WEEK, tmp_path / "in.json")
    exchange.export(workspace, tmp_path / "out.json")
    again = document.read((tmp_path / "out.json").read_text(), "out.json", lambda _: workspace.framework)
    people = {p.name: p.id for p in again.team}
    events = tuple(replace(e, person=people["Bob Blue"]) for e in WEEK.events)
    source = replace(WEEK.sources[0], bears_on=tuple(reversed(WEEK.sources[0].bears_on)))
    assert replace(WEEK.cases[0], inspector=people["Bob Blue"]) in again.cases
    assert (again.events, again.interviews, again.sources) == (events, WEEK.interviews, (source,))
    assert set(again.concerns) == set(WEEK.concerns)
    assert (again.nation, again.return_start, again.return_end) == ("wales", WEEK.return_start, WEEK.return_end)


def test_a_week_brought_in_twice_stands_there_once(workspace: Workspace, tmp_path: Path) -> None:
    _bring(workspace, WEEK, tmp_path / "in.json")
    before = workspace.inspection()
    assert _bring(workspace, WEEK, tmp_path / "in.json").changes == 0
    assert workspace.inspection() == before
    assert workspace.problems() == []


def test_the_nation_that_was_set_up_here_stays(workspace: Workspace, tmp_path: Path) -> None:
    workspace.editor.set("inspection", "inspection", "nation", "england")
    _bring(workspace, WEEK, tmp_path / "in.json")
    assert workspace.inspection().nation == "england"


def test_what_was_deleted_is_not_in_an_export(workspace: Workspace, tmp_path: Path) -> None:
    _bring(workspace, WEEK, tmp_path / "in.json")
    for source in evidence.sources(workspace):
        evidence.delete(workspace, source.id)
    for entity in ("event", "interview"):
        with workspace.database.read() as connection:
            ids = [row[0] for row in connection.exec_driver_sql(f"SELECT id FROM {entity}")]
        for identity in ids:
            workspace.editor.set(entity, identity, "deleted", True)
    held = workspace.inspection()
    assert (held.sources, held.events, held.interviews) == ((), (), ())
