"""Lines of steps that were saved from a damaged file: what is lost of them is not taken to be here."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from inspector_app.core.domain.ids import DeviceId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.steps.line import Made, entry
from inspector_app.core.services import handoffs
from inspector_app.core.services.safekeeping import recovering
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import stretches
from inspector_app.core.storage.log.stretches import State
from inspector_app.core.storage.safekeeping import salvage
from inspector_app.core.storage.safekeeping.salvage import Salvaged, Values
from inspector_app.core.storage.tables import CHANGES, STEPS, STRETCHES
from tests.trust.hostile import Key, Three, heads, log, made, sound, steps_of, take, value

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


# a step of which some changes were saved


@pytest.mark.usefixtures("no_backups")
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("row", [True, False], ids=["its row is there", "its row is lost too"])
def test_what_is_left_of_a_step_that_nobody_was_given_is_the_same_on_every_laptop(
    three: Three, monkeypatch: pytest.MonkeyPatch, place: int, row: bool
) -> None:
    step = three_notes(three.bea, three)
    three.bea.editor.set(*notes(three)[1], "Bea's, later")
    lose(three, monkeypatch, {step.changes[place].id}, rows=not row)
    three.exchange()
    agree(three)
    left = {change.value for change in log(three.ann).values()}
    assert {f"Bea's {n}" for n in range(3) if n != place} <= left
    assert (f"Bea's {place}" in left) == (row and place != 1)  # of the other a later text stood in the row


@pytest.mark.usefixtures("no_backups")
@pytest.mark.parametrize("whose", ["her own", "a colleague's"])
@pytest.mark.parametrize("lost", [{1}, {2}, {0, 2}], ids=str)
@pytest.mark.parametrize("signature", ["here", "lost"])
def test_what_colleagues_have_of_a_step_that_was_saved_in_part_is_neither_lost_to_them_nor_kept_from_coming_back(
    three: Three, monkeypatch: pytest.MonkeyPatch, whose: str, lost: set[int], signature: str
) -> None:
    """The digest alone would say which stage of the step is the later one; here it says that of what is left."""
    maker = three.bea if whose == "her own" else three.ann
    while True:
        step = three_notes(maker, three)
        left = Made(step.step, tuple(change for n, change in enumerate(step.changes) if n not in lost))
        if entry(left).stage > entry(step).stage:
            break
    three.exchange()
    ids = {step.changes[n].id for n in lost}
    if signature == "lost":
        with three.bea.database.read() as connection:
            ids |= {connection.execute(select(STEPS.c.stretch).where(STEPS.c.id == step.step.id)).scalar_one()}
    lose(three, monkeypatch, ids, rows=True)
    three.exchange()
    agree(three)
    assert {change.id for change in step.changes} <= log(three.bea).keys() & log(three.ann).keys()


@pytest.mark.usefixtures("no_backups")
def test_what_a_member_claims_to_be_written_on_top_of_makes_no_step_longer(
    three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package may name any place of anybody's step: six digits of them, each of which would be a change in the file."""
    step = three_notes(three.bea, three)
    three.exchange()
    claimed = [f"{step.step.id}.{place}" for place in (900, 40)]
    forged = made(three.hand.device.id, 90, three.mal.me, (three.note("d"), "Mal's", claimed))
    take(three.bea, three.hand.send([three.bea], [forged]))
    lose(three, monkeypatch, {step.changes[1].id}, rows=True)
    assert len([change for change in log(three.bea) if change.startswith(step.step.id)]) == len(step.changes)


def notes(three: Three) -> list[Key]:
    return [three.note(letter) for letter in "abc"]


def three_notes(maker: Workspace, three: Three) -> Made:
    """One step of three changes."""
    edits = [Edit(kind, item, field, f"Bea's {n}", again=True) for n, (kind, item, field) in enumerate(notes(three))]
    maker.editor.do(f"{three.case}/2.1.1", edits)
    return steps_of(maker, DeviceId(maker.laptop.keyring.device))[-1]


def lose(three: Three, monkeypatch: pytest.MonkeyPatch, ids: set[str], *, rows: bool) -> None:
    """Bea's file is damaged: without these changes and stretches, and the rows that hold the changes; and recovered."""

    def in_part(*where: object) -> Salvaged:
        found = salvage.salvage(*where)
        return replace(found, tables={name: [r for r in of if not gone(name, r)] for name, of in found.tables.items()})

    def gone(table: str, row: Values) -> bool:
        return row.get("id") in ids or (rows and table == "prompt" and row.get("note_head") in ids)

    monkeypatch.setattr(recovering, "salvage", in_part)
    laptop, path = three.bea.laptop, three.bea.path
    three.bea.close()
    three.bea = Workspace.open(laptop, recovering.recover(laptop, path, laptop.new_path("Recovered")).path)


def agree(three: Three) -> None:
    """Everybody's values, and what they were last made by, are the same."""
    said = [[(value(one, key), heads(one, key)) for key in notes(three)] for one in three.everybody]
    assert said[0] == said[1] == said[2]
    sound(*three.everybody)
