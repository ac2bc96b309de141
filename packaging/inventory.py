"""What a build contains and on what terms, from the libraries' own metadata: python packaging/inventory.py OUT COMMIT DATE

OUT/sbom.cdx.json is a CycloneDX 1.6 bill of materials, OUT/third-party.txt has every licence text. Both hold what the
environment that runs this would put into the program, and are the same for the same commit. A library whose licence text
is nowhere ends it with an error: what cannot be told to people is not given to them.
"""

import json
import os
import platform
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).resolve().parents[1]
RESOURCES = TOP / "resources"
QT = {"pyside6-essentials", "shiboken6"}  # their wheels hold no text; these are the ones that their metadata name
QT_TEXTS = ("LGPL-3.0.txt", "GPL-3.0.txt")
IS_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$|/licenses?/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program that others wrote. `purl` is "" for what no package index knows."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    purl: str = ""


def main(out: Path, commit: str, date: str) -> None:
    """Write both files."""
    parts = [python(), *map(library, libraries()), *shipped()]
    without = [part.name for part in parts if not part.texts]
    if without:
        sys.exit(f"No licence text is found for: {', '.join(without)}")
    (out / "sbom.cdx.json").write_text(json.dumps(sbom(parts, commit, date), indent=1) + "\n", encoding="utf-8")
    (out / "third-party.txt").write_text(third_party(parts), encoding="utf-8")


def libraries() -> list[Distribution]:
    """What the program needs, and what that needs, as it is installed here."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, Distribution] = {}
    waiting = list(project["dependencies"])
    while waiting:
        wanted = Requirement(waiting.pop())
        name = canonicalize_name(wanted.name)
        if name not in found and applies(wanted):
            found[name] = distribution(name)
            waiting += found[name].requires or []
    return [found[name] for name in sorted(found)]


def applies(wanted: Requirement) -> bool:
    """Whether it is needed on this system; extras are not asked for."""
    return wanted.marker is None or wanted.marker.evaluate({"extra": ""})


def library(of: Distribution) -> Part:
    """A library with its licence texts."""
    name = canonicalize_name(of.metadata["Name"])
    paths = [
        path for path in of.files or [] if IS_LICENCE.search(path.as_posix()) and path.suffix not in (".py", ".pyc")
    ]
    texts = [read(Path(str(of.locate_file(path)))) for path in sorted(paths)]
    if name in QT:
        texts += [read(RESOURCES / "dictionaries" / text) for text in QT_TEXTS]
    return Part(name, of.version, licence(of), tuple(dict.fromkeys(texts)), f"pkg:pypi/{name}@{of.version}")


def licence(of: Distribution) -> str:
    """The name of its licence, as its metadata say it."""
    told = of.metadata.get("License-Expression") or of.metadata.get("License") or ""
    classes = [
        line.rpartition("::")[2].strip() for line in of.metadata.get_all("Classifier") or [] if "License ::" in line
    ]
    return told.strip().split("\n")[0] or ", ".join(classes) or "see its text"


def python() -> Part:
    """The language itself."""
    beside = (Path(os.__file__).parent / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    texts = tuple(read(path) for path in beside if path.is_file())[:1]
    return Part(
        "python", platform.python_version(), "PSF-2.0", texts, f"pkg:generic/python@{platform.python_version()}"
    )


def shipped() -> Iterator[Part]:
    """Fonts and dictionaries among the resources, each with its licence beside it (docs/libraries.md)."""
    for path in sorted(RESOURCES.rglob("*-LICENSE.txt")):
        more = QT_TEXTS if path.name.startswith("cy_") else ()  # the Welsh one is under the LGPL
        texts = (read(path), *(read(RESOURCES / "dictionaries" / text) for text in more))
        yield Part(path.name.removesuffix("-LICENSE.txt"), "as in docs/libraries.md", "see its text", texts)


def sbom(parts: list[Part], commit: str, date: str) -> dict[str, object]:
    """The bill of materials."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    about = {"type": "application", "name": project["name"], "version": project["version"], "bom-ref": project["name"]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": f"{date}T00:00:00Z",
            "component": {**about, "properties": [{"name": "commit", "value": commit}]},
        },
        "components": [component(part) for part in parts],
    }


def component(part: Part) -> dict[str, object]:
    """A part, as a bill of materials has it."""
    purl = {"purl": part.purl} if part.purl else {}
    named = {"type": "library", "name": part.name, "version": part.version, "bom-ref": part.purl or part.name}
    return {**named, "licenses": [{"license": {"name": part.licence}}], **purl}


def third_party(parts: list[Part]) -> str:
    """Every licence text, after a list of what they are of; a text that several have stands once."""
    listed = "\n".join(f"{part.name} {part.version}: {part.licence}" for part in parts)
    owners: dict[str, list[str]] = {}
    for part in parts:
        for text in part.texts:
            owners.setdefault(text, []).append(part.name)
    told = (f"{'=' * 100}\n{', '.join(names)}\n{'=' * 100}\n\n{text}\n" for text, names in owners.items())
    return "\n".join((f"What others wrote in this program, and their terms.\n\n{listed}\n", *told))


def read(path: Path) -> str:
    """A licence text, with the ends of lines of this system."""
    return path.read_text(encoding="utf-8", errors="replace").strip()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
