"""Packages out to colleagues."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core.crypto import age_head
from inspector_app.core.domain.ids import WorkspaceId, new_id
from inspector_app.core.domain.roads import Road
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.trust import Standing
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import package as packages
from inspector_app.core.handoff import parts
from inspector_app.core.handoff.package import MOST_HAS, Manifest
from inspector_app.core.handoff.work import Work, fitting
from inspector_app.core.services import trusting
from inspector_app.core.services.handoffs.contents import NOTHING, Contents, contents
from inspector_app.core.services.handoffs.signing import sign_own_line
from inspector_app.core.services.handoffs.trial import taken_back
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.profile import numbers, outgoing
from inspector_app.core.services.profile.laptop import now
from inspector_app.core.services.profile.passphrase import easy_to_guess, refuse_weak
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import kept, ledger, schema
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.ledger import OUT, Record
from inspector_app.core.storage.log import journal, stretches
from inspector_app.core.storage.log.held import Key
from inspector_app.core.storage.reading import read

TOLERANCE = 1024  # bytes by which a package may be larger or smaller than its offer: the seal has filling of any length


@dataclass(frozen=True, slots=True)
class Exported:
    """What went into a package, and for whom (names); its bytes, and where it was cut in parts, their files."""

    path: Path
    recipients: tuple[str, ...]
    steps: int
    changes: int
    everything: bool
    contents: Contents = NOTHING
    parts: tuple[Path, ...] = ()
    size: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """What a package would hold, and how large its file would be: in bytes, as the same work sealed now is (TOLERANCE)."""

    contents: Contents
    size: int
    steps: int


def export(
    workspace: Workspace,
    path: Path,
    *,
    to: Sequence[str] = (),
    everything: bool = False,
    receipt: bool = False,
    passphrase: str = "",
    ticket: Ticket | None = None,
    part: int = 0,
    road: Road = Road.UNSAID,
) -> Exported:
    """Write a package for these people (names or ids; none: all whose card is accepted), or for whoever has the passphrase.

    It holds what they are not known to have, or everything; a receipt holds no work and says what arrived here. What
    this laptop wrote is signed by that, and never amended again. With `part` a larger file is cut into parts of at most so
    many bytes, all of which are written and noted in the ledger, or none. `road`: by which it goes, for the ledger.
    Expected: PERSON_UNKNOWN, NO_CARD, CARD_WAITS, CARD_WITHDRAWN, NOBODY_TO_SEND_TO, DISK_FULL, FOLDER_READ_ONLY,
    FILE_MISSING, VALUE_INVALID (more parts, or people, than a reader takes), WEAK_PASSPHRASE, UNTYPABLE_PASSPHRASE,
    SEALED_TOO_HARD.
    """
    ticket = ticket or Ticket()
    if passphrase:
        refuse_weak(passphrase, easy_to_guess(workspace.laptop.keyring))
    people = [] if passphrase else _recipients(workspace, to)
    ticket.report(0, 3, "Gathering")
    with workspace.database.write() as connection:
        manifest, work = _gather(workspace, connection, people, everything or bool(passphrase), receipt)
        about = contents(connection, _keys(work))
    ticket.report(1, 3, "Sealing")
    sealed = _sealed(workspace, manifest, work, people, passphrase)
    cut = parts.split(sealed, part)
    ticket.report(2, 3, "Writing")
    numbers.note_given(workspace.laptop, workspace.database, WorkspaceId(workspace.id))
    written = [path] if len(cut) == 1 else [_part_name(path, n, len(cut)) for n in range(1, len(cut) + 1)]
    steps, changes = len(work.made), sum(len(made.changes) for made in work.made)
    with outgoing.written(list(zip(written, cut, strict=True)), workspace.laptop):
        _note_sent(workspace, manifest, steps, changes, road)
    names = tuple(p.name for p in people) or ("whoever has the passphrase",)
    return Exported(
        path=path,
        recipients=names,
        steps=steps,
        changes=changes,
        everything=bool(work.start),
        contents=about,
        parts=tuple(written) if len(written) > 1 else (),
        size=len(sealed),
    )


def offer(workspace: Workspace, to: Sequence[str], *, everything: bool = False) -> Offer:
    """What `export` would write for these people, or for whoever has a passphrase where there are none.

    It is made and taken back: nothing is signed, numbered or noted by it. Expected: as `export`.
    """
    people = _recipients(workspace, to) if to else []
    with taken_back(workspace.database) as connection:
        manifest, work = _gather(workspace, connection, people, everything or not to, receipt=False)
        size = len(_sealed(workspace, manifest, work, people, ""))
        return Offer(contents(connection, _keys(work)), size, len(work.made))


def _keys(work: Work) -> set[Key]:
    return {(change.entity, change.entity_id, change.field) for made in work.made for change in made.changes}


def _sealed(workspace: Workspace, manifest: Manifest, work: Work, people: Sequence[Card], passphrase: str) -> bytes:
    """The package file."""
    inside = packages.pack(manifest, work, workspace.laptop.keyring.signing_key)
    mine = workspace.laptop.card().sealing  # so that the sender can look into their own package
    if passphrase:
        return packages.seal_with_passphrase(passphrase, inside)
    return packages.seal_to([*(p.sealing for p in people), mine], inside)


def _part_name(path: Path, part: int, of: int) -> Path:
    """Beside where the whole would be: "Hand-off, part 2 of 3.handoff"."""
    return path.with_name(f"{path.stem}, part {part} of {of}{path.suffix}")


def _recipients(workspace: Workspace, wanted: Sequence[str]) -> list[Card]:
    """Whom it is sealed to: by the keys that this laptop's person accepted, and by no others."""
    trusting.bring_up_to_date(workspace.laptop, WorkspaceId(workspace.id), workspace.database)
    if not wanted:
        people = [m for m in team.members(workspace) if m.id != workspace.me and m.sealing]
        if not people:
            raise Expected(Code.NOBODY_TO_SEND_TO)
    else:
        people = [team.find(workspace, name) for name in wanted]
    for person in people:
        if not person.sealing:
            raise _why_not(workspace, person)
    _refuse_too_many(len(people))
    return people


