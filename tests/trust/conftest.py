"""Three laptops of one inspection: the lead's, a colleague's, and that of a member who sends whatever the format allows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import cheap_keyrings
from tests.trust.hostile import Three


@pytest.fixture(autouse=True)
def _quick(quick_packages: None) -> None:
    """What a package under a passphrase costs is no matter of these tests."""


@pytest.fixture
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Three]:
    """Ann leads, Bea is honest, Mal is not; each has accepted the others, and all have cases C01 to C03."""
    cheap_keyrings(monkeypatch)
    made = Three(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Three]:
    """The same three for all tests of a module: each has an item to itself."""
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        found = Three(tmp_path_factory.mktemp("team"))
        yield found
        found.close()
