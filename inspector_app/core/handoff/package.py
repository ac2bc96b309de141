"""The hand-off package, version 2 (docs/handoff-format.md): one file, sealed to its recipients, signed by its sender.

Outside: a line that names the format, then an age file. Inside: the manifest, its signature, and the packed work.
The manifest names the recipients, so that a package cannot be passed on as if it had been meant for somebody else.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from inspector_app.core.crypto import parcel
from inspector_app.core.crypto.seal import NotOpenedError
from inspector_app.core.domain.ids import DeviceId, PersonId, WorkspaceId
from inspector_app.core.domain.team import Card
from inspector_app.core.domain.text.names import called
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import card as cards
from inspector_app.core.handoff import work
from inspector_app.core.handoff.strict import matching, moment, number, text
from inspector_app.core.handoff.work import Counts, Reader, Work

VERSION = 2
WHOEVER = "passphrase"  # stands for the recipient of a package sealed with a passphrase
MOST_PACKAGES = 9_999  # of one laptop to one person
MOST_HAS = 50_000  # stretches that a package says its sender has: with more, some are sent to it in vain
_FORMAT = "inspector-handoff"
ANY = b"inspector-handoff"  # how every package begins, and every part of one, of whatever version
_MAGIC_ANY, _MAGIC = b"inspector-handoff ", b"inspector-handoff 2\n"
_LONGEST_HEAD = 4 * 1024 * 1024  # bytes of the inner line: some ten thousand stretches
_MOST = 2**31  # of anything that is counted
_DEVICE, _INSPECTION, _STRETCH, _PACKAGE = (re.compile(f"[0-9a-f]{{{length}}}") for length in (16, 32, 32, 32))
_PROOF = re.compile(f"({_DEVICE.pattern})?")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself. `number` counts the packages of this device to each recipient (by person id).

    `has` are the stretches that the sender had when it was made; `schema` the fields the work may use; `made` is for
    display; `lead` is whom the sender's laptop knows as lead.
    """

    package: str
    schema: int
    inspection: WorkspaceId
    service: str
    framework: str
    lead: PersonId
    sender: Card
    device: DeviceId
    proof: str
    number: Mapping[str, int]
    recipients: tuple[str, ...]
    made: str
    has: tuple[str, ...]
    stretches: int = 0
    steps: int = 0
    changes: int = 0
    sha256: str = ""
    size: int = 0

    def is_for(self, person: str, *, by_passphrase: bool) -> bool:
        """Whether it was meant for that person, or for whoever has its passphrase; its sender may look into it too."""
        return person in (*self.recipients, self.sender.id) or (by_passphrase and WHOEVER in self.recipients)


@dataclass(frozen=True, slots=True)
class Package:
    """A package opened: its manifest, and its work as it came. Reading it begins anew each time."""

    manifest: Manifest
    packed: bytes
    where: str

    def read(self) -> Reader:
        """The work, from its beginning. Expected: PACKAGE_DAMAGED."""
        about = self.manifest
        counts = Counts(about.size, about.stretches, about.steps, about.changes)
        return Reader(self.packed, counts, about.inspection, self.where)


def pack(manifest: Manifest, content: Work, signing_key: bytes) -> bytes:
    """The signed inside of a package, not sealed yet."""
    packed, counts = work.write(content)
    about = replace(manifest, **asdict(counts), sha256=hashlib.sha256(packed).hexdigest())
    signed = json.dumps({"format": _FORMAT, "version": VERSION, **asdict(about)}, sort_keys=True, ensure_ascii=False)
    signature = parcel.sign(signing_key, _MAGIC + signed.encode())
    return json.dumps({"manifest": signed, "signature": signature.hex()}).encode() + b"\n" + packed


def seal_to(people: list[str], inside: bytes) -> bytes:
    """The package file for these public sealing keys."""
    return _MAGIC + parcel.seal_to(people, inside)


def seal_with_passphrase(passphrase: str, inside: bytes) -> bytes:
    """The package file for whoever has the passphrase. Expected: SEALED_TOO_HARD, as `parcel.seal_with_passphrase`."""
    return _MAGIC + parcel.seal_with_passphrase(passphrase, inside)


def refuse_too_large(size: int, where: str) -> None:
    """Whether a file of so many bytes need not even be read. Expected: PACKAGE_DAMAGED."""
    if size > work.MOST:
        raise _damaged(where, f"it is larger ({size} bytes) than any package can be")


