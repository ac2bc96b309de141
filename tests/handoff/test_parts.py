"""A package in parts: whole again in any order, or a sentence and nothing kept, whatever the parts say."""

import hashlib
import json
import os
import random
import resource
from collections.abc import Iterator
from contextlib import AbstractContextManager
from itertools import islice, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.crypto import seal
from inspector_app.core.domain.roads import Road
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import parts
from inspector_app.core.services import handoffs
from inspector_app.core.services.handoffs import Parts
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import ledger
from inspector_app.ui.errors import sentence
from tests.handoff.histories import state
from tests.ui.colleagues import colleague

PART = 2_000  # bytes: a day's package of the sample becomes a handful of files


@pytest.fixture
def bob(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """The inspection on a colleague's laptop."""
    monkeypatch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))
    theirs = colleague("Bob", tmp_path)
    team.add(workspace, theirs.card())
    start = tmp_path / "start.handoff"
    handoffs.export(workspace, start, to=["Bob"], everything=True)
    made, _ = handoffs.join(theirs, start, theirs.new_path("Wexborough"))
    yield made
    made.close()


@pytest.fixture
def in_parts(workspace: Workspace, bob: Workspace, tmp_path: Path) -> list[Path]:
    """A package to Bob in parts, of more notes than pack small."""
    chance = random.Random(1)
    for case in ("C01", "C02"):
        text = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz ", k=6_000))
        workspace.editor.set("prompt", f"{workspace.case_id(case)}/2.1.1/a", "note", text)
    sent = handoffs.export(workspace, tmp_path / "x.handoff", to=["Bob"], part=PART, road=Road.MAIL)
    assert len(sent.parts) > 3
    assert not (tmp_path / "x.handoff").exists()
    assert all(path.stat().st_size <= PART for path in sent.parts)
    return list(sent.parts)


def note(workspace: Workspace, case: str) -> str:
    return workspace.question_page(workspace.case_id(case), "2.1.1").prompts[0].note


def refused(workspace: Workspace, paths: list[Path]) -> Expected:
    """Why these are not taken; nothing of them is kept."""
    before = state(workspace)
    with pytest.raises(Expected) as found:
        handoffs.import_(workspace, paths)
    assert "{" not in sentence(found.value)
    assert state(workspace) == before
    return found.value


def test_parts_come_in_any_order_and_one_may_come_twice(
    bob: Workspace, in_parts: list[Path], workspace: Workspace
) -> None:
    shuffled = [*reversed(in_parts), in_parts[1]]
    assert [one.steps for one in handoffs.preview(bob, shuffled)] == [2]
    (came,) = handoffs.import_(bob, shuffled)
    assert (came.sender, came.contents.cases) == ("Ruth Ashdown", ("C01", "C02"))
    assert note(bob, "C02") == note(workspace, "C02") != ""
    assert handoffs.import_(bob, in_parts)[0].nothing_new


def test_one_can_begin_from_a_package_in_parts(workspace: Workspace, bob: Workspace, tmp_path: Path) -> None:
    dee = colleague("Dee", tmp_path)
    team.add(workspace, dee.card())
    sent = handoffs.export(workspace, tmp_path / "dee.handoff", to=["Dee"], everything=True, part=PART)
    chosen = Parts(tuple(reversed(sent.parts)))
    assert handoffs.look_into(dee, chosen).manifest.service == workspace.inspection().service
    joined, _ = handoffs.join(dee, chosen, dee.new_path("Wexborough"))
    assert {row.ref for row in joined.case_rows()} == {row.ref for row in workspace.case_rows()}
    joined.close()


def test_which_parts_are_missing_is_said(bob: Workspace, in_parts: list[Path]) -> None:
    found = refused(bob, [in_parts[-1], in_parts[0]])
    assert found.code is Code.PARTS_MISSING
    assert found.facts["parts"].startswith("2")
    assert refused(bob, in_parts[1:]).facts["parts"] == "1"
    with pytest.raises(Expected) as alone:
        handoffs.inspect(bob.laptop, in_parts[0])
    assert alone.value.code is Code.PARTS_MISSING


def test_parts_of_two_packages_are_refused(
    bob: Workspace, in_parts: list[Path], workspace: Workspace, tmp_path: Path
) -> None:
    other = handoffs.export(workspace, tmp_path / "y.handoff", to=["Bob"], part=PART).parts
    assert refused(bob, [*in_parts, other[0]]).code is Code.PARTS_MIXED
    assert refused(bob, [in_parts[0], *other[1:]]).code is Code.PARTS_MIXED


