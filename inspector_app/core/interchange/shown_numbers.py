"""What a workbook holds as its format shows it: a reference 7 that is read by everybody as 007, C12 or 00-07."""

import re
from collections.abc import Iterator

# Of a section: a colour or language, words, one character as it is, room, a filler, the number as it is, a place, the rest.
_PART = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.|_.|\*.|General|.", re.IGNORECASE | re.DOTALL)
_CONDITION = ("[<", "[>", "[=")
_PLACES = "0#?"
_MONEY = re.compile(r"\[\$([^\]-]+)(?:-[^\]]*)?\]")  # and whatever else somebody has put in its place
_WHOLE = re.compile(r"\.|E[+-]", re.IGNORECASE)  # what ends the whole number
_OF_NUMBERS = frozenset("0#?.,%/@E+-e ") | {"General", "general", "GENERAL"}  # of formats for what is counted


def shown(number: int, form: str) -> str | None:
    """What is shown of a whole number, where its format adds noughts or words; "" where it is shown as a number is.

    None where the format shows something else that is not worked out here.
    """
    sections = list(_sections(form))
    if any(part.startswith(_CONDITION) for section in sections for part in section):
        return None
    sign, parts = _of(number, sections)
    kept = [part for part in parts if not part.startswith(("_", "*")) and not _silent(part)]
    if "%" in kept or _scaled(kept) or (form and not kept):  # 700%, thousands of it, or nothing at all
        return None
    if all(part in _OF_NUMBERS for part in kept) and not _parted(kept) and _noughts(kept) < 2:
        return ""
    if any(part in ".,%@Ee" for part in kept):
        words = any(_words(part).strip() for part in kept if part not in _OF_NUMBERS)
        return None if words or _noughts(kept) > 1 else ""
    return sign + "".join(reversed(list(_from_the_right(str(abs(number)), kept))))


def shown_text(text: str, form: str) -> str:
    """What is shown of a text: with the words that its format puts round it ("YJ"@)."""
    if "@" not in form or form == "@":
        return text
    *_, last = _sections(form)  # that of texts stands last
    if "@" not in last:
        return text
    return "".join(
        text if part == "@" else _words(part) for part in last if not part.startswith(("_", "*")) and not _silent(part)
    )


def _sections(form: str) -> Iterator[list[str]]:
    section: list[str] = []
    for part in _PART.findall(form):
        if part == ";":
            yield section
            section = []
        else:
            section.append(part)
    yield section


def _of(number: int, sections: list[list[str]]) -> tuple[str, list[str]]:
    """The sign and the section that a number is shown by: of numbers above nought, below it, and nought itself."""
    if number < 0 and len(sections) > 1:
        return "", sections[1]
    if number == 0 and len(sections) > 2:
        return "", sections[2]
    return ("-" if number < 0 else ""), sections[0]


def _silent(part: str) -> bool:
    """Whether a bracket says a colour, a language or a condition; one that holds a sign of money shows it: [$YJ-809]."""
    return part.startswith("[") and not _MONEY.fullmatch(part)


def _scaled(parts: list[str]) -> bool:
    """Whether a comma behind the last place has thousands shown."""
    places = "".join(part for part in parts if part in _OF_NUMBERS).rstrip("- ")
    return places.endswith(",") or ",." in places


def _noughts(parts: list[str]) -> int:
    return _WHOLE.split("".join(parts))[0].count("0")


def _parted(parts: list[str]) -> bool:
    """Whether a dash stands between two places: 12-34."""
    return any(part in _PLACES for part in "".join(parts).partition("-")[2]) and parts[0] in _PLACES


def _words(part: str) -> str:
    """What stands for itself."""
    if part.startswith('"'):
        return part.strip('"')
    if money := _MONEY.fullmatch(part):
        return money[1]
    return part[1:] if part.startswith("\\") else part


def _from_the_right(figures: str, parts: list[str]) -> Iterator[str]:
    """The figures in their places, and what stands between them; the first place has all that are left."""
    left = list(figures)
    first = next((at for at, part in enumerate(parts) if part in _PLACES or part.casefold() == "general"), None)
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        if part.casefold() == "general" or (at == first and left):
            yield "".join(left)
            left = []
        elif part in _PLACES:
            yield left.pop() if left else {"0": "0", "?": " ", "#": ""}[part]
        else:
            yield _words(part)
