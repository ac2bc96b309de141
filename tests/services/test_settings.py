from pathlib import Path

import pytest

from inspector_app.core.domain.fields import Value
from inspector_app.core.services.settings import Settings


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


def test_a_value_of_another_type_means_the_default(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"zoom": "big", "idle": true, "theme": [1]}')
    settings = Settings(tmp_path)
    assert (settings.get("zoom", 100), settings.get("idle", 10), settings.get("theme", "light")) == (100, 10, "light")


def test_setting_one_keeps_the_others(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set("theme", "dark")
    settings.set("zoom", 150)
    assert Settings(tmp_path).get("theme", "light") == "dark"
