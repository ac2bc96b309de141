"""`agree`: what somebody who is neither marker sees and does."""

from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.domain.cases.second_marking import FIRSTS
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_marking
from tests.cli.conftest import PASSPHRASE

ONE, TWO = "one-of-the-team", "another-of-the-team"


@pytest.fixture
def twice(trafford: Path) -> Path:
    """N1 as two others marked it, whose answers came in under their names: one is equal, one is not."""
    laptop = Laptop()
    laptop.unlock(PASSPHRASE)
    workspace = Workspace.open(laptop, trafford)
    case = workspace.add_case("N1", str(workspace.framework.questions["2.1.1"][0].sample))
    for person, name in ((ONE, "Ada Lowe"), (TWO, "Ben Hart")):
        workspace.editor.set("person", person, "name", name)
    workspace.editor.set("case", case, "inspector", ONE)
    first = [Edit("judgement", EntityId(f"{case}/{q}"), "answer", "yes") for q in ("2.1.1", "2.1.2")]
    second = [
        Edit("second_judgement", EntityId(f"{case}/2.1.1"), "answer", "yes"),
        Edit("second_judgement", EntityId(f"{case}/2.1.2"), "answer", "no"),
    ]
    workspace.editor.record([(ONE, first), (TWO, second)], case, Verb.IMPORT)
    with workspace.database.read() as connection:
        marks = " ".join(read_marking.marks_now(connection, case, FIRSTS))
    said = {ONE: {"first_marks": marks, "first_done": True}, TWO: {"marker": TWO, "second_done": True}}
    for person, values in said.items():
        edits = [Edit("second", EntityId(case), field, value) for field, value in values.items()]
        workspace.editor.record([(person, edits)], case, Verb.IMPORT)
    workspace.close()
    return trafford


def test_a_case_marked_twice_is_agreed_and_settled(run: Any, twice: Path) -> None:
    shown = run("agree", "show", twice, "N1")
    assert (shown.status, shown.err) == (0, "")
    assert "Ada Lowe" not in shown.out
    assert "2 items are still open." in shown.out
    assert "All: 1 of 2; AC1" in shown.out
    assert "Ada Lowe" in run("agree", "show", twice, "N1", "--names").out
    assert "1 equal answer: agreed together" in run("agree", "equal", twice, "N1").out
    early = run("agree", "settle", twice, "N1")
    assert (early.status, early.err.count("2.1.2")) == (3, 1)
    assert "2.1.2: two kept" in run("agree", "keep", twice, "N1", "2.1.2", "two").out
    assert run("agree", "write", twice, "N1", "2.1.2", "na", "--note", "of no matter").status == 0
    assert run("agree", "settle", twice, "N1").status == 0
    told = run("agree", "show", twice, "N1", "--json").json
    assert (told["settled"], [item["agreed"] for item in told["items"]]) == (True, ["yes", "na"])
    assert told["figures"]["all"]["agreed"] == 1


def test_agreeing_on_the_equal_ones_is_undone(run: Any, twice: Path) -> None:
    run("agree", "equal", twice, "N1")
    assert "open again" in run("agree", "equal", twice, "N1", "--undo").out
    assert "2 items are still open." in run("agree", "show", twice, "N1").out


def test_a_case_that_nobody_marked_twice_has_no_agreed_version(run: Any, twice: Path) -> None:
    refused = run("agree", "show", twice, "C02")
    assert (refused.status, refused.out) == (3, "")
