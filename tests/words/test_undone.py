"""What undo says of a whole thing: its name, and not each of its fields."""

import pytest

from inspector_app.ui.words.undone import Moved, step, where

_EVENT = [
    Moved("event", "day", None, "2026-11-30"), Moved("event", "time", None, "10:00"),
    Moved("event", "title", None, "meeting José"), Moved("event", "deleted", True, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("moved", "again", "said"),
    [
        (_EVENT, False, "Undone: deleted: meeting José"),
        (
            [Moved(one.entity, one.field, one.after, one.before) for one in _EVENT],
            True,
            "Done again: deleted: meeting José",
        ),
        ([Moved("person", "deleted", True, None)], False, "Undone: deleted: A person of the team"),
        ([Moved("event", "day", "2026-11-30", "2026-12-01")], False, "Undone: day: 30 November 2026"),
    ],
)
def test_a_thing_that_was_deleted_is_named(moved: list[Moved], again: bool, said: str) -> None:
    assert step(moved, again=again) == said


@pytest.mark.parametrize(
    ("case", "entity", "item", "said"),
    [
        ("C07", "judgement", "id/2.1.1", "C07 · 2.1.1 · Undone: judgement: No"),
        ("C07", "second_prompt", "id/2.1.1/b@person", "C07 · 2.1.1 · prompt b · Undone: judgement: No"),
        ("C07", "case", "id", "C07 · Undone: judgement: No"),
        ("", "event", "id", "Undone: judgement: No"),
    ],
)
def test_of_an_answer_the_case_and_the_item_are_named(case: str, entity: str, item: str, said: str) -> None:
    assert where(case, entity, item, "Undone: judgement: No") == said
