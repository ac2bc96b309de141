"""An inspection beside earlier ones on the terminal."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from inspector_app.commands import session, terminal
from inspector_app.commands.options import Subs, add_passphrase
from inspector_app.core import reached
from inspector_app.core.domain.collection import InEach, Question, SideBySide, Standard
from inspector_app.core.rating import beside_words
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import across, collected
from inspector_app.core.words import say


def add_to(subs: Subs) -> None:
    """Put `beside` among the commands."""
    parser = subs.add_parser("beside", help="an inspection beside earlier ones, and what of them may be compared")
    parser.add_argument("file", metavar="FILE-or-WORKSPACE", type=Path)
    parser.add_argument(
        "earlier",
        metavar="EARLIER",
        type=Path,
        nargs="+",
        help="sealed records, inspection documents of answers or totals, or workspaces",
    )
    parser.add_argument("--json", action="store_true")
    add_passphrase(parser)
    parser.set_defaults(run=beside)


def beside(options: argparse.Namespace) -> None:
    """Ratings and Yes rates of this inspection and earlier ones, side by side where they may be compared."""
    extra = session.added_frameworks()
    paths = (options.file, *options.earlier)
    laptop = _laptop(options, paths)
    this, *earlier = [collected.of_chosen(path, laptop, extra) for path in paths]
    found = across.beside(this, earlier)
    if options.json:
        terminal.tell_json([_as_json(one) for one in found])
    else:
        terminal.tell(*_lines(found))


def _laptop(options: argparse.Namespace, paths: Sequence[Path]) -> Laptop | None:
    """This laptop, unlocked once for all workspaces; None where every file is a document or a record."""
    workspaces = [path for path in paths if path.suffix.lower() != exchange.DOCUMENT]
    for path in workspaces:
        reached.require(path)
    return session.unlocked(options) if workspaces else None


def _lines(found: Sequence[SideBySide]) -> Iterator[str]:
    for one in found:
        yield say("{framework}, one column for each inspection:", framework=one.rules.framework)
        yield from (f"  {number}. {beside_words.inspection(each)}" for number, each in enumerate(one.inspections, 1))
        yield f"  {say('Overall')}: {_cells(each.overall or beside_words.NONE for each in one.inspections)}"
        yield from (
            f"  {line.ref} {line.title}: {_cells(map(beside_words.rating, line.each))}" for line in one.standards
        )
        yield from (
            f"    {line.ref} {_cells(map(beside_words.rate, line.each))}: {line.title}"
            for line in beside_words.judged(one)
        )
        yield ""
    yield from beside_words.may_be_compared(found)


def _cells(cells: Iterable[str]) -> str:
    return " | ".join(cells)


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


def _line(line: InEach[Standard] | InEach[Question]) -> dict[str, Any]:
    return {"ref": line.ref, "title": line.title, "each": [asdict(one) if one else None for one in line.each]}
