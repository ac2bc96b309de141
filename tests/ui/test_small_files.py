"""What stands in the small files of the profile keeps nobody out, and stops nothing, whatever it is."""

import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.domain.backups import Why
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.safekeeping import backups, rehearsing
from inspector_app.core.services.workspace import Workspace
from tests.conftest import PASSPHRASE

NO_NAMES = ["a\0b", "\ud800", "\0"]  # what can be the name of no file


@pytest.mark.parametrize("folder", [*NO_NAMES, "x" * 5000, "/dev/null", "relative", ""])
def test_a_folder_of_second_copies_that_can_be_none_stops_no_backup(
    workspace: Workspace, laptop: Laptop, folder: str
) -> None:
    laptop.settings._path.write_text(json.dumps({"second_copy": folder, "second_copy_mark": ""}))
    laptop.settings._values = None
    before = len(workspace.backups())
    with pytest.raises(Expected) if folder not in ("", *NO_NAMES) else nullcontext():
        backups.make(workspace, Why.ASKED)
    assert len(workspace.backups()) == before + 1
    backups.make_if_due(workspace, Why.HOURLY)
    assert rehearsing.rehearse(laptop, workspace.path)


@pytest.mark.parametrize(
    "about",
    [
        *({"unfinished": name} for name in [*NO_NAMES, "", "/", ".", "x" * 5000]),
        {"restoring": "a\0b", "new": "\0", "aside": "\0"},
        {"restoring": "a"},
        {"making": "\ud800"},
        {"making": "0" * 32, "at": "\0", "before": ""},
    ],
    ids=lambda about: ascii(about)[:40],
)
def test_a_claim_that_no_program_of_ours_wrote_locks_nobody_out_and_goes(
    workspace: Workspace, laptop: Laptop, about: dict[str, str]
) -> None:
    workspace.close()
    folder = laptop.folder / "claims"
    folder.mkdir(exist_ok=True)
    (folder / f"{'0' * 16}.claim").write_bytes(b" " + json.dumps(about).encode())
    again = Laptop(laptop.folder)
    again.unlock(PASSPHRASE)
    Workspace.open(again, workspace.path, window=True).close()
    assert list(folder.glob("0000*")) == []


@pytest.mark.parametrize("minutes", [0, -5, 10**30, 10_000, True, "ten", None])
def test_no_settings_file_says_that_the_window_never_locks(
    laptop: Laptop, run: Callable[[Laptop], Any], minutes: object
) -> None:
    (laptop.folder / "settings.json").write_text(json.dumps({"idle_minutes": minutes}))
    laptop.settings._values = None
    assert run(laptop).shell._idle.minutes == 10


@pytest.mark.parametrize("name", ["theme", "window", "language", "second_copy"])
@pytest.mark.parametrize("text", [*NO_NAMES, "\udcff", "\uffff", "=" * 100_000])
def test_the_window_starts_whatever_texts_the_settings_hold(
    laptop: Laptop, run: Callable[[Laptop], Any], name: str, text: str
) -> None:
    (laptop.folder / "settings.json").write_text(json.dumps({name: text}))
    laptop.settings._values = None
    run(laptop).start(None)


def test_a_folder_whose_name_is_bytes_that_are_no_text_is_remembered(tmp_path: Path) -> None:
    Settings(tmp_path).set("folder", "/srv/caf\udce9")
    assert Settings(tmp_path).get("folder", "") == "/srv/caf\udce9"
