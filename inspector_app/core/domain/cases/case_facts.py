"""The facts of a case: what its profile is made of, who was interviewed, and what its dates say. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inspector_app.core.domain.days import windows
from inspector_app.core.domain.fields import CASE, INTERVIEW, Field
from inspector_app.core.domain.framework import Sample
from inspector_app.core.domain.inspection import Case

FEW = 5  # fewer cases than this may be told apart by somebody who knows the service
ROLES = INTERVIEW.field("role").suggested or ()  # who is usually interviewed
# What is known of a case beside what it is called, what is asked on it, and whose it is.
FACTS: tuple[Field, ...] = tuple(f for f in CASE.documented if f.code not in ("ref", "sample", "inspector"))
CHARACTERISTICS: tuple[Field, ...] = tuple(f for f in CASE.fields if f.profile)
NOT_RECORDED = "not recorded"
_BOUNDS = ((10, 14), (15, 16), (17, 18))  # years, both inclusive; children in youth justice are 10 to 17


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """Somebody interviewed about a case: their part in it, never a name. `saved` ISO 8601 UTC or ""."""

    id: str
    role: str
    day: date | None
    note: str
    saved: str
    contested: frozenset[str] = frozenset()  # codes of fields on which two people differ


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one case. `written`: text in a field that could not be taken (a wrong date), kept on this laptop."""

    case: Case
    contested: frozenset[str]
    written: dict[str, str]
    interviews: tuple[InterviewRow, ...]


def outside_window(sample: Sample, case_type: str, began: date | None, start: date) -> tuple[date, date] | None:
    """The window's first and last date when the case began outside it; None when it did not, or nobody can say."""
    window = windows.window_for(sample, case_type)
    if window is None or began is None:
        return None
    first, last = windows.dates(window, start)
    return None if first <= began <= last else (first, last)


def age_group(age: int | None) -> str:
    """The group an age is counted in."""
    if age is None:
        return NOT_RECORDED
    for least, most in _BOUNDS:
        if least <= age <= most:
            return f"{least} to {most}"
    return f"under {_BOUNDS[0][0]}" if age < _BOUNDS[0][0] else f"{_BOUNDS[-1][1] + 1} and over"


def divided(field: Field, cases: Sequence[Case]) -> tuple[tuple[str, tuple[Case, ...]], ...]:
    """The cases by their value of one characteristic: as values are ordered, else the most frequent first.

    What is not recorded comes last; spellings that differ in capitals alone are one, spelt as in the first case.
    """
    spelt: dict[str, str] = {}
    found: dict[str, list[Case]] = {}
    for case in cases:
        value = " ".join(_counted_as(field, case).split()) or NOT_RECORDED
        spelt.setdefault(value.casefold(), value)
        found.setdefault(value.casefold(), []).append(case)
    places = {value: place for place, value in enumerate(_order_of(field))}
    order = sorted(found, key=lambda v: (v == NOT_RECORDED, places.get(v, -len(found[v])), v))
    return tuple((spelt[value], tuple(found[value])) for value in order)


def _counted_as(field: Field, case: Case) -> str:
    value = getattr(case, field.code)
    return age_group(value) if field.code == "age" else str(value or "")


def _order_of(field: Field) -> Sequence[str]:
    """Groups that have an order of their own: ages, from the youngest."""
    if field.code != "age":
        return ()
    youngest, oldest = _BOUNDS[0][0] - 1, _BOUNDS[-1][1] + 1
    return [age_group(age) for age in (youngest, *(least for least, _ in _BOUNDS), oldest)]
