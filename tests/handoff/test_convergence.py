"""Whatever a team does, and whatever becomes of its packages: every laptop ends with the same, and nothing is lost."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector_app.core.services import handoffs
from tests.handoff import histories, kept
from tests.handoff.histories import Start

pytestmark = [pytest.mark.timeout(6 * 3600), pytest.mark.usefixtures("no_backups")]
PRINTED = 8  # of so many histories one is printed on all laptops: a PDF of each costs more than the history
PARTS = 10  # of the histories, which can be played side by side


@pytest.fixture(scope="module")
def chance() -> Iterator[random.Random]:
    """What the ids of devices and steps are drawn from, so that a seed gives the same order of ids again."""
    with histories.drawn_by_chance() as drawn:
        yield drawn


@pytest.fixture(scope="module")
def begun(chance: random.Random, tmp_path_factory: pytest.TempPathFactory) -> Start:
    return histories.start(tmp_path_factory.mktemp("team"))


@pytest.mark.parametrize("part", range(PARTS))
def test_every_history_ends_with_all_laptops_alike_and_nothing_lost(
    part: int, begun: Start, chance: random.Random, seed: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    for number in range(part, int(request.config.getoption("--histories")), PARTS):
        play(begun, chance, seed + number, tmp_path / "history", printed=number % PRINTED == 0)


def play(begun: Start, chance: random.Random, seed: int, folder: Path, *, printed: bool) -> None:
    """One history from its beginning to its end."""
    chance.seed(seed)
    history = begun.history(folder, seed)
    with kept.kept_if_it_fails("team", seed, "--histories"):
        try:
            history.play()
            history.exchange()
            history.check()
            if printed:
                history.check_paper()
        finally:
            for seat in history.seats:
                seat.workspace.close()
    shutil.rmtree(folder)


def test_a_history_that_failed_is_kept_and_played_again_until_it_ends_well(
    begun: Start, chance: random.Random, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in kept.seeds("team"):
        play(begun, chance, number, tmp_path / "history", printed=True)
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "histories")
    monkeypatch.setattr(histories, "STEPS", 1)
    with monkeypatch.context() as patch:
        patch.setattr(histories.History, "_nothing_lost", planted)
        with pytest.raises(AssertionError, match="planted") as failed:
            play(begun, chance, 5, tmp_path / "failed", printed=False)
    assert failed.value.__notes__ == [
        "kept as team-5.txt in histories, to be committed; repeat with: --histories 1 --seed 5"
    ]
    assert kept.seeds("team") == [5]
    assert kept.seeds("hostile") == []
    play(begun, chance, 5, tmp_path / "history", printed=False)


def planted(*_of: object) -> None:
    raise AssertionError("planted")


def test_what_was_typed_after_the_file_was_copied_reaches_the_copy(
    begun: Start, chance: random.Random, tmp_path: Path
) -> None:
    history = begun.history(tmp_path / "history", 1)
    history.cases = tuple(row.id for row in history.seats[0].workspace.case_rows())
    first = history.seats[1]
    history.type(first)
    history.copy_file(first)
    assert first.typing
    key, change, text = first.typing
    done = first.workspace.editor.set(*key, f"{text} and more", amend=change)
    assert done.change == change, "typing goes on in the file that was open"
    there = history.seats[-1].workspace.editor.set(*key, f"{text} and other", amend=change)
    assert there.change != change, "the copy is opened anew, so what it holds is not amended"
    lead, copy = history.seats[0].workspace, history.seats[-1].workspace
    for number, (giver, taker) in enumerate([(first.workspace, lead), (copy, lead), (lead, copy)]):
        handoffs.export(giver, tmp_path / f"{number}.handoff", to=[taker.me])
        handoffs.import_(taker, [tmp_path / f"{number}.handoff"])
    for workspace in (lead, copy):
        shown = {row.change: row.value for row in workspace.history(*key)}
        assert (shown[change], shown[there.change]) == (f"{text} and more", f"{text} and other")
    for seat in history.seats:
        seat.workspace.close()
