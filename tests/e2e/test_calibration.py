"""Monday: the constructed cases marked by keys alone in the real window, then the reasons, and the team's by prompt."""

import json
from pathlib import Path

from inspector_app.core.services.documents import exchange
from tests.conftest import PASSPHRASE
from tests.e2e.display import Window, display
from tests.e2e.test_handoff import commanded
from tests.e2e.test_trust import identity

SET = "constructed-2025"
NAME = "Anna Smith"
CASES = 4


def mark_by_keys(window: Window, items: list[int]) -> None:
    """Every item of every case Yes, from the list on: Enter goes to the first, the arrow keys to the next case."""
    for case, number in enumerate(items):
        window.keys(*(["ctrl+Next"] if case else ["Return"]))
        window.keys(*["y"] * number)


def test_constructed_cases_are_marked_blind_by_keys_and_then_shown_with_their_reasons(tmp_path: Path) -> None:
    home = identity(tmp_path / "anna", NAME, tmp_path / "anna.card")
    file = str(home / "W.inspection")
    start = ("--framework", "iyjwcv-2025", "--service", "Trafford", "--start", "2025-03-24")
    commanded(home, "new", file, *start)
    commanded(home, "import", str(exchange.sample_document()), "--into", file)
    known = json.loads((Path(__file__).parents[2] / f"resources/calibration/{SET}.json").read_text("utf-8"))
    items = [len(case["answers"]) for case in known["cases"]]
    with display("1366x768x24") as screen:
        window = Window(screen, home, file)
        window.type(PASSPHRASE)
        window.keys("Return")
        window.wait_for_title("Trafford")
        window.keys("ctrl+alt+b")
        window.wait_for_title("Calibration")
        mark_by_keys(window, items)
        window.until(lambda: "All answered" in commanded(home, "calibration", "list", file), "every item answered")
        window.picture(tmp_path / "marked.png")
        assert "Definitive" not in commanded(home, "calibration", "show", file, SET)
        window.keys("Escape")
        window.until(
            lambda: "Finished." in commanded(home, "calibration", "list", file),
            "done",
            "shift+Tab",
            "Return",
            "Return",
            again=3,
        )
        window.settle()
        window.picture(tmp_path / "done.png")
        window.close()
        assert window.errors == ""
    found = json.loads(commanded(home, "calibration", "results", file, SET, "--json"))
    assert sum(row["of"] for row in found["prompts"]) == sum(items)
    assert all(row["agreed"] <= row["of"] for row in found["prompts"])
