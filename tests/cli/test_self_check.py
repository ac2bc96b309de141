"""`--self-check`, and which program this is by `--version`."""

import inspect
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import inspector_app
from inspector_app import selfcheck
from inspector_app.commands import arguments
from inspector_app.core import paths, version
from inspector_app.core.errors import Bug
from inspector_app.core.services.editor import Editor
from inspector_app.core.services.help import fault, manual
from inspector_app.core.services.results import reports
from inspector_app.core.services.writing.spelling import Speller
from tests.cli.conftest import Run


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that temporary places are made in."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def test_the_self_check_is_passed_and_touches_nothing_of_ones_own(started: Run, profile: Path, temporary: Path) -> None:
    done = started("--self-check")
    assert (done.status, done.err) == (0, "")
    assert done.out.count("right: ") == 10
    assert done.out.endswith("The self-check is passed.\n")
    assert list(profile.iterdir()) == []
    assert list(temporary.iterdir()) == []


@pytest.fixture(scope="module")
def _drafts_are_made_once() -> Iterator[None]:
    """For who looks at what comes after them: in each format they are half of a self-check, and alike each time."""
    made = cache(lambda ending: written(*asked, ending=ending))
    written, asked = reports.draft_findings, []

    def kept(*of: object, ending: str = reports.ENDING) -> bytes:
        asked[:] = of
        return made(ending)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reports, "draft_findings", kept)
        yield


@pytest.mark.usefixtures("profile", "_drafts_are_made_once")
@pytest.mark.parametrize(
    ("of", "name", "last_right"),
    [
        (Editor, "undo", "bring the sample in"),
        (Speller, "suggest", "its backups are sound"),
        (manual, "picture", "spelling"),
        (fault, "_version_of", "the guide with its pictures"),
    ],
)
def test_what_does_not_do_its_work_fails_the_self_check(
    of: object, name: str, last_right: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(of, name, lambda *_: ())
    with pytest.raises(Bug, match="not so"):
        selfcheck.main()
    assert re.findall("right: .*", capsys.readouterr().out)[-1].endswith(last_right)


def test_the_self_check_takes_no_other_argument(started: Run) -> None:
    done = started("--self-check", "more")
    assert (done.status, done.out) == (2, "")


def test_from_source_the_version_says_so(run: Run) -> None:
    assert run("--version").out == f"{inspector_app.__version__} (from source)\n"


def test_a_build_names_its_commit_and_the_date_of_it(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    monkeypatch.setattr(arguments, "_parser", inspect.unwrap(arguments._parser))
    stamp = {"commit": "0123456789abcdef0123456789abcdef01234567", "date": "2026-11-27"}
    (tmp_path / version.STAMP).write_text(json.dumps(stamp), encoding="utf-8")
    assert run("--version").out == f"{inspector_app.__version__} (commit 0123456789ab, 2026-11-27)\n"
