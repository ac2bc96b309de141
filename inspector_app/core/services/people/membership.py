"""Who is accepted on this laptop: introductions that wait for a yes, and cards that the lead withdraws."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from inspector_app.core.crypto import keys
from inspector_app.core.domain.ids import EntityId, WorkspaceId
from inspector_app.core.domain.moments import within
from inspector_app.core.domain.steps.changes import Edit
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text import alike
from inspector_app.core.domain.trust import Belief, How, Pin
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as card_file
from inspector_app.core.services import trusting
from inspector_app.core.services.people import coming_in, roles_given, standing, team, withdrawing
from inspector_app.core.services.profile.laptop import now
from inspector_app.core.services.workspace import Workspace
from inspector_app.core.storage.database import Connection
from inspector_app.core.storage.log import acts
from inspector_app.core.storage.log.acts import Offer, Self
from inspector_app.core.storage.reading import read, read_concerns, read_evidence


@dataclass(frozen=True, slots=True)
class Introduction:
    """A card that somebody introduced and no person of this laptop has said yes to.

    `by` (a name) says of them `said`; `made` is when the card was, ISO 8601, UTC. `known`: the card accepted of that
    person, or of somebody of that name, in whose place this one would come. `cases`: references that are in their name.
    `would_lead`: it is the lead's in whose place it would come, so that its holder leads.
    """

    card: Card
    key: str
    by: str
    by_lead: bool
    said: str
    made: str
    known: Pin | None
    known_key: str
    cases: tuple[str, ...]
    left_out: bool
    would_lead: bool

    @property
    def changed(self) -> bool:
        """Whether it is another card than the one that was accepted."""
        return self.known is not None


@dataclass(frozen=True, slots=True)
class WouldGet:
    """How much of an inspection the first package to somebody new holds."""

    cases: int
    sources: int
    concerns: int


def would_get(workspace: Workspace) -> WouldGet:
    """What there is to give to somebody new: all that stands here, for a package to them lacks nothing."""
    with workspace.database.read() as connection:
        return WouldGet(len(read.cases(connection)), len(read_evidence.sources(connection)), _concerns(connection))


def _concerns(connection: Connection) -> int:
    return sum(row.written for row in read_concerns.rows(connection))


def introductions(workspace: Workspace) -> list[Introduction]:
    """Who waits for a yes here, those whose card changed first; also whom a person said no to (`left_out`)."""
    with workspace.database.read() as connection:
        found = trusting.believed(workspace.laptop, WorkspaceId(workspace.id), connection)
        return waiting(connection, found, trusting.myself(workspace.laptop))


def waiting(connection: Connection, found: Belief, me: Self) -> list[Introduction]:
    """The same, of what is in the file at this moment."""
    offers = acts.offers(connection, me)
    asked = _asked(offers, found)
    if not asked:
        return []
    names = read.names(connection)
    cases = [(case.inspector, case.ref) for case in read.cases(connection)]
    rows: dict[tuple[str, str], Introduction] = {}
    for offer in offers:
        card = asked.get((offer.person, offer.card))
        if card is not None:
            row = _row(offer, card, found, names.get(offer.by, ""), tuple(ref for who, ref in cases if who == card.id))
            if (card.id, row.key) not in rows or row.by_lead:
                rows[card.id, row.key] = row
    return sorted(rows.values(), key=lambda row: (not row.changed, row.card.name, row.key))


def find(workspace: Workspace, wanted: str) -> Introduction:
    """Who waits under that name or with those key groups. Expected: NOBODY_WAITS, SEVERAL_WAIT."""
    rows = introductions(workspace)
    digits = "".join(wanted.split())
    found = [row for row in rows if row.key.replace(" ", "") == digits]
    found = found or [row for row in rows if alike.key(row.card.name) == alike.key(wanted)]
    if not found:
        raise Expected(Code.NOBODY_WAITS, person=wanted, known=", ".join(row.card.name for row in rows))
    if len(found) > 1:
        raise Expected(Code.SEVERAL_WAIT, person=wanted, known="; ".join(row.key for row in found))
    return found[0]


def accept(workspace: Workspace, introduced: Introduction, how: How = How.THROUGH) -> None:
    """A person's yes to an introduction: work is sealed to them, and theirs is taken. The lead's gives them their cases."""
    card = introduced.card
    edits = [*withdrawing.replacing(workspace, card), *roles_given.edits(workspace, card)]
    if standing.leads(workspace):
        edits += coming_in.in_their_place(workspace, card, team.members(workspace))
    team.record(workspace, introduced.card.id, edits, accepting=Pin(introduced.card, how, now(), introduced.by))


def leave_out(workspace: Workspace, introduced: Introduction) -> None:
    """A person's no, until they say otherwise: whoever is accepted of that name stays so."""
    workspace.laptop.trust(
        WorkspaceId(workspace.id),
        lambda trusted: replace(trusted, left_out=(*{*trusted.left_out, introduced.key},)),
    )


