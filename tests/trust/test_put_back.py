"""An older file put in the place of the newer one by hand: what was given comes back, and the rest is said to lack."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from inspector_app.core.domain.cases.second_marking import Asked
from inspector_app.core.errors import Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import marking, reviews, verifying
from inspector_app.core.services.fieldwork import concerns
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.results import own_ratings, sealing, told
from inspector_app.core.services.results.own_ratings import Seat
from inspector_app.core.services.safekeeping import recovering
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.reading import read_marking
from tests.trust.hostile import Three, log, sound, value

pytestmark = pytest.mark.usefixtures("no_backups")
REASON = "Nine of twelve plans name the child's own goals."
Act = Callable[[], object]


@pytest.mark.parametrize(("who", "again"), [("ann", True), ("bea", False)], ids=["worked in", "as it is"])
def test_whatever_was_given_comes_back_and_counts_the_same_on_both_laptops(three: Three, who: str, again: bool) -> None:
    """After any of these acts the file of then is put back, and the next act done again on it, or not."""
    acts, copies = list(_acts(three)), []
    for _, act in acts:
        act()
        three.exchange(three.ann, three.bea, rounds=1)
        copies.append(shutil.copy(_closed(three, who), three.folder / f"{len(copies)}.copy"))
        _opened(three, who)
    three.exchange(three.ann, three.bea)
    given, before = log(three.ann).keys(), _said(three.ann)
    assert _said(three.bea) == before
    for number in range(0, len(acts), 4):
        put_back(three, who, copies[number])
        assert own_row(getattr(three, who)).not_here == _behind(three, who)
        if again:
            with suppress(Expected):  # what it rests on is not there any more
                next((act() for person, act in acts[number + 1 :] if person == who), None)
        three.exchange(three.ann, three.bea)
        assert given <= log(three.ann).keys() == log(three.bea).keys(), number
        assert _said(three.ann) == _said(three.bea), number
        assert again or _said(three.ann) == before, number
        assert own_row(getattr(three, who)).not_here == 0
    sound(three.ann, three.bea)


def test_what_nobody_was_given_is_said_to_lack_for_as_long_as_it_does(three: Three) -> None:
    copy = shutil.copy(_closed(three, "bea"), three.folder / "copy")
    _opened(three, "bea")
    assert own_row(three.bea).not_here == 0
    three.bea.editor.set(*three.note("a"), "Bea's")
    three.give(three.bea, three.mal)
    three.bea.editor.set(*three.note("b"), "Bea's, in a backup alone")
    three.bea.back_up()
    put_back(three, "bea", copy)
    assert own_row(three.bea).not_here == 2
    three.bea.editor.set(*three.note("c"), "later")
    three.exchange()
    assert own_row(three.bea).not_here == 1
    assert [own_row(one).not_here for one in (three.ann, three.mal)] == [0, 0]


@pytest.mark.parametrize("how", ["the same file again", "the recovered one", "once an older one was put back"])
def test_what_is_recovered_a_second_time_is_what_was_given_and_what_was_read(three: Three, how: str) -> None:
    for letter in "ab":
        three.bea.editor.set(*three.note(letter), f"Bea's {letter}")
        three.exchange(rounds=1)
    older, damaged = shutil.copy(_closed(three, "bea"), three.folder / "older"), three.bea.path
    _opened(three, "bea")
    three.bea.editor.set(*three.note("c"), "never given")
    _closed(three, "bea")
    _recovered(three, damaged, "first")
    three.bea.editor.set(*three.note("d"), "in the recovered one")
    three.give(three.bea, three.ann)
    first = _closed(three, "bea")
    if how == "once an older one was put back":
        shutil.copy(older, first)
    _recovered(three, damaged if how == "the same file again" else first, "second")
    three.bea.editor.set(*three.note("e"), "in the second")
    three.exchange()
    for letter, said in zip(
        "abcde", ("Bea's a", "Bea's b", "never given", "in the recovered one", "in the second"), strict=True
    ):
        assert {value(one, three.note(letter)) for one in three.everybody} == {said}
    assert log(three.ann) == log(three.bea) == log(three.mal)
    assert own_row(three.bea).not_here == 0
    sound(*three.everybody)


def _recovered(three: Three, path: Path, name: str) -> None:
    laptop = three.bea.laptop
    three.bea = Workspace.open(laptop, recovering.recover(laptop, path, laptop.new_path(name)).path)


def _acts(three: Three) -> Iterator[tuple[str, Act]]:
    """Who acts, and what: of all that counts by whose word it is."""
    ann, bea = (lambda: three.ann), (lambda: three.bea)
    case, second = (row.id for row in three.ann.case_rows()[:2])
    item, record = f"{case}/2.1.1/a", three.folder / "record.json"
    yield "bea", lambda: bea().editor.set("prompt", item, "answer", "yes")
    yield "bea", lambda: reviews.submit(bea(), case)
    yield "ann", lambda: verifying.verify(ann(), item)
    yield "ann", lambda: reviews.accept(ann(), case)
    yield "ann", lambda: told.add(ann(), "The head of service", "Good so far")
    yield "ann", lambda: sealing.seal(ann(), record)
    yield "bea", lambda: concerns.raise_(bea(), second, datetime.now().astimezone())
    yield "ann", lambda: ann().editor.set("case", second, "inspector", ann().me)
    yield "ann", lambda: ann().editor.set("judgement", f"{second}/2.1.1", "answer", "yes")
    yield "ann", lambda: marking.ask(ann(), second, bea().me)
    yield (
        "bea",
        lambda: bea().editor.set("second_judgement", f"{second}/2.1.1@{bea().me}", "answer", "no"),
    )
    yield "ann", lambda: marking.done(ann(), second)
    yield "bea", lambda: marking.done(bea(), second)
    yield "ann", lambda: own_ratings.seat(ann(), bea().me, Seat.CHAIR)
    yield "ann", lambda: own_ratings.seat(ann(), ann().me, Seat.MEMBER)
    yield "ann", lambda: own_ratings.give(ann(), "1.1", "Good", REASON)
    yield "bea", lambda: own_ratings.give(bea(), "1.1", "Good", REASON)
    yield "bea", lambda: own_ratings.open_all(bea(), "1.1")
    yield "ann", lambda: membership.withdraw(ann(), three.mal.me, leaves=True)


def test_a_package_is_missing_only_while_its_work_is(three: Three) -> None:
    """What it brought and an older file took away is said, until that came by another way."""
    three.ann.editor.set(*three.note("a"), "first")
    three.exchange()
    copy = shutil.copy(_closed(three, "bea"), three.folder / "copy")
    _opened(three, "bea")
    three.ann.editor.set(*three.note("b"), "second")
    three.exchange()
    put_back(three, "bea", copy)
    three.ann.editor.set(*three.note("c"), "third")
    found = three.give(three.ann, three.bea)

    def missing() -> tuple[int, ...]:
        return next(row.missing for row in handoffs.rows(three.bea) if row.name == "Ann")

    assert found.missing == missing() != ()
    assert value(three.bea, three.note("b")) is None
    three.exchange(three.bea, three.mal)
    assert value(three.bea, three.note("b")) == "second"
    assert missing() == ()


def _said(workspace: Workspace) -> dict[str, object]:
    """All of it, as a laptop says it."""
    cases = [row.id for row in workspace.case_rows()]
    return {
        "review": reviews.stages(workspace),
        "verified": [verifying.standing_of(workspace, case) for case in cases],
        "told": told.rows(workspace),
        "seal": sealing.standing(workspace),
        "second": {case: (one.complete, one.markers) for case, one in _markings(workspace).items()},
        "seats": own_ratings.seats(workspace),
        "own": [(row.person, row.given, row.opened, row.again) for row in own_ratings.rows(workspace, "1.1")],
        "team": [(member.id, member.role) for member in team.members(workspace)],
        "concerns": concerns.rows(workspace),
        "cases": workspace.case_rows(),
    }


def _markings(workspace: Workspace) -> dict[str, Asked]:
    with workspace.database.read() as connection:
        return read_marking.second_markings(connection)


def own_row(workspace: Workspace) -> handoffs.LedgerRow:
    return next(row for row in handoffs.rows(workspace) if row.me)


def _behind(three: Three, who: str) -> int:
    """How many of somebody's own steps their colleague has, and they have not."""
    mine, other = getattr(three, who), three.bea if who == "ann" else three.ann
    steps = [{change[:25] for change in log(one) if change.startswith(mine.laptop.device)} for one in (mine, other)]
    return len(steps[1] - steps[0])


def put_back(three: Three, who: str, copy: Path | str) -> None:
    """As a file manager does it."""
    path = _closed(three, who)
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    shutil.copy(copy, path)
    _opened(three, who)


def _closed(three: Three, who: str) -> Path:
    workspace: Workspace = getattr(three, who)
    workspace.close()
    return workspace.path


def _opened(three: Three, who: str) -> None:
    before: Workspace = getattr(three, who)
    setattr(three, who, Workspace.open(before.laptop, before.path))
