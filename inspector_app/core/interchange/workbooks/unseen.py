"""What a worksheet of Excel holds and does not show: rows and columns that were hidden by hand, by a filter or by a group."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

_TRUE = ("1", "true")


class Unseen(NamedTuple):
    """Rows and columns that are not in view, as a spreadsheet numbers them, from 1."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


def unseen(part: Iterable[tuple[str, Element]], most: int) -> Unseen:
    """What a worksheet hides, by the elements of its part as they end: of its columns the first `most`, which are read.

    openpyxl tells that only of a workbook that it holds whole in memory.
    """
    rows: set[int] = set()
    spans: set[tuple[int, int]] = set()  # each once: a forged sheet names all its columns ten thousand times
    number = 0
    for element in _kept_small(part):
        name = element.tag.rpartition("}")[2]
        if name == "row":
            number = int(element.get("r", number + 1))
            if _hides(element) or element.get("ht") in ("0", "0.0"):
                rows.add(number)
        elif name == "col" and _hides(element):
            spans.add((max(int(element.get("min", 1)), 1), min(int(element.get("max", 1)), most) + 1))
    return Unseen(frozenset(rows), frozenset(column for first, end in spans for column in range(first, end)))


def _kept_small(part: Iterable[tuple[str, Element]]) -> Iterator[Element]:
    for _, element in part:
        yield element
        if element.tag.endswith("}row"):
            element.clear()


def _hides(element: Element) -> bool:
    return element.get("hidden") in _TRUE
