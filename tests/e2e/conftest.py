"""What every journey may use: a display of its own, and the folder of a laptop nobody has set up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PASSPHRASE
from tests.e2e.display import display


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of a display."""
    with display() as name:
        yield name


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder, which the commands use too, with PASSPHRASE."""
    monkeypatch.setenv("INSPECTOR_HOME", str(tmp_path / "laptop"))
    monkeypatch.setenv("INSPECTOR_PASSPHRASE", PASSPHRASE)
    return tmp_path / "laptop"
