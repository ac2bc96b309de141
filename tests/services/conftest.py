"""A team whose laptops exchange packages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import Team


@pytest.fixture
def people(workspace: Workspace, tmp_path: Path) -> Iterator[Team]:
    """The lead's workspace (cases C01 to C03 and V01), to which colleagues can be added."""
    made = Team(workspace, tmp_path)
    yield made
    made.close()
