"""A colleague comes back with another laptop: their changed card is never silent, and counts once a person said yes."""

import json
from pathlib import Path

from tests.e2e.display import display
from tests.e2e.test_handoff import Laptop, commanded
from tests.e2e.test_week import set_up

BOB = "Bob Jones"


def identity(home: Path, name: str, card: Path) -> Path:
    """Somebody on a laptop that only commands are given to, and their card."""
    home.mkdir(mode=0o700)
    commanded(home, "identity", "new", "--person", name)
    commanded(home, "card", "-o", str(card))
    return home


def standing(laptop: Laptop, name: str) -> list[tuple[str, str]]:
    """How everybody of that name stands: in a word, and how their card was accepted."""
    rows = json.loads(laptop.command("team", "list", str(laptop.file), "--json"))
    return [(row["standing"], row["how"]) for row in rows if row["name"] == name]


def test_a_colleague_whose_card_changed_is_accepted_in_the_window(tmp_path: Path) -> None:
    ann = identity(tmp_path / "ann", "Anna Smith", tmp_path / "ann.card")
    identity(tmp_path / "bob", BOB, tmp_path / "bob.card")
    identity(tmp_path / "bob again", BOB, tmp_path / "anew.card")
    file = str(tmp_path / "ann" / "W.inspection")
    commanded(
        ann, "new", file, "--framework", "iyjwcv-2025", "--service", "Wexborough", "--start", "2026-03-09"
    )  # fmt: skip
    with display() as on:
        cat = Laptop("Cat Brown", on, tmp_path)
        set_up(cat.window, cat.name)
        cat.command("card", "-o", str(tmp_path / "cat.card"))
        commanded(ann, "team", "add", file, str(tmp_path / "cat.card"), str(tmp_path / "bob.card"))
        start, later = tmp_path / "start.handoff", tmp_path / "later.handoff"
        commanded(ann, "handoff", "export", file, "-o", str(start), "--to", cat.name, "--all")
        cat.window.keys("alt+j")
        cat.window.wait_for_title("Join an inspection")
        cat.window.keys("alt+p")
        cat.window.answer_file_dialog(start)
        cat.window.until(lambda: "Wexborough · Week" in cat.window.title(), "the inspection on Cat's laptop", "alt+j")
        assert standing(cat, BOB) == [("accepted", "joined")]

        commanded(ann, "team", "add", file, str(tmp_path / "anew.card"), "--changed")
        commanded(ann, "handoff", "export", file, "-o", str(later), "--to", cat.name)
        cat.take(later, lambda: ("changed", "") in standing(cat, BOB) or ("waiting", "") in standing(cat, BOB))
        cat.window.keys("ctrl+shift+w")
        cat.window.wait_for_title("Whose cards to trust")
        cat.window.settle()
        cat.window.picture(tmp_path / "changed.png")
        cat.window.keys("alt+f")
        cat.window.until(lambda: ("accepted", "face") in standing(cat, BOB), "the yes to the new card", "alt+a")
        cat.window.close()
        assert cat.window.errors == ""
