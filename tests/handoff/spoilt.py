"""Spoilt packages: a good one, and many ways in which one can be bad, by accident, by a bug of its sender or on purpose."""

import hashlib
import json
import random
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from inspector_app.core.crypto import parcel
from inspector_app.core.domain.team import Card
from inspector_app.core.services.profile.laptop import Laptop

MAGIC = b"inspector-handoff 2\n"
HOSTILE: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63, 10**30, float("inf"), float("nan"), 0.5, "", "0", "\0", "\ud800",
    "yes", "\n", "../../evil", "/etc/passwd", "C:\\evil", "case", "inspection", "9999-12-31T23:59:59+00:00", "x" * 70_000,
    [], {}, [[]], {"": ""}, ["a"] * 5,
)  # fmt: skip


@dataclass(frozen=True)
class Good:
    """A package as it was sent, opened, with what is needed to make it anew."""

    data: bytes
    manifest: dict[str, Any]
    work: dict[str, Any]
    signing_key: bytes
    readers: list[str]
    stranger: Card
    strangers_key: bytes

    def made(self, manifest: Any, packed: bytes, key: bytes | None = None) -> bytes:
        """The package with another manifest (anything that JSON can hold) and work, signed by its sender or by `key`."""
        text = json.dumps(manifest)
        signature = parcel.sign(key or self.signing_key, MAGIC + text.encode())
        return self.sealed(json.dumps({"manifest": text, "signature": signature.hex()}).encode() + b"\n" + packed)

    def sealed(self, inside: bytes) -> bytes:
        """Sealed to its readers."""
        return MAGIC + parcel.seal_to(self.readers, inside)

    def with_work(self, work: Any, **claims: Any) -> bytes:
        """With other work, rightly described but for the claims, and signed by its sender."""
        plain = work if isinstance(work, bytes) else _lines(work)
        packed = zlib.compress(plain, 1)
        counts = {} if isinstance(work, bytes) else _counts(work)
        about = {**self.manifest, **counts, "sha256": hashlib.sha256(packed).hexdigest(), "size": len(plain), **claims}
        return self.made(about, packed)

    def resigned(self, work: Any) -> Any:
        """The work with stretches that its sender really signed as its steps stand now, where that can be said at all."""
        try:
            listed = [[step[0].partition(".")[2], sum(c[5] for c in step[6]), _digest(step)] for step in work["steps"]]
            device, proof, signer, _, _ = work["stretches"][0]
            stretch = [device, proof, signer, sorted(listed)]
            message = f"inspector-stretch 1\n{self.manifest['inspection']}\n{_compact(stretch)}".encode()
            return {**work, "stretches": [[*stretch, parcel.sign(self.signing_key, message).hex()]]}
        except (TypeError, AttributeError, IndexError, KeyError, ValueError, UnicodeEncodeError):
            return work

    @property
    def packed(self) -> bytes:
        """Its work, compressed as `manifest` says."""
        packed = zlib.compress(_lines(self.work), 6)
        assert hashlib.sha256(packed).hexdigest() == self.manifest["sha256"]
        return packed


def good(data: bytes, inside: bytes, signing_key: bytes, readers: list[str], stranger: Laptop) -> Good:
    """A package's file and inside, ready to be spoilt."""
    head, _, packed = inside.partition(b"\n")
    manifest = json.loads(json.loads(head)["manifest"])
    start, *lines = [json.loads(line) for line in zlib.decompress(packed).splitlines()]
    work = {
        "start": start,
        "stretches": lines[: manifest["stretches"]],
        "steps": lines[manifest["stretches"] :],
    }
    return Good(
        data,
        manifest,
        work,
        signing_key,
        readers,
        stranger.card(),
        stranger.keyring.signing_key,
    )


def truncated(one: Good, chance: random.Random) -> bytes:
    return one.data[: chance.randrange(len(one.data))]


def flipped(one: Good, chance: random.Random) -> bytes:
    data = bytearray(one.data)
    for _ in range(chance.choice([1, 1, 1, 8])):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def patched(one: Good, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(one.data)) for _ in range(2))
    other = chance.choice([b"", chance.randbytes(end - start), one.data[:50], chance.randbytes(9)])
    return one.data[:start] + other + one.data[end:]


def noise(one: Good, chance: random.Random) -> bytes:
    start = chance.choice(
        [b"", MAGIC, MAGIC + b"age-encryption.org/v1\n", b"inspector-handoff 1\n", b"inspector-handoff 3\n"]
    )
    return start + chance.randbytes(chance.randrange(300))


def for_others(one: Good, chance: random.Random) -> bytes:
    return MAGIC + parcel.seal_to([one.stranger.sealing], b"x" * chance.randrange(9))


def inside_noise(one: Good, chance: random.Random) -> bytes:
    """Sealed by anybody who knows the reader's card."""
    head = json.dumps({"manifest": chance.choice(HOSTILE), "signature": chance.choice(["", "00" * 64, 3, "zz"])})
    return one.sealed(chance.choice([b"", b"{}", b"[]\n", b"[" * 50_000, head.encode(), chance.randbytes(90)]))


