"""Which cases somebody asked to see by how they stand: so that a list of them can follow, as they are worked on."""

from dataclasses import dataclass
from enum import Enum, auto


class Standing(Enum):
    """What is the same of the cases; what stands in `CasesAsked.of` in brackets."""

    TO_REVIEW = auto()
    RETURNED = auto()
    TO_FINISH = auto()
    TO_MARK = auto()
    AT_STAGE = auto()  # (stage)
    HELD_BY = auto()  # (Person.id; "" for nobody)
    OPEN = auto()  # (key question), as all below
    CONTESTED = auto()
    NOT_APPLICABLE = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class CasesAsked:
    """The cases that stand like this."""

    standing: Standing
    of: str = ""
