"""A case that was spoilt comes back from a backup, by keys alone, in the real window."""

from pathlib import Path

from tests.e2e.display import CheapWindow, Window
from tests.e2e.test_week import PROMPTS, exported, new_inspection, set_up, workspace_file

QUESTION = "2.1.1"


def answer(window: Window, folder: Path) -> str | None:
    """How the key question is judged in the file, whatever the window shows."""
    judgements = exported(workspace_file(window.home), folder / "now.json").get("judgements", [])
    return next((one.get("answer") for one in judgements if one["question"] == QUESTION), None)


def backups(home: Path) -> list[Path]:
    return list((home / "backups").rglob("*.backup"))


def test_one_case_comes_back_from_a_backup(screen: str, home: Path, tmp_path: Path) -> None:
    window = CheapWindow(screen, home)
    set_up(window)
    new_inspection(window, "Wexborough")
    window.keys(*["Down"] * PROMPTS[QUESTION], "y")
    window.until(lambda: answer(window, tmp_path) == "yes", "the judgement")
    window.keys("ctrl+shift+x")
    window.wait_for_title("Restore")
    before = len(backups(home))
    window.until(lambda: len(backups(home)) > before, "a backup", "alt+m", again=5)

    window.keys("ctrl+3")
    window.wait_for_title("C01")
    window.keys("Up", "Down", "n")
    window.until(lambda: answer(window, tmp_path) == "no", "another judgement")
    window.keys("ctrl+shift+x")
    window.wait_for_title("Restore")
    window.settle()
    window.picture(tmp_path / "restore.png")
    window.until(lambda: answer(window, tmp_path) == "yes", "the case as it was", "alt+r", again=5)
    window.close()
    assert window.errors == ""
