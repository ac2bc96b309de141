"""The headings of a case list: which column of ours each is likely to be, and which must never be imported."""

import re
from collections.abc import Iterable, Iterator

from inspector_app.core.domain.case_list import Column, Heading

_NAMES: dict[Column, tuple[str, ...]] = {
    Column.REF: (
        "case reference", "case ref", "reference", "ref", "case", "case id", "id", "case no", "case number",
        "case code", "code", "pseudonym", "identifier", "unique id",
    ),
    Column.SAMPLE: ("sample", "case sample", "cohort", "sample group", "group"),
    Column.TYPE: (
        "type", "case type", "type of case", "disposal", "disposal type", "type of disposal", "order", "order type",
        "outcome", "outcome type", "sentence", "sentence type", "intervention", "intervention type", "victim type",
    ),
    Column.BEGAN: (
        "began", "begin", "start", "start date", "started", "date started", "order start", "order date",
        "date of order", "disposal date", "date of disposal", "sentence date", "date of sentence", "outcome date",
        "intervention start", "release date", "date of release", "from",
    ),
    Column.ENDED: (
        "ended", "end", "end date", "date ended", "order end", "closed", "closure date", "date closed",
        "intervention end", "expiry date", "to",
    ),
    Column.AGE: ("age", "age at start", "age at order", "age at disposal"),
    Column.GENDER: ("gender", "sex", "gender identity"),
    Column.ETHNICITY: ("ethnicity", "ethnic group", "ethnic origin", "self defined ethnicity", "ethnic background"),
    Column.DISABILITY: ("disability", "disabled", "disability status"),
    Column.CARE: (
        "care", "care experience", "care experienced", "looked after", "child looked after", "looked after child",
        "looked after status", "cla", "lac", "in care", "care status",
    ),
    Column.INSPECTOR: ("inspector", "inspector name", "allocated to", "allocated inspector", "assigned to", "assessor"),
}  # fmt: skip
_OF_STAFF_OR_THINGS = {
    *("inspector", "inspectors", "assessor"),
    *("sample", "type", "service", "offence", "order", "disposal"),
}
_PERSONAL: tuple[tuple[str, set[str]], ...] = (
    ("dates of birth", {"dob", "birth", "birthday", "birthdate", "born"}),
    ("numbers that lead to a person", {"nhs", "pnc", "pncid", "cro", "upn", "uln", "nino", "passport", "asn"}),
    (
        "addresses or telephone numbers",
        {"address", "addresses", "postcode", "street", "telephone", "phone", "mobile", "email", "tel"},
    ),
    (
        "people around the child",
        {"mother", "father", "parent", "parents", "carer", "carers", "guardian", "sibling", "siblings"},
    ),
)
_NAMED = {
    *("name", "names", "surname", "forename", "forenames", "firstname", "lastname", "fullname"),
    *("initials", "alias", "aka"),
}
_PHRASES = {
    "post code": "addresses or telephone numbers",
    "e mail": "addresses or telephone numbers",
    "national insurance": "numbers that lead to a person",
    "d o b": "dates of birth",
}


def tidied(heading: str) -> str:
    """A heading as headings are compared: lower case, words and single spaces ("Start Date (order)": start date order)."""
    return " ".join(re.sub(r"[\W_]+", " ", heading.casefold()).split())


def personal(heading: str) -> str:
    """What a column of that heading seems to hold that leads to a person; "" for nothing.

    Names of the inspectorate's own people are needed, and those of things (an order) are no names.
    """
    text = tidied(heading)
    words = set(text.split())
    for phrase, holds in _PHRASES.items():
        if f" {phrase} " in f" {text} ":
            return holds
    for holds, signs in _PERSONAL:
        if words & signs:
            return holds
    return "names of people" if words & _NAMED and not words & _OF_STAFF_OR_THINGS else ""


def known(heading: str) -> bool:
    """Whether a heading is one that case lists have."""
    return bool(personal(heading)) or any(tidied(heading) in names for names in _NAMES.values())


def guess(headings: Iterable[Heading]) -> dict[Column, int]:
    """Which cell each column is likely to be in: by its whole heading, else by the longest name within one."""
    free = {h.place: tidied(h.text) for h in headings if not h.personal}
    found: dict[Column, int] = {}
    for column, names in _NAMES.items():
        ranked = [(names.index(text), place) for place, text in free.items() if text in names]
        if ranked:
            found[column] = min(ranked)[1]
            del free[found[column]]
    for _, place, column in sorted(_within(free)):
        if column not in found and place in free:
            found[column] = place
            del free[place]
    return found


def _within(free: dict[int, str]) -> Iterator[tuple[int, int, Column]]:
    """Names that stand within a heading, the longest to be sorted first. What is called a date holds dates alone."""
    for place, text in free.items():
        for column, names in _NAMES.items():
            if "date" not in text.split() or column in (Column.BEGAN, Column.ENDED):
                yield from ((-len(n), place, column) for n in names if len(n) > 3 and f" {n} " in f" {text} ")
