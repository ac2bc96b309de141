"""Random histories of a team: four laptops, their copies, and packages that go astray. One seed gives one history."""

import json
import random
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from inspector_app.core.crypto import keys, parcel, seal
from inspector_app.core.domain import ids
from inspector_app.core.domain.fields import Value
from inspector_app.core.domain.ids import ChangeId, EntityId, WorkspaceId
from inspector_app.core.domain.steps.changes import Change, Edit
from inspector_app.core.domain.steps.line import Stretch, device_of_key, entry
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import document
from inspector_app.core.report.content import Report
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import reports
from inspector_app.core.services.ticket import Cancelled, Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal, stretches

PASSPHRASE = "copper lantern drifts over quiet water"
NAMES = ("Ruth Ashdown", "Sam Otley", "Mina Farrow", "Joel Tandy")
CLOCKS = (0, -30, 7, 400)  # years that each laptop's clock is off
AS_AT = datetime(2026, 3, 24, 17, 40, tzinfo=UTC)  # when each laptop would print
STEPS = 24  # of one history
NO_CHANGES = {Code.NOTHING_TO_UNDO, Code.NOTHING_TO_REDO, Code.CHANGED_SINCE}
NOT_MINE = {Code.PACKAGE_NOT_FOR_ME, Code.PACKAGE_WANTS_PASSPHRASE}
DAMAGED = {Code.PACKAGE_DAMAGED, Code.NOT_A_PACKAGE, Code.FILE_NEWER}

Key = tuple[str, str, str]  # entity, id, field


@dataclass(eq=False)
class Seat:
    """One open copy of the inspection. `clock`: years that its laptop is off.

    `typing`: the box that is being typed in; `handed_off`: a package or backup was made since that change.
    """

    laptop: Laptop
    workspace: Workspace
    clock: int
    typing: tuple[Key, ChangeId, str] | None = None
    handed_off: bool = False


