"""A clock of 1970, of 2106, put back, or in the hour that comes twice: nothing is refused, lost or said wrongly for it."""

import json
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from inspector_app.core.crypto import parcel
from inspector_app.core.domain import backups as thinning
from inspector_app.core.domain.days import when
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.errors import Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.documents import exchange, paper
from inspector_app.core.services.profile import laptop as laptops
from inspector_app.core.services.profile import ways_back
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import copies, reports, sealing
from inspector_app.core.services.safekeeping import backup_rows, backups, rehearsing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.safekeeping import backup
from inspector_app.ui.errors import sentence
from inspector_app.ui.words import backups as words
from inspector_app.ui.words.handoffs import ledger
from tests.conftest import PASSPHRASE, cheap_keyrings, create, set_up
from tests.trust.hostile import Three, history, made, sound, take

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")


TAKEN = [
    "0001-01-01T00:00:00+00:00", "1969-12-31T23:59:59+00:00", "1970-01-01T00:00:00+00:00", "2038-01-19T03:14:08+00:00",
    "2106-02-07T06:28:16+00:00", "9999-12-31T23:59:59+00:00", "2026-10-25T01:30:00+00:00", "2026-03-29T01:30:00+00:00",
    "2026-03-10T10:00:00.123456+00:00", "2026-W11-2T10:00:00+00:00", "20260310T100000Z", "2026-03-10 10:00:00+00:00",
    "2026-03-10T10:00:00-00:00", "2024-02-29T23:59:59Z", "2026-03-10T10:00:00 +00:00",
    "9999-W52-5T23:59:59+00:00",
]  # fmt: skip
REFUSED = [  # the year is as it must be, since the writer mends what is not
    "2026-13-01T00:00:00+00:00", "2026-02-29T00:00:00+00:00", "2026-03-10T10:00:00", "2026-03-10",
    "2026-03-10T10:00:00+01:00", "2026-03-10T24:30:00+00:00", "2026-03-10T23:59:60+00:00", "2026",
    "2026-03-10T10:00:00+00:00\n", "2026-03-10T10:00:00+00:00:01", "2026-3-10T10:00:00+00:00", "2026-02-30T10:00:00Z",
    "2026-03-10T10:00:00+00:0", "2026-W54-1T10:00:00+00:00", "2026 and so on",
]  # fmt: skip


def everything_said(at: Workspace) -> str:
    """What ledger, history and documents say of it, and how old it is."""
    rows = handoffs.rows(at)
    now = datetime.now().astimezone()
    said = [line for row in rows for line in (*ledger.sentences(row, now), ledger.up_to(row, now))]
    for prompt in "bcd":
        times = [row.at for row in at.history("prompt", f"{at.case_rows()[0].id}/2.1.1/{prompt}", "note")]
        said += [shown for time in times for shown in (when.moment(time, now), when.since(time, now), when.clock(time))]
    return "\n".join(said)


@pytest.mark.parametrize("moment", TAKEN)
def test_a_step_of_any_clock_is_taken_and_told(team: Three, moment: str) -> None:
    device, key = team.hand.another_device(), team.note("b")
    step = made(device.id, 1, team.mal.me, (key, f"at {moment}", ()), at=moment)
    stretch = team.hand.stretch([step], device=device)
    take(team.ann, team.hand.send([team.ann], [step], [stretch], device=device.id, proof=device.proof))
    assert f"at {moment}" in history(team.ann, key)
    assert everything_said(team.ann)
    sound(team.ann)
    with team.ann.database.read() as connection:
        times = [row[0] for row in connection.exec_driver_sql("SELECT at FROM steps")]
    assert all("1971" <= at[:4] <= "2999" for at in times)
    assert max(times) <= "2999-12-31T23:59:59+00:00"


