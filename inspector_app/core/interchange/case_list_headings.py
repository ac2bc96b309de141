"""The headings of a case list: which column of ours each is likely to be, and which must never be imported."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import islice
from string import digits

from inspector_app.core.domain.cases.case_list import COLUMNS, Heading, Listing
from inspector_app.core.domain.days import typed
from inspector_app.core.domain.fields import Field, Kind
from inspector_app.core.domain.text import footings, pseudonyms
from inspector_app.core.domain.text.likely_names import may_be_a_name

_OF_STAFF_OR_THINGS = {
    *("inspector", "inspectors", "assessor"),
    *("sample", "type", "service", "offence", "order", "disposal", "outcome", "intervention", "sentence", "programme"),
}
_PERSONAL: tuple[tuple[str, set[str]], ...] = (
    ("dates of birth", {"dob", "birth", "birthday", "birthdate", "born", "geni"}),
    (
        "numbers that lead to a person",
        {"nhs", "pnc", "pncid", "cro", "upn", "uln", "nino", "passport", "asn", "noms", "nomis", "prison", "prisoner"},
    ),
    (
        "addresses or telephone numbers",
        {
            *("address", "addresses", "addr", "postcode", "street", "email"),
            *("telephone", "phone", "mobile", "mob", "landline", "tel"),
            *("cyfeiriad", "ebost", "ffôn"),
        },
    ),
    (
        "people around the child",
        {
            "mother",
            "father",
            "parent",
            "parents",
            "carer",
            "carers",
            "guardian",
            "sibling",
            "siblings",
            "nok",
            "mam",
            "tad",
            "rhiant",
            "rhieni",
            "gofalwr",
        },
    ),
)
_STAFF = {
    *("holder", "manager", "worker", "officer", "practitioner", "supervisor", "lead", "owner", "team", "social"),
    *("allocated", "assigned", "staff", "sw", "keyworker", "caseworker", "caseholder", "casemanager"),
    *("responsible", "handler", "coordinator", "ordinator", "professional", "reviewer", "mentor", "advocate"),
    *("gweithiwr", "swyddog", "rheolwr"),
}
_WHO = {  # who a case is about: such a column holds names, or the references of a service that has no other word for them
    *(
        "child",
        "young person",
        "yp",
        "pupil",
        "student",
        "learner",
        "client",
        "service user",
        "su",
        "patient",
        "resident",
    ),
    *(
        "person",
        "individual",
        "subject",
        "offender",
        "defendant",
        "nominal",
        "victim",
        "children",
        "young people",
        "people",
    ),
}
_SYSTEMS = {  # by which services keep their cases, and what these call a person's number
    *("childview", "yois", "careworks", "mosaic", "liquidlogic", "lcs", "capita", "azeus", "assetplus"),
    *("psn", "urn"),
}
# Of which a number is that of a case.
_OF_SERVICES = {"yj", "yjs", "yot", "yos", "hmip", "referral", "sample", "inspection"}
_SAID_OF_ONE = {
    *(
        "of",
        "source",
        "type",
        "route",
        "reason",
        "outcome",
        "outcomes",
        "offence",
        "offences",
        "disposal",
        "order",
        "orders",
    ),
    *("contacts", "visits", "interventions", "referrals", "previous", "status", "category", "priority"),
}
_NUMBERS = {"id", "no", "number", "num", "ref", "reference", "identifier", "code"}
_OF_THE_INSPECTION = {"insp", "inspection", "hmip", "hmi", "prob", "probation", "for", "anon", "anonymised", "record"}
_LONGEST_REFERENCE = 20  # letters of what could be one
_SEEN = 200  # cells, of which most tell what a column holds
# Whose headings hold names of ours by chance: Ethnic code, Offence type, Order length.
_NOT_OF = {
    "ref": {
        *(
            *_STAFF,
            "ethnic",
            "ethnicity",
            "offence",
            "outcome",
            "disposal",
            "postcode",
            "source",
            "status",
            "type",
            "age",
        ),
        *("court", "crime", "police", "niche", "charge", "incident", "custody", "school", "health", "hospital", "gp"),
        *("contact", "assessment", "plan", "programme", "risk", "funding", "authority"),
    },
    "age": {"group", "groups", "band", "range", "bracket"},
    "sample": {"age", "ethnic", "risk", "family", "peer", *_NUMBERS},  # Sample no. is of the case
    "type": {"age", "offence", "offences", "length", "months", "weeks", "days", "hours", "level", "score"},
}
_CODE = "code"  # most are of a kind of things; whose is one case's: Case code, Child's code, YJS code, Our code
_OF_A_CASE = {
    *_OF_SERVICES,
    *_NUMBERS,
    *_WHO,
    *_SYSTEMS,
    "case",
    "our",
    "unique",
    "young",
    "service",
    "s",
    "file",
    "record",
}
_SHORT = {
    "ref",
    "id",
    "age",
    "urn",
    "psn",
    "cla",
    "lac",
    "cic",
}  # which are the case's wherever they stand in a heading
_OF_DAYS = {"end"}  # likewise, above days alone: Planned end, Case end
_TIME = re.compile(r"(?<=\d)[T ]\d{1,2}:\d{2}.*")  # behind a day
_NAMED = {
    *("name", "names", "surname", "forename", "forenames", "firstname", "lastname", "fullname"),
    *("initials", "alias", "aka"),
    *("enw", "enwau", "cyfenw", "llythrennau"),
}
_NAME = ("name", "names")  # how a word ends that is several: CHILDNAME
_PHRASES = {
    "e bost": "addresses or telephone numbers",
    "cod post": "addresses or telephone numbers",
    "post code": "addresses or telephone numbers",
    "e mail": "addresses or telephone numbers",
    "national insurance": "numbers that lead to a person",
    "d o b": "dates of birth",
    "do b": "dates of birth",
    "contact number": "addresses or telephone numbers",
    "next of kin": "people around the child",
    "ni number": "numbers that lead to a person",
    "known as": "names of people",
}
_COUNTED = ("", "no", "number", "num")  # what databases put behind a sign without a blank: NHSNUMBER, TELNO
_BORN = "dob"  # ends no other word: YPDOB
_LONG = 5  # letters, from which a sign is sought within a word that has no blank where others have one: HOMEADDRESS
# Where one word of a heading ends and the next begins, as databases write them: CaseRef, YJSRef.
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2}|No\b)")
# The headings that are several words, by how they look without blanks.
_RUN_TOGETHER = {name.replace(" ", ""): name for column in COLUMNS for name in column.headings if " " in name}


def tidied(heading: str) -> str:
    """A heading as headings are compared: lower case, words and single spaces ("Start Date (order)": start date order)."""
    return " ".join(re.sub(r"[\W_]+", " ", heading.casefold()).split())


def _read(heading: str) -> str:
    """A heading as it is looked up: CaseRef, case_ref and CASEREF are "case ref", ChildView No. is "childview no"."""
    text = tidied(_SEAM.sub(" ", heading))
    return _RUN_TOGETHER.get(text.replace(" ", ""), text)


def personal(heading: str) -> str:
    """What a column of that heading seems to hold that leads to a person; "" for nothing.

    Names of the inspectorate's own people are needed, those of things (an order) are no names, and what the list of fields
    has as a heading is meant.
    """
    text = _read(heading)
    if _is_ours(text):
        return ""
    words = {word.strip(digits) for word in text.split()}  # the second of several is the same: DOB2
    for phrase, holds in _PHRASES.items():
        if f" {phrase} " in f" {text} ":
            return holds
    for holds, signs in _PERSONAL:
        if any(_has(words, sign) for sign in signs):
            return holds
    named = any(word in _NAMED or word.endswith(_NAME) for word in words)
    return "names of people" if named and not any(_has(words, word) for word in _OF_STAFF_OR_THINGS) else ""


def personal_column(heading: str, texts: Iterable[str]) -> str:
    """The same, of a column whose cells are seen: one that is called by who it is about ("Pupil") holds names or references.

    Names stay out where most of the cells may be some; a single one among references is told in its own row.
    """
    if holds := personal(heading):
        return holds
    called = _read(heading)
    seen = list(islice(texts, _SEEN)) if _says_who(called) or called == "case" else []
    names = sum(bool(pseudonyms.why_not(text)) or may_be_a_name(text) for text in seen)
    return "names of people" if 2 * names > len(seen) else ""


def holds_days(texts: Iterable[str]) -> bool:
    """Whether most of the cells of a column are days, so that it is none of words whatever its heading names.

    Those that say that there is no day yet tell nothing: "ongoing", "n/k".
    """
    seen = [text for text in islice(texts, _SEEN) if not footings.says_no_day(text)]
    found = (typed.written(_TIME.sub("", text)) for text in seen)
    return 2 * sum(day is not None and day.year is not None for day in found) > len(seen)


def holds_words(texts: Iterable[str]) -> bool:
    """Whether most of the cells of a column are words, and neither days nor months, whatever its heading says of a date."""
    seen = [text for text in islice(texts, _SEEN) if not footings.says_no_day(text)]
    worded = (any(map(str.isalpha, text)) and typed.written(_TIME.sub("", text)) is None for text in seen)
    return 2 * sum(worded) > len(seen)


def tells_apart(texts: Iterable[str], rows: int) -> bool:
    """Whether the cells of a column could be references: one in most of its `rows`, each another, short and with a figure."""
    seen = [text.strip() for text in islice(texts, _SEEN) if not footings.is_footing(text)]
    short = [text for text in seen if any(map(str.isdecimal, text)) and len(text) <= _LONGEST_REFERENCE]
    return bool(short) and 2 * len(short) > min(rows, _SEEN) and len(set(short)) == len(short)


def leads_to_people(texts: Iterable[str]) -> bool:
    """Whether most of the cells of a column are numbers or names by which somebody is found, whatever its heading says."""
    seen = [text for text in islice(texts, _SEEN) if not footings.is_footing(text)]
    return 2 * sum(map(pseudonyms.leads_to_a_person, seen)) > len(seen)


def _says_who(text: str) -> bool:
    return text in _WHO or text.removesuffix("s") in _WHO


def _has(words: set[str], sign: str) -> bool:
    alone = any(f"{sign}{behind}" in words for behind in _COUNTED)
    return alone or any(word.endswith(sign) if sign == _BORN else len(sign) >= _LONG and sign in word for word in words)


def known(heading: str) -> bool:
    """Whether a heading is one that case lists have."""
    return bool(personal(heading)) or _is_ours(_read(heading))


def _is_ours(text: str) -> bool:
    return any(text in column.headings for column in COLUMNS)


def is_own_number(heading: str) -> bool:
    """Whether a column is called as the number is by which a service itself finds a child: Child ID, ChildView No."""
    words = set(_read(heading).split())
    by_system = bool(words & _SYSTEMS)
    return by_system or bool(words & _NUMBERS and (_WHO - {"victim"} | {"young", "service", "cyp"}) & words)


def _is_number_of_one(text: str) -> bool:
    """Whether a heading says that it is the number of the child: YP No., Young person's number, Num (pupil).

    Not how many there are (No. of children), not whose officer it is, and not the number of what is said of it
    (Referral type no.).
    """
    words = set(text.split())
    of_one = words & (_WHO | _OF_SERVICES) or {"young", "person"} <= words or {"service", "user"} <= words
    return bool(words & _NUMBERS and of_one) and not words & (_STAFF | _SAID_OF_ONE)


def says_inspector(listing: Listing, place: int) -> bool:
    """Whether the heading of a cell says inspector itself, and not only whom a case went to."""
    return any("inspector" in _read(heading.text) for heading in listing.headings if heading.place == place)


def _bare(heading: str) -> str:
    """Without what stands in brackets, where that leaves a heading of ours: Age (yrs), Start (dd/mm/yyyy).

    Not where they say that it is of somebody else: Case ID (worker).
    """
    if _STAFF & set(_read(heading).split()):
        return _read(heading)
    bare = _read(re.sub(r"[(\[][^)\]]*[)\]]", " ", heading))
    return bare if _is_ours(bare) else _read(heading)


def guess(headings: Iterable[Heading]) -> dict[str, int]:
    """The likely cell of each column (a field's code): by its whole heading, else by the longest name within one.

    A reference may be called by its whole heading where its cells are days: a spreadsheet makes some of 1-2. A column that
    leads to people is the reference where no other can be: then each row says what is wrong.
    """
    read = [h for h in headings if not h.personal]
    found = _guessed(read, {h.place for h in read if h.leads})
    return found if "ref" in found else _guessed(read, set())


def _guessed(read: Sequence[Heading], no_refs: Set[int]) -> dict[str, int]:
    """The same, with no reference in some of the columns."""
    free, days = {h.place: _bare(h.text) for h in read}, {h.place for h in read if h.days}
    words = {h.place for h in read if h.words}
    found: dict[str, int] = {}
    for column in COLUMNS:
        fits = free.keys() - (words if column.kind is Kind.DATE else no_refs if column.code == "ref" else days)
        ranked = [(column.headings.index(free[place]), place) for place in fits if free[place] in column.headings]
        if ranked:
            found[column.code] = min(ranked)[1]
            del free[found[column.code]]
    for _, place, code in sorted(_within(free, days, words)):
        if code not in found and place in free and not (code == "ref" and place in no_refs):
            found[code] = place
            del free[place]
    left = {place: text for place, text in free.items() if place not in no_refs}
    own = [place for place, text in left.items() if place not in days and _is_number_of_one(text)]
    who = [place for place, text in left.items() if _says_who(text)]  # it holds no names, or it were personal
    telling = [h.place for h in read if h.tells and h.place in left and _may_be_number_of_case(left[h.place])]
    return {"ref": (own + who + telling)[0]} | found if own + who + telling else found


def _may_be_number_of_case(text: str) -> bool:
    """Whether a heading speaks of a number, and of nothing but the inspection that has one: Insp No., No. (HMIP)."""
    words = set(text.split())
    return bool(words & _NUMBERS) and words <= _NUMBERS | _OF_THE_INSPECTION


def _within(free: dict[int, str], days: set[int], worded: set[int]) -> Iterator[tuple[int, int, str]]:
    """Names that stand within a heading, the longest to be sorted first. What is called or seen a date holds dates alone."""
    for place, text in free.items():
        words = set(text.split())
        for column in COLUMNS:
            dated = place not in worded and ("date" in words or place in days)
            fits = column.kind is Kind.DATE if dated else not words & _NOT_OF.get(column.code, set())
            if fits:
                names = _long(column, _SHORT | _OF_DAYS if place in days else _SHORT)
                here = (n for n in names if f" {n} " in f" {text} " and (n != _CODE or words <= _OF_A_CASE))
                yield from ((_rank(n), place, column.code) for n in here)


def _rank(name: str) -> int:
    """The longest first; a bare "case" stands in headings of many things, so it comes last."""
    return 0 if name == "case" else -len(name)


def _long(column: Field, short: set[str]) -> Iterator[str]:
    return (name for name in column.headings if len(name) > 3 or name in short)
