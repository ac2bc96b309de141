"""The hand-off package, version 1 (docs/handoff-format.md): one file, sealed to its recipients, signed by its sender.

Outside: a line that names the format, then an age file. Inside: the manifest, its signature, and the compressed work.
The manifest names the recipients, so that a package cannot be passed on as if it had been meant for somebody else.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from inspector_app.core.crypto import parcel
from inspector_app.core.crypto.seal import NotOpenedError
from inspector_app.core.domain.changes import Change, Step
from inspector_app.core.domain.ids import DeviceId, WorkspaceId
from inspector_app.core.domain.team import Card, Held
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import work
from inspector_app.core.handoff.strict import matching, moment, number, text

VERSION = 1
_FORMAT = "inspector-handoff"
_MAGIC_ANY, _MAGIC = b"inspector-handoff ", b"inspector-handoff 1\n"
_MOST = 512 * 1024 * 1024  # bytes of work in one package: far more than a week's; a larger claim is refused
_MOST_PACKAGES = 100_000  # of one laptop to one person
_DEVICE = re.compile(r"[0-9a-f]{16}")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself. `number` counts the packages of this device to each recipient (by person id).

    `has` is what the sender had when it was made; `schema` the fields the work may use; `made` is for display.
    """

    package: str
    schema: int
    inspection: WorkspaceId
    service: str
    framework: str
    sender: Card
    device: DeviceId
    number: Mapping[str, int]
    recipients: tuple[str, ...]
    made: str
    has: Mapping[DeviceId, Held]
    steps: int
    changes: int
    sha256: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Package:
    """A package opened: its manifest and work. `start` is what a laptop needs that does not have the inspection yet."""

    manifest: Manifest
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    start: Mapping[str, str]


def pack(package: Package, signing_key: bytes) -> bytes:
    """The signed inside of a package, not sealed yet."""
    plain = work.write(package.steps, package.changes, package.start)
    packed = zlib.compress(plain, 6)
    about = {**asdict(package.manifest), "sha256": hashlib.sha256(packed).hexdigest(), "size": len(plain)}
    signed = json.dumps({"format": _FORMAT, "version": VERSION, **about}, sort_keys=True, ensure_ascii=False)
    signature = parcel.sign(signing_key, _MAGIC + signed.encode())
    return json.dumps({"manifest": signed, "signature": signature.hex()}).encode() + b"\n" + packed


def seal_to(people: list[str], inside: bytes) -> bytes:
    """The package file for these public sealing keys."""
    return _MAGIC + parcel.seal_to(people, inside)


def seal_with_passphrase(passphrase: str, inside: bytes) -> bytes:
    """The package file for whoever has the passphrase."""
    return _MAGIC + parcel.seal_with_passphrase(passphrase, inside)


def refuse_too_large(size: int, where: str) -> None:
    """Whether a file of so many bytes need not even be read. Expected: PACKAGE_DAMAGED."""
    if size > _MOST:
        raise _damaged(where, f"it is larger ({size} bytes) than any package can be")


def unseal(data: bytes, where: str, sealing_key: str, passphrase: str = "") -> bytes:
    """The inside of a package file, in memory only.

    Expected: NOT_A_PACKAGE, FILE_NEWER, PACKAGE_NOT_FOR_ME, PACKAGE_DAMAGED.
    """
    if not data.startswith(_MAGIC):
        raise _not_a_package(data, where)
    sealed = data[len(_MAGIC) :]
    try:
        if passphrase:
            return parcel.open_with_passphrase(passphrase, sealed)
        return parcel.open_mine(sealing_key, sealed)
    except parcel.NotForMeError:
        raise Expected(Code.PACKAGE_NOT_FOR_ME, where=where) from None
    except NotOpenedError:
        why = "it does not open with this passphrase, or it is cut short or altered"
        raise _damaged(where, why if passphrase else "it is cut short or altered") from None


def read_manifest(inside: bytes, where: str) -> Manifest:
    """What a package says of itself, its signature checked against the sender it names.

    Whether that sender is who they say is for the caller: compare `sender` with the team.
    Expected: PACKAGE_DAMAGED, FILE_NEWER, SIGNATURE_WRONG.
    """
    head, _, _ = inside.partition(b"\n")
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
    return manifest


def read(inside: bytes, where: str) -> Package:
    """The whole package, every part checked. Expected: as `read_manifest`."""
    manifest = read_manifest(inside, where)
    packed = inside.partition(b"\n")[2]
    if hashlib.sha256(packed).hexdigest() != manifest.sha256:
        raise _damaged(where, "the work in it is not what was signed")
    steps, changes, start = work.read(_unpacked(packed, manifest, where), where)
    if (len(steps), len(changes)) != (manifest.steps, manifest.changes):
        raise _damaged(where, "it holds another number of changes than it says")
    return Package(manifest, steps, changes, start)


def _unpacked(packed: bytes, manifest: Manifest, where: str) -> bytes:
    reader = zlib.decompressobj()
    try:
        plain = reader.decompress(packed, manifest.size + 1)
    except zlib.error:
        raise _damaged(where, "the work in it does not unpack") from None
    if len(plain) != manifest.size or not reader.eof or reader.unused_data:
        raise _damaged(where, "the work in it is longer or shorter than it says")
    return plain


def _manifest(found: Json) -> Manifest:
    """Raises ValueError, KeyError or TypeError for what is not a manifest."""
    if (found["format"], found["version"]) != (_FORMAT, VERSION):
        raise ValueError("it is in another format")
    return Manifest(
        package=text(found["package"]), schema=number(found["schema"], _MOST),
        inspection=WorkspaceId(text(found["inspection"])),
        service=text(found["service"]), framework=text(found["framework"]),
        sender=Card(**{name: text(found["sender"][name]) for name in ("id", "name", "role", "signing", "sealing")}),
        device=_device(found["device"]), number={text(k): number(v, _MOST_PACKAGES) for k, v in found["number"].items()},
        recipients=tuple(text(r) for r in found["recipients"]), made=moment(found["made"]),
        has={_device(d): Held(number(h["count"], _MOST), text(h["digest"])) for d, h in found["has"].items()},
        steps=number(found["steps"], _MOST), changes=number(found["changes"], _MOST),
        sha256=text(found["sha256"]), size=number(found["size"], _MOST),
    )  # fmt: skip


def _device(found: object) -> DeviceId:
    return DeviceId(matching(_DEVICE, found))


def _not_a_package(data: bytes, where: str) -> Expected:
    line, end, _ = data[:40].partition(b"\n")
    if end and line.startswith(_MAGIC_ANY):
        found = line[len(_MAGIC_ANY) :].decode("ascii", "replace")
        return Expected(Code.FILE_NEWER, where=where, found=found, known=VERSION)
    return Expected(Code.NOT_A_PACKAGE, where=where)


def _damaged(where: str, why: str) -> Expected:
    return Expected(Code.PACKAGE_DAMAGED, where=where, why=why)
