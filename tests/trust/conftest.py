"""Three laptops of one inspection: the lead's, a colleague's, and that of a member who sends whatever the format allows."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import cheap_keyrings
from tests.trust.hostile import Three


@pytest.fixture(autouse=True)
def _quick(quick_packages: None) -> None:
    """What a package under a passphrase costs is no matter of these tests."""


@pytest.fixture(scope="session")
def kept_three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the three, made once and closed."""
    return _made_once(tmp_path_factory.mktemp("three"), lambda _three: None)


@pytest.fixture(scope="session")
def kept_told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the three when Bea has written a note that everybody has."""
    return _made_once(tmp_path_factory.mktemp("told"), _told)


def _told(three: Three) -> None:
    three.bea.editor.set(*three.note(), "Bea's own")
    three.exchange()


def _made_once(folder: Path, then: Callable[[Three], None]) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        with closing(Three.made(folder)) as made:
            then(made)
    return folder


@pytest.fixture
def three(kept_three: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Three]:
    """Ann leads, Bea is honest, Mal is not; each has accepted the others, and all have cases C01 to C03."""
    cheap_keyrings(monkeypatch)
    with closing(Three.copied(kept_three, tmp_path)) as made:
        yield made


@pytest.fixture
def told(kept_told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Three]:
    """The three, when Bea has written a note that everybody has."""
    cheap_keyrings(monkeypatch)
    with closing(Three.copied(kept_told, tmp_path)) as made:
        yield made


@pytest.fixture(scope="module")
def team(kept_three: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Three]:
    """The same three for all tests of a module: each has an item to itself."""
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        with closing(Three.copied(kept_three, tmp_path_factory.mktemp("team"))) as found:
            yield found
