"""An inspection as a value: what a document holds, what is rated, what is reported. Frozen throughout."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Answer(StrEnum):
    """A judgement of sufficiency. Left out: unanswered. NA leaves the denominator."""

    YES = "yes"
    NO = "no"
    NA = "na"


class FindingKind(StrEnum):
    """What a finding is: text for the section, a strength, or an area for improvement."""

    NARRATIVE = "narrative"
    STRENGTH = "strength"
    IMPROVEMENT = "improvement"


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the inspection team."""

    id: str
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case: a pseudonymous reference, never a child's name. `inspector` is a Person.id or ""."""

    id: str
    ref: str
    sample: str
    type: str = ""
    inspector: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A key question judged on one case. `case` is a Case.id, `by` a Person.id or ""."""

    case: str
    question: str
    answer: Answer | None
    rationale: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class PromptAnswer:
    """A prompt answered on one case, with its note."""

    case: str
    question: str
    prompt: str
    answer: Answer | None
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class GivenRating:
    """What people rate. `subject` is the reference of a standard (1.1, V1, T1) or a key question (V1.2)."""

    subject: str
    rating: str | None = None
    rationale: str = ""
    stars: int | None = None
    case_score: int | None = None  # percent, FJI only


@dataclass(frozen=True, slots=True)
class PanelDecision:
    """Professional discretion at the ratings panel: `to` replaces the computed rating of `standard`."""

    standard: str
    to: str
    reason: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence or paragraph of the draft findings, under a standard."""

    standard: str
    kind: FindingKind
    text: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation and its named owner."""

    to: str
    text: str


@dataclass(frozen=True, slots=True)
class Totals:
    """A key question known only by its figures: `yes` of `of` cases."""

    question: str
    yes: int
    of: int


@dataclass(frozen=True, slots=True)
class Inspection:
    """A whole inspection. `notice` is printed on its face (the sample says there that it is constructed)."""

    framework: str
    service: str
    start: date
    end: date
    marking: str = ""
    notice: str = ""
    team: tuple[Person, ...] = ()
    cases: tuple[Case, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    prompts: tuple[PromptAnswer, ...] = ()
    ratings: tuple[GivenRating, ...] = ()
    panel: tuple[PanelDecision, ...] = ()
    findings: tuple[Finding, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    totals: tuple[Totals, ...] = ()
