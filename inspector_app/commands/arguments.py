"""The arguments of the commands, and how they end: 0 done, 2 wrong usage, 3 refused in one line, 1 a bug of ours."""

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, TypeAlias

from inspector_app.commands import (
    agreeing_arguments,
    backups,
    case_list,
    collection_arguments,
    dipping,
    handoff,
    identity,
    inspections,
    records,
    team,
    terminal,
)
from inspector_app.core.domain.days import spans
from inspector_app.core.domain.days.spans import Span
from inspector_app.core.domain.roads import ROADS
from inspector_app.core.errors import Expected
from inspector_app.core.version import version
from inspector_app.ui.errors import sentence

REFUSED = 3


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status. Whoever reads what it says may have seen enough at any moment."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # an old terminal shows ? for what it lacks
    try:
        return _run(arguments)
    except BrokenPipeError:
        return 0
    finally:
        _say_the_rest()


def _run(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except Expected as error:
        _complain(" ".join(sentence(error).split()))
        return REFUSED
    except KeyboardInterrupt:
        _complain("stopped; nothing is half done.")
        return 130
    return 0


def _complain(text: str) -> None:
    with contextlib.suppress(BrokenPipeError):  # the status says it to whoever does not read
        terminal.tell_aside(f"inspector-app: {text}")


def _say_the_rest() -> None:
    """Write out what is still held back; to nobody, where the reader has left, or Python would complain at its exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:  # as under a window without a console
                stream.flush()
        except BrokenPipeError:
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
    _identity(subs)
    _workspaces(subs)
    agreeing_arguments.add_to(subs, _on_workspace)
    dipping.add_to(subs, _on_workspace)
    _team(subs)
    _backups(subs)
    _records(subs)
    collection_arguments.add_to(subs)
    _handoff(subs)
    _frameworks(subs)
    return parser


class _Parser(argparse.ArgumentParser):
    """Takes options by their whole names only, so that `--passphrase SECRET` is no short form of --passphrase-file."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        """Refuse wrong usage; what was typed, a file's name for one, is in the message."""
        super().error(terminal.shown(message))


Subs: TypeAlias = "argparse._SubParsersAction[_Parser]"  # argparse has no public name for it


def _documents(subs: Subs) -> None:
    demo = subs.add_parser("demo", help="make the sample inspection: its ratings, and its draft findings into DIR")
    demo.add_argument("folder", metavar="DIR", type=Path)
    demo.set_defaults(run=inspections.demo)

    rate = subs.add_parser("rate", help="ratings of an inspection document or table; nothing is stored")
    rate.add_argument("file", metavar="FILE", type=Path)
    rate.add_argument("--framework", metavar="ID", help="needed for a table; for a document, instead of its own")
    rate.add_argument("--json", action="store_true")
    rate.set_defaults(run=inspections.rate)

    report = subs.add_parser("report", help="the draft findings of a document, table or workspace")
    report.add_argument("file", metavar="FILE-or-WORKSPACE", type=Path)
    report.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    report.add_argument("--framework", metavar="ID", help="needed for a table")
    report.add_argument("--scope", choices=("panel", "lead", "service"), default="panel", help="for whom the copy is")
    report.add_argument("--allow", metavar="REASON", default="", help="write it although it may identify somebody")
    _passphrase(report)
    report.set_defaults(run=inspections.report)


def _identity(subs: Subs) -> None:
    do = subs.add_parser("identity", help="the person on this laptop").add_subparsers(required=True, metavar="DO")
    new = _unlocking(do, "new", identity.new, "set up who works on this laptop")
    new.add_argument("--person", metavar="NAME", required=True)
    new.add_argument("--role", default="inspector")
    new.add_argument("--beside", action="store_true", help="also where inspections are that no keyring here opens")
    _unlocking(do, "show", identity.show, "who works on this laptop").add_argument("--json", action="store_true")
    _unlocking(do, "code", identity.code, "make a recovery code, and show it once")
    _new_passphrase(_unlocking(do, "passphrase", identity.passphrase, "choose another passphrase"))
    rename = _unlocking(do, "rename", identity.rename, "another name or role")
    rename.add_argument("--person", metavar="NAME")
    rename.add_argument("--role")
    _ways_back(do)


def _ways_back(do: Subs) -> None:
    recover = do.add_parser("recover", help="unlock with the recovery code, and choose another passphrase")
    _file(recover, "--code-file", "the code on its first line; otherwise INSPECTOR_RECOVERY_CODE or a prompt")
    _new_passphrase(recover)
    recover.set_defaults(run=identity.recover)
    ways = do.add_parser("ways", help="the keyrings that can be brought back")
    ways.add_argument("--json", action="store_true")
    ways.set_defaults(run=identity.ways)
    restore = _unlocking(do, "restore", identity.restore, "bring back a keyring that is missing, damaged or older")
    restore.add_argument("which", choices=("copy", "former", "here"), help="which of those that `ways` lists")


def _case_list(subs: Subs) -> None:
    cases = subs.add_parser("cases", help="bring a service's list of cases (.csv, .tsv, .txt, .xlsx) into a workspace")
    cases.add_argument("file", metavar="LIST", type=Path)
    cases.add_argument("--into", dest="workspace", metavar="WORKSPACE", type=Path, required=True)
    cases.add_argument("--sample", metavar="CODE", default="", help="that of rows which name none")
    cases.add_argument(
        "--column", metavar="FIELD=HEADING", dest="columns", action="append", type=_pair, default=[],
        help="which column is what, where its heading does not say",
    )  # fmt: skip
    cases.add_argument(
        "--type", metavar="WORD=TYPE", dest="types", action="append", type=_pair, default=[],
        help="what a word of the list for a type means; WORD== leaves it as it stands, WORD=- leaves its rows out",
    )  # fmt: skip
    _passphrase(cases)
    cases.set_defaults(run=case_list.cases)


def _pair(text: str) -> tuple[str, str]:
    first, equals, second = text.partition("=")
    if not (first.strip() and equals and second.strip()):
        raise argparse.ArgumentTypeError(f"{text!r} is not two words with = between them")
    return first.strip(), second.strip()


def _new_passphrase(parser: argparse.ArgumentParser) -> None:
    said = "the new one on its first line; otherwise INSPECTOR_NEW_PASSPHRASE or a prompt"
    _file(parser, "--new-passphrase-file", said)


def _workspaces(subs: Subs) -> None:
    new = _on_workspace(subs, "new", inspections.new, "make a workspace: one file, one inspection")
    new.add_argument("--framework", metavar="ID", required=True)
    new.add_argument("--service", metavar="NAME", required=True)
    new.add_argument("--start", metavar="DATE", type=_date, required=True, help="first day of fieldwork, YYYY-MM-DD")
    new.add_argument("--end", metavar="DATE", type=_date, help="last day; without it, the framework's weeks and gaps")
    new.add_argument(
        "--gap", metavar="FIRST/LAST", dest="gaps", action="append", type=_span, default=[],
        help="days between them on which nobody is on site",
    )  # fmt: skip

    come = subs.add_parser("import", help="bring a document or table into a workspace")
    come.add_argument("file", metavar="DOC", type=Path)
    come.add_argument("--into", dest="workspace", metavar="WORKSPACE", type=Path, required=True)
    _passphrase(come)
    come.set_defaults(run=inspections.import_)

    _case_list(subs)

    export = _on_workspace(subs, "export", inspections.export, "write the inspection as .json, .csv or .xlsx")
    export.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)

    pack = _on_workspace(
        subs, "pack", inspections.pack, "case packs to print: every line of a case, to be filled by hand"
    )
    pack.add_argument(
        "cases", metavar="CASE", nargs="*", help="references; without one, every case that asks something"
    )
    pack.add_argument("--filled", action="store_true", help="with the answers and notes that are stored")
    pack.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    pack.add_argument("--allow", metavar="REASON", default="", help="write them although they may identify somebody")

    judge = _on_workspace(subs, "judge", inspections.judge, "answer one key question or prompt on one case")
    _item(judge)
    judge.add_argument("answer", choices=("yes", "no", "na", "clear"))
    judge.add_argument(
        "--note",
        metavar="TEXT",
        help="the prompt's note, or the key question's rationale; - reads it from standard input",
    )
    judge.add_argument("--reopen", metavar="REASON", help="open an accepted case again, with the reason, first")

    history = _on_workspace(subs, "history", inspections.history, "who changed what, and when")
    _item(history)
    history.add_argument("--json", action="store_true")

    conflicts = _on_workspace(subs, "conflicts", handoff.conflicts_list, "what is contested, and by whom")
    conflicts.add_argument("--json", action="store_true")

    _on_workspace(subs, "check", inspections.check, "whether file, log and backups are sound")


