"""Changes that are each made on top of the other. No honest laptop writes them, and they must not hide anything."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

Graph = Mapping[str, Collection[str]]  # each id with those that it was made on top of


def covered(parents: Graph) -> set[str]:
    """The ids that some other was made on top of; but for pairs that are each, through whatever others, above the other."""
    circle = circles(parents)
    return {
        parent
        for child, of_one in parents.items()
        for parent in of_one
        if parent not in circle or circle[parent] != circle[child]
    }


def circles(parents: Graph) -> dict[str, int]:
    """A number for each id, the same for those that are above each other; none at all where no two are."""
    return {} if is_in_order(parents) else _circles(parents)


def is_in_order(parents: Graph) -> bool:
    """Whether no two are each above the other."""
    if all(parent < child for child, of_one in parents.items() for parent in of_one):
        return True  # as on one laptop, and most of what several made: whoever goes up comes to smaller ids alone
    try:
        TopologicalSorter(parents).prepare()
    except CycleError:
        return False
    return True


def _circles(parents: Graph) -> dict[str, int]:
    """A number for each id: the same for those that can be reached from each other (Kosaraju's two walks)."""
    children: dict[str, list[str]] = defaultdict(list)
    for child, of_one in parents.items():
        for parent in of_one:
            children[parent].append(child)
    found: dict[str, int] = {}
    for number, start in enumerate(reversed(list(_finished(parents, parents, set())))):
        if start not in found:
            found.update(dict.fromkeys(_finished([start], children, set(found)), number))
    return found


def _finished(starts: Iterable[str], edges: Graph, seen: set[str]) -> Iterator[str]:
    """Every id that can be reached, after all that can be reached from it; `seen` are passed over."""
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        path = [(start, iter(edges.get(start, ())))]
        while path:
            here, ahead = path[-1]
            following = next((i for i in ahead if i not in seen), None)
            if following is None:
                yield here
                path.pop()
            else:
                seen.add(following)
                path.append((following, iter(edges.get(following, ()))))
