"""Hours as people say them, put as a clock has them: "ten to 2", "five past four", "quarter-past 9", "11ish". Pure.

"10 to 2" can be from ten until two, and ten minutes before two. In figures it is from … to where that goes forward, else
the time, as it always is in words; `otherwise` gives the other, so that nothing is guessed without a word about it.
"""

import re

IN_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
HALF = r"(?:\s?[ap]\.?m\b\.?)"
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(IN_WORDS)})"
NOON = r"(?:noon|midday)"
BY_ROTAS = (  # as rotas and other programs write it; 2h may be as long as it lasts
    r"(?:\d{1,2}[.:]?\d{2}\s?h(?:rs?)?\b|\d{1,2}:\d{2}:00\b|(?:0\d|1[3-9]|2[0-3])h\b)"
)
_MINUTES = {"twenty-five": 25, "twenty five": 25, "twenty": 20} | {word: n for n, word in enumerate(IN_WORDS, 1)}
_MORNING = 7  # an hour before it is in the afternoon: nothing in a fieldwork week is before seven
_NOON = 12
_COUNTED = r"(?:\w+(?<![sui])s|children|people|young|staff|of|or|more|month|week|day|hour|minute|year)\b"
_ISH = re.compile(  # 11ish, half 2ish; not 5ish children
    rf"\b(?P<before>(?:half|past|to)\s+)?(?P<hour>{NOON}|{NUMBER})(?P<past>[.:]\d\d)?(?P<half>{HALF}?)\s?[-‐‑]?ish\b"
    rf"(?!\s+{_COUNTED})",
    re.IGNORECASE,
)
_WORD = re.compile(rf"\b(?:{'|'.join(IN_WORDS)})\b", re.IGNORECASE)
_QUARTER = re.compile(r"(?<![\w/])(?:1/4|¼)(?=[\s-]+(?:past|to)\b)", re.IGNORECASE)
_FRACTION = re.compile(r"(?<![\w/])(?:1/2|½)(?=[\s-]+past\b)", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:an?\s+)?(half|quarter)(?:\s+|\s*[-‐‑]\s*)(past|to)[\s‐‑-]+(?=[\da-z])", re.IGNORECASE)
_MID_DAY = re.compile(r"\bmid[-‐‑](?=day\b)", re.IGNORECASE)
_TOLD = re.compile(
    rf"(?P<sure>\b(?:until|till?)\s+)?(?<![\w.:/-])(?<!\bhalf )(?<!\bpast )(?<!\bquarter to )"
    rf"(?:(?P<counted>\d{{1,2}}|twenty[\s-]five|twenty|{'|'.join(IN_WORDS)})\s+min(?:ute)?s\s+|(?P<figures>5|10|20|25)\s+"
    r"|(?P<words>five|ten|twenty[\s-]five|twenty)[\s-]+)"
    rf"(?P<side>past|to)[\s-]+(?P<hour>{NUMBER})(?P<half>{HALF}?)(?=[\s,;:.)]|$)(?!\.\d)(?!\s+{_COUNTED})",
    re.IGNORECASE,
)
# 10am-10 to 11, 9 til half 10, 10am to 5 past 11: up to an hour that is said.
_UP_TO_SAID = re.compile(
    rf"(?P<from>(?<![\w.:/-])(?:\d{{1,2}}(?:[.:]\d\d)?|noon|midday){HALF}?)"
    r"\s?(?:[-–—‐‑−→]|\b(?:un)?till?\b|(?<=[m.]\s)to\b|(?<=[:.]\d\d\s)to\b)\s?"  # 5 to 10 to 11 is from 9.55
    rf"(?=(?:(?:5|10|20|25|five|ten|twenty[\s-]five|twenty|quarter)[\s-]+(?:past|to)|half(?:[\s-]+past)?)[\s-]+{NUMBER}{HALF}?"
    rf"(?=[\s,;:.)]|$)(?!\.\d)(?!\s+{_COUNTED}))",
    re.IGNORECASE,
)
_NO_TIME_BEHIND = ("aged", "ages", "age", "from", "between", "score", "scored", "voted", "ratio", "up", "down")
_OF_A_CLOCK = re.compile(rf"({NUMBER})\s?o\s?['’]?\s?clock", re.IGNORECASE)
_PARTS = re.compile(rf"(?:(half)(?: past)?|(quarter) (past|to)) ({NUMBER})({HALF}?)", re.IGNORECASE)
_WITH_HALF = re.compile(rf"({NUMBER}(?:[.:h]?\d{{2}})?)({HALF})", re.IGNORECASE)
_BY_ROTAS = re.compile(BY_ROTAS, re.IGNORECASE)


def to_the_minute(line: str) -> str:
    """The line with hours as a clock has them: "11ish court" is "11:00 court", "ten past 2 C01" is "2:10 C01"."""
    return _ISH.sub(_exactly, _TOLD.sub(_put, _in_one_way(line)))


