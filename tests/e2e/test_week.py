"""The journeys of a new user: the real program in a process of its own, a real window, real keys, a real encrypted file."""

import json
from pathlib import Path

from inspector_app.commands import arguments
from tests.conftest import PASSPHRASE
from tests.e2e.display import CheapWindow, Window

PROMPTS = {"2.1.1": 9, "2.1.2": 6, "2.2.1": 8, "2.2.2": 8, "2.3.1": 8, "2.3.2": 8}
TYPED = (
    "The plan names two risks and says nothing of the exclusion from school in March, which the case manager knew of. "
)
BEFORE_TYPING = "Seen with the case manager; "


def set_up(window: Window, name: str = "Anna Smith") -> None:
    """First start: who I am, a passphrase, and no recovery code (nobody can read the screen here)."""
    window.type(name)
    window.keys("Tab", "Down", "Tab")
    window.type(PASSPHRASE)
    window.keys("Tab")
    window.type(PASSPHRASE)
    window.keys("Return")
    window.wait_for_title("Recovery code")
    window.keys("Tab", "Tab", "Tab", "space", "shift+Tab", "space")
    window.wait_for_title("Inspections")


def new_inspection(window: Window, service: str) -> None:
    """An inspection of work with children and victims, with one child's case in it, open at its first gap."""
    window.keys("alt+n")
    window.wait_for_title("New inspection")
    window.keys("Down")  # the second of the frameworks
    window.keys("Tab")
    window.type(service)
    window.keys("Return")
    window.wait_for_title(f"{service} · Setting up")
    window.keys("ctrl+2")
    window.wait_for_title(f"{service} · Cases")
    window.keys("ctrl+n", "Return", "Escape")
    window.keys("Return")
    window.wait_for_title("C01")


def judge_whole_case(window: Window) -> int:
    """Answer every prompt and key question; the number of keys pressed."""
    before = window.pressed
    for question, prompts in PROMPTS.items():
        window.keys(*["y"] * prompts, "n" if question == "2.1.2" else "y")
        if question != list(PROMPTS)[-1]:
            window.keys("Down")
    return window.pressed - before


def workspace_file(home: Path) -> Path:
    (found,) = (home / "workspaces").glob("*.inspection")
    return found


def exported(workspace: Path, to: Path) -> dict:
    assert arguments.main(["export", str(workspace), "-o", str(to)]) == 0
    return json.loads(to.read_text(encoding="utf-8"))


def note_of(document: dict, question: str, prompt: str) -> str:
    found = [
        p.get("note", "") for p in document.get("prompts", []) if (p["question"], p["prompt"]) == (question, prompt)
    ]
    return found[0] if found else ""


def note_on_disk(window: Window, folder: Path) -> str:
    """The note on 2.1.1 a as it is in the file, whatever the window shows."""
    return note_of(exported(workspace_file(window.home), folder / "now.json"), "2.1.1", "a")


def test_a_week_begins_and_survives_a_kill_while_typing(screen: str, home: Path, tmp_path: Path, capsys) -> None:
    window = Window(screen, home)
    set_up(window)
    new_inspection(window, "Wexborough")
    pressed = judge_whole_case(window)
    prompts = sum(PROMPTS.values())
    with capsys.disabled():
        print(f"\none case of {prompts} prompts and {len(PROMPTS)} key questions: {pressed} keys pressed")
    assert pressed <= 2 * prompts
    window.keys("alt+Left", "alt+Left", "alt+Left", "alt+Left", "alt+Left")  # back to 2.1.1, its first prompt
    window.keys("Return")
    window.type(BEFORE_TYPING)
    window.until(lambda: note_on_disk(window, tmp_path) == BEFORE_TYPING, "what was typed to be on disk")
    with window.being_typed(TYPED * 40):
        window.until(
            lambda: len(note_on_disk(window, tmp_path)) > len(BEFORE_TYPING), "what is being typed to be on disk"
        )
        kept = note_on_disk(window, tmp_path)
        window.kill()

    document = exported(workspace_file(home), tmp_path / "after.json")
    answers = {j["question"]: j["answer"] for j in document["judgements"]}
    assert answers == {q: "no" if q == "2.1.2" else "yes" for q in PROMPTS}
    assert sum("answer" in p for p in document["prompts"]) == sum(PROMPTS.values())

    note = note_of(document, "2.1.1", "a")
    assert note.startswith(kept)
    assert (BEFORE_TYPING + TYPED * 40).startswith(note)

    capsys.readouterr()
    assert arguments.main(["rate", str(tmp_path / "after.json"), "--json"]) == 0
    rated = {
        q["ref"]: q["percent"] for s in json.loads(capsys.readouterr().out)["standards"] for q in s["key_questions"]
    }
    assert rated["2.1.1"] == 100
    assert rated["2.1.2"] == 0

    again = Window(screen, home, str(workspace_file(home)))
    again.type(PASSPHRASE)
    again.keys("Return")
    again.wait_for_title("Wexborough")
    again.keys("ctrl+2", "Return")  # the first case
    again.wait_for_title("C01")
    again.picture(tmp_path / "reopened.png")
    again.close()
    assert again.errors == ""


def test_locking_while_typing_loses_nothing_and_comes_back_to_the_cursor(
    screen: str, home: Path, tmp_path: Path
) -> None:
    window = CheapWindow(screen, home)
    set_up(window)
    new_inspection(window, "Wexborough")
    window.keys("Return")
    window.type("Seen the record.")
    window.keys(*["Left"] * 7)  # before "record."
    window.lock()
    window.type(PASSPHRASE)
    window.keys("Return")
    window.wait_for_title("C01")
    window.type("whole ")
    window.close()
    assert window.errors == ""
    document = exported(workspace_file(home), tmp_path / "after.json")
    assert note_of(document, "2.1.1", "a") == "Seen the whole record."


def test_nothing_typed_can_be_found_in_the_data_folder(screen: str, home: Path, tmp_path: Path) -> None:
    canary = "heron sings at noon behind the old mill"
    window = CheapWindow(screen, home)
    set_up(window)
    new_inspection(window, "Wexborough")
    window.keys("Return")
    window.type(canary)
    window.until(lambda: note_on_disk(window, tmp_path) == canary, "what was typed to be on disk")
    assert_nowhere(home, canary)
    window.close()
    assert_nowhere(home, canary)


def assert_nowhere(folder: Path, text: str) -> None:
    searched = 0
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            searched += 1
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert text.encode(encoding) not in data, f"{path} holds what was typed"
    assert searched
