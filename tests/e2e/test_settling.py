"""A second marking settled on three laptops apart: merged, the difference shows, and one key makes it one agreed version.

What was verified in a dip sample before lapses by itself as the agreed version becomes the answer.
"""

from pathlib import Path

import pytest

from inspector_app.core.domain.cases.verified import Verified
from inspector_app.core.domain.inspection import Answer
from inspector_app.core.services.cases import agreeing, conflicts, verifying
from inspector_app.core.services.workspace import Workspace
from tests.conftest import PASSPHRASE
from tests.e2e.display import Window
from tests.services.colleagues import Team
from tests.services.test_agreeing import Settling

pytestmark = pytest.mark.usefixtures("no_backups")


def test_what_two_settled_apart_shows_as_two_versions_and_the_third_person_makes_one_of_it(
    workspace: Workspace, screen: str, tmp_path: Path
) -> None:
    people = Team(workspace, tmp_path)
    Settling.begun(people)
    twice = Settling(people)
    twice.all_agreed(twice.ada)
    agreeing.agree_equal(twice.ben, twice.case)
    agreeing.keep(twice.ben, twice.case, "2.1.1", which=1)
    verifying.verify(twice.ben, f"{twice.case}/2.1.1")
    people.exchange()
    assert [one.ref for one in twice.at(twice.ada).open] == ["2.1.1"]
    laptop, path = twice.ada.laptop, twice.ada.path
    people.close()
    window = Window(screen, laptop.folder, str(path))
    window.type(PASSPHRASE)
    window.keys("Return")
    window.wait_for_title("Week")
    window.keys("ctrl+alt+k")
    window.wait_for_title("Dip sample")
    window.keys("Return", "Return", "ctrl+alt+v")  # draw; the first item that is not verified; verify it
    window.keys("ctrl+alt+g")
    window.wait_for_title("Settle")
    window.settle()
    window.picture(tmp_path / "two-versions.png")
    window.keys("2")
    window.settle()
    window.picture(tmp_path / "kept.png")
    window.keys("shift+Tab", "Return", "Return")  # Settle…, and that it is sure
    window.keys("ctrl+alt+k")
    window.wait_for_title("Dip sample")
    window.settle()
    window.picture(tmp_path / "lapsed.png")
    window.close()
    assert window.errors == ""
    again = Workspace.open(laptop, path)
    try:
        assert agreeing.agreeing(again, twice.case).open == ()
        assert (twice.item(again, "2.1.1").agreed, twice.item(again, "2.1.1").text) == (Answer.NO, "not enough")
        assert conflicts.conflicts(again) == []
        assert verifying.standing_of(again, twice.case) == Verified(0, 4, ("2.1.1",))
    finally:
        again.close()
