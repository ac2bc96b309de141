"""Words in a text that may identify somebody: it points at them and promises nothing, for no check finds all of them.

A text in which nothing is found is never called anonymous.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from unicodedata import normalize

from inspector_app.core.domain.text import forms, months, strangers

_NAMED = r"(?:Mrs?|Ms|Miss|Mx|Dr|[A-Z]\.?) "
_SURNAME = 3  # letters of a surname that is looked for by itself
_APOSTROPHES = "'’ʼ`"
_STROKES = dict(zip("łŁøØđĐ", "lLoOdD", strict=True))  # which Unicode does not take apart
_CALLED = re.compile(r"\b[A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){1,2}\b")
_NO_NAME = frozenset(
    re.findall(
        r"\w+",
        "Youth Justice Board Service Services Head Team Manager Management Council Police Director Chair Chief Children "
        "Child Health Local Authority Panel Partnership Practice Court Probation Education Social Care Case Workers "
        "Officer Officers Executive Senior Deputy Assistant Lead Inspector Borough City County North South East West",
    )
)

# Surnames that are months or ratings, by what stands around them where they are that: in May, 3rd of May, rated Good.
_RATINGS = "Outstanding|Good|Inadequate|Poor|Satisfactory|Unsatisfactory"
_BEFORE_MONTH = (
    r"(?:\b(?:in|since|until|till|during|before|after|between|early|late|mid|last|next|this|each|every)"
    r"|\d(?:st|nd|rd|th)?(?: of)?|\b(?:end|beginning|start|middle|month|week)s? of"
    rf"|\b(?:{months.WHOLE}),?(?: (?:to|and|or))?)"
)
_BEFORE_RATING = (
    r"\b(?:rat(?:ed|ing|ings|es?)|judged|graded|computed|scored|is|was|were|are|be|been|becomes?|became|remain(?:s|ed)?|overall"
    rf"|of|to|from|than|an?|now|still|at|as|(?:{_RATINGS}),? (?:and|or))[,:]?"
)
_ACTS = r"(?! (?:said|says|told|tells|thought|felt|wrote|asked|explained|agreed|knew|had|has|did)\b|[’']s\b)"
_OWN_USE = tuple(
    (re.compile(word, re.IGNORECASE), re.compile(rf"{before} $", re.IGNORECASE), re.compile(behind))
    for word, before, behind in (
        (months.WHOLE, _BEFORE_MONTH, _ACTS),
        (_RATINGS, _BEFORE_RATING, _ACTS),
    )
)
_BEFORE_YEAR = re.compile(rf",? \d{{4}}\b| (?:\d\d?(?:st|nd|rd|th)?|(?:to|and|or|until) (?:{months.WHOLE}))\b")
_NEAR = 24  # signs before a word that can tell what it is


class Kind(StrEnum):
    """What may identify somebody."""

    NAME = "name"
    INITIALS = "initials"  # with an age
    BIRTH = "birth"
    POSTCODE = "postcode"
    NHS = "nhs"
    INSURANCE = "insurance"
    POLICE = "police"
    PUPIL = "pupil"
    REFERENCE = "reference"  # of a case, a prison, a vehicle
    PHONE = "phone"
    MAIL = "mail"
    ACCOUNT = "account"  # on a site where people meet
    ADDRESS = "address"
    SCHOOL = "school"
    FEW = "few"  # a number of people or cases that is small
    STRANGER = "stranger"  # what may be the name of somebody whom the inspection does not know
    STEP = "step"  # a figure that differs by a small number from what a reader was told before


@dataclass(frozen=True, slots=True)
class Place:
    """A text that is about to leave: what it is of, what a person calls its `section`, and its words."""

    entity: str
    id: str
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Words that may identify somebody, in the text of that entity and id."""

    entity: str
    id: str
    section: str
    kind: Kind
    said: str

    @property
    def key(self) -> str:
        """Names these words in this text, on every laptop alike, and tells neither."""
        return sha256("\n".join((self.entity, self.id, self.kind, self.said)).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Known:
    """What the inspection knows: names of people, the year of the fieldwork, the least number that may be told (0: any);
    and whether names are looked for that it does not know."""

    names: tuple[str, ...] = ()
    year: int = 0
    least: int = 0
    strangers: bool = True


_FEW = (forms.FEW, forms.FEW_WELSH)
_FORMS = (  # which say it by their form alone
    (Kind.INITIALS, forms.INITIALS),
    (Kind.BIRTH, forms.SAID_BORN),
    (Kind.POSTCODE, forms.POSTCODE),
    (Kind.ADDRESS, forms.ADDRESS),
    (Kind.SCHOOL, forms.SCHOOL),
    (Kind.INSURANCE, forms.INSURANCE),
    (Kind.POLICE, forms.POLICE),
    (Kind.PUPIL, forms.PUPIL),
    (Kind.REFERENCE, forms.REFERENCE),
    (Kind.PHONE, forms.PHONE),
    (Kind.MAIL, forms.MAIL),
    (Kind.ACCOUNT, forms.ACCOUNT),
)


def look(places: Iterable[Place], known: Known) -> tuple[Found, ...]:
    """All that is found, each once in each text, in the order of the words."""
    named = _names(known.names)
    found: dict[Found, None] = {}
    for place in places:
        end = -1
        for at, length, kind, said in sorted(
            (at, -len(said), kind, said) for kind, at, said in _hits(place, known, named)
        ):
            if at - length > end:  # not within what was found before it
                found[Found(place.entity, place.id, place.section, kind, said)] = None
                end = at - length
    return tuple(found)


def called(text: str) -> list[str]:
    """What in a line about who was there can be the name of a person: capitalised words that name no office."""
    return [found for found in _CALLED.findall(text) if not _NO_NAME & set(found.split())]


def _hits(place: Place, known: Known, named: re.Pattern[str] | None) -> Iterator[tuple[Kind, int, str]]:
    looked: tuple[tuple[Kind, re.Pattern[str] | None, Callable[[re.Match[str]], bool]], ...] = (
        (Kind.NAME, named, lambda match: not _is_month_or_rating(match)),
        (Kind.BIRTH, forms.BIRTH, lambda match: forms.is_birth(match, known.year)),
        (Kind.NHS, forms.NHS, lambda match: forms.is_nhs(match[0])),
        *(
            (Kind.FEW, few, lambda match: 0 < forms.number(match["n"]) < known.least)
            for few in (_FEW if known.least else ())
        ),
        *((kind, form, bool) for kind, form in _FORMS),
    )
    for kind, pattern, means in looked:
        for match in pattern.finditer(place.text) if pattern else ():
            if means(match):
                yield kind, match.start(), match[0].strip()
    for at, said in strangers.names_in(place.text) if known.strangers else ():
        yield Kind.STRANGER, at, said


def _names(names: Iterable[str]) -> re.Pattern[str] | None:
    """A name in full, however written, also with the surname first, and a surname after a title or an initial; by itself
    too, within a sentence (at its beginning many are words: Young, Field) and before no other name (Khan Street).
    """
    spoken = (name.partition(",")[0].split() for name in names)  # "Ann Lee, HMI Probation"
    whole = [parts for parts in spoken if len(parts) > 1]
    if not whole:
        return None
    full = {r"[\s-]+".join(map(_spelt, parts)) for parts in whole}
    full |= {rf"{_spelt(parts[-1])},\s*{_spelt(parts[-2])}" for parts in whole}
    last = {_spelt(parts[-1]) for parts in whole}
    alone = {
        said for parts in whole if _stands_alone(parts[-1]) for said in map(_spelt, (parts[-1], parts[-1].upper()))
    }
    within = rf"|(?<=[\w,;:’'(] )(?:{'|'.join(sorted(alone))})(?! [A-Z])" if alone else ""
    return re.compile(rf"\b(?:(?i:{'|'.join(sorted(full))})|{_NAMED}(?:{'|'.join(sorted(last))}){within})\b")


def _stands_alone(surname: str) -> bool:
    return len(surname) >= _SURNAME and surname[0].isupper() and surname not in _NO_NAME


def _is_month_or_rating(match: re.Match[str]) -> bool:
    """Whether what may be a surname by itself is a month or a rating here, by the words around it."""
    text, start, end = match.string, match.start(), match.end()
    if re.fullmatch(months.WHOLE, match[0], re.IGNORECASE) and _BEFORE_YEAR.match(text, end):
        return True
    return any(
        word.fullmatch(match[0]) and before.search(text, max(0, start - _NEAR), start) and behind.match(text, end)
        for word, before, behind in _OWN_USE
    )


def _spelt(part: str) -> str:
    """A part of a name as a pattern: with either apostrophe, with a hyphen or a blank, with or without its accents."""
    return "".join(_sign(sign) for sign in part)


def _sign(sign: str) -> str:
    if sign in _APOSTROPHES:
        return f"[{_APOSTROPHES}]?"
    if sign == "-":
        return r"[\s-]"
    base = _STROKES.get(sign) or normalize("NFD", sign)[0]
    return re.escape(sign) if base == sign else f"(?:{re.escape(sign)}|{re.escape(base)})"
