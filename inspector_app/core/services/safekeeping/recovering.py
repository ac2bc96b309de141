"""From a damaged file, whatever can be read of it, its log and the newest sound backup goes into a new inspection."""

from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.crypto.keyring import WorkspaceKey
from inspector_app.core.domain.cases.second_marking import place_of
from inspector_app.core.domain.fields import ENTITIES
from inspector_app.core.domain.ids import DeviceId, EntityId, PersonId, StepId, seq_of
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import frameworks, workspace_file
from inspector_app.core.services.editor import Editor
from inspector_app.core.services.profile import numbers, places
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.safekeeping import restoring
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.storage import beside, schema
from inspector_app.core.storage.database import Connection, Database, make_empty
from inspector_app.core.storage.log import awaiting, in_part, journal, stretches
from inspector_app.core.storage.log.held import Key
from inspector_app.core.storage.reading import read
from inspector_app.core.storage.safekeeping import check, rebuild
from inspector_app.core.storage.safekeeping.salvage import Salvaged, salvage
from inspector_app.core.storage.safekeeping.still import look_into

_RANDOM = 32  # characters of an id that says nothing to anybody


@dataclass(frozen=True, slots=True)
class Gap:
    """How many steps of a person's laptop are known to have been made, and are not there."""

    person: str
    steps: int


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was recovered into `path`, and what was not. `damaged` is kept as it is.

    `steps` are all that are there, `from_backup` those of them that the backup held. `anew` are values of which the change
    was lost: they were written again, without their history. Of `incomplete` values an earlier text is missing. Both name
    the place in words, never what stands there.
    """

    path: Path
    damaged: Path
    backup: Path | None
    pages: int
    lost_pages: int
    steps: int
    from_backup: int
    anew: tuple[str, ...]
    incomplete: tuple[str, ...]
    gaps: tuple[Gap, ...]


def recover(laptop: Laptop, path: Path, into: Path, ticket: Ticket | None = None) -> Recovered:
    """Make a new inspection of what can be read; the list of inspections points to it then. It has a name that is seen.

    Expected: FILE_MISSING, FILE_FOREIGN, NOTHING_TO_RECOVER, FILE_EXISTS, FOLDER_NOT_LOCAL, FOLDER_READ_ONLY, DISK_FULL.
    """
    ticket = ticket or Ticket()
    path, into = path.absolute(), workspace_file.new_place(into)
    key = restoring.key_for(laptop, path)
    places.refuse_unless_local(into.parent)
    beside.refuse_existing(into)
    ticket.report(0, 4, "Reading what can be read")
    found = salvage(path, key.key, bytes.fromhex(key.id))
    ticket.report(1, 4, "Looking for a backup")
    backup = _newest_sound(laptop, key, ticket)
    if backup is None and not found.tables.get("changes"):
        raise Expected(Code.NOTHING_TO_RECOVER, where=path)
    part = files.part_beside(into)
    with files.saying_what_failed(into), files.unfinished(part, laptop.folder, into):
        try:
            done = _filled(laptop, key, part, into, found, backup, ticket)
            beside.refuse_log(part, into)
            files.give_place(part, into)
        finally:
            beside.remove(part)
    workspace_file.note_place(laptop, replace(key, path=str(into)))
    ticket.report(4, 4, "Done")
    return replace(done, path=into, damaged=path)


def _filled(
    laptop: Laptop, key: WorkspaceKey, part: Path, into: Path, found: Salvaged, backup: Path | None, ticket: Ticket
) -> Recovered:
    """What was read, put into a new file; without the backup where what stands in that is no text either."""
    make_empty(part)
    try:
        return _fill(laptop, key, part, into, found, backup, ticket)
    except Expected as error:
        if error.code is not Code.FILE_DAMAGED or backup is None or not found.tables.get("changes"):
            raise
    beside.remove(part)
    make_empty(part)
    return _fill(laptop, key, part, into, found, None, ticket)


def _newest_sound(laptop: Laptop, key: WorkspaceKey, ticket: Ticket) -> Path | None:
    try:
        return restoring.newest_sound(laptop, key, ticket)
    except Expected as error:
        if error.code is not Code.NO_BACKUP:
            raise
        return None


def _fill(
    laptop: Laptop, key: WorkspaceKey, part: Path, into: Path, found: Salvaged, backup: Path | None, ticket: Ticket
) -> Recovered:
    if backup:
        with closing(look_into(backup, key.id, key.key)) as kept:
            kept.copy_to(part)
    with closing(Database(part, key.id, key.key, into)) as new:
        ticket.report(2, 4, "Putting it together")
        with new.read() as connection:
            before = len(journal.all_steps(connection)) if backup else 0
        if not backup:
            _begin(laptop, key, new, found)
        with new.write() as connection:
            rebuild.add(connection, found)
            short, own = stretches.mark_broken(connection), _own_lines(laptop)
            stand_in = in_part.make_whole(connection, own, rebuild.named(connection, found, own), short)
            rebuild.make_tables(connection)
            lost = rebuild.orphans(connection, found, stand_in)
        numbers.note_given(laptop, new, key.id)
        numbers.note_known(laptop, key.id)
        _write_anew(laptop, key, new, lost)
        ticket.report(3, 4, "Checking")
        check.refuse_unsound(new, into)
        with new.read() as connection:
            said = _names(connection)
            return Recovered(
                path=into,
                damaged=into,
                backup=backup,
                pages=found.pages,
                lost_pages=found.lost,
                steps=len(journal.all_steps(connection)),
                from_backup=before,
                anew=tuple(_place(orphan.key, said) for orphan in lost),
                incomplete=tuple(_place(one, said) for one in awaiting.fields(connection)),
                gaps=_gaps(laptop, key, connection),
            )


def _own_lines(laptop: Laptop) -> set[DeviceId]:
    return {device.id for device in laptop.keyring.devices}


def _begin(laptop: Laptop, key: WorkspaceKey, new: Database, found: Salvaged) -> None:
    """An empty inspection of the same framework: as the damaged file keeps it, or else as it is on this laptop."""
    meta = {row.get("name"): row.get("value") for row in found.tables.get("meta", ())}
    text = str(meta.get("framework_text") or frameworks.source(key.framework, laptop.frameworks_folder)[0])
    schema.migrate(new)
    with new.write() as connection:
        read.put_meta(connection, {"framework": frameworks.kept(text).id, "framework_text": text})


def _write_anew(laptop: Laptop, key: WorkspaceKey, new: Database, lost: list[rebuild.Orphan]) -> None:
    edits: dict[str, list[Edit]] = defaultdict(list)
    for orphan in lost:
        entity, item, field = orphan.key
        edits[item].append(Edit(entity=entity, id=EntityId(item), field=field, value=orphan.value))
    if edits:
        Editor(new, PersonId(laptop.person.id), laptop.keyring.device, numbers.given(laptop, key.id)).do_each(edits)


def _gaps(laptop: Laptop, key: WorkspaceKey, connection: Connection) -> tuple[Gap, ...]:
    """What is known to have been made: it has a number, was signed, or was given away or backed up by this laptop."""
    lines: dict[str, set[int]] = defaultdict(set)
    people: dict[str, str] = {}
    for step in journal.all_steps(connection):
        lines[step.id[:16]].add(seq_of(step.id))
        people[step.id[:16]] = step.author
    last = {device: max(there) for device, there in lines.items()}
    for device in _own_lines(laptop):
        last[device] = max(last.get(device, 0), numbers.given(laptop, key.id, device))
        people.setdefault(device, laptop.person.id)
    for stretch in stretches.all_kept(connection):
        for signed in stretch.steps if stretch.state is not stretches.State.ASIDE else ():
            device = DeviceId(signed[:16])
            last[device] = max(last.get(device, 0), seq_of(StepId(signed)))
            people.setdefault(device, stretch.person)
    names = read.names(connection)
    missing = {device: number - len(lines[device]) for device, number in sorted(last.items())}
    return tuple(Gap(names.get(people.get(device, ""), "?"), count) for device, count in missing.items() if count > 0)


def _names(connection: Connection) -> dict[str, str]:
    return {case.id: case.ref for case in read.cases(connection)} | read.names(connection)


def _place(key: Key, names: dict[str, str]) -> str:
    """Where a value stands, in words: "C01 2.1.1 a, note"."""
    entity, item, field = key
    kind = ENTITIES[entity]
    parts = (names.get(part, part) for part in place_of(item).split("/") if part in names or len(part) < _RANDOM)
    return f"{' '.join(parts) or kind.title}, {kind.field(field).title}"
