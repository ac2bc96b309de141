"""Evidence on organisation and victims' work: on every framework, with colleagues, deleted and kept, and without reading."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from inspector_app.core.domain import evidence as rules
from inspector_app.core.domain.days import when
from inspector_app.core.domain.evidence import Level, Thin
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.finding import likely
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import frameworks
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.fieldwork import evidence, likely_sources, setting_up
from inspector_app.core.services.search import finding
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")

ALL = ("iyjwcv-2025", "iyjs-2025", "yos-2018", "fji-2014")
READ_SO_FAR = Path("/proc/self/io")
T = TypeVar("T")


def put(workspace: Workspace, entity: str, entity_id: str, **values: Value) -> None:
    item = EntityId(entity_id)
    workspace.editor.do(item, [Edit(entity, item, field, value) for field, value in values.items()])


def on(workspace: Workspace, ref: str) -> list[tuple[str, str]]:
    """Title of each source on a subject, with what it says."""
    found = evidence.reading(workspace, evidence.grid(workspace), ref)
    return [(row.title, said.note) for row, said in found.said]


# what evidence is gathered on


@pytest.mark.parametrize(
    ("framework", "counted", "has", "lacks"),
    [
        ("iyjwcv-2025", 80, ("1.1", "1.1.2", "1.1.2a", "V1.2i", "V1"), ("2.1", "2.1.1", "V1.1", "V1.1a")),
        ("iyjs-2025", 80, ("1.3.3h", "V1.2"), ("2.3.2", "V1.1")),
        ("yos-2018", 6, ("1.4", "3.4", "4.1"), ("2.1", "3.1", "3.1.1")),
        ("fji-2014", 6, ("T1", "T5", "T6"), ()),
    ],
)
def test_evidence_is_gathered_on_what_is_not_judged_case_by_case(
    framework: str, counted: int, has: tuple[str, ...], lacks: tuple[str, ...]
) -> None:
    found = {s.ref: s for s in rules.subjects(frameworks.find(framework))}
    assert sum(s.counted for s in found.values()) == counted
    assert set(has) <= found.keys()
    assert not set(lacks) & found.keys()


def test_the_words_of_a_prompt_are_the_frameworks_own() -> None:
    framework = frameworks.find("iyjwcv-2025")
    _, question = framework.questions["1.2.3"]
    found = {s.ref: s for s in rules.subjects(framework)}
    assert found["1.2.3b"].text == question.prompts[1].text
    assert (found["1.2.3b"].level, found["1.2.3b"].above) == (Level.PROMPT, ("1.2.3", "1.2"))


@pytest.mark.parametrize(
    ("typed", "refs"),
    [
        ("1.2.3b", ("1.2.3b",)),
        (" 1.2.3 B ", ("1.2.3b",)),
        ("1.2.3/b", ("1.2.3b",)),
        ("123b", ("1.2.3b",)),
        ("v1.2c", ("V1.2c",)),
        ("1.2.3a, c; 1.1", ("1.2.3a", "1.2.3c", "1.1")),
        ("2.1.1a, b, V1.1, 2.2", ("2.1.1a", "2.1.1b", "V1.1", "2.2")),
        ("1.2.3a, 1.2.3a,", ("1.2.3a",)),
    ],
)
def test_prompts_are_named_as_people_type_them(typed: str, refs: tuple[str, ...]) -> None:
    assert tuple(s.ref for s in rules.named(frameworks.find("iyjwcv-2025"), typed)) == refs


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("1.2.3z", "its prompts are a to f"),
        ("2.1.1z", "its prompts are a to"),
        ("9.9", "no such standard"),
        ("", "nothing is named"),
        ("1.2.3a, 1.2.3z", "its prompts are a to f"),
        ("x" * 5000, "no such standard"),
    ],
)
def test_an_unknown_prompt_says_why(workspace: Workspace, typed: str, why: str) -> None:
    made = evidence.add(workspace)
    with pytest.raises(Expected) as refused:
        evidence.link(workspace, made, typed)
    assert refused.value.code is Code.VALUE_INVALID
    assert why in str(refused.value.facts["why"])
    assert evidence.grid(workspace).cells == {}


def test_a_source_bears_on_what_is_judged_case_by_case_too(workspace: Workspace) -> None:
    """A focus group of case managers says something on assessing: it was refused, and not shown where a document had it."""
    before = evidence.grid(workspace)
    assert "2.1.1a" not in {subject.ref for subject in before.subjects}
    made = evidence.add(workspace, "focus-group", "Case managers")
    assert evidence.link(workspace, made, "2.1.1a") == ("2.1.1a",)
    now = evidence.grid(workspace)
    added = [subject for subject in now.subjects if subject not in before.subjects]
    assert [(subject.ref, subject.counted) for subject in added] == [
        ("2.1", False),
        ("2.1.1", False),
        ("2.1.1a", False),
    ]
    page = evidence.source(workspace, made)
    assert page is not None
    assert [said.cell.subject for said in page.bearings] == ["2.1.1a"]
    assert evidence.reading(workspace, now, "2.1.1a").subject.ref == "2.1.1a"
    evidence.unlink(workspace, made, "2.1.1a")
    assert evidence.grid(workspace).subjects == before.subjects


def test_prompts_are_found_by_the_beginning_of_their_reference_or_by_their_words() -> None:
    subjects = rules.subjects(frameworks.find("iyjwcv-2025"))
    assert [s.ref for s in rules.matching(subjects, "1.2.3")] == ["1.2.3", *(f"1.2.3{x}" for x in "abcdef")]
    older = rules.subjects(frameworks.find("yos-2018"))
    for typed in ("1.1.1", "1.1a", "1.1.2b"):
        assert [s.ref for s in rules.matching(older, typed)] == ["1.1"], "nothing was said to be found"
    assert rules.matching(older, "1.1 Board of zebras") == rules.matching(older, "9.9.1") == []
    found = rules.matching(subjects, "victims BOARD")
    assert found
    assert all("victims" in s.text.casefold() and "board" in s.text.casefold() for s in found)


# sources


@pytest.mark.parametrize("framework", ALL)
def test_a_source_bears_on_what_each_framework_asks(make_workspace: Callable[..., Workspace], framework: str) -> None:
    workspace = make_workspace("Wexborough", framework)
    first = next(s.ref for s in rules.subjects(workspace.framework) if s.counted)
    made = evidence.add(workspace, "meeting", "Board", date(2026, 3, 12))
    assert evidence.link(workspace, made, first) == (first,)
    workspace.editor.set("bearing", f"{made}/{first}", "note", "They challenge.")
    assert on(workspace, first) == [("Board", "They challenge.")]
    assert evidence.grid(workspace).thin[first] is Thin.ONE
    page = evidence.source(workspace, made)
    assert page is not None
    assert [said.cell.subject for said in page.bearings] == [first]


def test_thin_evidence_is_told_by_how_many_sources_of_how_many_kinds(workspace: Workspace) -> None:
    def bear(kind: str) -> None:
        evidence.link(workspace, evidence.add(workspace, kind), "1.1.1a")

    setting_up.set_return(workspace, date(2026, 4, 20), date(2026, 4, 24))  # which inspects domain one
    seen = [evidence.grid(workspace).thin["1.1.1a"]]
    for kind in ("interview", "interview", "document"):
        bear(kind)
        seen.append(evidence.grid(workspace).thin["1.1.1a"])
    assert seen == [Thin.NONE, Thin.ONE, Thin.ONE_KIND, Thin.SEVERAL]
    assert evidence.grid(workspace).thin["1.1.1b"] is Thin.NONE
    assert "1.1.1" not in evidence.grid(workspace).thin, "a key question with prompts is counted by them"


def test_one_page_has_all_that_is_known_on_a_prompt_and_on_what_it_is_part_of(workspace: Workspace) -> None:
    board, staff = evidence.add(workspace, "meeting", "Board"), evidence.add(workspace, "interview", "Staff")
    for source, ref, note in (
        (board, "1.1.1a", "A vision."), (staff, "1.1.1a", "Not known to us."), (staff, "1.1.1", "Mixed."),
        (board, "1.1", "Strong."), (board, "1.1.1b", "Apart."),
    ):  # fmt: skip
        put(workspace, "bearing", f"{source}/{ref}", bears=True, note=note)
    grid = evidence.grid(workspace)
    prompt = evidence.reading(workspace, grid, "1.1.1a")
    assert {said.note for _, said in prompt.said} == {"A vision.", "Not known to us."}
    assert [(s.ref, said[0][1].note) for s, said in prompt.above] == [("1.1.1", "Mixed."), ("1.1", "Strong.")]
    assert prompt.below == ()
    question = evidence.reading(workspace, grid, "1.1.1")
    assert [s.ref for s, _ in question.below] == ["1.1.1a", "1.1.1b"]


def test_unlinking_takes_the_note_with_it_and_undo_brings_both_back(workspace: Workspace) -> None:
    setting_up.set_return(workspace, date(2026, 4, 20), date(2026, 4, 24))  # which inspects domain one
    made = evidence.add(workspace, title="Board")
    put(workspace, "bearing", f"{made}/1.1.1a", bears=True, note="A vision.")
    evidence.unlink(workspace, made, "1.1.1a")
    assert on(workspace, "1.1.1a") == []
    workspace.editor.undo("bearing", f"{made}/1.1.1a")
    assert on(workspace, "1.1.1a") == [("Board", "A vision.")]


def test_a_note_without_a_link_stays_in_view(workspace: Workspace) -> None:
    """Such as after a colleague unlinked it while another wrote: what was typed is never out of sight."""
    made = evidence.add(workspace, title="Board")
    workspace.editor.set("bearing", f"{made}/1.1.1a", "note", "A vision.")
    assert on(workspace, "1.1.1a") == [("Board", "A vision.")]
    assert evidence.grid(workspace).thin["1.1.1a"] is Thin.NONE


def test_a_source_starts_from_an_event_of_the_week_once(workspace: Workspace) -> None:
    event = new_id()
    put(workspace, "event", event, day="2026-03-10", kind="focus-group", title="Parents and carers")
    made = evidence.start_from(workspace, event)
    row = evidence.sources(workspace)[0]
    assert (row.id, row.kind, row.title, row.day, row.event) == (
        made, "focus-group", "Parents and carers", "2026-03-10", event,
    )  # fmt: skip
    assert evidence.start_from(workspace, event) == made
    evidence.delete(workspace, made)
    assert evidence.start_from(workspace, event) != made
    with pytest.raises(Expected, match="value-invalid"):
        evidence.start_from(workspace, "nowhere")


def test_a_survey_has_figures_in_order(workspace: Workspace) -> None:
    made = evidence.add(workspace, "survey", "Staff survey")
    first, second = evidence.add_score(workspace, made), evidence.add_score(workspace, made)
    put(workspace, "score", first, question="Supervision is good", said="Agree", count=18, of=24)
    put(workspace, "score", second, question="Caseload is manageable", count=30, of=24)
    page = evidence.source(workspace, made)
    assert page is not None
    assert [(s.question, rules.percent(s.count, s.of)) for s in page.scores] == [
        ("Supervision is good", 75), ("Caseload is manageable", None),
    ]  # fmt: skip
    evidence.delete_score(workspace, first)
    assert [s.id for s in _page(workspace, made).scores] == [second]
    workspace.editor.undo("score", first)
    assert _page(workspace, made).scores == page.scores


@pytest.mark.parametrize(
    ("count", "of", "percent"), [(1, 3, 33), (1, 2, 50), (5, 8, 63), (0, 9, 0), (None, 4, None), (1, 0, None)]
)
def test_percent_is_whole_and_halves_go_up(count: int | None, of: int, percent: int | None) -> None:
    assert rules.percent(count, of) == percent


@pytest.mark.parametrize(("typed", "day"), [("12/3/2026", "2026-03-12"), ("12 March", "2026-03-12"), (" ", None)])
def test_days_are_read_as_people_type_them(typed: str, day: str | None) -> None:
    assert evidence.day_of(typed, date(2026, 3, 9)) == day


@pytest.mark.parametrize("typed", ["31/2/2026", "soon", "12/13/2026"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Expected, match="value-invalid"):
        evidence.day_of(typed, date(2026, 3, 9))


@pytest.mark.parametrize("typed", ["-1", "many", "1.5", "9" * 30, "٣"])
def test_what_is_no_number_of_people_is_refused(typed: str) -> None:
    with pytest.raises(Expected, match="value-invalid"):
        evidence.number_of(typed)
    assert evidence.number_of(" 34 ") == 34
    assert evidence.number_of("") is None


@pytest.mark.parametrize(
    ("typed", "day"), [("12 Nov", "2014-11-12"), ("3/1", "2015-01-03"), ("30 June 2026", "2026-06-30")]
)
def test_a_day_without_its_year_is_of_a_fieldwork_that_is_long_over(workspace: Workspace, typed: str, day: str) -> None:
    setting_up.set_fieldwork(workspace, date(2014, 11, 10), date(2014, 11, 28))
    assert evidence.source_day(workspace, typed) == day
    assert evidence.day_of_new(workspace) is None


def test_a_source_that_is_begun_while_the_fieldwork_lasts_or_was_lately_is_of_today(workspace: Workspace) -> None:
    today = date.today()
    for end in (today, today - timedelta(days=60), today + timedelta(days=30)):
        setting_up.set_fieldwork(workspace, end - timedelta(days=4), end)
        assert evidence.day_of_new(workspace) == today
        assert (
            evidence.source_day(workspace, when.day_of_year(end - timedelta(days=2)))
            == (end - timedelta(days=2)).isoformat()
        )


# deleting


def _page(workspace: Workspace, source: str) -> evidence.SourcePage:
    found = evidence.source(workspace, source)
    assert found is not None
    return found


def full(workspace: Workspace) -> str:
    """A survey with everything."""
    made = evidence.add(workspace, "survey", "Staff survey", date(2026, 3, 11))
    put(workspace, "source", made, who="All staff", note="They answered online.", asked=40, answered=24)
    put(workspace, "score", evidence.add_score(workspace, made), question="Supervised", count=18, of=24)
    put(workspace, "bearing", f"{made}/1.2.1a", bears=True, note="Supervision is good.")
    return made


def test_what_a_deleted_source_bore_on_goes_and_comes_back_with_it(workspace: Workspace) -> None:
    made = full(workspace)
    before, cells = _page(workspace, made), evidence.grid(workspace).cells
    evidence.delete(workspace, made)
    assert (evidence.sources(workspace), evidence.grid(workspace).cells) == ([], {})
    assert evidence.source(workspace, made) is None
    workspace.editor.undo("source", made)
    back = _page(workspace, made)
    assert (back.row, back.note, back.scores) == (before.row, before.note, before.scores)
    assert [(b.cell, b.note) for b in back.bearings] == [(b.cell, b.note) for b in before.bearings]
    assert evidence.grid(workspace).cells == cells


@pytest.mark.parametrize(
    "edit",
    [
        ("source", "", "note", "And on paper."),
        ("source", "", "title", "Survey of staff"),
        ("bearing", "/1.2.1a", "note", "Supervision is frequent."),
        ("bearing", "/1.1.1a", "bears", True),
    ],
    ids=lambda e: "-".join(map(str, e[:3])),
)
def test_what_is_written_apart_from_a_deletion_stands_until_somebody_decides(
    people: Team, edit: tuple[str, str, str, Value]
) -> None:
    lead = people.lead
    made = full(lead)
    bob = people.colleague("Bob")
    evidence.delete(lead, made)
    entity, suffix, field, value = edit
    bob.editor.set(entity, made + suffix, field, value)
    people.exchange()
    for workspace in (lead, bob):
        assert [(row.id, row.deleted) for row in evidence.sources(workspace)] == [(made, True)]
    was_contested = bool(conflicts.count(lead))
    assert was_contested == (suffix != "/1.1.1a"), "a new link differs from nothing, and stands by itself"
    evidence.keep(lead, made)
    kept = _page(lead, made)
    assert not kept.row.deleted
    assert len(kept.scores) == 1
    assert kept.row.asked == 40
    assert conflicts.count(lead) == was_contested, "keeping settles nothing by the way"
    people.exchange()
    assert evidence.grid(bob) == evidence.grid(lead)


def test_keeping_does_not_bring_back_what_was_taken_away_before(people: Team) -> None:
    lead = people.lead
    made = full(lead)
    put(lead, "bearing", f"{made}/1.1.1a", bears=True, note="Wrong prompt.")
    evidence.unlink(lead, made, "1.1.1a")
    bob = people.colleague("Bob")
    evidence.delete(lead, made)
    bob.editor.set("source", made, "note", "And on paper.")
    people.exchange()
    evidence.keep(lead, made)
    assert [b.cell.subject for b in _page(lead, made).bearings] == ["1.2.1a"]


# colleagues


def test_links_made_apart_all_arrive_and_a_note_written_twice_is_contested(people: Team) -> None:
    lead = people.lead
    made = evidence.add(lead, "meeting", "Board")
    bob = people.colleague("Bob")
    evidence.link(lead, made, "1.1.1a")
    evidence.link(bob, made, "1.1.1a, b")
    lead.editor.set("bearing", f"{made}/1.1.1a", "note", "A vision.")
    bob.editor.set("bearing", f"{made}/1.1.1a", "note", "No vision.")
    people.exchange()
    for workspace in (lead, bob):
        found = evidence.grid(workspace)
        assert {cell.subject: (cell.bears, cell.contested) for cell in found.cells.values()} == {
            "1.1.1a": (True, True), "1.1.1b": (True, False),
        }  # fmt: skip
    assert on(lead, "1.1.1a") == on(bob, "1.1.1a")


def test_a_contested_kind_counts_as_none_and_is_named(people: Team) -> None:
    lead = people.lead
    made = evidence.add(lead, "meeting", "Board")
    bob = people.colleague("Bob")
    lead.editor.set("source", made, "kind", "interview")
    bob.editor.set("source", made, "kind", "document")
    people.exchange()
    row = evidence.sources(bob)[0]
    assert (row.kind, row.contested) == ("", ("kind",))


def test_one_deletion_on_two_laptops_is_no_conflict(people: Team) -> None:
    lead = people.lead
    made = full(lead)
    bob = people.colleague("Bob")
    evidence.delete(lead, made)
    evidence.delete(bob, made)
    people.exchange()
    assert [evidence.sources(w) for w in (lead, bob)] == [[], []]
    assert conflicts.count(lead) == 0


# size


@pytest.mark.skipif(not READ_SO_FAR.exists(), reason="only Linux tells how much was read")
def test_list_and_grid_read_no_note(workspace: Workspace) -> None:
    """With 40 sources of half a megabyte each, 20 MB in all, on every prompt."""
    long = "Words of a note. " * 30_000
    refs = [s.ref for s in rules.subjects(workspace.framework) if s.counted]
    with workspace.database.write() as connection:
        for number in range(40):
            made = f"{number:032x}"
            connection.exec_driver_sql(
                "INSERT INTO source (id, kind, title, note) VALUES (?, 'document', ?, ?)", (made, f"S{number}", long)
            )
            for ref in refs:
                connection.exec_driver_sql(
                    "INSERT INTO bearing (id, bears, note) VALUES (?, 1, 'said')", (f"{made}/{ref}",)
                )
    found, few = _read_by(lambda: evidence.grid(workspace))
    assert len(found.sources) == 40
    assert len(found.cells) == 40 * len(refs)
    assert all(row.has_note for row in found.sources)
    _, many = _read_by(lambda: [evidence.source(workspace, row.id) for row in found.sources])
    assert 40 * len(long) < many
    assert few < many / 20


def _read_by(do: Callable[[], T]) -> tuple[T, int]:
    """What it gives, and how many bytes of files this process read for it."""
    before = _bytes_read()
    return do(), _bytes_read() - before


def _bytes_read() -> int:
    return int(dict(line.split(": ") for line in READ_SO_FAR.read_text().splitlines())["rchar"])


def test_what_might_bear_on_a_prompt_is_what_holds_its_words_and_is_not_linked_with_it(workspace: Workspace) -> None:
    setting_up.set_return(workspace, date(2026, 4, 20), date(2026, 4, 24))
    known = evidence.grid(workspace)
    prompt = next(s for s in known.subjects if s.ref == "1.1.1c")
    holds, other, linked = (evidence.add(workspace, "document", title) for title in ("Holds", "Other", "Linked"))
    for source in (holds, linked):
        workspace.editor.set("source", source, "note", prompt.text)
    workspace.editor.set("source", other, "note", "the weather and the way there")
    evidence.link(workspace, linked, "1.1.1c")
    finding.catch_up(workspace, Ticket())
    known = evidence.grid(workspace)
    assert [(found.source.id, len(found.words) > 1) for found in likely_sources.on(workspace, known, "1.1.1c")] == [
        (holds, True)
    ]
    assert likely_sources.on(workspace, known, "1.1") == ()  # a standard is no prompt: nothing is counted on it


def test_where_no_telling_words_occur_what_holds_several_other_words_of_the_prompt_might_bear_on_it(
    workspace: Workspace,
) -> None:
    setting_up.set_return(workspace, date(2026, 4, 20), date(2026, 4, 24))
    known = evidence.grid(workspace)
    counted = [s for s in known.subjects if s.counted]
    prompt = next(s for s in counted if len(_common(s.text, [c.text for c in counted])) > 1)
    source = evidence.add(workspace, "document", "Plan")
    workspace.editor.set("source", source, "note", " ".join(_common(prompt.text, [c.text for c in counted])))
    finding.catch_up(workspace, Ticket())
    found = likely_sources.on(workspace, evidence.grid(workspace), prompt.ref)
    assert [one.source.id for one in found] == [source]


def _common(text: str, every: Sequence[str]) -> list[str]:
    """The words of a prompt that tell it from no other."""
    telling = likely.telling(text, every)
    return [word for word in likely.said(text) if word not in telling]
