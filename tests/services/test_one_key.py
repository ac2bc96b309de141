"""One key, one thing: an own export imported again changes nothing, and references and names are compared one way."""

import csv
import io
import json
import random
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.fieldwork import setting_up
from inspector_app.core.services.profile import identity
from inspector_app.core.services.results import ratings
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")

ENDINGS = (".json", ".csv", ".xlsx")
COLUMNS = ["case", "sample", "question", "answer", "note"]


def refused(workspace: Workspace, path: Path) -> str:
    """The sentence with which a file is refused; the workspace is as it was."""
    before = exchange.document.write(workspace.inspection())
    with pytest.raises(Expected) as no:
        exchange.import_file(workspace, path)
    assert no.value.code in (Code.DOCUMENT_INVALID, Code.TABLE_INVALID)
    assert exchange.document.write(workspace.inspection()) == before
    return sentence(no.value)


def document(path: Path, **parts: Any) -> Path:
    about = {"format": "inspection", "version": 1, "framework": "iyjwcv-2025", "service": "T",
             "fieldwork": {"start": "2026-03-23"}}  # fmt: skip
    path.write_text(json.dumps(about | parts), encoding="utf-8")
    return path


def table(path: Path, *rows: list[str]) -> Path:
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in (COLUMNS, *rows):
            book.active.append(row)  # type: ignore[union-attr]
        book.save(path)
    else:
        out = io.StringIO()
        csv.writer(out).writerows([COLUMNS, *rows])
        path.write_text(out.getvalue(), encoding="utf-8")
    return path


def tally(workspace: Workspace) -> tuple[int, int, int | None]:
    found = ratings.rate(workspace.framework, workspace.inspection())
    (one,) = [q for s in found.standards for q in s.key_questions if q.ref == "2.1.1"]
    return one.tally.yes, one.tally.of, one.percent


@pytest.fixture
def merged(people: Team) -> Workspace:
    """A workspace in which two laptops each added two cases of one reference, and two colleagues have one name."""
    lead, ann, bob = people.lead, people.colleague("Sam Lee"), people.colleague("Bob Blue")
    setting = setting_up.add_person(lead, "Sam  Lee the second", "Inspector")
    lead.editor.set("person", setting, "name", "Sam Lee")
    for workspace, answer in ((lead, "yes"), (ann, "no"), (bob, "yes")):
        for ref in ("C05", "yj/7"):
            case = workspace.add_case(ref if workspace is not bob else ref.upper(), "children")
            workspace.editor.set("judgement", f"{case}/2.1.1", "answer", answer)
            workspace.editor.set("judgement", f"{case}/2.1.1", "rationale", f"{ref} of {workspace.me}")
    people.give(ann, lead)
    people.give(bob, lead)
    for number, case in enumerate(lead.inspection().cases):
        lead.editor.set("case", case.id, "inspector", setting if number % 2 else ann.me)
    return lead


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_own_export_imported_again_changes_nothing(merged: Workspace, tmp_path: Path, ending: str) -> None:
    before, rated = exchange.document.write(merged.inspection()), tally(merged)
    for number in range(3):
        path = tmp_path / f"own-{number}{ending}"
        exchange.export(merged, path)
        done = exchange.import_file(merged, path)
        assert (done.changes, done.added) == (0, ())
    assert exchange.document.write(merged.inspection()) == before
    assert tally(merged) == rated


