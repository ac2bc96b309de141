"""Lines of steps that were saved from a damaged file: what is lost of them is not taken to be here."""

from pathlib import Path

from sqlalchemy import delete

from inspector_app.core.services import handoffs
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import stretches
from inspector_app.core.storage.log.stretches import State
from inspector_app.core.storage.tables import CHANGES, STRETCHES

PACKAGE = "a lantern of the package"


def given(workspace: Workspace, tmp_path: Path) -> None:
    """Everything written so far is signed, as one stretch."""
    handoffs.export(workspace, tmp_path / "all.handoff", passphrase=PACKAGE)


def test_a_stretch_of_which_a_step_is_lost_is_wanting_and_the_rest_signed_anew(
    workspace: Workspace, tmp_path: Path
) -> None:
    change = workspace.editor.set("inspection", "inspection", "notice", "lost").change
    given(workspace, tmp_path)
    with workspace.database.write() as connection:
        (before,) = stretches.held(connection)
        steps = {entry.step for entry in stretches.kept(connection, [before])[0].entries}
        connection.execute(delete(CHANGES).where(CHANGES.c.id == change))
        stretches.mark_broken(connection)
        assert stretches.held(connection) == frozenset()
        assert stretches.kept(connection, [before])[0].state is State.WANTING
        loose = {made.step.id for made in stretches.unsigned(connection, {workspace.laptop.keyring.device})}
        assert loose == {step for step in steps if not str(change).startswith(step)}


def test_steps_whose_stretch_is_lost_are_signed_anew(workspace: Workspace, tmp_path: Path) -> None:
    given(workspace, tmp_path)
    with workspace.database.write() as connection:
        connection.execute(delete(STRETCHES))
        stretches.mark_broken(connection)
        assert stretches.unsigned(connection, {workspace.laptop.keyring.device})


def test_a_whole_line_stays_as_it_is_signed(workspace: Workspace, tmp_path: Path) -> None:
    given(workspace, tmp_path)
    with workspace.database.write() as connection:
        before = stretches.held(connection)
        stretches.mark_broken(connection)
        assert before
        assert stretches.held(connection) == before
        assert not stretches.unsigned(connection, {workspace.laptop.keyring.device})
