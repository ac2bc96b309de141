"""The arguments of the commands, and how they end: 0 done, 2 wrong usage, 3 refused in one line, 1 a bug of ours."""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from inspector_app.commands import backups, inspections, terminal
from inspector_app.commands.cases import (
    agreeing_arguments,
    calibrating,
    case_list_arguments,
    dipping,
    profile,
    verifying,
)
from inspector_app.commands.collection import arguments as collection_arguments
from inspector_app.commands.options import Subs, add_item, add_passphrase, on_workspace
from inspector_app.commands.people import handoff, handoff_arguments, identity_arguments
from inspector_app.commands.results import accuracy, members, records, returning, telling
from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.domain.text.storable import storable
from inspector_app.core.errors import Expected
from inspector_app.core.services.documents import exchange
from inspector_app.core.version import version
from inspector_app.ui.errors import sentence

REFUSED, _MISUSED = 3, 2


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status. Whoever reads what it says may have seen enough at any moment."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an old terminal shows ? for what it lacks
    try:
        return _run(arguments)
    except BrokenPipeError:
        return 0
    finally:
        _let_go()


def _run(arguments: Sequence[str]) -> int:
    options = _storable(_parser().parse_args(arguments))
    try:
        options.run(options)
        terminal.tell_the_rest()
    except Expected as error:
        _complain(" ".join(sentence(error).split()))
        return REFUSED
    except KeyboardInterrupt:
        _complain("stopped; nothing is half done.")
        return 130
    return 0


def _storable(options: argparse.Namespace) -> argparse.Namespace:
    """The texts of a command line without bytes that are no text; a file is still called what it is called."""
    for name, value in vars(options).items():
        if isinstance(value, str):
            setattr(options, name, storable(value))
        elif isinstance(value, list):
            setattr(options, name, [storable(one) if isinstance(one, str) else one for one in value])
    return options


def _complain(text: str) -> None:
    with contextlib.suppress(OSError):  # the status says it to whoever does not read, or cannot
        terminal.tell_aside(f"inspector-app: {text}")


def _let_go() -> None:
    """Write what nobody takes, as the reader has left or the disk is full, to nobody: Python would complain at its exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            with Path(os.devnull).open("wb") as nobody:
                os.dup2(nobody.fileno(), stream.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="inspector-app",
        description="Offline fieldwork tool for inspections.",
        epilog="inspector-app --self-check does everything once in a temporary place, and says whether it went right.",
    )
    parser.add_argument("--version", action="version", version=str(version()))
    subs = parser.add_subparsers(required=True, metavar="COMMAND")
    _documents(subs)
    identity_arguments.add_to(subs)
    _workspaces(subs)
    _work(subs)
    agreeing_arguments.add_to(subs)
    dipping.add_to(subs)
    returning.add_to(subs)
    accuracy.add_to(subs)
    members.add_to(subs)
    telling.add_to(subs)
    verifying.add_to(subs)
    profile.add_to(subs)
    calibrating.add_to(subs)
    _backups(subs)
    _records(subs)
    collection_arguments.add_to(subs)
    handoff_arguments.add_to(subs)
    _frameworks(subs)
    return parser


class _Parser(argparse.ArgumentParser):
    """Takes options by their whole names only, so that `--passphrase SECRET` is no short form of --passphrase-file."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        """Refuse wrong usage; what was typed, a file's name for one, is in the message."""
        with contextlib.suppress(BrokenPipeError):  # the status says it to whoever does not read
            super().error(terminal.shown(message))
        sys.exit(_MISUSED)


def _documents(subs: Subs) -> None:
    demo = subs.add_parser("demo", help="make a sample inspection: its ratings, and its draft findings into DIR")
    demo.add_argument("folder", metavar="DIR", type=Path)
    demo.add_argument(
        "--sample", choices=exchange.samples(), default=exchange.SAMPLE, help="the published report that it is"
    )
    demo.set_defaults(run=inspections.demo)

    rate = subs.add_parser("rate", help="ratings of an inspection document or table; nothing is stored")
    rate.add_argument("file", metavar="FILE", type=Path)
    rate.add_argument("--framework", metavar="ID", help="needed for a table; for a document, instead of its own")
    rate.add_argument("--json", action="store_true")
    rate.set_defaults(run=inspections.rate)

    report = subs.add_parser("report", help="the draft findings of a document, table or workspace")
    _add_copy(report)
    report.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    report.add_argument("--allow", metavar="REASON", default="", help="write it although it may identify somebody")
    report.set_defaults(run=inspections.report)

    check = subs.add_parser("check-text", help="what may identify somebody in a copy of the draft, with its place")
    _add_copy(check)
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=inspections.check_text)


def _add_copy(parser: argparse.ArgumentParser) -> None:
    """Of what the draft findings are, and for whom."""
    parser.add_argument("file", metavar="FILE-or-WORKSPACE", type=Path)
    parser.add_argument("--framework", metavar="ID", help="needed for a table")
    parser.add_argument(
        "--scope", choices=[scope.value for scope in Scope], default="panel", help="for whom the copy is"
    )
    add_passphrase(parser)


