"""Whatever is typed or chosen in the window, nobody's value is replaced, and nothing settled, before it was seen.

Two laptops, real packages, the real widget of every field that a person types or chooses (tests/ui/by_hand.py).
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.domain.fields import ENTITIES, Value
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from inspector_app.ui.window.desk import Desk
from tests.ui.by_hand import by_hand, with_stars
from tests.ui.colleagues import colleague, joined
from tests.ui.hands import NOT_BY_HAND, ByHand, Hand, items
from tests.ui.team import Pair

pytestmark = pytest.mark.usefixtures("no_backups")
Start = Callable[[str], tuple[Pair, list[ByHand]]]


@pytest.fixture
def pair_of(
    run: Callable[[Laptop], Any], laptop: Laptop, make_workspace: Callable[..., Workspace], workspace: Workspace,
    tmp_path: Path,
) -> Iterator[Start]:  # fmt: skip
    """Opens an inspection whose ratings are words or stars in Ruth's window; Bob has it on another laptop, empty so far."""
    made: list[Workspace] = []

    def start(rated_in: str) -> tuple[Pair, list[ByHand]]:
        opened = workspace
        if rated_in == "stars":
            opened = make_workspace("Trafford", "fji-2014")
            opened.add_case("C01", "cases")
        path = opened.path
        opened.close()
        laptop.lock()
        driver = run(laptop)
        driver.start(path)
        driver.unlock()
        driver.wait_for(Desk)
        made.append(joined(driver.desk.workspace, colleague("Bob", tmp_path), tmp_path))
        pair = Pair(driver, made[0], tmp_path)
        return pair, with_stars() if rated_in == "stars" else by_hand(pair.mine, items(pair.mine))

    yield start
    for theirs in made:
        theirs.close()


def everybody_has(pair: Pair, values: dict[ByHand, Value]) -> None:
    """Both laptops hold these values."""
    for one, value in values.items():
        pair.mine.editor.set(one.entity, one.id, one.field, value)
    pair.give()


def stands(workspace: Workspace, one: ByHand) -> set[Value]:
    """The values that stand in a field, side by side."""
    with workspace.database.read() as connection:
        _, heads = journal.current(connection, one.entity, EntityId(one.id), one.field)
        return {change.value for change in journal.changes(connection, heads)}


def unheard(pair: Pair, do: Callable[[], object]) -> None:
    """Something is done of which the window has not heard yet."""
    editor = pair.mine.editor
    listening, editor.listeners[:] = list(editor.listeners), []
    do()
    editor.listeners[:] = listening


def comes_in_under(pair: Pair, one: ByHand) -> Hand:
    """Ruth has the field before her and gives it her value, while Bob's comes in."""
    hand = one.go(pair.driver)
    pair.theirs.editor.set(one.entity, one.id, one.field, one.theirs)
    if hand.chosen:
        unheard(pair, pair.take)
        hand.put()
    else:
        hand.put()
        pair.take()  # the window hears of it
    assert hand.flush()
    return hand


def test_every_field_is_typed_or_chosen_here_or_said_to_be_no_such_field(workspace: Workspace, tmp_path: Path) -> None:
    joined(workspace, colleague("Bob", tmp_path), tmp_path).close()
    known = {one.key for one in (*by_hand(workspace, items(workspace)), *with_stars())}
    every = {(entity.code, field.code) for entity in ENTITIES.values() for field in entity.fields}
    assert known | NOT_BY_HAND.keys() == every
    assert not known & NOT_BY_HAND.keys()


@pytest.mark.parametrize("framework", ["words", "stars"])
def test_what_came_in_under_the_hand_stands_beside_what_was_typed_or_chosen(
    framework: str, pair_of: Start, subtests: pytest.Subtests
) -> None:
    pair, fields = pair_of(framework)
    everybody_has(pair, {one: one.shared for one in fields})
    for one in fields:
        with subtests.test(str(one)):
            hand = comes_in_under(pair, one)
            assert stands(pair.mine, one) == {one.theirs, one.mine}
            here = hand.shows()
            pair.mine.editor.tell(frozenset({(one.entity, one.id)}))
            if not hand.settles and hand.widget.isEnabled():  # else it shows that it is contested, and no value
                assert hand.shows() == here  # what was typed stays in its box for as long as it stands


@pytest.mark.parametrize("framework", ["words", "stars"])
def test_what_is_contested_is_settled_by_no_typing_and_only_where_marked_by_choosing(
    framework: str, pair_of: Start, subtests: pytest.Subtests
) -> None:
    pair, fields = pair_of(framework)
    everybody_has(pair, {one: one.mine for one in fields})
    for one in fields:
        pair.mine.editor.set(one.entity, one.id, one.field, one.shared)
        pair.theirs.editor.set(one.entity, one.id, one.field, one.theirs)
    pair.take()
    for one in fields:
        with subtests.test(str(one)):
            before = stands(pair.mine, one)
            assert before == {one.shared, one.theirs}
            hand = one.go(pair.driver)
            if not hand.widget.isEnabled() or not hand.widget.isVisible():
                continue  # nothing can be typed or chosen until it is settled at the conflict desk
            hand.put()
            assert hand.flush()
            after = stands(pair.mine, one)
            assert after == {one.mine} if hand.settles else len(after) > 1
            assert one.mine in after
            assert hand.settles or after & before
