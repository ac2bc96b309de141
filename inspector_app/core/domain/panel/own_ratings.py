"""What each member of the ratings panel would rate a standard, before it meets: sealed until the chair opens it. Pure.

What is sealed is a text of one length for all, of which a digest travels in the open. So nobody can open another text than
the one that was sealed, and the digest tells nothing, for a random part is in it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

_KEYS = ("inspection", "standard", "person", "rating", "reason", "random")
_BLOCK = 4096  # bytes: what is sealed is filled up to the next, so that its length says no more of the reason


class Seat(StrEnum):
    """How somebody sits at the panel."""

    MEMBER = "member"
    CHAIR = "chair"


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose own rating of what: the ids of inspection and person, the standard's reference."""

    inspection: str
    standard: str
    person: str

    @property
    def id(self) -> str:
        """The id of the entity."""
        return f"{self.standard}/{self.person}"


@dataclass(frozen=True, slots=True)
class Said:
    """A member's own rating ("" for none, because of an interest) and its reason."""

    rating: str
    reason: str


@dataclass(frozen=True, slots=True)
class OwnRating:
    """A member's own rating of a standard as everybody may see it.

    `given`: when it was sealed, ISO 8601 ("" while it is not), on its member's own laptop. `chair`: to whom (Person.id).
    `opened`: what it is, once it was opened, by whom and when; `again`: its member has sealed another since.
    """

    standard: str
    person: str
    interest: str = ""
    given: str = ""
    chair: str = ""
    opened: Said | None = None
    opened_by: str = ""
    opened_at: str = ""
    again: bool = False

    @property
    def said(self) -> bool:
        """Whether its member said anything on the standard."""
        return bool(self.given or self.interest or self.opened)


def written(whose: Whose, said: Said, random: str) -> str:
    """The text that is sealed."""
    values = (whose.inspection, whose.standard, whose.person, said.rating, said.reason, random)
    return json.dumps(dict(zip(_KEYS, values, strict=True)), ensure_ascii=False, separators=(",", ":"))


def read(text: str, whose: Whose) -> Said | None:
    """What such a text says; None where it is none of theirs on that standard."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    is_one = isinstance(found, dict) and set(found) == set(_KEYS) and all(type(found[key]) is str for key in _KEYS)
    if not is_one or (found["inspection"], found["standard"], found["person"]) != (
        whose.inspection,
        whose.standard,
        whose.person,
    ):
        return None
    return Said(found["rating"], found["reason"])


def digest(text: str) -> str:
    """Of what is sealed, hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def filled(text: str) -> bytes:
    """The text as it is sealed: with spaces behind, to a length that many share."""
    plain = text.encode("utf-8", "surrogatepass")
    return plain + b" " * (-len(plain) % _BLOCK)


def missing(seated: Sequence[str], rows: Sequence[OwnRating]) -> list[str]:
    """Who sits at the panel (Person.ids) and has not given a rating of the standard that these rows are of."""
    there = {row.person for row in rows if row.given}
    return [person for person in seated if person not in there]
