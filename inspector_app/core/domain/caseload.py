"""The service's own caseload beside the sample: typed as lines of a value and a number. Pure."""

import re
from dataclasses import dataclass

_LINE = re.compile(
    r"(.*[^\s:;,=])[\s:;,=]+([0-9]{1,6})"
)  # what ends a value never parts it from its number: tried once


@dataclass(frozen=True, slots=True)
class Caseload:
    """How the service's cases divide by one characteristic (a field code of the case), as lines `community sentence 41`."""

    sample: str
    characteristic: str
    counts: str = ""


def numbers(counts: str) -> dict[str, int]:
    """The numbers by their values; a value that comes twice is added up. What is no such line counts for nothing."""
    found: dict[str, int] = {}
    for value, number in filter(None, map(_read, counts.splitlines())):
        spelt = next((known for known in found if known.casefold() == value.casefold()), value)
        found[spelt] = found.get(spelt, 0) + number
    return found


def unread(counts: str) -> list[str]:
    """The lines that say something and are not a value and a number."""
    return [line.strip() for line in counts.splitlines() if line.strip() and _read(line) is None]


def readable(counts: str) -> str:
    """The other lines: those that a reader of documents takes."""
    return "\n".join(line for line in counts.splitlines() if _read(line) is not None)


def _read(line: str) -> tuple[str, int] | None:
    found = _LINE.fullmatch(line.strip())
    return (" ".join(found[1].split()), int(found[2])) if found else None
