"""How the report puts dates, counts and lists into words. British English, whatever the machine's locale is."""

from collections.abc import Sequence
from datetime import date, datetime

from inspector_app.core.domain import days

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def day(when: date) -> str:
    """24 March 2025."""
    return days.spoken(when)


def month(when: date) -> str:
    """March 2025."""
    return f"{days.MONTHS[when.month - 1]} {when.year}"


def span(start: date, end: date) -> str:
    """24 to 28 March 2025, without saying a month or a year twice."""
    if end <= start:
        return day(start)
    if (start.month, start.year) == (end.month, end.year):
        return f"{start.day} to {day(end)}"
    if start.year == end.year:
        return f"{start.day} {days.MONTHS[start.month - 1]} to {day(end)}"
    return f"{day(start)} to {day(end)}"


def moment(when: datetime) -> str:
    """28 March 2025, 14:02; with the zone's name where the time has one."""
    zone = f" {when.tzname()}" if when.tzinfo else ""
    return f"{day(when)}, {when:%H:%M}{zone}"


def count(number: int, one: str, many: str) -> str:
    """1 case, 15 cases. Figures, never words for proportions (HMIP has no published rule on those)."""
    return f"{number:,} {one if number == 1 else many}"


def listed(parts: Sequence[str]) -> str:
    """A, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def quoted(word: str) -> str:
    """A rating word in quotation marks, as the published footnotes have it."""
    return f"'{word}'"


def superscript(mark: str) -> str:
    """A footnote's number as superscript digits, so that it is read as one also when the text is copied out."""
    return mark.translate(_SUPERSCRIPT)


def within_sentence(title: str) -> str:
    """A title as it stands inside a sentence: assessing, but V1 and YJS stay."""
    return title if title[1:2].isupper() or title[1:2].isdigit() else title[:1].lower() + title[1:]


def shortened(text: str, most: int = 160) -> str:
    """A title that must stay on a few lines, as in a row of a table; the whole of it stands at its own heading."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of what somebody typed: a line break ends one, and empty ones go."""
    return [line.strip() for line in text.splitlines() if line.strip()]
