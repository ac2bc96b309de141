"""The first hour of a new user by pointer and keys: set up, import, judge, hand over, write, export."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import PASSPHRASE
from tests.e2e.display import display
from tests.e2e.pointer import DOWN, UP, PointedWindow
from tests.e2e.test_week import PROMPTS, exported, note_of, workspace_file

SERVICE = "Wexborough"
FRAMEWORK = "Inspection of youth justice work with children and victims (2025)"
LIST = """Case ref,Case type,Start date,Age,Gender,Ethnicity,Inspector
YJ01,community sentence,{began},15,male,White British,Anna Smith
YJ02,out-of-court disposal,{began},14,female,Black Caribbean,
YJ03,custody and resettlement,{began},17,male,mixed,
"""
NOTE = "His school was asked, and what it said is in the plan."
FINDING = "Assessing was thorough in every case that we looked at."
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def test_the_first_hour_by_pointer_and_keys_moves_nothing_under_the_pointer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
    with display() as one, display() as another:
        people = PointedWindow(one, tmp_path / "anna"), PointedWindow(another, tmp_path / "bob")
        anna, bob = people
        set_up(anna, "Anna Smith")
        set_up(bob, "Bob Jones")
        new_inspection(anna)
        import_cases(anna, tmp_path)
        judge(anna)
        hand_over(anna, bob, tmp_path)
        write(anna)
        export(anna, tmp_path / "findings.pdf")
        clicks, moved = anna.clicks + bob.clicks, anna.moved + bob.moved
        for window in people:
            window.close()
            assert window.errors == ""
    with capsys.disabled():
        keys, typed = sum(w.pressed for w in people), sum(w.typed for w in people)
        print(f"\nthe first hour of two people: {clicks} clicks, {keys} keys and {typed} letters; moved: {len(moved)}")
    assert moved == []
    assert_given(document(tmp_path / "anna", tmp_path, monkeypatch), document(tmp_path / "bob", tmp_path, monkeypatch))
    assert FINDING in " ".join(page.extract_text() for page in PdfReader(tmp_path / "findings.pdf").pages)


def test_what_moves_between_seeing_and_pressing_is_counted(screen: str, home: Path) -> None:
    window = PointedWindow(screen, home)
    window.until(lambda: window.seen("Make one for me"), "the first start")
    window.click("Make one for me")
    window.aim("Make one for me")
    before = window.in_view()
    window.resize(1000, 700)
    window.until(lambda: before != window.in_view() == window.in_view(pause=0.5), "the page in its new size")
    window.press("Make one for me")
    assert [line.partition(":")[0] for line in window.moved] == ["Make one for me"]
    window.kill()


def document(home: Path, folder: Path, patch: pytest.MonkeyPatch) -> dict:
    """The inspection of a laptop."""
    patch.setenv("INSPECTOR_HOME", str(home))
    return exported(workspace_file(home), folder / "document.json")


def assert_given(anna: dict, bob: dict) -> None:
    """What Anna made in the first hour, and that Bob has what was there when she gave it."""
    assert [case["ref"] for case in anna["cases"]] == ["YJ01", "YJ02", "YJ03"]
    assert anna["judgements"] == bob["judgements"]
    assert [judgement["answer"] for judgement in anna["judgements"]] == ["yes"]
    assert [p.get("answer") for p in anna["prompts"]] == ["yes"] * 8 + ["no"]
    assert note_of(bob, "2.1.1", "a") == NOTE
    assert [finding["text"] for finding in anna["findings"]] == [FINDING]


def set_up(window: PointedWindow, name: str) -> None:
    """First start, with the recovery code copied from the screen as from paper."""
    window.type(name)
    window.keys("Tab", "Down")
    window.click("Passphrase")
    window.type(PASSPHRASE)
    window.keys("Tab")
    window.type(PASSPHRASE)
    window.click("Set up this laptop")
    window.wait_for_title("Recovery code")
    window.until(lambda: len(code(window)) == len(_NTH), "the recovery code")
    groups = code(window)
    asked = [place for place, nth in enumerate(_NTH) if window.seen(f"The {nth} group")]
    window.type(groups[asked[0]])
    window.keys("Tab")
    window.type(groups[asked[1]])
    window.click("Begin")
    window.wait_for_title("Inspections")


def code(window: PointedWindow) -> list[str]:
    """The groups of the recovery code, from left to right."""
    found = [re.match(r"([2-9A-Z]{4}) \d+x\d+\+(\d+)", line) for line in window.in_view()]
    return [group for _, group in sorted((int(m[2]), m[1]) for m in found if m)]


def new_inspection(window: PointedWindow) -> None:
    window.click("New inspection")
    window.wait_for_title("New inspection")
    window.click(FRAMEWORK)
    window.click("Service")
    window.type(SERVICE)
    window.click("England")
    window.click("Create")
    window.wait_for_title(f"{SERVICE} · Setting up")


def import_cases(window: PointedWindow, folder: Path) -> None:
    path = folder / "cases.csv"
    path.write_text(LIST.format(began=date.today() - timedelta(days=150)), encoding="utf-8")
    window.click("3  Cases")
    window.click("Import a list of cases…")
    window.answer_file_dialog(path)
    window.click("Import 3 cases", scroll=DOWN)


def judge(window: PointedWindow) -> None:
    window.click("Cases")
    window.click("YJ01", double=True)
    window.wait_for_title("YJ01")
    window.click("Note on prompt a")
    window.type(NOTE)
    window.keys("Escape", *["y"] * PROMPTS["2.1.1"], "y")
    window.click("Prompt i: No")


def hand_over(window: PointedWindow, other: PointedWindow, folder: Path) -> None:
    """A colleague gives a card and is given the inspection, in a data folder of their own."""
    card, package = folder / "bob.card", folder / "start.handoff"
    other.click("Join from a package")
    other.click("Save my card…")
    other.answer_file_dialog(card)
    other.until(card.exists, "the card")
    window.click("Hand-off")
    window.click("Add a colleague’s card…", scroll=DOWN)
    window.answer_file_dialog(card)
    window.click("Add to the team")
    window.click("Give…", scroll=UP)
    window.answer_file_dialog(package)
    window.until(package.exists, "the package")
    other.click("Choose the package…")
    other.answer_file_dialog(package)
    other.click("Join")
    other.wait_for_title(f"{SERVICE} · Week")


def write(window: PointedWindow) -> None:
    window.click("Findings")
    window.click("2.1  Assessing")
    window.click("+  Add a strength")
    window.type(FINDING)


def export(window: PointedWindow, path: Path) -> None:
    window.click("Draft findings PDF")
    window.click("Save as…")
    window.answer_file_dialog(path)
    window.until(path.exists, "the PDF")
