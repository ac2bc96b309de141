"""Evidence on organisation and victims' work: what it is gathered on, the sources of it, and where it is thin. Pure.

A subject is a standard (1.1), a key question (1.1.2) or a prompt (1.1.2a) that is not judged case by case. A source bears
on any of them. What the evidence is counted for are the finest subjects: prompts, or where the framework prints none,
the key question or standard itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from inspector_app.core.domain.framework import Evidence, Framework, KeyQuestion, Standard
from inspector_app.core.errors import Code, Expected

_LONGEST = 200  # characters of a reference that are said back
_ALIKE = str.maketrans("", "", " ./\u00a0")


class Level(StrEnum):
    """What a subject is."""

    STANDARD = "standard"
    QUESTION = "key question"
    PROMPT = "prompt"


@dataclass(frozen=True, slots=True)
class Subject:
    """Something evidence is gathered on. `standard` and `question` are references; `counted`: nothing finer is below it."""

    ref: str
    text: str  # word for word
    level: Level
    standard: str
    question: str
    counted: bool

    @property
    def above(self) -> tuple[str, ...]:
        """The key question and standard it belongs to, itself left out."""
        return tuple(ref for ref in dict.fromkeys((self.question, self.standard)) if ref and ref != self.ref)


def subjects(framework: Framework) -> tuple[Subject, ...]:
    """What evidence is gathered on here, in the framework's order: each standard, its key questions, their prompts."""
    return tuple(found for standard in framework.standards for found in _of_standard(standard))


def everything(framework: Framework) -> tuple[Subject, ...]:
    """All that a source can bear on, in the framework's order: the subjects, and what is judged case by case, of which none
    asks for sources (not `counted`).
    """
    gathered = {subject.ref: subject for subject in subjects(framework)}
    return tuple(gathered.get(one.ref, one) for standard in framework.standards for one in _all_of(standard))


def _all_of(standard: Standard) -> Iterator[Subject]:
    yield Subject(standard.ref, _titled(standard), Level.STANDARD, standard.ref, "", counted=False)
    for question in standard.key_questions:
        yield Subject(question.ref, question.text, Level.QUESTION, standard.ref, question.ref, counted=False)
        for prompt in question.prompts:
            ref = f"{question.ref}{prompt.ref}"
            yield Subject(ref, prompt.text, Level.PROMPT, standard.ref, question.ref, counted=False)


def _titled(standard: Standard) -> str:
    return f"{standard.title}. {standard.statement}" if standard.statement else standard.title


def _of_standard(standard: Standard) -> Iterator[Subject]:
    if standard.evidence is Evidence.CASES:
        return
    questions = [q for q in standard.key_questions if q.evidence is Evidence.ORGANISATION]
    yield Subject(standard.ref, _titled(standard), Level.STANDARD, standard.ref, "", counted=not questions)
    for question in questions:
        yield Subject(question.ref, question.text, Level.QUESTION, standard.ref, question.ref, not question.prompts)
        for prompt in question.prompts:
            ref = f"{question.ref}{prompt.ref}"
            yield Subject(ref, prompt.text, Level.PROMPT, standard.ref, question.ref, counted=True)


# references as people type them


def named(framework: Framework, typed: str) -> tuple[Subject, ...]:
    """The subjects somebody names: "1.2.3b", "v1.2 c", or several: "1.2.3b, c, 1.1". A lone letter goes on from the last.

    Expected: VALUE_INVALID, saying why, when one of them is not there; then none counts.
    """
    found: dict[str, Subject] = {}
    question = ""
    for part in re.split(r"[,;]+", typed):
        if part.strip():
            subject = _one(framework, part.strip(), question)
            found[subject.ref] = subject
            question = subject.question
    if not found:
        raise _refused(typed, "nothing is named")
    return tuple(found.values())


def _one(framework: Framework, typed: str, question: str) -> Subject:
    known = {_plain(s.ref): s for s in everything(framework)}
    if question and _plain(f"{question}{typed}") in known:
        return known[_plain(f"{question}{typed}")]
    if _plain(typed) in known:
        return known[_plain(typed)]
    raise _refused(typed, _why(framework, typed))