@pytest.mark.parametrize("ending", ENDINGS)
def test_nor_does_one_of_somebody_who_is_called_otherwise_since(
    workspace: Workspace, tmp_path: Path, ending: str
) -> None:
    identity.rename(workspace.laptop, "Ann Jones", "Quality lead")
    with closing(Workspace.open(workspace.laptop, workspace.path)) as again:
        exchange.export(again, tmp_path / f"own{ending}")
        assert exchange.import_file(again, tmp_path / f"own{ending}").changes == 0


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "note", ["one\r\ntwo", "one\rtwo", "one\n\r\ntwo\r", "_x000D_\r\n", "\r\n", "a\x0bb \x1f_x000B_"]
)
def test_nor_does_one_whose_notes_have_line_ends_or_signs_that_no_workbook_holds(
    workspace: Workspace, tmp_path: Path, ending: str, note: str
) -> None:
    case = workspace.case_id("C01")
    workspace.editor.set("judgement", f"{case}/2.1.1", "rationale", note)
    workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", note)
    exchange.export(workspace, path := tmp_path / f"own{ending}")
    assert exchange.import_file(workspace, path).changes == 0
    assert workspace.question_page(case, "2.1.1").rationale == note


def test_of_several_cases_of_one_reference_a_file_must_tell_all(merged: Workspace, tmp_path: Path) -> None:
    said = refused(merged, table(tmp_path / "one.csv", ["C05", "children", "2.1.1", "no", ""]))
    assert "3 cases here have the reference C05" in said


def test_people_of_one_name_in_a_document_stay_two_however_often_it_is_imported(
    workspace: Workspace, tmp_path: Path
) -> None:
    sams = [{"id": "1", "name": "Sam Lee", "role": "inspector"}, {"id": "2", "name": "Sam Lee", "role": "lead"}]
    cases = [{"ref": f"K{n}", "sample": "children", "inspector": str(n)} for n in (1, 2)]
    path = document(tmp_path / "sams.json", team=sams, cases=cases)
    assert exchange.import_file(workspace, path).changes > 0
    first = exchange.document.write(workspace.inspection())
    for _ in range(2):
        assert exchange.import_file(workspace, path).changes == 0
    assert exchange.document.write(workspace.inspection()) == first
    third = document(tmp_path / "third.json", team=[{"id": "9", "name": "sam lee"}])
    assert "may be more than one person" in refused(workspace, third)


def test_a_table_takes_no_case_from_one_of_two_people_of_one_name(merged: Workspace, tmp_path: Path) -> None:
    (own,) = [case for case in merged.inspection().cases if case.ref == "YJ/7"]
    second = [person.id for person in merged.inspection().team if person.name == "Sam Lee"][-1]
    merged.editor.set("case", own.id, "ref", "K2")
    merged.editor.set("case", own.id, "inspector", second)
    path = tmp_path / "theirs.csv"
    for ref, changes in (("K2", 1), ("K9", None)):
        path.write_text(f"case,sample,question,answer,inspector\n{ref},children,2.1.2,yes,SAM LEE\n", encoding="utf-8")
        if changes is None:
            assert "may be more than one person" in refused(merged, path)
        else:
            assert exchange.import_file(merged, path).changes == changes
    assert {c.ref: c.inspector for c in merged.inspection().cases}["K2"] == second


@pytest.mark.parametrize(
    ("one", "other"),
    [("C07", "c07"), ("Straße 1", "STRASSE 1"), ("Tŷ 1", "Ty\u0302 1"), ("C01", "C01\u200b"), ("C01", "C\u00ad01"),
     ("C01", "\ufeffC01"), ("C01", "C\u202e01"), ("C01", "C01\u200d"), ("İ1", "i\u03071"),
     ("C01", "C\u034f01"), ("C01", "C01\ufe0f"), ("C01", "C\u316401"), ("C01", "C01\U000e0101"), ("C01", "C01\u2800"),
     ("C-1", "C\u20111"), ("C-1", "C\u20101"), ("O'N 1", "O’N 1"), ("O'N 1", "oʼn 1")],
)  # fmt: skip
def test_one_reference_spelt_in_two_ways_is_one(workspace: Workspace, tmp_path: Path, one: str, other: str) -> None:
    cases = [{"ref": ref, "sample": "children"} for ref in (one, other)]
    assert "stands already at" in refused(workspace, document(tmp_path / "two.json", cases=cases))
    rows = [[ref, "children", "2.1.1", "yes", ""] for ref in (one, other)]
    for ending in (".csv", ".xlsx"):
        assert "row 2" in refused(workspace, table(tmp_path / f"two{ending}", *rows))
    known = {case.ref for case in workspace.inspection().cases}
    if one not in known:
        workspace.add_case(one, "children")
    with pytest.raises(Expected) as no:
        workspace.add_case(other, "children")
    assert no.value.code is Code.VALUE_INVALID
    assert workspace.case_id(other) == workspace.case_id(one)


