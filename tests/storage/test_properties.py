"""Whatever people do, in whatever order: the log and the tables agree, and nothing acknowledged is gone."""

import copy
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from inspector_app.core.domain.fields import ENTITIES, Value
from inspector_app.core.domain.ids import ChangeId
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.workspace import Workspace

PASSPHRASE = "copper lantern drifts over quiet water"

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30)
things = st.sampled_from(
    [
        ("prompt", "c1/2.1.1/a"),
        ("prompt", "c1/2.1.1/b"),
        ("judgement", "c1/2.1.1"),
        ("judgement", "c2/2.1.1"),
        ("finding", "f1"),
        ("finding", "f2"),
        ("rating", "1.1"),
        ("panel", "1.1"),
        ("case", "c1"),
    ]
)
Fields = dict[tuple[str, str, str], Value]


class Store(RuleBasedStateMachine):
    """One inspector at one workspace. `shown` is what each field must hold, `said` every value that must be found."""

    laptop: Laptop

    def __init__(self) -> None:
        super().__init__()
        path = Path(tempfile.mkdtemp(dir=self.laptop.workspaces_folder)) / "one.inspection"
        self.workspace = Workspace.create(self.laptop, path, "iyjwcv-2025", "Wexborough", date(2026, 3, 9))
        self.shown: Fields = {}
        self.said: dict[tuple[str, str, str], set[Value]] = defaultdict(set)
        self.typing: tuple[tuple[str, str, str], ChangeId] | None = None

    @rule(thing=things, data=st.data())
    def edit(self, thing: tuple[str, str], data: st.DataObject) -> None:
        entity, entity_id = thing
        field = data.draw(st.sampled_from(ENTITIES[entity].fields))
        value = data.draw(
            {
                "text": texts,
                "choice": st.sampled_from([*field.choices, None]),
                "number": st.integers(-5, 500),
                "flag": st.booleans(),
                "date": st.dates().map(date.isoformat),
            }[field.kind]
        )
        self._set((entity, entity_id, field.code), value)

    @rule(thing=things)
    def delete(self, thing: tuple[str, str]) -> None:
        if "deleted" in {f.code for f in ENTITIES[thing[0]].fields}:
            self._set((*thing, "deleted"), True)

    @rule(words=st.lists(texts, min_size=1, max_size=4), letter=st.sampled_from("ab"))
    def type(self, words: list[str], letter: str) -> None:
        self.typing = None  # the box was left and entered again
        for end in range(1, len(words) + 1):
            self._type(("prompt", f"c1/2.1.1/{letter}", "note"), " ".join(words[:end]))

    @rule(word=texts)
    @precondition(lambda self: self.typing is not None)
    def go_on_typing_in_a_box_left_long_ago(self, word: str) -> None:
        assert self.typing is not None
        self._type(self.typing[0], word)

    @rule(thing=things)
    def undo(self, thing: tuple[str, str]) -> None:
        self._turn_back(thing, "undo", Code.NOTHING_TO_UNDO)

    @rule(thing=things)
    def redo(self, thing: tuple[str, str]) -> None:
        self._turn_back(thing, "redo", Code.NOTHING_TO_REDO)

    @rule(thing=things)
    def undo_then_redo(self, thing: tuple[str, str]) -> None:
        if self.workspace.editor.can_undo(*thing):
            before = self._held()
            self.workspace.editor.undo(*thing)
            self.workspace.editor.redo(*thing)
            assert self._held() == before

    @rule()
    def close_and_open(self) -> None:
        self.workspace.close()
        self.workspace = Workspace.open(self.laptop, self.workspace.path)

    @invariant()
    def the_file_is_sound_and_the_log_says_what_the_tables_hold(self) -> None:
        assert self.workspace.problems() == []

    @invariant()
    def every_field_holds_what_was_last_done_to_it(self) -> None:
        assert self._held() == {where: value for where, value in self.shown.items() if value is not None}

    @invariant()
    def every_acknowledged_value_is_in_the_history(self) -> None:
        for (entity, entity_id, field), values in self.said.items():
            assert values <= {row.value for row in self.workspace.history(entity, entity_id, field)}

    def teardown(self) -> None:
        self.workspace.close()

    def _set(self, where: tuple[str, str, str], value: Value) -> None:
        entity, entity_id, field = where
        done = self.workspace.editor.set(entity, entity_id, field, value)
        assert (done.change is None) == (self.shown.get(where) == value)
        self.shown[where] = value
        if done.change:
            self.said[where].add(value)

    def _type(self, where: tuple[str, str, str], text: str) -> None:
        mine = self.typing[1] if self.typing and self.typing[0] == where else None
        replaced = self.shown.get(where)
        done = self.workspace.editor.set(*where, text, amend=mine)
        if done.change == mine is not None:
            self.said[where].discard(replaced)  # it may be there from another edit too; that is not asked for
        if done.change:
            self.typing = where, done.change
        self.shown[where] = text
        self.said[where].add(text)

    def _turn_back(self, thing: tuple[str, str], way: str, nothing: Code) -> None:
        before = self._held()
        can = getattr(self.workspace.editor, f"can_{way}")(*thing)
        if can:
            getattr(self.workspace.editor, way)(*thing)
        else:
            with pytest.raises(Expected) as refused:
                getattr(self.workspace.editor, way)(*thing)
            assert refused.value.code is nothing
        after = self._held()
        assert {w[:2] for w in before.keys() | after.keys() if before.get(w) != after.get(w)} <= {thing}
        if can:
            assert before != after
        self.shown = copy.copy(after)

    def _held(self) -> Fields:
        held: Fields = {}
        for entity, entity_id in {(e, i) for e, i, _ in self.said}:
            for row in reversed(self.workspace.history(entity, entity_id)):
                held[entity, entity_id, row.field] = row.value
        return {where: value for where, value in held.items() if value is not None}


@pytest.fixture
def laptop_of_store(laptop: Laptop) -> Iterator[None]:
    Store.laptop = laptop
    yield
    del Store.laptop


@pytest.mark.usefixtures("laptop_of_store")
def test_whatever_people_do_the_store_keeps_its_word() -> None:
    run_state_machine_as_test(Store, settings=settings(stateful_step_count=20))
