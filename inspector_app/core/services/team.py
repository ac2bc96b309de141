"""The team of an inspection: identity cards out of and into files, and who is in it with which keys."""

from pathlib import Path

from inspector_app.core import files
from inspector_app.core.crypto import keys
from inspector_app.core.domain.changes import Edit, Verb
from inspector_app.core.domain.ids import EntityId
from inspector_app.core.domain.team import Card
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.services.laptop import Laptop
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage import read


def write_card(laptop: Laptop, path: Path) -> None:
    """Write this person's card, for colleagues. Expected: DISK_FULL, FOLDER_READ_ONLY."""
    files.write_whole(path, card_file.write(laptop.card(), laptop.keyring.signing_key), profile=laptop.folder)


def read_card(path: Path) -> Card:
    """The card in a file. Expected: FILE_MISSING, NOT_A_CARD, CARD_DAMAGED, FILE_NEWER."""
    return card_file.read(files.read_bytes(path), str(path))


def members(workspace: Workspace) -> list[Card]:
    """The team; without a card yet, somebody's keys are empty."""
    with workspace.database.read() as connection:
        return read.cards(connection)


def add(workspace: Workspace, card: Card) -> None:
    """Put a person into the team, or give one who is in it already the keys of their card.

    Somebody who came by name only, in a document or table, is taken to be the person of that name: their cases go over.
    Expected: KEYS_DIFFER when the team has that person with other keys.
    """
    check(workspace, card)
    team = members(workspace)
    about = {"name": card.name, "role": card.role, "signing": card.signing, "sealing": card.sealing, "deleted": None}
    person = EntityId(card.id)
    edits = [Edit("person", person, field, value) for field, value in about.items()]
    for known in team:
        if not known.signing and known.id != card.id and known.name.casefold() == card.name.casefold():
            edits.append(Edit("person", EntityId(known.id), "deleted", True))
            of_them = (case for case in workspace.inspection().cases if case.inspector == known.id)
            edits += [Edit("case", EntityId(case.id), "inspector", person) for case in of_them]
    workspace.editor.do(person, edits, Verb.ADD)


def check(workspace: Workspace, card: Card) -> None:
    """Nothing when the card could be added. Expected: KEYS_DIFFER."""
    there = next((m for m in members(workspace) if m.id == card.id), None)
    if there is not None and there.signing not in ("", card.signing):
        raise Expected(Code.KEYS_DIFFER, person=card.name, known=fingerprint(there), found=fingerprint(card))


def find(workspace: Workspace, wanted: str) -> Card:
    """The member of that name (in any case) or id. Expected: PERSON_UNKNOWN."""
    team = members(workspace)
    named = [m for m in team if wanted in (m.id, m.name)] or [m for m in team if m.name.casefold() == wanted.casefold()]
    with_card = [m for m in named if m.signing] or named
    if len(with_card) != 1:
        raise Expected(Code.PERSON_UNKNOWN, person=wanted, known=", ".join(m.name for m in team))
    return with_card[0]


def fingerprint(card: Card) -> str:
    """The short form of a person's public key, to compare aloud; empty without a card."""
    return keys.fingerprint(card.signing) if card.signing else ""
