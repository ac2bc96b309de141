"""How long something lasts, as people write it in a week line: "45 minutes", "for 2 hours", "1h30", "half an hour". Pure.

It may stand anywhere. In the midst of the words it is how long the event lasts where what stands behind it is plainly
something else of the event, as who leads it, its case or what it is; else it may be what the event is about ("2 hours of
reparation").
"""

import re
from collections.abc import Callable

_LONGEST = 12 * 60  # minutes: more is no event of a day
_UNITS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_TENS = {"ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_IN_WORDS = {
    "half an hour": 30, "half hour": 30, "half-hour": 30, "1/2 hour": 30, "quarter of an hour": 15,
    "a quarter of an hour": 15, "three quarters of an hour": 45, "three-quarters of an hour": 45,
    "a couple of hours": 120, "hour-long": 60, "hour long": 60,
}  # fmt: skip
_HOUR, _MINUTE = r"(?:hours?|hrs?\b\.?|h\b)", r"(?:minutes?|mins?\b\.?)"
_FORM = re.compile(
    r"(?<![\w.,:/+-])(?<!\d to )(?<!\d or )(?<!\d [-–] )(?P<open>[(\[])?"
    r"(?P<for>(?:for|lasts|lasting|duration:?|length:?)\s+)?(?:about\s+|around\s+|approx\.?\s+|c\.\s?|~\s?)?(?:"
    rf"(?P<words>{'|'.join(sorted(_IN_WORDS, key=len, reverse=True))})"
    r"|(?P<halves>an|one|two|three|\d)\s+(?:and\s+a\s+half\s+hours?|1/2\s+hours?|hours?\s+and\s+a\s+half)"
    r"|(?P<of_clock>[0-4]):(?P<past>[0-5]\d)\s?(?:hours|hrs?)"
    rf"|(?P<both>\d{{1,2}})[\s-]?{_HOUR}(?:\s+and|,|)\s*(?P<rest>\d{{1,2}})[\s-]?(?:{_MINUTE}|m\b)"
    r"|(?P<h>\d{1,2})\s?(?:h|hrs?)\s?(?P<m>\d{2})"
    rf"|(?P<minutes>\d{{1,3}}|{'|'.join(_TENS)})[\s-]?{_MINUTE}"
    r"|(?P<short>\d{2,3})m\b"
    rf"|(?P<hours>\d{{1,2}}(?:[.,]\d{{1,2}}|½)?|½|{'|'.join(_UNITS)})[\s-]?{_HOUR}"
    r")(?:['’]s?|[\s-]long)?(?:\s(?:max(?:imum)?|or so|in all|in total))?(?(open)[)\]])(?=[\s,.;:)]|$)",
    re.IGNORECASE,
)
# Behind these words it is what the event is about ("feedback on 24 hours", "seen after 2 hours").
_ABOUT = re.compile(
    r"\b(?:on|of|about|after|in|within|every|last|next|past|under|over|than|at least|at most|up to|only|first|late by|by)$",
    re.IGNORECASE,
)
# And before these, even where "for" stands before it ("for 2 hours a week").
_SAYS_MORE = re.compile(
    r"(?:of|a|an|per|each|every|ago|late|early|old|notice|before|after|weekly|daily"
    r"|in (?:custody|detention|the cells|cells))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:with|led by|by|at|w/|starting|online|remote(?:ly)?|room|via|re|then)\b", re.IGNORECASE)
_HAPPENS = re.compile(  # what events are called that have no kind of their own
    r"(?:(?:case |phone |home )?(?:interview|visit|call|review)|observation|session|workshop|tour|lunch|break"
    r"|briefing|debrief|chat|slot|case|group|panel|board|catch[- ]?up|handover)\b",
    re.IGNORECASE,
)
_FOR = re.compile(r"^(?:for|on)\s+", re.IGNORECASE)
_CLOSES = re.compile(r"[,;:]|[-–—]\s|(?=[(\[])|[.](?:\s|$)")


def taken(words: str, is_of_event: Callable[[str], bool] = lambda _: False) -> tuple[int, str]:
    """The minutes that are said in the words, and the words without them.

    `is_of_event` says of words whether they begin with something else of the event. 0, and the words as they are, where none
    or several stand there, or where it is what the words are about.
    """
    found = _FORM.search(words)
    if found is None or _FORM.search(words, found.end()):
        return 0, words
    before, behind, minutes = words[: found.start()].rstrip(), words[found.end() :].lstrip(), _minutes(found)
    if not 0 < minutes <= _LONGEST or not _is_length(found, before, behind, is_of_event):
        return 0, words
    closing = _CLOSES.match(behind)
    before = before.rstrip(" -–—,") if closing and closing[0] else before
    behind = behind if before else _FOR.sub("", behind, count=1)
    return minutes, " ".join(f"{before} {_CLOSES.sub('', behind, count=1) if closing else behind}".split()).strip(" ,")


def happens(words: str) -> bool:
    """Whether words begin with something that is on at a time: a visit, lunch, a panel."""
    return _HAPPENS.match(words) is not None


def _is_length(found: re.Match[str], before: str, behind: str, is_of_event: Callable[[str], bool]) -> bool:
    if found["open"] or (found["for"] and not _SAYS_MORE.match(behind)):
        return True
    if _ABOUT.search(before):
        return False
    goes_on = not behind or any(form.match(behind) for form in (_CLOSES, _GOES_ON, _HAPPENS))
    return goes_on or is_of_event(_FOR.sub("", behind))


def _minutes(found: re.Match[str]) -> int:
    if found["words"]:
        return _IN_WORDS[" ".join(found["words"].casefold().split())]
    if found["halves"]:
        return 60 * _number(found["halves"]) + 30
    if found["h"]:
        return 60 * int(found["h"]) + int(found["m"])
    if found["of_clock"]:
        return 60 * int(found["of_clock"]) + int(found["past"])
    if found["both"]:
        return 60 * int(found["both"]) + int(found["rest"])
    if found["minutes"] or found["short"]:
        return _number(found["minutes"] or found["short"])
    return _of_hours(found["hours"])


def _of_hours(said: str) -> int:
    whole = said.casefold().removesuffix("½")
    half = 30 if said.endswith("½") else 0
    return half + (round(60 * float(whole.replace(",", "."))) if whole[:1].isdecimal() else 60 * _number(whole or "0"))


def _number(said: str) -> int:
    plain = said.casefold()
    return _UNITS.get(plain) or _TENS.get(plain) or int(plain)
