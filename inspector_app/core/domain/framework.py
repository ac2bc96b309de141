"""An inspection framework as data: what is asked, and every rule by which answers become ratings.

Values come from a framework file (resources/frameworks, schema resources/schemas/framework.schema.json).
Nothing in the code knows a threshold, a word or a count; each rule carries its source and how sure it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from inspector_app.core.domain.parts import USUAL, Drafted, Holds, Numbered, Part, StandardHeadings
from inspector_app.core.domain.rating_rules import Basis, RatingRules, Scale


class Evidence(StrEnum):
    """What a standard's rating rests on."""

    CASES = "cases"
    ORGANISATION = "organisation"
    MIXED = "mixed"  # V1: one key question from cases, one from organisational evidence


@dataclass(frozen=True, slots=True)
class Printed:
    """A wording that a source prints, and which source that is."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A lettered prompt under a key question. `guidance`: how to answer it, "" where the file says nothing."""

    ref: str
    text: str
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class KeyQuestion:
    """A key question; `evidence` is CASES (judged case by case) or ORGANISATION (rated by people).

    `in_report`: the rest of it after the standard's stem. `short`: what a line of a table on the screen calls it, in words of
    ours and never printed. `source`: where the text is from, when the sources print others too, which are `also_printed`.
    """

    ref: str
    text: str
    evidence: Evidence
    prompts: tuple[Prompt, ...]
    guidance: str = ""
    in_report: str = ""
    source: str = ""
    also_printed: tuple[Printed, ...] = ()
    short: str = ""

    def text_of(self, prompt: str | None) -> str:
        """The text of a prompt of it by its letter; its own, where it has no such prompt."""
        return next((one.text for one in self.prompts if one.ref == prompt), self.text)


