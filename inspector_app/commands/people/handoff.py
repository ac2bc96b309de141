"""The commands for handing work over: packages out and in, joining, conflicts."""

import argparse
from dataclasses import asdict
from pathlib import Path

from inspector_app.commands import opened, secrets_typed, session, terminal, trust_words, words
from inspector_app.core import reached
from inspector_app.core.domain.roads import Road
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import handoffs
from inspector_app.core.services.cases import conflicts
from inspector_app.core.services.people import team
from inspector_app.core.services.profile.laptop import Laptop

Options = argparse.Namespace
MEGABYTE = 1_000_000  # bytes, as mail counts what it takes


def export(options: Options) -> None:
    """Write a package for colleagues."""
    secret = secrets_typed.package_passphrase(options)
    with opened.workspace(options, options.workspace) as workspace:
        done = handoffs.export(
            workspace, options.output, to=options.to, everything=options.all, receipt=options.receipt,
            passphrase=secret, ticket=session.ticket(), part=options.parts * MEGABYTE, road=Road(options.by),
        )  # fmt: skip
    terminal.tell(*words.exported(done, receipt=options.receipt))


def inspect(options: Options) -> None:
    """What a package says of itself."""
    laptop, secret = session.unlocked(options), secrets_typed.package_passphrase(options)
    chosen = handoffs.sorted_out([options.package, *options.parts])
    if len(chosen) > 1:
        raise Expected(Code.PARTS_MIXED, where=options.parts[0], other=options.package)
    found = handoffs.inspect(laptop, chosen[0], secret)
    shown = words.manifest(found, team.fingerprint(found.sender))
    if options.json:
        terminal.tell_json(shown)
    else:
        numbers = ", ".join(str(number) for number in sorted(set(found.number.values())))
        terminal.tell(*terminal.listed({**shown, "number": numbers, "made": words.moment(found.made)}))


def import_(options: Options) -> None:
    """Bring packages in; into a workspace that does not exist yet, join the inspection."""
    secret = secrets_typed.package_passphrase(options)
    there = reached.is_there(options.workspace)
    if not there and options.dry_run:
        _would_join(session.unlocked(options), options, secret)
        return
    if not there:
        found = _join(session.unlocked(options), options, secret)
    else:
        with opened.workspace(options, options.workspace) as workspace:
            take = handoffs.preview if options.dry_run else handoffs.import_
            found = take(workspace, options.packages, session.ticket(), secret)
    if options.json:
        terminal.tell_json([trust_words.as_json(row) for row in found])
    else:
        terminal.tell(*words.received(found, tried_only=options.dry_run))


def conflicts_list(options: Options) -> None:
    """What is contested, with each side's value."""
    with opened.workspace(options, options.workspace) as workspace:
        found = conflicts.conflicts(workspace)
    if options.json:
        terminal.tell_json([asdict(c) for c in found])
    else:
        terminal.tell(*words.conflicts(found))


def _would_join(laptop: Laptop, options: Options, secret: str) -> None:
    start = handoffs.look_into(laptop, handoffs.sorted_out(options.packages)[0], secret)
    if options.json:
        terminal.tell_json([words.manifest(start.manifest, team.fingerprint(start.manifest.sender))])
    else:
        terminal.tell(*trust_words.would_join(start, options.workspace))


def _join(laptop: Laptop, options: Options, secret: str) -> list[handoffs.Received]:
    first, *others = handoffs.sorted_out(options.packages)
    start = handoffs.look_into(laptop, first, secret)
    everybody = _accepted(start, options.accept, handoffs.paths_of(first)[0])
    framework = options.accept_framework or bool(start.differs and session.asked(trust_words.differing(start)))
    workspace, found = handoffs.join(
        laptop, first, options.workspace, secret, session.ticket(), everybody=everybody, framework=framework
    )
    try:
        if not options.json:
            terminal.tell(*trust_words.joined(start, handoffs.rows(workspace)))
        rest = [path for one in others for path in handoffs.paths_of(one)]
        return found + (handoffs.import_(workspace, rest, session.ticket(), secret) if rest else [])
    finally:
        workspace.close()


def _accepted(start: handoffs.Start, given: list[str] | None, where: Path) -> bool:
    """Whether a yes covers everybody whom the sender introduces. Expected: NOT_ACCEPTED, for another key or a no."""
    sender = start.manifest.sender
    key, said = team.fingerprint(sender), "".join(given or ())
    if said.casefold() == "yes":
        return True
    fits = said == key.replace(" ", "") if said else session.asked(trust_words.asked_to_join(start), without=True)
    if not fits:
        raise Expected(Code.NOT_ACCEPTED, where=where, sender=sender.name, key=key)
    return False
