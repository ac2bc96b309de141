"""No code and no id of the program is shown in the place of what people call a thing."""

import re

import pytest

from inspector_app.core.domain.fields import ENTITIES, Kind
from inspector_app.core.domain.finding.search import Query, Wanted
from inspector_app.core.domain.values_said import value_of
from inspector_app.core.services import things_called
from inspector_app.core.services.results import findings
from inspector_app.core.services.search import finding
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.words import conflict as conflict_words
from inspector_app.ui.words import found as found_words

_RAW = re.compile(r"[0-9a-f]{24,}|[a-z]+-[a-z-]+[a-z]|\b[a-z]+_[a-z]+\b")


@pytest.mark.parametrize(
    ("entity", "field", "choice"),
    [(e.code, f.code, c) for e in ENTITIES.values() for f in e.fields if f.kind is Kind.CHOICE for c in f.choices],
)
def test_a_choice_reads_as_words_wherever_values_are_shown(entity: str, field: str, choice: str) -> None:
    """“Focus-group” and “Improvement” stood on the conflict desk and on Restore, and “Not done” for a point."""
    said = value_of(ENTITIES[entity].field(field), choice, {})
    assert said[:1].isupper()
    assert not _RAW.search(said.lower())
    if (entity, field) == ("point", "decision"):
        assert "done" not in said


def test_every_thing_that_is_found_says_where_it_is_in_words(workspace: Workspace) -> None:
    """A paragraph on equity was “Narrative · equity-diversity-inclusion”."""
    for section in workspace.framework.sections:
        for kind in ("narrative", "strength", "improvement"):
            made = findings.add_finding(workspace, section, kind)
            workspace.editor.set("finding", made, "text", "a zebrafinch here")
    for entity, item, field in (
        ("recommendation", "r", "text"), ("previous", "p", "text"), ("event", "e", "title"), ("source", "s", "title"),
        ("score", "s/n", "said"), ("bearing", "s/1.1", "note"), ("concern", "c", "what"), ("informed", "c/one", "agreed"),
        ("told", "t", "said"), ("point", "q", "said"), ("panel", "2.1", "reason"), ("rating", "1.1", "rationale"),
    ):  # fmt: skip
        workspace.editor.set(entity, item, field, "a zebrafinch here")
    for entity in ("source", "event"):
        workspace.editor.set(entity, entity[0], "kind", "focus-group")
    found = finding.Finder(workspace).find(Query("zebrafinch", Wanted()))
    said = [found_words.where(row) for group in found.groups for row in group.rows]
    headings = {part.heading for part in workspace.framework.sections.values()}
    assert [one for one in said if _RAW.search(_without(one, headings))] == []
    assert {heading for heading in headings if any(heading in one for one in said)} != set()
    assert len(said) > 10


def _without(said: str, headings: set[str]) -> str:
    for heading in headings:
        said = said.replace(heading, "")
    return said


def test_what_a_field_holds_by_an_id_reads_as_people_call_it(workspace: Workspace) -> None:
    case = workspace.case_id("C01")
    section = next(iter(workspace.framework.sections))
    text = findings.add_finding(workspace, section, "narrative")
    workspace.editor.set("finding", text, "text", "It was seen in  all of them.")
    workspace.editor.set("event", "e", "title", "Meeting with the board")
    names = things_called.names(workspace)
    held = {
        ("finding", "standard"): section, ("event", "case"): case, ("concern", "case"): case, ("source", "event"): "e",
        ("point", "about"): f"finding/{text}", ("case", "inspector"): workspace.me, ("event", "person"): workspace.me,
    }  # fmt: skip
    for (entity, field), value in held.items():
        said = value_of(ENTITIES[entity].field(field), value, names)
        assert said not in (value, ""), (entity, field)
        assert not re.search(r"[0-9a-f]{24,}", said), (entity, field)


def test_a_draft_that_was_left_says_where_its_field_is_in_words(workspace: Workspace) -> None:
    """It said “9f0c… · text” of a finding, and “note” of a prompt."""
    names = things_called.names(workspace)
    text = findings.add_finding(workspace, "2.1", "narrative")
    assert conflict_words.left("finding", text, "text", names) == "A finding: text"
    case = workspace.case_id("C01")
    assert conflict_words.left("prompt", f"{case}/2.1.1/a", "note", names) == "C01 · 2.1.1 · a: note"
