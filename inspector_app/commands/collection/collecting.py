"""Collections of inspections that are over: fed, listed, compared, exported (docs/collection.md)."""

import argparse

from inspector_app.commands import session, terminal
from inspector_app.commands.collection import words as collection_words
from inspector_app.core.services.results import collections


def add(options: argparse.Namespace) -> None:
    """Put sealed records, or documents as not sealed, into a collection."""
    extra, sealed = session.added_frameworks(), not options.not_sealed
    added = collections.add(options.where, options.files, extra, sealed=sealed, replace=options.replace)
    terminal.tell(*collection_words.added(added))


def list_(options: argparse.Namespace) -> None:
    """Every inspection of a collection."""
    found = collections.inspections(options.where)
    if options.json:
        terminal.tell_json([collection_words.inspection_json(one) for one in found])
    else:
        terminal.tell(*collection_words.inspections(found))


def compare(options: argparse.Namespace) -> None:
    """What is counted over a collection, and what may not be compared."""
    found = collections.compare(options.where, only_sealed=options.only_sealed)
    if options.json:
        terminal.tell_json([collection_words.together_json(one) for one in found])
    else:
        terminal.tell(*collection_words.compared(found))


def export(options: argparse.Namespace) -> None:
    """The figures of a collection as a file."""
    collections.export(options.where, options.output, only_sealed=options.only_sealed)
    terminal.tell(f"Exported: {options.output}")
