"""The commands for handing work over: cards, team, packages, conflicts."""

import argparse
from dataclasses import asdict
from pathlib import Path

from inspector_app.commands import session, words
from inspector_app.core import files
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import conflicts, handoffs, team
from inspector_app.core.services.laptop import Laptop

Options = argparse.Namespace


def card(options: Options) -> None:
    """Write this person's identity card."""
    laptop = session.unlocked(options)
    team.write_card(laptop, options.output)
    print(f"Identity card of {laptop.person.name}: {options.output}\nKey: {laptop.fingerprint()}")


def team_add(options: Options) -> None:
    """Put people into the team by their cards: all of them, or none when one card cannot be used."""
    cards = [team.read_card(path) for path in options.cards]
    with session.opened(options, options.workspace) as workspace:
        for found in cards:
            team.check(workspace, found)
        for found in cards:
            team.add(workspace, found)
            print(f"{found.name} is in the team. Key: {team.fingerprint(found)}")


def team_list(options: Options) -> None:
    """The team, and whose work is here up to when."""
    with session.opened(options, options.workspace) as workspace:
        keys = {m.id: team.fingerprint(m) for m in team.members(workspace)}
        rows = handoffs.rows(workspace)
    if options.json:
        print(session.as_json([{**asdict(row), "key": keys[row.person]} for row in rows]))
    else:
        print(words.team(rows, keys))


def export(options: Options) -> None:
    """Write a package for colleagues."""
    secret = _package_passphrase(options)
    with session.opened(options, options.workspace) as workspace:
        done = handoffs.export(
            workspace, options.output, to=options.to, everything=options.all, receipt=options.receipt,
            passphrase=secret, ticket=session.ticket(),
        )  # fmt: skip
    print(words.exported(done))


def inspect(options: Options) -> None:
    """What a package says of itself."""
    found = handoffs.inspect(session.unlocked(options), options.package, _package_passphrase(options))
    shown = words.manifest(found, team.fingerprint(found.sender))
    print(session.as_json(shown) if options.json else words.listed({**shown, "made": words.moment(found.made)}))


def import_(options: Options) -> None:
    """Bring packages in; into a workspace that does not exist yet, join the inspection."""
    secret = _package_passphrase(options)
    if not options.workspace.exists():
        found = _join(session.unlocked(options), options, secret)
    else:
        with session.opened(options, options.workspace) as workspace:
            take = handoffs.preview if options.dry_run else handoffs.import_
            found = take(workspace, options.packages, session.ticket(), secret)
    rows = [{**asdict(row), "path": str(row.path)} for row in found]
    print(session.as_json(rows) if options.json else words.received(found, tried_only=options.dry_run))


def conflicts_list(options: Options) -> None:
    """What is contested, with each side's value."""
    with session.opened(options, options.workspace) as workspace:
        found = conflicts.conflicts(workspace)
    print(session.as_json([asdict(c) for c in found]) if options.json else words.conflicts(found))


def _join(laptop: Laptop, options: Options, secret: str) -> list[handoffs.Received]:
    if options.dry_run:
        raise Expected(Code.FILE_MISSING, where=options.workspace)
    first, *others = options.packages
    workspace, found = handoffs.join(laptop, first, options.workspace, secret, session.ticket())
    try:
        return found + (handoffs.import_(workspace, others, session.ticket(), secret) if others else [])
    finally:
        workspace.close()


def _package_passphrase(options: Options) -> str:
    path: Path | None = options.package_passphrase_file
    if path is None:
        return ""
    lines = files.read_bytes(path).decode("utf-8", "replace").splitlines()
    if not lines or not lines[0]:
        raise Expected(Code.NO_PASSPHRASE)
    return lines[0]
