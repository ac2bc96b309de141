"""One line typed into the week as an event: "9.30 case interview C01 Ruth". Pure.

A bare figure before a plain word is a count ("2 children seen at home"), but for the hours of a morning before what nobody
counts ("9 set up"); four figures may be a year. What is no time stays in the words.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from inspector_app.core.domain.days import duration, typed
from inspector_app.core.domain.days.week_day import figures_further_on, in_figures
from inspector_app.core.domain.text import alike, folding

# Words that say what an event is, the more telling first; a case's reference says it too.
_TELLING = (
    ("factual accuracy", "points"), ("points due", "points"),
    ("presentation", "presentation"), ("focus group", "focus-group"), ("multi-agency", "discussion"),
    ("multiagency", "discussion"), ("discussion", "discussion"), ("feedback", "feedback"), ("meeting", "meeting"),
    ("case", "case"),
)  # fmt: skip
_ONE = r"\d{1,2}(?:[.:]?\d{2})?(?:\s?[ap]m)?"
_POINTED = (
    r"(?:0?[7-9]|1\d|20)\.(?:00|15|2[05]|3[05]|4[05]|5[05])(?![.\d])(?:\s?[ap]m)?"
    r"(?!\s?(?:an hour(?!\s+and)|per|each|p/h)\b)"
)
# A time, unless another stands further on: 1h30 C04 at 2.
_LONG = re.compile(r"\s*\d{1,2}h\d{2}(?=[\s,]|$)", re.IGNORECASE)
_FRONT = re.compile(rf"\s*(?P<start>{_ONE})(?:\s?(?:[-–—]|to\b)\s?(?P<end>{_ONE}))?(?=\s|$)\s*", re.IGNORECASE)
# Further on in the words a time says that it is one: "at 10", 16:00, 4pm; with a point only what can be no date (9.30).
_LATER = re.compile(
    rf"\s(?:(?:at|@)\s?(?P<start>{_ONE})|(?P<marked>\d{{1,2}}:\d{{2}}(?:\s?[ap]m)?|\d{{1,2}}\s?[ap]m|{_POINTED}"
    r"|\d{1,2}(?=\s?(?:[-–—]|to\b|until\b|till?\b)\s?\d{1,2}(?:[.:]\d{2})?\s?[ap]m)|(?!20\d\d)[012]\d[0-5]\d(?=\s?[-–—]\s?[012]\d[0-5]\d\b)))"
    rf"(?:\s?(?:[-–—]|to\b|until\b|till?\b)\s?(?P<end>{_ONE}))?(?=[\s,;]|$)[,;]?",
    re.IGNORECASE,
)
# From an hour to an hour that says it by what stands before it alone: lunch 12 to 1, team meeting 2-3.
_FROM_TO = re.compile(
    r"\s(?:from\s)?(?P<start>\d{1,2}(?:[.:]\d\d)?)\s?(?:[-–—]|to\b|until\b|till?\b)\s?(?P<end>\d{1,2}(?:[.:]\d\d)?)"
    r"(?=[\s,;]|$)[,;]?",
    re.IGNORECASE,
)
_IS_ON = re.compile(  # the last words before those hours; not "session 2-3" or "cases 1 to 5"
    r"(?:\b(?:lunch|breakfast|dinner|break|interview|meeting|visit|call|tour|briefing|debrief|feedback|discussion|focus group"
    r"|workshop|observation|presentation|handover|catch[- ]?up|surgery|travel|reading))$",
    re.IGNORECASE,
)
_MOST_HOURS = 4  # such an event has: more is no time of one
_UNTIL = re.compile(
    rf"\s(?:(?:until|till?)\s(?P<until>{_ONE})|to\s(?P<to>\d{{1,2}}:\d{{2}}|\d{{1,2}}(?:[.:]\d\d)?\s?[ap]m|{_POINTED}))"
    r"(?=[\s,;]|$)[,;]?",
    re.IGNORECASE,
)
# Before hours, in a line that was pasted.
_UNSEEN = re.compile("^[\\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_AT_FIRST = re.compile(r"\s*(?:at|@)\b", re.IGNORECASE)
_MARKED = re.compile(r"[.:]|[ap]m|^0", re.IGNORECASE)  # what only a time has
_YEAR = re.compile(r"20[0-5]\d")
_BEFORE = r"(?<!\w)(?<!\w[-/'’])(?<![£$€])"
_BEHIND = r"(?:(?='s?(?!\w))|(?![-/'’]?\w))(?!\s?(?:%|per ?cent\b))"  # C01's interview is of C01; 10% is of no case
_MANY = re.compile(r"(?:\S+ )?(?:presentation|group|discussion|meeting|case|interview)s\b")
_MORNING = re.compile(r"(?:[89]|1[01])(?:\d\d)?")
_RATIO = re.compile(r"ratios?\b", re.IGNORECASE)  # 1:30 of staff is no time
_NO_HOUR = re.compile(r"past\b(?! \d)", re.IGNORECASE)  # ten past, and nobody said what
# Before a time that is none of the event's: visit until 3pm, points due by 5pm.
_NOT_THEN = re.compile(r"\b(?:until|till?|by|before|after|since|than)$", re.IGNORECASE)
_ABOUT = re.compile(r"\s(?:about|around|approx(?:imately)?|circa|roughly)\.?$", re.IGNORECASE)
_RATIO_BEFORE = re.compile(r"\bratios?(?: of| is| was)?:?$", re.IGNORECASE)
_AT_BRACKETS = re.compile(r"\s+(?=[()])|(?<=\()\s+")
_COUNTED = re.compile(
    r"\w*(?<![sui])s\b|(?:children|people|young|of|or|and|more|out|month|week|day|hour|minute|year)\b"
)


@dataclass(frozen=True, slots=True)
class TypedEvent:
    """One typed line as an event: what could be read out of it, and the words."""

    time: str
    end: str
    kind: str
    title: str
    person: str
    case: str


def read_line(text: str, cases: Mapping[str, str], people: Mapping[str, str]) -> TypedEvent:
    """What somebody typed in one line, hours given `to_the_minute`. `cases` ref -> id, `people` id -> name.

    Time and end are taken from the front of the words, or from further on where they say that they are a time ("… at 10",
    "… 16:00"), and the end from how long it lasts where that is said; case, person and kind are read in them and stay in
    them. The case is that of the longest reference that stands there. A person is
    known by their whole name, by a first name that only one has, or by the last word of it that only one has, where the
    line ends with that ("4-5 focus group C": Inspector C), or with their initials in capitals, as their disc shows them.
    """
    plainly = in_figures(_UNSEEN.sub("", text))
    found = _FRONT.match(plainly)
    rest = " ".join(plainly[found.end() :].split()) if found else ""
    at, end = _span(found["start"], found["end"] or "") if found else ("", "")
    if found is None or not _is_time(found, alike.key(rest), cases, people, said_at=_AT_FIRST.match(text) is not None):
        at = end = ""
    if not at or _LONG.match(text):
        later = _told_later(_UNSEEN.sub("", text))
        at, end, rest = later if later[0] or not at else (at, end, rest)
    if at and not end:
        end, rest = _ended(at, rest, lambda words: _is_of_event(alike.key(words), cases, people))
    title = rest if at else " ".join(text.split())
    plain = alike.key(title)
    case = _longest(plain, cases)
    told = next((kind for word, kind in _TELLING if word in plain), "case" if case else "other")
    return TypedEvent(at, end, told, title, _person(plain, people) or _initialled(title, people), cases.get(case, ""))


def _told_later(words: str) -> tuple[str, str, str]:
    """Start, end and the words without them, where a time stands further on: "interview at 10 Ann", "lunch half 12"."""
    plainly = figures_further_on(words)
    for found in _LATER.finditer(plainly):
        behind = plainly[found.end() :].strip()
        before = plainly[: found.start()]
        if _RATIO_BEFORE.search(before) or _NOT_THEN.search(before) or _RATIO.match(behind):
            continue
        if found["marked"] or not _COUNTED.match(alike.key(behind)):  # not "at 3 schools"
            at, end = _span(found["marked"] or found["start"], found["end"] or "")
            if at:
                return at, end, " ".join(f"{_ABOUT.sub('', before)} {behind}".split())
    return _from_to(words)


def _from_to(words: str) -> tuple[str, str, str]:
    """Hours behind what is on at them: "lunch 12 to 1 Ann"."""
    for found in _FROM_TO.finditer(words):
        before, behind = words[: found.start()], words[found.end() :].strip()
        at, end = _span(found["start"], found["end"])
        short = end and int(end[:2]) - int(at[:2]) <= _MOST_HOURS
        if short and _IS_ON.search(before) and not _COUNTED.match(alike.key(behind)):
            return at, end, " ".join(f"{before} {behind}".split())
    return "", "", words


def _ended(at: str, words: str, is_of_event: Callable[[str], bool]) -> tuple[str, str]:
    """The end that is said further on ("until 11"), or that how long it lasts gives, and the words without that.

    No end where it would be on another day.
    """
    plainly = figures_further_on(words)
    until = _UNTIL.search(plainly)
    if until and not _COUNTED.match(alike.key(plainly[until.end() :].strip())):
        end = _span(at, until["until"] or until["to"])[1]
        if end:
            return end, " ".join(f"{plainly[: until.start()]} {plainly[until.end() :]}".split())
    minutes, rest = duration.taken(words, is_of_event)
    hours, past = divmod(60 * int(at[:2]) + int(at[3:]) + minutes, 60)
    return (f"{hours:02}:{past:02}", rest) if minutes and hours < 24 else ("", words)


def _span(start: str, end: str) -> tuple[str, str]:
    """Start and end as 14:00; an end before its start is none, and "2-3pm" has both in the afternoon."""
    last = typed.time(end, in_the_day=True) or ""
    half = end[-2:].lower() if end.lower().endswith("m") else ""
    at = typed.time(start, in_the_day=True) or ""
    if half and not start.lower().endswith("m"):
        same = typed.time(start + half) or ""
        at = same if "" < same < last else at
    return at, last if at < last else ""


def _is_time(
    found: re.Match[str], rest: str, cases: Mapping[str, str], people: Mapping[str, str], *, said_at: bool
) -> bool:
    """Whether figures at the front are a time: by how they are written, or what stands before or behind them."""
    start, end = found["start"], found["end"] or ""
    spanned = bool(_span(start, end)[1])
    if _RATIO.match(rest) or _NO_HOUR.match(rest) or (end and not spanned and not _MARKED.search(start + end)):
        return False  # 2 to 1 of staff, a 1 to 1 meeting
    if alike.key(start) in map(alike.key, cases) and not _longest(rest, cases):
        return False
    if _MARKED.search(start) or _MARKED.search(end) or not rest:
        return True
    if _YEAR.fullmatch(start) or _MANY.match(rest) or _is_month(rest):
        return False
    if _MORNING.fullmatch(start) and not _COUNTED.match(rest):
        return True
    return _is_of_event(rest, cases, people) or ((spanned or said_at) and duration.happens(rest))


def _is_of_event(rest: str, cases: Mapping[str, str], people: Mapping[str, str]) -> bool:
    """Whether words (folded) begin with what an event is, its case or who leads it."""
    said = [word for word, _ in _TELLING] + [alike.key(ref) for ref in cases]
    names = [alike.key(name) for name in people.values()]
    firsts = [word for name in names for word in name.split()[:1]]
    return any(_stands(word, rest, at_front=True) for word in (*said, *names, *firsts))


def _is_month(rest: str) -> bool:
    """Whether the words go on with a month: "8 March plan" begins with a day."""
    word = rest.split()[0].rstrip(",:")
    return word[:1].isalpha() and typed.written(f"1 {word}") is not None


def _stands(key: str, plain: str, *, at_front: bool = False) -> bool:
    """Whether a key stands in a text as a word or words of its own; blanks beside a bracket count for nothing."""
    key, plain = (_AT_BRACKETS.sub("", text) for text in (key, plain))
    return bool(key) and bool(re.search(("^" if at_front else _BEFORE) + re.escape(key) + _BEHIND, plain))


def case_named(text: str, refs: Mapping[str, str]) -> str:
    """The case (a key of `refs`) whose reference stands in a text; "" for none, and where several stand there."""
    plain, found = alike.key(text), set()
    keys = {case: alike.key(ref) for case, ref in refs.items()}
    for key in sorted(set(keys.values()), key=len, reverse=True):
        if _stands(key, plain):
            found.add(key)
            plain = _without(key, plain)  # what stands only in a longer one is not named
    cases = [case for case, key in keys.items() if key in found]
    return cases[0] if len(cases) == 1 else ""


def _without(key: str, plain: str) -> str:
    key, plain = (_AT_BRACKETS.sub("", text) for text in (key, plain))
    return re.sub(_BEFORE + re.escape(key) + _BEHIND, " ; ", plain)


def _longest(plain: str, refs: Iterable[str]) -> str:
    """The longest reference that stands in the text; "" for none."""
    return max((ref for ref in refs if _stands(alike.key(ref), plain)), key=len, default="")


def _person(plain: str, people: Mapping[str, str]) -> str:
    """Who is named, as their name is written, else without its accents: jose garcia is José García."""
    names = {i: alike.key(name) for i, name in people.items()}
    return _named(plain, names) or _named(folding.plain(plain), {i: folding.plain(name) for i, name in names.items()})


def _named(plain: str, names: Mapping[str, str]) -> str:
    whole = [i for i, name in names.items() if _stands(name, plain)]
    first = [i for i, name in names.items() if any(_stands(word, plain) for word in name.split()[:1])]
    last = [i for i, name in names.items() if name.split()[-1:] == plain.split()[-1:] != []]
    return next((found[0] for found in (whole, first, last) if len(found) == 1), "")


def _initialled(title: str, people: Mapping[str, str]) -> str:
    """Whose initials a line ends with, where only one has them: "lunch with police SO"."""
    said = title.split()[-1:]
    found = [i for i, name in people.items() if said == ["".join(word[:1] for word in name.split()).upper()]]
    return found[0] if len(found) == 1 and len(said[0]) > 1 else ""
