"""Random histories of a team in which one member's laptop sends whatever the format allows. One seed gives one history."""

import json
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from inspector_app.core.crypto import keys
from inspector_app.core.crypto.keyring_contents import Device
from inspector_app.core.domain.cases.standing import ANSWERS
from inspector_app.core.domain.fields import ENTITIES, Kind, Value
from inspector_app.core.domain.fields import Field as FieldOf
from inspector_app.core.domain.ids import MOST_STEPS, ChangeId, DeviceId, device_of
from inspector_app.core.domain.steps.changes import Verb
from inspector_app.core.domain.steps.line import Made, Stretch
from inspector_app.core.domain.trust import Standing
from inspector_app.core.domain.whose import BEGUN_BY
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts, reviews
from inspector_app.core.services.cases.conflicts import Conflict
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import accuracy, told
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from inspector_app.ui.errors import sentence
from tests.handoff.histories import History, Key, Seat, clock
from tests.trust.hostile import Hand, kept, made, steps_of

ACTS = 30
REFUSALS = {
    Code.PACKAGE_NOT_FOR_ME, Code.PACKAGE_DAMAGED, Code.CARD_WITHDRAWN, Code.OTHER_INSPECTION, Code.NOT_FROM_TEAM,
    Code.SENDER_CHANGED, Code.SENDER_WAITS, Code.PACKAGE_WANTS_PASSPHRASE,
}  # fmt: skip
TIMES = ("2026-03-10T10:00:00+00:00", "1970-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00")


