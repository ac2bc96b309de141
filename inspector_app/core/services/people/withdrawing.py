"""What the lead's own line says of cards that count no longer: which stretches of each key do (docs/handoff-format.md)."""

import json
from collections import defaultdict
from collections.abc import Iterable

from inspector_app.core.domain.ids import EntityId, WorkspaceId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.trust import Pin
from inspector_app.core.errors import Code, Expected
from inspector_app.core.services import trusting
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.log import stretches
from inspector_app.core.storage.log.stretches import State

_Said = dict[str, dict[str, list[str]]]  # person, key, stretches that count


def replacing(workspace: Workspace, card: Card) -> list[Edit]:
    """What the lead says when a card is accepted: those in whose place it comes count no longer, and it does (again).

    Nothing on the laptop of somebody else.
    """
    trusted = workspace.laptop.trusted(WorkspaceId(workspace.id))
    if trusted.lead != workspace.me:
        return []
    before, said = _said(workspace), _said(workspace)
    _withdraw(workspace, said, trusted.in_place_of(card))
    said[card.id].pop(card.signing, None)
    return [_edit(person, said[person]) for person in said if said[person] != before[person]]


def of(workspace: Workspace, person: str) -> Edit:
    """What the lead says when somebody's cards are withdrawn.

    Expected: NOT_THE_LEAD, NO_CARD (none of theirs was accepted), VALUE_INVALID (the lead's own).
    """
    trusted = workspace.laptop.trusted(WorkspaceId(workspace.id))
    if trusted.lead != workspace.me:
        raise Expected(Code.NOT_THE_LEAD)
    if person == workspace.me:
        raise Expected(Code.VALUE_INVALID, field="Whose card is withdrawn", value=person, why="it is your own")
    pins = [pin for pin in trusted.pins if pin.card.id == person]
    if not pins:
        name = next((one.name for one in workspace.team() if one.id == person), person)
        raise Expected(Code.NO_CARD, person=name)
    said = _said(workspace)
    _withdraw(workspace, said, pins)
    return _edit(person, said[person])


def _said(workspace: Workspace) -> _Said:
    """What the lead's line says by now."""
    found: _Said = defaultdict(dict)
    with workspace.database.read() as connection:
        belief = trusting.believed(workspace.laptop, WorkspaceId(workspace.id), connection)
    for key, withdrawal in belief.withdrawn.items():
        if withdrawal.stretches is not None:
            found[withdrawal.person][key] = sorted(withdrawal.stretches)
    return found


def _withdraw(workspace: Workspace, said: _Said, pins: Iterable[Pin]) -> None:
    """Add that of these cards what is here counts, and nothing else; of one withdrawn before, what counted then."""
    with workspace.database.read() as connection:
        for pin in pins:
            key = pin.card.signing
            held = (s.id for s in stretches.of_signers(connection, [key]) if s.state is State.HELD)
            said[pin.card.id].setdefault(key, sorted(held))


def _edit(person: str, said: dict[str, list[str]]) -> Edit:
    return Edit("person", EntityId(person), "withdrawn", json.dumps(said, sort_keys=True) if said else None)
