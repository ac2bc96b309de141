"""The team of an inspection: identity cards out of and into files, and who is in it with which keys."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.crypto import keys
from inspector_app.core.domain.ids import EntityId, WorkspaceId
from inspector_app.core.domain.steps.changes import Edit, Verb
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text import alike
from inspector_app.core.domain.trust import How, Pin, Standing
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.services import trusting
from inspector_app.core.services.people import coming_in, roles_given, withdrawing
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.profile.laptop import Laptop, now
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import acts
from inspector_app.core.storage.reading import read


def write_card(laptop: Laptop, path: Path) -> None:
    """Write this person's card, for colleagues. Expected: DISK_FULL, FOLDER_READ_ONLY."""
    outgoing.write(path, card_file.write(laptop.card(), laptop.keyring.signing_key), laptop)


def read_card(path: Path) -> Card:
    """The card in a file. Expected: FILE_MISSING, NOT_A_CARD, CARD_DAMAGED, FILE_NEWER, FILE_OLDER."""
    return card_file.read(files.read_bytes(path), str(path))


def members(workspace: Workspace) -> list[Card]:
    """The team; the keys of somebody whose card was not accepted here, or counts no longer, are empty."""
    with workspace.database.read() as connection:
        return read.cards(connection)


def with_laptop(workspace: Workspace, person: str) -> Card:
    """The card of a person (id) who can be asked to work on a case.

    Expected: PERSON_UNKNOWN, NO_CARD (they are in the team by name only: there is no laptop to work on).
    """
    found = {card.id: card for card in members(workspace)}
    if person not in found:
        raise Expected(Code.PERSON_UNKNOWN, person=person, known=", ".join(card.name for card in found.values()))
    if not found[person].signing:
        raise Expected(Code.NO_CARD, person=found[person].name)
    return found[person]


def add(
    workspace: Workspace, card: Card, *, said: str = "", replacing: bool = False, role: str = "", of: str = ""
) -> None:
    """Accept a card that was given by hand, and introduce its person to the team; `said`: what colleagues are told of them.

    `role`: what the lead says that they are in the inspection; without it `roles_given.offered`, on the lead's laptop.

    Somebody who is in the team under that name without a card that counts is taken to be the same: their cases go over. So is
    `of` (Person.id), where the lead says which of those who are in it by name only the holder is.
    `replacing`: a yes to a card in place of the one that was accepted of that person.
    Expected: as `check`; NOT_THE_LEAD (a role is given, by somebody else).
    """
    check(workspace, card, replacing=replacing)
    edits = [
        *_introduction(workspace, card, said),
        *roles_given.edits(workspace, card, role),
        *coming_in.in_their_place(workspace, card, members(workspace), of),
        *withdrawing.replacing(workspace, card),
    ]
    record(
        workspace, card.id, edits, Verb.ADD, accepting=Pin(card, How.CARD, now()) if card.id != workspace.me else None
    )


def record(
    workspace: Workspace, person: str, edits: Sequence[Edit], verb: Verb = Verb.EDIT, *, accepting: Pin | None = None
) -> None:
    """Write what concerns somebody's membership, and keep a card as accepted on this laptop: all of it, or nothing.

    The card is kept in place of those that it replaces. Expected: DISK_FULL, FOLDER_READ_ONLY, BUSY.
    """
    laptop, inspection = workspace.laptop, WorkspaceId(workspace.id)

    def trust(connection: Connection) -> None:
        if accepting is not None:
            laptop.trust(inspection, lambda trusted: trusted.accepting(accepting))
        trusting.keep_up(laptop, inspection, connection)

    with trusting.or_as_before(laptop, inspection):
        workspace.editor.do(person, edits, verb, also=trust)


def check(workspace: Workspace, card: Card, *, replacing: bool = False) -> None:
    """Nothing when the card could be added.

    Expected: KEYS_DIFFER (the team has that person, or one of that name, with other keys), CARD_WITHDRAWN.
    """
    laptop = workspace.laptop
    mine, trusted = laptop.card(), laptop.trusted(WorkspaceId(workspace.id))
    with workspace.database.read() as connection:
        found = trusting.belief(laptop, connection, trusted)
    if card.signing in found.withdrawn and trusted.lead != workspace.me:
        raise Expected(Code.CARD_WITHDRAWN, person=card.name)
    others = [pin.card for pin in trusted.in_place_of(card) if found.stands(pin.card.id) is Standing.ACCEPTED]
    if card.id == mine.id and card.signing != mine.signing:
        raise _differs(mine, card)
    if others and not replacing:
        raise _differs(others[0], card)


def find(workspace: Workspace, wanted: str) -> Card:
    """The member of that name (in any case) or id. Expected: PERSON_UNKNOWN."""
    team = members(workspace)
    named = [m for m in team if wanted in (m.id, m.name)] or [m for m in team if alike.key(m.name) == alike.key(wanted)]
    with_card = [m for m in named if m.signing] or named
    if len(with_card) != 1:
        raise Expected(Code.PERSON_UNKNOWN, person=wanted, known=", ".join(m.name for m in team))
    return with_card[0]


def fingerprint(card: Card) -> str:
    """A card's key groups, to compare aloud; empty without a card."""
    return keys.groups(card) if card.signing else ""


def _introduction(workspace: Workspace, card: Card, said: str) -> list[Edit]:
    person = EntityId(card.id)
    about = {"name": card.name, "deleted": None, "said": said or None}
    with workspace.database.read() as connection:
        me = trusting.myself(workspace.laptop)
        offers = [offer for offer in acts.offers(connection, me) if offer.person == card.id]
        there = [offer.card for offer in offers if me.person in (offer.by, offer.person)]
    if not any(_alike(text, card) for text in there):
        about["card"] = card_file.text_of(card)
    return [Edit("person", person, field, value) for field, value in about.items()]


def _alike(text: str, card: Card) -> bool:
    """Whether a card that was introduced before says the same; that it was made at another time does not matter."""
    try:
        there = card_file.read(text.encode(), "")
    except Expected:
        return False
    return replace(there, made="", signature="") == replace(card, made="", signature="")


def _differs(known: Card, found: Card) -> Expected:
    return Expected(Code.KEYS_DIFFER, person=found.name, known=fingerprint(known), found=fingerprint(found))
