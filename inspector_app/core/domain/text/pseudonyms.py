"""Whether a case reference is a pseudonym, as it has to be: nothing in it leads to a person. Pure."""

import re

from inspector_app.core.domain.text import footings, months, names, personal_numbers
from inspector_app.core.domain.text.alike import written
from inspector_app.core.domain.text.identifying import Kind
from inspector_app.core.domain.text.likely_names import looks_like_a_name, may_be_a_name

_MOST = 200  # characters: what is longer is told by its beginning
_SAID = {
    Kind.MAIL: "an e-mail address",
    Kind.POLICE: "a police number",
    Kind.INSURANCE: "a National Insurance number",
    Kind.PUPIL: "a pupil number",
    Kind.NHS: "an NHS number",
    Kind.PHONE: "a telephone number",
    Kind.POSTCODE: "a postcode",
    Kind.BIRTH: "a date of birth",
}
# Who is inspected, or a victim, was born then; a day since is one of the case (2026-03-24-1).
_BORN_FROM, _BORN_UNTIL = 1930, 2018
_DAY, _MONTH, _APART = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})", r"[./ -]"
_SAID_BORN = re.compile(r"\b(?:dob|d\.o\.b|born)\b.*\d", re.IGNORECASE)
_WHOLE_DAY = re.compile(
    rf"(?<!\d){_DAY}{_APART}{_MONTH}{_APART}(?P<y>\d{{4}})(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?[ -]?{months.BEGUN}[ -]?"
    r"(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
# A year of two figures, or a day without anything between its figures behind somebody's initials: JS020409.
_MAY_BE_DAYS = tuple(
    re.compile(form)
    for form in (
        rf"(?<!\d){_DAY}{_APART}{_MONTH}{_APART}(?P<y>\d\d)(?!\d)",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
        r"^[^\W\d_]{2,4}[ -]?(?P<d>\d\d)(?P<m>\d\d)(?P<y>(?:(?:19|20)\d\d)|\d\d)$",
        r"^[^\W\d_]{2,4}[ -]?(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)$",
    )
)


def kind(ref: str) -> Kind | None:
    """What a reference leads to a person by; None where it is a pseudonym."""
    plain = written(ref)[:_MOST]
    if found := personal_numbers.leads_to(plain):
        return found
    if _SAID_BORN.search(plain) or any(_is_birth(day) for day in _WHOLE_DAY.finditer(plain)):
        return Kind.BIRTH
    return Kind.NAME if looks_like_a_name(plain) else None


def why_not(ref: str) -> str:
    """Why a text may be no reference, as a clause; "" where it may."""
    if footings.says_nothing(written(ref)):
        return "it says that there is none; a reference is a pseudonym, such as C01"
    found = kind(ref)
    if found is Kind.NAME:
        return "it looks like a person’s name; a reference is a pseudonym, such as C01"
    return f"it looks like {_SAID[found]}; a reference is a pseudonym, such as C01" if found else ""


def may_be(ref: str) -> Kind | None:
    """What a reference that is taken might lead to a person by all the same; None for nothing.

    A surname, a date of birth, the number that a prison has for somebody.
    """
    plain = written(ref)[:_MOST]
    if why_not(ref):
        return None
    if any(_is_birth(day) for form in _MAY_BE_DAYS for day in form.finditer(plain)):
        return Kind.BIRTH
    if personal_numbers.may_be_of_a_prison(plain):
        return Kind.REFERENCE
    return Kind.NAME if may_be_a_name(plain) else None


def worth_a_look(ref: str) -> str:
    """What to say of a reference that is taken and might lead to a person, or look like another; "" of any other."""
    found = may_be(ref)
    if found is Kind.BIRTH:
        return "there may be a date of birth in it; a reference is a pseudonym, such as C01"
    if found is Kind.REFERENCE:
        return "it may be somebody’s prison number; a reference is a pseudonym, such as C01"
    if names.mixes_alphabets(ref) or any(ch.isdecimal() and not ch.isascii() for ch in written(ref)):
        return "letters or figures of another alphabet stand in it, which may look like others; type it again"
    return "it may be somebody’s name; a reference is a pseudonym, such as C01" if found else ""


def leads_to_a_person(ref: str) -> bool:
    """Whether a text leads to a person, or has the form of a number that does: what stands in a column of references."""
    return bool(why_not(ref)) or may_be(ref) is Kind.REFERENCE


def _is_birth(day: re.Match[str]) -> bool:
    """Whether a day that stands in a reference is one that somebody could be born on."""
    found = {name: int(figures) for name, figures in day.groupdict().items() if figures}
    year = found.get("y", found.get("year", 0))
    if year < 100:
        year += 1900 if year > _BORN_UNTIL % 100 else 2000
    return _BORN_FROM <= year <= _BORN_UNTIL and 0 < found.get("d", 1) <= 31 and 0 < found.get("m", 1) <= 12


def number_in(text: str) -> str:
    """What leads to a person in a short text that may have names in it (a type, a school), as a noun; "" for nothing."""
    found = personal_numbers.leads_to(text[:_MOST])
    return _SAID[found] if found else ""
