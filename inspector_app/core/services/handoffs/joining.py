"""Joining an inspection by a starting package: whom that trusts, and what differs, is seen before; then it is made here."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from inspector_app.core.domain.fields import INSPECTION, PERSON
from inspector_app.core.domain.ids import PersonId, device_of
from inspector_app.core.domain.steps.changes import Change
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.trust import Belief, How, Pin, Trusted
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.handoff.package import Manifest, Package
from inspector_app.core.services import frameworks, trusting
from inspector_app.core.services.handoffs import gathering
from inspector_app.core.services.handoffs.believing import Brought, bring_in
from inspector_app.core.services.handoffs.gathering import Chosen
from inspector_app.core.services.handoffs.receiving import Received, received
from inspector_app.core.services.handoffs.taking import opened, reporting
from inspector_app.core.services.people import membership, senders, team
from inspector_app.core.services.profile import listed
from inspector_app.core.services.profile.laptop import Laptop, now
from inspector_app.core.services.ticket import Ticket
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import acts
from inspector_app.core.storage.room import with_room


@dataclass(frozen=True, slots=True)
class Start:
    """What a starting package says before one joins by it.

    `people`: everybody with a card in it; of a package of the lead (`by_lead`) those whom a yes to it covers. `waiting`: who
    waits for a yes of their own all the same, for it was somebody else who introduced them.
    `differs`: what its framework says otherwise than the one of that id on this laptop; nothing where it is the same.
    """

    manifest: Manifest
    by_lead: bool
    people: tuple[Card, ...]
    waiting: tuple[Card, ...]
    framework: str
    differs: tuple[str, ...]


def look_into(laptop: Laptop, path: Chosen, passphrase: str = "") -> Start:
    """What joining by a package would trust. Expected: as `inspect`, and NOT_A_START, ALREADY_HERE, FRAMEWORK_INVALID."""
    package = _start(laptop, path, passphrase)
    about, text = package.manifest, package.read().start["framework_text"]
    framework = frameworks.checked(text, "the package")
    mine, everybody = (about.sender.id, laptop.person.id), _cards_in(package)
    by_lead = about.sender.id == about.lead and about.sender.id in _founders_in(package)
    theirs = {card.signing for card in (_cards_in(package, by=about.sender) if by_lead else everybody)}
    people = tuple(card for card in everybody if card.signing in theirs and card.id not in mine)
    return Start(
        manifest=about,
        by_lead=by_lead,
        people=people,
        waiting=tuple(card for card in everybody if card.signing not in theirs and card.id not in mine),
        framework=framework.title,
        differs=frameworks.differences(text, laptop.frameworks_folder),
    )


def join(
    laptop: Laptop,
    chosen: Chosen,
    into: Path,
    passphrase: str = "",
    ticket: Ticket | None = None,
    *,
    everybody: bool = False,
    framework: bool = False,
) -> tuple[Workspace, list[Received]]:
    """Make the workspace of an inspection that this laptop does not have yet, from a starting package.

    The sender is trusted on first use, and whom the lead introduces by their own package, or with `everybody` whomever
    its sender does: show `look_into` first. `framework`: a yes to a framework that differs from the one of that id here.
    Expected: as `import_`, and NOT_A_START, ALREADY_HERE, FRAMEWORK_DIFFERS, FILE_EXISTS, FOLDER_NOT_LOCAL.
    """
    path, package = gathering.named(chosen), _start(laptop, chosen, passphrase)
    about, text = package.manifest, package.read().start["framework_text"]
    differs = frameworks.differences(text, laptop.frameworks_folder)
    if differs and not framework:
        raise Expected(Code.FRAMEWORK_DIFFERS, where=path, framework=about.framework, differs="; ".join(differs))
    workspace = Workspace.join(laptop, into, about.inspection, about.service, text)
    try:
        found = _begin(workspace, package, path, ticket or Ticket(), everybody=everybody)
        team.add(workspace, laptop.card())
        workspace.finish()
        workspace.note_glance()  # the list of inspections calls it what its work does, and not what its package says
    except BaseException:
        workspace.discard()
        raise
    return workspace, [found]


def _start(laptop: Laptop, chosen: Chosen, passphrase: str) -> Package:
    path, package = gathering.named(chosen), opened(laptop, chosen, passphrase)
    about = package.manifest
    if "framework_text" not in package.read().start:
        raise Expected(Code.NOT_A_START, where=path, sender=about.sender.name)
    known = laptop.key_of(about.inspection)
    if known is not None and listed.file_of(known) is not None:
        raise Expected(Code.ALREADY_HERE, where=path, there=known.path, service=known.service)
    return package


def _begin(workspace: Workspace, package: Package, path: Path, ticket: Ticket, *, everybody: bool) -> Received:
    """Take what the package holds, and accept whom a person said yes to by joining."""
    laptop, about = workspace.laptop, package.manifest
    before = laptop.trusted(about.inspection)
    _refuse_another(before, about.sender, path)
    first = _on_first_use(before, package)
    senders.refuse_anothers_laptop(Belief(laptop.card(), first, {}), about, path)
    with with_room(workspace.database), workspace.database.write() as connection:
        report = reporting(ticket, about.sender.name)
        brought = bring_in(connection, laptop, first, package, report)
        founders = acts.founders(connection, trusting.myself(laptop))
        if not founders:
            raise Expected(Code.NOT_A_START, where=path, sender=about.sender.name)
        lead = about.lead if about.lead in founders else founders[0]
        trusted = replace(before, leads=before.leads or (lead,)).accepting(Pin(about.sender, How.JOINED, now()))
        for card in _introduced(workspace, connection, brought, trusted, everybody=everybody):
            trusted = trusted.accepting(Pin(card, How.JOINED, now(), about.sender.name))
        laptop.trust(about.inspection, lambda _: trusted)
        found = trusting.belief(laptop, connection, trusted)
        return received(workspace, connection, package, replace(brought, belief=found), path)


def _refuse_another(before: Trusted, sender: Card, path: Path) -> None:
    """The file of an inspection may be lost, and whom one accepted in it is still known."""
    pin = before.pin(sender.id)
    if before.pins and (pin is None or pin.card.signing != sender.signing):
        raise Expected(Code.NOT_FROM_TEAM, where=path, sender=sender.name, key=team.fingerprint(sender))


def _on_first_use(before: Trusted, package: Package) -> Trusted:
    """Whom to believe while nothing is here yet that could be replaced: every card that the package holds."""
    trusted = replace(before, leads=before.leads or (package.manifest.lead,))
    for card in (*_cards_in(package), package.manifest.sender):
        trusted = replace(trusted, pins=(*trusted.pins, Pin(card, How.JOINED, "")))
    return trusted


def _introduced(
    workspace: Workspace, connection: Connection, brought: Brought, trusted: Trusted, *, everybody: bool
) -> list[Card]:
    """Whom a yes to joining covers."""
    found = replace(brought.belief, trusted=trusted)
    rows = membership.waiting(connection, found, trusting.myself(workspace.laptop))
    by_lead = trusted.pin(trusted.lead) is not None
    return [row.card for row in rows if everybody or (by_lead and row.by_lead and not row.changed)]


def _cards_in(package: Package, by: Card | None = None) -> tuple[Card, ...]:
    """Every card in the work that a laptop of theirs (or anybody's) introduces, each once; what is none is passed over."""
    found: dict[str, Card] = {}
    devices = {s.device for s in package.read().stretches if by is None or s.signer == by.signing}
    for _, change in _said_in(package, PERSON.code, "card"):
        if by is not None and device_of(change.step) not in devices:
            continue
        with suppress(Expected):
            card = card_file.read(str(change.value).encode(), "")
            if card.id == change.entity_id:
                found[card.signing] = card
    return tuple(found.values())


def _founders_in(package: Package) -> frozenset[PersonId]:
    """Who made the inspection, as the work says."""
    return frozenset(by for by, change in _said_in(package, INSPECTION.code, "service") if not change.parents)


def _said_in(package: Package, entity: str, field: str) -> Iterator[tuple[PersonId, Change]]:
    """Who says what of such a field in the work."""
    for line in package.read().steps():
        for change in line.made.changes:
            if (change.entity, change.field) == (entity, field):
                yield line.made.step.author, change