def test_a_name_spelt_in_two_ways_is_one(workspace: Workspace) -> None:
    setting_up.add_person(workspace, "Siân Jones", "Inspector")
    for other in ("Sia\u0302n Jones", "SIÂN JONES", "Siân\u200b  Jones", "Siân Jo\u00adnes", "Siân Jo\u034fnes"):
        with pytest.raises(Expected) as no:
            setting_up.add_person(workspace, other, "Inspector")
        assert no.value.code is Code.VALUE_INVALID


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sean O'Brien", "Sean O’Brien"), ("Ann-Marie Roux", "Ann\u2011Marie Roux"), ("D’Arcy", "Dʼarcy")],
)
def test_an_apostrophe_or_hyphen_of_another_keyboard_makes_nobody_else(
    workspace: Workspace, one: str, other: str
) -> None:
    setting_up.add_person(workspace, one, "Inspector")
    with pytest.raises(Expected) as no:
        setting_up.add_person(workspace, other, "Inspector")
    assert no.value.code is Code.VALUE_INVALID


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".json"])
@pytest.mark.parametrize(("here", "spoilt"), [("007", "7"), ("C012", "C12"), ("0", "000"), ("YJ/03/1", "YJ/3/1")])
def test_a_reference_without_its_zeros_is_pointed_out(
    workspace: Workspace, tmp_path: Path, ending: str, here: str, spoilt: str
) -> None:
    workspace.add_case(here, "children")
    path = tmp_path / f"zeros{ending}"
    if ending == ".json":
        document(path, cases=[{"ref": spoilt, "sample": "children"}])
    else:
        table(path, [spoilt, "children", "2.1.1", "yes", ""])
    said = refused(workspace, path)
    assert here in said
    assert "zeros" in said


def test_a_table_that_adds_cases_says_which(workspace: Workspace, tmp_path: Path) -> None:
    path = table(tmp_path / "new.csv", ["C01", "children", "2.1.1", "yes", ""], ["C91", "children", "2.1.1", "yes", ""])
    assert exchange.import_file(workspace, path).added == ("C91",)
    assert exchange.import_file(workspace, path).added == ()


@pytest.mark.parametrize("name", [" ", "\u200b", "\u00ad \u202e"])
def test_a_name_or_reference_of_which_nothing_is_seen_is_refused(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    assert "can be seen" in refused(workspace, document(tmp_path / "n.json", team=[{"id": "1", "name": name}]))
    cases = [{"ref": name, "sample": "children"}]
    assert "$.cases[0].ref" in refused(workspace, document(tmp_path / "r.json", cases=cases))


def test_any_export_of_any_names_comes_back_unchanged(workspace: Workspace, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    letters = ["C1", "c1", "C1 (2)", "Tŷ", "ty\u0302", "É", "é", "A B", "a  b", "ß", "SS", "01", "1"]
    for number in range(40):
        ref = chance.choice(letters) + chance.choice(["", "", "\u200b", " "])
        case = workspace.add_case(f"free {number}", "children")
        workspace.editor.set("case", case, "ref", ref)  # as packages of several laptops can bring them together
    for ending in ENDINGS:
        exchange.export(workspace, tmp_path / f"x{ending}")
        assert exchange.import_file(workspace, tmp_path / f"x{ending}").changes == 0, ending