def unseal(data: bytes, where: str, sealing_key: str, passphrase: str = "") -> bytes:
    """The inside of a package file, in memory only.

    Expected: NOT_A_PACKAGE, FILE_NEWER, FILE_OLDER, PACKAGE_NOT_FOR_ME, PACKAGE_WANTS_PASSPHRASE, PACKAGE_DAMAGED.
    """
    if not data.startswith(_MAGIC):
        raise _not_a_package(data, where)
    sealed = data[len(_MAGIC) :]
    try:
        if passphrase:
            return parcel.open_with_passphrase(passphrase, sealed)
        return parcel.open_mine(sealing_key, sealed)
    except parcel.NotForMeError:
        wanted = parcel.is_under_passphrase(sealed)
        raise Expected(Code.PACKAGE_WANTS_PASSPHRASE if wanted else Code.PACKAGE_NOT_FOR_ME, where=where) from None
    except NotOpenedError:
        why = "it does not open with this passphrase, or it is cut short or altered"
        raise _damaged(where, why if passphrase else "it is cut short or altered") from None


def open_(inside: bytes, where: str) -> Package:
    """What a package says of itself, its signature checked against the sender it names; its work not looked at yet.

    Whether that sender is who they say is for the caller: compare `sender` with whom this laptop accepted.
    Expected: PACKAGE_DAMAGED, FILE_NEWER, SIGNATURE_WRONG.
    """
    head, _, packed = inside.partition(b"\n")
    if len(head) > _LONGEST_HEAD:
        raise _damaged(where, "its first line is longer than any can be")
    try:
        outer = json.loads(head)
        signed, signature = text(outer["manifest"]), bytes.fromhex(outer["signature"])
        found = json.loads(signed)
        newer = found["format"] == _FORMAT and type(found["version"]) is int and found["version"] > VERSION
        if not newer:
            manifest = _manifest(found)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged(where, "its first line is not as written") from None
    if newer:
        raise Expected(Code.FILE_NEWER, where=where, found=found["version"], known=VERSION)
    if not parcel.is_signed(manifest.sender.signing, _MAGIC + signed.encode(), signature):
        raise Expected(Code.SIGNATURE_WRONG, where=where, sender=manifest.sender.name)
    if hashlib.sha256(packed).hexdigest() != manifest.sha256:
        raise _damaged(where, "the work in it is not what was signed")
    if work.too_dense(len(packed), manifest.size):
        raise _damaged(where, "the work in it would unpack to more than a package can hold")
    return Package(manifest, packed, where)


def _manifest(found: Json) -> Manifest:
    """Raises ValueError, KeyError or TypeError for what is not a manifest."""
    if (found["format"], found["version"]) != (_FORMAT, VERSION):
        raise ValueError("it is in another format")
    return Manifest(
        package=matching(_PACKAGE, found["package"]), schema=number(found["schema"], _MOST),
        inspection=WorkspaceId(matching(_INSPECTION, found["inspection"])),
        service=called(text(found["service"])), framework=called(text(found["framework"])),
        lead=PersonId(text(found["lead"])),
        sender=cards.of_json(found["sender"]), device=DeviceId(matching(_DEVICE, found["device"])),
        proof=matching(_PROOF, found["proof"]),
        number={text(k): number(v, MOST_PACKAGES) for k, v in found["number"].items()},
        recipients=tuple(text(r) for r in found["recipients"]), made=moment(found["made"]),
        has=tuple(matching(_STRETCH, s) for s in found["has"]),
        sha256=text(found["sha256"]),
        **{name: number(found[name], _MOST) for name in ("stretches", "steps", "changes", "size")},
    )  # fmt: skip


def _not_a_package(data: bytes, where: str) -> Expected:
    line, end, _ = data[:40].partition(b"\n")
    found = line.removeprefix(_MAGIC_ANY)
    if not end or found == line:
        return Expected(Code.NOT_A_PACKAGE, where=where)
    if found.isdigit() and int(found) < VERSION:
        return Expected(Code.FILE_OLDER, where=where)
    return Expected(Code.FILE_NEWER, where=where, found=found.decode("ascii", "replace"), known=VERSION)


def _damaged(where: str, why: str) -> Expected:
    return Expected(Code.PACKAGE_DAMAGED, where=where, why=why)