def test_a_spoilt_part_is_named_and_nothing_is_kept(bob: Workspace, in_parts: list[Path]) -> None:
    good = in_parts[2].read_bytes()
    for spoilt in (good[:-1], good + b"x", good[:-1] + bytes([good[-1] ^ 1]), good[:40], good[:10]):
        in_parts[2].write_bytes(spoilt)
        found = refused(bob, in_parts)
        assert found.code in (Code.PACKAGE_DAMAGED, Code.NOT_A_PACKAGE)
        assert found.facts["where"] in (str(in_parts[2]), in_parts[2])
    in_parts[2].write_bytes(good)
    assert handoffs.import_(bob, in_parts)[0].steps == 2


def written(**head: object) -> bytes:
    """A part of one byte that says what it likes, in the way in which it must be written."""
    of_x = hashlib.sha256(b"x").hexdigest()
    about = {"package": of_x, "whole": 1, "part": 1, "of": 1, "sha256": of_x, "size": 1, **head}
    return b"inspector-handoff-part 1\n" + json.dumps(about, sort_keys=True, separators=(",", ":")).encode() + b"\nx"


@pytest.mark.parametrize(
    "head",
    [
        {"of": 1000, "part": 2}, {"part": 0}, {"part": 2}, {"size": 0}, {"size": -1}, {"whole": 2**40}, {"whole": 0},
        {"whole": 2**30}, {"part": True}, {"of": 1.0}, {"sha256": "x" * 64}, {"package": "../evil"}, {"more": 1},
        {"package": None}, {"of": "1"}, {"size": 2}, {"whole": 2}, {"package": "0" * 64},
    ],
)  # fmt: skip
def test_a_part_that_says_what_cannot_be_is_refused(bob: Workspace, tmp_path: Path, head: dict[str, object]) -> None:
    path = tmp_path / "h.handoff"
    path.write_bytes(written(**head))
    assert refused(bob, [path]).code is Code.PACKAGE_DAMAGED


