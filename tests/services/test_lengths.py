"""Short fields have a length: whoever types, imports or brings a document is told what is too long, and the most."""

import json
from pathlib import Path

import pytest

from inspector_app.core.domain.fields import CASE, ENTITIES, LINE, SHORT
from inspector_app.core.domain.ids import EntityId, new_id
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.text import names
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import editor
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import identity
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import shelf
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from tests.services.colleagues import Team

BOUND = [(entity, field) for entity in ENTITIES.values() for field in entity.fields if field.longest]
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


def test_what_is_longer_already_is_read_kept_chosen_and_put_back(
    people: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    exchange.export(lead, tmp_path / "all.json")
    with pytest.raises(Expected) as refused:
        exchange.import_file(lead, tmp_path / "all.json")
    assert refused.value.facts["path"] == "$.cases[0].type"


@pytest.mark.parametrize(
    ("key", "value", "path"),
    [
        ("service", "x" * 201, "$.service"),
        ("team", [{"id": "a", "name": "x" * 201}], "$.team[0].name"),
        ("events", [{"day": "2025-03-24", "title": "x" * 501}], "$.events[0].title"),
        (
            "sources",
            [{"kind": "survey", "title": "t", "figures": [{"question": "q" * 501, "said": "", "count": 1, "of": 2}]}],
            "$.sources[0].figures[0].question",
        ),
        ("points", [{"said": "s", "source": "x" * 501}], "$.points[0].source"),
        ("told", [{"whom": "x" * 501}], "$.told[0].whom"),
    ],
)
def test_a_document_says_where(key: str, value: object, path: str, tmp_path: Path) -> None:
    about = {"format": "inspection", "version": 1, "framework": "iyjwcv-2025", "service": "Wexborough"}
    tree = about | {"fieldwork": {"start": "2025-03-24"}, key: value}
    (tmp_path / "long.json").write_text(json.dumps(tree), encoding="utf-8")
    with pytest.raises(Expected) as refused:
        exchange.load(tmp_path / "long.json")
    assert (refused.value.code, refused.value.facts["path"]) == (Code.DOCUMENT_INVALID, path)


@pytest.mark.parametrize("column", ["case", "inspector"])
def test_a_table_says_where(column: str, workspace: Workspace, tmp_path: Path) -> None:
    row = {"case": "C09", "sample": "children", "question": "2.1.1", "answer": "yes", "inspector": "Tom"}
    row[column] = "x" * 201
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
