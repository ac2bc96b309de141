"""Files of every kind that the program reads, spoilt in every way, and read: run in a process of its own, within bounds.

`python -m tests.trust.spoiling FOLDER KIND,KIND RUNS SEED` says of each spoilt file, as a line of JSON, what came of it.
"""

import io
import json
import random
import re
import resource
import signal
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from inspector_app.core.domain.draft.copies import Scope
from inspector_app.core.errors import Expected
from inspector_app.core.interchange import sheets
from inspector_app.core.services.documents import case_lists, exchange
from inspector_app.core.services.people import team
from inspector_app.core.services.profile import ways_back
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.settings import Settings
from inspector_app.core.services.results import collections, copies, reports, returned, sealing
from inspector_app.core.services.safekeeping import backup_rows, bringing_back, checking, rehearsing
from inspector_app.core.services.workspace import Workspace
from inspector_app.ui import letters
from inspector_app.ui.errors import sentence
from inspector_app.ui.window.settings import remapping
from tests.conftest import PASSPHRASE, cheap_keyrings, create, set_up

MEMORY = 2_000_000_000  # bytes of address space: reading what is at most some megabytes takes no more
LONGEST = 20  # s of the processor for one file: a busy machine makes that no longer
NESTED = 100_000


@dataclass(frozen=True)
class Kind:
    """A file as the program makes it, and how it is read."""

    name: str  # of the file, with its ending
    whole: bytes
    read: Callable[[Path], object]


