"""The arguments of the commands on one inspection's file."""

import argparse
from datetime import date

from inspector_app.commands import workspaces
from inspector_app.commands.options import Subs, add_item, on_workspace
from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span


def add_to(subs: Subs) -> None:
    """Put `new`, `judge`, `history` and `check` among the commands."""
    new = on_workspace(subs, "new", workspaces.new, "make a workspace: one file, one inspection")
    new.add_argument("--framework", metavar="ID", required=True)
    new.add_argument("--service", metavar="NAME", required=True)
    new.add_argument("--start", metavar="DATE", type=_date, required=True, help="first day of fieldwork, YYYY-MM-DD")
    new.add_argument("--end", metavar="DATE", type=_date, help="last day; without it, the framework’s weeks and gaps")
    new.add_argument(
        "--gap", metavar="FIRST/LAST", dest="gaps", action="append", type=_span, default=[],
        help="days between them on which nobody is on site",
    )  # fmt: skip

    judge = on_workspace(subs, "judge", workspaces.judge, "answer one key question or prompt on one case")
    add_item(judge)
    judge.add_argument("answer", choices=("yes", "no", "na", "clear"))
    judge.add_argument(
        "--note",
        metavar="TEXT",
        help="the prompt’s note, or the key question’s rationale; - reads it from standard input",
    )
    judge.add_argument("--reopen", metavar="REASON", help="open an accepted case again, with the reason, first")

    history = on_workspace(subs, "history", workspaces.history, "who changed what, and when")
    add_item(history)
    history.add_argument("--json", action="store_true")

    on_workspace(subs, "check", workspaces.check, "whether file, log and backups are sound")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it as 2025-03-24") from None


def _span(text: str) -> Span:
    found = spans.read(text)
    if len(found) != 1 or spans.stored(found) != text:
        raise argparse.ArgumentTypeError(f"{text!r} is no first and last day; write them as 2025-03-31/2025-04-04")
    return found[0]