def _records(subs: Subs) -> None:
    seal = _on_workspace(subs, "seal", records.seal, "write the ratings as a signed record that anyone can recompute")
    seal.add_argument("-o", "--output", metavar="RECORD.json", type=Path, required=True)
    verify = subs.add_parser("verify", help="whether a sealed record is signed as it stands, and recomputes")
    verify.add_argument("file", metavar="RECORD.json", type=Path)
    verify.set_defaults(run=records.verify)


def _backups(subs: Subs) -> None:
    backup = _on_workspace(subs, "backup", backups.backup, "put a checked copy into the backups now")
    backup.add_argument("--to", metavar="FOLDER", type=Path, help="keep a second copy there too, from now on")

    restore = _on_workspace(subs, "restore", backups.restore, "go back to a backup: the whole, one case or one item")
    restore.add_argument(
        "--from", dest="source", metavar="BACKUP", type=Path, help="without it, the newest that is sound"
    )
    part = restore.add_mutually_exclusive_group()
    part.add_argument("--case", metavar="REF", help="this case only, by steps that undo takes back")
    part.add_argument("-o", "--output", metavar="NEW", type=Path, help="into a new file; WORKSPACE stays")
    restore.add_argument("--item", metavar="QUESTION[/PROMPT]", help="of --case, this item only")
    restore.set_defaults(wrong=restore.error)

    _on_workspace(subs, "rehearse", backups.rehearse, "restore the newest backups into a temporary place, and compare")
    recover = _on_workspace(subs, "recover", backups.recover, "bring what a damaged file still holds into a new one")
    recover.add_argument("-o", "--output", metavar="NEW", type=Path, required=True)


