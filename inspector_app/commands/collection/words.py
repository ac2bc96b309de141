"""What the commands say of collections, as lines and as plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from inspector_app.core.domain.collection import Collected, Count, Kind, Rate, Together
from inspector_app.core.domain.days import when
from inspector_app.core.services.results.collections import Added, Came
from inspector_app.core.words import count, listed, say

_CAME = {
    Came.NEW: "put in",
    Came.REPLACED: "put in, in the place of what was there",
    Came.THERE: "there already; nothing was changed",
}
_KINDS = {Kind.DOCUMENT: "not sealed, from a document", Kind.TOTALS: "not sealed, from totals"}


def added(added: Sequence[Added]) -> list[str]:
    """What became of each file."""
    return [f"{_subject(one.inspection)} ({_kind(one.inspection)}): {_CAME[one.came]}" for one in added]


def inspections(found: Sequence[Collected]) -> list[str]:
    """A line for each inspection."""
    return [_inspection(one) for one in found] or [say("Nothing is in this collection yet.")]


def inspection_json(one: Collected) -> dict[str, Any]:
    """An inspection for programs: no standards, which `list` does not read, and nothing of them."""
    said = asdict(one) | {"start": one.start.isoformat(), "end": one.end.isoformat(), "kind": one.kind.value}
    rules = said.pop("rules")
    del said["standards"], said["questions"], said["changing"]
    return {"framework": rules["framework"], "rules": rules["digest"], **said}


def together_json(one: Together) -> dict[str, Any]:
    """What is counted together, for programs."""
    said = asdict(one)
    rules = said.pop("rules")
    return {"framework": rules["framework"], "rules": rules["digest"], **said}


def compared(found: Sequence[Together]) -> list[str]:
    """The figures of each framework with their definition, then what may not be compared."""
    if not found:
        return [say("Nothing is in this collection yet.")]
    return [*(line for one in found for line in (*_together(one), "")), *_not_compared(found)]


def _inspection(one: Collected) -> str:
    parts = [f"{_subject(one)} ({one.rules.framework}, {_version(one.version)}): {one.overall or 'no overall rating'}"]
    if one.score is not None:
        parts.append(f"score {one.score}/{one.score_max}")
    if one.provisional:
        parts.append("provisional")
    return "; ".join((*parts, _kind(one)))


def _subject(one: Collected) -> str:
    return say("{service}, fieldwork from {day}", service=one.service, day=when.day(one.start))


def _version(number: int) -> str:
    return say("version {number}", number=number)


def _kind(one: Collected) -> str:
    if one.kind is not Kind.SEALED:
        return _KINDS[one.kind]
    at = when.printed(datetime.fromisoformat(one.at).astimezone())
    return say("sealed by {name}: {at}", name=one.by, at=at)


def _together(one: Together) -> Iterator[str]:
    yield f"{_name(one)}: {count(one.inspections, '{n} inspection', '{n} inspections')}"
    yield from (f"  {line}" for line in _apart(one))
    yield from _ratings(one)
    yield from _rates(one.rates)


def _apart(one: Together) -> Iterator[str]:
    if one.unsealed:
        yield count(one.unsealed, "{n} of these was not sealed.", "{n} of these were not sealed.")
    if one.provisional:
        yield count(
            one.provisional,
            "{n} inspection is provisional, and left out of every figure.",
            "{n} inspections are provisional, and left out of every figure.",
        )


def _ratings(one: Together) -> Iterator[str]:
    if one.overall or one.standards:
        yield "  Inspections by rating, after the ratings panel:"
    if one.overall:
        yield f"    Overall: {_counted(one.overall)}"
    for ref, title in dict.fromkeys((standard.subject, standard.title) for standard in one.standards):
        yield f"    {ref} {title}: {_counted([s for s in one.standards if s.subject == ref])}"


def _counted(counts: Sequence[Count]) -> str:
    return ", ".join(f"{one.word} {one.inspections}" for one in counts)


def _rates(rates: Sequence[Rate]) -> Iterator[str]:
    if rates:
        yield "  Yes of the cases judged Yes or No, added up over the inspections:"
    for rate in rates:
        over = count(rate.inspections, "{n} inspection", "{n} inspections")
        yield f"    {rate.ref} {rate.yes} of {rate.of} ({rate.percent}%), {over}: {rate.text}"


def _name(one: Together) -> str:
    versions = listed([_version(number) for number in one.versions])
    return f"{one.rules.framework} ({versions}, rules {one.rules.digest[:12]})"


def _not_compared(found: Sequence[Together]) -> Iterator[str]:
    yield say("Inspections of one framework under the same rules are counted together, and may be compared.")
    if len(found) > 1:
        yield say("Not to be compared, and never added up: figures of different frameworks or rules.")
        yield from (f"  {_name(one)}: {_asks(one)}" for one in found)
        yield say(
            "Their standards, key questions, samples and bands are different, even where they have the same names."
        )


def _asks(one: Together) -> str:
    standards = len({standard.subject for standard in one.standards})
    parts = [
        count(standards, "{n} standard rated", "{n} standards rated"),
        count(len(one.rates), "{n} key question with cases", "{n} key questions with cases"),
    ]
    return ", ".join([*parts, f"score up to {one.score_max}"] if one.score_max is not None else parts)
