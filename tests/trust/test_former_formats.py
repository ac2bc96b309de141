"""What was begun with a former program opens; its own work is signed at the first hand-off, and cards are exchanged again."""

import shutil
from pathlib import Path

import pytest

from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.crypto.keyring_contents import Device
from inspector_app.core.domain.ids import DeviceId, WorkspaceId
from inspector_app.core.domain.trust import Standing
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import keys_here
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import stretches
from tests.trust.hostile import Three, set_up, value

OLD = Path(__file__).parents[1] / "data" / "old"
VERSIONS = [folder.name for folder in sorted(OLD.iterdir()) if folder.is_dir()]


def kept_of(version: str, laptop: Laptop, device: str = "", person: str = "") -> Workspace:
    """The workspace kept of a version, on a laptop that was the one that made it, or that of somebody who has a copy."""
    laptop.workspaces_folder.mkdir(exist_ok=True)
    path = Path(shutil.copy(OLD / version / "kept.inspection", laptop.workspaces_folder / "kept.inspection"))
    key, workspace = (OLD / version / "key.txt").read_text().split()
    laptop.remember(
        WorkspaceKey(
            id=WorkspaceId(workspace), key=bytes.fromhex(key), path=str(path), service="Kept", framework="iyjwcv-2025",
            opened="",
        )
    )  # fmt: skip
    if device:
        from dataclasses import replace

        bound = keys_here.binding(laptop.folder)
        laptop.keyring_file.update(lambda k: replace(k.as_device(Device(DeviceId(device)), bound), former=()))
        laptop.keyring_file.update(lambda k: replace(k, person=replace(k.person, id=person)))
    return Workspace.open(laptop, path)


def maker_of(version: str, laptop: Laptop) -> tuple[str, str]:
    """The laptop that made the kept workspace, and its person."""
    workspace = kept_of(version, laptop)
    with workspace.database.read() as connection:
        first = connection.exec_driver_sql(
            "SELECT s.id, s.author FROM steps s JOIN changes c ON c.id LIKE s.id || '.%' "
            "WHERE c.entity = 'inspection' AND c.field = 'service'"
        ).one()
    workspace.close()
    return first[0][:16], first[1]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_own_work_of_an_older_workspace_is_signed_at_its_first_hand_off(
    version: str, profile: Path, tmp_path: Path
) -> None:
    device, person = maker_of(version, set_up(tmp_path / "look", "Look"))
    kept = kept_of(version, set_up(tmp_path / "maker", "Kept Inspector"), device, person)
    assert kept.laptop.device == device
    assert kept.laptop.trusted(WorkspaceId(kept.id)).lead == person
    bob = set_up(tmp_path / "bob", "Bob")
    team.add(kept, bob.card())
    handoffs.export(kept, start := tmp_path / "start.handoff", to=["Bob"])
    theirs, (found,) = handoffs.join(bob, start, bob.new_path("W"), framework=True)
    assert found.untaken == ()
    assert [c.ref for c in theirs.case_rows()] == [c.ref for c in kept.case_rows()]
    case = kept.case_rows()[0].id
    assert value(theirs, ("prompt", f"{case}/2.1.1/a", "note")) == "Kept note."
    with kept.database.read() as connection:
        assert stretches.unsigned(connection, {DeviceId(device)}) == []
    theirs.editor.set("prompt", f"{case}/2.1.1/b", "note", "Bob's")
    handoffs.export(theirs, back := tmp_path / "back.handoff", to=["Kept Inspector"])
    assert handoffs.import_(kept, [back])[0].untaken == ()
    assert value(kept, ("prompt", f"{case}/2.1.1/b", "note")) == "Bob's"
    for workspace in (kept, theirs):
        assert workspace.problems() == []
        workspace.close()


def test_what_others_wrote_unsigned_is_kept_and_shown_and_travels_when_they_sign_it(
    profile: Path, tmp_path: Path
) -> None:
    """The colleague of the kept workspace wrote one text; the contested field stands as it did."""
    version = VERSIONS[-1]
    device, person = maker_of(version, set_up(tmp_path / "look", "Look"))
    kept = kept_of(version, set_up(tmp_path / "maker", "Kept Inspector"), device, person)
    key = ("finding", "contested-finding", "text")
    with kept.database.read() as connection:
        (other,) = {
            row[0][:16]
            for row in connection.exec_driver_sql("SELECT id FROM steps WHERE id NOT LIKE ?", (f"{device}%",))
        }
        author = connection.exec_driver_sql("SELECT author FROM steps WHERE id LIKE ?", (f"{other}%",)).first()
    colleague = kept_of(version, set_up(tmp_path / "colleague", "Kept Colleague"), other, author[0])
    bob = set_up(tmp_path / "bob", "Bob")
    team.add(kept, bob.card())
    handoffs.export(kept, start := tmp_path / "start.handoff", to=["Bob"])
    theirs, _ = handoffs.join(bob, start, bob.new_path("W"), framework=True)
    assert {row.value for row in kept.history(*key)} == {"Kept, ours.", "Kept, theirs."}
    assert {row.value for row in theirs.history(*key)} == {"Kept, ours."}

    for one, another in ((kept, colleague), (colleague, kept)):
        assert [row.standing for row in handoffs.rows(one) if row.name == another.laptop.person.name] == [
            Standing.NAMED
        ]
        team.add(one, another.laptop.card())
    handoffs.export(colleague, signed := tmp_path / "signed.handoff", to=["Kept Inspector"])
    handoffs.import_(kept, [signed])
    team.add(theirs, colleague.laptop.card())
    handoffs.export(kept, again := tmp_path / "again.handoff", to=["Bob"])
    assert handoffs.import_(theirs, [again])[0].untaken == ()
    assert {row.value for row in theirs.history(*key)} == {"Kept, ours.", "Kept, theirs."}
    for workspace in (kept, colleague, theirs):
        assert workspace.problems() == []
        workspace.close()


def test_a_laptop_of_a_former_format_belongs_to_the_card_that_was_accepted_first(three: Three) -> None:
    """Its id proves nothing, so a second card that names it does not count for it."""
    from dataclasses import replace

    from inspector_app.core.domain.trust import Belief, How, Pin, Trusted

    old = DeviceId("ab" * 8)
    mine, hers, his = (w.laptop.card() for w in three.everybody)
    pins = tuple(Pin(replace(card, devices=(old,)), How.CARD, "") for card in (hers, his))
    belief = Belief(mine, Trusted(WorkspaceId(three.ann.id), (), pins), {})
    assert belief.is_of(old, "", hers.signing)
    assert not belief.is_of(old, "", his.signing)
    mine_too = Belief(replace(mine, devices=(old,)), belief.trusted, {})
    assert not mine_too.is_of(old, "", hers.signing)


def test_packages_of_the_former_format_are_refused_with_a_sentence(three: Three) -> None:
    path = three.whole(three.ann)
    path.write_bytes(b"inspector-handoff 1\n" + path.read_bytes()[20:])
    with pytest.raises(Expected) as no:
        handoffs.import_(three.bea, [path])
    assert no.value.code is Code.FILE_OLDER
