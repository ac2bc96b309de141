"""Whom this laptop believes in an inspection: what its keyring holds, and what the lead's own line says of it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace

from inspector_app.core.domain import roles
from inspector_app.core.domain.ids import PersonId, WorkspaceId
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.trust import Belief, Standing, Trusted, Withdrawal
from inspector_app.core.errors import Expected
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.storage.database import Connection, Database
from inspector_app.core.storage.log import acts, ruled, union
from inspector_app.core.storage.log.acts import Self
from inspector_app.core.storage.reading import people


def myself(laptop: Laptop) -> Self:
    """This laptop's person, and every id the laptop had."""
    return Self(PersonId(laptop.person.id), frozenset(device.id for device in laptop.keyring.devices))


def belief(laptop: Laptop, connection: Connection, trusted: Trusted) -> Belief:
    """What decides whether a stretch is believed, for this trust and what is in the file."""
    me = myself(laptop)
    withdrawn = acts.withdrawals(connection, trusted.leads, me)
    for person in acts.removed(connection, trusted.leads, me):
        for pin in trusted.pins:
            if pin.card.id == person:
                withdrawn.setdefault(pin.card.signing, Withdrawal(person, None))
    return Belief(laptop.unsigned_card(), trusted, withdrawn)


def believed(laptop: Laptop, workspace: WorkspaceId, connection: Connection) -> Belief:
    """The same, for the trust that the keyring holds of an inspection."""
    return belief(laptop, connection, laptop.trusted(workspace))


def bring_up_to_date(laptop: Laptop, workspace: WorkspaceId, database: Database) -> None:
    """Copy whom the keyring holds into the file, for lists. Of an inspection from before it was kept, note who leads it.

    A backup stays as it is. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    if database.only_read:
        return
    with database.write() as connection:
        keep_up(laptop, workspace, connection)


def keep_up(laptop: Laptop, workspace: WorkspaceId, connection: Connection) -> None:
    """The same, in the transaction of what makes it necessary: refused, neither was done. Expected: as it."""
    known = bool(laptop.trusted(workspace).leads)  # looked at first: who founded it is read from the log
    if not known and (founders := acts.founders(connection, myself(laptop))):
        laptop.trust(workspace, lambda trusted: replace(trusted, leads=trusted.leads or founders[:1]))
    found = believed(laptop, workspace, connection)
    if ruled.note(connection, found.trusted.leads):
        union.found_anew(connection)
    said = roles_said(laptop, found.trusted, connection)
    people.copy_accepted(connection, [_as_shown(card, said, found.trusted) for card in known_cards(found)])


def roles_said(laptop: Laptop, trusted: Trusted, connection: Connection) -> dict[str, str]:
    """What the lead's own line says that people are, by person id. Nobody else's line counts, nor what a card says."""
    return acts.roles(connection, trusted.leads, myself(laptop))


@contextmanager
def or_as_before(laptop: Laptop, workspace: WorkspaceId) -> Iterator[None]:
    """Whom the keyring trusts is put back when the block is refused: a card counts on this laptop when the file has it too.

    The keyring is written before the transaction of the file ends, and only that can fail then.
    """
    before = laptop.trusted(workspace)
    try:
        yield
    except BaseException:
        with suppress(Expected):  # the disk is gone: what was refused first is said
            if laptop.trusted(workspace) != before:
                laptop.trust(workspace, lambda _: before)
        raise


def known_cards(found: Belief) -> list[Card]:
    """Everybody whose card was ever accepted, each once; without keys where it counts no longer."""
    latest = {pin.card.id: pin.card for pin in sorted(found.trusted.pins, key=lambda pin: not pin.retired)}
    counting = (Standing.ACCEPTED, Standing.ME)
    cards = {**latest, found.me.id: found.me}.values()
    return [card if found.stands(card.id) in counting else replace(card, signing="", sealing="") for card in cards]


def _as_shown(card: Card, said: Mapping[str, str], trusted: Trusted) -> Card:
    """A card with the role that its person has in the inspection. Of one that nobody is known to lead, as it is."""
    if not trusted.lead:
        return card
    role = roles.in_inspection(said.get(card.id, ""), card.role, lead=card.id == trusted.lead)
    return replace(card, role=role)