def _workspaces(subs: Subs) -> None:
    new = on_workspace(subs, "new", inspections.new, "make a workspace: one file, one inspection")
    new.add_argument("--framework", metavar="ID", required=True)
    new.add_argument("--service", metavar="NAME", required=True)
    new.add_argument("--start", metavar="DATE", type=_date, required=True, help="first day of fieldwork, YYYY-MM-DD")
    new.add_argument("--end", metavar="DATE", type=_date, help="last day; without it, the framework’s weeks and gaps")
    new.add_argument(
        "--gap", metavar="FIRST/LAST", dest="gaps", action="append", type=_span, default=[],
        help="days between them on which nobody is on site",
    )  # fmt: skip

    come = subs.add_parser("import", help="bring a document or table into a workspace")
    come.add_argument("file", metavar="DOC", type=Path)
    come.add_argument("--into", dest="workspace", metavar="WORKSPACE", type=Path, required=True)
    add_passphrase(come)
    come.set_defaults(run=inspections.import_)

    case_list_arguments.add_to(subs)

    export = on_workspace(subs, "export", inspections.export, "write the inspection as .json, .csv or .xlsx")
    export.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)

    pack = on_workspace(
        subs, "pack", inspections.pack, "case packs to print: every line of a case, to be filled by hand"
    )
    pack.add_argument(
        "cases", metavar="CASE", nargs="*", help="references; without one, every case that asks something"
    )
    pack.add_argument("--filled", action="store_true", help="with the answers and notes that are stored")
    pack.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    pack.add_argument("--allow", metavar="REASON", default="", help="write them although they may identify somebody")


def _work(subs: Subs) -> None:
    judge = on_workspace(subs, "judge", inspections.judge, "answer one key question or prompt on one case")
    add_item(judge)
    judge.add_argument("answer", choices=("yes", "no", "na", "clear"))
    judge.add_argument(
        "--note",
        metavar="TEXT",
        help="the prompt’s note, or the key question’s rationale; - reads it from standard input",
    )
    judge.add_argument("--reopen", metavar="REASON", help="open an accepted case again, with the reason, first")

    history = on_workspace(subs, "history", inspections.history, "who changed what, and when")
    add_item(history)
    history.add_argument("--json", action="store_true")

    conflicts = on_workspace(subs, "conflicts", handoff.conflicts_list, "what is contested, and by whom")
    conflicts.add_argument("--json", action="store_true")

    on_workspace(subs, "check", inspections.check, "whether file, log and backups are sound")


def _records(subs: Subs) -> None:
    seal = on_workspace(subs, "seal", records.seal, "write the ratings as a signed record that anyone can recompute")
    seal.add_argument("-o", "--output", metavar="RECORD.json", type=Path, required=True)
    verify = subs.add_parser("verify", help="whether a sealed record is signed as it stands, and recomputes")
    verify.add_argument("file", metavar="RECORD.json", type=Path)
    verify.set_defaults(run=records.verify)


def _backups(subs: Subs) -> None:
    backup = on_workspace(subs, "backup", backups.backup, "put a checked copy into the backups now")
    backup.add_argument("--to", metavar="FOLDER", type=Path, help="keep a second copy there too, from now on")

    restore = on_workspace(subs, "restore", backups.restore, "go back to a backup: the whole, one case or one item")
    restore.add_argument(
        "--from", dest="source", metavar="BACKUP", type=Path, help="without it, the newest that is sound"
    )
    part = restore.add_mutually_exclusive_group()
    part.add_argument("--case", metavar="REF", help="this case only, by steps that undo takes back")
    part.add_argument("-o", "--output", metavar="NEW", type=Path, help="into a new file; WORKSPACE stays")
    restore.add_argument("--item", metavar="QUESTION[/PROMPT]", help="of --case, this item only")
    restore.set_defaults(wrong=restore.error)

    on_workspace(subs, "rehearse", backups.rehearse, "restore the newest backups into a temporary place, and compare")
    recover = on_workspace(subs, "recover", backups.recover, "bring what a damaged file still holds into a new one")
    recover.add_argument("-o", "--output", metavar="NEW", type=Path, required=True)


def _frameworks(subs: Subs) -> None:
    frameworks = subs.add_parser("frameworks", help="what can be inspected against")
    acts = frameworks.add_subparsers(required=True, metavar="DO")
    listing = acts.add_parser("list", help="every framework")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=inspections.frameworks_list)
    show = acts.add_parser("show", help="one framework, with its rules and their sources")
    show.add_argument("framework", metavar="ID")
    show.set_defaults(run=inspections.frameworks_show)
    validate = acts.add_parser("validate", help="whether a framework file can be used")
    validate.add_argument("file", metavar="FILE", type=Path)
    validate.set_defaults(run=inspections.frameworks_validate)


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