def otherwise(line: str) -> str:
    """The same line, where an hour in it can be read in two ways with the other; as `to_the_minute` where none can."""
    return _ISH.sub(_exactly, _TOLD.sub(_put_otherwise, _in_one_way(line)))


def hour(text: str) -> str:
    """What is said for a time alone, in figures; else as it is.

    "ten to 2": 1:50, "half ten": 10:30, "two pm": 2pm, "quarter to 12pm": 11:45am, "1400 hrs": 14:00.
    """
    said = _in_one_way(" ".join(text.split()))
    if re.fullmatch(rf"(?:12\s?)?{NOON}", said, re.IGNORECASE):
        return "12:00"
    if (told := _TOLD.fullmatch(said)) and 0 < _hour(told) <= _NOON:
        return _clock(told)
    if (parts := _PARTS.fullmatch(said)) and 0 < int(in_digits(parts[4])) <= _NOON:
        minutes = 30 if parts[1] else -15 if (parts[3] or "").casefold() == "to" else 15
        return _at(int(in_digits(parts[4])), minutes, parts[5])
    return _written(said)


def _written(said: str) -> str:
    """Of an hour in figures, as people and rotas write it."""
    if clock := _OF_A_CLOCK.fullmatch(said):
        return f"{in_digits(clock[1])}:00"
    if _BY_ROTAS.fullmatch(said):
        figures = re.sub(r"\D", "", said.removesuffix(":00"))
        return f"{figures[:-2]}:{figures[-2:]}" if len(figures) > 2 else f"{figures}:00"
    with_half = _WITH_HALF.fullmatch(said)
    return f"{in_digits(with_half[1])}{_half(with_half[2])}" if with_half else said


def in_digits(text: str) -> str:
    """With the words of hours as figures."""
    return _WORD.sub(lambda word: str(IN_WORDS.index(word[0].casefold()) + 1), text)


def _in_one_way(line: str) -> str:
    """With one form each of half past, quarter past, quarter to and midday."""
    line = _MID_DAY.sub("mid", _QUARTER.sub("quarter", _FRACTION.sub("half", line)))
    return _UP_TO_SAID.sub(r"\g<from> until ", _JOINED.sub(r"\1 \2 ", line))


def _exactly(found: re.Match[str]) -> str:
    said = in_digits(found["hour"])
    past = found["past"] or ("" if found["before"] or not said.isdigit() else ":00")
    return f"{found['before'] or ''}{said}{past.replace('.', ':')}{found['half']}"


def _put(found: re.Match[str]) -> str:
    """What `to_the_minute` has for it."""
    if _is_no_time(found) or (found["figures"] and not found["sure"] and _goes_forward(found)):
        return found[0]
    return f"{found['sure'] or ''}{_clock(found)}"


def _put_otherwise(found: re.Match[str]) -> str:
    if _is_no_time(found) or found["sure"] or not _goes_forward(found):
        return _put(found)
    return _clock(found) if found["figures"] else f"{_minutes(found)} to {_hour(found)}{found['half']}"


def _is_no_time(found: re.Match[str]) -> bool:
    before = found.string[: found.start()].casefold().split()[-1:]
    return not 0 < _hour(found) <= _NOON or any(word in _NO_TIME_BEHIND for word in before)


def _goes_forward(found: re.Match[str]) -> bool:
    """Whether it can be from an hour to an hour: 10 to 2, not 5 to 4."""
    first, last, half = _minutes(found), _hour(found), _half(found["half"])
    if found["side"].casefold() == "past" or found["counted"]:
        return False
    last = last % _NOON + (_NOON if half == "pm" else 0) if half else _in_the_day(last)
    return _in_the_day(first) < last


def _in_the_day(hour: int) -> int:
    return hour + _NOON if hour < _MORNING else hour


def _minutes(found: re.Match[str]) -> int:
    said = " ".join((found["counted"] or found["figures"] or found["words"]).casefold().split())
    return int(said) if said.isdigit() else _MINUTES[said]


def _hour(found: re.Match[str]) -> int:
    return int(in_digits(found["hour"]))


def _clock(found: re.Match[str]) -> str:
    minutes = _minutes(found)
    return _at(_hour(found), -minutes if found["side"].casefold() == "to" else minutes, found["half"])


def _half(said: str) -> str:
    return said.strip().casefold().replace(".", "")


def _at(hour: int, minutes: int, half: str) -> str:
    """Minutes past (or, below nought, to) an hour on the clock, with am or pm where that is said: ten to 12pm is 11:50am.

    am and pm stay: of hours that one of them ends, it is said for the first too.
    """
    side = _half(half)
    at = (hour % _NOON * 60 + (_NOON * 60 if side == "pm" else 0) + minutes) % (24 * 60)
    half_of_day = ("am" if at < _NOON * 60 else "pm") if side else ""
    return f"{at // 60 % _NOON or _NOON}:{at % 60:02}{half_of_day}"
