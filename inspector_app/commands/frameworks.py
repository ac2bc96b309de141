"""The frameworks that can be inspected against: listed, shown, and a new file tried. No inspection is opened."""

import argparse
from pathlib import Path

from inspector_app.commands import framework_words, session, terminal
from inspector_app.commands.options import Subs
from inspector_app.core.services import frameworks


def add_to(subs: Subs) -> None:
    """Put `frameworks` with its acts among the commands."""
    acts = subs.add_parser("frameworks", help="what can be inspected against").add_subparsers(
        required=True, metavar="DO"
    )
    listing = acts.add_parser("list", help="every framework")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=list_)
    one = acts.add_parser("show", help="one framework, with its rules and their sources")
    one.add_argument("framework", metavar="ID")
    one.set_defaults(run=show)
    tried = acts.add_parser("validate", help="whether a framework file can be used")
    tried.add_argument("file", metavar="FILE", type=Path)
    tried.set_defaults(run=validate)


def list_(options: argparse.Namespace) -> None:
    """Every framework."""
    known = frameworks.known(session.added_frameworks())
    if options.json:
        terminal.tell_json([{"id": f.id, "version": f.version, "title": f.title} for f in known])
    else:
        terminal.tell(*(f"{f.id:<14} {f.version}  {f.title}" for f in known))


def show(options: argparse.Namespace) -> None:
    """One framework, with its rules and their sources."""
    terminal.tell(*framework_words.framework(frameworks.find(options.framework, session.added_frameworks())))


def validate(options: argparse.Namespace) -> None:
    """Whether a framework file can be used."""
    found = frameworks.validate(options.file)
    terminal.tell(f"{options.file} can be used: {found.id}, version {found.version}, {found.title}")
