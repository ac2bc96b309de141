"""A document's whole inspection goes into a workspace and comes out again; what stands there is not added twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.finding.search import Query
from inspector_app.core.domain.inspection import (
    Answer,
    Bearing,
    Case,
    Concern,
    Event,
    Figure,
    Informed,
    Inspection,
    Interview,
    Person,
    Source,
)
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import document
from inspector_app.core.services.cases import case_facts
from inspector_app.core.services.documents import exchange, paper
from inspector_app.core.services.fieldwork import concerns, evidence, setting_up, week
from inspector_app.core.services.search import finding
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import contested
from tests.services.colleagues import Team

WEEK = Inspection(
    framework="iyjwcv-2025",
    service="Anyshire",
    start=date(2026, 3, 9),
    end=date(2026, 3, 13),
    nation="wales",
    return_start=date(2026, 4, 13),
    gaps=(Span(date(2026, 3, 12), date(2026, 3, 12)),),
    return_end=date(2026, 4, 17),
    team=(Person("b", "Bob Blue"),),
    cases=(
        Case(
            "C77", "C77", "children", "bail", "b", date(2025, 10, 1), date(2026, 1, 2), 15, "girl", "Welsh", "", "yes"
        ),
    ),
    interviews=(Interview("C77", "case manager", date(2026, 3, 10), "Knows the child well."),),
    events=(
        Event(date(2026, 3, 9), "09:30", "10:30", "presentation", "Opening presentation", "b"),
        Event(date(2026, 3, 10), "11:00", "", "case", "", "b", "C77"),
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
        Concern(
            "Missing since Sunday",
            outcome="Found safe",
            closed=True,
            people_told=(
                Informed("The police, by telephone", date(2026, 3, 10), "09:05", "Ann", "They search the park"),
                Informed("The duty desk"),
            ),
        ),
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


def test_what_differs_of_the_inspection_itself_becomes_the_new_value_and_is_said(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.editor.set("inspection", "inspection", "nation", "england")
    setting_up.set_fieldwork(workspace, date(2026, 3, 2), date(2026, 3, 20))
    setting_up.set_gaps(workspace, [Span(date(2026, 3, 9), date(2026, 3, 15))])
    before = workspace.inspection()
    done = _bring(workspace, replace(WEEK, gaps=()), tmp_path / "in.json")
    now = workspace.inspection()
    assert (now.service, now.start, now.end, now.nation) == ("Anyshire", WEEK.start, WEEK.end, "wales")
    assert now.gaps == ()  # none lies between the new days
    assert [(r.field, r.was, r.now) for r in done.replaced] == [
        ("service", before.service, "Anyshire"), ("start", "2026-03-02", "2026-03-09"), ("end", "2026-03-20", "2026-03-13"),
        ("nation", "england", "wales"), ("gaps", "2026-03-09/2026-03-15", None),
    ]  # fmt: skip
    assert workspace.history("inspection", "inspection", "service")[1].value == before.service
    assert [row.service for row in workspace.laptop.workspaces()] == ["Anyshire"]
    again = exchange.import_file(workspace, tmp_path / "in.json")
    assert (again.changes, again.replaced) == (0, ())


def test_what_a_document_leaves_out_of_the_inspection_and_what_a_table_cannot_say_stays(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.editor.set("inspection", "inspection", "marking", "OFFICIAL")
    setting_up.set_return(workspace, date(2026, 4, 20), date(2026, 4, 24))
    _bring(workspace, replace(WEEK, return_start=None, return_end=None, nation=""), tmp_path / "in.json")
    held = workspace.inspection()
    assert (held.marking, held.return_start, held.nation) == ("OFFICIAL", date(2026, 4, 20), "")
    (tmp_path / "Elsewhere.csv").write_text("case,sample,question,answer\nC77,children,2.1.1,yes\n")
    assert exchange.import_file(workspace, tmp_path / "Elsewhere.csv").replaced == ()
    again = workspace.inspection()
    assert (again.service, again.fieldwork) == (held.service, held.fieldwork)


def test_what_was_deleted_is_not_in_an_export(workspace: Workspace, tmp_path: Path) -> None:
    _bring(workspace, WEEK, tmp_path / "in.json")
    for source in evidence.sources(workspace):
        evidence.delete(workspace, source.id)
    for event in [event for on in week.plan(workspace).events.values() for event in on]:
        week.take_away(workspace, event.id)
    for interview in case_facts.facts(workspace, workspace.case_id("C77")).interviews:
        case_facts.remove_interview(workspace, interview.id)
    held = workspace.inspection()
    assert (held.sources, held.events, held.interviews) == ((), (), ())


def test_what_was_written_apart_from_a_deletion_is_found_printed_and_exported_as_it_is_shown(people: Team) -> None:
    lead, case = people.lead, people.lead.case_id("C01")
    interview, source = case_facts.add_interview(lead, case, "child"), evidence.add(lead, title="Minutes")
    evidence.link(lead, source, "1.1.2a")
    event = week.add(lead, "2026-03-09", "9.30 opening presentation", week.plan(lead))
    tom = people.colleague("Tom Okafor")
    tom.editor.set("interview", interview, "note", "Zebrafish in the interview.")
    tom.editor.set("event", event, "title", "Zebrafish in the week")
    tom.editor.set("bearing", f"{source}/1.1.2a", "note", "Zebrafish in the minutes.")
    case_facts.remove_interview(lead, interview)
    week.take_away(lead, event)
    evidence.delete(lead, source)
    people.exchange()
    for workspace in people.workspaces:
        assert [i.id for i in case_facts.facts(workspace, case).interviews] == [interview]
        assert week.plan(workspace).event(event) is not None
        found = finding.Finder(workspace).find(Query("zebrafish"))
        rows = {(row.entity, row.id) for group in found.groups for row in group.rows}
        assert rows == {("interview", interview), ("event", event), ("bearing", f"{source}/1.1.2a")}
        held = workspace.inspection()
        assert [i.role for i in held.interviews] == ["child"]
        assert len(held.events) == len(held.sources) == len(held.sources[0].bears_on) == 1
        assert evidence.start_from(workspace, event)
        assert b"%PDF" in paper.pack(workspace, [case], filled=True, as_at=datetime(2026, 3, 9, tzinfo=UTC))[:8]


def test_what_people_differ_on_goes_out_whole_and_coming_back_settles_nothing(people: Team, tmp_path: Path) -> None:
    lead, case = people.lead, people.lead.case_id("C01")
    concern = concerns.raise_(lead, case, datetime(2026, 3, 9, 9, 0))
    for field in ("told_day", "told_time"):
        lead.editor.set("concern", concern, field, "2026-03-09" if field == "told_day" else "09:10")
    for field, text in (("what", "An injury."), ("told", "The head"), ("outcome", "Safe.")):
        lead.editor.set("concern", concern, field, text)
    tom = people.colleague("Tom Okafor")
    for workspace, text in ((lead, "Seen by a doctor."), (tom, "Not seen by anybody.")):
        workspace.editor.set("concern", concern, "outcome", text)
        workspace.editor.set("judgement", f"{case}/2.1.1", "rationale", text)
        workspace.editor.set("case", case, "inspector", workspace.me)
    concerns.close(lead, concern)
    people.exchange()
    exchange.export(lead, tmp_path / "out.json")
    (held,) = lead.inspection().concerns
    assert not held.closed
    assert held.outcome == "Not seen by anybody.\n\nSeen by a doctor."
    exchange.import_file(lead, tmp_path / "out.json")
    assert lead.inspection().concerns == (held,)
    with lead.database.read() as connection:
        left = {(entity, field) for entity, _, field in contested.fields(connection)}
    assert left == {("concern", "outcome"), ("judgement", "rationale"), ("case", "inspector")}
    concerns.reopen(lead, concern, "Nobody agrees", datetime(2026, 3, 9, 12, 0))
    (row,) = concerns.rows(lead)
    assert row.outcome.startswith("Not seen by anybody.\n\nSeen by a doctor.\n\nReopened 9 March 2026 12:00")


@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx"])
@pytest.mark.parametrize(
    ("framework", "sample", "asked"), [("fji-2014", "cases", "T4"), ("yos-2018", "resettlement", "4.1")]
)
def test_what_is_answered_by_theme_goes_out_and_comes_in(
    framework: str, sample: str, asked: str, ending: str, make_workspace: Callable[..., Workspace], tmp_path: Path
) -> None:
    workspace, other = make_workspace("One", framework), make_workspace("Two", framework)
    case = workspace.add_case("A1", sample)
    workspace.editor.set("judgement", f"{case}/{asked}", "answer", "no")
    workspace.editor.set("judgement", f"{case}/{asked}", "rationale", "Nobody asked the child.")
    exchange.export(workspace, tmp_path / f"out{ending}")
    exchange.import_file(other, tmp_path / f"out{ending}")
    (judged,) = other.inspection().judgements
    assert (judged.question, judged.answer, judged.rationale) == (asked, Answer.NO, "Nobody asked the child.")
    assert exchange.import_file(workspace, tmp_path / f"out{ending}").changes == 0


def test_what_came_in_is_not_said_to_be_refused_where_the_list_of_inspections_cannot_say_so(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Expected(Code.DISK_FULL, where=workspace.path)

    monkeypatch.setattr(type(workspace.laptop), "change", full)
    done = exchange.import_file(workspace, exchange.sample_document())
    assert done.cases == 24
    assert workspace.inspection().service == "Trafford"


def test_whoever_stops_an_import_once_it_is_in_is_not_told_that_it_was_stopped(workspace: Workspace) -> None:
    stopped = Ticket()
    workspace.editor.listeners.append(lambda _touched: stopped.cancel())  # as soon as it is written
    assert exchange.import_file(workspace, exchange.sample_document(), stopped).cases == 24
