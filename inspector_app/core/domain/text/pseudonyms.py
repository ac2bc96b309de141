"""Whether a case reference is a pseudonym, as it has to be: nothing in it leads to a person. Pure."""

from inspector_app.core.domain.text import footings, personal_numbers
from inspector_app.core.domain.text.alike import written
from inspector_app.core.domain.text.identifying import Kind
from inspector_app.core.domain.text.likely_names import looks_like_a_name, may_be_a_name

_MOST = 200  # characters: what is longer is told by its beginning
_SAID = {
    Kind.MAIL: "an e-mail address",
    Kind.POLICE: "a number of the police",
    Kind.INSURANCE: "a National Insurance number",
    Kind.PUPIL: "a pupil number",
    Kind.NHS: "an NHS number",
    Kind.PHONE: "a telephone number",
    Kind.POSTCODE: "a postcode",
}


def kind(ref: str) -> Kind | None:
    """What a reference leads to a person by; None where it is a pseudonym."""
    plain = written(ref)[:_MOST]
    return personal_numbers.leads_to(plain) or (Kind.NAME if looks_like_a_name(plain) else None)


def why_not(ref: str) -> str:
    """Why a text may be no reference, as a clause; "" where it may."""
    if footings.says_nothing(written(ref)):
        return "it says that there is none; a reference is a pseudonym, such as C01"
    found = kind(ref)
    if found is Kind.NAME:
        return "it looks like a person’s name; a reference is a pseudonym, such as C01"
    return f"it looks like {_SAID[found]}; a reference is a pseudonym, such as C01" if found else ""


def worth_a_look(ref: str) -> str:
    """What to say of a reference that is taken and might be a surname all the same, as a clause; "" of any other."""
    if why_not(ref) or not may_be_a_name(written(ref)[:_MOST]):
        return ""
    return "it may be somebody’s name; a reference is a pseudonym, such as C01"


def number_in(text: str) -> str:
    """What leads to a person in a short text that may have names in it (a type, a school), as a noun; "" for nothing."""
    found = personal_numbers.leads_to(text[:_MOST])
    return _SAID[found] if found else ""
