"""Three laptops of one inspection: the lead's, a colleague's, and that of a member who sends whatever the format allows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.core.crypto import seal
from tests.trust.hostile import Three


@pytest.fixture(autouse=True)
def _quick(quick_packages: None) -> None:
    """What a package under a passphrase costs is no matter of these tests."""


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Three]:
    """Ann leads, Bea is honest, Mal is not; each has accepted the others, and all have cases C01 to C03."""
    monkeypatch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))
    made = Three(tmp_path)
    yield made
    made.close()
