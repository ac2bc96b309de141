"""A check names the step that was changed or taken out of the log, and a counter that is wrong."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from inspector_app.core.domain.ids import EntityId
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import odd_steps
from inspector_app.core.storage.safekeeping import check
from tests.services.colleagues import Team

Spoil = Callable[[Connection, str], object]


def _set(column: str, value: object) -> Spoil:
    return lambda on, step: on.exec_driver_sql(f"UPDATE steps SET {column} = ? WHERE id = ?", (value, step))


def _of_it(statement: str) -> Spoil:
    return lambda on, step: on.exec_driver_sql(statement, (f"{step}.%",))


def _without_a_trace(on: Connection, step: str) -> None:
    _of_it("DELETE FROM changes WHERE id LIKE ?")(on, step)
    on.exec_driver_sql("DELETE FROM steps WHERE id = ?", (step,))


SPOILT: dict[str, Spoil] = {
    "its row is gone": lambda on, step: on.exec_driver_sql("DELETE FROM steps WHERE id = ?", (step,)),
    "another id": _set("id", "ffffffffffffffff.00000001.ffffffff"),
    "no id": _set("id", "x"),
    "an unknown verb": _set("verb", "forge"),
    "bytes for an author": _set("author", b"\xff\xfe"),
}
SIGNED: dict[str, Spoil] = {
    "another author": _set("author", "somebody"),
    "another moment": _set("at", "2026-01-01T00:00:00+00:00"),
    "another verb": _set("verb", "undo"),
    "another item": _set("item", "elsewhere"),
    "gone with its changes": _without_a_trace,
    "a value of then": _of_it("UPDATE changes SET value = '\"forged\"' WHERE id LIKE ?"),
    "a change of then is gone": _of_it("DELETE FROM changes WHERE id LIKE ?"),
    "another stage": _of_it("UPDATE changes SET revision = 7 WHERE id LIKE ?"),
}


def _typed_twice(workspace: Workspace) -> str:
    """The step of the first of two values: no row holds what it says."""
    case = EntityId(workspace.case_id("C01"))
    workspace.editor.set("case", case, "type", "first")
    workspace.editor.set("case", case, "type", "second")
    return workspace.history("case", case, "type")[1].change[:34]


@pytest.mark.parametrize("how", SPOILT)
def test_what_no_step_can_be_is_named(how: str, workspace: Workspace) -> None:
    step = _typed_twice(workspace)
    assert check.problems(workspace.database) == []
    with workspace.database.write() as connection:
        SPOILT[how](connection, step)
    found = check.problems(workspace.database)
    assert any(re.match(rf"step ({step}|f+[.0-9f]+1\.f+|x):", line) for line in found), found
    assert workspace.problems() == found


@pytest.fixture
def given(workspace: Workspace, tmp_path: Path) -> Iterator[tuple[Workspace, Workspace, str]]:
    """A laptop and a colleague's, to whom it gave its work; and a step of it."""
    people = Team(workspace, tmp_path)
    step, tom = _typed_twice(workspace), people.colleague("Tom Okafor")
    assert workspace.problems() == tom.problems() == []
    yield workspace, tom, step
    people.close()


def test_what_is_not_as_it_was_signed_is_named_on_every_laptop(given: tuple[Workspace, Workspace, str]) -> None:
    *both, step = given
    for workspace in both:
        for how, spoil in SIGNED.items():
            with suppress(_TakenBackError), workspace.database.write() as connection:
                spoil(connection, step)
                found = odd_steps.not_as_signed(connection)
                assert any(line.startswith(f"step {step}: it ") for line in found), how
                raise _TakenBackError
        assert workspace.problems() == []


class _TakenBackError(Exception):
    """What was written is not to stay."""


def test_a_counter_that_is_none_is_named(workspace: Workspace) -> None:
    with workspace.database.write() as connection:
        connection.exec_driver_sql("INSERT INTO meta VALUES ('handed_off 0123456789abcdef', 'two')")
    assert workspace.problems() == ["handed_off 0123456789abcdef: two is no number"]
