"""Two people, two laptops, two real windows: hand over, differ, merge, settle, and both show the same."""

import contextlib
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from inspector_app.commands import arguments
from tests.conftest import PASSPHRASE
from tests.e2e.display import CheapWindow, display
from tests.e2e.test_week import PROMPTS, new_inspection, set_up

QUESTION = "2.1.1"
# Below the strip, which says whose it is, and the head of the page, which says as at which minute.
PAGE = (0, 92, 1200, 720)


def commanded(home: Path, *given: str) -> str:
    """Give a command over a data folder; what it prints."""
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(io.StringIO()) as said:
        patch.setenv("INSPECTOR_HOME", str(home))
        patch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
        assert arguments.main(given) == 0
    return said.getvalue()


class Laptop:
    """A person with a window of their own, and the commands over the same data folder."""

    def __init__(self, name: str, on: str, folder: Path) -> None:
        self.name, self.folder = name, folder
        self.home = folder / name.replace(" ", "")
        self.window = CheapWindow(on, self.home)

    @property
    def file(self) -> Path:
        (found,) = (self.home / "workspaces").glob("*.inspection")
        return found

    def command(self, *given: str) -> str:
        return commanded(self.home, *given)

    def exported(self) -> bytes:
        path = self.folder / f"{self.name}.json"
        path.unlink(missing_ok=True)
        self.command("export", str(self.file), "-o", str(path))
        return path.read_bytes()

    def conflicts(self) -> list[dict]:
        return json.loads(self.command("conflicts", str(self.file), "--json"))

    def answer(self) -> str | None:
        judgements = json.loads(self.exported()).get("judgements", [])
        return next((j.get("answer") for j in judgements if j["question"] == QUESTION), None)

    def judge(self, key: str) -> None:
        """Answer the first key question of the first case."""
        self.window.keys("ctrl+2", "Return")
        self.window.wait_for_title("C01")
        self.window.keys(*["Down"] * PROMPTS[QUESTION], key)

    def ask_for_help(self) -> None:
        """Ask the only colleague to help with the first case: else it is read only on their laptop."""
        self.window.keys("ctrl+2", "Return")
        self.window.wait_for_title("C01")
        self.window.keys("ctrl+alt+h", "Tab", "Return")
        self.window.settle()

    def give(self, path: Path) -> Path:
        self.window.keys("ctrl+7")
        self.window.wait_for_title("Hand-off")
        self.window.keys("alt+g")
        self.window.answer_file_dialog(path)
        self.window.until(path.exists, f"the package {path.name}")
        return path

    def take(self, path: Path, arrived: Callable[[], object]) -> None:
        """Choose the package, and import it once the preview is there."""
        self.window.keys("ctrl+7")
        self.window.wait_for_title("Hand-off")
        self.window.keys("alt+c")
        self.window.answer_file_dialog(path)
        self.window.until(arrived, f"the work in {path.name}", "alt+t")

    def ratings(self, path: Path) -> Image.Image:
        """A picture of the ratings page, which looks alike for everybody."""
        self.window.keys("ctrl+5")
        self.window.wait_for_title("Ratings")
        self.window.keys("Escape")  # a message may still lie over the foot
        self.window.settle()
        self.window.picture(path)
        return Image.open(path).crop(PAGE)


@pytest.fixture
def people(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with display() as one, display() as other:
        made = (Laptop("Anna Smith", one, tmp_path), Laptop("Bob Jones", other, tmp_path))
        yield made
        for laptop in made:
            if laptop.window.process.poll() is None:
                laptop.window.kill()


def test_two_windows_hand_over_differ_merge_settle_and_show_the_same(
    people: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    ann, bob = people
    for laptop in people:
        set_up(laptop.window, laptop.name)
    bob.window.keys("alt+j")
    bob.window.wait_for_title("Join an inspection")
    bob.window.keys("alt+m")
    bob.window.answer_file_dialog(tmp_path / "bob.card")
    bob.window.until((tmp_path / "bob.card").exists, "Bob's card")

    new_inspection(ann.window, "Wexborough")
    ann.window.keys("ctrl+7")
    ann.window.wait_for_title("Hand-off")
    ann.window.keys("alt+a")
    ann.window.answer_file_dialog(tmp_path / "bob.card")
    ann.window.until(lambda: "Bob Jones" in ann.command("team", "list", str(ann.file)), "Bob in the team", "alt+t")
    ann.ask_for_help()
    start = ann.give(tmp_path / "start.handoff")

    bob.window.keys("alt+p")
    bob.window.answer_file_dialog(start)
    bob.window.until(lambda: "Wexborough · Week" in bob.window.title(), "the inspection on Bob's laptop", "alt+j")
    assert bob.exported() == ann.exported()

    ann.judge("n")
    bob.judge("y")
    assert (ann.answer(), bob.answer()) == ("no", "yes")
    bob.take(ann.give(tmp_path / "ann-1.handoff"), bob.conflicts)
    ann.take(bob.give(tmp_path / "bob-1.handoff"), ann.conflicts)
    assert ann.answer() is bob.answer() is None
    assert len(ann.conflicts()) == len(bob.conflicts()) == 1

    ann.window.until(lambda: "Conflict desk" in ann.window.title(), "the conflict desk", "alt+e")
    ann.window.picture(tmp_path / "conflict.png")
    ann.window.keys("Tab", "Tab", "Tab", "Return")  # what they started from, the first value, the button that takes it
    ann.window.until(lambda: not ann.conflicts(), "the conflict to be settled")
    assert ann.answer() in ("yes", "no")
    bob.take(ann.give(tmp_path / "ann-2.handoff"), lambda: not bob.conflicts())

    assert bob.conflicts() == []
    assert bob.exported() == ann.exported()
    assert bob.answer() == ann.answer()
    pictures = [laptop.ratings(tmp_path / f"{laptop.name}.png") for laptop in people]
    assert ImageChops.difference(*pictures).getbbox() is None
    for laptop in people:
        laptop.window.close()
        assert laptop.window.errors == ""
