"""What a keyring holds, and that as JSON: the person and their keys, this laptop, workspaces' keys, and whom one trusts."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from inspector_app.core import files
from inspector_app.core.domain.glance import Glance
from inspector_app.core.domain.ids import DeviceId, PersonId, WorkspaceId
from inspector_app.core.domain.inspection import Person
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text.names import tidied
from inspector_app.core.domain.text.storable import storable
from inspector_app.core.domain.trust import How, Pin, Trusted

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class WorkspaceKey:
    """The raw key (32 bytes) of a workspace, and where its file was last seen. `opened` orders the list.

    `name`: what the person calls it in the list of inspections, "" for its service; `archived`: it is kept out of that list.
    `glance`: how it stood when a window last closed it; None before the first time.
    """

    id: WorkspaceId
    key: bytes
    path: str
    service: str
    framework: str
    opened: str  # ISO 8601, UTC
    sample: bool = False  # made of the sample inspection
    name: str = ""
    archived: bool = False
    glance: Glance | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """A laptop's id, with the proof that binds it to the person's key; "" for one of a former format."""

    id: DeviceId
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Keyring:
    """What is sealed. `bound_to` names machine, user and folder, so that a copied folder is noticed.

    `former`: the laptops that this folder was before it was copied or moved. `trusted`: one for each inspection.
    """

    person: Person
    signing_key: bytes
    device: DeviceId
    bound_to: str
    workspaces: tuple[WorkspaceKey, ...] = ()
    sealing_key: str = ""  # keyrings of the first version have none; unlocking makes it
    proof: str = ""
    former: tuple[Device, ...] = ()
    trusted: tuple[Trusted, ...] = ()

    @property
    def devices(self) -> tuple[Device, ...]:
        """This laptop, and what it was before."""
        return Device(self.device, self.proof), *self.former

    def workspace(self, workspace: WorkspaceId | None) -> WorkspaceKey | None:
        """The key of a workspace, if this laptop has it."""
        return next((w for w in self.workspaces if w.id == workspace), None)

    def with_workspace(self, key: WorkspaceKey) -> "Keyring":
        """With that workspace added, or brought up to date and moved to the front."""
        return replace(self, workspaces=(key, *(w for w in self.workspaces if w.id != key.id)))

    def with_place(self, key: WorkspaceKey) -> "Keyring":
        """With where the file of that workspace is and when it was opened, at the front; what else is known of it stays."""
        known = self.workspace(key.id) or key
        return self.with_workspace(replace(known, path=key.path, opened=key.opened))

    def with_changed(self, workspace: WorkspaceId, change: Callable[[WorkspaceKey], WorkspaceKey]) -> "Keyring":
        """With what is known of that workspace changed; the others, and their order, stay."""
        return replace(self, workspaces=tuple(change(w) if w.id == workspace else w for w in self.workspaces))

    def without_workspace(self, workspace: WorkspaceId) -> "Keyring":
        """Without that workspace's key, and whom one trusted in it."""
        kept = tuple(w for w in self.workspaces if w.id != workspace)
        return replace(self, workspaces=kept, trusted=tuple(t for t in self.trusted if t.inspection != workspace))

    def trust(self, workspace: WorkspaceId) -> Trusted:
        """Whom this laptop trusts in an inspection; nobody, to begin with."""
        return next((t for t in self.trusted if t.inspection == workspace), Trusted(workspace))

    def with_trust(self, trusted: Trusted) -> "Keyring":
        """With that in place of whom it trusted in the inspection before."""
        others = (t for t in self.trusted if t.inspection != trusted.inspection)
        return replace(self, trusted=(trusted, *others))

    def as_device(self, device: Device, bound_to: str) -> "Keyring":
        """The same person, on another laptop from now on."""
        former = (Device(self.device, self.proof), *self.former)
        return replace(self, device=device.id, proof=device.proof, bound_to=bound_to, former=former)

    def with_sealing_key(self, key: str) -> "Keyring":
        """The same with this key to open what is sealed to the person, unless it has one."""
        return self if self.sealing_key else replace(self, sealing_key=key)