@dataclass
class History:
    """Plays one random history and says whether everything came to one end."""

    seats: list[Seat]
    folder: Path
    chance: random.Random
    post: list[Path] = field(default_factory=list)
    said: dict[ChangeId, tuple[Key, Value]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: iter(range(1_000_000)))
    cases: tuple[str, ...] = ()
    about: list[int] = field(default_factory=list)

    def play(self) -> None:
        """The random part."""
        self.cases = tuple(row.id for row in self.seats[0].workspace.case_rows())
        acts: list[tuple[int, Callable[[Seat], None]]] = [
            (9, self.edit), (5, self.type), (1, self.delete), (3, self.undo), (2, self.redo), (3, self.settle),
            (5, self.send), (7, self.receive), (2, self.interrupted), (1, self.cancelled), (1, self.restart),
            (1, self.restore), (1, self.copy_file), (1, self.copy_laptop),
        ]  # fmt: skip
        # Each history is about a few boxes and a few kinds of act, else the rarer ones would never meet in one place.
        self.about = self.chance.sample(range(10), 3)
        weights = [weight * self.chance.choice([0, 1, 1, 5]) for weight, _ in acts]
        weights[0] += 1
        for _ in range(STEPS):
            seat = self.chance.choice(self.seats)
            (act,) = self.chance.choices([act for _, act in acts], weights)
            with clock(seat.clock):
                act(seat)

    # what people do

    def edit(self, seat: Seat) -> None:
        key, value = self._something(seat)
        self._note(key, value, seat.workspace.editor.set(*key, value).change)

    def type(self, seat: Seat) -> None:
        """Typing, perhaps going on in the box where it was left."""
        if seat.typing is None or self.chance.random() < 0.3:
            key = ("prompt", f"{self.cases[0]}/2.1.1/{self.chance.choice('ab')}", "note")
            text = f"n{next(self.numbers)}"
            change = seat.workspace.editor.set(*key, text).change
        else:
            key, mine, text = seat.typing
            text += f" and {next(self.numbers)}"
            change = seat.workspace.editor.set(*key, text, amend=mine).change
            assert change != mine or not seat.handed_off
        assert change
        self._note(key, text, change)
        seat.typing, seat.handed_off = (key, change, text), False

    def delete(self, seat: Seat) -> None:
        key = self.chance.choice([("finding", f"f{self.chance.randrange(3)}"), ("case", self.cases[1])])
        self._note((*key, "deleted"), True, seat.workspace.editor.set(*key, "deleted", True).change)

    def undo(self, seat: Seat) -> None:
        self._turn_back(seat, seat.workspace.editor.undo)

    def redo(self, seat: Seat) -> None:
        self._turn_back(seat, seat.workspace.editor.redo)

    def settle(self, seat: Seat) -> None:
        found = conflicts.conflicts(seat.workspace)
        if found:
            one = self.chance.choice(found)
            value = self.chance.choice(one.sides).value
            key = (one.entity, one.id, one.field)
            self._note(key, value, conflicts.settle(seat.workspace, one, value).change)

    def restart(self, seat: Seat) -> None:
        seat.workspace.close()
        seat.workspace = Workspace.open(seat.laptop, seat.workspace.path)

    # what becomes of packages

    def send(self, seat: Seat) -> None:
        path = self.folder / f"{len(self.post)}.handoff"
        others = [m.id for m in team.members(seat.workspace) if m.id != seat.workspace.me]
        to = self.chance.sample(others, self.chance.randint(1, len(others)))
        everything, receipt = self.chance.random() < 0.2, self.chance.random() < 0.1
        handoffs.export(seat.workspace, path, to=to, everything=everything, receipt=receipt)
        seat.handed_off = True
        self.post.append(path)

    def receive(self, seat: Seat) -> None:
        """Any packages, in any order, again and again; some are for others."""
        paths = self.chance.sample(self.post, min(len(self.post), self.chance.randint(1, 3)))
        before = state(seat.workspace)
        try:
            handoffs.import_(seat.workspace, paths)
            seat.handed_off = True  # by the backup
        except Expected as refused:
            _only(refused, NOT_MINE)
            assert state(seat.workspace) == before

    def interrupted(self, seat: Seat) -> None:
        """A package of which only the beginning was copied."""
        if self.post:
            whole = self.chance.choice(self.post).read_bytes()
            part = self.folder / "part.handoff"
            part.write_bytes(whole[: self.chance.randrange(len(whole))])
            self._refused(seat, part, DAMAGED | NOT_MINE)

    def cancelled(self, seat: Seat) -> None:
        before = state(seat.workspace)
        reports = self.chance.randrange(6)
        try:
            handoffs.import_(seat.workspace, self.post[-1:], Impatient(reports))
        except Cancelled:
            assert state(seat.workspace) == before
        except Expected as refused:
            _only(refused, NOT_MINE)

    # copies

    def copy_laptop(self, seat: Seat) -> None:
        """The profile folder is copied to another place: the same person, another device."""
        folder = self.folder / f"laptop-{len(self.seats)}"
        if len(self.seats) > 5:
            return
        shutil.copytree(seat.laptop.folder, folder)
        laptop = Laptop(folder)
        laptop.unlock(PASSPHRASE)
        assert laptop.device != seat.laptop.device
        path = laptop.workspaces_folder / seat.workspace.path.name
        _copy_open_file(seat.workspace.path, path)
        self.seats.append(Seat(laptop, Workspace.open(laptop, path), self.chance.choice(CLOCKS), seat.typing))

    def copy_file(self, seat: Seat) -> None:
        """The data file is copied, and both copies are worked in on one laptop."""
        if len(self.seats) > 5:
            return
        path = seat.workspace.path.with_name(f"copy-{len(self.seats)}.inspection")
        _copy_open_file(seat.workspace.path, path)
        self.seats.append(Seat(seat.laptop, Workspace.open(seat.laptop, path), seat.clock, seat.typing))

    def restore(self, seat: Seat) -> None:
        """An older backup is put back. What only this file held is lost by that, and by nothing else."""
        kept = seat.workspace.backups()
        if not kept:
            return
        held = _revisions(seat.workspace)
        seat.workspace.close()
        for beside in ("-wal", "-shm"):
            seat.workspace.path.with_name(seat.workspace.path.name + beside).unlink(missing_ok=True)
        shutil.copy(self.chance.choice(kept), seat.workspace.path)
        seat.workspace = Workspace.open(seat.laptop, seat.workspace.path)
        elsewhere: dict[ChangeId, int] = {}
        for other in self.seats:
            for change, revision in _revisions(other.workspace).items():
                elsewhere[change] = max(revision, elsewhere.get(change, 0))
        for change, revision in held.items():
            if elsewhere.get(change, -1) < revision:
                self.said.pop(change, None)

    # the end

    def exchange(self) -> None:
        """Everybody sends what the others are not known to have, until a round teaches nobody anything and all hold the same.

        By way of one of them, as a lead gathers a team's work; or, now and then, everybody to everybody. Who gathers has
        one laptop only: a package for the team is made for the others, not for its sender's second laptop.
        """
        people = [seat.workspace.me for seat in self.seats]
        alone = [seat for seat in self.seats if people.count(seat.workspace.me) == 1]
        rounds = [(self.seats, self.seats)]
        if alone and self.chance.random() < 0.8:
            others = [seat for seat in self.seats if seat is not alone[0]]
            rounds = [(others, [alone[0]]), ([alone[0]], others)]
        # Who lost something says so with the package of one round, and is sent it in the next; of two copies of a file on one
        # laptop, heard the one after the other, too. Once all hold the same and a whole round changed nothing, another one
        # has nothing to try.
        quiet = 0
        for _ in range(24):
            learnt = [self._round(givers, takers) for givers, takers in rounds]
            quiet = 0 if any(learnt) else quiet + 1
            if quiet == 3 or (quiet and self._all_alike()):
                return
        raise AssertionError("the exchange does not come to an end")

    def _round(self, givers: list[Seat], takers: list[Seat]) -> bool:
        """Whether anybody learnt anything."""
        sent = []
        for seat in givers:
            sent.append((seat, self.folder / f"last-{next(self.numbers)}.handoff"))
            with clock(seat.clock):
                handoffs.export(seat.workspace, sent[-1][1])
        learnt = False
        for seat in takers:
            paths = [path for giver, path in sent if giver is not seat]
            found = handoffs.import_(seat.workspace, self.chance.sample(paths, len(paths)))
            learnt |= any(not one.nothing_new for one in found)
        return learnt

    def _all_alike(self) -> bool:
        first, *others = [
            (_log(seat.workspace), _stretches(seat.workspace), tables(seat.workspace)) for seat in self.seats
        ]
        return all(other == first for other in others)

    def check(self) -> None:
        """All laptops are alike, sound, and hold every value that was acknowledged; each step is signed by who made it."""
        first, *others = self.seats
        export = document.write(first.workspace.inspection())
        log, printed = _log(first.workspace), _composed(first.workspace)
        for seat in self.seats:
            assert seat.workspace.problems() == []
        for other in others:
            assert document.write(other.workspace.inspection()) == export
            assert _composed(other.workspace) == printed, "the ratings, and the draft that has them"
            assert _log(other.workspace) == log
            assert tables(other.workspace) == tables(first.workspace)
            assert _stretches(other.workspace) == _stretches(first.workspace)
        for seat in self.seats:
            _all_signed(seat.workspace)
        self._nothing_lost(others[-1].workspace)

    def check_paper(self) -> None:
        """The draft findings are the same bytes on all laptops."""
        made = {reports.write(_composed(seat.workspace), ".pdf", Ticket()) for seat in self.seats}
        assert len(made) == 1

    def _nothing_lost(self, workspace: Workspace) -> None:
        found = {
            ChangeId(row.change): row.value
            for key in {key for key, _ in self.said.values()}
            for row in workspace.history(*key)
        }
        lost = {change: said for change, said in self.said.items() if change not in found or found[change] != said[1]}
        assert not lost

    def _something(self, seat: Seat) -> tuple[Key, Value]:
        case = self.chance.choice(self.cases)
        word = f"w{next(self.numbers)}"
        return (
            [
                (("judgement", f"{case}/2.1.1", "answer"), self.chance.choice(["yes", "no", "na", None])),
                (("judgement", f"{case}/2.1.1", "rationale"), word),
                (("prompt", f"{case}/2.1.1/a", "answer"), self.chance.choice(["yes", "no", None])),
                (("prompt", f"{case}/2.1.1/b", "note"), self.chance.choice([word, "the same words", None])),
                (("rating", "1.1", "rating"), self.chance.choice(["Good", "Inadequate", None])),
                (("finding", f"f{self.chance.randrange(3)}", "text"), word),
                (("finding", f"f{self.chance.randrange(3)}", "position"), self.chance.randrange(4)),
                (("case", case, "inspector"), seat.workspace.me),
                (("inspection", "inspection", "marking"), word),
                (("inspection", "inspection", "end"), date(2026, 4, self.chance.randint(1, 30)).isoformat()),
            ]
        )[self.chance.choice(self.about)]

    def _turn_back(self, seat: Seat, turn: Callable[[str, str], object]) -> None:
        key, _ = self._something(seat)
        try:
            turn(*key[:2])
        except Expected as refused:
            _only(refused, NO_CHANGES)

    def _refused(self, seat: Seat, path: Path, codes: Iterable[Code]) -> None:
        before = state(seat.workspace)
        with pytest.raises(Expected) as refused:
            handoffs.import_(seat.workspace, [path])
        assert refused.value.code in codes
        assert state(seat.workspace) == before

    def _note(self, key: Key, value: Value, change: ChangeId | None) -> None:
        if change:
            self.said[change] = (key, value)


