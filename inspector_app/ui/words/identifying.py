"""What may identify somebody, in words: its place, the words themselves, and what they are."""

from inspector_app.core.domain.text.identifying import Found, Kind
from inspector_app.core.words import later, say

_KINDS = {
    Kind.NAME: later("a name that the inspection knows"),
    Kind.STRANGER: later("may be a name"),
    Kind.INITIALS: later("initials with an age"),
    Kind.BIRTH: later("a date of birth"),
    Kind.POSTCODE: later("a postcode"),
    Kind.NHS: later("an NHS number"),
    Kind.INSURANCE: later("a National Insurance number"),
    Kind.POLICE: later("a number of the police"),
    Kind.PUPIL: later("a pupil number"),
    Kind.PHONE: later("a phone number"),
    Kind.MAIL: later("an address for mail"),
    Kind.FEW: later("a small number"),
    Kind.STEP: later("the two copies together tell how fewer cases than may be told were judged"),
}


def found_said(one: Found) -> str:
    """One place on a line."""
    return say("{section}: “{said}”; {kind}", section=one.section, said=one.said, kind=str(_KINDS[one.kind]))