def forged(one: Good, chance: random.Random) -> bytes:
    """A stranger signs, as themselves or in a colleague's name."""
    manifest = dict(one.manifest)
    if chance.random() < 0.5:
        manifest["sender"] = {name: getattr(one.stranger, name) for name in manifest["sender"]}
    return one.made(manifest, one.packed, one.strangers_key)


def altered(one: Good, chance: random.Random) -> bytes:
    """What a colleague signed, changed afterwards: the recipients, a number, anything."""
    text = json.dumps(one.manifest)
    signature = parcel.sign(one.signing_key, MAGIC + text.encode())
    manifest = mutated(one.manifest, chance)
    other = json.dumps(manifest if manifest != one.manifest else {**one.manifest, "recipients": []})
    return one.sealed(json.dumps({"manifest": other, "signature": signature.hex()}).encode() + b"\n" + one.packed)


def swapped_work(one: Good, chance: random.Random) -> bytes:
    """The signed manifest with other work under it, or none."""
    return one.made(one.manifest, chance.choice([b"", one.packed[:-1], one.packed + b"x", zlib.compress(b"{}")]))


def claims(one: Good, chance: random.Random) -> bytes:
    """Claims of sizes and counts that are not so, and work that unpacks to far more than it says."""
    bomb = chance.random() < 0.02
    work: Any = b"[" * 30_000_000 if bomb else one.work
    name = chance.choice(["size", "stretches", "steps", "changes"])
    return one.with_work(work, **{name: chance.choice([0, 1, -1, 1000, 2**29, 2**30, 2**63, 10**30])})


def other_place(one: Good, chance: random.Random) -> bytes:
    """Of another inspection, or of a newer program."""
    change = chance.choice([{"inspection": "0" * 32}, {"schema": 99}, {"version": 3}, {"format": "inspector-else"}])
    return one.made({**one.manifest, **change}, one.packed)


def buggy_manifest(one: Good, chance: random.Random) -> bytes:
    """A colleague's program has a bug: its manifest is rightly signed nonsense."""
    return one.made(mutated(one.manifest, chance), one.packed)


def buggy_work(one: Good, chance: random.Random) -> bytes:
    """A colleague's program has a bug: its work is rightly signed nonsense, each step of it or the package alone."""
    work = one.work
    for _ in range(chance.choice([1, 1, 2, 5])):
        work = mutated(work, chance)
    return one.with_work(one.resigned(work) if chance.random() < 0.7 else work)


SURELY_BAD: tuple[Callable[[Good, random.Random], bytes], ...] = (
    truncated, flipped, patched, noise, for_others, inside_noise, forged, altered, swapped_work, other_place,
)  # fmt: skip
PERHAPS_BAD: tuple[Callable[[Good, random.Random], bytes], ...] = (claims, buggy_manifest, buggy_work)


def mutated(tree: Any, chance: random.Random) -> Any:
    """The JSON tree with one thing in it changed, taken away, doubled or put in another's place."""
    tree = json.loads(json.dumps(tree))
    places = list(_places(tree))
    holder, key = chance.choice(places)
    match chance.randrange(5):
        case 0 if isinstance(holder, list):
            holder.insert(key, holder[key])
        case 1:
            del holder[key]
        case 2:
            other, place = chance.choice(places)
            holder[key] = json.loads(json.dumps(other[place] if _there(other, place) else None))
        case 3 if isinstance(holder[key], str) and holder[key]:
            at = chance.randrange(len(holder[key]))
            holder[key] = holder[key][:at] + chance.choice(["", "0", "é", "/", ".", " "]) + holder[key][at + 1 :]
        case _:
            holder[key] = chance.choice(HOSTILE)
    return tree


def _places(tree: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
        found += [(node, key) for key in keys]
        waiting += [node[key] for key in keys]
    return found or [([None], 0)]


def _there(holder: Any, key: Any) -> bool:
    return key in holder if isinstance(holder, dict) else key < len(holder)


def _lines(work: Any) -> bytes:
    """Work as a package holds it, whatever it is by now."""
    parts = (
        [work]
        if not isinstance(work, dict)
        else [work.get("start"), *_listed(work, "stretches"), *_listed(work, "steps")]
    )
    return "".join(f"{_compact(part)}\n" for part in parts).encode("utf-8", "surrogatepass")


def _counts(work: Any) -> dict[str, int]:
    steps = _listed(work, "steps")
    changes = sum(
        len(step[6]) for step in steps if isinstance(step, list) and len(step) == 7 and isinstance(step[6], list)
    )
    return {"stretches": len(_listed(work, "stretches")), "steps": len(steps), "changes": changes}


def _listed(work: Any, name: str) -> list[Any]:
    found = work.get(name) if isinstance(work, dict) else None
    return found if isinstance(found, list) else []


def _compact(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def _digest(step: Any) -> str:
    return hashlib.sha256(_compact(step).encode()).hexdigest()[:32]
