"""Packages that cannot be used: a sentence each time, and nothing written."""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from inspector_app.core.crypto import parcel, seal
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import package as packages
from inspector_app.core.interchange import document
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results.ratings import rate
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui.errors import sentence
from tests import quick_age
from tests.handoff import histories, spoilt
from tests.handoff.spoilt import Good

pytestmark = pytest.mark.timeout(6 * 3600)
PARTS = 4  # of the packages, which can be spoilt side by side
PASSPHRASE = histories.PASSPHRASE


def said(refused: Expected) -> Code:
    """The code of a refusal that has its sentence, with every fact it needs."""
    assert "{" not in sentence(refused)
    return refused.code


@dataclass
class Reader:
    """A colleague's laptop to which packages are brought, and a file they are in."""

    workspace: Workspace
    path: Path
    start: Path

    def bring(self, data: bytes) -> Code | None:
        """Import a file of these bytes: None when it was accepted, else why it was not."""
        self.path.write_bytes(data)
        try:
            handoffs.import_(self.workspace, [self.path])
        except Expected as refused:
            return said(refused)
        return None

    def begin_again(self) -> None:
        """Put the workspace back as it was at first."""
        path, laptop = self.workspace.path, self.workspace.laptop
        self.workspace.close()
        shutil.copy(self.start, path)
        self.workspace = Workspace.open(laptop, path)

    def use(self) -> None:
        """Read everything that the window reads."""
        workspace = self.workspace
        assert workspace.problems() == []
        inspection = workspace.inspection()
        document.write(inspection)
        rate(workspace.framework, inspection)
        for row in workspace.case_rows():
            for mark in row.marks:
                workspace.question_page(row.id, mark.question)
        conflicts.conflicts(workspace)
        handoffs.rows(workspace)
        for kind, of in (("judgement", "rationale"), ("prompt", "note")):
            for case in inspection.cases:
                workspace.history(kind, f"{case.id}/2.1.1" + ("/a" if kind == "prompt" else ""), of)
        handoffs.export(workspace, self.path, everything=True)


