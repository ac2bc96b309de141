"""The week of a new user by keyboard alone: set up, import, plan, judge, write, raise, find again, lock, come back, quit."""

from datetime import date, timedelta
from pathlib import Path

from tests.conftest import PASSPHRASE
from tests.e2e.display import CheapWindow, Window
from tests.e2e.test_week import (
    PROMPTS,
    assert_nowhere,
    exported,
    judge_whole_case,
    note_of,
    set_up,
    workspace_file,
)

SERVICE = "Wexborough"
LIST = """Case ref,Case type,Start date,Age,Gender,Ethnicity,Inspector
YJ01,community sentence,{began},15,male,White British,
YJ02,out-of-court disposal,{began},14,female,Black Caribbean,
YJ03,custody and resettlement,{began},17,male,mixed,
YJ04,community sentence,{began},16,male,White British,Anna Smith
YJ05,out-of-court disposal,{began},13,female,Asian,
"""
BACK_TO_IMPORT = 2  # Shift+Tab presses from the first column: another file, the button that imports
EVENT = "9.30 cormorant meeting YJ02 Anna"
NOTE = "She was kept on at the pottery workshop"
LATER = ", which her tutor confirmed"
CONCERN = "He says that a stranger waits by the turnstile"


def test_a_week_is_set_up_planned_judged_and_found_again_by_keyboard(screen: str, home: Path, tmp_path: Path) -> None:
    window = CheapWindow(screen, home)
    set_up(window)
    new_inspection(window)
    document = import_cases(window, home, tmp_path)
    assert [case["ref"] for case in document["cases"]] == [f"YJ0{n}" for n in range(1, 6)]
    share_out(window)
    plan(window)
    judge_first_case(window)
    write_note(window)
    raise_concern(window)
    find_and_open(window)
    lock_and_unlock(window)
    window.close()
    assert window.errors == ""

    document = exported(workspace_file(home), tmp_path / "after.json")
    assert_set_up(document)
    assert_worked(document)
    for typed in (EVENT, EVENT.split(" ", 1)[1], NOTE, LATER, CONCERN, "pottery", "turnstile", "cormorant", PASSPHRASE):
        assert_nowhere(home, typed)


def new_inspection(window: Window) -> None:
    """A new inspection, and its nation on the page that sets it up."""
    window.keys("alt+n")
    window.wait_for_title("New inspection")
    window.keys("Down", "Tab")
    window.type(SERVICE)
    window.keys("Return")
    window.wait_for_title(f"{SERVICE} · Setting up")
    step(window, 1)
    window.keys("space")


def step(window: Window, number: int) -> None:
    """Go into a step of setting up, by the row of steps at its top."""
    window.keys("ctrl+shift+n", *["Tab"] * (number - 1), "Return")


def import_cases(window: Window, home: Path, folder: Path) -> dict:
    """Import the list through the file dialog; the inspection's document once the cases are in it."""
    path, document = folder / "cases.csv", folder / "imported.json"
    path.write_text(LIST.format(began=date.today() - timedelta(days=150)), encoding="utf-8")
    step(window, 3)
    window.settle()
    before = window.looks()
    window.keys("Return")
    window.answer_file_dialog(path)
    window.settle(other_than=before)  # the list is read off the window's thread
    window.keys(*["shift+Tab"] * BACK_TO_IMPORT, "Return")
    window.until(lambda: len(exported(workspace_file(home), document).get("cases", ())) == 5, "five cases")
    return exported(workspace_file(home), document)


def share_out(window: Window) -> None:
    """Share out the cases that nobody has: behind the tick for the one person there is."""
    step(window, 4)
    window.keys("Tab", "Return")


def plan(window: Window) -> None:
    """Write what happens into the first day."""
    window.keys("ctrl+1")
    window.wait_for_title(f"{SERVICE} · Week")
    window.keys("ctrl+n")
    window.type(EVENT)
    window.keys("Return")


def judge_first_case(window: Window) -> None:
    window.keys("ctrl+2", "Return")
    window.wait_for_title("YJ01")
    judge_whole_case(window)
    window.keys(*["alt+Left"] * (len(PROMPTS) - 1))  # back to 2.1.1, its first prompt


def write_note(window: Window) -> None:
    """A note, its paragraph marked as a strength."""
    window.keys("Return")
    window.type(NOTE)
    window.keys("alt+1", "Escape")


def raise_concern(window: Window) -> None:
    """Raised from the case, it is about the case."""
    window.keys("ctrl+shift+i")
    window.wait_for_title("Concerns")
    window.type(CONCERN)


def find_and_open(window: Window) -> None:
    """Find a word of the note, open it, and write on where it was found."""
    window.keys("ctrl+shift+f")
    window.wait_for_title("Find")
    window.type("potter")
    # Enter opens only what was found for the words as they are. Escape, in case it was pressed once more than was needed.
    window.until(lambda: "YJ01" in window.title(), "the case with the note", "Return", again=2)
    window.keys("Escape", "Return", "ctrl+End")
    window.type(LATER)


def lock_and_unlock(window: Window) -> None:
    """Locking saves and asks nothing; the cursor is where it was."""
    window.lock()
    window.type(PASSPHRASE)
    window.keys("Return")
    window.wait_for_title("YJ01")
    window.type(".")


def assert_set_up(document: dict) -> None:
    assert document["nation"] == "england"
    assert len(document["cases"]) == 5
    third = next(case for case in document["cases"] if case["ref"] == "YJ03")
    wanted = {"type": "custody and resettlement", "age": 17, "gender": "male", "ethnicity": "mixed"}
    assert {field: third.get(field) for field in wanted} == wanted
    (anna,) = document["team"]
    assert {case["inspector"] for case in document["cases"]} == {anna["id"]}
    (event,) = document["events"]
    assert (event["day"], event["time"]) == (document["fieldwork"]["start"], "09:30")
    assert (event["title"], event["kind"]) == (EVENT.split(" ", 1)[1], "meeting")
    assert (event["case"], event["person"]) == ("YJ02", anna["id"])


def assert_worked(document: dict) -> None:
    assert len(document["judgements"]) == len(PROMPTS)
    assert sum("answer" in prompt for prompt in document["prompts"]) == sum(PROMPTS.values())
    assert note_of(document, "2.1.1", "a") == f"Strength: {NOTE}{LATER}."
    (concern,) = document["concerns"]
    assert (concern["what"], concern["case"]) == (CONCERN, "YJ01")
    assert not concern.get("closed")
