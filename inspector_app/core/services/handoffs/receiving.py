"""What a package brought: noted in the ledger, and said in numbers, with what was not taken and who waits for a yes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core.domain.text.natural import natural
from inspector_app.core.domain.trust import Reason
from inspector_app.core.handoff.package import Package
from inspector_app.core.services import trusting
from inspector_app.core.services.handoffs.believing import Brought
from inspector_app.core.services.handoffs.contents import (
    NOTHING,
    Contents,
    asked_to_mark,
    contents,
    marked,
    own_answers,
    passed_on,
)
from inspector_app.core.services.handoffs.sifting import Refused
from inspector_app.core.services.people import membership
from inspector_app.core.services.people.membership import Introduction
from inspector_app.core.services.profile.laptop import now
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import ledger
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.ledger import IN, Record
from inspector_app.core.storage.log import stretches
from inspector_app.core.storage.log.held import Key
from inspector_app.core.storage.reading import read


@dataclass(frozen=True, slots=True)
class Untaken:
    """Work of a person that is not taken, and why. `cases`: the references it is about, as far as they are known here."""

    name: str
    steps: int
    reason: Reason
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """What a package brings, in numbers. `missing` are the numbers of the sender's packages that have not come.

    `new`, `changed`, `contested` and `settled` count fields; nothing that was here is ever taken away, but for the work
    of somebody whose card the lead withdrew (`set_aside` steps). `waiting`: who waits for a yes once it is in.
    `contents`: what it is about, and `contested_in` the contested of it; `own_answers`: answers in own cases that
    change, and `own_contested` those that become contested. `passed_on`: whose cases are now that another had, names ("you"
    is None, nobody "") with references; `to_mark`: the cases of which this person is asked for a second marking; `marked`:
    those that somebody has finished marking.
    """

    path: Path
    sender: str
    made: str
    steps: int
    new: int
    changed: int
    contested: int
    settled: int
    missing: tuple[int, ...]
    untaken: tuple[Untaken, ...] = ()
    set_aside: int = 0
    waiting: tuple[Introduction, ...] = ()
    contents: Contents = NOTHING
    contested_in: Contents = NOTHING
    own_answers: int = 0
    own_contested: int = 0
    passed_on: tuple[tuple[str | None, tuple[str, ...]], ...] = ()
    to_mark: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()

    @property
    def nothing_new(self) -> bool:
        """Whether everything in it was here already."""
        return self.steps == 0 and not self.untaken and not self.set_aside


def received(workspace: Workspace, connection: Connection, package: Package, brought: Brought, path: Path) -> Received:
    """Note a package that was brought in, and say what it brought."""
    about = package.manifest
    came = Record(
        package=about.package,
        way=IN,
        device=about.device,
        person=about.sender.id,
        number=about.number.get(workspace.me, about.number.get(ledger.WHOEVER, 0)),
        made=about.made,
        at=now(),
        steps=about.steps,
        changes=about.changes,
    )
    ledger.receive(connection, came, about.has)
    waiting = membership.waiting(connection, brought.belief, trusting.myself(workspace.laptop))
    return Received(
        path=path,
        sender=about.sender.name,
        made=about.made,
        steps=brought.steps,
        new=len(brought.new),
        changed=len(brought.changed),
        contested=len(brought.contested),
        settled=len(brought.settled),
        missing=ledger.missing_numbers(
            connection, ledger.records(connection), about.device, stretches.known(connection)
        ),
        untaken=_untaken(connection, brought.refused),
        set_aside=brought.set_aside,
        waiting=tuple(row for row in waiting if not row.left_out),
        contents=contents(connection, (*brought.new, *brought.changed, *brought.contested, *brought.settled)),
        contested_in=contents(connection, brought.contested),
        own_answers=own_answers(connection, (*brought.new, *brought.changed, *brought.settled), workspace.me),
        own_contested=own_answers(connection, brought.contested, workspace.me),
        passed_on=_passed_on(connection, brought.changed, workspace.me),
        to_mark=asked_to_mark(connection, brought.new, workspace.me),
        marked=marked(connection, brought.new),
    )


def _passed_on(
    connection: Connection, changed: Iterable[Key], me: str
) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
    """Those of `passed_on` by name; None for this person."""
    names = read.names(connection)
    return tuple((None if p == me else names.get(p, ""), refs) for p, refs in passed_on(connection, changed))


def _untaken(connection: Connection, refused: Sequence[Refused]) -> tuple[Untaken, ...]:
    """A row for each person and reason."""
    if not refused:
        return ()
    names, refs = read.names(connection), {case.id: case.ref for case in read.cases(connection)}
    rows: dict[tuple[str, Reason], list[Refused]] = {}
    for one in refused:
        rows.setdefault((names.get(one.person, ""), one.reason), []).append(one)
    return tuple(
        Untaken(name, len(of_one), reason, _refs(refs, of_one)) for (name, reason), of_one in sorted(rows.items())
    )


def _refs(refs: Mapping[str, str], refused: Iterable[Refused]) -> tuple[str, ...]:
    """The references of the cases that they are about, in order."""
    return tuple(sorted({refs[i] for one in refused for i in _about(one) if i in refs}, key=natural))


def _about(one: Refused) -> set[str]:
    """The ids that may be of the cases it is about."""
    return {change.entity_id.partition("/")[0] for change in one.made.changes}
