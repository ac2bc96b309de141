"""The words that a service has for the types of its cases, and which type of the framework each of them means. Pure."""

import re
from collections.abc import Iterable, Mapping

from inspector_app.core.domain.cases.case_list import LEFT_OUT, TypeWord
from inspector_app.core.domain.framework import Framework, Sample
from inspector_app.core.interchange import case_list_cells as cells
from inspector_app.core.interchange.case_list_headings import tidied

# Orders and outcomes by the names they have in law and in services' lists (Sentencing Act 2020; Legal Aid, Sentencing and
# Punishment of Offenders Act 2012; Youth Justice Board, case management guidance), under what frameworks call their kind.
_OUT_OF_COURT = ("out-of-court disposal",)
_CAUTION, _RESOLUTION = (*_OUT_OF_COURT, "youth conditional caution"), (*_OUT_OF_COURT, "community resolution")
_YOUTH_CAUTION, _OTHER = (*_OUT_OF_COURT, "youth caution"), (*_OUT_OF_COURT, "other disposal")
_IN_COMMUNITY = ("community sentence",)
_IN_CUSTODY = ("custody and resettlement", "custodial sentence")
_USUAL: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("oocd", "ood", "out of court", "out of court disposals"), _OUT_OF_COURT),
    **dict.fromkeys(("youth caution", "yc", "youth simple caution"), _YOUTH_CAUTION),
    **dict.fromkeys(("youth conditional caution", "ycc"), _CAUTION),
    **dict.fromkeys(("community resolution", "cr"), _RESOLUTION),
    **dict.fromkeys(("outcome 22", "o22", "oocr", "out of court resolution", "deferred caution"), _OTHER),
    **dict.fromkeys(("diversion", "diversionary", "outcome 20", "deferred prosecution", "triage"), _OTHER),
    **dict.fromkeys(("referral order", "ro", "youth rehabilitation order", "yro", "reparation order"), _IN_COMMUNITY),
    **dict.fromkeys(("referral", "yro iss", "yro with iss", "intensive supervision and surveillance"), _IN_COMMUNITY),
    **dict.fromkeys(("youth rehab order", "youth rehabilitation"), _IN_COMMUNITY),
    **dict.fromkeys(("community", "community order", "community sentences"), _IN_COMMUNITY),
    **dict.fromkeys(
        ("custody", "custodial", "dto", "detention and training order", "detention training order", "resettlement"),
        _IN_CUSTODY,
    ),
    **dict.fromkeys(
        ("section 250", "s250", "s 250", "section 226b", "s226b", "s 226b", "section 90", "section 91", "s90", "s91"),
        _IN_CUSTODY,
    ),
    **dict.fromkeys(
        (
            "custodial sentence",
            "licence",
            "on licence",
            "post custody licence",
            "post custody",
            "notice of supervision",
            "nos",
        ),
        _IN_CUSTODY,
    ),
    **dict.fromkeys(("section 254", "s254", "s 254", "section 259", "s259", "s 259", "s 90", "s 91"), _IN_CUSTODY),
    **dict.fromkeys(
        ("extended sentence", "extended determinate sentence", "life sentence", "detention for life"), _IN_CUSTODY
    ),
    **dict.fromkeys(("rlaa", "ryda", "remand to youth detention accommodation"), ("remand",)),
    **dict.fromkeys(("remanded to youth detention accommodation", "rilaa"), ("remand",)),
    **dict.fromkeys(("remand to local authority accommodation",), ("remand",)),
    **dict.fromkeys(("remand to custody", "remanded to custody", "custodial remand", "on remand"), ("remand",)),
    **dict.fromkeys(("conditional bail", "bail iss", "on bail"), ("bail",)),
    **dict.fromkeys(("adult", "adults"), ("adult victim",)),  # of a column that is of victims
    **dict.fromkeys(("corporate", "business", "organisation"), ("corporate victim",)),
    **dict.fromkeys(("child", "young victim"), ("child victim",)),
    **dict.fromkeys(("bail support", "bail support package", "bail supervision and support"), ("bail",)),
}


_PLURALS = ("cases", "case", "s")
_SHORTENED = {
    **{"w": "with", "sec": "section", "res": "resolution", "comm": "community", "cond": "conditional"},
    **{
        "rehab": "rehabilitation",
        "ref": "referral",
        "ord": "order",
        "orders": "order",
        "sentences": "sentence",
        "cautions": "caution",
    },
    **{"resolutions": "resolution", "disposals": "disposal", "licences": "licence", "remands": "remand"},
    **{name + "s": name for name in ("ro", "yro", "dto", "yc", "ycc", "oocd", "cr")},
}
_SIGNS = {"ro", "yro", "dto", "yc", "ycc", "oocd", "ryda", "rlaa", "rilaa"}  # which mean it among other words too
# A word by which the others are not so, were so, or may yet be: "Bail refused" and "Alternative to custody" mean no type.
_DENYING = {
    "no", "not", "non", "never", "without", "nor", "neither", "except", "excluding", "isn", "wasn", "refused", "denied",
    "declined", "rejected", "withdrawn", "withheld", "avoided", "quashed", "cancelled", "dismissed", "revoked",
    "discontinued", "acquitted", "unsuccessful", "alternative", "instead", "rather", "than", "threshold", "ex", "former",
    "formerly", "previous", "previously", "prior", "pre", "awaiting", "pending", "proposed", "possible", "considered",
    "requested", "recommended", "potential", "likely", "application", "applied", "opposed", "ineligible",
}  # fmt: skip
_IN_BRACKETS = re.compile(r"\([^)]*\)")  # Corporate (shop)
_LETTERS = re.compile(r"\b[^\W\d_](?: [^\W\d_]\b)+")  # D.T.O., as headings are compared
# What services call samples, and what frameworks have in the title of theirs.
_SAMPLES = {
    **dict.fromkeys(("oocd", "oocds", "ood", "ooc", "oocr", "pre court", "out of court"), "out-of-court disposal"),
    **dict.fromkeys(("court", "court order", "court orders", "post court", "in court"), "court disposal"),
}


