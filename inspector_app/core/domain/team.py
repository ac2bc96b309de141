"""Identity cards: what people must know of one another to hand work over."""

from dataclasses import dataclass, replace

from inspector_app.core.domain.ids import DeviceId


@dataclass(frozen=True, slots=True)
class Card:
    """The public half of a person: whom to seal to, and whose signature to expect.

    `signing` is an Ed25519 public key (64 hexadecimal digits), `sealing` an age recipient ("age1…"), `devices` the
    person's laptops as far as the card knows, `made` when it was written (ISO 8601, UTC), `signature` (128 digits) that
    of `signing` over all the rest: nobody can put another sealing key into it.
    """

    id: str
    name: str
    role: str
    signing: str
    sealing: str
    devices: tuple[DeviceId, ...] = ()
    made: str = ""
    signature: str = ""

    def made_at(self, moment: str) -> "Card":
        """The same card, written then."""
        return replace(self, made=moment)
