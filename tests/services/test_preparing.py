"""What is prepared for an opening before anybody knows of which file."""

import pytest

from inspector_app.core.services import preparing
from inspector_app.core.services.cases import conflicts, verifying
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.help import about
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.services.writing import left_at
from inspector_app.core.storage import asked_first, engines


@pytest.fixture
def as_started() -> None:
    """As in a program in which nothing was prepared yet."""
    asked_first.warm_up.cache_clear()


@pytest.mark.usefixtures("as_started")
def test_what_an_opening_asks_of_its_file_was_put_into_sql_before(workspace: Workspace) -> None:
    engines._COMPILED.clear()
    preparing.warm_up()
    prepared = set(engines._COMPILED)
    conflicts.count(workspace)
    workspace.rated_from()
    (case, *_) = workspace.case_rows()
    about.about(workspace)
    concerns.rows(workspace)
    standing.rights(workspace, case.id)
    verifying.looked_at(workspace, case.id)
    left_at.take(workspace)
    workspace.case_ref(case.id)
    assert set(engines._COMPILED) == prepared != set()


@pytest.mark.usefixtures("as_started")
def test_a_program_that_is_asked_for_a_passphrase_again_prepares_nothing_twice() -> None:
    preparing.warm_up()
    engines._COMPILED.clear()
    preparing.warm_up()
    assert not engines._COMPILED
