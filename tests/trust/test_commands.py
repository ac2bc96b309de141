"""Whom one trusts, by commands: what is printed, what waits, what a yes does, and that nothing needs a terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, desk, program, run
from tests.cli.test_handoff_commands import Colleague, assert_refused

__all__ = ["desk", "program", "run"]  # the fixtures of the commands


@pytest.fixture
def people(desk: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> list[Colleague]:
    """Ann, who leads, and Bob, who joined; Dee has a laptop and a card."""
    ann, bob, dee = (Colleague(name, desk, run, monkeypatch) for name in ("Ann", "Bob", "Dee"))
    ann.do("new", ann.workspace, "--framework", "iyjwcv-2025", "--service", "Trafford", "--start", "2025-03-24")
    assert ann.do("team", "add", ann.workspace, bob.card).status == 0
    bob.take(ann.give(desk / "start.handoff"))
    return [ann, bob, dee]


def key_of(person: Colleague) -> str:
    return str(person.do("identity", "show", "--json").json["key"])


def standing(of: Colleague, name: str) -> str:
    return next(row["standing"] for row in of.do("team", "list", of.workspace, "--json").json if row["name"] == name)


def test_whoever_was_introduced_waits_until_a_command_says_yes(people: list[Colleague], desk: Path) -> None:
    ann, bob, dee = people
    assert ann.do("team", "add", ann.workspace, dee.card, "--said", "Joins us on Friday.").status == 0
    dee.take(ann.give(desk / "for-dee.handoff", "--to", "Dee", "--all"))
    whole = ann.give(desk / "all.handoff", "--to", "Bob", "--all")
    shown = bob.do("handoff", "import", whole, "--into", bob.workspace)
    assert shown.status == 0
    for said in ("Dee waits to be accepted", "introduced by Ann, your lead", "Joins us on Friday.", key_of(dee)):
        assert said in shown.out
    assert standing(bob, "Dee") == "waiting"
    listed = bob.do("team", "list", bob.workspace).out
    assert "waits to be accepted: nothing is sealed to them" in listed
    assert key_of(dee) in listed
    assert_refused(
        bob.do("handoff", "export", bob.workspace, "-o", desk / "x.handoff", "--to", "Dee"), "waits", key_of(dee)
    )
    from_dee = dee.do("handoff", "export", dee.workspace, "-o", desk / "dee.handoff", "--to", "Ann")
    assert from_dee.status == 0
    assert_refused(bob.do("team", "accept", bob.workspace, "Nobody"), "Nobody", "Dee")

    done = bob.do("team", "accept", bob.workspace, *key_of(dee).split(), "--compared", "telephone")
    assert done.status == 0, done.err
    assert "by telephone" in done.out
    assert standing(bob, "Dee") == "accepted"
    assert bob.do("handoff", "export", bob.workspace, "-o", desk / "x.handoff", "--to", "Dee").status == 0


def test_joining_prints_the_keys_and_takes_a_yes_to_them(people: list[Colleague], desk: Path) -> None:
    ann, bob, dee = people
    ann.do("team", "add", ann.workspace, dee.card)
    start = ann.give(desk / "for-dee.handoff", "--to", "Dee", "--all")
    wrong = dee.do("handoff", "import", start, "--into", dee.workspace, "--accept", *key_of(bob).split())
    assert_refused(wrong, "Ann", key_of(ann))
    assert not dee.workspace.exists()
    done = dee.do("handoff", "import", start, "--into", dee.workspace, "--accept", *key_of(ann).split())
    assert done.status == 0, done.err
    assert f"Joined on the word of Ann. Compare the key: {key_of(ann)}" in done.out
    assert f"Accepted with it: Bob. Compare the key: {key_of(bob)}" in done.out


def test_joining_by_somebody_who_is_not_the_lead_says_who_waits(people: list[Colleague], desk: Path) -> None:
    _, bob, dee = people
    assert bob.do("team", "add", bob.workspace, dee.card).status == 0
    start = bob.give(desk / "for-dee.handoff", "--to", "Dee", "--all")
    done = dee.do("handoff", "import", start, "--into", dee.workspace)
    assert done.status == 0, done.err
    assert "Waiting to be accepted" in done.out
    assert "Ann" in done.out
    assert dee.exported() == bob.exported()
    assert dee.do("team", "accept", dee.workspace, "Ann").status == 0
    assert standing(dee, "Ann") == "accepted"


def test_a_no_at_a_terminal_joins_nothing(people: list[Colleague], desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ann, _, dee = people
    ann.do("team", "add", ann.workspace, dee.card)
    start = ann.give(desk / "for-dee.handoff", "--to", "Dee", "--all")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    for answer in ("no", "", "x"):
        monkeypatch.setattr("builtins.input", lambda _, said=answer: said)
        done = dee.do("handoff", "import", start, "--into", dee.workspace)
        assert done.status == 3
        assert key_of(ann) in done.err
        assert not dee.workspace.exists()
    monkeypatch.setattr("builtins.input", lambda _: "Yes")
    assert dee.do("handoff", "import", start, "--into", dee.workspace).status == 0


def test_a_lost_laptop_is_one_command_with_a_text_for_the_report(people: list[Colleague], desk: Path) -> None:
    ann, bob, _ = people
    assert_refused(bob.do("team", "lost", bob.workspace, "Ann"), "lead")
    done = ann.do("team", "lost", ann.workspace, "Bob")
    assert done.status == 0, done.err
    for said in ("The card of Bob is withdrawn", "Text for the incident report", "Trafford", "encrypted"):
        assert said in done.out
    assert standing(ann, "Bob") == "withdrawn"
    assert_refused(ann.do("handoff", "export", ann.workspace, "-o", desk / "x.handoff"), "Nobody else")
    again = ann.do("team", "accept", ann.workspace, "Bob")
    assert (again.status, standing(ann, "Bob")) == (0, "accepted")
    assert ann.do("team", "remove", ann.workspace, "Bob").status == 0
    assert [row["name"] for row in ann.do("team", "list", ann.workspace, "--json").json] == ["Ann"]


def test_a_changed_card_needs_its_own_yes(
    people: list[Colleague], desk: Path, run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, bob, _ = people
    (desk / "anew").mkdir()
    anew = Colleague("Bob", desk / "anew", run, monkeypatch)
    refused = ann.do("team", "add", ann.workspace, anew.card)
    assert_refused(refused, "another key", key_of(bob), key_of(anew), "--changed")
    done = ann.do("team", "add", ann.workspace, anew.card, "--changed")
    assert done.status == 0, done.err
    (row,) = [row for row in ann.do("team", "list", ann.workspace, "--json").json if row["name"] == "Bob"]
    assert row["key"] == key_of(anew)


def test_history_and_conflicts_say_where_a_change_came_from(people: list[Colleague], desk: Path) -> None:
    ann, bob, dee = people
    document = desk / "c.csv"
    document.write_text("case,sample,question,answer\nC01,children,2.1.1,yes\n", encoding="utf-8")
    assert bob.do("import", document, "--into", bob.workspace).status == 0
    ann.take(bob.give(desk / "bob.handoff", "--to", "Ann"))
    ann.do("team", "add", ann.workspace, dee.card)
    dee.take(ann.give(desk / "dee.handoff", "--to", "Dee", "--all"))
    (row,) = dee.do("history", dee.workspace, "C01", "2.1.1", "--json").json
    assert (row["by"], row["laptop"], row["package"]) == ("Bob", "", "Ann")
    assert "(in a package of Ann)" in dee.do("history", dee.workspace, "C01", "2.1.1").out
    assert dee.do("judge", dee.workspace, "C01", "2.1.1", "no").status == 0
    assert ann.do("judge", ann.workspace, "C01", "2.1.1", "na").status == 0
    ann.take(dee.give(desk / "back.handoff", "--to", "Ann"))
    (conflict,) = ann.do("conflicts", ann.workspace, "--json").json
    assert {(side["by"], side["package"]) for side in conflict["sides"]} == {("Ann", ""), ("Dee", "")}
