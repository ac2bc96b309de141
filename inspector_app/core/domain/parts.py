"""What the reports of a framework are made of, in printed order, as its file says (docs/frameworks.md)."""

import re
from dataclasses import dataclass
from enum import StrEnum

# A field in a drafted paragraph, {start} or {from children/custody and resettlement}, and what some of them are about.
FIELD = re.compile(r"\{([a-z]+)(?: ([^{}]+))?\}")
PLAIN_FIELDS = frozenset({
    "n", "service", "start", "weeks", "fieldwork", "commencing", "month", "year", "overall", "lead", "led", "returned",
    "cases", "drawn", "first", "last",
})  # fmt: skip
OF_A_SAMPLE = frozenset({"from", "to"})  # the first and last day of its cases, or of one type: sample/type
OF_A_STANDARD = frozenset({"rating"})
# What a number in a drafted paragraph can count; cases are those of one sample: "cases children".
COUNTED = frozenset({"cases", "case-managers", "interviews", "meetings"})
# What a drafted sentence can rest on (domain/draft/grounds.py): by itself, or with what it is about.
PLAIN_GROUNDS = frozenset({"documents", "meetings", "talks", "observations", "team", "weeks", "told"})
GROUNDS_OF_A_SAMPLE = frozenset({"cases", "several", "within", "ended"})  # the first three of one type too: sample/type
GROUNDS_OF_STANDARDS = frozenset(
    {"rated", "findings", "evidence", "talks"}
)  # a standard, or all of a domain by its title
GROUNDS_IN_WORDS = frozenset({"met"})  # a word in who was met: "met volunteer"
NOT = "not "  # before a ground: what must not be there


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence of the reports about a number of things, which stands in it as {n}: for one, and for any other."""

    one: str
    many: str


class Holds(StrEnum):
    """What a part of a report holds."""

    TEXT = "text"  # what people write there
    PRINTED = "printed"  # its heading and what is drafted there alone
    RATINGS = "ratings"
    RECOMMENDATIONS = "recommendations"
    STANDARDS = "standards"  # their sections, of all or of some domains
    TEAM = "team"  # who inspected
    FIGURES = "figures"  # of every key question that is judged on cases


@dataclass(frozen=True, slots=True)
class Drafted:
    """A sentence or paragraph that the program writes from the data; report/drafted.py knows the fields in its braces.

    `counts` names what its {n} is the number of; "" for one without a number. `needs`: what has to be in the inspection
    for it to be true, and `otherwise` what is said where that is not there. `sentences`: what it is put together from,
    each for itself; then it has no text of its own.
    """

    text: Numbered
    counts: str = ""
    needs: tuple[str, ...] = ()
    otherwise: "Drafted | None" = None
    sentences: "tuple[Drafted, ...]" = ()

    @property
    def grounds(self) -> frozenset[str]:
        """All that any of its sentences needs, without "not"."""
        within = (*self.sentences, *((self.otherwise,) if self.otherwise else ()))
        own = (need.removeprefix(NOT) for need in self.needs)
        return frozenset(own).union(*(one.grounds for one in within))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report. `code`: by what texts are kept there, or what it holds. `level` of its heading, 1 or 2.

    What is `drafted` stands before what people write, `closing` after it. `about` says in words of ours what belongs
    there. `domains` are those whose standards it prints; () for all.
    """

    holds: Holds
    code: str
    heading: str = ""
    level: int = 1
    drafted: tuple[Drafted, ...] = ()
    closing: tuple[Drafted, ...] = ()
    about: str = ""
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandardHeadings:
    """The headings inside a standard's section, where the reports have others than strengths and areas for improvement.

    What is found stands there as one numbered list, its explanation as numbered paragraphs; `data_text` introduces the
    figures of its cases, which it numbers as {n}.
    """

    expected: str
    score: str
    findings: str
    explanation: str
    data: str
    data_text: str
    data_text_one: str = ""  # the same of one case

    @property
    def figures_lead(self) -> Numbered:
        """What introduces the figures of the cases."""
        return Numbered(self.data_text_one or self.data_text, self.data_text)


def sentence(text: str) -> Drafted:
    """A paragraph without a number."""
    return Drafted(Numbered(text, text))


# What the draft findings are made of while a framework's file does not say.
USUAL = (
    Part(Holds.RATINGS, Holds.RATINGS, "Ratings"),
    Part(Holds.RECOMMENDATIONS, Holds.RECOMMENDATIONS, "Recommendations"),
    Part(
        Holds.TEXT,
        "background",
        "Background",
        drafted=tuple(map(sentence, ("Fieldwork in {service}: {fieldwork}.", "{returned}", "{cases}", "{led}"))),
    ),
    Part(Holds.STANDARDS, Holds.STANDARDS),
)