def _team(subs: Subs) -> None:
    card = _unlocking(subs, "card", team.card, "write this person's identity card, for colleagues")
    card.add_argument("-o", "--output", metavar="CARD", type=Path, required=True)

    acts = subs.add_parser("team", help="who works on an inspection").add_subparsers(required=True, metavar="DO")
    add = _on_workspace(acts, "add", team.add, "put people into the team by their cards")
    add.add_argument("cards", metavar="CARD", type=Path, nargs="+")
    add.add_argument("--said", metavar="TEXT", default="", help="what colleagues are told of whom you introduce")
    add.add_argument("--changed", action="store_true", help="accept the cards in place of others of the same people")
    accept = _on_workspace(acts, "accept", team.accept, "say yes to somebody who was introduced")
    accept.add_argument("who", metavar="NAME|KEYGROUPS", nargs="+")
    accept.add_argument("--compared", choices=("face", "telephone"), help="how; without it, on the introducer's word")
    for name, run, text in (
        ("lost", team.lost, "withdraw the card of a lost laptop, with a text for the incident report"),
        ("remove", team.remove, "withdraw the card of somebody who leaves the team"),
    ):
        _on_workspace(acts, name, run, text).add_argument("who", metavar="NAME")
    listing = _on_workspace(acts, "list", team.list_, "the team, and whose work is here up to when")
    listing.add_argument("--json", action="store_true")