class Impatient(Ticket):
    """Is cancelled after so many reports."""

    def __init__(self, reports: int) -> None:
        super().__init__()
        self._left = reports

    def report(self, done: int, of: int, what: str) -> None:
        self._left -= 1
        if self._left < 0:
            self.cancel()
        super().report(done, of, what)


def _only(refused: Expected, codes: Iterable[Code]) -> None:
    assert refused.code in codes, refused


@contextmanager
def drawn_by_chance() -> Iterator[random.Random]:
    """What ids of devices and steps, and keys, are drawn from within the block: a seed gives the same history again."""
    drawn = random.Random(0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ids, "secrets", SimpleNamespace(token_hex=lambda size: drawn.randbytes(size).hex()))
        patch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))
        patch.setattr(keys, "new_signing_key", lambda: drawn.randbytes(32))  # laptops' ids are made from it
        yield drawn


@contextmanager
def clock(years: int) -> Iterator[None]:
    """A clock that is years off."""
    moment = (datetime.now(UTC) + timedelta(days=365 * years)).replace(microsecond=0).isoformat()
    with pytest.MonkeyPatch.context() as patch:
        for module in ("editor", "handoffs.giving", "handoffs.receiving"):
            patch.setattr(f"inspector_app.core.services.{module}.now", lambda: moment)
        yield