class World:
    """A laptop with an inspection, and each kind of file once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.laptop = set_up(folder / "profile")
        self.workspace = create(self.laptop)
        exchange.import_file(self.workspace, exchange.sample_document())

    def kinds(self) -> dict[str, Callable[[], Kind]]:
        return {
            "card": self.card, "document": self.document, "table": self.table, "keyring": self.keyring,
            "settings": self.settings, "backup": self.backup, "file": self.file, "collection": self.collection,
            "workbook": self.workbook, "calc": self.calc, "draft": self.draft, "record": self.record,
        }  # fmt: skip

    def card(self) -> Kind:
        made = self.folder / "ruth.card"
        team.write_card(self.laptop, made)
        return Kind("x.card", made.read_bytes(), lambda path: team.check(self.workspace, team.read_card(path)))

    def document(self) -> Kind:
        made = self.folder / "all.json"
        exchange.export(self.workspace, made)
        return Kind("x.json", made.read_bytes(), lambda path: exchange.load(path))

    def table(self) -> Kind:
        made = self.folder / "all.csv"
        exchange.export(self.workspace, made)
        return Kind("x.csv", made.read_bytes()[:20_000], self._list)

    def workbook(self) -> Kind:
        rows = [("Ref", "Sample", "Began", "Age"), *((f"C{n}", "children", "2026-01-05", "15") for n in range(5))]
        return Kind("x.xlsx", sheets.xlsx_bytes(rows, (9, 9, 9, 9)), self._list)

    def calc(self) -> Kind:
        cells = "".join(
            f"<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
            for text in ("Ref", "C1", "C2")
        )
        names = "".join(
            f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text")
        )
        content = (
            f"<office:document-content{names}><office:body><office:spreadsheet><table:table>{cells}</table:table>"
            "</office:spreadsheet></office:body></office:document-content>"
        )
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            made.writestr("content.xml", content)
        return Kind("x.ods", out.getvalue(), self._list)

    def _list(self, path: Path) -> object:
        with suppress(Expected):
            exchange.load(path, self.workspace.framework.id)
        listing = case_lists.open_list(path)
        return case_lists.read(self.workspace, listing, case_lists.guess(listing, self.workspace.team()))

    def keyring(self) -> Kind:
        def read(path: Path) -> object:
            for name in ("keyring", "keyring.copy"):
                (self.laptop.folder / name).write_bytes(path.read_bytes())
            other = Laptop(self.laptop.folder)
            ways_back.ways(other)
            return other.unlock(PASSPHRASE)

        return Kind("keyring", (self.laptop.folder / "keyring").read_bytes(), read)

    def settings(self) -> Kind:
        self.laptop.settings.set_all({"theme": "dark", "zoom": 125, "idle_minutes": 5, "key palette": "Ctrl+K"})
        whole = (self.laptop.folder / "settings.json").read_bytes()

        def read(path: Path) -> object:
            (path.parent / "settings.json").write_bytes(path.read_bytes())
            found = Settings(path.parent)
            letters.read(found)
            remapping.read(found)
            found.set("theme", "light")
            return [found.get(name, default) for name, default in (("theme", ""), ("zoom", 100), ("idle_minutes", 10))]

        return Kind("x.json", whole, read)

    def backup(self) -> Kind:
        made = self.workspace.back_up()

        def read(path: Path) -> object:
            made.write_bytes(path.read_bytes())
            backup_rows.rows(self.workspace)
            rehearsing.rehearse(self.laptop, self.workspace.path)
            return bringing_back.differences(self.workspace, made)

        return Kind("backup", made.read_bytes(), read)

    def file(self) -> Kind:
        other = create(self.laptop, "Other")
        other.add_case("C01", other.framework.samples[0].code)
        other.close()

        def read(path: Path) -> object:
            other.path.write_bytes(path.read_bytes())
            found = checking.check_file(self.laptop, other.path)
            Workspace.open(self.laptop, other.path).close()
            return found

        return Kind("file", other.path.read_bytes(), read)

    def collection(self) -> Kind:
        made = self.folder / "all.collection"
        collections.add(str(made), [exchange.sample_document()], sealed=False)

        def read(path: Path) -> object:
            collections.inspections(str(path))
            return collections.compare(str(path))

        return Kind("x.collection", made.read_bytes(), read)

    def draft(self) -> Kind:
        inspection, copy = copies.of_workspace(self.workspace, Scope.SERVICE)
        data = reports.draft_findings(
            self.workspace.framework, inspection, datetime.now(UTC), copy=copy, ending=".docx"
        )
        return Kind("x.docx", data, lambda path: returned.read(self.workspace, path))

    def record(self) -> Kind:
        made = self.folder / "record.json"
        sealing.seal(self.workspace, made)
        return Kind("x.json", made.read_bytes(), sealing.verify)


# how bytes are spoilt

WRONG: list[Any] = [
    None, True, -1, 0, 2**63, 10**400, float("nan"), float("inf"), "", " ", "\ud800", "\u202e", "x" * 100_000, [], {}, [[]],
    {"a": {"b": []}}, "9999-12-31", "0001-01-01", "1e999",
]  # fmt: skip


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def flipped(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 30))):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def overwritten(data: bytes, chance: random.Random) -> bytes:
    at, long = chance.randrange(len(data) + 1), chance.choice((1, 4, 100, 5000))
    filled = chance.choice((bytes(long), b"\xff" * long, chance.randbytes(long), b"<" * long, b"[" * long))
    return data[:at] + filled + data[at + len(filled) :]


def put_in(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice((b"\x00", b"\n" * NESTED, data[:5000], b"\xef\xbb\xbf", b"[" * NESTED)) + data[at:]


def numbers_grown(data: bytes, chance: random.Random) -> bytes:
    """A number of several digits in it is an absurd one."""
    digits = [at for at, byte in enumerate(data[:200_000]) if 48 <= byte <= 57]
    if not digits:
        return flipped(data, chance)
    at = chance.choice(digits)
    return data[:at] + chance.choice((b"9" * 30, b"-1", b"1e999", b"NaN", b"0" * 5000)) + data[at + 1 :]


BYTES = (cut, flipped, overwritten, put_in, numbers_grown)


def leaves(tree: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each value of a tree, those that hold others too."""
    yield way
    inside = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in inside:
        yield from leaves(value, (*way, key))


