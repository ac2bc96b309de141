"""Undo of an item of which much was written reads the last of it, and says what reading all of it would say."""

import random

import pytest

from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.errors import Expected
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import journal
from inspector_app.core.storage.reading import inverse

_LONG = 600
_FIELDS = ("text", "standard")


def test_undo_of_a_text_that_was_written_600_times_reads_a_few_of_its_changes(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = workspace.editor
    for number in range(_LONG):
        editor.set("finding", "f1", "text", f"text {number}")
    read: list[int] = []
    decoded = journal._changes
    monkeypatch.setattr(journal, "_changes", lambda rows: (found := decoded(rows), read.append(len(found)))[0])
    assert editor.can_undo("finding", "f1")
    editor.undo("finding", "f1")
    assert editor.can_redo("finding", "f1")
    editor.redo("finding", "f1")
    assert 0 < sum(read) < _LONG / 2
    (found,) = workspace.findings()
    assert found.text == f"text {_LONG - 1}"


def test_the_last_page_of_a_history_is_that_of_the_whole_and_reads_no_more(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = workspace.editor
    for number in range(_LONG):
        editor.set("finding", "f1", _FIELDS[number % 2], f"text {number}")
    whole = workspace.history("finding", "f1")
    read: list[int] = []
    decoded = journal._changes
    monkeypatch.setattr(journal, "_changes", lambda rows: (found := decoded(rows), read.append(len(found)))[0])
    page = workspace.history("finding", "f1", most=31)
    assert page[:31] == whole[:31]
    for place, row in enumerate(whole[:30]):  # what stood before each of them but the last is there too
        before = next(other for other in whole[place + 1 :] if other.field == row.field)
        assert before == next(other for other in page[place + 1 :] if other.field == row.field)
    assert sum(read) <= 31 * 2


def test_all_of_a_long_history_can_be_taken_back_and_done_again(workspace: Workspace) -> None:
    editor, number = workspace.editor, 100
    for n in range(number):
        editor.set("finding", "f1", "text", f"text {n}")
    for _ in range(number):
        editor.undo("finding", "f1")
    assert not editor.can_undo("finding", "f1")
    for _ in range(number):
        editor.redo("finding", "f1")
    assert not editor.can_redo("finding", "f1")
    (found,) = workspace.findings()
    assert found.text == f"text {number - 1}"


@pytest.mark.parametrize("seed", range(4))
def test_what_is_next_is_the_same_however_little_is_read_first(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(inverse, "_FIRST", 1)
    monkeypatch.setattr(inverse, "_MORE", 2)
    chance, editor, item = random.Random(seed), workspace.editor, EntityId("f1")
    for _ in range(60):
        _do_something(chance, workspace)
        with workspace.database.read() as connection:
            every = journal.item_history(connection, "finding", item)
            whole = inverse._of(connection, every, item, editor._device, 0)
            for verb, stack in ((Verb.UNDO, whole.done), (Verb.REDO, whole.undone)):
                found = inverse.next_of(connection, "finding", item, editor._device, verb)
                assert found == (stack[-1] if stack else None)
        most = chance.randrange(1, 9)
        assert workspace.history("finding", "f1", most=most)[:most] == workspace.history("finding", "f1")[:most]


def _do_something(chance: random.Random, workspace: Workspace) -> None:
    editor = workspace.editor
    act = chance.choice(("set", "set", "both", "other", "undo", "undo", "undo", "redo", "redo"))
    value = chance.choice(("a", "b", "c"))
    try:
        if act == "set":
            editor.set("finding", "f1", chance.choice(_FIELDS), value)
        elif act == "both":
            editor.do("f1", [Edit("finding", EntityId("f1"), field, value) for field in _FIELDS])
        elif act == "other":
            editor.set("finding", "f2", "text", value)
        else:
            (editor.undo if act == "undo" else editor.redo)("finding", "f1")
    except Expected:  # nothing to undo or redo
        assert act in ("undo", "redo")
