"""An inspection beside earlier ones on the terminal."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from inspector_app.commands import opened, session, terminal
from inspector_app.commands.options import Subs, add_passphrase
from inspector_app.core.domain.collection import Collected, Kind, Question, Standard
from inspector_app.core.domain.days import when
from inspector_app.core.rating.method import printed_percent
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import across, collected
from inspector_app.core.services.results.across import Line, SideBySide
from inspector_app.core.words import count, later, say

_NONE = "–"
_KINDS = {
    Kind.SEALED: later("sealed"),
    Kind.DOCUMENT: later("not sealed"),
    Kind.TOTALS: later("not sealed, from totals"),
}


def add_to(subs: Subs) -> None:
    """Put `beside` among the commands."""
    parser = subs.add_parser("beside", help="an inspection beside earlier ones, and what of them may be compared")
    parser.add_argument("file", metavar="FILE-or-WORKSPACE", type=Path)
    parser.add_argument(
        "earlier",
        metavar="EARLIER",
        type=Path,
        nargs="+",
        help="sealed records, or inspection documents of answers or totals",
    )
    parser.add_argument("--json", action="store_true")
    add_passphrase(parser)
    parser.set_defaults(run=beside)


def beside(options: argparse.Namespace) -> None:
    """Ratings and Yes rates of this inspection and earlier ones, side by side where they may be compared."""
    extra = session.added_frameworks()
    earlier = [collected.of_file(path, extra) for path in options.earlier]
    found = across.beside(_this(options, extra), earlier)
    if options.json:
        terminal.tell_json([_as_json(one) for one in found])
    else:
        terminal.tell(*_lines(found))


def _this(options: argparse.Namespace, extra: Path) -> Collected:
    if options.file.suffix.lower() == exchange.DOCUMENT:
        return collected.of_file(options.file, extra)
    with opened.workspace(options, options.file) as workspace:
        return collected.of_inspection(workspace.framework, workspace.inspection(), Kind.DOCUMENT)


def _lines(found: Sequence[SideBySide]) -> Iterator[str]:
    for one in found:
        yield say("{framework}, one column for each inspection:", framework=one.rules.framework)
        yield from (f"  {number}. {_inspection(each)}" for number, each in enumerate(one.inspections, 1))
        yield f"  {say('Overall')}: {_cells(each.overall or _NONE for each in one.inspections)}"
        yield from (f"  {line.ref} {line.title}: {_cells(map(_rating, line.each))}" for line in one.standards)
        yield from (
            f"    {line.ref} {_cells(map(_rate, line.each))}: {line.title}" for line in one.questions if _judged(line)
        )
        yield ""
    yield from _may_be_compared(found)


def _inspection(one: Collected) -> str:
    parts = [
        say("{service}, fieldwork from {day}", service=one.service, day=when.day(one.start)),
        str(_KINDS[one.kind]),
    ]
    if one.score is not None:
        parts.append(say("score {score} of {most}", score=one.score, most=one.score_max))
    if one.provisional:
        parts.append(say("provisional"))
    return "; ".join(parts)


def _cells(cells: Iterable[str]) -> str:
    return " | ".join(cells)


def _rating(standard: Standard | None) -> str:
    return standard.rating or _NONE if standard else _NONE


def _rate(question: Question | None) -> str:
    if question is None or not question.of:
        return (question.given if question else None) or _NONE
    percent = printed_percent(question.yes, question.of)
    return say("{yes} of {of} ({percent}%)", yes=question.yes, of=question.of, percent=percent)


def _judged(line: Line[Question]) -> bool:
    return any(_rate(one) != _NONE for one in line.each)


def _may_be_compared(found: Sequence[SideBySide]) -> Iterator[str]:
    """What may be compared, and what may not, said plainly."""
    yield say("Inspections that stand side by side were rated under the same rules, and may be compared.")
    if len(found) > 1:
        yield say(
            "Not to be compared: what stands apart. Standards, key questions, samples and bands are others there, also "
            "where they are called alike, and the score has another maximum or is not there."
        )
    provisional = sum(each.provisional for one in found for each in one.inspections)
    if provisional:
        yield count(
            provisional,
            "{n} inspection is provisional: its ratings can still change.",
            "{n} inspections are provisional: their ratings can still change.",
        )


def _as_json(one: SideBySide) -> dict[str, Any]:
    inspections = [
        {
            "service": each.service, "start": each.start.isoformat(), "end": each.end.isoformat(), "kind": each.kind.value,
            "overall": each.overall, "score": each.score, "score_max": each.score_max, "provisional": each.provisional,
        }
        for each in one.inspections
    ]  # fmt: skip
    return {
        "framework": one.rules.framework,
        "rules": one.rules.digest,
        "inspections": inspections,
        "standards": [_line(line) for line in one.standards],
        "key_questions": [_line(line) for line in one.questions],
    }


def _line(line: Line[Standard] | Line[Question]) -> dict[str, Any]:
    return {"ref": line.ref, "title": line.title, "each": [asdict(one) if one else None for one in line.each]}
