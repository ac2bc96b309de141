"""Constructed cases are marked blind on each laptop, and what comes of a team's marks is by prompt, without a name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import calibration_file
from inspector_app.core.paths import resources
from inspector_app.core.rating import calibration as rules
from inspector_app.core.rating.calibration import Marks
from inspector_app.core.services import frameworks
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import calibration, copies, ratings
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")

SET = "constructed-2025"
SHIPPED = sorted((resources() / "calibration").glob("*.json"))


def refused(act: Callable[[], object]) -> tuple[Code, str]:
    with pytest.raises(Expected) as caught:
        act()
    return caught.value.code, str(caught.value.facts.get("why", ""))


def mark_all(workspace: Workspace, otherwise: dict[tuple[str, str], Answer]) -> None:
    for one in calibration.mine(workspace, SET).of.answers:
        answer = otherwise.get((one.case, one.item), one.answer)
        calibration.mark(workspace, SET, one.case, one.item, answer)
    calibration.finish(workspace, SET)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_set_that_is_shipped_says_that_it_is_constructed_and_asks_what_its_frameworks_ask(path: Path) -> None:
    found = calibration_file.read(path.read_text("utf-8"), str(path))
    assert found.notice.startswith("Constructed.")
    assert all(case.text.startswith("Constructed.") for case in found.cases)
    for framework in found.frameworks:
        assert list(calibration_file.misfits(found, frameworks.find(framework))) == []
    keys = [(one.case, one.item) for one in found.answers]
    assert len(keys) == len(set(keys)) > 20
    assert {one.answer for one in found.answers} == set(Answer)


@pytest.mark.parametrize(
    "change", [{"id": "a/b"}, {"item": "9.9.9"}, {"item": "2.1.1/zz"}, {"sample": "none"}, {"times": 2}]
)
def test_a_set_of_ones_own_that_could_not_be_marked_is_refused(workspace: Workspace, change: dict[str, Any]) -> None:
    made = {"id": "own", "item": "2.1.1", "sample": "children", "times": 1} | change
    answers = [{"item": made["item"], "answer": "yes", "reason": "R"}] * made["times"]
    case = {"ref": "K", "title": "T", "sample": made["sample"], "text": "T", "answers": answers}
    tree = {"format": "calibration", "version": 1, "id": made["id"], "title": "T", "notice": "N"}
    folder = workspace.laptop.folder / calibration.FOLDER
    folder.mkdir()
    (folder / "own.json").write_text(json.dumps({**tree, "frameworks": [workspace.framework.id], "cases": [case]}))
    assert refused(lambda: calibration.sets(workspace))[0] is Code.DOCUMENT_INVALID


def test_definitive_answers_are_shown_only_once_ones_own_are_finished(workspace: Workspace) -> None:
    assert [one.id for one in calibration.sets(workspace)] == [SET]
    assert refused(lambda: calibration.own(workspace, SET)) == (
        Code.VALUE_INVALID, "your own marks are not finished yet",
    )  # fmt: skip
    assert "not answered" in refused(lambda: calibration.finish(workspace, SET))[1]
    mark_all(workspace, {("K1", "2.1.2/d"): Answer.YES})
    (one,) = [found for found in calibration.own(workspace, SET) if found.others]
    assert (one.definitive.item, one.as_definitive, one.others) == ("2.1.2/d", 0, ((Answer.YES, 1),))
    assert "finished" in refused(lambda: calibration.mark(workspace, SET, "K1", "2.1.1", Answer.NO))[1]
    assert refused(lambda: calibration.mark(workspace, SET, "K9", "2.1.1", Answer.NO))[0] is Code.VALUE_INVALID


def test_marks_are_in_no_rating_document_copy_history_or_package(people: Team, tmp_path: Path) -> None:
    lead, ben = people.lead, people.colleague("Ben")
    exchange.export(lead, tmp_path / "before.json")
    before, log = ratings.lines(lead), len(list(lead.editor.history("inspection", "inspection")))
    mark_all(lead, {})
    people.exchange()
    exchange.export(lead, tmp_path / "after.json")
    assert (tmp_path / "after.json").read_bytes() == (tmp_path / "before.json").read_bytes()
    assert (ratings.lines(lead), len(list(lead.editor.history("inspection", "inspection")))) == (before, log)
    assert calibration.mine(ben, SET).marks == {}
    for scope in Scope:
        inspection, copy = copies.of_workspace(lead, scope)
        assert "K1" not in str(inspection)
        assert "K1" not in str(copy)


def test_a_teams_marks_come_to_differences_by_prompt_and_a_file_given_twice_counts_once(
    people: Team, tmp_path: Path
) -> None:
    lead, ben, ada = people.lead, people.colleague("Ben"), people.colleague("Ada")
    mark_all(lead, {})
    mark_all(ben, {("K1", "2.1.1/g"): Answer.YES, ("K3", "2.3.2/h"): Answer.YES})
    mark_all(ada, {("K1", "2.1.1/g"): Answer.YES})
    files = []
    for name, workspace in (("one", ben), ("two", ada)):
        calibration.save(workspace, SET, tmp_path / f"{name}.json")
        files.append(tmp_path / f"{name}.json")
    for text in (file.read_text("utf-8") for file in files):
        assert not any(word in text for word in ("Ben", "Ada", ben.me, ada.me))
    few = refused(lambda: calibration.team(lead, SET, [files[0], files[0]]))
    assert few[0] is Code.VALUE_INVALID
    found = calibration.team(lead, SET, [*files, files[0]])
    by = {(one.definitive.case, one.definitive.item): one for one in found}
    assert (by["K1", "2.1.1/g"].as_definitive, by["K1", "2.1.1/g"].others) == (1, ((Answer.YES, 2),))
    assert rules.by_prompt(found)[0] == rules.ByPrompt("2.1.1/g", 1, 3)


def test_no_two_results_of_a_team_differ_by_the_marks_of_one_person(workspace: Workspace, tmp_path: Path) -> None:
    mark_all(workspace, {})
    calibration.save(workspace, SET, tmp_path / "own.json")
    tree = json.loads((tmp_path / "own.json").read_text("utf-8"))
    files = {name: tmp_path / f"{name}.json" for name in "abcdef"}
    for name, path in files.items():
        path.write_text(json.dumps(tree | {"id": name * 32}), "utf-8")

    def told(names: str) -> bool:
        try:
            calibration.team(workspace, SET, [files[name] for name in names])
        except Expected as error:
            return "one person’s marks" not in str(error.facts["why"])
        return True

    tried = ["abc", "abc", "ab", "abcd", "abd", "abde", "abcde", "abcd", "abcdef", "abcde"]
    assert [told(names) for names in tried] == [
        True, True, False, False, False, False, True, False, False, True,
    ]  # fmt: skip
    assert calibration.mine(workspace, SET).finished


def test_what_is_no_file_of_marks_or_of_another_set_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    mark_all(workspace, {})
    path = tmp_path / "marks.json"
    calibration.save(workspace, SET, path)
    tree = json.loads(path.read_text("utf-8"))
    wrong = (
        [], {}, tree | {"version": 2}, tree | {"name": "Ben"}, tree | {"marks": [{"case": "K1"}]}, tree | {"set": 3},
        tree | {"marks": [{"case": "K1", "item": "2.1.1", "answer": "perhaps"}]}, tree | {"marks": "none"},
    )  # fmt: skip
    for one in wrong:
        path.write_text(json.dumps(one), "utf-8")
        assert refused(lambda: calibration.team(workspace, SET, [path]))[0] in (Code.DOCUMENT_INVALID, Code.NOT_JSON)
    path.write_text(json.dumps(tree | {"set": "other"}), "utf-8")
    assert refused(lambda: calibration.team(workspace, SET, [path]))[0] is Code.VALUE_INVALID


def test_a_set_of_the_inspectorates_own_lies_in_the_profile_folder(workspace: Workspace) -> None:
    folder = workspace.laptop.folder / "calibration"
    folder.mkdir()
    tree = json.loads(SHIPPED[0].read_text("utf-8"))
    (folder / "own.json").write_text(json.dumps(tree | {"id": "own"}), "utf-8")
    (folder / "other.json").write_text(json.dumps(tree | {"id": "x", "frameworks": ["yos-2018"]}), "utf-8")
    assert [one.id for one in calibration.sets(workspace)] == [SET, "own"]
    (folder / "wrong.json").write_text(json.dumps(tree | {"cases": [{"ref": "K1"}]}), "utf-8")
    assert refused(lambda: calibration.sets(workspace))[0] is Code.DOCUMENT_INVALID


def test_by_prompt_leaves_out_what_nobody_answered() -> None:
    found = calibration_file.read(SHIPPED[0].read_text("utf-8"), "shipped")
    none: list[Marks] = [{}, {}]
    assert rules.by_prompt(rules.differences(found, none)) == ()
