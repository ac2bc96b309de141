"""An archive has all that an inspection holds for whoever makes it, and nothing that is not for them."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from inspector_app.core.domain.fields import CONCERN, ENTITIES, MARKING, OWN_RATING, SECOND, Kind
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.report.archived import page
from inspector_app.core.services.cases import marking
from inspector_app.core.services.documents import archive, exchange
from inspector_app.core.services.results import identifying
from inspector_app.core.services.ticket import Cancelled, Ticket
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team
from tests.services.test_blind_by_every_door import Marked
from tests.services.test_every_field import Filled

pytestmark = pytest.mark.usefixtures("no_backups")
AT = datetime(2026, 3, 11, 9, 30, tzinfo=UTC)
DOCS = Path(__file__).parents[2] / "docs" / "record.md"
# Sealed to the chair until they are opened, and what makes sure that nothing else is opened.
SEALED = {(OWN_RATING.code, "sealed"), (OWN_RATING.code, "digest")}
# Of one second marking there are many texts: a test of their own has them.
BLIND = ("second_judgement", "second_prompt")


def _files(workspace: Workspace, folder: Path) -> Mapping[str, str]:
    exchange.export(workspace, folder / "all.zip")
    with ZipFile(folder / "all.zip") as made:
        return {name: made.read(name).decode() for name in made.namelist()}


def _record(workspace: Workspace, folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_files(workspace, folder)["record.json"])
    return found


@pytest.fixture
def filled(workspace: Workspace) -> Filled:
    """One thing of each kind with every field set, but that no case is marked blind."""
    made = Filled(workspace)
    made.fill(*(entity for entity in ENTITIES.values() if entity not in (SECOND, MARKING)))
    return made


def test_every_text_of_every_field_is_in_the_archive(filled: Filled, tmp_path: Path) -> None:
    files = _files(filled.workspace, tmp_path)
    things = json.loads(files["record.json"])["things"]
    for entity in ENTITIES.values():
        fields = {} if entity.code in BLIND else {f.code: filled.value(entity, f) for f in entity.fields}
        said = next((one["fields"] for one in things[entity.code] if one["id"] == filled.id(entity)), {})
        for field in entity.fields:
            left = field.code in ("deleted", "signing", "sealing") or (entity.code, field.code) in SEALED
            if field.code in fields and not left and entity not in (SECOND, MARKING):
                assert said.get(field.code) == fields[field.code], (entity.code, field.code)
                if field.kind is Kind.TEXT and not field.inner and str(fields[field.code]).startswith(entity.code):
                    assert str(fields[field.code]) in files["read.html"], (entity.code, field.code)


def test_what_stood_there_once_is_in_the_history_with_who_and_when(filled: Filled, tmp_path: Path) -> None:
    workspace, item = filled.workspace, f"{filled.ids['case']}/2.1.1"
    workspace.editor.set("judgement", item, "rationale", "another word")
    files = _files(workspace, tmp_path)
    record = json.loads(files["record.json"])
    acts = [
        (change["value"], record["people"][act["by"]], act["did"], act["device"])
        for act in record["history"]
        for change in act["changes"]
        if (change["thing"], change["of"], change["field"]) == ("judgement", item, "rationale")
    ]
    device = workspace.laptop.device
    assert acts == [
        ("judgement-rationale", "Ruth Ashdown", "edit", device), ("another word", "Ruth Ashdown", "edit", device)
    ]  # fmt: skip
    assert files["read.html"].count(">judgement-rationale<") == 1


def test_equal_data_gives_equal_bytes_and_the_file_is_its_owners(workspace: Workspace, tmp_path: Path) -> None:
    workspace.editor.set("judgement", f"{workspace.case_id('C01')}/2.1.1", "rationale", "a heron\nby the weir")
    assert archive.archive(workspace, AT) == archive.archive(workspace, AT)
    (tmp_path / "made.zip").write_bytes(archive.archive(workspace, AT))
    with ZipFile(tmp_path / "made.zip") as made:
        assert made.testzip() is None
        assert {entry.date_time for entry in made.infolist()} == {(2026, 3, 11, 9, 30, 0)}
        assert {entry.external_attr >> 16 for entry in made.infolist()} == {0o100600}
    exchange.export(workspace, tmp_path / "own.zip")
    assert (tmp_path / "own.zip").stat().st_mode & 0o777 == 0o600


def test_it_says_what_each_file_is_who_made_it_and_that_it_is_open(workspace: Workspace, tmp_path: Path) -> None:
    files = _files(workspace, tmp_path)
    readme = files["README.txt"]
    assert [name for name in files if f"{name}: " not in readme] == []
    assert "NOT ENCRYPTED" in readme
    assert "Made by: Ruth Ashdown, " in readme
    exchange.export(workspace, tmp_path / "all.json")
    exchange.export(workspace, tmp_path / "all.csv")
    assert files["inspection.json"] == (tmp_path / "all.json").read_text(encoding="utf-8")
    assert files["judgements.csv"].encode() == (tmp_path / "all.csv").read_bytes()


@pytest.mark.parametrize("most", [0, 2, 5, 8])
def test_cancelled_it_leaves_nothing(workspace: Workspace, tmp_path: Path, most: int) -> None:
    said: list[str] = []

    def listen(_done: int, _of: int, what: str) -> None:
        said.append(what)
        if len(said) > most:
            ticket.cancel()

    ticket = Ticket(listen)
    with pytest.raises(Cancelled):
        exchange.export(workspace, tmp_path / "all.zip", ticket)
    assert list(tmp_path.glob("*.zip")) == []


def test_own_ratings_that_nobody_opened_are_not_in_it(filled: Filled, tmp_path: Path) -> None:
    text = " ".join(_files(filled.workspace, tmp_path).values())
    assert "own_rating-interest" in text
    assert [field for _, field in SEALED if f"own_rating-{field}" in text] == []


# blind


def test_two_markings_that_are_done_and_what_was_agreed_are_in_it(people: Team, tmp_path: Path) -> None:
    Marked.begun(people)
    marked = Marked(people)
    marked.tom.editor.set("second_judgement", f"{marked.case}/2.1.1@{marked.tom.me}", "rationale", "an egret")
    people.exchange()
    assert _record(marked.lead, tmp_path)["withheld"] == ["C01"]
    assert "egret" not in " ".join(_files(marked.lead, tmp_path).values())
    for whom in (marked.lead, marked.tom):
        marking.done(whom, marked.case)
        people.exchange()
    files = _files(marked.lead, tmp_path)
    record = json.loads(files["record.json"])
    assert record["withheld"] == []
    [second] = record["things"]["second_judgement"]
    assert second["key"] == {"case": marked.case, "question": "2.1.1", "marker": marked.tom.me}
    assert (second["fields"]["rationale"], record["people"][second["made"]["by"]]) == ("an egret", "Tom Okafor")
    assert "an egret" in files["read.html"]


def test_who_marks_blind_finds_nothing_made_of_the_first_marking(people: Team, tmp_path: Path) -> None:
    """Neither its words nor what was made of them: summaries, verifications, digests, comments, words that were let go."""
    Marked.begun(people)
    marked = Marked(people)
    lead, case, item = marked.lead, marked.case, EntityId(f"{marked.case}/2.1.1")
    marked.first("no", "an otter: Jane Smith, born 3.4.2011")
    edits = [
        Edit("summary", item, "text", "otter in short"), Edit("summary", item, "of", "otter-digest"),
        Edit("verified_judgement", item, "what", "otter-verified"),
        Edit("verified_prompt", EntityId(f"{case}/2.1.1/a"), "what", "otter-verified"),
        Edit("review", EntityId(case), "submitted", "otter-submitted"),
        Edit("review", EntityId(case), "accepted", "otter-accepted"),
        Edit("comment", EntityId(f"{case}/remark"), "about", str(item)),
        Edit("comment", EntityId(f"{case}/remark"), "text", "otter remarked"),
        Edit("comment", EntityId(f"{case}/gone"), "about", str(item)),
        Edit("comment", EntityId(f"{case}/gone"), "text", "otter remarked"),
        Edit("comment", EntityId(f"{case}/gone"), "deleted", value=True),
        Edit("interview", EntityId(f"{case}/talk"), "note", "an interview"),
    ]  # fmt: skip
    lead.editor.do(item, edits)
    found = identifying.in_packs(lead, [case], filled=True)
    identifying.allow(lead, found, "the court knows")
    marked.people.give(lead, marked.tom)
    told = " ".join(_files(marked.tom, tmp_path).values())
    for canary in ("otter", "Jane", "3.4.2011", "heron", "an interview", "the court knows"):
        assert canary not in told, canary
    first = " ".join(_files(lead, tmp_path).values())
    assert "otter remarked" in first
    assert "the court knows" in first


# its page in docs


def test_the_page_of_the_record_names_every_kind_and_every_field() -> None:
    named = dict(re.findall(r"^\| `(\w+)` \|(.*)\|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    missing = [
        f"{entity.code}.{field.code}"
        for entity in ENTITIES.values()
        for field in entity.fields
        if f"`{field.code}`" not in named.get(entity.code, "")
    ]
    assert missing == []


def test_every_kind_has_its_place_on_the_page() -> None:
    placed = [entity for _, entities in page.PARTS for entity in entities]
    assert CONCERN in placed
    assert [e.code for e in ENTITIES.values() if page.of_case(e) + placed.count(e) != 1] == []
