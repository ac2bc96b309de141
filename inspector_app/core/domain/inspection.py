"""An inspection as a value: what a document holds, what is rated, what is reported. Frozen throughout."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inspector_app.core.domain.caseload import Caseload
from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.panel.accuracy import Point
from inspector_app.core.domain.panel.told import Told
from inspector_app.core.domain.text.names import tidied


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
    """A case: a pseudonymous reference, never a child's name. `inspector` is a Person.id or "".

    `began` and `ended` are of the order, disposal or release that puts it in the sample. From `age` (years) on: what the
    profile of the sample is made of.
    """

    id: str
    ref: str
    sample: str
    type: str = ""
    inspector: str = ""
    began: date | None = None
    ended: date | None = None
    age: int | None = None
    gender: str = ""
    ethnicity: str = ""
    disability: str = ""
    care: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A key question judged on one case. `case` is a Case.id, `by` a Person.id or ""."""

    case: str
    question: str
    answer: Answer | None = None
    rationale: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class PromptAnswer:
    """A prompt answered on one case, with its note."""

    case: str
    question: str
    prompt: str
    answer: Answer | None = None
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
    """Professional discretion at the ratings panel: `to` replaces the computed rating of `standard`.

    `members` names who sat; `computed` is the rating from which the panel went, as it was when `to` was chosen.
    `interests`: which of them had a conflict of interest on this standard, and what was done about it.
    """

    standard: str
    to: str
    reason: str = ""
    question: str = ""
    members: str = ""
    computed: str = ""
    interests: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether its reason is still to be written: then it changes nothing, and no document has it."""
        return not tidied(self.reason)


@dataclass(frozen=True, slots=True)
class Support:
    """What carries a sentence (as it read when it was linked; "" for the whole text). `case` is a Case.id.

    A case, an answer on it (`question`, `prompt`), or a source or finding by its place in the inspection's, the first is 1.
    """

    sentence: str = ""
    case: str = ""
    question: str = ""
    prompt: str = ""
    source: int | None = None
    finding: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence or paragraph of the draft findings: under a standard, or in the section of that code (narrative alone)."""

    standard: str
    kind: FindingKind
    text: str
    rests_on: tuple[Support, ...] = ()
    mark: str = field(default="", compare=False)  # in a copy of the draft, by what it is known again; else its id


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation and its named owner; `priority` "high", "medium", "low" or "", `due` the day by which it is done."""

    to: str
    text: str
    priority: str = ""
    due: date | None = None
    rests_on: tuple[Support, ...] = ()
    mark: str = field(default="", compare=False)  # as of a finding


@dataclass(frozen=True, slots=True)
class Previous:
    """A recommendation of the last inspection; `outcome` "done", "partly", "not" or "" while nobody has said."""

    to: str
    text: str
    outcome: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """A key question known only by its figures: `yes` of `of` cases."""

    question: str
    yes: int
    of: int


@dataclass(frozen=True, slots=True)
class Interview:
    """Somebody interviewed about a case: who they are to it ("case manager"), never a name. `case` is a Case.id."""

    case: str
    role: str = ""
    day: date | None = None
    note: str = ""

    @property
    def is_of_case_manager(self) -> bool:
        """Whether a case manager was interviewed, whom the reports count."""
        return self.role.strip().casefold() == "case manager"


@dataclass(frozen=True, slots=True)
class Event:
    """Something in the fieldwork week. `time` and `end` as 09:30; `person` leads it, a Person.id; `case` a Case.id or ""."""

    day: date | None = None
    time: str = ""
    end: str = ""
    kind: str = ""
    title: str = ""
    person: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a survey: `count` of `of` people answered `question` with `said`."""

    question: str = ""
    said: str = ""
    count: int | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Bearing:
    """What a source says on a standard (1.1), a key question (1.1.2) or a prompt (1.1.2a)."""

    on: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Evidence on organisation and victims' work. `asked` and `answered` are numbers of people, of a survey."""

    kind: str = ""
    title: str = ""
    day: date | None = None
    who: str = ""
    note: str = ""
    asked: int | None = None
    answered: int | None = None
    figures: tuple[Figure, ...] = ()
    bears_on: tuple[Bearing, ...] = ()


@dataclass(frozen=True, slots=True)
class Informed:
    """Somebody told of a concern: by whom, and what was agreed with them; times as 09:30."""

    whom: str = ""
    day: date | None = None
    time: str = ""
    by: str = ""
    agreed: str = ""


@dataclass(frozen=True, slots=True)
class Concern:
    """A child may be at risk now: in no rating and in no report. `case` is a Case.id or ""; times as 09:30."""

    what: str = ""
    case: str = ""
    day: date | None = None
    time: str = ""
    told: str = ""
    told_day: date | None = None
    told_time: str = ""
    outcome: str = ""
    closed: bool = False
    people_told: tuple[Informed, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """A whole inspection. `notice` is printed on its face (the sample says there that it is constructed).

    `return_start` and `return_end` are the days of a linked visit to domain one; `nation` is "england", "wales" or "".
    `gaps` lie between the first and the last day of fieldwork: nobody is there then.
    """

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
    nation: str = ""
    return_start: date | None = None
    return_end: date | None = None
    interviews: tuple[Interview, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    concerns: tuple[Concern, ...] = ()
    gaps: tuple[Span, ...] = ()
    previous: tuple[Previous, ...] = ()
    caseload: tuple[Caseload, ...] = ()
    told: tuple[Told, ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def fieldwork(self) -> tuple[Span, ...]:
        """The spans of fieldwork, in order."""
        return spans.without(self.start, self.end, self.gaps)
