"""An import goes round no right: what somebody may not write by hand, no document, table or list writes for them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector_app.commands import words
from inspector_app.core.domain.cases.standing import Bar
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.cases import case_work, marking, reviews, sharing
from inspector_app.core.services.documents import case_lists, exchange
from inspector_app.core.services.documents.left_out import LeftOut
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Did, Team

pytestmark = pytest.mark.usefixtures("no_backups")

ENDINGS = (exchange.DOCUMENT, *exchange.TABLES)


def toms(people: Team) -> None:
    lead, tom = people.lead, people.colleague("Tom Okafor")
    people.colleague("Ann Lee")
    found = lead.case_id("C01")
    sharing.give(lead, [found], tom.me)
    people.exchange()
    case_work.write(tom, "judgement", f"{found}/2.1.1", "answer", "yes")
    case_work.write(tom, "judgement", f"{found}/2.1.1", "rationale", "what Tom saw")
    people.exchange()


@pytest.fixture
def case(after: Callable[[Did], Team]) -> str:
    """C01, which is Tom's and answered; everybody has that."""
    return after(toms).lead.case_id("C01")


def changed(workspace: Workspace, path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    """An export of it, with another word in it."""
    exchange.export(workspace, path)
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def _answers(document: dict[str, Any]) -> None:
    document["judgements"][0] |= {"answer": "no", "rationale": "out of a file"}


def _facts(document: dict[str, Any]) -> None:
    document["cases"][0] |= {"age": 17}


def _interview(document: dict[str, Any]) -> None:
    document["interviews"] = [{"case": "C01", "role": "victim", "note": "out of a file"}]


def _prompt(document: dict[str, Any]) -> None:
    document["prompts"] = [{"case": "C01", "question": "2.1.1", "prompt": "a", "answer": "no", "note": "new"}]


CHANGES = {"answers": _answers, "facts": _facts, "an interview": _interview, "a prompt": _prompt}


@pytest.mark.parametrize("what", CHANGES)
def test_a_colleagues_case_is_left_out_and_named_and_the_lead_brings_it_in(
    people: Team, case: str, what: str, tmp_path: Path
) -> None:
    lead, _, ann = people.workspaces
    path = changed(ann, tmp_path / "in.json", CHANGES[what])
    before = ann.inspection()
    done = exchange.import_file(ann, path)
    assert [(one.why, one.cases) for one in done.left_out] == [(Bar.COLLEAGUE, ("C01",))]
    assert (done.changes, ann.inspection()) == (0, before)
    brought = exchange.import_file(lead, path)
    assert brought.left_out == ()
    assert brought.changes > 0


def test_nobody_makes_a_colleagues_case_theirs_by_a_file_and_the_rest_of_it_comes_in(
    people: Team, case: str, tmp_path: Path
) -> None:
    ann = people.workspaces[2]

    def mine(document: dict[str, Any]) -> None:
        for one in document["cases"]:
            one["inspector"] = ann.me

    done = exchange.import_file(ann, changed(ann, tmp_path / "in.json", mine))
    owners = {row.ref: row.inspector_name for row in ann.case_rows()}
    assert owners.pop("C01") == "Tom Okafor"
    assert set(owners.values()) == {"Ann Lee"}
    assert done.left_out == (LeftOut(Bar.COLLEAGUE, ("C01",), 1),)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("who", ["the lead", "its inspector", "a colleague", "a blind marker"])
def test_an_own_export_changes_nothing_and_leaves_nothing_out(
    people: Team, case: str, who: str, ending: str, tmp_path: Path
) -> None:
    lead, tom, ann = people.workspaces
    if who == "a blind marker":
        marking.ask(tom, case, ann.me)
    reviews.accept(lead, case)
    people.exchange()
    one = {"the lead": lead, "its inspector": tom}.get(who, ann)
    exchange.export(one, path := tmp_path / f"out{ending}")
    done = exchange.import_file(one, path)
    assert (done.changes, done.left_out) == (0, ())


@pytest.mark.parametrize("who", ["the lead", "its inspector"])
def test_answers_that_were_accepted_stay_until_the_case_is_reopened(
    people: Team, case: str, who: str, tmp_path: Path
) -> None:
    lead, tom, _ = people.workspaces
    one = {"the lead": lead, "its inspector": tom}[who]
    path = changed(one, tmp_path / "in.json", _answers)
    reviews.accept(lead, case)
    people.exchange()
    done = exchange.import_file(one, path)
    assert done.left_out == (LeftOut(Bar.ACCEPTED, ("C01",), 2),)
    assert not reviews.stage(one, case).changed
    reviews.reopen(one, case, "The court's report came")
    assert exchange.import_file(one, path).left_out == ()


def _table(path: Path, answer: str) -> Path:
    path.write_text(f"case,sample,question,answer,note\nC01,children,2.1.1,{answer},\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("holder", ["a colleague", "nobody"])
def test_a_blind_marker_learns_nothing_by_importing_guesses(
    people: Team, case: str, holder: str, tmp_path: Path
) -> None:
    """Whether a guess is right or wrong, the same is said and nothing is written: on a case that nobody holds, too."""
    lead, tom, ann = people.workspaces
    marking.ask(tom, case, ann.me)
    if holder == "nobody":
        sharing.give(lead, [case], "")
    people.exchange()
    told = [exchange.import_file(ann, _table(tmp_path / "in.csv", answer)) for answer in ("yes", "no", "na")]
    assert all(words.imported(one) == words.imported(told[0]) for one in told)
    assert [(one.why, one.cases) for one in told[0].left_out] == [(Bar.BLIND, ("C01",))]
    people.exchange()
    assert [row.value for row in tom.history("judgement", f"{case}/2.1.1", "answer")] == ["yes"]


def test_the_lead_who_marks_blind_is_a_blind_marker(people: Team, case: str, tmp_path: Path) -> None:
    lead, tom, _ = people.workspaces
    marking.ask(tom, case, lead.me)
    people.exchange()
    done = exchange.import_file(lead, _table(tmp_path / "in.csv", "no"))
    assert [one.why for one in done.left_out] == [Bar.BLIND]
    assert done.changes == 0


def test_a_case_that_the_file_brings_comes_in_whole_whosever_it_is(people: Team, case: str, tmp_path: Path) -> None:
    ann = people.workspaces[2]
    tom = people.workspaces[1].me

    def another(document: dict[str, Any]) -> None:
        document["cases"].append({"ref": "C77", "sample": "children", "inspector": tom})
        document["judgements"].append({"case": "C77", "question": "2.1.1", "answer": "yes", "by": tom})

    done = exchange.import_file(ann, changed(ann, tmp_path / "in.json", another))
    assert (done.added, done.left_out) == (("C77",), ())
    assert ann.judgements()[ann.case_id("C77"), "2.1.1"] == "yes"


def test_a_list_corrects_no_type_of_a_colleagues_case_but_the_leads_does(
    people: Team, case: str, tmp_path: Path
) -> None:
    lead, tom, ann = people.workspaces
    kinds = case_lists.types(lead)[:3]

    def reading(one: Workspace, kind: str) -> Any:
        path = tmp_path / "list.csv"
        path.write_text(f"case reference,type\nL1,{kind}\n", encoding="utf-8")
        listing = case_lists.open_list(path)
        return case_lists.read(one, listing, case_lists.guess(listing), "children")

    case_lists.import_cases(lead, reading(lead, kinds[0]).good)
    people.exchange()
    before = reading(ann, kinds[1])
    assert len(before.good) == 1  # nobody has it
    sharing.give(lead, [lead.case_id("L1")], tom.me)
    people.exchange()
    (line,) = reading(ann, kinds[1]).lines
    assert "a colleague has it" in line.errors[0].why
    with pytest.raises(Expected) as refused:
        case_lists.import_cases(ann, before.good)
    assert refused.value.code is Code.CASE_NOT_YOURS
    assert ann.case_row(ann.case_id("L1")).type == kinds[0]
    for one, kind in ((tom, kinds[1]), (lead, kinds[2])):
        case_lists.import_cases(one, reading(one, kind).good)
        assert one.case_row(one.case_id("L1")).type == kind


@pytest.mark.parametrize("why", Bar)
def test_what_was_left_out_is_said_with_its_cases(why: Bar) -> None:
    said = "\n".join(words.imported(exchange.Imported(3, 5, 0, left_out=(LeftOut(why, ("C01", "C02"), 4),))))
    assert "C01, C02 (4 values)" in said.splitlines()[-1]
