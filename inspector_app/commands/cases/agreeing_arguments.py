"""The arguments of the commands by which a case marked twice comes to its agreed version."""

import argparse
from collections.abc import Callable

from inspector_app.commands.cases import agreeing
from inspector_app.commands.options import Subs, on_workspace


def add_to(subs: Subs) -> None:
    """Put `agree` with its acts among the commands."""
    said = "the agreed version of a case that several marked, by somebody who is no marker"
    acts = subs.add_parser("agree", help=said).add_subparsers(required=True, metavar="DO")

    def act(name: str, run: Callable[[argparse.Namespace], None], text: str) -> argparse.ArgumentParser:
        parser = on_workspace(acts, name, run, text)
        parser.add_argument("case", metavar="CASE", help="the case’s reference")
        return parser

    show = act("show", agreeing.show, "what is agreed and what is open, without names")
    show.add_argument("--names", action="store_true", help="say who marked what")
    show.add_argument("--json", action="store_true")
    equal = act("equal", agreeing.equal, "agree at once on all that was answered alike")
    equal.add_argument("--undo", action="store_true", help="open all of it again")
    keep = _on_item(act("keep", agreeing.keep, "settle a difference as one of the markings has it"))
    keep.add_argument("which", choices=agreeing.WHICH)
    write = _on_item(act("write", agreeing.write, "settle a difference by an answer of its own"))
    write.add_argument("answer", choices=("yes", "no", "na"))
    write.add_argument("--note", metavar="TEXT", default="", help="- reads it from standard input")
    act("settle", agreeing.settle, "make the agreed version the answers of the case")
    act("reopen", agreeing.reopen, "open a settled agreed version again")


def _on_item(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("item", metavar="QUESTION[/PROMPT]", help="for example 2.1.1 or 2.1.1/a")
    return parser
