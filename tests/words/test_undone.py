"""What undo says of a whole thing: its name, and not each of its fields."""

import pytest

from inspector_app.ui.words.undone import Moved, step

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
