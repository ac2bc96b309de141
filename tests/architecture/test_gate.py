"""The gate of speed: what it compares, and that it shuts."""

import subprocess
from pathlib import Path

import pytest

from tests.benchmarks import gate


@pytest.fixture
def released(tmp_path: Path) -> Path:
    """A checkout with two commits, of which the first is tagged by the test, and nothing released in its list of changes."""
    (tmp_path / "CHANGELOG.md").write_text("## [Unreleased]\n", encoding="utf-8")
    for line in (
        ["init", "-q"],
        ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-q", "--allow-empty", "-m", "one"],
        ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-q", "--allow-empty", "-m", "two"],
    ):
        subprocess.run(["git", "-C", tmp_path, *line], check=True)
    return tmp_path


def _tag(top: Path, name: str, commit: str) -> None:
    subprocess.run(["git", "-C", top, "-c", "tag.gpgSign=false", "tag", name, commit], check=True)


class Fake:
    """A program whose every command takes so many seconds, and the first of each kind, which compiles, a hundred."""

    def __init__(self, seconds: float, **told: float) -> None:
        self._seconds, self._told = seconds, told
        self.lines: list[tuple[str, ...]] = []

    def took(self, line: tuple[str, ...], turn: int = 0) -> float:
        self.lines.append(line)
        return 100.0 if not turn else self._told.get(line[0], self._seconds)


def test_before_the_first_release_there_is_nothing_to_compare_with(monkeypatch, capsys, released):
    monkeypatch.setattr(gate, "TOP", released)
    assert gate.last_release(released) is None
    monkeypatch.setattr(gate, "last_release", lambda: None)
    assert gate.main([]) == 0
    assert "Nothing is released yet" in capsys.readouterr().out


def test_a_checkout_without_the_tags_of_what_was_released_does_not_pass(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(gate, "last_release", lambda: None)
    monkeypatch.setattr(gate, "TOP", tmp_path)
    changes = tmp_path / "CHANGELOG.md"
    for told, status in (
        ("## [0.1.0]\n", 0),
        ("## [Unreleased]\n## [0.1.0]\n", 1),
        ("## [0.2.0] - 2027\n## [0.1.0]\n", 1),
    ):
        changes.write_text(told, encoding="utf-8")
        assert gate.main([]) == status, told
        assert ("0.1.0 was released" in capsys.readouterr().out) is bool(status)


def test_compared_is_with_the_release_before_and_not_with_the_commit_itself(released):
    _tag(released, "v0.1.0", "HEAD^")
    _tag(released, "v0.2.0", "HEAD")
    _tag(released, "other", "HEAD^")
    assert gate.last_release(released) == "v0.1.0"


def test_only_what_takes_longer_than_before_stands_out():
    now, then = Fake(1.0, report=1.6), Fake(1.0)
    found = dict(gate.compared(now, then))
    assert found.keys() == gate.WORK.keys()
    assert {what: times for what, times in found.items() if times != 1} == {"draft findings as PDF": 1.6}
    assert now.lines == then.lines


@pytest.mark.parametrize(("times", "status"), [(1.5, 0), (1.51, 1)])
def test_the_gate_shuts_above_half_as_much_again(monkeypatch, capsys, tmp_path, times, status):
    monkeypatch.setattr(gate, "_checked_out", lambda commit, top: top)
    monkeypatch.setattr(gate, "compared", lambda now, then: iter([("a thing", 1.0), ("another", times)]))
    assert gate.main(["--since", "v1"]) == status
    assert ("over 1.5" in capsys.readouterr().out) is bool(status)
