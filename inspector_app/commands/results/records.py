"""The sealed record of the ratings: made, and verified."""

import argparse
from datetime import datetime
from pathlib import Path

from inspector_app.commands import opened, session, terminal, words
from inspector_app.commands.options import Subs, on_workspace
from inspector_app.core.domain.days import when
from inspector_app.core.services.results import sealing
from inspector_app.core.services.results.sealing import Record


def add_to(subs: Subs) -> None:
    """Put `seal` and `verify` among the commands."""
    made = on_workspace(subs, "seal", seal, "write the ratings as a signed record that anyone can recompute")
    made.add_argument("-o", "--output", metavar="RECORD.json", type=Path, required=True)
    verifying = subs.add_parser("verify", help="whether a sealed record is signed as it stands, and recomputes")
    verifying.add_argument("file", metavar="RECORD.json", type=Path)
    verifying.set_defaults(run=verify)


def seal(options: argparse.Namespace) -> None:
    """Write the signed record of the ratings of a workspace."""
    with opened.workspace(options, options.workspace) as workspace:
        record = sealing.seal(workspace, options.output)
    terminal.tell(f"Sealed: {options.output}", *_said(record))


def verify(options: argparse.Namespace) -> None:
    """Whether a record is signed as it stands, and recomputes."""
    record = sealing.verify(options.file, session.added_frameworks())
    terminal.tell(
        f"{options.file} is signed as it stands, and every figure and rating comes out of it.",
        *_said(record),
        "",
        f"The key groups of {record.by.name}, to compare with their identity card: {record.groups}",
    )


def _said(record: Record) -> list[str]:
    at = when.printed(datetime.fromisoformat(record.at).astimezone())
    ratings = words.rated(record.rated, words.subject(record.inspection), "")
    return [f"Sealed by {record.by.name}: {at}", "", *ratings]
