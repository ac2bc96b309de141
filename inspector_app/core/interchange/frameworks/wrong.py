"""A value of a framework file that cannot stand, and how values are gone through with their paths."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


class Wrong(Exception):
    """A value that cannot stand: its JSON path and the reason, one clause without a full stop."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(path, why)
        self.path = path
        self.why = why


def numbered(path: str, items: Sequence[T]) -> Iterator[tuple[str, T]]:
    """Each item with its path."""
    for index, item in enumerate(items):
        yield f"{path}[{index}]", item


def once(found: Iterable[tuple[str, str]]) -> None:
    """Each value of (path, value) only once. Raises Wrong."""
    seen: dict[str, str] = {}
    for path, value in found:
        if value in seen:
            raise Wrong(path, f"{value!r} is used already, at {seen[value]}")
        seen[value] = path
