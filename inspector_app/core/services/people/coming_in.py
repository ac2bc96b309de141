"""Somebody comes in the place of who was in the team before under that name: their former card, or the name alone."""

from collections.abc import Iterable

from inspector_app.core.domain.cases.standing import Held, Standing
from inspector_app.core.domain.ids import EntityId, WorkspaceId
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text import alike
from inspector_app.core.services.people import standing
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.reading import read, read_case, read_week


def by_name_only(workspace: Workspace, card: Card, members: Iterable[Card]) -> list[Card]:
    """Those who are in the team by a name alone, in another spelling than the card has: one of them may be its holder.

    Whom the lead put in as "S Okafor" comes as "Samuel Okafor". Whose name is the card's own is taken to be its holder
    without being asked. Nobody on the laptop of a colleague, whose word on it would be none.
    """
    others = [member for member in members if not member.signing and member.id not in (card.id, workspace.me)]
    if not standing.leads(workspace) or any(alike.key(other.name) == alike.key(card.name) for other in others):
        return []
    return others


def likely(card: Card, others: Iterable[Card]) -> Card | None:
    """The one of them whose name and the card’s may be one by surname and initial; None for none, and for several."""
    found = [other for other in others if _may_be_one(alike.key(other.name), alike.key(card.name))]
    return found[0] if len(found) == 1 else None


def _may_be_one(name: str, other: str) -> bool:
    first, second = (text.replace(".", " ").split() for text in (name, other))
    if not first or not second or (first[-1] != second[-1] and 1 not in (len(first), len(second))):
        return False
    short, long = sorted((first, second), key=lambda words: len(words[0]))
    return long[0].startswith(short[0]) or [short[0]] == long[-1:]


def in_their_place(workspace: Workspace, card: Card, members: Iterable[Card], of: str = "") -> list[Edit]:
    """Those of that name whose card is not accepted, or replaced by this one, and `of` (a person's id, of `by_name_only`)
    leave; their cases and what they lead in the week are this person's.

    Never whoever says yes: that a newcomer has the same name says nothing of them.

    A colleague's case is the lead's to give: written by anybody else it would stand contested on every laptop. Where somebody
    has given it by a package all the same, the lead's word settles that; where it is contested with another, it stays so.
    """
    leads, me, name = standing.leads(workspace), workspace.me, alike.key(card.name)
    known = list(members)
    chosen = {other.id for other in by_name_only(workspace, card, known)} & {of}
    there = {one.id for one in known if alike.key(one.name) == name} - {card.id, me} | chosen
    trusted = workspace.laptop.trusted(WorkspaceId(workspace.id))
    gone = there | {pin.card.id for pin in trusted.in_place_of(card)} - {card.id, me}
    with workspace.database.read() as connection:
        held = _held(connection, gone)
        led = [event.id for event in read_week.events(connection) if event.person in gone and not event.contested]
    going = [case for case, of in held.items() if leads or of.standing(me) is not Standing.COLLEAGUE]
    ours = [case for case in going if {held[case].inspector, *held[case].also} <= gone | {card.id}]
    return [
        *(Edit("person", EntityId(person), "deleted", True) for person in sorted(there)),
        *(Edit("case", EntityId(case), "inspector", card.id) for case in ours),
        *(Edit("event", EntityId(event), "person", card.id) for event in led),
    ]


def _held(connection: Connection, people: set[str]) -> dict[str, Held]:
    """The cases that are in the name of one of these people, be it beside somebody else's, with who has them."""
    found = {case.id: read_case.held(connection, case.id) for case in read.cases(connection)}
    return {case: held for case, held in found.items() if held and people & {held.inspector, *held.also}}
