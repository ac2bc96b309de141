import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inspector_app.core import alone
from inspector_app.core.domain.fields import Value
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.settings import Settings


@pytest.mark.parametrize("value", ["dark", 125, True, "ŵ"])
def test_a_setting_is_remembered(tmp_path: Path, value: Value) -> None:
    Settings(tmp_path / "new").set("x", value)
    assert Settings(tmp_path / "new").get("x", type(value)()) == value


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\xff", '"x"'])
def test_a_damaged_file_means_the_defaults_and_can_be_written_again(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_bytes(text.encode("latin-1"))
    settings = Settings(tmp_path)
    assert settings.get("zoom", 100) == 100
    settings.set("zoom", 150)
    assert Settings(tmp_path).get("zoom", 100) == 150


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_file_that_an_editor_saved_in_another_code_says_what_it_said(tmp_path: Path, code: str) -> None:
    (tmp_path / "settings.json").write_bytes('{"zoom": 150, "folder": "ŵ"}'.encode(code))
    settings = Settings(tmp_path)
    assert (settings.get("zoom", 100), settings.get("folder", "")) == (150, "ŵ")
    settings.set("idle", 20)
    assert Settings(tmp_path).get("zoom", 100) == 150


def test_a_value_of_another_type_means_the_default(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"zoom": "big", "idle": true, "theme": [1]}')
    settings = Settings(tmp_path)
    assert (settings.get("zoom", 100), settings.get("idle", 10), settings.get("theme", "light")) == (100, 10, "light")


def test_setting_one_keeps_the_others(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set("theme", "dark")
    settings.set("zoom", 150)
    assert Settings(tmp_path).get("theme", "light") == "dark"


# several programs at one time

WRITER = """
import sys
from pathlib import Path
from inspector_app.core.services.profile.settings import Settings
settings = Settings(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    settings.set(f"{sys.argv[2]} {number}", number + 1)
    settings.raise_to("highest", number)
"""


def started(script: str, *words: object) -> subprocess.Popen[str]:
    """A program that has said that it is ready."""
    command = [sys.executable, "-c", script, *map(str, words)]
    begun = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )
    assert begun.stdout
    assert begun.stdout.readline() == "ready\n"
    return begun


def test_programs_that_write_settings_at_one_time_lose_none_of_each_others(tmp_path: Path) -> None:
    writers = [started(WRITER, tmp_path, name) for name in ("one", "two", "three")]
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    kept = Settings(tmp_path)
    assert [name for name in ("one", "two", "three") for n in range(40) if kept.get(f"{name} {n}", 0) != n + 1] == []
    assert kept.get("highest", 0) == 39


def test_a_number_is_raised_and_never_lowered(tmp_path: Path) -> None:
    one, other = Settings(tmp_path), Settings(tmp_path)
    one.raise_to("given", 7)
    other.raise_to("given", 3)
    assert Settings(tmp_path).get("given", 0) == 7
    other.raise_to("given", 9)
    assert Settings(tmp_path).get("given", 0) == 9


def test_several_settings_are_written_together_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path)
    settings.set("theme", "dark")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing)
        with pytest.raises(Expected):
            settings.set_all({"theme": "light", "zoom": 150})
    assert (settings.get("theme", ""), settings.get("zoom", 100)) == ("dark", 100)


def failing(_file: int) -> None:
    raise OSError(errno.EIO, "the disk fails")


HOLDER = """
import sys
from pathlib import Path
from inspector_app.core.alone import alone
with alone(Path(sys.argv[1])):
    print("ready", flush=True)
    sys.stdin.readline()
"""


def test_a_program_that_stands_still_while_it_writes_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(tmp_path)
    settings.set("zoom", 150)
    holder = started(HOLDER, tmp_path / "settings.json")
    monkeypatch.setattr(alone, "LONGEST_WAIT", 0.2)
    with pytest.raises(Expected) as no:
        settings.set("zoom", 200)
    assert no.value.code is Code.BUSY
    assert settings.get("zoom", 100) == 150
    holder.kill()  # what it leaves beside the file locks nothing
    holder.communicate()
    settings.set("zoom", 200)
    assert Settings(tmp_path).get("zoom", 100) == 200


def test_who_writes_now_and_then_waits_for_nobody_and_who_writes_again_at_once_lets_others_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, waited = [100.0], list[float]()
    monkeypatch.setattr(alone, "seconds", lambda: clock[0])
    monkeypatch.setattr(alone, "sleep", waited.append)
    settings = Settings(tmp_path)
    for zoom, later in ((110, 0.0), (120, 60.0), (130, 0.001)):
        clock[0] += later
        settings.set("zoom", zoom)
    assert waited == [0.0, 0.0, pytest.approx(0.003)]
