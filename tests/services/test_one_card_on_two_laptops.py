"""One person with one card on two laptops, the profile copied from one to the other: nothing is lost or kept back."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from inspector_app.core.errors import Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.people import membership, team
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from tests.services.colleagues import _PASSPHRASE, Team

pytestmark = pytest.mark.usefixtures("no_backups")


@pytest.fixture
def both(people: Team, tmp_path: Path) -> Iterator[tuple[Workspace, Workspace, Workspace]]:
    """The lead, and Tom's two laptops."""
    first = people.colleague("Tom Okafor")
    path = first.path
    first.close()
    shutil.copytree(first.laptop.folder, tmp_path / "copy")
    first = Workspace.open(first.laptop, path)
    people.workspaces[1] = first
    other = Laptop(tmp_path / "copy")
    other.unlock(_PASSPHRASE)
    second = Workspace.open(other, other.workspaces_folder / path.name)
    yield people.lead, first, second
    second.close()


def note(workspace: Workspace, prompt: str) -> tuple[str, str, str]:
    return "prompt", f"{workspace.case_id('C01')}/2.1.1/{prompt}", "note"


def held(workspace: Workspace, prompt: str) -> object:
    return workspace.editor.held(*note(workspace, prompt)).value


def give(giver: Workspace, taker: Workspace, path: Path) -> Path:
    handoffs.export(giver, path, to=[taker.me])
    handoffs.import_(taker, [path])
    return path


def test_both_have_one_card_and_lines_of_their_own(
    both: tuple[Workspace, Workspace, Workspace], tmp_path: Path
) -> None:
    lead, first, second = both
    assert (first.me, first.laptop.card().signing) == (second.me, second.laptop.card().signing)
    assert first.laptop.device != second.laptop.device
    first.editor.set(*note(first, "a"), "on the first")
    second.editor.set(*note(second, "b"), "on the second")
    first.editor.set(*note(first, "c"), "one")
    second.editor.set(*note(second, "c"), "other")
    for number, giver in enumerate((first, second)):
        give(giver, lead, tmp_path / f"{number}.handoff")
    assert (held(lead, "a"), held(lead, "b")) == ("on the first", "on the second")
    (apart,) = conflicts.conflicts(lead)
    assert {(side.value, side.by) for side in apart.sides} == {("one", "Tom Okafor"), ("other", "Tom Okafor")}
    assert len([card for card in team.members(lead) if card.name == "Tom Okafor"]) == 1
    assert membership.introductions(lead) == []


def test_what_only_one_of_them_took_comes_to_the_other_too(
    both: tuple[Workspace, Workspace, Workspace], tmp_path: Path
) -> None:
    """The lead knows of the receipt of one; what the other lacks it says itself, and then it comes."""
    lead, first, second = both
    lead.editor.set(*note(lead, "a"), "the first evening")
    give(lead, first, tmp_path / "1.handoff")
    give(first, lead, tmp_path / "receipt.handoff")
    lead.editor.set(*note(lead, "b"), "the second evening")
    give(lead, second, tmp_path / "2.handoff")
    assert held(second, "b") == "the second evening"
    assert held(second, "a") is None
    row = next(row for row in handoffs.rows(second) if row.person == lead.me)
    assert row.missing, "that something is missing is said"
    give(second, lead, tmp_path / "3.handoff")
    give(lead, second, tmp_path / "4.handoff")
    assert held(second, "a") == "the first evening"
    assert second.problems() == []


def test_a_card_that_is_withdrawn_is_withdrawn_for_both(
    both: tuple[Workspace, Workspace, Workspace], tmp_path: Path
) -> None:
    lead, first, second = both
    membership.withdraw(lead, first.me, leaves=True)
    for number, laptop in enumerate((first, second)):
        laptop.editor.set(*note(laptop, "a"), f"after {number}")
        handoffs.export(laptop, tmp_path / f"{number}.handoff", to=[lead.me])
        with suppress(Expected):
            handoffs.import_(lead, [tmp_path / f"{number}.handoff"])
    assert held(lead, "a") is None
    lead.editor.set(*note(lead, "b"), "for the rest of the team")
    for laptop in (first, second):
        with pytest.raises(Expected):
            give(lead, laptop, tmp_path / "no.handoff")
