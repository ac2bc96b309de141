"""An inspection framework as data: what is asked, and every rule by which answers become ratings.

Values come from a framework file (resources/frameworks, schema resources/schemas/framework.schema.json).
Nothing in the code knows a threshold, a word or a count; each rule carries its source and how sure it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Status(StrEnum):
    """How sure a rule is: read in a source, derived from every published figure, or assumed."""

    PRINTED = "printed"
    DERIVED = "derived"
    ASSUMED = "assumed"


class Evidence(StrEnum):
    """What a standard's rating rests on."""

    CASES = "cases"
    ORGANISATION = "organisation"
    MIXED = "mixed"  # V1: one key question from cases, one from organisational evidence


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a rule comes from."""

    source: str
    status: Status


@dataclass(frozen=True, slots=True)
class Prompt:
    """A lettered prompt under a key question."""

    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class KeyQuestion:
    """A key question; `evidence` is CASES (judged case by case) or ORGANISATION (rated by people)."""

    ref: str
    text: str
    evidence: Evidence
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard (or FJI theme). `sample` names the cases it is judged on; None without cases."""

    ref: str
    title: str
    statement: str
    domain: str
    evidence: Evidence
    sample: str | None
    counted: bool
    rated: bool
    key_questions: tuple[KeyQuestion, ...]

    @property
    def case_questions(self) -> tuple[KeyQuestion, ...]:
        """The key questions judged case by case."""
        return tuple(q for q in self.key_questions if q.evidence is Evidence.CASES)


@dataclass(frozen=True, slots=True)
class Word:
    """A rating word and its points (or, for stars, the number of stars)."""

    word: str
    points: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Band:
    """From `lower` (inclusive; percent for key questions, points for the overall) the word is `word`."""

    word: str
    lower: int
    basis: Basis


class BandOn(StrEnum):
    """Whether a band is looked up by the printed whole percent or by the exact fraction."""

    PRINTED = "printed"
    EXACT = "exact"


class Scale(StrEnum):
    """How a standard is rated: by words in bands, or by stars given by judgement."""

    WORDS = "words"
    STARS = "stars"


class RuleCode(StrEnum):
    """The rules an explanation of a rating refers to. A framework may state others too."""

    JUDGEMENT = "judgement"  # yes or no for each case, of sufficiency, never computed from prompts
    PERCENT = "percent"  # how the printed figure is rounded
    DENOMINATOR = "denominator"  # which cases are counted
    NOT_APPLICABLE = "not-applicable"
    LOWEST = "lowest"  # the lowest key question drives the standard
    ORGANISATION = "organisation"  # standards rated by people
    MIXED = "mixed"  # V1: what is suggested until people set it
    POINTS = "points"  # the overall is a sum of points
    NOT_COUNTED = "not-counted"
    DISCRETION = "discretion"  # the ratings panel
    STARS = "stars"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that has no number of its own: its code (see RuleCode), its wording and its source."""

    code: str
    text: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class Consideration:
    """When a ratings panel may consider discretion: shown, never a gate. `value` is percent points or cases."""

    code: str  # "near-next-band" | "one-case" | "few-cases"
    value: int
    text: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class RatingRules:
    """Everything by which answers become ratings. Words and bands are ordered from lowest to highest."""

    scale: Scale
    words: tuple[Word, ...]
    bands: tuple[Band, ...]
    band_on: BandOn
    band_on_basis: Basis
    overall: tuple[Band, ...]
    rules: tuple[Rule, ...]
    considerations: tuple[Consideration, ...]

    def knows(self, word: str) -> bool:
        """Whether it is a rating word of the framework."""
        return any(w.word == word for w in self.words)

    def points(self, word: str) -> int:
        """Points of a rating word; KeyError for a word the framework does not have."""
        return {w.word: w.points for w in self.words}[word]

    def rule(self, code: str) -> Rule:
        """The rule of that code; KeyError when there is none. A framework file has every code it needs."""
        return {r.code: r for r in self.rules}[code]


ALL_CASES = "all cases"


@dataclass(frozen=True, slots=True)
class Window:
    """Dates of the cases to draw, as days before the fieldwork Monday (both inclusive; windows.py makes dates).

    `applies_to` is a case type of the sample, or ALL_CASES for those without a window of their own.
    """

    applies_to: str
    from_days: int
    to_days: int
    basis: Basis


@dataclass(frozen=True, slots=True)
class Sample:
    """A group of cases: how many to inspect, of which types, from which dates. least/most None: not published."""

    code: str
    title: str
    singular: str
    least: int | None
    most: int | None
    size_note: str
    size_basis: Basis | None
    case_types: tuple[str, ...]
    windows: tuple[Window, ...]


@dataclass(frozen=True)
class Framework:
    """One inspection framework, whole."""

    id: str
    version: int
    title: str
    source: str
    languages: tuple[str, ...]
    weeks: int
    standards: tuple[Standard, ...]
    rating: RatingRules
    samples: tuple[Sample, ...]

    @cached_property
    def by_ref(self) -> dict[str, Standard]:
        """Standards by reference."""
        return {s.ref: s for s in self.standards}

    @cached_property
    def questions(self) -> dict[str, tuple[Standard, KeyQuestion]]:
        """Key questions by reference, with their standard."""
        return {q.ref: (s, q) for s in self.standards for q in s.key_questions}

    @cached_property
    def counted(self) -> tuple[Standard, ...]:
        """The standards whose points make the overall rating."""
        return tuple(s for s in self.standards if s.counted)

    def sample_questions(self, sample: str) -> Iterator[tuple[Standard, KeyQuestion]]:
        """The key questions judged on each case of a sample, in order."""
        for standard in self.standards:
            if standard.sample == sample:
                for question in standard.case_questions:
                    yield standard, question

    def sample(self, code: str) -> Sample:
        """The sample of that code; KeyError when there is none."""
        return {s.code: s for s in self.samples}[code]
