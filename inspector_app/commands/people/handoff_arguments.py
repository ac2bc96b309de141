"""The arguments of the commands on the team and its packages."""

import argparse
from pathlib import Path

from inspector_app.commands.options import Subs, add_file, add_passphrase, on_workspace, unlocking
from inspector_app.commands.people import handoff, team
from inspector_app.core.domain.roads import ROADS


def add_to(subs: Subs) -> None:
    """Put `conflicts`, `card`, `team` and `handoff` with their acts among the commands."""
    conflicts = on_workspace(subs, "conflicts", handoff.conflicts_list, "what is contested, and by whom")
    conflicts.add_argument("--json", action="store_true")
    _team(subs)
    _handoff(subs)


def _team(subs: Subs) -> None:
    card = unlocking(subs, "card", team.card, "write this person’s identity card, for colleagues")
    card.add_argument("-o", "--output", metavar="CARD", type=Path, required=True)

    acts = subs.add_parser("team", help="who works on an inspection").add_subparsers(required=True, metavar="DO")
    add = on_workspace(acts, "add", team.add, "put people into the team by their cards")
    add.add_argument("cards", metavar="CARD", type=Path, nargs="+")
    add.add_argument("--said", metavar="TEXT", default="", help="what colleagues are told of whom you introduce")
    add.add_argument("--changed", action="store_true", help="accept the cards in place of others of the same people")
    add.add_argument("--role", metavar="ROLE", default="", help="what the lead says that they are in this inspection")
    role = on_workspace(acts, "role", team.role, "the lead says what somebody is in this inspection")
    role.add_argument("who", metavar="NAME")
    role.add_argument("role", metavar="ROLE")
    accept = on_workspace(acts, "accept", team.accept, "say yes to somebody who was introduced")
    accept.add_argument("who", metavar="NAME|KEYGROUPS", nargs="+")
    accept.add_argument("--compared", choices=("face", "telephone"), help="how; without it, on the introducer’s word")
    for name, run, text in (
        ("lost", team.lost, "withdraw the card of a lost laptop, with a text for the incident report"),
        ("remove", team.remove, "withdraw the card of somebody who leaves the team"),
    ):
        on_workspace(acts, name, run, text).add_argument("who", metavar="NAME")
    listing = on_workspace(acts, "list", team.list_, "the team, and whose work is here up to when")
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
        help="on joining: only if the sender’s key is this one; or yes, to them and to everybody whom they introduce",
    )  # fmt: skip
    come.add_argument("--accept-framework", action="store_true", help="on joining: also if its framework text differs")
    come.set_defaults(run=handoff.import_)
    for parser in (inspect, come):
        add_passphrase(parser)
        _package_passphrase(parser)


def _handoff_export(acts: Subs) -> None:
    give = on_workspace(acts, "export", handoff.export, "write a package for colleagues")
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
    add_file(parser, "--package-passphrase-file", said)