def _handoff(subs: Subs) -> None:
    acts = subs.add_parser("handoff", help="packages to and from colleagues").add_subparsers(
        required=True, metavar="DO"
    )
    _handoff_export(acts)
    inspect = acts.add_parser("inspect", help="what a package says of itself")
    inspect.add_argument("package", metavar="PKG", type=Path)
    inspect.add_argument("parts", metavar="PART", type=Path, nargs="*", help="the other parts of it, in any order")
    inspect.add_argument("--json", action="store_true")
    inspect.set_defaults(run=handoff.inspect)
    come = acts.add_parser("import", help="bring packages in, or join the inspection when WORKSPACE is not there yet")
    come.add_argument("packages", metavar="PKG", type=Path, nargs="+")
    come.add_argument("--into", dest="workspace", metavar="WORKSPACE", type=Path, required=True)
    come.add_argument("--dry-run", action="store_true", help="say what would come in, and change nothing")
    come.add_argument("--json", action="store_true")
    come.add_argument(
        "--accept", metavar="KEYGROUPS|yes", nargs="+",
        help="on joining: only if the sender's key is this one; or yes, to them and to everybody whom they introduce",
    )  # fmt: skip
    come.add_argument("--accept-framework", action="store_true", help="on joining: also if its framework text differs")
    come.set_defaults(run=handoff.import_)
    for parser in (inspect, come):
        _passphrase(parser)
        _package_passphrase(parser)


def _handoff_export(acts: Subs) -> None:
    give = _on_workspace(acts, "export", handoff.export, "write a package for colleagues")
    give.add_argument("-o", "--output", metavar="PKG", type=Path, required=True)
    give.add_argument("--to", metavar="NAME", nargs="+", default=[], help="without it, the whole team")
    give.add_argument("--all", action="store_true", help="everything, not just what they are not known to have")
    give.add_argument("--receipt", action="store_true", help="no work: only word of what has arrived here")
    give.add_argument(
        "--parts", metavar="MB", type=_megabytes, default=0, help="cut what is larger into parts of at most so many MB"
    )
    give.add_argument("--by", choices=ROADS, default="", help="by which road it goes, for the ledger")
    _package_passphrase(give)


def _megabytes(typed: str) -> int:
    """From 1 to 500. Raises ValueError, which argparse says."""
    if not 1 <= (found := int(typed)) <= 500:
        raise ValueError
    return found


def _package_passphrase(parser: argparse.ArgumentParser) -> None:
    said = "its first line seals or opens the package, for somebody without a card"
    _file(parser, "--package-passphrase-file", said)


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


def _on_workspace(subs: Subs, name: str, run: inspections.Command, text: str) -> _Parser:
    parser = _unlocking(subs, name, run, text)
    parser.add_argument("workspace", metavar="WORKSPACE", type=Path)
    return parser


def _unlocking(subs: Subs, name: str, run: inspections.Command, text: str) -> _Parser:
    """A command that needs this laptop's passphrase."""
    parser = subs.add_parser(name, help=text)
    _passphrase(parser)
    parser.set_defaults(run=run)
    return parser


def _item(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE", help="the case's reference")
    parser.add_argument("item", metavar="QUESTION[/PROMPT]", help="for example 2.1.1 or 2.1.1/a")


def _passphrase(parser: argparse.ArgumentParser) -> None:
    _file(parser, "--passphrase-file", "its first line; otherwise INSPECTOR_PASSPHRASE or a prompt")


def _file(parser: argparse.ArgumentParser, option: str, said: str) -> None:
    parser.add_argument(option, metavar="FILE", type=Path, help=said)


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
