"""Two people type or choose in one field, apart, while packages come in under their hands: no value is replaced unseen.

This is the rule, for every field of domain/fields.py; tests/ui/test_typed_over.py tries that every widget keeps it.
"""

from dataclasses import dataclass
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.fields import ENTITIES, Field, Kind, Value
from inspector_app.core.domain.ids import ChangeId, EntityId, device_of
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from tests.handoff.unions import arrive
from tests.services.colleagues import Team

pytestmark = pytest.mark.usefixtures("no_backups")

_NUMBERS = count(1)
Action = tuple[str, int, int]
actions = st.lists(
    st.tuples(st.sampled_from(["type", "type", "look", "give", "leave", "undo"]), st.integers(0, 1), st.integers(0, 5)),
    min_size=4,
    max_size=16,
)
_VALUES: dict[Kind, tuple[Value, ...]] = {
    Kind.TEXT: ("a", "ab", "b", "", "\0", "a\ud800"),
    Kind.NUMBER: (0, 1, 2, None),
    Kind.FLAG: (True, False, None),
    Kind.SPANS: ("2026-03-09/2026-03-10", "2026-03-10/2026-03-11 2026-03-13/2026-03-13", None),
    Kind.DATE: ("2026-03-09", "2026-03-10", "2026-03-11", None),
}
fields = st.sampled_from([(entity.code, field) for entity in ENTITIES.values() for field in entity.fields])


def values(of: Field) -> list[Value]:
    """Some values that may stand in a field, a few of them like one another."""
    found = of.choices or _VALUES[of.kind]
    return [value for value in found if of.accepts(value or None)] if of.needed else list(found)


@dataclass
class Box:
    """Somebody's box on one field: what it was shown or has saved last, and the change it may go on in."""

    workspace: Workspace
    item: EntityId
    entity: str = "prompt"
    field: str = "note"
    stored: Value = ""
    session: ChangeId | None = None

    def heads(self) -> dict[ChangeId, Value]:
        """The heads of the field with their values ("" for none)."""
        with self.workspace.database.read() as connection:
            _, last = journal.current(connection, self.entity, self.item, self.field)
            return {c.id: shown(c.value) for c in journal.changes(connection, last)}

    def look(self) -> None:
        self.stored = shown(self.workspace.editor.held(self.entity, self.item, self.field).value)
        self.session = None

    def type(self, value: Value) -> None:
        before, held = self.heads(), self.stored
        editor = self.workspace.editor
        done = editor.set(self.entity, self.item, self.field, value, amend=self.session, over=held)
        self.stored, self.session = shown(done.value), done.change or self.session
        me = self.workspace.laptop.keyring.device
        unseen = {i: said for i, said in before.items() if device_of(i) != me and said != held}
        assert unseen.items() <= self.heads().items()
        assert done.change is None or editor.stands(done.change)
        assert done.contested == (len(set(self.heads().values())) > 1)


def shown(value: Value) -> Value:
    return "" if value is None else value


def give(giver: Box, taker: Box) -> None:
    with giver.workspace.database.write() as connection:
        journal.hand_off(connection, giver.workspace.laptop.keyring.device)
        logged = [c for c in journal.log(connection) if c.entity_id == giver.item]
        steps = list(journal.steps(connection, {c.step for c in logged}).values())
    with taker.workspace.database.write() as connection:
        arrive(connection, steps, logged)


def act(boxes: tuple[Box, Box], action: Action) -> None:
    what, who, which = action
    mine, theirs = boxes[who], boxes[1 - who]
    if what == "type":
        known = values(ENTITIES[mine.entity].field(mine.field))
        mine.type(known[which % len(known)])
    elif what == "look":
        mine.look()
    elif what == "leave":
        mine.session = None
    elif what == "undo" and len(mine.heads()) == 1 and mine.workspace.editor.can_undo(mine.entity, mine.item):
        (head,) = mine.heads()
        if device_of(head) == mine.workspace.laptop.keyring.device:
            try:  # where both had written the same, and the last step went over both, it has no one value before it
                mine.workspace.editor.undo(mine.entity, mine.item)
            except Expected as refused:
                if refused.code is not Code.CHANGED_SINCE:
                    raise
            mine.look()
    elif what == "give":
        give(theirs, mine)


def test_nobodys_value_is_replaced_before_it_was_seen(people: Team) -> None:
    both = (people.lead, people.colleague("Tom Okafor"))

    @given(fields, actions)
    def tried(of: tuple[str, Field], taken: list[Action]) -> None:
        entity, field = of
        kind, new = ENTITIES[entity], f"n{next(_NUMBERS)}"
        item = EntityId(entity if kind.only else "/".join([*kind.key[1:], new]))
        boxes = (Box(both[0], item, entity, field.code), Box(both[1], item, entity, field.code))
        for box in boxes:
            box.look()
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
