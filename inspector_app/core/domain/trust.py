"""Whom a laptop believes in an inspection: cards that its person accepted, and cards that the lead withdrew.

Pure: what the keyring holds and what the lead's own line says goes in, a verdict on a stretch comes out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from inspector_app.core.domain.ids import DeviceId, PersonId, WorkspaceId
from inspector_app.core.domain.steps.line import Stretch, device_of_key
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text import alike


class How(StrEnum):
    """How a person came to accept a card."""

    CARD = "card"  # the card itself was given, by hand
    JOINED = "joined"  # whose package one joined by, or whom that package's lead had put into the team
    FACE = "face"  # introduced, and compared face to face
    TELEPHONE = "telephone"  # introduced, and compared by telephone
    THROUGH = "through"  # introduced, and accepted on the introducer's word


class Reason(StrEnum):
    """Why work is not taken."""

    WAITING = "waiting"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    FORGED = "forged"
    INCOMPLETE = "incomplete"


class Standing(StrEnum):
    """How somebody of the team stands on this laptop."""

    ME = "me"
    ACCEPTED = "accepted"
    CHANGED = "changed"  # accepted, and another card of theirs waits for a yes
    WAITING = "waiting"  # introduced, no yes yet
    LEFT_OUT = "left-out"  # introduced, and a person said no
    WITHDRAWN = "withdrawn"  # the lead withdrew their card
    NAMED = "named"  # in the team by name only


@dataclass(frozen=True, slots=True)
class Pin:
    """A card as it was accepted: how, when (ISO 8601, UTC), and by whom it was introduced (a name, or "").

    `retired`: another card was accepted in its place; what it signed and is here stays.
    """

    card: Card
    how: How
    at: str
    by: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Trusted:
    """Whom this laptop trusts in one inspection. `leads`: the lead first, then those in whose place they came.

    `left_out`: the key groups of cards that a person said no to.
    """

    inspection: WorkspaceId
    leads: tuple[PersonId, ...] = ()
    pins: tuple[Pin, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def lead(self) -> PersonId:
        """Who leads the inspection; "" while that is not known."""
        return self.leads[0] if self.leads else PersonId("")

    def pin(self, person: str) -> Pin | None:
        """The card accepted of a person."""
        return next((p for p in self.pins if p.card.id == person and not p.retired), None)

    def in_place_of(self, card: Card) -> tuple[Pin, ...]:
        """The cards that accepting this one would retire: others of that person, or of that name."""
        name = alike.key(card.name)
        theirs = (p for p in self.pins if p.card.id == card.id or alike.key(p.card.name) == name)
        keys = (card.signing, card.sealing)
        return tuple(p for p in theirs if not p.retired and (p.card.signing, p.card.sealing) != keys)

    def would_lead(self, card: Card) -> bool:
        """Whether it would come in the place of the lead's card: whoever has it leads the inspection for this laptop then."""
        return any(pin.card.id == self.lead for pin in self.in_place_of(card))

    def accepting(self, made: Pin) -> "Trusted":
        """With that card accepted. Who comes in the lead's place is the lead."""
        gone = self.in_place_of(made.card)
        others = (p for p in self.pins if p.card.signing != made.card.signing)
        pins = tuple(replace(p, retired=True) if p in gone else p for p in others)
        leads = self.leads
        if self.would_lead(made.card) and made.card.id != self.lead:
            leads = (PersonId(made.card.id), *leads)
        return replace(self, pins=(*pins, made), leads=leads)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A card that the lead withdrew. `stretches` are those of it that count; None: nothing new does, what is here stays."""

    person: PersonId
    stretches: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Belief:
    """Everything that decides whether a stretch is believed. `me` is this laptop's person, `devices` its own ids."""

    me: Card
    trusted: Trusted
    withdrawn: Mapping[str, Withdrawal]  # by public signing key

    def judge(self, stretch: Stretch) -> tuple[PersonId, Reason | None]:
        """Whose it is, as far as is known, and why it is not taken; None when it is (if its signature is right)."""
        signer = stretch.signer
        if signer == self.me.signing:
            return PersonId(self.me.id), None if self._own(stretch) else Reason.FORGED
        if stretch.device in self.me.devices:
            return PersonId(self.me.id), Reason.FORGED
        if withdrawal := self.withdrawn.get(signer):
            return withdrawal.person, None if stretch.id in (withdrawal.stretches or ()) else Reason.WITHDRAWN
        pin = next((p for p in self.trusted.pins if p.card.signing == signer), None)
        if pin is None:
            return PersonId(""), Reason.WAITING
        if not self._own(stretch):
            return PersonId(pin.card.id), Reason.FORGED
        return PersonId(pin.card.id), Reason.REPLACED if pin.retired else None

    def sets_aside(self, stretch: str, signer: str) -> bool:
        """Whether a stretch that is here counts no longer, for the lead withdrew its card without it."""
        if signer == self.me.signing or signer not in self.withdrawn:
            return False
        counting = self.withdrawn[signer].stretches
        return counting is not None and stretch not in counting

    def stands(self, person: str) -> Standing:
        """How somebody stands as far as accepted cards go."""
        if person == self.me.id:
            return Standing.ME
        pin = self.trusted.pin(person)
        if any(w.person == person and (pin is None or pin.card.signing == key) for key, w in self.withdrawn.items()):
            return Standing.WITHDRAWN
        return Standing.ACCEPTED if pin else Standing.NAMED

    def _own(self, stretch: Stretch) -> bool:
        return self.is_of(stretch.device, stretch.proof, stretch.signer)

    def is_of(self, device: DeviceId, proof: str, signer: str) -> bool:
        """Whether the laptop is that of whoever has the key: by its id, or, of a former format, by a card that names it.

        Of several cards that name it, the one that was accepted first counts.
        """
        if proof:
            return device == device_of_key(signer, proof)
        cards = (self.me, *(pin.card for pin in self.trusted.pins))
        return next((card.signing for card in cards if device in card.devices), "") == signer
