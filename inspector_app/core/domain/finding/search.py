"""What somebody searches for, and what is found. Pure: the words typed, the filters, the rows of the list."""

import re
from dataclasses import dataclass, fields

from inspector_app.core.domain.inspection import Answer
from inspector_app.core.domain.text.folding import indexed

UNANSWERED = "unanswered"
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_PART = re.compile(r'(?P<no>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_MOST = 32  # terms; more than anybody types


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase. `prefix`: its last word may go on."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Terms that must all occur, and terms none of which may."""

    must: tuple[Term, ...] = ()
    never: tuple[Term, ...] = ()


def words(typed: str) -> Words:
    """What was typed: words, "a phrase" and -unwanted ones. Anything is allowed; what has no letter or digit is left out.

    The last word may be unfinished: it is looked for as the beginning of one, until a space or quotation mark ends it.
    """
    plain = indexed(typed).translate(_QUOTES).replace("\0", " ").encode("utf-8", "ignore").decode()
    must: list[Term] = []
    never: list[Term] = []
    for part in _PART.finditer(plain):
        text = part["phrase"] if part["phrase"] is not None else part["word"]
        unfinished = part["word"] is not None and part.end() == len(plain) and not part["no"]
        if any(c.isalnum() for c in text):
            (never if part["no"] else must).append(Term(text, unfinished))
    return Words(tuple(must[:_MOST]), tuple(never[:_MOST]))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters; "" and None let everything through. They stand alone or beside words.

    `about`: a standard (2.2), a key question (2.2.2) or one of its prompts (2.2.2/b). `answer`: yes, no, na or UNANSWERED
    (which a contested answer is). `inspector`: the Person.id of whoever has the case. `note`: with or without text, of
    prompts and judgements. `mark`: a domain.marks.Mark. `stage`: one of domain.review.
    """

    answer: str = ""
    about: str = ""
    inspector: str = ""
    note: bool | None = None
    mark: str = ""
    sample: str = ""
    stage: str = ""

    @property
    def any(self) -> bool:
        """Whether it keeps anything out."""
        return self != _EVERYTHING

    @property
    def of_case(self) -> bool:
        """Whether it asks something that only a thing on a case can be."""
        return bool(self.inspector or self.sample or self.stage or self.of_answer)

    @property
    def of_answer(self) -> bool:
        """Whether it asks something that only a prompt or judgement can be."""
        return bool(self.answer or self.note is not None)


_EVERYTHING = Wanted()
WANTED = tuple(field.name for field in fields(Wanted))


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody searches for."""

    text: str = ""
    wanted: Wanted = _EVERYTHING

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing."""
        asked = words(self.text)
        return not (asked.must or asked.never or self.wanted.any)


@dataclass(frozen=True, slots=True)
class Kept:
    """A query that is kept under a name, on this laptop alone."""

    name: str
    query: Query


CASES, EVIDENCE, RATINGS, FINDINGS, WEEK, CONCERNS = "cases", "evidence", "ratings", "findings", "week", "concerns"
LATER = (CASES, EVIDENCE, RATINGS, FINDINGS, WEEK, CONCERNS)  # the groups after the key questions, in their order


@dataclass(frozen=True, slots=True)
class FoundRow:
    """Something found. `entity` and `id` are what it is kept in; `about` the case, source or standard it belongs to.

    `question` and `prompt` are "" where it is about neither. `kind` is that of a source, finding or event. `snippet` is a
    piece of its text with the places (start, end) in it that match. `by` is a name and `at` ISO 8601 UTC, or "";
    `laptop` the name of whose laptop recorded it, where that is another's.
    """

    entity: str
    id: str
    case: str  # its id, or ""
    ref: str  # of the case
    question: str
    prompt: str
    kind: str
    title: str  # of a source, a score's source, or the standard of a finding or rating
    answer: Answer | None
    contested: bool
    snippet: str
    matches: tuple[tuple[int, int], ...]
    by: str
    at: str
    laptop: str


@dataclass(frozen=True, slots=True)
class Group:
    """What was found on a key question (`code` is its reference, `title` its text) or in one of LATER.

    `count` of all, of which `rows` are the first.
    """

    code: str
    title: str
    count: int
    rows: tuple[FoundRow, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query, in the order of the framework. Not `whole`: not all rows that are to be shown are read yet.

    `through`: how many things were looked through.
    """

    query: Query
    groups: tuple[Group, ...] = ()
    whole: bool = True
    through: int = 0

    @property
    def count(self) -> int:
        """How many things were found."""
        return sum(group.count for group in self.groups)
