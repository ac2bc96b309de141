"""The verification of items of a case on the terminal: what stands, what lapsed, and verifying one."""

import argparse

from inspector_app.commands import opened, terminal
from inspector_app.commands.options import Subs, on_workspace
from inspector_app.core.domain.cases.verified import ItemRow
from inspector_app.core.services.cases import verifying
from inspector_app.core.words import count, say


def add_to(subs: Subs) -> None:
    """Put `verified` among the commands."""
    parser = on_workspace(subs, "verified", run, "what a quality lead verified on a case, and whether it still stands")
    parser.add_argument("case", metavar="CASE", help="the case’s reference")
    parser.add_argument("item", metavar="QUESTION[/PROMPT]", nargs="?", default="", help="verify this one as it stands")
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> None:
    """List, or verify one."""
    with opened.workspace(options, options.workspace) as workspace:
        case = workspace.case_id(options.case)
        if options.item:
            verifying.verify(workspace, f"{case}/{options.item}")
        rows = verifying.items(workspace, case)
    if options.json:
        terminal.tell_json([_json(row) for row in rows])
        return
    stand = sum(row.stands for row in rows)
    terminal.tell(
        count(stand, "{n} item is verified.", "{n} items are verified."),
        *(f"  {row.ref}: {_state(row)}" for row in rows),
    )


def _state(row: ItemRow) -> str:
    if row.stands:
        return say("verified")
    return say("verified, and changed since") if row.lapsed else say("not verified")


def _json(row: ItemRow) -> dict[str, object]:
    return {
        "item": row.ref, "answer": row.answer.value if row.answer else None, "by": row.given_by,
        "verified_by": row.verified_by, "verified_at": row.verified_at, "stands": row.stands, "lapsed": row.lapsed,
    }  # fmt: skip
