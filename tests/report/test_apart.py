"""A window's draft is written in a process of its own: the same bytes, told to nobody, and it can be stopped."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core import itself, memory
from inspector_app.core.domain.inspection import Inspection
from inspector_app.core.report.content import Report
from inspector_app.core.report.files import apart, as_text
from inspector_app.core.report.files.writers import writer
from inspector_app.core.services import frameworks
from inspector_app.core.services.results import reports
from inspector_app.core.services.ticket import Cancelled
from tests.told_early import NOTHING, looks

AT = datetime(2026, 3, 24, 17, 40, tzinfo=UTC).astimezone()


def quiet(_done: int, _of: int, _what: str) -> None:
    """Nobody looks at how far it is."""


@pytest.fixture(scope="module")
def report(trafford: Inspection) -> Report:
    return reports.composed(frameworks.find(trafford.framework), trafford, AT)


def test_a_report_is_the_same_after_it_went_through_the_pipe(report: Report) -> None:
    assert as_text.read(as_text.written(report)) == report


def test_nothing_is_made_of_what_no_report_holds() -> None:
    with pytest.raises(KeyError):
        as_text.read('{"Path": ["/etc/passwd"]}')
    with pytest.raises(TypeError, match="str"):
        as_text.read('"Report"')


def test_a_file_written_apart_has_the_bytes_of_one_written_here(report: Report) -> None:
    asked: list[int] = []
    made = apart._asked(report, ".pdf", lambda *_: asked.append(1))  # by the other process and by none else
    assert made == writer(".pdf")(report, quiet)
    assert asked, "whether it is still wanted is asked meanwhile"


def test_what_the_process_is_asked_it_answers_by_its_output_alone(
    report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    tied: list[int] = []
    out = BytesIO()
    monkeypatch.setattr(memory, "end_with_parent", lambda told_by: tied.append(told_by.write(b"t")))
    monkeypatch.setattr(sys, "stdin", type("In", (), {"buffer": BytesIO(as_text.written(report).encode())}))
    monkeypatch.setattr(sys, "stdout", type("Out", (), {"buffer": out}))
    assert apart.main([".xlsx"]) == 0
    assert out.getvalue()[:3] == b"tPK"
    assert tied, "it ends with the program that was locked"


def test_neither_command_line_nor_environment_says_anything(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[list[str], dict[str, str]]] = []

    def start(line: list[str], **how: Any) -> subprocess.Popen[bytes]:
        seen.append((line, how["env"]))
        raise OSError

    monkeypatch.setenv(itself.PASSPHRASE, "of the keyring")
    monkeypatch.setattr(subprocess, "Popen", start)
    assert apart.written(report, ".odt", quiet)[:2] == b"PK", "where no process can be started it is written here"
    [(line, told)] = seen
    assert line == itself.command([apart.SWITCH, ".odt"])
    assert itself.PASSPHRASE not in told


def test_a_process_that_fails_is_not_believed(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(itself, "command", lambda _: [sys.executable, "-c", "print('half'); raise SystemExit(3)"])
    assert apart.written(report, ".odt", quiet)[:2] == b"PK"


@pytest.mark.skipif(sys.platform == "win32", reason="looks at its input without waiting")
def test_a_process_is_told_nothing_before_it_is_sure_to_end_with_the_program(
    report: Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What it would be told while it begins, a lock in that moment would leave it with."""
    told = tmp_path / "told"
    monkeypatch.setattr(itself, "command", lambda _: looks(told))
    assert apart.written(report, ".odt", quiet)[:2] == b"PK", "it is written here"
    assert told.read_bytes() == NOTHING


def test_who_stops_it_ends_the_process(report: Report, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    waits = f"import os, time; open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(999)"
    monkeypatch.setattr(itself, "command", lambda _: [sys.executable, "-c", waits])

    def stopped(*_: object) -> None:
        if pid.exists() and pid.read_text():
            raise Cancelled

    with pytest.raises(Cancelled):
        apart.written(report, ".pdf", stopped)
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)
