"""The arguments of the commands on documents and reports."""

import argparse
from pathlib import Path

from inspector_app.commands import inspections
from inspector_app.commands.options import Subs, add_passphrase, on_workspace
from inspector_app.core.services.documents import exchange


def add_to(subs: Subs) -> None:
    """Put `demo`, `rate`, `report`, `check-text`, `import`, `export` and `pack` among the commands."""
    _documents(subs)
    _workspaces(subs)


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
    parser.add_argument("--scope", choices=("panel", "lead", "service"), default="panel", help="for whom the copy is")
    add_passphrase(parser)


def _workspaces(subs: Subs) -> None:
    come = subs.add_parser("import", help="bring a document or table into a workspace")
    come.add_argument("file", metavar="DOC", type=Path)
    come.add_argument("--into", dest="workspace", metavar="WORKSPACE", type=Path, required=True)
    add_passphrase(come)
    come.set_defaults(run=inspections.import_)

    export = on_workspace(
        subs, "export", inspections.export, "write the inspection as .json, .csv or .xlsx, or all of it as .zip"
    )
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
