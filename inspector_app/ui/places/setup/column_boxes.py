"""Which column of a service's list is what: a box for each thing that a list can say, with some of what each column holds."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

from PySide6.QtWidgets import QComboBox

from inspector_app.core.domain.cases.case_list import COLUMNS, Heading, Listing
from inspector_app.core.domain.days.typed import stored
from inspector_app.core.words import count, listed, say, shortened

NOT_THERE = -1
_STAMP = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]))[T ]\d\d:\d\d", re.ASCII)
_EXAMPLES, _LONGEST = 2, 12  # values shown of a column, and the characters of each


def fill(boxes: dict[str, QComboBox], listing: Listing, guessed: Mapping[str, int]) -> None:
    """Offer the columns of a list in each box, but for those that lead to a person, and choose what they seem to be."""
    for box in boxes.values():
        box.clear()
        box.addItem(say("not in the list"), NOT_THERE)
        for heading in _offered(listing):
            box.addItem(_with_examples(listing, heading), heading.place)
    choose(boxes, guessed)


def choose(boxes: Mapping[str, QComboBox], places: Mapping[str, int]) -> None:
    """Choose the column that each thing stands in; what is left out is not in the list."""
    for code, box in boxes.items():
        box.setCurrentIndex(max(0, box.findData(places.get(code, NOT_THERE))))


def chosen(boxes: dict[str, QComboBox]) -> dict[str, int]:
    """The column that each thing stands in; what is not in the list is left out."""
    return {code: box.currentData() for code, box in boxes.items() if box.currentData() not in (None, NOT_THERE)}


def used_twice(listing: Listing, places: dict[str, int]) -> str:
    """That one column is said to be two things; "" where none is."""
    names = {column.code: column.name for column in COLUMNS}
    for heading in listing.headings:
        uses = [names[code] for code, place in places.items() if place == heading.place]
        if len(uses) > 1:
            return say(
                "The column “{column}” can be one thing only, and is chosen for: {uses}.",
                column=heading.text,
                uses=listed(uses),
            )
    return ""


def found(places: Mapping[str, int]) -> str:
    """How many of the things that a list can say this one says: not all of their lines may be in view."""
    return count(
        len(COLUMNS), "{number} of {n} is in this list", "{number} of {n} are in this list", number=len(places)
    )


def missing(places: Mapping[str, int]) -> str:
    """Which of them it does not say; "" where it says all."""
    left = [column.name for column in COLUMNS if column.code not in places]
    return say("Not in this list: {things}", things=", ".join(left)) if left else ""


def unused(listing: Listing, places: dict[str, int]) -> str:
    """Which columns are not read; "" where all are."""
    left = [heading.text for heading in _offered(listing) if heading.place not in places.values()]
    return say("Not read: {columns}", columns=", ".join(left)) if left else ""


def _offered(listing: Listing) -> Sequence[Heading]:
    return [heading for heading in listing.headings if not heading.personal]


def _with_examples(listing: Listing, heading: Heading) -> str:
    held = (_as_seen(cells[heading.place]) for _, cells in listing.rows if heading.place < len(cells))
    begun = (shortened(" ".join(text.split()), _LONGEST) for text in held if text and text != "None")
    shown = ", ".join(islice(dict.fromkeys(begun), _EXAMPLES))
    return f"{heading.text}: {shown}" if shown else heading.text


def _as_seen(cell: object) -> str:
    """A cell as it is typed: of a day no hours, as a system writes them too (2025-05-12T00:00:00)."""
    written = _STAMP.match(cell.strip()) if isinstance(cell, str) else None
    on = stored(written[1]) if written else cell
    return f"{on.day}/{on.month}/{on.year}" if isinstance(on, date) else str(cell).strip()
