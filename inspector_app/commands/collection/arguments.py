"""The arguments of the commands on collections."""

import argparse
from pathlib import Path

from inspector_app.commands.collection import collecting
from inspector_app.commands.options import Run, Subs


def add_to(subs: Subs) -> None:
    """Put `collection` with its acts among the commands."""
    said = "figures of many inspections, in an SQLite file or the office’s PostgreSQL"
    acts = subs.add_parser("collection", help=said).add_subparsers(required=True, metavar="DO")
    _add(acts)
    _on_collection(acts, "list", collecting.list_, "every inspection in it").add_argument("--json", action="store_true")
    compare = _on_collection(acts, "compare", collecting.compare, "ratings and Yes rates, counted by framework")
    compare.add_argument("--json", action="store_true")
    export = _on_collection(acts, "export", collecting.export, "the same as a .csv or .xlsx")
    export.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    for parser in (compare, export):
        parser.add_argument("--only-sealed", action="store_true", help="leave out what was not sealed")


def _add(acts: Subs) -> None:
    add = _on_collection(acts, "add", collecting.add, "put sealed records in")
    add.add_argument("files", metavar="FILE", type=Path, nargs="+")
    add.add_argument(
        "--not-sealed", action="store_true", help="they are inspection documents, and marked as not sealed"
    )
    add.add_argument("--replace", action="store_true", help="in the place of what is there of the same inspections")


def _on_collection(acts: Subs, name: str, run: Run, text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = acts.add_parser(name, help=text)
    parser.add_argument(
        "where", metavar="COLLECTION", help="a file, or its URL for SQLAlchemy (sqlite:///…, postgresql://…)"
    )
    parser.set_defaults(run=run)
    return parser
