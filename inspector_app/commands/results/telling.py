"""What the service was told before the ratings were final, on the terminal: the log, and why it changed since."""

import argparse
from datetime import datetime

from inspector_app.commands import opened, session, terminal
from inspector_app.commands.options import Subs, on_workspace
from inspector_app.core.domain.days import typed
from inspector_app.core.domain.panel.told import ToldRow
from inspector_app.core.services.results import ratings, told
from inspector_app.core.words import count, say


def add_to(subs: Subs) -> None:
    """Put `told` with its acts among the commands."""
    said = "the log of what the service was told before the ratings were final"
    acts = subs.add_parser("told", help=said).add_subparsers(required=True, metavar="DO")
    listing = on_workspace(acts, "list", list_, "what was told, to whom and when, and which ratings changed since")
    listing.add_argument("--json", action="store_true")
    add = on_workspace(acts, "add", add_, "somebody was told the ratings as they are now")
    add.add_argument("whom", metavar="WHOM", help="who was told")
    add.add_argument("--said", default="", metavar="TEXT", help="what was said; - reads it from standard input")
    add.add_argument("--day", default="", metavar="DAY", help="today without it")
    why = on_workspace(acts, "why", why_, "why it has changed since")
    why.add_argument("number", metavar="NUMBER", type=int, help="as `told list` numbers it")
    why.add_argument("text", metavar="TEXT", help="- reads it from standard input")
    for parser in (add, why):
        parser.set_defaults(wrong=parser.error)


def list_(options: argparse.Namespace) -> None:
    """The log."""
    with opened.workspace(options, options.workspace) as workspace:
        rows, now = told.rows(workspace), ratings.lines(workspace)
        names = {person.id: person.name for person in workspace.team()}
    if options.json:
        terminal.tell_json([_json(row, now, names) for row in rows])
        return
    terminal.tell(count(len(rows), "{n} entry", "{n} entries"))
    for number, row in enumerate(rows, start=1):
        terminal.tell(f"  {number}. {row.on} · {row.whom} · {' '.join(row.said.split())}".rstrip(" ·"))
        changed = [f"     {of}: {then or '–'} → {word or '–'}" for of, then, word in row.changed(now)]
        if row.why or changed:
            terminal.tell(*changed, f"     {say('Why: {text}', text=row.why or say('not said yet'))}")


def add_(options: argparse.Namespace) -> None:
    """An entry."""
    today = datetime.now().astimezone().date()
    day = typed.day(options.day, today, last=today)
    if day is None:
        options.wrong(say("argument --day: that is not a day: {text}", text=options.day))
    with opened.workspace(options, options.workspace) as workspace:
        told.add(workspace, options.whom, session.given_text(options.said), day or "")
    terminal.tell(say("Noted, with the ratings of now."))


def why_(options: argparse.Namespace) -> None:
    """What became of it."""
    with opened.workspace(options, options.workspace) as workspace:
        rows = told.rows(workspace)
        if not 1 <= options.number <= len(rows):
            options.wrong(say("argument NUMBER: there is no entry {n}", n=options.number))
        told.explain(workspace, rows[int(options.number) - 1].id, session.given_text(options.text))
    terminal.tell(say("Noted."))


def _json(row: ToldRow, now: str, names: dict[str, str]) -> dict[str, object]:
    changes = [{"of": of, "then": then, "now": word} for of, then, word in row.changed(now)]
    return {
        "day": row.day, "whom": row.whom, "said": row.said, "why": row.why, "by": names.get(row.by, row.by),
        "at": row.at, "changed": changes,
    }  # fmt: skip