@dataclass(frozen=True, slots=True)
class Domain:
    """A heading that standards stand under, what the source says under it, and how the reports print it.

    `drafted`: what the reports say there of how it was inspected, beside how many cases were looked at.
    """

    title: str
    introduction: str
    in_report: str
    in_ratings: str
    drafted: tuple[Drafted, ...] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard (or FJI theme). `sample` names the cases it is judged on; None without cases.

    `in_report`, `in_ratings`: its heading in the report and its line in the table of ratings, as printed. `stem`: how
    its key questions begin there. `criteria`: what a standard without key questions is inspected against.
    """

    ref: str
    title: str
    statement: str
    domain: str
    evidence: Evidence
    sample: str | None
    counted: bool
    rated: bool
    key_questions: tuple[KeyQuestion, ...]
    in_report: str = ""
    in_ratings: str = ""
    stem: str = ""
    criteria: tuple[str, ...] = ()
    guidance: str = ""
    score_in_report: str = ""  # how the reports say its case assessment score, {n} percent

    @property
    def name(self) -> str:
        """Its reference and title, as it is named wherever no report is imitated."""
        return f"{self.ref} {self.title}"

    @property
    def case_questions(self) -> tuple[KeyQuestion, ...]:
        """The key questions judged case by case."""
        return tuple(q for q in self.key_questions if q.evidence is Evidence.CASES)

    @property
    def asked_on_cases(self) -> tuple[KeyQuestion, ...]:
        """What is answered on each case of its sample: the key questions, or where its source prints none, the whole."""
        if self.sample is None:
            return ()
        whole = KeyQuestion(self.ref, self.title, Evidence.CASES, ())
        return self.case_questions if self.key_questions else (whole,)


ALL_CASES = "all cases"


@dataclass(frozen=True, slots=True)
class Window:
    """Dates of the cases to draw, as days before the fieldwork Monday (both inclusive; windows.py makes dates).

    `applies_to` is a case type of the sample, or ALL_CASES for those without a window of their own. `what` says in the
    source's words what happened between the dates; "" where the file does not say, and the case began then.
    """

    applies_to: str
    from_days: int
    to_days: int
    basis: Basis
    what: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """A group of cases: how many to inspect, of which types, from which dates. least/most None: not published.

    `in_report`: how the reports say how many of them were looked at.
    """

    code: str
    title: str
    singular: str
    least: int | None
    most: int | None
    size_note: str
    size_basis: Basis | None
    case_types: tuple[str, ...]
    windows: tuple[Window, ...]
    in_report: Numbered | None = None


class OwnerPlace(StrEnum):
    """Where a report names who should act on a recommendation: over it ("X should:"), or in brackets after it."""

    OVER = "over"
    AFTER = "after"


class Numbering(StrEnum):
    """How recommendations are numbered: not at all, through all owners, or within each owner from one again."""

    NONE = ""
    THROUGH = "through"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class Recommendations:
    """How the reports print recommendations. The opening names their number as {n} and the service as {service}."""

    opening: Numbered
    owner: OwnerPlace
    numbered: Numbering


@dataclass(frozen=True, slots=True)
class ReturnVisit:
    """A linked visit after the fieldwork: which standards are then inspected and rated, and when it begins.

    `from_weeks` to `to_weeks` are weeks after the last day of fieldwork; `text` says when there is one.
    """

    standards: tuple[str, ...]
    from_weeks: int
    to_weeks: int
    text: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class SmallNumbers:
    """Numbers of cases below `least` are told to nobody outside the inspectorate."""

    least: int
    text: str
    basis: Basis


class Called(StrEnum):
    """What the framework calls what it rates."""

    STANDARDS = "standards"
    THEMES = "themes"


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
    return_visit: ReturnVisit | None = None
    weeks_between: int = 0  # gap weeks, from one week of fieldwork to the next
    domains: tuple[Domain, ...] = ()
    recommendations: Recommendations | None = None
    standards_are: Called = Called.STANDARDS
    parts: tuple[Part, ...] = USUAL
    standard_headings: StandardHeadings | None = None
    small_numbers: SmallNumbers | None = None
    short: str = ""  # what the head of the window calls it: ours, never printed; "" where the file has none
    inspected_by: str = ""  # as the cover says it; "" where the file does not say: the inspectorate alone
    since: int = 0  # the year from which inspections follow it; 0 where the file does not say

    @cached_property
    def sections(self) -> dict[str, Part]:
        """The parts of the report that people write, by the code under which their texts are kept."""
        return {part.code: part for part in self.parts if part.holds is Holds.TEXT}

    def called(self, section: str) -> str:
        """What a person calls a section of the draft: its heading, or the reference of a standard; an owner is no section."""
        part = self.sections.get(section)
        return part.heading if part is not None else section

    @property
    def has_several_samples(self) -> bool:
        """Whether a case may be of one sample or another: else nobody is asked which."""
        return len(self.samples) > 1

    @property
    def has_themes(self) -> bool:
        """Whether its standards are called themes."""
        return self.standards_are is Called.THEMES

    @cached_property
    def by_ref(self) -> dict[str, Standard]:
        """Standards by reference."""
        return {s.ref: s for s in self.standards}

    @cached_property
    def questions(self) -> dict[str, tuple[Standard, KeyQuestion]]:
        """Key questions by reference, with their standard; and by its own, a standard answered as a whole on cases."""
        return {q.ref: (s, q) for s in self.standards for q in s.key_questions or s.asked_on_cases}

    @cached_property
    def prompt_places(self) -> dict[str, frozenset[str]]:
        """By key question, where its prompts are on whatever case: "2.1.1/a"."""
        return {ref: frozenset(f"{ref}/{p.ref}" for p in asked.prompts) for ref, (_, asked) in self.questions.items()}

    @cached_property
    def counted(self) -> tuple[Standard, ...]:
        """The standards whose points make the overall rating."""
        return tuple(s for s in self.standards if s.counted)

    def on_return_visit(self, ref: str) -> bool:
        """Whether a standard is inspected on a return visit alone, and not in the fieldwork."""
        visit = self.return_visit
        return visit is not None and ref in visit.standards and not self.by_ref[ref].rated

    def scored(self, ref: str) -> bool:
        """Whether a standard has a case assessment score beside its stars (the themes of 2014 that are asked on cases)."""
        return self.rating.scale is Scale.STARS and self.by_ref[ref].sample is not None

    def sample_questions(self, sample: str) -> Iterator[tuple[Standard, KeyQuestion]]:
        """What is answered on each case of a sample, in order: key questions, or a standard as a whole (`asked_on_cases`)."""
        for standard in self.standards:
            if standard.sample == sample:
                for question in standard.asked_on_cases:
                    yield standard, question

    def domain(self, title: str) -> Domain:
        """The domain of that title; one that is printed as it is called where the file says no more of it."""
        return {d.title: d for d in self.domains}.get(title) or Domain(title, "", title.strip(), title.strip())

    def sample(self, code: str) -> Sample:
        """The sample of that code; KeyError when there is none."""
        return {s.code: s for s in self.samples}[code]
