"""What a member's laptop can send: packages made by hand, of any steps, stretches and claims, signed with its own keys."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from inspector_app.core.crypto import keys, parcel
from inspector_app.core.crypto.keyring_contents import Device
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId, DeviceId, EntityId, PersonId, StepId, WorkspaceId, change_id, new_id
from inspector_app.core.domain.steps.changes import Change, Step, Verb
from inspector_app.core.domain.steps.line import Made, Stretch, entry
from inspector_app.core.domain.team import Card
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import package as packages
from inspector_app.core.handoff.package import Manifest
from inspector_app.core.handoff.work import Work
from inspector_app.core.services import handoffs
from inspector_app.core.services.handoffs import Received
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import schema
from inspector_app.core.storage.log import journal, stretches
from inspector_app.ui.errors import sentence
from tests.copies import copied

PASSPHRASE = "copper lantern drifts over quiet water"
AT = "2026-03-10T10:00:00+00:00"
Key = tuple[str, str, str]  # entity, id, field


def set_up(folder: Path, name: str) -> Laptop:
    """Somebody on a new laptop."""
    made = Laptop(folder)
    made.create_identity(name, "Inspector", PASSPHRASE)
    return made


NAMES = ("Ann", "Bea", "Mal")


class Three:
    """The laptops, with what passes between them."""

    def __init__(self, folder: Path, ann: Workspace, bea: Workspace, mal: Workspace) -> None:
        self.folder, self._numbers = folder, count(1)
        self.ann, self.bea, self.mal = ann, bea, mal
        self.case = ann.case_rows()[0].id

    @classmethod
    def made(cls, folder: Path) -> "Three":
        """Ann sets the inspection up, with the others in its team and three cases, and gives it to them."""
        laptops = [set_up(folder / name, name) for name in NAMES]
        ann = Workspace.create(laptops[0], laptops[0].new_path("W"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
        for laptop in laptops[1:]:
            team.add(ann, laptop.card())
        for ref in ("C01", "C02", "C03"):
            ann.add_case(ref, ann.framework.samples[0].code)
        start = folder / "start.handoff"
        handoffs.export(ann, start, everything=True)
        bea, mal = (handoffs.join(laptop, start, laptop.new_path("W"))[0] for laptop in laptops[1:])
        return cls(folder, ann, bea, mal)

    @classmethod
    def copied(cls, kept: Path, folder: Path) -> "Three":
        """The same, from the folder of three that were made and closed: a third of what making them takes."""
        return cls(folder, *(copied(kept / name, Laptop(folder / name)) for name in NAMES))

    @property
    def everybody(self) -> tuple[Workspace, ...]:
        return self.ann, self.bea, self.mal

    def close(self) -> None:
        for workspace in self.everybody:
            workspace.close()

    def path(self) -> Path:
        """A name for another package."""
        return self.folder / f"{next(self._numbers)}.handoff"

    def exchange(self, *people: Workspace, rounds: int = 2) -> None:
        """Everybody gives everybody what they lack."""
        for _ in range(rounds):
            for giver in people or self.everybody:
                for taker in people or self.everybody:
                    if giver is not taker:
                        self.give(giver, taker)

    def give(self, giver: Workspace, taker: Workspace) -> Received:
        """One honest package, sent and taken."""
        path = self.path()
        handoffs.export(giver, path, to=[taker.me])
        return take(taker, path)

    def whole(self, giver: Workspace, *to: str) -> Path:
        """A package of everything."""
        handoffs.export(giver, path := self.path(), to=to, everything=True)
        return path

    def note(self, prompt: str = "a", case: str = "") -> Key:
        """The field of a note."""
        return "prompt", f"{case or self.case}/2.1.1/{prompt}", "note"

    @property
    def hand(self) -> "Hand":
        """Mal's, which writes what it likes."""
        return Hand(self.mal, self)


def take(taker: Workspace, path: Path) -> Received:
    """Import one package."""
    (found,) = handoffs.import_(taker, [path])
    return found


def refused(taker: Workspace, path: Path) -> Code:
    """Why a package is not imported; it has its sentence, and changes nothing."""
    before = log(taker)
    with pytest.raises(Expected) as no:
        handoffs.import_(taker, [path])
    assert "{" not in sentence(no.value)
    assert log(taker) == before
    return no.value.code


def log(workspace: Workspace) -> dict[str, Change]:
    with workspace.database.read() as connection:
        return {change.id: change for change in journal.log(connection)}


def value(workspace: Workspace, key: Key) -> Value:
    with workspace.database.read() as connection:
        return journal.current(connection, key[0], EntityId(key[1]), key[2])[0]


def heads(workspace: Workspace, key: Key) -> tuple[ChangeId, ...]:
    with workspace.database.read() as connection:
        return journal.current(connection, key[0], EntityId(key[1]), key[2])[1]


