"""Two laptops: each member seals a rating, the chair opens both, the service is told, and the panel decides otherwise."""

import json
from pathlib import Path

from inspector_app.core.services.documents import exchange
from tests.conftest import PASSPHRASE
from tests.e2e.display import Window, display
from tests.e2e.test_handoff import commanded
from tests.e2e.test_panel import decide
from tests.e2e.test_trust import BOB, identity

ANN = "Anna Smith"
TO_2_1 = ()  # the first: 1.1 to 1.3 are not rated without a return visit


class Two:
    """Anna, who leads and chairs, and Bob, a member: their folders, and one inspection on both."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.number = folder, 0
        self.homes = {ANN: identity(folder / "ann", ANN, folder / "ann.card")}
        self.homes[BOB] = identity(folder / "bob", BOB, folder / "bob.card")
        self.files = {name: str(home / "W.inspection") for name, home in self.homes.items()}
        start = ("--framework", "iyjwcv-2025", "--service", "Trafford", "--start", "2025-03-24")
        commanded(self.homes[ANN], "new", self.files[ANN], *start)
        commanded(self.homes[ANN], "import", str(exchange.sample_document()), "--into", self.files[ANN])
        self.of(ANN, "team", "add", str(folder / "bob.card"))
        for name, seat in ((ANN, "chair"), (BOB, "member")):
            self.of(ANN, "members", "seat", name, seat)
        self.pass_on(ANN, BOB)

    def of(self, name: str, command: str, act: str, *rest: str) -> str:
        return commanded(self.homes[name], command, act, self.files[name], *rest)

    def pass_on(self, giver: str, taker: str) -> None:
        self.number += 1
        package = str(self.folder / f"{self.number}.handoff")
        self.of(giver, "handoff", "export", "-o", package, "--to", taker, "--all")
        commanded(self.homes[taker], "handoff", "import", package, "--into", self.files[taker])

    def window(self, name: str, on: str) -> Window:
        window = Window(on, self.homes[name], self.files[name])
        window.type(PASSPHRASE)
        window.keys("Return")
        window.wait_for_title("Trafford")
        return window

    def ratings(self, name: str) -> dict[str, dict]:
        """How the members' ratings of 2.1 stand, by person."""
        standards = json.loads(self.of(name, "members", "list", "--json"))["standards"]
        return {row["person"]: row for row in standards["2.1"]}

    def told(self, name: str) -> list[dict]:
        return json.loads(self.of(name, "told", "list", "--json"))


def seal(window: Window, word: int, reason: str) -> None:
    """On Before the panel, at 2.1: the word of that number, a reason, and sealed."""
    window.keys("ctrl+alt+m")
    window.wait_for_title("Before the panel")
    window.keys(*TO_2_1, "Tab", str(word))
    window.keys(*["Tab"] * 4)
    window.type(reason)
    window.keys("Tab", "Tab", "Return")


def test_members_seal_apart_the_chair_opens_the_service_is_told_and_the_panel_changes_it(tmp_path: Path) -> None:
    two = Two(tmp_path)
    with display("1366x768x24") as screen:
        bob = two.window(BOB, screen)
        seal(bob, 3, "Plans name the childs own goals.")
        bob.until(lambda: two.ratings(BOB)[BOB]["given"], "Bob's rating, sealed")
        bob.close()
        assert bob.errors == ""
    two.pass_on(BOB, ANN)
    assert two.ratings(ANN)[BOB]["opened"] is None
    with display("1366x768x24") as screen:
        ann = two.window(ANN, screen)
        seal(ann, 2, "Reviews are late.")
        ann.until(lambda: two.ratings(ANN)[ANN]["given"], "Anna's rating, sealed")
        ann.settle()
        ann.picture(tmp_path / "sealed.png")
        ann.until(lambda: two.ratings(ANN)[BOB]["opened"], "both opened", "Tab", "Return", again=2)
        ann.picture(tmp_path / "opened.png")
        ann.keys("ctrl+alt+j")
        ann.wait_for_title("Told to the service")
        ann.keys("Return")
        ann.type("The head of service")
        ann.keys("Tab", "Tab")
        ann.type("Provisional ratings")
        ann.until(lambda: two.told(ANN), "the log", "Tab", "Return", again=2)
        assert two.told(ANN)[0]["changed"] == []
        ann.keys("F11")
        ann.wait_for_title("Panel mode")
        decide(ann, 1, word=3, marked=2)
        ann.keys("alt+r")
        ann.until(lambda: two.told(ANN)[0]["changed"], "the decision")
        ann.picture(tmp_path / "decided.png")
        ann.close()
        assert ann.errors == ""
    two.pass_on(ANN, BOB)
    assert two.ratings(BOB)[ANN]["opened"]["rating"] == "Requires improvement"
    assert two.ratings(BOB)[BOB]["opened"]["rating"] == "Good"
    (entry,) = two.told(BOB)
    assert entry["whom"] == "The head of service"
    assert {"of": "2.2", "then": "Requires improvement", "now": "Good"} in entry["changed"]
