"""What must hold after an operation in which a call went wrong, at the next start of the program."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from inspector_app.core.crypto import keyring_copies as copies
from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.profile import identity, ways_back
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.ways_back import Kind
from inspector_app.core.services.results import sealing
from inspector_app.core.services.safekeeping import backups, shelf
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import beside, kept
from inspector_app.core.storage.safekeeping import check
from inspector_app.core.storage.safekeeping.still import look_into
from tests.trust.faults.operations import (
    BROUGHT,
    FORMER,
    KEPT,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    SPOILT,
    START,
    World,
)

KILLED, REFUSED, DONE = "killed", "refused", "done"
# Refused for a disk that fails from then on: what it was last given may be on it, and nobody can take it back or ask.
UNSURE = "unsure"
OF_THE_DISK = {Code.DISK_FULL, Code.DISK_FAILED, Code.FOLDER_READ_ONLY, Code.ONLY_READ, Code.DELETED_IN_PART}
_FAILED = {Code.DISK_FAILED, Code.DELETED_IN_PART}  # no right is wanting, and there is room
CALLED = {"disk fails once": _FAILED, "disk fails": _FAILED}
_WRITES_TEXT = ("edit", "amend", "close", "open", "open_after_a_kill", "save_a_copy")
_RESTORES = ("restore", "bring_back", "bring_back_item")


def wrong(world: World, operation: str, acknowledged: Sequence[str], outcome: str) -> list[str]:
    """What does not hold."""
    try:
        return list(_wrong(world, operation, acknowledged, outcome))
    except Expected as error:
        return [f"the next start is refused: {error.code} {error.facts}"]
    except AssertionError as error:
        return [f"verification: {error}"]


def _wrong(world: World, operation: str, acknowledged: Sequence[str], outcome: str) -> Iterator[str]:
    if operation in ("bring_back_the_keyring", "use_the_code"):
        yield from _found_again(world, operation, acknowledged)
    if operation in ("change_passphrase", "use_the_code"):
        yield from _opens_with_one(world, acknowledged, outcome)
    laptop = world.laptop()
    if operation == "delete" and "deleted" in acknowledged:
        yield from _key_is_gone(world)
    path = _main(world, operation, acknowledged)
    with closing(Workspace.open(laptop, path)) as workspace:
        yield from workspace.problems()[:2]
        yield from _text(world, workspace, operation, acknowledged, outcome)
        for number in range(KEPT):
            if not world.note(workspace, number):
                yield f"kept {number} is gone"
        yield from _brought(world, workspace, operation, acknowledged, outcome)
        yield from _whole(world, workspace, operation, acknowledged, outcome)
        yield from _backups(laptop, workspace)
        workspace.editor.set("inspection", "inspection", "marking", "goes on")
    yield from _made(world, laptop, operation, acknowledged)
    yield from _exported(world, operation, acknowledged)
    yield from _saved(world, operation, acknowledged, outcome)
    if operation == "delete":
        yield from _deleted(laptop, acknowledged, outcome)
    yield from _left_over(world)


def _found_again(world: World, operation: str, acknowledged: Sequence[str]) -> Iterator[str]:
    """Where it did not come to an end, the same is done again, and works; nothing of what lay there is lost."""
    laptop = Laptop(world.folder / "Lead")
    if not acknowledged and operation == "bring_back_the_keyring":
        kinds = [way.kind for way in ways_back.ways(laptop)]
        ways_back.bring_back(laptop, Kind.COPY if Kind.COPY in kinds else kinds[0], PASSPHRASE)
    if not acknowledged and operation == "use_the_code":
        ways_back.recover(laptop, (world.folder / "code").read_text(), PASSPHRASE)
    kept = [path.read_bytes() for path in laptop.folder.glob("keyring.aside-*")]
    if SPOILT not in kept:
        yield "the keyring that lay there is gone"


def _opens_with_one(world: World, acknowledged: Sequence[str], outcome: str) -> Iterator[str]:
    """Whatever happened, one passphrase opens the laptop: the new one where that was acknowledged. The former is put back."""
    opened = [passphrase for passphrase in (PASSPHRASE, OTHER_PASSPHRASE) if _opens(world, passphrase)]
    if len(opened) != 1:
        yield f"{len(opened)} passphrases open the laptop"
    elif (acknowledged and opened[0] == PASSPHRASE) or (outcome == REFUSED and opened[0] != PASSPHRASE):
        yield f"{outcome} and {acknowledged}, and it opens with {opened[0]!r}"
    if opened and opened[0] != PASSPHRASE:
        laptop = Laptop(world.folder / "Lead")
        laptop.unlock(opened[0])
        identity.change_passphrase(laptop, opened[0], PASSPHRASE)


def _opens(world: World, passphrase: str) -> bool:
    try:
        Laptop(world.folder / "Lead").unlock(passphrase)
    except Expected as error:
        if error.code in (Code.WRONG_PASSPHRASE, Code.PASSPHRASE_BETWEEN):
            return False
        raise
    return True


def _main(world: World, operation: str, acknowledged: Sequence[str]) -> Path:
    if operation != "save_a_copy":
        return world.path
    if "copied" in acknowledged:
        return world.folder / "copy.inspection"
    return world.path.with_name("away").rename(world.path)  # as a person puts back what was moved


def _text(
    world: World, workspace: Workspace, operation: str, acknowledged: Sequence[str], outcome: str
) -> Iterator[str]:
    text = str(world.fixed(workspace))
    if operation in _WRITES_TEXT:
        wanted = max((int(word) for word in acknowledged if word.isdigit()), default=-2)
        found = int(text.split()[1]) if text.startswith("new ") else -2
        if found < wanted:
            yield f"lost: {wanted} was acknowledged, {found} is there"
        if outcome == REFUSED and found > wanted and operation != "open_after_a_kill":
            yield f"refused, and there: {found} after {wanted}"
    elif operation in _RESTORES:
        if text not in ("before", "in a backup") or (acknowledged and text != "in a backup"):
            yield f"after {acknowledged} it says {text!r}"
    elif text != "before":
        yield f"it says {text!r}"


def _brought(
    world: World, workspace: Workspace, operation: str, acknowledged: Sequence[str], outcome: str
) -> Iterator[str]:
    if operation.startswith("import"):
        there = sum(str(world.note(workspace, KEPT + number)).startswith("bea ") for number in range(BROUGHT))
        if there not in (0, BROUGHT) or (acknowledged and not there) or (outcome == REFUSED and there):
            yield f"{there} of {BROUGHT} notes came in"


_SAID_ONCE: dict[str, Callable[[World, Workspace], bool]] = {
    "archive": lambda _, w: any(key.archived for key in w.laptop.keyring.workspaces),
    "rename_person": lambda _, w: w.laptop.person.name == "Renamed",
    "withdraw": lambda _, w: membership.withdrawn(w, "Bea") is not None,
    "name_second_folder": lambda world, w: backups.second_folder(w.laptop) == world.folder / "other drive",
}


def _whole(
    world: World, workspace: Workspace, operation: str, acknowledged: Sequence[str], outcome: str
) -> Iterator[str]:
    """What is written in more than one place is in all of them, or refused and in none."""
    if operation == "bring_in_a_list":
        with workspace.database.read() as connection:
            words = kept.all_kept(connection, kept.TYPE)
        there = [any(row.ref == "L1" for row in workspace.case_rows()), "wombat" in words]
    elif operation == "add_to_team":
        trusted = workspace.laptop.trusted(workspace.key.id)
        jo = [card for card in team.members(workspace) if card.name == "Jo"]
        there = [bool(jo and jo[0].signing), any(pin.card.name == "Jo" for pin in trusted.pins)]
        if not acknowledged and there == [False, True]:  # killed or full for good after the keyring was written
            team.add(workspace, world.laptop("Jo").card())  # which does the rest
            return
    elif operation in _SAID_ONCE:
        there = [_SAID_ONCE[operation](world, workspace)]
    elif operation == "seal_ratings":
        there = [(world.folder / "sealed.json").exists(), sealing.standing(workspace) is not None]
        if outcome in (KILLED, UNSURE):  # a file that the inspection does not know of is sealed again
            return
    elif operation == "export_parts":
        with workspace.database.read() as connection:
            sent = bool(connection.exec_driver_sql("SELECT count(*) FROM packages WHERE way = 'out'").scalar_one() > 1)
        there = [any(world.folder.glob("cut, part*")), sent]
        left = outcome == UNSURE and there == [True, False]  # nothing can be removed from a disk that fails for good
        if outcome == KILLED or left:  # parts may lie there that are sent again
            return
    else:
        return
    if len(set(there)) > 1 or (acknowledged and not all(there)) or (outcome == REFUSED and any(there)):
        yield f"{outcome} and {acknowledged}: {there}"


def _key_is_gone(world: World) -> Iterator[str]:
    """No keyring that lies there has another key than that of the inspection that stays."""
    for path in (world.folder / "Lead").glob("keyring*"):
        if path.suffix != ".lock":
            sealed = copies.read(path)
            held = json.loads(sealed.open(sealed.passphrase.open(PASSPHRASE)))
            if len(held["workspaces"]) != 1:
                yield f"the key of what was deleted is in {path.name}"


def _deleted(laptop: Laptop, acknowledged: Sequence[str], outcome: str) -> Iterator[str]:
    """A line of the list for whatever is left, which is deleted then; refused without a word of what went, all is left."""
    rows = [row for row in laptop.workspaces() if row.service == "Second"]
    kept_files = [path for row in rows for path in laptop.backups_folder.glob(f"{row.id}-*")]
    if "deleted" in acknowledged and rows:
        yield "deleted, and in the list"
    if outcome == REFUSED and not acknowledged and (not rows or rows[0].missing or not kept_files):
        yield f"refused, and gone: {rows} {kept_files}"
    for row in rows:
        if not row.missing:
            with closing(Workspace.open(laptop, Path(row.path))) as found:
                yield from found.problems()[:1]
        shelf.delete(laptop, WorkspaceId(row.id))
    left = [path.name for path in laptop.workspaces_folder.glob("Second*")]
    if left or len({path.name[:32] for path in laptop.backups_folder.glob("*.backup")}) > 1:
        yield f"left of what was deleted: {left}"


_sound: set[bytes] = set()  # of what was read through, whole: the same bytes are as sound the next time


def _backups(laptop: Laptop, workspace: Workspace) -> Iterator[str]:
    drive = workspace.laptop.folder.parent / "drive"
    kept = [*workspace.backups(), *sorted(drive.glob("*.backup"))]
    if not kept:
        yield "the backups are gone"
    for backup in kept:
        if (digest := _digest(backup)) in _sound:
            continue
        try:
            with closing(look_into(backup, workspace.key.id, workspace.key.key)) as found:
                problems = check.problems(found)[:1]
        except Expected as error:
            yield f"{backup.name} does not open: {error.code}"
            continue
        yield from (f"{backup.name}: {problem}" for problem in problems)
        if not problems:
            _sound.add(digest)


def _digest(backup: Path) -> bytes:
    """Of the file, and of what lies beside it."""
    return b"".join(hashlib.sha256(part.read_bytes()).digest() for part in beside.together(backup) if part.exists())


def _made(world: World, laptop: Laptop, operation: str, acknowledged: Sequence[str]) -> Iterator[str]:
    second = world.folder / "Lead" / "workspaces" / "Second.inspection"
    if operation in ("new", "new_from_document"):
        yield from _new(laptop, second, acknowledged)
    if operation == "join":
        jo = world.laptop("Jo")
        yield from _new(jo, jo.workspaces_folder / "W.inspection", acknowledged, cases=2)
    if operation == "set_up":
        newbie = Laptop(world.folder / "Newbie")
        if not newbie.is_new():
            newbie.unlock(PASSPHRASE)
        elif acknowledged:
            yield "the keyring is gone"
        else:
            newbie.create_identity("New", "", PASSPHRASE)
    if operation == "migrate":
        with closing(Workspace.open(laptop, world.folder / "kept.inspection")) as kept:
            yield from kept.problems()[:1]
    goal = {"restore_into": "restored.inspection", "recover": "recovered.inspection"}.get(operation)
    if goal:
        there = (world.folder / goal).exists()
        if acknowledged and not there:
            yield f"{goal} is gone"
        if there:
            with closing(Workspace.open(laptop, world.folder / goal)) as found:
                yield from found.problems()[:1]


def _new(laptop: Laptop, path: Path, acknowledged: Sequence[str], cases: int | None = None) -> Iterator[str]:
    """A new file is there whole and in the list, or nothing of it is; and it can be made again."""
    listed = [row for row in laptop.workspaces() if row.path == str(path)]
    there = [part for part in beside.together(path) if part.exists()]
    if path.exists():
        with closing(Workspace.open(laptop, path)) as found:
            yield from found.problems()[:1]
            number = len(found.case_rows())
            wanted = cases if cases is not None else {"case": 1, "document": 2}.get((acknowledged or [""])[-1])
            if wanted is not None and number != wanted:
                yield f"{path.name} has {number} cases, and not {wanted}"
    elif acknowledged:
        yield f"{path.name} is gone"
    elif listed or there:
        yield f"left: {listed} {there}"
    else:
        Workspace.create(laptop, path, "iyjwcv-2025", "Again", START).close()


def _exported(world: World, operation: str, acknowledged: Sequence[str]) -> Iterator[str]:
    name = {"export_document": "out.json", "export_package": "out.handoff"}.get(operation)
    if name:
        data = (world.folder / name).read_bytes() if (world.folder / name).exists() else b""
        whole = (data.startswith(b"{") and data.endswith(b"}\n")) or data.startswith(b"inspector-handoff")
        if data != FORMER and not whole:
            yield f"{name} is spoilt: {data[:20]!r}"
        if acknowledged and data == FORMER:
            yield f"{name} was acknowledged, and is the former"


def _saved(world: World, operation: str, acknowledged: Sequence[str], outcome: str) -> Iterator[str]:
    """What left as a file is the former or the new one, whole; refused it is the former, and where that was said the new."""
    if not operation.startswith("save "):
        return
    path = world.folder / f"out.{operation.rpartition('.')[2]}"
    data = path.read_bytes() if path.exists() else b""
    new = data == world.drafts[path.suffix] if path.suffix in world.drafts else _is_whole(path)
    if data != FORMER and not new:
        yield f"{path.name} is spoilt: {data[:20]!r}"
    if (acknowledged and data == FORMER) or (outcome == REFUSED and data != FORMER):
        yield f"{outcome} and {acknowledged}: {data[:20]!r}"
    yield from (f"left over: {at.name}" for at in world.folder.glob(".*") if at.is_file())


def _is_whole(path: Path) -> bool:
    if path.suffix == ".zip":
        with suppress(BadZipFile), ZipFile(path) as packed:
            return packed.testzip() is None
        return False
    return path.read_bytes().endswith(b"\n")


def _left_over(world: World) -> Iterator[str]:
    for path in world.folder.rglob("*"):
        if path.suffix in (".part", ".unready", ".claim"):
            yield f"left over: {path.relative_to(world.folder)}"