def history(workspace: Workspace, key: Key) -> set[Value]:
    """Every value of a field that its history shows."""
    return {row.value for row in workspace.history(*key)}


def steps_of(workspace: Workspace, device: DeviceId) -> list[Made]:
    """What of a laptop's line is here, in order."""
    with workspace.database.read() as connection:
        ids = [step.id for step in journal.all_steps(connection) if step.id.startswith(device)]
        return journal.made(connection, ids)


def kept(workspace: Workspace) -> dict[str, str]:
    """The lines of the stretches that are held, by their ids."""
    with workspace.database.read() as connection:
        ids = stretches.held(connection)
        return {one.id: one.line for one in stretches.kept(connection, ids)}


def sound(*workspaces: Workspace) -> None:
    """The tables are what the log says."""
    for workspace in workspaces:
        assert workspace.problems() == []


def made(
    device: DeviceId,
    number: int,
    author: str,
    *writes: tuple[Key, Value, Sequence[str]],
    verb: Verb = Verb.EDIT,
    at: str = AT,
    revision: int = 0,
    tail: str = "",
) -> Made:
    """A step of any laptop and author, with changes of any parents."""
    identity = StepId(f"{device}.{number:08d}.{tail or secrets.token_hex(4)}")
    changes = [
        Change(
            change_id(identity, place),
            entity,
            EntityId(entity_id),
            field,
            said,
            tuple(map(ChangeId, parents)),
            revision,
        )
        for place, ((entity, entity_id, field), said, parents) in enumerate(writes)
    ]
    item = writes[0][0][1] if writes else "nothing"
    return Made(Step(identity, PersonId(author), at, verb, EntityId(item)), tuple(changes))


@dataclass
class Hand:
    """A member's laptop without the program's scruples."""

    workspace: Workspace
    three: Three

    @property
    def laptop(self) -> Laptop:
        return self.workspace.laptop

    @property
    def device(self) -> Device:
        keyring = self.laptop.keyring
        return Device(keyring.device, keyring.proof)

    def another_device(self) -> Device:
        """Anybody can have as many laptops as they like."""
        return keys.new_device(self.laptop.keyring.signing_key)

    def stretch(
        self, steps: Iterable[Made], *, device: Device | None = None, laptop: Laptop | None = None, **other: object
    ) -> Stretch:
        """A stretch over these steps, signed by this member (or by whoever has `laptop`)."""
        mine = laptop or self.laptop
        device = device or self.device
        inspection = WorkspaceId(self.workspace.id)
        entries = tuple(sorted(entry(one) for one in steps))
        stretch = Stretch(inspection, device.id, device.proof, mine.card().signing, entries)
        stretch = replace(stretch, **other)
        return replace(stretch, signature=parcel.sign(mine.keyring.signing_key, stretch.message).hex())

    def send(
        self,
        to: Sequence[Workspace],
        steps: Iterable[Made] = (),
        signed: Sequence[Stretch | str] | None = None,
        *,
        start: Mapping[str, str] | None = None,
        by: Laptop | None = None,
        **claims: object,
    ) -> Path:
        """A package for these people. Without `signed`, all its steps are signed as this member's own."""
        laptop = by or self.laptop
        steps = list(steps)
        if signed is None:
            signed = [self.stretch(steps)] if steps else []
        lines = [one if isinstance(one, str) else one.line for one in signed]
        keyring = laptop.keyring
        manifest = Manifest(
            package=new_id(), schema=schema.NEWEST, inspection=WorkspaceId(self.workspace.id), service="Wexborough",
            framework=self.workspace.framework.id, lead=PersonId(laptop.person.id), sender=laptop.card(),
            device=keyring.device, proof=keyring.proof, number={w.me: 1 for w in to},
            recipients=tuple(w.me for w in to), made=AT, has=(),
        )  # fmt: skip
        inside = packages.pack(replace(manifest, **claims), Work(start or {}, lines, steps), keyring.signing_key)
        return self.seal([w.laptop.card() for w in to], inside)

    def whole(self, reader: Laptop, **claims: object) -> Path:
        """An honest package of everything, but for what its manifest claims."""
        handoffs.export(self.workspace, mine := self.three.path(), everything=True)
        inside = packages.unseal(mine.read_bytes(), "", self.laptop.keyring.sealing_key)
        opened = packages.open_(inside, "")
        work = opened.read()
        lines = [stretch.line for stretch in work.stretches]
        content = Work(work.start, lines, [line.made for line in work.steps()])
        manifest = replace(opened.manifest, recipients=(reader.person.id,), number={reader.person.id: 1}, **claims)
        return self.seal([reader.card()], packages.pack(manifest, content, self.laptop.keyring.signing_key))

    def seal(self, people: Sequence[Card], inside: bytes) -> Path:
        """A package file of this inside, for these people."""
        path = self.three.path()
        path.write_bytes(packages.seal_to([card.sealing for card in people], inside))
        return path
