"""Short fields have a length: whoever types is told what is too long, and the most; what stands already is read anywhere."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from inspector_app.core.domain.field import ABSURD, Entity, Field
from inspector_app.core.domain.fields import CASE, ENTITIES, INSPECTION, LINE, PERSON, RATING, SHORT
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.text import names
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import editor
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import identity
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import sealing
from inspector_app.core.services.safekeeping import shelf
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import opening
from inspector_app.ui.errors import sentence
from tests.services.colleagues import Team
from tests.services.test_every_field import LISTED, WORDS, Filled

BOUND = [(entity, field) for entity in ENTITIES.values() for field in entity.fields if field.longest]
# What an export holds of them but names of people, which were never longer.
LONG = [(e, f) for e, f in BOUND if e in LISTED and f in e.documented and (e, f.code) != (PERSON, "name")]
_ALIKE = {"ref", "name", "role", "title", "to", "who", "whom", "service", "marking", "source", "members", "type"}


def test_every_reference_name_place_and_title_has_a_length() -> None:
    short = {f.code for e in ENTITIES.values() for f in e.fields if f.kind == "text" and f.code in _ALIKE}
    assert short == _ALIKE
    unbound = {(e.code, f.code) for e in ENTITIES.values() for f in e.fields if f.code in _ALIKE and not f.longest}
    assert unbound == {("panel", "to")}, "a word of the framework"
    assert {field.longest for _, field in BOUND} == {SHORT, LINE, names.LONGEST}


@pytest.mark.parametrize(("entity", "field"), BOUND, ids=lambda one: one.code)
def test_what_has_the_length_is_taken_and_a_character_more_is_refused_with_both_numbers(
    entity: object, field: object, workspace: Workspace
) -> None:
    item = "inspection" if entity.code == "inspection" else "/".join(new_id() for _ in entity.key or ("id",))  # type: ignore[attr-defined]
    workspace.editor.set(entity.code, item, field.code, "x" * field.longest)  # type: ignore[attr-defined]
    with pytest.raises(Expected) as refused:
        workspace.editor.set(entity.code, item, field.code, "y" * 32_767)  # type: ignore[attr-defined]
    said = sentence(refused.value)
    assert "32,767 characters" in said
    assert f"{field.longest} is the most" in said  # type: ignore[attr-defined]
    assert len(said) < 250
    assert workspace.editor.held(entity.code, item, field.code).value == "x" * field.longest  # type: ignore[attr-defined]


def test_what_is_longer_already_is_read_kept_chosen_and_put_back(people: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    case, long = lead.case_id("C01"), "x" * 5000
    people.exchange()
    with monkeypatch.context() as former:
        former.setattr(editor, "_refuse_too_long", lambda *_: None)
        lead.editor.set("case", case, "type", long)
    tom.editor.set("case", case, "type", "community order")
    people.exchange()
    (contested,) = [one for one in conflicts.conflicts(lead) if one.field == "type"]
    conflicts.settle(lead, contested, long)
    assert lead.case_row(case).type == long
    lead.editor.set("case", case, "type", "short")
    lead.editor.undo("case", case)
    assert lead.case_row(case).type == long


@pytest.fixture
def long(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Filled:
    """An inspection of an earlier version: every short text that a document holds has 5,000 characters."""
    filled = Filled(workspace)
    filled.fill(*(entity for entity in LISTED if entity is not RATING))
    with monkeypatch.context() as former:
        former.setattr(editor, "_refuse_too_long", lambda *_: None)
        for entity, field in LONG:
            workspace.editor.set(entity.code, filled.id(entity), field.code, field.code[0] * 5000)
    return filled


def test_its_own_export_is_read_rated_and_brought_in_again_here_and_elsewhere(long: Filled, tmp_path: Path) -> None:
    ours = long.workspace
    for name in ("all.json", "all.csv", "all.xlsx"):
        exchange.export(ours, tmp_path / name)
        _, read = exchange.load(tmp_path / name, WORDS)
        assert {case.ref for case in read.cases} == {case.ref for case in ours.inspection().cases}
        assert not exchange.import_file(ours, tmp_path / name).replaced
        assert exchange.import_file(ours, tmp_path / name).changes == 0
    made = opening._from_document(ours.laptop, tmp_path / "all.json", stays=False)
    exchange.export(made, tmp_path / "made.json")
    made.close()
    exported, again = ((tmp_path / name).read_text() for name in ("all.json", "made.json"))
    found = [re.findall(r"(.)\1{4999}", text) for text in (exported, again)]
    assert found[0] == found[1]
    assert len(found[0]) >= len(LONG)


def test_a_record_of_its_ratings_verifies(long: Filled, tmp_path: Path) -> None:
    sealing.seal(long.workspace, tmp_path / "sealed.json")
    assert sealing.verify(tmp_path / "sealed.json").inspection.service == "s" * 5000


def test_two_cases_of_one_long_reference_are_read_under_the_names_of_the_export(people: Team, tmp_path: Path) -> None:
    tom, ref = people.colleague("Tom Okafor"), "C" * 99 + "1"
    people.lead.add_case(ref, "children")
    tom.add_case(ref, "children")
    people.exchange()
    for name in ("all.json", "all.csv"):
        exchange.export(tom, tmp_path / name)
        assert f"{ref} (2)" in {case.ref for case in exchange.load(tmp_path / name, WORDS)[1].cases}


@pytest.mark.parametrize(("entity", "field"), BOUND, ids=lambda one: one.code)
def test_what_a_file_brings_has_the_length_of_anything_that_was_ever_written(
    entity: Entity, field: Field, workspace: Workspace
) -> None:
    item = EntityId("inspection" if entity is INSPECTION else "/".join(new_id() for _ in entity.key or ("id",)))
    brought = [Edit(entity.code, item, field.code, "x" * ABSURD)]
    workspace.editor.do(item, brought, Verb.IMPORT)
    with pytest.raises(Expected) as refused:
        workspace.editor.do(item, [replace(brought[0], value="y" * (ABSURD + 1))], Verb.IMPORT)
    assert "100,001 characters, and 100,000 is the most" in sentence(refused.value)
    assert workspace.editor.held(entity.code, item, field.code).value == "x" * ABSURD


def test_a_name_that_would_be_cut_is_refused_with_its_place(workspace: Workspace, tmp_path: Path) -> None:
    about = {"format": "inspection", "version": 1, "framework": WORDS, "service": "Wexborough"}
    tree = about | {"fieldwork": {"start": "2025-03-24"}, "team": [{"id": "a", "name": "x" * 201}]}
    (tmp_path / "long.json").write_text(json.dumps(tree), encoding="utf-8")
    with pytest.raises(Expected) as refused:
        exchange.load(tmp_path / "long.json")
    assert (refused.value.code, refused.value.facts["path"]) == (Code.DOCUMENT_INVALID, "$.team[0].name")
    row = {"case": "C09", "sample": "children", "question": "2.1.1", "answer": "yes", "inspector": "x" * 201}
    (tmp_path / "long.csv").write_text(f"{','.join(row)}\n{','.join(row.values())}\n", encoding="utf-8")
    with pytest.raises(Expected) as refused:
        exchange.import_file(workspace, tmp_path / "long.csv")
    assert refused.value.code is Code.TABLE_INVALID
    assert "201 characters" in sentence(refused.value)


def test_so_has_a_case_that_is_added_a_person_and_an_inspections_own_name(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    long = "x" * 32_767
    for attempt in (
        lambda: workspace.add_case(long, "children"),
        lambda: Laptop(tmp_path / "new").create_identity(long, "", "copper lantern drifts over quiet water"),
        lambda: identity.rename(laptop, "Ruth", long),
        lambda: shelf.rename(laptop, workspace.id, long),
    ):
        with pytest.raises(Expected) as refused:
            attempt()
        assert refused.value.code is Code.VALUE_INVALID
        assert "is the most" in sentence(refused.value)
    assert CASE.field("ref").longest == SHORT
    assert [member.name for member in team.members(workspace)] == [laptop.person.name]


def test_what_comes_back_from_a_backup_or_a_damaged_file_is_refused_for_no_length(workspace: Workspace) -> None:
    case, long = EntityId(workspace.add_case("C90", "children")), "x" * 5000
    workspace.editor.do_each({case: [Edit("case", case, "type", long)]})
    assert workspace.case_row(case).type == long
    workspace.editor.undo("case", case)
    workspace.editor.redo("case", case)
    assert workspace.case_row(case).type == long
