"""The paragraphs that the program writes from the data, by the sentences of the framework (domain/parts.py)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from inspector_app.core.domain import roles
from inspector_app.core.domain.days import when, windows
from inspector_app.core.domain.draft import grounds
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.framework import ALL_CASES, Framework, Sample
from inspector_app.core.domain.inspection import Inspection, Person
from inspector_app.core.domain.parts import FIELD, NOT, Drafted
from inspector_app.core.domain.rated import Rated, Tally
from inspector_app.core.rating.suppress import figure_told
from inspector_app.core.report import samples, typed, words
from inspector_app.core.report.content import Block
from inspector_app.core.report.footnotes import Footnotes
from inspector_app.core.words import count, listed, say

_TITLE = re.compile(r"^(HM )?Inspector ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Data:
    """What the paragraphs are written from."""

    framework: Framework
    inspection: Inspection
    rated: Rated
    scope: Scope = Scope.PANEL
    sealed: Mapping[str, str] = field(default_factory=dict)  # figures of the sealed ratings, by what they are of
    grounds: frozenset[str] = (
        frozenset()
    )  # what the inspection has of what drafted sentences rest on, in every copy alike
    blind: frozenset[str] = frozenset()  # cases whose judgements somebody may not see yet: not told outside

    @property
    def outward(self) -> bool:
        """Whether it is for somebody outside the inspectorate."""
        return self.scope is Scope.SERVICE

    @property
    def least(self) -> int:
        """The least number of cases that this copy tells; of fewer it says that they are fewer."""
        rule = self.framework.small_numbers
        return rule.least if rule is not None and self.outward else 0

    def tells(self, tally: Tally) -> bool:
        """Whether this copy tells how often Yes was given: always within the inspectorate, once a case is judged."""
        return figure_told(tally, self.least)

    def tells_score(self, standard: str) -> bool:
        """Whether it tells the case assessment score of a standard (its reference)."""
        sample = self.framework.by_ref[standard].sample
        number = samples.cases(self.inspection, sample) if sample else 0
        return not number or number >= self.least


def blocks(drafted: Iterable[Drafted], data: Data, notes: Footnotes) -> Iterator[Block]:
    """The paragraphs that can be said by now: one of which a field is not known, or the number is nought, is left out."""
    for text in paragraphs(drafted, data):
        yield from typed.blocks(text, notes)


def paragraphs(drafted: Iterable[Drafted], data: Data) -> list[str]:
    """The same as text, with the footnotes still in it."""
    return [text for text in (_filled(one, data) for one in drafted) if text]


def _filled(drafted: Drafted, data: Data) -> str:
    """What it says of this inspection; "" where nothing of it is true of it, or a field is not known."""
    if drafted.sentences:
        return " ".join(text for text in (_filled(one, data) for one in drafted.sentences) if text)
    said = _sentence(drafted, data) if all(_is_there(need, data) for need in drafted.needs) else ""
    return said or (_filled(drafted.otherwise, data) if drafted.otherwise else "")


def _is_there(need: str, data: Data) -> bool:
    return (need.removeprefix(NOT) in data.grounds) is not need.startswith(NOT)


def _sentence(drafted: Drafted, data: Data) -> str:
    number = _counted(drafted.counts, data.inspection) if drafted.counts else 0
    if drafted.counts and not number:
        return ""
    least = 0 if drafted.counts == "meetings" else data.least  # an interview is of a case, and there is none without
    said = drafted.text.one if number == 1 and not least else drafted.text.many
    told = words.number(number, least)
    found = {f.group(): _field(f.group(1), f.group(2) or "", data, told) for f in FIELD.finditer(said)}
    if not all(found.values()):
        return ""
    return FIELD.sub(lambda f: _in_quotes(found[f.group()], said[: f.start()]), said)


def _in_quotes(value: str, before: str) -> str:
    """A rating in the quotation marks of the file, where it has some: those of 2025 are not those of 2018."""
    return value[1:-1] if before.endswith("‘") and words.quoted(value[1:-1]) == value else value


def _counted(what: str, inspection: Inspection) -> int:
    kind, _, sample = what.partition(" ")
    if kind == "cases":
        return samples.cases(inspection, sample)
    if kind == "meetings":
        return sum(1 for source in inspection.sources if source.kind in grounds.MET)
    return sum(1 for interview in inspection.interviews if kind == "interviews" or interview.is_of_case_manager)


def _field(name: str, about: str, data: Data, number: str) -> str:
    if name == "n":
        return number
    if name in ("from", "to"):
        return _window(name, about, data)
    if name == "rating":
        return _rating(about, data.rated)
    return _PLAIN[name](data)


def _window(name: str, about: str, data: Data) -> str:
    code, _, kind = about.partition("/")
    dates = _dates(data, data.framework.sample(code), kind or ALL_CASES)
    return when.day(dates[0] if name == "from" else dates[1]) if dates else ""


def _dates(data: Data, sample: Sample, kind: str) -> tuple[date, date] | None:
    """Between which days cases began; None without a window, or where there is no case of it or one began outside it."""
    window = windows.window_for(sample, kind)
    if window is None or not data.grounds.issuperset(grounds.of_window(sample, window)):
        return None
    return windows.dates(window, data.inspection.start)


def _drawn(data: Data) -> tuple[list[str], tuple[date, date] | None]:
    """By what the cases of the samples are drawn, and between which days; nothing where those differ."""
    found: dict[tuple[date, date], list[str]] = {}
    for sample in data.framework.samples:
        window, dates = windows.window_for(sample, ALL_CASES), _dates(data, sample, ALL_CASES)
        if window is not None and window.what and dates is not None:
            found.setdefault(dates, []).append(window.what)
    if len(found) != 1:
        return [], None
    ((dates, what),) = found.items()
    return what, dates


def _between(data: Data, place: int) -> str:
    dates = _drawn(data)[1]
    return when.day(dates[place]) if dates else ""


def _rating(standard: str, rated: Rated) -> str:
    given = next((s for s in rated.standards if s.ref == standard), None)
    if given is None or given.rating is None or given.suggested or not given.complete:
        return ""
    return words.quoted(given.rating)


def _overall(data: Data) -> str:
    return words.quoted(data.rated.overall) if data.rated.overall and not data.rated.provisional else ""


def _weeks(data: Data) -> str:
    weeks = {
        day for span in data.inspection.fieldwork for day in (span.start.isocalendar()[:2], span.end.isocalendar()[:2])
    }
    return count(len(weeks), "a week", "{n} weeks", n=words.number(len(weeks)))


def leads(inspection: Inspection) -> list[str]:
    """The names of who leads the inspection."""
    return [person.name for person in inspection.team if roles.leads(person.role)]


def in_order(person: Person) -> int:
    """Where somebody is named among the team, by their role; of one role as they came into it."""
    return roles.place(person.role)


def _lead(data: Data) -> str:
    """Without the title that the reports print before the first of them."""
    first, *others = [_TITLE.sub("", name) for name in leads(data.inspection)] or [""]
    return listed([first, *(f"HM Inspector {name}" for name in others)]) if first else ""


def _led(data: Data) -> str:
    names = leads(data.inspection)
    return say("This inspection was led by {names}.", names=listed(names)) if names else ""


def _returned(data: Data) -> str:
    start, end = data.inspection.return_start, data.inspection.return_end
    if start is None:
        return ""
    if end is None or end <= start:
        return say("We returned on {day}.", day=when.day(start))
    return say("We returned from {days}.", days=when.span(start, end))


def _cases(data: Data) -> str:
    said = (
        samples.looked_at(data.framework, data.inspection, sample.code, data.least) for sample in data.framework.samples
    )
    return " ".join(text for text in said if text)


_PLAIN: dict[str, Callable[[Data], str]] = {
    "service": lambda data: words.area(data.inspection.service),
    "start": lambda data: when.day(data.inspection.start),
    "month": lambda data: when.month(data.inspection.start),
    "year": lambda data: str(data.inspection.start.year),
    "fieldwork": lambda data: when.spans(data.inspection.fieldwork),
    "commencing": lambda data: listed([when.day(span.start) for span in data.inspection.fieldwork]),
    "weeks": _weeks,
    "overall": _overall,
    "lead": _lead,
    "led": _led,
    "returned": _returned,
    "cases": _cases,
    "drawn": lambda data: listed(_drawn(data)[0]),
    "first": lambda data: _between(data, 0),
    "last": lambda data: _between(data, 1),
}
