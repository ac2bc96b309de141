"""Two people type in one box, apart, while packages come in under their hands: nobody's words are replaced unseen."""

from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.changes import Step
from inspector_app.core.domain.ids import ChangeId, EntityId, device_of
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import journal
from tests.handoff.unions import arrive
from tests.services.colleagues import Team

_NUMBERS = count(1)
Action = tuple[str, int, str]
actions = st.lists(
    st.tuples(
        st.sampled_from(["type", "type", "look", "give", "leave", "undo"]),
        st.integers(0, 1),
        st.sampled_from(["a", "ab", "b", "", "\0", "a\ud800"]),
    ),
    min_size=4,
    max_size=16,
)


@dataclass
class Box:
    """Somebody's box on one field: what it was shown or has saved last, and the change it may go on in."""

    workspace: Workspace
    item: EntityId
    stored: str = ""
    session: ChangeId | None = None
    steps: list[Step] = field(default_factory=list)

    def heads(self) -> dict[ChangeId, str]:
        """The heads of the field with their texts."""
        with self.workspace.database.read() as connection:
            _, last = journal.current(connection, "prompt", self.item, "note")
            return {c.id: str(c.value or "") for c in journal.changes(connection, last)}

    def look(self) -> None:
        with self.workspace.database.read() as connection:
            self.stored = str(journal.current(connection, "prompt", self.item, "note")[0] or "")
        self.session = None

    def type(self, text: str) -> None:
        before, held = self.heads(), self.stored
        editor = self.workspace.editor
        done = editor.set("prompt", self.item, "note", text, amend=self.session, over=held)
        self.stored, self.session = text, done.change or self.session
        me = self.workspace.laptop.keyring.device
        unseen = {i: said for i, said in before.items() if device_of(i) != me and said != held.replace("\0", "\ufffd")}
        assert unseen.items() <= self.heads().items()


def give(giver: Box, taker: Box) -> None:
    with giver.workspace.database.write() as connection:
        journal.hand_off(connection, giver.workspace.laptop.keyring.device)
        logged = [c for c in journal.log(connection) if c.entity_id == giver.item]
        steps = list(journal.steps(connection, {c.step for c in logged}).values())
    with taker.workspace.database.write() as connection:
        arrive(connection, steps, logged)


def act(boxes: tuple[Box, Box], action: Action) -> None:
    what, who, text = action
    mine, theirs = boxes[who], boxes[1 - who]
    if what == "type":
        mine.type(text)
    elif what == "look":
        mine.look()
    elif what == "leave":
        mine.session = None
    elif what == "undo" and len(mine.heads()) == 1 and mine.workspace.editor.can_undo("prompt", mine.item):
        (head,) = mine.heads()
        if device_of(head) == mine.workspace.laptop.keyring.device:
            mine.workspace.editor.undo("prompt", mine.item)
            mine.look()
    elif what == "give":
        give(theirs, mine)


def test_nobodys_words_are_replaced_before_they_were_seen(people: Team) -> None:
    both = (people.lead, people.colleague("Tom Okafor"))

    @given(actions)
    def tried(taken: list[Action]) -> None:
        item = EntityId(f"c/2.1.1/n{next(_NUMBERS)}")
        boxes = (Box(both[0], item), Box(both[1], item))
        for action in taken:
            act(boxes, action)
        give(boxes[0], boxes[1])
        give(boxes[1], boxes[0])
        assert boxes[0].heads() == boxes[1].heads()
        for workspace in both:
            with workspace.database.read() as connection:
                rows, replayed = journal.tables(connection), journal.replay(journal.log(connection))
            assert rows == replayed

    tried()


@pytest.mark.parametrize("mine_is_first", [True, False])
def test_typing_never_settles_what_came_in_under_the_hand(people: Team, mine_is_first: bool) -> None:
    """The box still shows what this laptop wrote; a colleague's text of the same field came in a moment ago."""
    ends = [people.lead, people.colleague("Tom Okafor")]
    ends.sort(key=lambda w: w.laptop.keyring.device, reverse=not mine_is_first)
    mine, theirs = (Box(workspace, EntityId("c/2.1.1/a")) for workspace in ends)
    mine.type("Mine.")
    theirs.type("Theirs.")
    give(theirs, mine)
    mine.type("Mine, and more.")
    assert sorted(mine.heads().values()) == ["Mine, and more.", "Theirs."]


def test_typing_over_one_side_of_a_contested_text_leaves_the_other(people: Team) -> None:
    ends = [people.lead, people.colleague("Tom Okafor")]
    mine, theirs = (Box(workspace, EntityId("c/2.1.1/a")) for workspace in ends)
    mine.type("Mine.")
    theirs.type("Theirs.")
    give(theirs, mine)
    mine.look()
    shown = mine.stored
    mine.type("Another.")
    assert sorted(mine.heads().values()) == sorted({"Mine.", "Theirs.", "Another."} - {shown})
