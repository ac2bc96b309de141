"""The frameworks an inspection can be made against: those shipped, and those the inspectorate added."""

from functools import cache
from pathlib import Path

from inspector_app.core import files, paths
from inspector_app.core.domain.framework import Framework
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import framework_file


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
    return framework_file.parse(_text(path), str(path))


def checked(text: str, where: str) -> Framework:
    """The framework of a text that came from elsewhere. Expected: FRAMEWORK_INVALID."""
    return framework_file.parse(text, where)


@cache
def kept(text: str) -> Framework:
    """The framework of a text that a workspace has kept since it was made with it; it was checked then."""
    return framework_file.parse(text, "the workspace", trusted=True)


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
    return framework_file.parse(text, where, trusted=Path(where).parent == paths.resources() / "frameworks")