def state(workspace: Workspace) -> object:
    """Everything that importing could change."""
    with workspace.database.read() as connection:
        tables_ = [connection.exec_driver_sql(f"SELECT * FROM {t}").all() for t in ("packages", "laptops", "awaited")]
        return sorted(journal.log(connection), key=_id), journal.tables(connection), tables_


def tables(workspace: Workspace) -> journal.Rows:
    """The rows of a workspace."""
    with workspace.database.read() as connection:
        return journal.tables(connection)


def _composed(workspace: Workspace) -> Report:
    """What the draft findings say, ratings among it, by one clock."""
    return reports.composed(workspace.framework, workspace.inspection(), AS_AT)


def _log(workspace: Workspace) -> list[Change]:
    with workspace.database.read() as connection:
        return sorted(journal.log(connection), key=_id)


def _stretches(workspace: Workspace) -> frozenset[str]:
    with workspace.database.read() as connection:
        return stretches.held(connection)


def _all_signed(workspace: Workspace) -> None:
    """Every step is covered by a stretch that its own laptop signed, as it stands."""
    with workspace.database.read() as connection:
        kept = {one.id: one for one in stretches.all_kept(connection)}
        made = {one.step.id: one for one in journal.made(connection, [s.id for s in journal.all_steps(connection)])}
        covers = dict(connection.exec_driver_sql("SELECT id, stretch FROM steps").all())
    inspection = WorkspaceId(workspace.id)
    for step, one in made.items():
        assert entry(one) in kept[covers[step]].entries
    for one in kept.values():
        device, proof, signer, _, signature = json.loads(one.line)
        stretch = Stretch(inspection, device, proof, signer, one.entries, signature)
        assert device == device_of_key(signer, proof)
        assert parcel.is_signed(signer, stretch.message, bytes.fromhex(signature))


