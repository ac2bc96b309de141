"""Which window has an inspection open: one at a time, also where several are opened at the same instant."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from inspector_app.core import alone
from inspector_app.core.claims import Claim
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile import presence
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.conftest import FRAMEWORK, SERVICE, START

INSPECTION, OTHER = WorkspaceId("a" * 32), WorkspaceId("b" * 32)
AT_ONCE = 4


def opened_at_once(profile: Path, path: Path, barrier: Barrier) -> Claim | Expected:
    barrier.wait()
    try:
        return presence.hold(profile, INSPECTION, path)
    except Expected as error:
        return error


def test_of_windows_that_open_one_inspection_at_one_instant_one_has_it_and_the_others_say_where(
    profile: Path, tmp_path: Path
) -> None:
    path, barrier = tmp_path / "one.inspection", Barrier(AT_ONCE)
    path.write_bytes(b"x" * 16)
    profile.mkdir(exist_ok=True)
    for _ in range(15):
        with ThreadPoolExecutor(AT_ONCE) as several:
            found = list(several.map(lambda _: opened_at_once(profile, path, barrier), range(AT_ONCE)))
        (claim,) = [one for one in found if isinstance(one, Claim)]
        refused = [one for one in found if isinstance(one, Expected)]
        assert {(one.code, one.facts["where"]) for one in refused} == {(Code.OPEN_ELSEWHERE, path)}
        assert presence.called(claim), "it is asked to come forward"
        claim.release()


def test_two_inspections_are_held_by_two_windows(profile: Path, tmp_path: Path) -> None:
    profile.mkdir(exist_ok=True)
    with presence.hold(profile, INSPECTION, tmp_path / "one"), presence.hold(profile, OTHER, tmp_path / "other"):
        assert presence.window(profile, INSPECTION) is not None
        assert presence.window(profile, OTHER) is not None


def test_a_program_that_stands_still_while_it_opens_one_keeps_nobody_waiting_for_good(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile.mkdir(exist_ok=True)
    with alone.alone(profile / "claims"):
        monkeypatch.setattr(alone, "LONGEST_WAIT", 0.1)
        with pytest.raises(Expected) as no:
            presence.hold(profile, INSPECTION, tmp_path / "one")
    assert no.value.code is Code.BUSY


@pytest.mark.parametrize("window", [True, False])
def test_one_that_is_being_made_is_in_no_list_and_nobody_opens_it_until_it_is(laptop: Laptop, window: bool) -> None:
    making = Workspace.create(laptop, laptop.new_path(SERVICE), FRAMEWORK, SERVICE, START, finished=False)
    assert laptop.workspaces() == []
    with pytest.raises(Expected) as no:  # its maker may yet remove it, with what somebody wrote into it
        Workspace.open(laptop, making.path, window=window)
    assert no.value.code is Code.BEING_MADE
    making.finish()
    making.close()
    assert [row.path for row in laptop.workspaces()] == [str(making.path)]
    Workspace.open(laptop, making.path, window=window).close()
