"""The tour by keyboard alone in the real window: from the first start through every step, and nothing of it is left."""

from pathlib import Path

from tests.e2e.display import CheapWindow
from tests.e2e.test_week import set_up


def test_the_tour_is_taken_by_keyboard_and_leaves_nothing(screen: str, home: Path) -> None:
    window = CheapWindow(screen, home)
    set_up(window)
    window.keys("alt+t")
    window.wait_for_title("Trafford \u00b7 Cases")
    window.settle()
    window.keys("Down", "Return")
    window.wait_for_title("Trafford \u00b7 C")
    window.settle()
    window.keys("n", "y", "n")
    window.settle()
    window.keys("Return")
    window.type("Seen with her worker ")
    window.keys("Escape")
    window.settle()
    window.keys("ctrl+z")
    window.settle()
    window.keys("ctrl+1")
    window.wait_for_title("Week")
    window.settle()
    window.keys("ctrl+n")
    window.type("9.30 interview C04")
    window.keys("Return")
    window.keys("ctrl+5")  # without a rest: the cursor blinks in the line for the next
    window.wait_for_title("Ratings")
    window.settle()
    window.keys("ctrl+shift+f")
    window.wait_for_title("Find")
    window.keys("ctrl+5")
    window.wait_for_title("Ratings")
    window.settle()
    window.keys("ctrl+alt+u", "Return")  # it ends the tour only where every step was noticed; else it passes one over
    window.wait_for_title("Inspections")
    window.close()
    assert window.errors == ""
    assert [path for path in (home / "workspaces").rglob("*") if path.is_file()] == []
    assert [path for path in (home / "backups").rglob("*") if path.is_file()] == []
