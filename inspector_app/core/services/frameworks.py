"""The frameworks an inspection can be made against: those shipped, and those the inspectorate added."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from inspector_app.core import files, paths
from inspector_app.core.domain.framework import Framework
from inspector_app.core.domain.parts import USUAL
from inspector_app.core.domain.text import alike
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange.frameworks.file import parse

_NAMED, _SHOWN = 5, 60  # places of a difference, and characters of a value, that are said


def known(extra: Path | None = None) -> tuple[Framework, ...]:
    """Every framework, newest version of each. `extra`: a folder of added files. Expected: FRAMEWORK_INVALID."""
    newest: dict[str, Framework] = {}
    for path in _files(extra):
        framework = _parsed(_text(path), str(path))
        if framework.id not in newest or framework.version > newest[framework.id].version:
            newest[framework.id] = framework
    return tuple(newest.values())


def find(framework_id: str, extra: Path | None = None) -> Framework:
    """The framework of that id. Expected: FRAMEWORK_UNKNOWN, FRAMEWORK_INVALID."""
    return _parsed(*source(framework_id, extra))


def source(framework_id: str, extra: Path | None = None) -> tuple[str, str]:
    """The text of that framework's newest file, and where it is. Expected: FRAMEWORK_UNKNOWN, FRAMEWORK_INVALID."""
    found: list[tuple[int, str, str]] = []
    for path in _files(extra):
        if extra in path.parents or path.stem == framework_id:
            framework = _parsed(_text(path), str(path))
            if framework.id == framework_id:
                found.append((framework.version, _text(path), str(path)))
    if not found:
        ids = ", ".join(f.id for f in known(extra))
        raise Expected(Code.FRAMEWORK_UNKNOWN, framework=framework_id, known=ids)
    return max(found)[1:]


def validate(path: Path) -> Framework:
    """The framework in a file. Expected: FILE_MISSING, NOT_TEXT, FRAMEWORK_INVALID with the place of the bad value."""
    return parse(_text(path), str(path))


@lru_cache(maxsize=1)
def checked(text: str, where: str) -> Framework:
    """The framework of a text that came from elsewhere. Expected: FRAMEWORK_INVALID.

    The last is remembered: to look at a package and to begin from it asks for the same one four times, and its schema
    is most of what beginning takes.
    """
    return parse(text, where)


def differences(text: str, extra: Path | None = None) -> tuple[str, ...]:
    """What a framework's text says otherwise than the one of that id on this laptop: some places, with both values.

    Nothing when it is the same. Of an id that is not here: just that, and what has its title here, for which it might be
    taken. Expected: FRAMEWORK_INVALID.
    """
    theirs_is = checked(text, "the package")
    framework_id, here = theirs_is.id, known(extra)
    if framework_id not in {framework.id for framework in here}:
        called = [one.id for one in here if alike.key(one.title) == alike.key(theirs_is.title)]
        return (f"id: {', '.join(called) or 'nothing'} here, {_short(framework_id)} there",)
    ours, theirs = (dict(_leaves(json.loads(one), "")) for one in (source(framework_id, extra)[0], text))
    places = sorted(place for place in ours.keys() | theirs.keys() if ours.get(place) != theirs.get(place))
    said = tuple(
        f"{place}: {_short(ours.get(place))} here, {_short(theirs.get(place))} there" for place in places[:_NAMED]
    )
    return said if len(places) <= _NAMED else (*said, f"and {len(places) - _NAMED} more")


@cache
def kept(text: str) -> Framework:
    """The framework of a text that a workspace has kept since it was made with it; it was checked then.

    One kept before framework files said what their reports are made of, or who inspects, has it of the file that comes
    with the program now: what is asked, and every rule, stays as it was kept.
    """
    framework = parse(text, "the workspace", trusted=True)
    if framework.parts is not USUAL and framework.inspected_by:
        return framework  # as nearly all are: the files of the program are not read for it
    now = next((f for f in known() if (f.id, f.version) == (framework.id, framework.version)), framework)
    framework = replace(framework, inspected_by=framework.inspected_by or now.inspected_by)
    if framework.parts is not USUAL or [s.domain for s in now.standards] != [s.domain for s in framework.standards]:
        return framework
    return replace(framework, parts=now.parts, standard_headings=now.standard_headings)


def _files(extra: Path | None) -> list[Path]:
    added = sorted(extra.glob("*.json")) if extra and extra.is_dir() else []
    return sorted((paths.resources() / "frameworks").glob("*.json")) + added


def _text(path: Path) -> str:
    try:
        return files.read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Expected(Code.NOT_TEXT, where=path, position=error.start) from error


@cache
def _parsed(text: str, where: str) -> Framework:
    # What is shipped is checked by the tests, not again at every start: that would load a library for nothing.
    return parse(text, where, trusted=Path(where).parent == paths.resources() / "frameworks")


def _leaves(tree: object, place: str) -> Iterator[tuple[str, object]]:
    """Every value of a framework's JSON with its place: `rating.bands.0.from`."""
    parts = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    if not parts:
        yield place, tree
    for name, part in parts:
        yield from _leaves(part, f"{place}.{name}" if place else str(name))


def _short(value: object) -> str:
    text = "nothing" if value is None else str(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
