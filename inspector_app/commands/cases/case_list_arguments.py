"""The arguments of the command that brings in a service's list of cases."""

import argparse
from pathlib import Path

from inspector_app.commands.cases import case_list
from inspector_app.commands.options import Subs, add_passphrase


def add_to(subs: Subs) -> None:
    """Put `cases` among the commands."""
    cases = subs.add_parser(
        "cases", help="bring a service’s list of cases (.csv, .tsv, .txt, .xlsx, .ods) into a workspace"
    )
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
    add_passphrase(cases)
    cases.set_defaults(run=case_list.cases)


def _pair(text: str) -> tuple[str, str]:
    first, equals, second = text.partition("=")
    if not (first.strip() and equals and second.strip()):
        raise argparse.ArgumentTypeError(f"{text!r} is not two words with = between them")
    return first.strip(), second.strip()