_REFERENCE = re.compile(r"[A-Za-z]?\d+(?:\.\d+)*\.?[A-Za-z]?")


def _plain(ref: str) -> str:
    return ref.translate(_ALIKE).casefold()


def _refused(typed: str, why: str) -> Expected:
    return Expected(Code.VALUE_INVALID, field="The prompt", value=typed.strip()[:_LONGEST], why=why)


def _why(framework: Framework, typed: str) -> str:
    plain = _plain(typed)
    question = _longest(framework, plain)
    if question is None:
        return f"{framework.title} has no such standard, key question or prompt"
    letters = [p.ref for p in question.prompts]
    has = f"its prompts are {letters[0]} to {letters[-1]}" if letters else "it has no prompts"
    return f"key question {question.ref} has no such prompt; {has}"


def _longest(framework: Framework, plain: str) -> KeyQuestion | None:
    """The key question whose reference the typed one begins with."""
    gathered = {s.question for s in everything(framework) if s.question}
    fits = [q for ref in gathered if plain.startswith(_plain(ref)) for _, q in (framework.questions[ref],)]
    return max(fits, key=lambda q: len(q.ref), default=None)


def matching(found: Iterable[Subject], typed: str) -> list[Subject]:
    """The subjects whose reference begins with what is typed, or whose words hold every word of it.

    Of a reference that goes further than the framework does ("1.1.1" where a source bears on 1.1 as a whole) the standard.
    """
    known, plain, words = list(found), _plain(typed), typed.casefold().split()
    fits = [s for s in known if _plain(s.ref).startswith(plain) or all(word in s.text.casefold() for word in words)]
    if fits or not _REFERENCE.fullmatch(typed.strip()):
        return fits
    return [s for s in known if s.level is Level.STANDARD and s.counted and plain.startswith(_plain(s.ref))][-1:]


# sources and what they bear on


class SourceKind(StrEnum):
    """What a source is."""

    MEETING = "meeting"
    INTERVIEW = "interview"
    FOCUS_GROUP = "focus-group"
    DOCUMENT = "document"
    SURVEY = "survey"
    OBSERVATION = "observation"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a list. `kind` and `day` (ISO 8601) are "" where not given or contested; `contested` names fields.

    `deleted`: somebody deleted it while another, apart from that, wrote on it, so that it stands until somebody decides.
    """

    id: str
    kind: str
    title: str
    day: str
    who: str
    event: str
    asked: int | None
    answered: int | None
    has_note: bool
    contested: tuple[str, ...]
    deleted: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What a source says on a subject. `bears` is false where only a note stands, or where people differ on it."""

    source: str
    subject: str
    bears: bool
    has_note: bool
    contested: bool

    @property
    def id(self) -> str:
        """The id of its entity."""
        return f"{self.source}/{self.subject}"


@dataclass(frozen=True, slots=True)
class Said:
    """A cell with its note in full; `at` is when that was written (ISO 8601 UTC, "" for never)."""

    cell: Cell
    note: str
    at: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A figure of a survey. What people differ on is None or as one of them wrote it, and named in `contested`."""

    id: str
    question: str
    said: str
    count: int | None
    of: int | None
    position: int
    contested: tuple[str, ...]


class Thin(StrEnum):
    """How many and how different the sources on a subject are, thinnest first."""

    NONE = "none"
    ONE = "one source"
    ONE_KIND = "one kind of source only"
    SEVERAL = "several"


def thinness(kinds: Sequence[str]) -> Thin:
    """How thin the evidence on a subject is that has sources of these kinds (one entry a source, "" for no kind yet)."""
    if len(kinds) < 2:
        return Thin.ONE if kinds else Thin.NONE
    return Thin.SEVERAL if len(set(kinds)) > 1 else Thin.ONE_KIND


def percent(count: int | None, of: int | None) -> int | None:
    """A survey's figure in whole percent, halves up; None where it cannot be told, as when more answered than there are."""
    if count is None or not of or not 0 <= count <= of:
        return None
    return (200 * count + of) // (2 * of)
