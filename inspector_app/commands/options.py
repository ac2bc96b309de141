"""The options and kinds of parsers that commands have in common."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

Subs: TypeAlias = "argparse._SubParsersAction[Any]"  # argparse has no public name for it
Run = Callable[[argparse.Namespace], object]


def on_workspace(subs: Subs, name: str, run: Run, text: str) -> argparse.ArgumentParser:
    """A command on one inspection, which needs this laptop's passphrase."""
    parser = unlocking(subs, name, run, text)
    parser.add_argument("workspace", metavar="WORKSPACE", type=Path)
    return parser


def unlocking(subs: Subs, name: str, run: Run, text: str) -> argparse.ArgumentParser:
    """A command that needs this laptop's passphrase."""
    parser: argparse.ArgumentParser = subs.add_parser(name, help=text)
    add_passphrase(parser)
    parser.set_defaults(run=run)
    return parser


def add_item(parser: argparse.ArgumentParser) -> None:
    """A case and a key question or prompt on it."""
    parser.add_argument("case", metavar="CASE", help="the case’s reference")
    parser.add_argument("item", metavar="QUESTION[/PROMPT]", help="for example 2.1.1 or 2.1.1/a")


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """Where this laptop's passphrase stands."""
    add_file(parser, "--passphrase-file", "its first line; otherwise INSPECTOR_PASSPHRASE or a prompt")


def add_file(parser: argparse.ArgumentParser, option: str, said: str) -> None:
    """A file in which something stands that nobody should see typed."""
    parser.add_argument(option, metavar="FILE", type=Path, help=said)
