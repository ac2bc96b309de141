"""What rating gives back: every number, and the way to it. Words are those of the framework."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers to one key question. Judged cases are yes + no; not applicable ones leave the denominator."""

    yes: int = 0
    no: int = 0
    not_applicable: int = 0
    unanswered: int = 0

    @property
    def of(self) -> int:
        """Judged cases: the denominator."""
        return self.yes + self.no

    @property
    def most_yes(self) -> int:
        """Yes cases if every open one becomes Yes."""
        return self.yes + self.unanswered

    @property
    def leaves(self) -> bool:
        """Whether the key question applies to none of its cases, and so has no part in its standard."""
        return self.not_applicable > 0 and not self.of and not self.unanswered


@dataclass(frozen=True, slots=True)
class Distance:
    """Cases that would have to become Yes or No to move a band; None where there is no further band.

    `up` counts more Yes and `down` more No, among the open cases first and then among those judged the other way, with
    every case of the sample judged in the end. `up_to` and `down_to` name the band then reached, which with few cases
    may lie beyond the next one.
    """

    up: int | None
    up_to: str | None
    down: int | None
    down_to: str | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The worst and the best rating still possible, both attained by some way to finish; equal when nothing is open."""

    worst: str
    best: str


@dataclass(frozen=True, slots=True)
class ScoreBounds:
    """The worst and best score and overall rating still possible, both attained by some way to finish."""

    worst_score: int
    best_score: int
    worst: str
    best: str


@dataclass(frozen=True, slots=True)
class RatedQuestion:
    """One key question. `percent` whole, halves up, None without judged cases; `band` None likewise.

    `printed_band` is what the printed percent gives and `exact_band` what the exact fraction gives; `band` is one of them, as
    the framework says, and `differs` is true where they are two.
    For V1.2 `given` is the rating people gave, and the tally is empty.
    """

    ref: str
    text: str
    tally: Tally
    percent: int | None
    band: str | None
    printed_band: str | None
    exact_band: str | None
    lowest: bool  # drives the standard's rating
    distance: Distance
    bounds: Bounds | None
    given: str | None = None
    rationale: str = ""
    by_people: bool = False  # people rate it, and no cases

    @property
    def differs(self) -> bool:
        """Whether the printed percent and the exact fraction fall in different bands."""
        return self.printed_band != self.exact_band


@dataclass(frozen=True, slots=True)
class Discretion:
    """A panel decision beside the computed rating it changes. `was`: what the panel changed, where that is another.

    `kept`: the panel changed nothing; it decided for what was computed then, and it is computed otherwise since.
    """

    computed: str
    to: str
    question: str
    reason: str
    was: str = ""
    kept: bool = False

    @property
    def is_earlier(self) -> bool:
        """Whether the panel decided on another rating than is computed now."""
        return self.kept or bool(self.was)

    @property
    def before(self) -> str:
        """The rating that the panel changed."""
        return self.was or self.computed


@dataclass(frozen=True, slots=True)
class Considered:
    """A consideration for discretion and whether it holds here. Never a gate."""

    code: str
    text: str
    holds: bool
    because: str  # the figures in words, e.g. "62% is 3 percentage points below 65%"


@dataclass(frozen=True, slots=True)
class RatedStandard:
    """One standard. `computed` comes from cases (or the suggestion, or what people gave); `rating` is after the panel.

    `suggested` is true while `computed` is only our suggestion (V1 until people or the panel set it).
    `decided` is true where people set V1 themselves. `points` is None without a rating. `bounds` is of `rating`;
    None where no way to finish the open cases gives a rating. For stars `rating` is the word of the stars given.
    """

    ref: str
    title: str
    counted: bool
    computed: str | None
    rating: str | None
    points: int | None
    suggested: bool
    discretion: Discretion | None
    key_questions: tuple[RatedQuestion, ...]
    bounds: Bounds | None
    considered: tuple[Considered, ...]
    rationale: str = ""
    stars: int | None = None
    case_score: int | None = None
    decided: bool = False

    @property
    def complete(self) -> bool:
        """Whether nothing that makes this rating is open."""
        return (
            self.rating is not None and not self.suggested and all(q.tally.unanswered == 0 for q in self.key_questions)
        )

    @property
    def provisional(self) -> bool:
        """Whether there is a rating, the panel's or the computed one, and something that makes it is open."""
        return self.rating is not None and not self.complete

    @property
    def equal(self) -> bool:
        """Whether several key questions make its rating and none is lower than another."""
        counted = [question for question in self.key_questions if question.tally.of or question.given]
        return len(counted) > 1 and all(question.lowest for question in counted)


@dataclass(frozen=True, slots=True)
class Trace:
    """One sentence of the way to a rating, with the rule's source and status, so that it can be checked by hand."""

    subject: str  # reference of a key question or standard, or "overall"
    text: str
    source: str
    status: str


@dataclass(frozen=True, slots=True)
class Way:
    """The steps to one rating: of a standard, or the overall one. `title` names it; `rated` is the rating, in words."""

    subject: str  # reference of the standard, or "overall"
    title: str
    rated: str
    provisional: bool
    steps: tuple[Trace, ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """A rated inspection. `score`, `overall` None while a counted standard has no rating at all.

    `provisional` while anything counted is missing, unanswered or suggested; `bounds` says what is still possible,
    None where no way to finish gives every counted standard a rating. A framework that counts no standard has no
    score, overall or bounds, and is provisional while any of its standards is open.
    """

    framework: str
    standards: tuple[RatedStandard, ...]
    score: int | None
    score_max: int | None
    overall: str | None
    provisional: bool
    bounds: ScoreBounds | None

    def standard(self, ref: str) -> RatedStandard:
        """The standard of that reference; KeyError when there is none."""
        return {s.ref: s for s in self.standards}[ref]