@pytest.mark.parametrize("moment", REFUSED)
def test_what_is_no_time_is_refused_in_a_sentence(team: Three, moment: str) -> None:
    device, key = team.hand.another_device(), team.note("c")
    step = made(device.id, 1, team.mal.me, (key, "never", ()), at=moment)
    stretch = team.hand.stretch([step], device=device)
    path = team.hand.send([team.ann], [step], [stretch], device=device.id, proof=device.proof)
    with pytest.raises(Expected) as refused:
        take(team.ann, path)
    assert "{" not in sentence(refused.value)
    assert "never" not in history(team.ann, key)


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00+00:00", "2106-02-07T06:28:16+00:00", "9999-12-31T23:59:59+00:00"]
)
def test_a_package_made_at_any_time_is_taken(team: Three, moment: str) -> None:
    key = team.note("d")
    device = team.hand.another_device()
    step = made(device.id, 1, team.mal.me, (key, f"made {moment}", ()))
    stretch = team.hand.stretch([step], device=device)
    take(team.ann, team.hand.send([team.ann], [step], [stretch], device=device.id, proof=device.proof, made=moment))
    assert f"made {moment}" in history(team.ann, key)
    assert everything_said(team.ann)


# one laptop whose clock is wrong


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A laptop with the sample inspection, as files."""
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        folder = tmp_path_factory.mktemp("pattern") / "ruth"
        folder.mkdir(mode=0o700)
        made_here = create(set_up(folder))
        exchange.import_file(made_here, exchange.sample_document())
        made_here.close()
        return folder


@pytest.fixture
def ruth(pattern: Path, tmp_path: Path) -> Iterator[Workspace]:
    """It, copied and open."""
    shutil.copytree(pattern, tmp_path / "ruth")
    found = Laptop(tmp_path / "ruth")
    found.unlock(PASSPHRASE)
    (path,) = (tmp_path / "ruth" / "workspaces").glob("*.inspection")
    opened = Workspace.open(found, path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def sample(pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """It, copied and open, for tests that only read."""
    folder = tmp_path_factory.mktemp("sample") / "ruth"
    shutil.copytree(pattern, folder)
    found = Laptop(folder)
    found.unlock(PASSPHRASE)
    (path,) = (folder / "workspaces").glob("*.inspection")
    opened = Workspace.open(found, path)
    yield opened
    opened.close()


CLOCKS = {
    "1970": datetime(1970, 1, 1, tzinfo=UTC),
    "1971": datetime(1971, 1, 1, tzinfo=UTC),
    "1979": datetime(1979, 12, 31, 23, 59, 59, tzinfo=UTC),
    "2038": datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
    "2106": datetime(2106, 2, 7, 6, 28, 16, tzinfo=UTC),
    "2108": datetime(2108, 1, 1, tzinfo=UTC),
    "2999": datetime(2999, 12, 31, 23, 59, 59, tzinfo=UTC),
    "the hour that comes twice": datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1),
    "the hour that never is": datetime(2026, 3, 29, 1, 30, tzinfo=LONDON),
    "far east": datetime(2026, 3, 10, 12, tzinfo=timezone(timedelta(hours=14))),
    "an odd zone": datetime(1850, 1, 1, tzinfo=LONDON),
}


@pytest.mark.parametrize("ending", [*reports.ENDINGS, "pack"])
@pytest.mark.parametrize("at", CLOCKS.values(), ids=CLOCKS)
def test_everything_that_is_printed_and_exported_is_made_at_any_time(
    sample: Workspace, at: datetime, ending: str
) -> None:
    if ending == "pack":
        made_here = paper.pack(sample, [sample.case_rows()[0].id], False, at)
    else:
        inspection, copy = copies.of_workspace(sample, Scope.SERVICE)
        made_here = reports.draft_findings(sample.framework, inspection, at, copy=copy, ending=ending)
    assert len(made_here) > 1000


@pytest.mark.parametrize("at", [one for name, one in CLOCKS.items() if name not in ("1970", "an odd zone")])
def test_what_is_done_at_any_time_is_kept_backed_up_sealed_given_and_comes_back(
    ruth: Workspace, at: datetime, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return at.astimezone(tz)

    monkeypatch.setattr(laptops, "datetime", Clock)
    monkeypatch.setattr(backup, "datetime", Clock)
    ruth.editor.set("inspection", "inspection", "notice", "typed then")
    kept = ruth.back_up()
    found = backup.named_by(kept)
    assert found is not None
    assert abs((found.at - at.astimezone(UTC)).total_seconds()) < 1
    sealing.seal(ruth, tmp_path / "record.json")
    assert sealing.verify(tmp_path / "record.json").rated
    monkeypatch.undo()
    (row, *_) = backup_rows.rows(ruth)
    assert words.in_list(row, datetime.now().astimezone())
    ruth.editor.set("inspection", "inspection", "notice", "typed later")
    again = ruth.back_up()
    assert backup.newest(ruth.backups_place).path == again
    assert kept.exists(), "the clock takes no backup's place as the newest"
    assert all(not tried.problems for tried in rehearsing.rehearse(ruth.laptop, ruth.path))


@pytest.mark.parametrize("seconds", [-(10**10), -1, 0, 2**31, 2**32, 10**12, 4 * 10**15])
def test_a_file_of_any_time_is_a_way_back_and_a_backup_and_keeps_nobody_out(ruth: Workspace, seconds: int) -> None:
    for before in ruth.backups():
        before.unlink()
    kept = ruth.back_up()
    unnamed = kept.with_name(f"{ruth.id}-{7:06d}.backup")  # as the first versions named them
    kept.rename(unnamed)
    folder = ruth.laptop.folder
    try:
        for path in (unnamed, folder / "keyring", folder / "keyring.copy", folder / "settings.json", ruth.path):
            if path.exists():
                os.utime(path, (seconds, seconds))
    except (OSError, OverflowError):
        pytest.skip("this disk keeps no such time")
    assert len(ways_back.ways(ruth.laptop)) >= 2
    assert ruth.backups() in ([unnamed], [])
    ruth.editor.set("inspection", "inspection", "notice", "typed")
    assert ruth.back_up().exists()
    assert unnamed.exists()
    again = Laptop(folder)
    assert again.unlock(PASSPHRASE)


@pytest.mark.parametrize(
    "moment", ["99991231T235959Z", "00010101T000000Z", "20260229T120000Z", "20261025T013000Z", "00000000T000000Z"]
)
def test_a_backup_whose_name_says_any_time_stays_and_stops_no_other(ruth: Workspace, moment: str) -> None:
    kept = ruth.back_up()
    other = kept.with_name(f"{ruth.id}-000001-{moment}-asked.backup")
    kept.rename(other)
    for number in range(3):
        ruth.editor.set("inspection", "inspection", "notice", f"typed {number}")
        assert ruth.back_up().exists()
    assert other.exists()
    for row in backup_rows.rows(ruth):
        assert words.in_list(row, datetime.now().astimezone())
    assert all(not tried.problems for tried in rehearsing.rehearse(ruth.laptop, ruth.path))


@pytest.mark.parametrize(
    "moment",
    ["", "never", "9999-12-31T23:59:59+00:00", "0001-01-01T00:00:00+14:00", "2026-03-10T10:00:00", "2026-03-10", "\u0662",
     "2026-10-25T01:30:00+01:00", "1970-01-01T00:00:00+00:00"],
)  # fmt: skip
def test_a_safeguard_of_no_known_time_is_to_be_done_again(moment: str) -> None:
    assert thinning.is_overdue(moment, thinning.COPY_EVERY, NOW)
    found = backups.SecondCopy("/drive", moment)
    assert words.second_copy(found, NOW)
    assert words.last_rehearsal(rehearsing.Rehearsal(moment, 1, 2, 3), NOW)


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00", "1970-01-01T00:00:00+00:00"])
def test_a_record_sealed_at_any_time_is_verified(ruth: Workspace, tmp_path: Path, at: str) -> None:
    path = tmp_path / "record.json"
    sealing.seal(ruth, path)
    tree = json.loads(path.read_text(encoding="utf-8"))
    tree["at"] = at
    tree["signature"] = parcel.sign(ruth.laptop.keyring.signing_key, sealing._message(tree)).hex()
    path.write_text(json.dumps(tree), encoding="utf-8")
    assert "1971" <= sealing.verify(path).at[:4] <= "2999"
