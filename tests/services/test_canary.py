"""Nothing typed is ever in plain on disk: not in the file, its log, a backup, a temporary file, the log of the program."""

import logging
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core import log
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace

CANARY = "the-canary-sings-of-a-child-in-Wexborough"


@pytest.fixture
def places(laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """Everywhere a file could be left: the profile, the temporary folder and the working folder, all watched."""
    temporary, working = tmp_path / "temporary", tmp_path / "working"
    for folder, name in ((temporary, "TMPDIR"), (temporary, "SQLITE_TMPDIR"), (temporary, "TEMP"), (temporary, "TMP")):
        folder.mkdir(exist_ok=True)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    working.mkdir()
    monkeypatch.chdir(working)
    logger = logging.getLogger("inspector_app")
    before = list(logger.handlers)
    log.start(laptop.folder)
    yield [laptop.folder, temporary, working]
    for handler in set(logger.handlers) - set(before):
        handler.close()
        logger.removeHandler(handler)


def _found(places: list[Path]) -> list[Path]:
    wanted = [text.encode(code) for text in (CANARY, "CANARYCASE") for code in ("utf-8", "utf-16-le", "utf-16-be")]
    paths = [p for folder in places for p in folder.rglob("*") if p.is_file()]
    return [p for p in paths if any(text in p.read_bytes() for text in wanted)]


def test_the_search_would_find_a_canary(places: list[Path]) -> None:
    (places[1] / "leak").write_text(f"..{CANARY}..", encoding="utf-16")
    assert _found(places) == [places[1] / "leak"]


def test_nothing_typed_is_in_plain_while_open_after_closing_or_in_a_backup(laptop: Laptop, places: list[Path]) -> None:
    workspace = Workspace.create(laptop, laptop.new_path("one"), "iyjwcv-2025", CANARY, date(2026, 3, 9))
    case = workspace.add_case("CANARYCASE", "children")
    session = None
    for number in range(200):
        done = workspace.editor.set("prompt", f"{case}/2.1.1/a", "note", f"{CANARY} " * (number + 1), amend=session)
        session = done.change
        workspace.editor.set("judgement", f"{case}/2.1.1", "rationale", f"{CANARY} {number}" * 20)
    assert _found(places) == []
    workspace.back_up()
    workspace.inspection()
    workspace.problems()
    with pytest.raises(Expected) as refused:
        workspace.editor.set("prompt", f"{case}/2.1.1/a", "answer", CANARY)
    logging.getLogger("inspector_app").warning("refused: %s", refused.value.code)
    assert _found(places) == []
    workspace.close()
    assert _found(places) == []
    reopened = Workspace.open(laptop, workspace.path)
    assert reopened.inspection().service == CANARY
    assert _found(places) == []
    reopened.close()
    assert (laptop.folder / "log.txt").exists()
    assert [*places[1].iterdir(), *places[2].iterdir()] == []
