"""What may identify somebody, in words: its place, the words themselves, and what they are."""

from collections.abc import Sequence

from inspector_app.core.domain.text.identifying import Found, Kind
from inspector_app.core.words import count, cut, later, listed, say

_NAMED = 4  # places that are named; of more how many more
_KINDS = {
    Kind.NAME: later("a name that is in the inspection"),
    Kind.STRANGER: later("may be a name"),
    Kind.INITIALS: later("initials with an age"),
    Kind.BIRTH: later("a date of birth"),
    Kind.POSTCODE: later("a postcode"),
    Kind.NHS: later("an NHS number"),
    Kind.INSURANCE: later("a National Insurance number"),
    Kind.POLICE: later("a police number"),
    Kind.PUPIL: later("a pupil number"),
    Kind.REFERENCE: later("a reference number"),
    Kind.PHONE: later("a phone number"),
    Kind.MAIL: later("an address for mail"),
    Kind.ACCOUNT: later("an account on the internet"),
    Kind.ADDRESS: later("where somebody lives"),
    Kind.SCHOOL: later("somebody’s school"),
    Kind.FEW: later("a small number"),
    Kind.STEP: later("the two copies together show how a number of cases too small to be given was judged"),
}


def let_go(found: Sequence[Found]) -> str:
    """What was let go: how many places, and which of them."""
    said, more = cut([f"“{one.said}”" for one in found], _NAMED)
    named = listed([*said, *([say("{number} more", number=more)] if more else [])])
    return count(len(found), "{n} place was allowed: {named}.", "{n} places were allowed: {named}.", named=named)


def found_said(one: Found) -> str:
    """One place on a line."""
    return say("{section}: “{said}”; {kind}", section=one.section, said=one.said, kind=str(_KINDS[one.kind]))
