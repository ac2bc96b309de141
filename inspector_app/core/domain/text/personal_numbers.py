"""Numbers and addresses that lead to a person, found in a short text however they are parted, spaced or written. Pure.

It reads references and short facts, which hold nothing else; running text is looked at by identifying.py, which is careful
with what stands between words.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from inspector_app.core.domain.text.forms import AREAS, is_nhs
from inspector_app.core.domain.text.identifying import Kind

_APART = r"[\W_]*"
_RUN = re.compile(rf"\d(?:{_APART}\d)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CHECKS = "ZABCDEFGHJKLMNPQRTUVWXY"  # the letters that the police number their records with


def _pattern(*parts: str) -> re.Pattern[str]:
    """These characters in this order, with whatever sign or blank between them, and no letter or figure round them."""
    return re.compile(rf"(?<![A-Z\d]){_APART.join(parts)}(?![A-Z\d])")


_MAIL = re.compile(r"\w\s*@\s*\w[\w-]*\s*\.\s*\w")
_POSTCODE = _pattern(
    rf"(?:{'|'.join(_APART.join(area) for area in AREAS.split('|'))})",
    rf"(?:[1-9]{_APART}[A-Z\d]|\d)", r"\d", "[ABD-HJLNP-UW-Z]", "[ABD-HJLNP-UW-Z]",
)  # fmt: skip
_INSURANCE = _pattern("[A-Z]", "[A-Z]", rf"(?P<n>\d(?:{_APART}\d){{5}})", "[A-D]")
_POLICE = re.compile(
    r"(?<!\d)(?P<y>\d\d(?:\d\d)?)(?:[\W_]+(?P<n>\d{1,7})|(?P<all>\d{7}))[\W_]*(?P<check>[A-Z])(?![A-Z\d])"
)
_RECORD = re.compile(r"(?<!\d)(?P<n>\d{1,6})[\W_]+(?P<y>\d\d)[\W_]*(?P<check>[A-Z])(?![A-Z\d])")
_OLD_RECORD = re.compile(r"(?<![A-Z])SF[\W_]*\d\d[\W_]*\d{1,6}[\W_]*[A-Z](?![A-Z\d])")
_PRISON = re.compile(r"[A-Z][\W_]?\d{4}[\W_]?[A-Z]{2}", re.ASCII)
_PUPIL = re.compile(r"(?<![A-Z\d])[A-Z]\d{11}[A-Z\d](?![A-Z\d])")


def leads_to(text: str) -> Kind | None:
    """What kind of number or address that leads to a person a text has in it; None for an ordinary one.

    A date or a year beside a number (2024/0317) is no such number, nor are ten figures that no NHS number has.
    """
    said = unicodedata.normalize("NFKC", text).upper()
    looks: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
        (Kind.MAIL, lambda one: bool(_MAIL.search(one))),
        (Kind.INSURANCE, _is_insurance),
        (Kind.POLICE, _is_of_police),
        (Kind.PUPIL, lambda one: bool(_PUPIL.search(one))),
        (Kind.NHS, lambda one: any(map(_is_nhs, _sequences(one)))),
        (Kind.PHONE, lambda one: _is_abroad(one) or any(map(_is_phone, _sequences(one)))),
        (Kind.POSTCODE, lambda one: bool(_POSTCODE.search(one))),
    )
    return next((kind for kind, holds in looks if holds(said)), None)


def may_be_of_a_prison(text: str) -> bool:
    """Whether a text has the form of the number that prisons have for somebody (A1234BC); a service's own may have it too."""
    return bool(_PRISON.fullmatch(unicodedata.normalize("NFKC", text).upper()))


def _sequences(text: str) -> Iterator[Sequence[str]]:
    """Every way to read figures that follow one another as one number: the groups that it is written in."""
    for run in _RUN.finditer(text):
        groups = re.findall(r"\d+", run[0])
        for first in range(len(groups)):
            for last in range(first + 1, len(groups) + 1):
                yield groups[first:last]


def _is_nhs(groups: Sequence[str]) -> bool:
    figures = "".join(groups)
    as_printed = [len(group) for group in groups] == [3, 3, 4]
    dated = any(_YEAR.fullmatch(group) for group in groups) and not as_printed
    return len(figures) == 10 and not dated and is_nhs(figures)


def _is_phone(groups: Sequence[str]) -> bool:
    """A number as it is dialled here: eleven figures, ten in an area of five, or with the code of the country before."""
    figures = "".join(groups)
    if _is_dated(groups):
        return False
    if re.fullmatch(r"(?:0044|44)0?[1-37-9]\d{8,9}", figures):
        return True
    short = len(figures) == 10 and len(groups[0]) in (5, 10)
    return bool(re.match("0[1-37-9]", figures)) and (len(figures) == 11 or short)


def _is_dated(groups: Sequence[str]) -> bool:
    """Whether a year stands among the groups where a telephone number has none: 01/2024/00317."""
    return len(groups[0]) < 3 and any(_YEAR.fullmatch(group) for group in groups[:2])


def _is_abroad(text: str) -> bool:
    return any(sum(ch.isdigit() for ch in found) >= 8 for found in re.findall(r"\+[\d\W_]+", text))


def _is_insurance(text: str) -> bool:
    for found in _INSURANCE.finditer(text):
        groups = re.findall(r"\d+", found["n"])
        if len({len(group) for group in groups}) == 1 or not re.search("[/-]", found["n"]):
            return True
    return False


def _is_of_police(text: str) -> bool:
    """A number of the Police National Computer or of a criminal record: a long one, or one whose letter is right."""
    if _OLD_RECORD.search(text):
        return True
    for found in _POLICE.finditer(text):
        number = found["n"] or found["all"]
        right = _CHECKS[int(found["y"][-2:] + number.zfill(7)) % len(_CHECKS)] == found["check"]
        if right or len(found["n"] or "") >= 6:
            return True
    return any(
        _CHECKS[int(found["y"] + found["n"].zfill(6)) % len(_CHECKS)] == found["check"]
        for found in _RECORD.finditer(text)
    )
