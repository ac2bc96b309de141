"""How long something lasts, as people write it in a week line: "45 minutes", "for 2 hours", "1h30", "half an hour". Pure."""

import re

_LONGEST = 12 * 60  # minutes: more is no event of a day
_FORM = (
    r"(?:(?P<words>half an hour|an hour and a half|an hour)|(?P<minutes>\d{1,3})\s?(?:minutes?|mins?)"
    r"|(?P<hours>\d{1,2}(?:[.,]\d{1,2})?)\s?(?:hours?|hrs?)|(?P<h>\d{1,2})h(?P<m>\d{2})?)"
)
_IN_WORDS = {"half an hour": 30, "an hour and a half": 90, "an hour": 60}
_AT_END = re.compile(rf"(?:^|\s|,)\(?(?P<for>for\s+)?{_FORM}\)?[.,]?\s*$", re.IGNORECASE)
_AT_FRONT = re.compile(rf"^(?P<for>for\s+){_FORM}(?=[\s,:]|$)[,:]?\s*", re.IGNORECASE)
# Behind these words it is what the event is about ("feedback on 24 hours", "seen after 2 hours").
_ABOUT = re.compile(
    r"\b(?:on|of|about|after|in|within|every|last|next|past|under|over|than|at least|only|first)$", re.IGNORECASE
)


def taken(words: str) -> tuple[int, str]:
    """The minutes that are said at the end of the words, or with "for" at their front, and the words without them.

    0, and the words as they are, where none are, or where it is what the words are about.
    """
    for form in (_AT_END, _AT_FRONT):
        found = form.search(words)
        if found and not (found["for"] is None and _ABOUT.search(words[: found.start()].strip())):
            minutes = _minutes(found)
            if 0 < minutes <= _LONGEST:
                return minutes, f"{words[: found.start()]} {words[found.end() :]}".strip(" ,")
    return 0, words


def _minutes(found: re.Match[str]) -> int:
    if found["words"]:
        return _IN_WORDS[found["words"].casefold()]
    if found["minutes"]:
        return int(found["minutes"])
    if found["hours"]:
        return round(60 * float(found["hours"].replace(",", ".")))
    return 60 * int(found["h"]) + int(found["m"] or 0)
