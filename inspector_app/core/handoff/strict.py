"""Reading what somebody else wrote: a value is as it must be, or ValueError or TypeError says what is not."""

import re
from datetime import datetime, timedelta

from inspector_app.core.domain.moments import within


def text(found: object) -> str:
    """A text that a file and a database can store."""
    if not isinstance(found, str):
        raise TypeError("a text is missing")
    found.encode()  # half of a surrogate pair: UnicodeEncodeError is a ValueError
    if "\0" in found:
        raise ValueError("a text holds what is no character")
    return found


def number(found: object, most: int) -> int:
    """A whole number from 0 to `most`."""
    if type(found) is not int or not 0 <= found <= most:
        raise ValueError(f"a number is not from 0 to {most}")
    return found


def moment(found: object) -> str:
    """A time in ISO 8601, UTC; one that cannot be shown everywhere is brought to the nearest that can."""
    if datetime.fromisoformat(text(found)).utcoffset() != timedelta(0):
        raise ValueError("a time is not as written")
    return within(str(found))


def matching(pattern: re.Pattern[str], found: object) -> str:
    """A text of that pattern."""
    if not pattern.fullmatch(text(found)):
        raise ValueError("an id is not as written")
    return str(found)