@dataclass
class Mischief(History):
    """The last of the seats at the start is the member's; the first is the lead's."""

    accepted: frozenset[str] = frozenset()  # the keys of the cards that people said yes to
    mal: Seat = field(init=False)
    sent: list[Made] = field(default_factory=list)  # steps of the member's own line, as they were once sent
    stranger: Laptop | None = None
    records: random.Random | None = (
        None  # by which things are written down and taken away, and by whom else; None: nothing is
    )
    written_down: list[tuple[str, str]] = field(default_factory=list)  # entity, id

    def play(self) -> None:
        """The random part: honest acts, and others."""
        self.cases = tuple(row.id for row in self.seats[0].workspace.case_rows())
        self.mal = self.seats.pop()
        honest: list[tuple[int, Callable[[Seat], None]]] = [
            (9, self.edit), (5, self.type), (1, self.delete), (3, self.undo), (1, self.redo), (3, self.settle),
            (5, self.send), (7, self.receive), (1, self.restart), (1, self.restore), (1, self.copy_file),
            (1, self.copy_laptop),
        ]  # fmt: skip
        hostile: list[tuple[int, Callable[[], None]]] = [
            (4, self.own_work), (4, self.another_story), (3, self.rewrite), (3, self.in_anothers_name), (2, self.half),
            (2, self.circle), (3, self.about_people), (2, self.replay), (2, self.nonsense), (3, self.listen),
            (1, self.lead_decides),
        ]  # fmt: skip
        self.about = self.chance.sample(range(10), 3)
        weights = [weight * self.chance.choice([0, 1, 1, 5]) for weight, _ in honest]
        weights[0] += 1
        worse = [weight * self.chance.choice([0, 1, 1, 5]) for weight, _ in hostile]
        worse[0] += 1
        for _ in range(ACTS):
            if self.chance.random() < 0.5:
                seat = self.chance.choice(self.seats)
                (act,) = self.chance.choices([act for _, act in honest], weights)
                with clock(seat.clock):
                    act(seat)
            else:
                self.chance.choices([act for _, act in hostile], worse)[0]()
            if self.records is not None and self.records.random() < 0.4:
                self._on_records(self.records)

    def _on_records(self, chance: random.Random) -> None:
        """Somebody writes something down that stays theirs, or takes it away; or the member says that it is theirs."""
        seat = chance.choice(self.seats)
        if not self.written_down or chance.random() < 0.3:
            with clock(seat.clock), suppress(Expected):
                self.written_down.append(self._written_down(seat.workspace, chance))
            return
        entity, item = chance.choice(self.written_down)
        if chance.random() < 0.3:
            deletes = {"told": told.delete, "point": accuracy.delete, "comment": reviews.delete_comment}
            with clock(seat.clock), suppress(Expected):
                deletes[entity](seat.workspace, item)
            return
        key = (entity, item, chance.choice([*BEGUN_BY[entity], "deleted"]))
        one = made(
            self.hand.device.id, chance.randint(1, 90), self.mal.workspace.me,
            (key, chance.choice([self._value(key), None]), self._parents(key)), tail=self._tail(),
        )  # fmt: skip
        self._send_own([one], self.hand.device)

    def _written_down(self, workspace: Workspace, chance: random.Random) -> tuple[str, str]:
        said = f"record {next(self.numbers)}"
        match chance.choice(["told", "point", "comment"]):
            case "told":
                return "told", told.add(workspace, said)
            case "point":
                return "point", accuracy.add(workspace, said)
        case_id = chance.choice(self.cases)
        return "comment", reviews.comment(workspace, case_id, case_id, said)

    # what honest people do, where a stranger may stand in their team

    def send(self, seat: Seat) -> None:
        path = self.folder / f"{len(self.post)}.handoff"
        with suppress(Expected):
            members = team.members(seat.workspace)
            others = [m.id for m in members if m.id != seat.workspace.me and m.sealing]
            to = self.chance.sample(others, self.chance.randint(1, len(others)))
            handoffs.export(seat.workspace, path, to=to, everything=self.chance.random() < 0.2)
            seat.handed_off = True
            self.post.append(path)

    def receive(self, seat: Seat) -> None:
        if self.post:
            self._take(seat, self.chance.choice(self.post))

    # what the member does

    @property
    def hand(self) -> Hand:
        return Hand(self.mal.workspace, self)  # type: ignore[arg-type]

    def path(self) -> Path:
        """A name for another package."""
        return self.folder / f"mal-{next(self.numbers)}.handoff"

    def listen(self) -> None:
        """Take what others sent, as an honest program would."""
        if self.post:
            with suppress(Expected):
                handoffs.import_(self.mal.workspace, [self.chance.choice(self.post)])

    def own_work(self) -> None:
        """Anything that a line of one's own can hold: any field, parents, number and time, on any of one's laptops."""
        device = self.hand.device if self.chance.random() < 0.7 else self._device()
        writes = [self._write() for _ in range(self.chance.randint(1, 3))]
        writes = list({key: (key, said, parents) for key, said, parents in writes}.values())
        verb = self.chance.choice(list(Verb))
        author = self.mal.workspace.me
        if verb is Verb.IMPORT and self.chance.random() < 0.5:
            author = self.chance.choice(self.seats).workspace.me
        one = made(
            device.id, self.chance.choice([*range(1, 40), MOST_STEPS]), author, *writes, verb=verb,
            at=self.chance.choice(TIMES), revision=self.chance.choice([0, 0, 3]), tail=self._tail(),
        )  # fmt: skip
        self._send_own([one], device)

    def another_story(self) -> None:
        """One step of one's own again, with something else in it."""
        if self.sent:
            before = self.chance.choice(self.sent)
            key, said, parents = self._write()
            _, number, tail = before.step.id.split(".")
            again = made(
                DeviceId(device_of(before.step.id)), int(number), self.mal.workspace.me, (key, said, parents),
                revision=self.chance.choice([0, 0, 1, 9]), tail=tail,
            )  # fmt: skip
            if self.chance.random() < 0.5 and before.changes:
                change = before.changes[0]
                fields = (change.entity, change.entity_id, change.field)
                again = replace(before, changes=(replace(change, value=self._value(fields), revision=change.revision),))
            self._send_own([again], self._of(again))

    def rewrite(self) -> None:
        """A colleague's step with another value, parents or stage, with any signatures there are."""
        theirs = self._theirs()
        if theirs:
            one = self.chance.choice(theirs)
            if not one.changes:
                return
            change = one.changes[0]
            fields = (change.entity, change.entity_id, change.field)
            other = replace(change, value=self._value(fields), revision=change.revision + self.chance.choice([0, 1, 7]))
            if self.chance.random() < 0.3:
                other = replace(other, parents=self._parents())
            forged = [Made(one.step, (other, *one.changes[1:])) if one is each else each for each in theirs]
            self._send(forged, self._signatures(forged))

    def in_anothers_name(self) -> None:
        """A new step on a colleague's laptop, or in a colleague's name on one's own."""
        victim = self.chance.choice(self.seats).workspace
        device = self.chance.choice([victim.laptop.keyring.device, self.hand.device.id])
        number = self.chance.choice([1, 2, 50, 9_999_999, MOST_STEPS])
        one = made(device, number, victim.me, self._write(), tail=self._tail())
        self._send([one], self._signatures([one]))

    def half(self) -> None:
        """Some of a colleague's work, with all its signatures."""
        theirs = self._theirs()
        some = self.chance.sample(theirs, self.chance.randint(0, len(theirs)))
        self._send(some, list(kept(self.mal.workspace).values()))

    def circle(self) -> None:
        """Changes that are each made on top of the other, perhaps through a colleague's."""
        key = self._key()
        device = self.hand.device
        ids = [(self.chance.randint(41, 60), self._tail()) for _ in range(2)]
        names = [ChangeId(f"{device.id}.{number:08d}.{tail}.0") for number, tail in ids]
        found = self._parents()
        between = self.chance.sample(found, min(1, len(found)))
        parents = [[names[1]], [names[0], *between]]
        for (number, tail), above in zip(ids, parents, strict=True):
            one = made(device.id, number, self.mal.workspace.me, (key, self._value(key), above), tail=tail)
            self._send_own([one], device)

    def about_people(self) -> None:
        """Cards, names, removals and withdrawals of anybody."""
        who = self.chance.choice([seat.workspace.me for seat in (*self.seats, self.mal)])
        other = self._stranger()
        card = other.card()
        if self.chance.random() < 0.5:
            card = card_file.signed(replace(card, id=who), other.keyring.signing_key)
        if self.chance.random() < 0.3:
            who = card.id
        keys_of = [seat.workspace.laptop.card().signing for seat in self.seats]
        claim = json.dumps({self.chance.choice(keys_of): self.chance.sample(sorted(kept(self.mal.workspace)), 1)})
        claims: dict[str, Value] = {
            "name": "Nobody", "deleted": True, "signing": card.signing, "sealing": card.sealing,
            "card": card_file.text_of(card), "withdrawn": claim, "said": "trust me",
        }  # fmt: skip
        chosen = self.chance.sample(sorted(claims), self.chance.randint(1, len(claims)))
        writes = []
        for name in chosen:
            with self.mal.workspace.database.read() as connection:
                _, last = journal.current(connection, "person", who, name)  # type: ignore[arg-type]
            writes.append((("person", who, name), claims[name], self.chance.choice([last, (), self._parents()])))
        one = made(self.hand.device.id, self.chance.randint(61, 80), self.mal.workspace.me, *writes, tail=self._tail())
        self._send_own([one], self.hand.device)

    def replay(self) -> None:
        """A package of everything that this laptop holds, or one that came, sealed to others."""
        path = self.path()
        with suppress(Expected):
            handoffs.export(self.mal.workspace, path, everything=True)
            self.post.append(path)

    def nonsense(self) -> None:
        """Claims of the manifest that are not so, and stretches that say what is not there."""
        claims: list[dict[str, object]] = [
            {"recipients": ()}, {"has": tuple(sorted(kept(self.mal.workspace)))}, {"has": ("0" * 32,)},
            {"inspection": "0" * 32}, {"device": self.seats[0].workspace.laptop.device}, {"proof": ""},
            {"number": {seat.workspace.me: 9_000 for seat in self.seats}},
        ]  # fmt: skip
        one = made(self.hand.device.id, 90, self.mal.workspace.me, self._write(), tail=self._tail())
        good = self.hand.stretch([one])
        entry = good.entries[0]._replace(revisions=7)
        signed = self.chance.choice([[good], [self.hand.stretch([one], entries=(entry,))], []])
        self._send([one], signed, **self.chance.choice(claims))

    def lead_decides(self) -> None:
        """The lead withdraws the member's card, or lets it count again."""
        lead = self.seats[0].workspace
        rows = (row.standing for row in handoffs.rows(lead) if row.person == self.mal.workspace.me)
        stands = next(rows, Standing.WITHDRAWN)  # who is withdrawn, and says they have left, is in no list
        if stands is Standing.WITHDRAWN:
            membership.admit(lead, self.mal.workspace.me)
        else:
            membership.withdraw(lead, self.mal.workspace.me, leaves=False)

    def settle(self, seat: Seat) -> None:
        """Refused where a member has made the case accepted."""
        with suppress(Expected):
            super().settle(seat)

    # the end

    def check(self) -> None:
        """Honest laptops agree, every honest text is in reach, what is contested can be settled, and no key changed."""
        super().check()
        for seat in self.seats:
            trusted = seat.laptop.trusted(seat.workspace.id)  # type: ignore[arg-type]
            assert {pin.card.signing for pin in trusted.pins} <= self.accepted
            assert trusted.leads == (self.seats[0].workspace.me,)
        lead = self.seats[0].workspace
        for _ in range(3):
            for one in conflicts.conflicts(lead):
                _settle(lead, one)
        assert conflicts.conflicts(lead) == []
        self.exchange()
        super().check()

    def _take(self, seat: Seat, path: Path) -> None:
        try:
            handoffs.import_(seat.workspace, [path])
            seat.handed_off = True
        except Expected as no:
            if no.code not in REFUSALS or "{" in sentence(no):
                raise

    def _send_own(self, steps: Sequence[Made], device: Device) -> None:
        self.sent += steps
        self._send(steps, [self.hand.stretch(steps, device=device)])

    def _send(self, steps: Sequence[Made], signed: Sequence[Stretch | str], **claims: object) -> None:
        """To some of the others, at once; to the rest perhaps never."""
        to = self.chance.sample(self.seats, self.chance.randint(1, len(self.seats)))
        path = self.hand.send([seat.workspace for seat in to], steps, signed, **claims)
        for seat in to:
            self._take(seat, path)
        self.post.append(path)

    def _theirs(self) -> list[Made]:
        """What this laptop has of somebody's line."""
        victim = self.chance.choice(self.seats).workspace.laptop.keyring.device
        return steps_of(self.mal.workspace, victim)

    def _signatures(self, steps: Sequence[Made]) -> list[Stretch | str]:
        device = Device(
            DeviceId(device_of(steps[0].step.id)), self.chance.choice(["", self.hand.device.proof, "0" * 16])
        )
        real = list(kept(self.mal.workspace).values())
        own = self.hand.stretch(steps, device=device)
        other = replace(own, signer=self.seats[0].workspace.laptop.card().signing)
        return self.chance.choice([[], real, [own], [*real, own], [other]])

    def _write(self) -> tuple[Key, Value, Sequence[str]]:
        key = self._key()
        return key, self._value(key), self._parents(key)

    def _key(self) -> Key:
        return self._something(self.mal)[0] if self.chance.random() < 0.8 else ("inspection", "inspection", "service")

    def _value(self, key: Key) -> Value:
        of: FieldOf = ENTITIES[key[0]].field(key[2])
        if of.kind is Kind.CHOICE:
            return self.chance.choice(of.choices)
        other: dict[Kind, Value] = {Kind.FLAG: True, Kind.NUMBER: 3, Kind.DATE: "2026-03-20"}
        return other.get(of.kind, f"m{next(self.numbers)}")

    def _parents(self, key: Key | None = None) -> tuple[ChangeId, ...]:
        """Of what stands there, of anything, of what is not there: or none."""
        with self.mal.workspace.database.read() as connection:
            logged = journal.log(connection)
        there = [c.id for c in logged if key is None or (c.entity, c.entity_id, c.field) == key]
        unknown = ChangeId(f"{self.hand.device.id}.{self.chance.randint(1, 60):08d}.{self._tail()}.0")
        return self.chance.choice(
            [(), tuple(there[-1:]), tuple(self.chance.sample(there, min(2, len(there)))), (unknown,)]
        )

    def _tail(self) -> str:
        return f"{self.chance.getrandbits(32):08x}"

    def _device(self) -> Device:
        return keys.new_device(self.mal.laptop.keyring.signing_key)

    def _of(self, one: Made) -> Device:
        """The laptop of one's own that a step was sent from; another's proof is of no use."""
        mine = self.hand.device
        return mine if device_of(one.step.id) == mine.id else Device(DeviceId(device_of(one.step.id)), mine.proof)

    def _stranger(self) -> Laptop:
        if self.stranger is None:
            self.stranger = Laptop(self.folder / "stranger")
            self.stranger.create_identity("Una Stranger", "Inspector", "copper lantern drifts over quiet water")
        return self.stranger


def _settle(lead: Workspace, one: Conflict) -> None:
    """By its first side; an answer on a case that a member has made accepted once it is reopened."""
    if one.entity in ANSWERS:
        with suppress(Expected):  # it is not accepted
            reviews.reopen(lead, one.id.split("/")[0], "It is to be settled")
    conflicts.settle(lead, one, one.sides[0].value)
