"""A team whose laptops exchange packages."""

from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from inspector_app.core.services.workspace import Workspace
from tests.conftest import add_cases, cheap_keyrings, create, set_up, without_backups
from tests.services.colleagues import Did, Team


@pytest.fixture
def people(workspace: Workspace, tmp_path: Path) -> Iterator[Team]:
    """The lead's workspace (cases C01 to C03 and V01), to which colleagues can be added."""
    made = Team(workspace, tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def kept_team(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Did], Path]:
    """The folder of a team's laptops after what a function did with it, done once for each such function."""

    @cache
    def kept(did: Did) -> Path:
        folder = tmp_path_factory.mktemp("team")
        with pytest.MonkeyPatch.context() as patch:
            cheap_keyrings(patch)
            without_backups(patch)
            with closing(create(set_up(folder / "profile"))) as lead, closing(Team(lead, folder)) as team:
                add_cases(lead)
                did(team)
        return folder

    return kept


@pytest.fixture
def after(people: Team, kept_team: Callable[[Did], Path]) -> Iterator[Callable[[Did], Team]]:
    """Gives `people` as they are after what that function does with them. They are copies: to join costs five times as much.

    Their lead's file is another one than `workspace` from then on.
    """

    def as_after(did: Did) -> Team:
        people.become(kept_team(did))
        return people

    yield as_after
    people.lead.close()
