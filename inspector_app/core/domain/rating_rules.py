"""The rules by which answers become ratings, as a framework file gives them: words, bands, considerations, with sources.

Nothing in the code knows a threshold or a count; each rule carries its source and how sure it is.
"""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """How sure a rule is: read in a source, derived from every published figure, or assumed."""

    PRINTED = "printed"
    DERIVED = "derived"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a rule comes from."""

    source: str
    status: Status


@dataclass(frozen=True, slots=True)
class Word:
    """A rating word and its points (or, for stars, the number of stars). `in_footnotes`: as footnotes print it."""

    word: str
    points: int
    basis: Basis
    in_footnotes: str = ""


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
    """A rule that has no number of its own: its code (see RuleCode), its wording and its source.

    `in_report`: the footnote by which the reports state it.
    """

    code: str
    text: str
    basis: Basis
    in_report: str = ""


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

    def footnote(self, code: str) -> str:
        """The footnote by which the reports state a rule; "" where the file has none."""
        return {r.code: r.in_report for r in self.rules}.get(code, "")
