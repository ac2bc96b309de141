"""Whatever one member's laptop sends: honest laptops agree, no honest text is out of reach, no key changes without a yes."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.core.domain.ids import WorkspaceId
from inspector_app.core.domain.trust import Trusted
from inspector_app.core.services.profile.laptop import Laptop
from tests.handoff import histories, kept
from tests.handoff.histories import CLOCKS, Seat, Start
from tests.trust.mischief import Mischief

pytestmark = [pytest.mark.timeout(12 * 3600), pytest.mark.usefixtures("no_backups")]
PARTS = 4  # of the histories, which can be played side by side


@pytest.fixture(scope="module")
def chance() -> Iterator[random.Random]:
    """What ids and keys are drawn from, so that a seed gives the same history again."""
    with histories.drawn_by_chance() as drawn:
        yield drawn


@pytest.fixture(scope="module")
def begun(chance: random.Random, tmp_path_factory: pytest.TempPathFactory) -> tuple[Start, list[Trusted]]:
    start = histories.start(tmp_path_factory.mktemp("team"))
    return start, [laptop.keyring.trusted[0] for laptop, _ in start.places]


def mischief(begun: tuple[Start, list[Trusted]], folder: Path, seed: int, kind: str) -> Mischief:
    """A new history, with every file and every keyring as at the start."""
    start, trusted = begun
    for (laptop, _), before in zip(start.places, trusted, strict=True):
        _trust_as(laptop, before)
    seats: list[Seat] = start.history(folder, seed).seats
    accepted = frozenset(laptop.card().signing for laptop, _ in start.places)
    assert len(seats) == len(CLOCKS)
    records = random.Random(seed) if kind == "records" else None
    return Mischief(seats, folder, random.Random(seed), accepted=accepted, records=records)


def _trust_as(laptop: Laptop, before: Trusted) -> None:
    laptop.trust(WorkspaceId(before.inspection), lambda _: before)


@pytest.mark.parametrize("part", range(PARTS))
def test_a_member_who_sends_anything_divides_nobody_and_hides_nothing(
    part: int,
    begun: tuple[Start, list[Trusted]],
    chance: random.Random,
    seed: int,
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    """What failed once is played again by every run: of before there were records ("hostile"), and since."""
    tried = range(seed + part, seed + int(request.config.getoption("--hostile")), PARTS)
    for kind, numbers in (("hostile", ()), ("records", tried)):
        for number in (*kept.seeds(kind)[part::PARTS], *numbers):
            play(begun, chance, number, tmp_path / "history", kind)


def play(begun: tuple[Start, list[Trusted]], chance: random.Random, seed: int, folder: Path, kind: str) -> None:
    """One history from its beginning to its end."""
    chance.seed(seed)
    history = mischief(begun, folder, seed, kind)
    with kept.kept_if_it_fails(kind, seed, "--hostile"):
        try:
            history.play()
            history.exchange()
            history.check()
        finally:
            for seat in (*history.seats, history.mal):
                seat.workspace.close()
    shutil.rmtree(folder)