def sample_meant(word: str) -> str:
    """The usual name of the sample that a service's word means; "" where it is not known."""
    return _SAMPLES.get(tidied(word), "")


def samples_by_name(framework: Framework) -> dict[str, Sample]:
    """Every way to write a sample: its code, its title, one of it; in singular or plural."""
    return {
        plain(name): sample for sample in framework.samples for name in (sample.code, sample.title, sample.singular)
    }


def plain(name: str) -> str:
    """A sample's name without what does not tell it from others: "Victims' cases", "victim" and "Victims" are the same."""
    words = [word for word in tidied(name).split() if word not in _PLURALS]
    return " ".join({"children": "child"}.get(word, word.removesuffix("s")) for word in words)


def is_section(framework: Framework, text: str) -> bool:
    """Whether a text says a sample or a type of case and no more: such a line parts a list, "Out of court"."""
    known = {tidied(kind): kind for kind in types_of(framework)}
    named = plain(text) in samples_by_name(framework) or bool(sample_meant(text))
    return named or tidied(text) in known or bool(_usual(tidied(text), known))


def types_of(framework: Framework) -> tuple[str, ...]:
    """Every type of case that the framework has, in its own order."""
    return tuple(dict.fromkeys(kind for sample in framework.samples for kind in sample.case_types))


def words(framework: Framework, values: Iterable[object], remembered: Mapping[str, str]) -> tuple[TypeWord, ...]:
    """Each word that stands in these cells, once, with what it means; those of the most rows first.

    `remembered` has what a person said before, by the word as `tidied`.
    """
    counted: dict[str, int] = {}
    spelt: dict[str, str] = {}
    for value in values:
        try:
            said = cells.text(value)
        except cells.Wrong:
            continue  # which is said of its row
        if said:
            spelt.setdefault(tidied(said), said)
            counted[tidied(said)] = counted.get(tidied(said), 0) + 1
    known = {tidied(kind): kind for kind in types_of(framework)}
    found = [_word(key, spelt[key], rows, known, remembered) for key, rows in counted.items()]
    return tuple(sorted(found, key=lambda word: (-word.rows, word.key)))


def _word(key: str, text: str, rows: int, known: Mapping[str, str], remembered: Mapping[str, str]) -> TypeWord:
    if key in known:
        return TypeWord(key, text, rows, means=known[key], since="framework")
    said = remembered.get(key)
    if said is not None and (said in ("", LEFT_OUT) or said in known.values()):
        return TypeWord(key, text, rows, means=said, since="remembered")
    usual = _usual(key, known) or ("" if _denies(key) else _usual(tidied(_IN_BRACKETS.sub(" ", text)), known))
    return TypeWord(key, text, rows, means=usual, since="usual" if usual else "")


def _denies(key: str) -> bool:
    return bool(_DENYING & set(_spelt_out(key).split()))


def _usual(key: str, known: Mapping[str, str]) -> str:
    """The type of the framework that a word usually means, or those do that stand in it: "12 month referral order (panel)".

    A type that is a single word is one of those too ("Bail supervision"); "" where several are meant, none is known, or a
    word says that it is not so.
    """
    if _denies(key):
        return ""
    key = _spelt_out(key)
    own = {_words_of(kind): meant for kind, meant in known.items()}.get(_words_of(key))
    if own:  # Victim - adult
        return own
    name = _IN_ANY_ORDER.get(frozenset(key.split()))
    if name:
        return _first(_USUAL[name], known)
    each = {known.get(word) or _first(_USUAL.get(word, ()), known) for word in key.split()}
    if len(each) == 1 and all(each):  # DTO - custody
        return each.pop()
    within = [
        word
        for word in (*_USUAL, *known)
        if (" " in word or word in known or word in _SIGNS) and f" {word} " in f" {key} "
    ]
    longest = [word for word in within if not any(f" {word} " in f" {other} " for other in within if other != word)]
    found = {known.get(word) or _first(_USUAL[word], known) for word in longest}
    return found.pop() if len(found) == 1 else ""


def _words_of(key: str) -> frozenset[str]:
    """The words of a type, in whatever order and number they stand."""
    return frozenset(word.removesuffix("s") for word in key.split())


def _spelt_out(key: str) -> str:
    letters = _LETTERS.sub(lambda found: found[0].replace(" ", ""), key)
    return " ".join(_SHORTENED.get(word, word) for word in letters.split())


# By the words of each name, in whatever order: Conditional caution (youth).
_IN_ANY_ORDER = {frozenset(_spelt_out(name).split()): name for name in _USUAL}


def _first(kinds: Iterable[str], known: Mapping[str, str]) -> str:
    return next((kind for kind in kinds if kind in known.values()), "")
