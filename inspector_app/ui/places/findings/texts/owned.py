"""What is recommended stands in a list for each owner: which list is whose, and what changes lists with its owner."""

from collections.abc import Callable, Mapping, Sequence, Set

from inspector_app.core.domain.rows import TextRow
from inspector_app.ui.places.findings.texts.text_list import TextList


def lists_of(
    lists: Sequence[TextList], owners: Mapping[str, Sequence[TextRow]], make: Callable[[], TextList]
) -> list[TextList]:
    """The list of each owner, in their order: the one that has their texts, or a new one.

    What is another owner's by now leaves its list, which does not offer it back: it was not deleted.
    """
    free, used = list(lists), list[TextList]()
    for owner, rows in owners.items():
        shown = _list_for(free, owner, {row.id for row in rows}) or make()
        if shown in free:
            free.remove(shown)
        used.append(shown)
    held = {row.id: shown for shown, rows in zip(used, owners.values(), strict=True) for row in rows}
    for shown in lists:
        shown.let_go({text for text in shown.items if held.get(text, shown) is not shown})
    return used


def in_order(lists: Sequence[TextList], used: Sequence[TextList]) -> list[TextList]:
    """All lists, those in use in that order; one that offers back what was deleted keeps its place."""
    turn = iter(used)
    return [next(turn) if one in used else one for one in lists]


def mark_ends(lists: Sequence[TextList]) -> None:
    """Past the end of its own list what is recommended goes into the next: only the very first and last have no way on."""
    items = [item for shown in lists for item in (shown.items[row.id] for row in shown.rows)]
    for place, item in enumerate(items):
        item.first, item.last = place == 0, place == len(items) - 1


def _list_for(free: Sequence[TextList], owner: str, ids: Set[str]) -> TextList | None:
    """The list with some of these texts, or that offers to bring one of them back; of several the owner's own."""
    found = [t for t in free if ids & {*t.items, *(row.id for row in t.rows)}] or [
        t for t in free if ids & t.gone.keys()
    ]
    own = (t for t in found if t.owner is not None and t.owner.text() == owner)
    return next(own, None) or next(iter(found), None)
