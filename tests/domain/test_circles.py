"""Changes made on top of one another in a circle: at least one stands, and nothing outside the circle is touched by it."""

from hypothesis import given
from hypothesis import strategies as st

from inspector_app.core.domain.steps.circles import covered

NODES = st.sampled_from("abcdefgh")


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, list[str]]:
    nodes = draw(st.sets(NODES, min_size=1))
    return {node: draw(st.lists(NODES, unique=True, max_size=3)) for node in sorted(nodes)}


def reaches(graph: dict[str, list[str]], start: str, end: str) -> bool:
    """Whether `end` is among what `start` was made on top of, directly or not."""
    seen: set[str] = set()
    waiting = list(graph.get(start, ()))
    while waiting:
        node = waiting.pop()
        if node == end:
            return True
        if node not in seen:
            seen.add(node)
            waiting += graph.get(node, ())
    return False


@given(graphs())
def test_what_counts_as_covered_is_what_nobody_in_a_circle_with_it_covers(graph: dict[str, list[str]]) -> None:
    expected = {p for child, parents in graph.items() for p in parents if not reaches(graph, p, child)}
    assert covered(graph) == expected
    assert graph.keys() - expected, "something always stands"


def test_a_long_chain_that_is_closed_to_a_circle_takes_no_time_and_no_depth() -> None:
    size = 20_000
    ring = {str(n): [str((n + 1) % size)] for n in range(size)}
    assert covered(ring) == set()
    assert covered({**ring, "top": ["0"]}) == {"0"}