def as_json(data: bytes, chance: random.Random) -> bytes:
    """Some leaf is of a wrong type, or nested deep, or stands twice under its name."""
    tree = json.loads(data)
    way = chance.choice(list(leaves(tree)))
    if not way:
        return json.dumps(chance.choice(WRONG)).encode()
    held = tree
    for key in way[:-1]:
        held = held[key]
    if chance.random() < 0.1:
        marked = "«here»"
        held[way[-1]] = marked
        deep = chance.choice(("[" * NESTED + "]" * NESTED, '{"a":' * NESTED + "1" + "}" * NESTED))
        return json.dumps(tree).replace(json.dumps(marked), deep).encode()
    if isinstance(held, dict) and chance.random() < 0.2:
        name = json.dumps(way[-1])
        text = json.dumps(tree)
        return text.replace(f"{name}:", f"{name}: {json.dumps(chance.choice(WRONG))}, {name}:", 1).encode()
    if isinstance(held, list) and chance.random() < 0.2:
        held.extend([held[way[-1]]] * chance.choice((1, 3000)))
    elif isinstance(held, dict) and chance.random() < 0.2:
        del held[way[-1]]
    else:
        held[way[-1]] = chance.choice(WRONG)
    return json.dumps(tree).encode("utf-8", "surrogatepass")


def as_parts(data: bytes, chance: random.Random) -> bytes:
    """One part of a packed file is spoilt, away, there twice, nested without an end or far larger than it says."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    spoilt = chance.choice([name for name in parts if parts[name]])
    out, how = io.BytesIO(), chance.randrange(7)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, held in parts.items():
            if name != spoilt:
                made.writestr(name, held)
            elif how == 0:
                continue
            elif how == 1:
                made.writestr(name, held)
                made.writestr(name, chance.choice(BYTES)(held, chance))
            elif how == 2:
                at = held.find(b">", chance.randrange(len(held))) + 1
                made.writestr(name, held[:at] + b"<a>" * NESTED + held[at:])
            elif how == 3:
                dtd = b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'">' + b'<!ENTITY c "' + b"&b;" * 1000 + b'">]>'
                made.writestr(name, dtd + held.replace(b"</", b"&c;</", 3))
            elif how == 4:
                at = held.find(b">", chance.randrange(len(held))) + 1
                made.writestr(name, held[:at] + b"<a/>" * 3_000_000 + held[at:])
            else:
                made.writestr(name, chance.choice(BYTES)(held, chance))
    return out.getvalue()


def spoilt(kind: Kind, chance: random.Random) -> tuple[str, bytes]:
    """One more spoilt file, and how it was made."""
    ways: list[Callable[[bytes, random.Random], bytes]] = list(BYTES)
    if kind.name.endswith((".xlsx", ".ods", ".docx")):
        ways += [as_parts] * 2 * len(BYTES)
    with suppress(ValueError, UnicodeDecodeError):
        json.loads(kind.whole)
        ways += [as_json] * 3 * len(BYTES)
    how = chance.choice(ways)
    return how.__name__, how(kind.whole, chance)


class TooLong(BaseException):
    """No reader catches it."""


def _too_long(*_of: object) -> None:
    raise TooLong


@contextmanager
def watched() -> Iterator[None]:
    """Whatever takes longer than LONGEST is ended."""
    before = signal.signal(signal.SIGPROF, _too_long)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def outcome(kind: Kind, path: Path) -> str:
    """What came of reading it: "" for a sentence or its content, else what is wrong."""
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        kind.read(path)
    except Expected as refused:
        return f"no sentence: {refused.code}" if re.search(r"\{[a-z_]+\}", sentence(refused)) else ""
    except BaseException as error:  # noqa: BLE001 - of whatever kind it is, it is what is looked for
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        at = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
        return f"{type(error).__name__} {str(error)[:200]} {at}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def main() -> None:
    """Read so many spoilt files of each of these kinds."""
    folder, kinds, runs, seed = Path(sys.argv[1]), sys.argv[2].split(","), int(sys.argv[3]), int(sys.argv[4])
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        cheap_keyrings(patch)
        patch.setenv("INSPECTOR_HOME", str(folder / "profile"))
        world = World(folder)
        (folder / "read").mkdir()
        made = {name: world.kinds()[name]() for name in kinds}
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        with watched():
            for name, number in product(kinds, range(seed, seed + runs)):
                how, data = spoilt(made[name], random.Random(f"{number} {name}"))
                path = folder / "read" / made[name].name
                path.write_bytes(data)
                told = {"kind": name, "seed": number, "how": how, "wrong": outcome(made[name], path)}
                print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
