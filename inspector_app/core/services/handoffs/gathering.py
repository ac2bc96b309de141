"""The bytes of a package, from one file or from its parts in whatever order: all of it, or a sentence and nothing kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.errors import Code, Expected
from inspector_app.core.handoff import package as packages
from inspector_app.core.handoff import parts
from inspector_app.core.handoff.parts import Head
from inspector_app.core.words import numbered


@dataclass(frozen=True, slots=True)
class Parts:
    """A package that came in parts: their files, in any order, some perhaps twice."""

    paths: tuple[Path, ...]


Chosen = Path | Parts


def sorted_out(paths: Sequence[Path]) -> list[Chosen]:
    """What was chosen, package by package: the files that are parts are one, of which all must be of one package.

    Expected: as files.read_bytes.
    """
    whole, in_parts = list[Chosen](), list[Path]()
    for path in paths:
        (in_parts if parts.is_part(_beginning(path)) else whole).append(path)
    return [*whole, Parts(tuple(in_parts))] if in_parts else whole


def paths_of(chosen: Chosen) -> tuple[Path, ...]:
    """The files of a package."""
    return chosen.paths if isinstance(chosen, Parts) else (chosen,)


def named(chosen: Chosen) -> Path:
    """The file that a sentence about the package names."""
    return paths_of(chosen)[0]


def read(chosen: Chosen) -> bytes:
    """The package file, put together in memory.

    What the parts say is read and held against one another first, and only then as much as they may hold: files that
    say too much cost a few hundred bytes each. Expected: as files.read_bytes, and PACKAGE_DAMAGED, FILE_NEWER,
    PARTS_MISSING, PARTS_MIXED.
    """
    if isinstance(chosen, Path) and parts.is_part(_beginning(chosen)):
        chosen = Parts((chosen,))
    if isinstance(chosen, Parts):
        return _joined(chosen)
    with files.saying_what_failed(chosen):
        packages.refuse_too_large(chosen.stat().st_size, str(chosen))
    return files.read_bytes(chosen)


def _joined(chosen: Parts) -> bytes:
    found = _heads(chosen)
    first, where = next(iter(found.values()))[0], named(chosen)
    lacking = parts.missing([head for head, _, _ in found.values()])
    if lacking:
        raise Expected(Code.PARTS_MISSING, where=where, parts=numbered(lacking), of=first.of)
    if sum(head.size for head, _, _ in found.values()) != first.whole:
        raise Expected(Code.PACKAGE_DAMAGED, where=where, why="its parts are more or less than the whole")
    joined = bytearray()
    for part in sorted(found):
        head, begins, path = found[part]
        joined += parts.as_said(head, files.read_piece(path, begins, head.size), str(path))
    whole = bytes(joined)
    parts.refuse_another(first, whole, str(where))
    return whole


def _heads(chosen: Parts) -> dict[int, tuple[Head, int, Path]]:
    """By number, what each part says, where its bytes begin and its file; a part that is there twice counts once.

    Expected: PARTS_MIXED, where they are not all of one package.
    """
    found: dict[int, tuple[Head, int, Path]] = {}
    first: Head | None = None
    for path in chosen.paths:
        with files.saying_what_failed(path):
            size = path.stat().st_size
        head, begins = parts.read_head(_beginning(path), size, str(path))
        first = first or head
        if (head.package, head.whole, head.of) != (first.package, first.whole, first.of):
            raise Expected(Code.PARTS_MIXED, where=path, other=chosen.paths[0])
        if head.part in found and found[head.part][0] != head:
            raise Expected(Code.PACKAGE_DAMAGED, where=path, why=f"part {head.part} of {head.of} came in two versions")
        found[head.part] = (head, begins, path)
    return found


def _beginning(path: Path) -> bytes:
    """As much of a file as says what it is."""
    return files.read_piece(path, 0, parts.HEAD)
