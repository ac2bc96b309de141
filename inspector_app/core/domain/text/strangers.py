"""Names of people whom the inspection does not know, told by what stands beside them: a title, a relation, an age.

Capitalised words by themselves are left alone: the published reports have 19 to 112 different pairs of them each, nearly
all of them boards, places and projects. Of the forms below they have none.
"""

import re
from collections.abc import Iterator
from functools import cache

_UPPER = "".join(chr(sign) for sign in range(0x41, 0x250) if chr(sign).isupper())
_LOWER = "".join(chr(sign) for sign in range(0x61, 0x250) if chr(sign).islower())
_NAME = rf"[{_UPPER}][{_UPPER}{_LOWER}'’-]{{0,29}}[{_LOWER}](?![-\w])"
_NAMES = rf"(?P<name>{_NAME}(?: {_NAME}){{0,2}})"
_TITLE = (
    "Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Cllr|Councillor|Revd?|Reverend|Imam|Rabbi|PC|DC|PS|DS|DI|Sgt|Sergeant"
    "|Constable"
)
_RELATION = (
    "mother|father|mum|mam|dad|parent|brother|sister|(?:step|half|foster)[- ]?(?:mother|father|mum|dad|brother|sister)|nan"
    "|(?:grand|great-grand)(?:mother|father|son|daughter|ma|dad)|aunt|auntie|uncle|cousin|niece|nephew|girlfriend|boyfriend"
    "|husband|wife|son|daughter|friend|twin|carer"
)
_PERSON = (
    f"{_RELATION}|child|boy|girl|lad|teenager|man|woman|person|peer|victim|neighbour|worker|manager|officer|teacher|tutor"
    "|nurse|coach"
)
_ROLE = (  # said before or behind a name, in small letters: a Case Manager with capitals is an office
    "(?:case|support|key|youth|social|outreach|victim|link) (?:worker|manager|officer)|caseworker|probation officer|victim"
    "|neighbour|tutor|form teacher|mentor|co-defendant"
)
_QUOTED = "[‘'“\"]?"
_AGE = r"(?:[89]|1\d|2[0-5])"
_WITHIN = r"(?<=[\w,;:’'] )"  # a sentence: at its beginning any word has a capital
_FORMS = (
    rf"\b(?:{_TITLE})\.? (?:[{_UPPER}]\.? ){{0,2}}{_NAMES}",
    rf"\b(?:{_PERSON}),?(?: (?:who )?(?:is|was))? (?:called|named|nicknamed|known as|aka) {_QUOTED}{_NAMES}",
    rf"\b(?:call(?:s|ed)?|nicknamed) (?:him|her|them|himself|herself|themself|themselves) {_QUOTED}{_NAMES}",
    rf"\b(?:his|her|their|whose) (?:nick|street|real|first|full|sur|other)[- ]?name (?:is|was) {_QUOTED}{_NAMES}",
    rf"\b(?:{_RELATION}),? {_NAMES}",
    rf"\b(?:{_ROLE}),? {_NAMES}",
    rf"\b{_NAMES}, (?:who (?:is|was) )?(?:his|her|their) (?:\w+ )?(?:{_RELATION}|{_ROLE})\b",
    rf"\b{_NAMES}[’'](?:s )?(?:\w+ )?(?:{_RELATION})\b",
    rf"\b{_NAMES},? \(?(?:(?:who )?(?:is|was) )?aged? {_AGE}\b(?!\s*(?:to|or|and|[-–+]))",
    rf"\b{_NAMES},? (?:who )?(?:is|was) {_AGE} years? old",
    rf"{_WITHIN}{_NAMES}(?: \(1\d\)|, 1\d,)",
    rf"\b{_AGE}[- ]years?[- ]old {_NAMES}",
)
_NO_NAME = frozenset(
    re.findall(
        r"\w+",
        "A All And Another Any Both Each Every He Her His In It One Our She Some That The Their They This Those We What When "
        "Who Which Whose "
        "Boy Boys Child Children Girl Girls Man Men Parent Parents Carer Carers People Person Persons Victim Victims Woman "
        "Women Young Youth Youths Adult Adults Everybody Everyone Nobody Somebody Someone Case Cases Figure Page Section "
        "Standard Table Domain Appendix Annexe "
        "Asian Bangladeshi Black British Chinese English European Gypsy Indian Irish Jewish Muslim Pakistani Polish Roma "
        "Romanian Scottish Somali Traveller Ukrainian Welsh White Mixed Christian "
        "January February March April May June July August September October November December "
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mother Father Mothers Fathers "
        "Outstanding Good Requires Improvement Inadequate Poor Satisfactory Unsatisfactory Yes No "
        "Act Board Centre College Council Court Custody Hospital House Panel Police Project School Service Services Team "
        "Unit",
    )
)


def names_in(text: str) -> Iterator[tuple[int, str]]:
    """Where words stand that may be the name of a person, and what tells it with them; the same place may come twice."""
    for form in _forms():
        for match in form.finditer(text):
            if not _NO_NAME & set(re.split(r"[ -]", match["name"])):
                yield match.start(), match[0].strip()


@cache  # 15 ms, which no command waits for that looks for no names
def _forms() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _FORMS))