def test_a_part_that_is_what_it_says_makes_no_package_of_it(bob: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "h.handoff"
    path.write_bytes(written())
    assert refused(bob, [path]).code is Code.NOT_A_PACKAGE
    path.write_bytes(written().replace(b"part 1\n", b"part 2\n"))
    assert refused(bob, [path]).code is Code.FILE_NEWER
    path.write_bytes(b"inspector-handoff-part " + b"9" * 5_000_000)
    assert refused(bob, [path]).code is Code.FILE_NEWER


def test_a_part_that_is_one_number_in_two_versions_is_refused(
    bob: Workspace, in_parts: list[Path], tmp_path: Path
) -> None:
    head, begins = parts.read_head(in_parts[0].read_bytes()[: parts.HEAD], in_parts[0].stat().st_size, "")
    own = bytes(in_parts[0].stat().st_size - begins)
    about = {name: getattr(head, name) for name in ("package", "whole", "part", "of", "size")}
    other = tmp_path / "other.handoff"
    other.write_bytes(written(**about, sha256=hashlib.sha256(own).hexdigest())[:-1] + own)
    assert refused(bob, [*in_parts, other]).code is Code.PACKAGE_DAMAGED


def test_thousands_of_parts_cost_neither_memory_nor_time_before_they_are_refused(
    bob: Workspace, tmp_path: Path
) -> None:
    """Each says that it is of a package of 500 MB, and is as large as it says: holes, of which nothing is read."""
    whole, of, size = 500_000_000, 999, 500_500
    paths = []
    for number in range(3_000):
        head = {
            "whole": whole,
            "of": of,
            "part": number % (of - 1) + 1,
            "size": size,
            "package": "a" * 64,
            "sha256": "b" * 64,
        }
        paths.append(tmp_path / f"{number}.handoff")
        paths[-1].write_bytes(written(**head)[:-1])
        with paths[-1].open("r+b") as file:
            file.truncate(paths[-1].stat().st_size + size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert refused(bob, paths).facts["parts"] == "999"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kB


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_a_pipe_that_never_says_anything_is_refused_at_once(
    bob: Workspace, in_parts: list[Path], tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe.handoff"
    os.mkfifo(pipe)
    assert refused(bob, [*in_parts, pipe]).code is Code.NOT_A_FILE


@given(st.binary(max_size=4_000), st.integers(parts.HEAD + 1, 2_000), st.randoms(use_true_random=False))
def test_what_is_split_is_whole_again_in_any_order(sealed: bytes, most: int, chance: random.Random) -> None:
    cut = parts.split(sealed, most)
    assert len(cut) == parts.needed(len(sealed), most)
    assert parts.split(sealed, 0) == [sealed]
    assert all(len(one) <= most for one in cut)
    if len(cut) == 1:
        assert cut == [sealed]
        return
    read = [parts.read_head(one[: parts.HEAD], len(one), "") for one in cut]
    assert parts.missing([head for head, _ in read]) == []
    own = {head.part: one[begins:] for (head, begins), one in zip(read, cut, strict=True)}
    chance.shuffle(cut)
    assert b"".join(own[part] for part in sorted(own)) == sealed
    lacking = chance.randrange(len(read))
    assert parts.missing([head for place, (head, _) in enumerate(read) if place != lacking]) in ([lacking + 1], [])


def test_every_order_of_a_few_parts_makes_the_package(bob: Workspace, in_parts: list[Path]) -> None:
    for order in islice(permutations(in_parts), 24):
        assert handoffs.inspect(bob.laptop, Parts(order)).sender.name == "Ruth Ashdown"


def test_parts_smaller_than_a_reader_takes_are_not_written(
    workspace: Workspace, bob: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(Expected) as found:
        handoffs.export(workspace, tmp_path / "z.handoff", to=["Bob"], everything=True, part=parts.HEAD + 2)
    assert found.value.code is Code.VALUE_INVALID
    assert not list(tmp_path.glob("z*"))


def test_where_one_part_cannot_be_written_none_stays(
    workspace: Workspace, bob: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    really, written_names = outgoing.files.written_whole, list[Path]()

    def failing(path: Path, data: bytes, profile: Path) -> AbstractContextManager[None]:
        if len(written_names) == 2:
            raise Expected(Code.DISK_FULL, where=path)
        written_names.append(path)
        return really(path, data, profile)

    monkeypatch.setattr(outgoing.files, "written_whole", failing)
    with pytest.raises(Expected):
        handoffs.export(workspace, folder / "z.handoff", to=["Bob"], everything=True, part=PART)
    assert len(written_names) == 2
    assert not list(folder.iterdir())
    assert [row.road for row in handoffs.rows(workspace) if row.name == "Bob"] == [""]


@pytest.mark.parametrize("part", [0, PART])
def test_what_the_ledger_cannot_note_does_not_lie_there(
    workspace: Workspace, bob: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    folder = tmp_path / "sent"
    folder.mkdir()
    former = folder / ("z.handoff" if not part else "z, part 1 of 2.handoff")
    former.write_bytes(b"what was sent before")

    def full(*_: object) -> None:
        raise Expected(Code.DISK_FULL, where=workspace.path)

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "record", full)
        with pytest.raises(Expected):
            handoffs.export(workspace, folder / "z.handoff", to=["Bob"], everything=True, part=part)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {former.name: b"what was sent before"}
    handoffs.export(workspace, folder / "z.handoff", to=["Bob"], everything=True)
    assert [path.name for path in folder.iterdir() if path.suffix == ".part"] == []
    assert (folder / "z.handoff").read_bytes() != b"what was sent before"


def test_the_ledger_says_by_which_road_it_went(workspace: Workspace, in_parts: list[Path]) -> None:
    assert {row.name: row.road for row in handoffs.rows(workspace)}["Bob"] == "mail"


def test_an_offer_says_what_a_package_holds_and_how_large_it_is_and_changes_nothing(
    workspace: Workspace, bob: Workspace, tmp_path: Path
) -> None:
    for notes in (0, 300, 30_000):
        workspace.editor.set("prompt", f"{workspace.case_id('C03')}/2.1.1/a", "note", "é ab" * notes)
        for everything in (False, True):
            offered = handoffs.offer(workspace, ["Bob"], everything=everything)
            assert handoffs.offer(workspace, ["Bob"], everything=everything).contents == offered.contents
            sent = handoffs.export(workspace, tmp_path / "o.handoff", to=["Bob"], everything=everything)
            assert abs(sent.size - offered.size) <= handoffs.TOLERANCE
            assert sent.size == sent.path.stat().st_size
            assert (sent.contents, sent.steps) == (offered.contents, offered.steps)
    secret = handoffs.offer(workspace, [])
    sent = handoffs.export(workspace, tmp_path / "s.handoff", passphrase="copper lantern drifts over quiet water")
    assert abs(sent.size - secret.size) <= handoffs.TOLERANCE


def test_an_offer_neither_signs_nor_numbers_nor_closes_what_is_being_typed(
    workspace: Workspace, bob: Workspace
) -> None:
    prompt = f"{workspace.case_id('C03')}/2.1.1/a"
    workspace.editor.set("prompt", prompt, "note", "one")
    steps = state(workspace)
    handoffs.offer(workspace, ["Bob"])
    assert state(workspace) == steps
