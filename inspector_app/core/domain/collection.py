"""A collection of inspections that are over: their figures, never a case, and what is counted over many of them.

Only what was rated by one framework's one set of rules is counted together (docs/collection.md).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Kind(StrEnum):
    """What an inspection came in as: a sealed record, or not sealed, as a document of its answers or of totals."""

    SEALED = "sealed"
    DOCUMENT = "document"
    TOTALS = "totals"


@dataclass(frozen=True, slots=True)
class Rules:
    """By what was rated: the id of the framework, and a digest of everything of it that makes ratings."""

    framework: str
    digest: str


@dataclass(frozen=True, slots=True)
class Question:
    """A key question of an inspection: how its cases were judged, or (`given`) how people rated it."""

    standard: str
    ref: str
    text: str
    yes: int
    of: int
    not_applicable: int
    unanswered: int
    band: str | None
    given: str | None


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard of an inspection: as computed, and its rating after the panel."""

    ref: str
    title: str
    counted: bool
    computed: str | None
    rating: str | None
    points: int | None


@dataclass(frozen=True, slots=True)
class Collected:
    """An inspection of the collection. `digest` is of what was rated; `at` and `by` are of the seal, "" without one.

    `changing`: the standards whose rating can still change, as long as its work is at hand; a collection keeps none of it.
    """

    service: str
    start: date
    end: date
    rules: Rules
    version: int
    kind: Kind
    digest: str
    score: int | None
    score_max: int | None
    overall: str | None
    provisional: bool
    at: str = ""
    by: str = ""
    groups: str = ""
    standards: tuple[Standard, ...] = ()
    questions: tuple[Question, ...] = ()
    changing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many inspections have a rating. `subject`: the reference of a standard, "" for the overall rating."""

    subject: str
    title: str
    word: str
    inspections: int


@dataclass(frozen=True, slots=True)
class Rate:
    """The cases of a key question over inspections in which any was judged: Yes of judged, in whole percent."""

    standard: str
    ref: str
    text: str
    yes: int
    of: int
    percent: int | None
    inspections: int


@dataclass(frozen=True, slots=True)
class Together:
    """The inspections that may be counted together, and their figures.

    `inspections` are those counted, of which `unsealed` were not sealed; `provisional` ones are left out of every figure.
    Ratings stand from highest to lowest.
    """

    rules: Rules
    versions: tuple[int, ...]
    inspections: int
    unsealed: int
    provisional: int
    score_max: int | None
    overall: tuple[Count, ...]
    standards: tuple[Count, ...]
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class InEach(Generic[T]):
    """A standard or a key question (its reference) in each inspection, in their order; None where it has none."""

    ref: str
    title: str
    each: tuple[T | None, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Inspections of one framework under the same rules, the newest first, with their standards and key questions."""

    rules: Rules
    inspections: tuple[Collected, ...]
    standards: tuple[InEach[Standard], ...]
    questions: tuple[InEach[Question], ...]
