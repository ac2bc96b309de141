"""That an item of a case was verified by who reviews; it lapses by itself when the item says something else. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from inspector_app.core.domain.fields import JUDGEMENT, PROMPT, VERIFIED_JUDGEMENT, VERIFIED_PROMPT
from inspector_app.core.domain.inspection import Answer

VERIFICATIONS = {JUDGEMENT.code: VERIFIED_JUDGEMENT.code, PROMPT.code: VERIFIED_PROMPT.code}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A judgement or an answer to a prompt, and how it was verified. `ref`: 2.1.1 or 2.1.1/a.

    `given` is who gave the answer (Person.id); `given_by` and `verified_by` are names, `verified_at` ISO 8601 ("" for never).
    `stands`: it says what was verified.
    """

    entity: str
    id: str
    ref: str
    answer: Answer | None
    text: str
    given: str
    given_by: str
    contested: bool
    verified_by: str = ""
    verified_at: str = ""
    stands: bool = False

    @property
    def verification(self) -> str:
        """The kind of entity that its verification is; the id is the item's own."""
        return VERIFICATIONS[self.entity]

    @property
    def lapsed(self) -> bool:
        """Whether it was verified, and says something else since."""
        return bool(self.verified_by) and not self.stands


@dataclass(frozen=True, slots=True)
class Verified:
    """Of a case: how many items stand verified of how many that are answered, and which lapsed (refs)."""

    stand: int
    of: int
    lapsed: tuple[str, ...]


def standing(rows: Sequence[ItemRow]) -> Verified | None:
    """Of the items of a case: how many stand verified, and which lapsed; None where none was."""
    stand, lapsed = sum(row.stands for row in rows), tuple(row.ref for row in rows if row.lapsed)
    return Verified(stand, len(rows), lapsed) if stand or lapsed else None


def digest(answer: Answer | None, text: str) -> str:
    """Of what an item says, made of its values: the same on every laptop, and again when a change is undone."""
    said = f"{answer.value if answer else ''}\n{text}"
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