def _sent(lead: Workspace, path: Path) -> bytes:
    """A package of some of everything."""
    case = lead.case_rows()[0].id
    for answer in ("yes", "no"):
        lead.editor.set("judgement", f"{case}/2.1.1", "answer", answer)
    lead.editor.set("prompt", f"{case}/2.1.1/a", "note", "Seen with her ŵncle.")
    edits = {"standard": "2.1", "kind": "strength", "text": "Prompt.", "position": 1}
    lead.editor.do("f1", [Edit("finding", EntityId("f1"), field, value) for field, value in edits.items()])
    lead.editor.set("finding", "f1", "deleted", True)
    lead.editor.undo("finding", "f1")
    lead.editor.set("inspection", "inspection", "end", "2026-04-01")
    lead.editor.set("person", lead.me, "name", "Ruth A")
    lead.editor.set("rating", "1.1", "rating", "Good")
    handoffs.export(lead, path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Reader, Good]]:
    folder = tmp_path_factory.mktemp("two")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seal.Cost.__init__, "__defaults__", (64, 1, 1))
        patch.setattr(parcel, "seal_with_passphrase", quick_age.seal_with_passphrase)
        laptops = [Laptop(folder / f"profile-{n}") for n in range(3)]
        for laptop, name in zip(laptops, histories.NAMES, strict=False):
            laptop.create_identity(name, "Inspector", PASSPHRASE)
        lead = Workspace.create(laptops[0], laptops[0].new_path("W"), "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
        for laptop in laptops[:2]:
            team.add(lead, laptop.card())
        lead.add_case("C01", lead.framework.samples[0].code)
        handoffs.export(lead, folder / "start.handoff", everything=True)
        workspace, _ = handoffs.join(laptops[1], folder / "start.handoff", laptops[1].new_path("W"))
        handoffs.export(workspace, folder / "receipt.handoff", receipt=True)
        handoffs.import_(lead, [folder / "receipt.handoff"])
        data = _sent(lead, folder / "good.handoff")
        inside = packages.unseal(data, "", laptops[1].keyring.sealing_key)
        good = spoilt.good(data, inside, laptops[0].keyring.signing_key, [laptops[1].card().sealing], laptops[2])
        workspace.close()
        start = Path(shutil.copy(workspace.path, folder / "reader.start"))
        reader = Reader(Workspace.open(laptops[1], workspace.path), folder / "brought.handoff", start)
        yield reader, good
        reader.workspace.close()
        lead.close()


@pytest.fixture
def reader(brought: tuple[Reader, Good]) -> Iterator[Reader]:
    yield brought[0]
    brought[0].begin_again()


@pytest.fixture
def good(brought: tuple[Reader, Good]) -> Good:
    return brought[1]


def _files(reader: Reader) -> set[str]:
    """Every file but the backups and what the database keeps beside its file."""
    found = {str(p) for p in reader.path.parent.rglob("*") if p.is_file() and "backups" not in p.parts}
    return {name for name in found if not name.endswith(("-wal", "-shm"))} | {str(reader.path)}


def test_the_package_that_is_spoilt_here_is_a_good_one(reader: Reader, good: Good) -> None:
    assert reader.bring(good.made(good.manifest, good.packed)) is None
    reader.use()
    assert reader.workspace.inspection().findings[0].text == "Prompt."


@pytest.mark.parametrize("part", range(PARTS))
def test_every_spoilt_package_is_refused_or_does_no_harm_and_never_a_traceback(
    part: int, reader: Reader, good: Good, seed: int, request: pytest.FixtureRequest
) -> None:
    before, files = histories.state(reader.workspace), _files(reader)
    outcomes: Counter[tuple[str, str]] = Counter()
    for number in range(part, int(request.config.getoption("--fuzz")), PARTS):
        chance = random.Random(seed + number)
        spoil = chance.choice(spoilt.SURELY_BAD + spoilt.PERHAPS_BAD * 3)
        try:
            data = spoil(good, chance)
            code = reader.bring(data)
            outcomes[spoil.__name__, code or "accepted"] += 1
            if code is None:
                assert spoil in spoilt.PERHAPS_BAD or data == good.data
                reader.use()
                reader.begin_again()
            assert histories.state(reader.workspace) == before
        except BaseException as error:
            error.add_note(f"repeat with: --fuzz 1 --seed {seed + number} ({spoil.__name__})")
            raise
    assert _files(reader) == files
    print(*sorted(outcomes.items()), sep="\n")


@pytest.mark.parametrize(
    ("spoil", "codes"),
    [
        (spoilt.for_others, {Code.PACKAGE_NOT_FOR_ME}),
        (spoilt.forged, {Code.SIGNATURE_WRONG, Code.NOT_FROM_TEAM}),
        (spoilt.swapped_work, {Code.PACKAGE_DAMAGED}),
        (spoilt.other_place, {Code.OTHER_INSPECTION, Code.FILE_NEWER, Code.PACKAGE_DAMAGED}),
    ],
)
def test_each_refusal_says_what_is_wrong(
    reader: Reader, good: Good, spoil: Callable[[Good, random.Random], bytes], codes: set[Code], seed: int
) -> None:
    found = {reader.bring(spoil(good, random.Random(seed + n))) for n in range(30)}
    assert found == codes


@pytest.mark.parametrize("length", [0, 1, 19, 20, 21, 200, -1])
def test_the_beginning_of_a_package_is_no_package(reader: Reader, good: Good, length: int) -> None:
    assert reader.bring(good.data[:length]) in {Code.NOT_A_PACKAGE, Code.PACKAGE_DAMAGED}


def test_a_package_of_a_newer_format_says_so(reader: Reader, good: Good) -> None:
    assert reader.bring(good.data.replace(b"inspector-handoff 2", b"inspector-handoff 3", 1)) is Code.FILE_NEWER


def test_a_package_of_the_former_format_says_so(reader: Reader, good: Good) -> None:
    """In it whoever carried a step vouched for it: taking one would leave that hole open."""
    assert reader.bring(good.data.replace(b"inspector-handoff 2", b"inspector-handoff 1", 1)) is Code.FILE_OLDER


def test_work_that_unpacks_to_more_than_it_says_is_not_unpacked(reader: Reader, good: Good) -> None:
    import tracemalloc

    bomb = good.with_work(b" " * 300_000_000, size=1000)
    tracemalloc.start()
    assert reader.bring(bomb) is Code.PACKAGE_DAMAGED
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


def test_a_file_far_larger_than_any_package_is_not_read(reader: Reader) -> None:
    with reader.path.open("wb") as file:
        file.write(spoilt.MAGIC)
        os.truncate(file.fileno(), 513 * 2**20)
    with pytest.raises(Expected) as refused:
        handoffs.import_(reader.workspace, [reader.path])
    reader.path.unlink()
    assert refused.value.code is Code.PACKAGE_DAMAGED
    assert "larger" in str(refused.value.facts["why"])


def test_a_wrong_passphrase_opens_nothing(reader: Reader, good: Good) -> None:
    inside = packages.unseal(good.data, "", reader.workspace.laptop.keyring.sealing_key)
    reader.path.write_bytes(packages.seal_with_passphrase("seven lamps by the river", inside))
    before = histories.state(reader.workspace)
    with pytest.raises(Expected) as refused:
        handoffs.import_(reader.workspace, [reader.path], passphrase="six lamps by the river")
    assert refused.value.code is Code.PACKAGE_DAMAGED
    assert reader.bring(reader.path.read_bytes()) in {Code.PACKAGE_WANTS_PASSPHRASE, Code.PACKAGE_DAMAGED}
    assert histories.state(reader.workspace) == before


def test_one_bad_package_among_good_ones_lets_none_in(reader: Reader, good: Good, tmp_path: Path) -> None:
    fine, bad = tmp_path / "fine.handoff", tmp_path / "bad.handoff"
    fine.write_bytes(good.data)
    bad.write_bytes(good.data[:-1])
    before = histories.state(reader.workspace)
    with pytest.raises(Expected):
        handoffs.import_(reader.workspace, [fine, bad])
    assert histories.state(reader.workspace) == before