def _id(change: Change) -> str:
    return change.id


def _revisions(workspace: Workspace) -> dict[ChangeId, int]:
    return {change.id: change.revision for change in _log(workspace)}


def _copy_open_file(source: Path, target: Path) -> None:
    """As a person copies a file whose program is running: what lies beside it may come with it."""
    for beside in ("", "-wal"):
        part = source.with_name(source.name + beside)
        if part.exists():
            shutil.copy(part, target.with_name(target.name + beside))


@dataclass(frozen=True)
class Start:
    """A team of four in which everybody has the same; kept as files, to begin each history from."""

    folder: Path
    places: tuple[tuple[Laptop, Path], ...]

    def history(self, folder: Path, seed: int) -> History:
        """A new history, with every file as at the start."""
        folder.mkdir()
        seats = []
        for number, ((laptop, path), years) in enumerate(zip(self.places, CLOCKS, strict=True)):
            for old in [*path.parent.glob("*.inspection*"), *laptop.backups_folder.glob("*")]:
                old.unlink()
            shutil.copy(self.folder / f"{number}.start", path)
            seats.append(Seat(laptop, Workspace.open(laptop, path), years))
        return History(seats, folder, random.Random(seed))


def start(folder: Path) -> Start:
    """Make the four laptops, and everybody's cards known to everybody."""
    laptops = []
    for number, name in enumerate(NAMES):
        laptops.append(Laptop(folder / f"profile-{number}"))
        laptops[-1].create_identity(name, "Inspector", PASSPHRASE)
    lead = Workspace.create(laptops[0], laptops[0].new_path("W"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
    for ref in ("C01", "C02"):
        lead.add_case(ref, lead.framework.samples[0].code)
    findings = [Edit("finding", EntityId(f"f{n}"), "standard", "2.1") for n in range(3)]
    lead.editor.do("f0", findings)
    for laptop in laptops:
        team.add(lead, laptop.card())
    first = folder / "start.handoff"
    handoffs.export(lead, first, everything=True)
    workspaces = [lead]
    for laptop in laptops[1:]:
        workspaces.append(handoffs.join(laptop, first, laptop.new_path("W"))[0])
    places = []
    for number, (laptop, workspace) in enumerate(zip(laptops, workspaces, strict=True)):
        workspace.close()
        shutil.copy(workspace.path, folder / f"{number}.start")
        places.append((laptop, workspace.path))
    return Start(folder, tuple(places))