def _refuse_too_many(people: int) -> None:
    """A reader takes no package for more."""
    most = age_head.MOST_PEOPLE - 1  # its sender looks into it, too
    if people > most:
        why = f"one package is for {most} people at most"
        raise Expected(Code.VALUE_INVALID, field="Whom it is for", value=people, why=why)


def _why_not(workspace: Workspace, person: Card) -> Expected:
    with workspace.database.read() as connection:
        found = trusting.believed(workspace.laptop, WorkspaceId(workspace.id), connection)
    if found.stands(person.id) is Standing.WITHDRAWN:
        return Expected(Code.CARD_WITHDRAWN, person=person.name)
    waiting = next((row for row in membership.introductions(workspace) if row.card.id == person.id), None)
    if waiting:
        return Expected(Code.CARD_WAITS, person=person.name, key=waiting.key)
    return Expected(Code.NO_CARD, person=person.name)


def _gather(
    workspace: Workspace, connection: Connection, people: Sequence[Card], everything: bool, receipt: bool
) -> tuple[Manifest, Work]:
    """The package's content; in the same transaction this device's steps are signed and marked as handed off."""
    laptop, inspection = workspace.laptop, WorkspaceId(workspace.id)
    sign_own_line(laptop, inspection, connection)
    journal.hand_off(connection, laptop.keyring.device)
    held = stretches.held(connection)
    wanted: frozenset[str] = frozenset()
    if not receipt:
        wanted = held if everything else ledger.not_known_to(connection, held, [p.id for p in people])
    lines, made = stretches.work(connection, wanted)
    start = {"framework_text": read.meta(connection)["framework_text"]} if held and wanted == held else {}
    manifest = _manifest(workspace, connection, [p.id for p in people] or [ledger.WHOEVER], held)
    return manifest, fitting(Work(start, lines, made))


def _manifest(workspace: Workspace, connection: Connection, people: Sequence[str], held: frozenset[str]) -> Manifest:
    laptop, inspection = workspace.laptop, WorkspaceId(workspace.id)
    keyring = laptop.keyring
    numbers = ledger.next_numbers(connection, keyring.device, people)
    return Manifest(
        package=new_id(), schema=schema.NEWEST, inspection=inspection,
        service=read.service(connection), framework=workspace.framework.id,
        lead=laptop.trusted(inspection).lead, sender=laptop.card(), device=keyring.device, proof=keyring.proof,
        number=numbers, recipients=tuple(numbers), made=now(), has=tuple(sorted(held)[:MOST_HAS]),
    )  # fmt: skip


def _note_sent(workspace: Workspace, made: Manifest, steps: int, changes: int, road: Road) -> None:
    with workspace.database.write() as connection:
        if road:
            kept.keep(connection, kept.ROAD, made.package, road)
        if steps:
            ledger.note_given(connection, made.recipients, made.has)
        for person, number in made.number.items():
            if steps:  # a receipt carries no work
                kept.keep(connection, kept.GIVEN, person, " ".join(made.has))
            sent = Record(
                package=made.package,
                way=OUT,
                device=made.device,
                person=person,
                number=number,
                made=made.made,
                at=now(),
                steps=steps,
                changes=changes,
            )
            ledger.record(connection, sent)
