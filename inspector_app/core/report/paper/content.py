"""What case packs and timetables on paper are made of, without what draws them: who only gathers it needs no ReportLab."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from inspector_app.core.domain.cases.line_codes import CaseLine
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.inspection import Answer


@dataclass(frozen=True, slots=True)
class Given:
    """What is stored on one line. A contested answer is none here, and the paper says so."""

    answer: Answer | None = None
    text: str = ""
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody interviewed, and what they said."""

    role: str
    day: date | None
    note: str
    contested: bool = False


@dataclass(frozen=True, slots=True)
class PackCase:
    """One case. `given` by `Line.path`; it and `people` are empty in a blank pack. `sample` is its title.

    `second`: the name of the person whose blind second answers these are, or "".
    """

    ref: str
    sample: str
    type: str
    inspector: str
    lines: tuple[CaseLine, ...]
    second: str = ""
    given: Mapping[str, Given] = field(default_factory=dict)
    people: tuple[Spoken, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """Packs of one inspection in one file. `made`: the moment the data was read, the only date in the file."""

    service: str
    fieldwork: tuple[Span, ...]
    marking: str
    notice: str
    framework: str  # title
    framework_id: str
    version: int
    filled: bool
    made: datetime
    cases: tuple[PackCase, ...]

    def code(self, case: PackCase) -> str:
        """What says which case and which questions a page belongs to; on every page of it."""
        return f"{case.ref} · {self.framework_id} version {self.version}"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happens: when ("09:30 – 10:30" or ""), what, the case's reference or "", who leads it or ""."""

    hours: str
    what: str
    case: str
    person: str


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day, named in full, with what happens on it in order."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """`days` in words; `whose` the name of the one person whose events these are, "" for everybody's."""

    service: str
    marking: str
    dates: str
    whose: str
    made: datetime
    days: tuple[DayOf, ...]