def withdraw(workspace: Workspace, person: str, *, leaves: bool) -> None:
    """The lead withdraws somebody's cards: what they made and is here stays, and nothing new of theirs is taken by anybody.

    `leaves`: they leave the team, too; else they can come back with another card. Expected: NOT_THE_LEAD, VALUE_INVALID.
    """
    edits = [withdrawing.of(workspace, person)]
    if leaves:
        edits.append(Edit("person", EntityId(person), "deleted", True))
    team.record(workspace, person, edits)


def admit(workspace: Workspace, person: str) -> None:
    """The lead lets a withdrawn card count again. Expected: NOT_THE_LEAD, NOBODY_WAITS (no card of theirs was accepted)."""
    laptop = workspace.laptop
    trusted = laptop.trusted(WorkspaceId(workspace.id))
    pin = trusted.pin(person)
    if trusted.lead != workspace.me:
        raise Expected(Code.NOT_THE_LEAD)
    if pin is None:
        raise Expected(Code.NOBODY_WAITS, person=person, known="")
    edits = withdrawing.replacing(workspace, pin.card)
    team.record(workspace, person, [*edits, Edit("person", EntityId(person), "deleted", None)])


def withdrawn(workspace: Workspace, wanted: str) -> Card | None:
    """Whose card the lead withdrew, by name or key groups; None for anybody else, and for whom another card waits."""
    digits = "".join(wanted.split())
    with workspace.database.read() as connection:
        found = trusting.believed(workspace.laptop, WorkspaceId(workspace.id), connection)
    cards = [pin.card for pin in found.trusted.pins if not pin.retired and pin.card.signing in found.withdrawn]
    return next(
        (c for c in cards if alike.key(c.name) == alike.key(wanted) or keys.groups(c).replace(" ", "") == digits), None
    )


def _asked(offers: Iterable[Offer], found: Belief) -> dict[tuple[str, str], Card]:
    """Of the cards that are offered those that somebody need be asked about, by person and text.

    Everybody introduces everybody: each card is read, and its signature looked at, once; one that was accepted, never.
    """
    pins = found.trusted.pins
    known = {keys.groups(pin.card) for pin in pins} | {pin.card.signing for pin in pins if pin.retired}
    accepted = {(pin.card.id, card_file.text_of(pin.card)) for pin in pins}
    offered_once = dict.fromkeys((offer.person, offer.card) for offer in offers if offer.person != found.me.id)
    cards = {offered: _card(*offered) for offered in offered_once if offered not in accepted}
    return {offered: card for offered, card in cards.items() if card and not _is_settled(card, found, known)}


def _card(person: str, text: str) -> Card | None:
    """The card that is offered, if it is one and that person's."""
    try:
        found = card_file.read(text.encode(), "")
    except Expected:
        return None
    return found if found.id == person else None


def _is_settled(card: Card, found: Belief, known: Collection[str]) -> bool:
    """Whether nobody need be asked: it is accepted, or one that counts no longer, or claims to be this person's."""
    settled = card.id == found.me.id or card.signing in found.withdrawn
    return settled or card.signing in known or keys.groups(card) in known


def _row(offer: Offer, card: Card, found: Belief, by: str, cases: tuple[str, ...]) -> Introduction:
    trusted, key = found.trusted, keys.groups(card)
    known = next(iter(trusted.in_place_of(card)), None)
    return Introduction(
        card=card,
        key=key,
        by=by,
        by_lead=offer.by == trusted.lead,
        said=offer.said,
        made=within(card.made),
        known=known,
        known_key=keys.groups(known.card) if known else "",
        cases=cases,
        left_out=key in trusted.left_out,
        would_lead=trusted.would_lead(card),
    )