def to_json(keyring: Keyring) -> Json:
    """The contents as JSON."""
    return {
        "person": asdict(keyring.person),
        "signing_key": keyring.signing_key.hex(),
        "sealing_key": keyring.sealing_key,
        "device": keyring.device,
        "proof": keyring.proof,
        "former": [asdict(d) for d in keyring.former],
        "bound_to": keyring.bound_to,
        "workspaces": [{**asdict(w), "key": w.key.hex()} for w in keyring.workspaces],
        "trusted": [asdict(t) for t in keyring.trusted],
    }


def from_json(found: Json) -> Keyring:
    """The contents again. ValueError, KeyError, TypeError or AttributeError for what no program of ours wrote."""
    person = found["person"]
    return Keyring(
        person=Person(PersonId(_text(person["id"])), _name(person["name"]) or "?", _name(person["role"])),
        signing_key=_bytes(found["signing_key"]),
        device=DeviceId(_text(found["device"])),
        bound_to=_text(found["bound_to"]),
        sealing_key=_text(found.get("sealing_key", "")),
        proof=_text(found.get("proof", "")),
        former=tuple(Device(**_texts(d)) for d in found.get("former", ())),
        workspaces=tuple(_workspace(w) for w in found["workspaces"]),
        trusted=tuple(_trusted(t) for t in found.get("trusted", ())),
    )


def _workspace(found: Json) -> WorkspaceKey:
    others = {
        "key": _bytes(found["key"]), "path": _path(found["path"]), "glance": _glance(found.get("glance")),
        "sample": _flag(found.get("sample", False)), "archived": _flag(found.get("archived", False)),
    }  # fmt: skip
    return WorkspaceKey(**_texts(found, others))


def _glance(found: object) -> Glance | None:
    """How it stood is no more than is said in a list: what cannot be read is as if it had never been noted."""
    if not isinstance(found, dict) or found.keys() != {"fieldwork", "cases", "judged"}:
        return None
    days, cases, judged = found["fieldwork"], found["cases"], found["judged"]
    known = isinstance(days, str) and type(cases) is int and type(judged) is int and 0 <= judged <= cases
    return Glance(days, cases, judged) if known else None


def _trusted(found: Json) -> Trusted:
    leads, left_out = ([_text(one) for one in found[name]] for name in ("leads", "left_out"))
    pins = tuple(_pin(p) for p in found["pins"])
    return Trusted(WorkspaceId(_text(found["inspection"])), tuple(map(PersonId, leads)), pins, tuple(left_out))


def _pin(found: Json) -> Pin:
    devices = tuple(DeviceId(_text(one)) for one in found["card"]["devices"])
    card = Card(**_texts(found["card"], {"devices": devices}))
    return Pin(card, How(found["how"]), _text(found["at"]), _text(found["by"]), _flag(found["retired"]))


def _texts(found: Json, others: Json | None = None) -> Json:
    """The parts of something, each of them a text but for these others."""
    others = others or {}
    return {name: _text(value) for name, value in found.items() if name not in others} | others


def _path(found: object) -> str:
    """Where a file was; "" for what no file can be called. Bytes that are no text can stand in it."""
    if not isinstance(found, str):
        raise TypeError("a path is missing")
    return found if files.can_be_named(found) else ""


def _flag(found: object) -> bool:
    if not isinstance(found, bool):
        raise TypeError("a yes or no is missing")
    return found


def _name(found: object) -> str:
    """A name that can stand on a card: an earlier program took any."""
    return tidied(_text(found))


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError("a text is missing")
    return storable(found)


def _bytes(found: str) -> bytes:
    key = bytes.fromhex(found)
    if len(key) != 32:
        raise ValueError("a key has another length")
    return key
