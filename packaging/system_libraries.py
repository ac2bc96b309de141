"""What a built folder took of the builder's own system, and on what terms: python packaging/system_libraries.py FOLDER MADE

PyInstaller copies the libraries that Qt and Python ask for and no wheel brings (X11's, fontconfig, freetype and the like).
Their packages, versions and copyright files, as dpkg has them, are added to MADE/sbom.cdx.json and MADE/third-party.txt, and
the latter is copied into FOLDER. A library that belongs to no package ends it with an error. Not on Debian, nothing is done.
"""

import json
import re
import shutil
import sys
from pathlib import Path

from inventory import Part, component, read, third_party

OF_PYTHON = "libpython"  # the inventory has Python
DPKG = Path("/var/lib/dpkg")
DOCUMENTS = Path("/usr/share/doc")


def main(folder: Path, made: Path) -> None:
    """Add them to both files."""
    if not DPKG.is_dir():
        print("Not Debian: the texts of the system's libraries have to be added by hand.", file=sys.stderr)
        return
    names = [path.name for path in folder.glob("lib*.so*") if path.is_file() and not path.is_symlink()]
    parts = packages({name for name in names if not name.startswith(OF_PYTHON)})
    bill = json.loads((made / "sbom.cdx.json").read_text(encoding="utf-8"))
    bill["components"] += [component(each) for each in parts]
    (made / "sbom.cdx.json").write_text(json.dumps(bill, indent=1) + "\n", encoding="utf-8")
    with (made / "third-party.txt").open("a", encoding="utf-8") as told:
        told.write("\nLibraries of the system it was built on. " + third_party(parts))
    shutil.copyfile(made / "third-party.txt", folder / "third-party.txt")


def packages(libraries: set[str]) -> list[Part]:
    """The packages that the libraries are of, each with the text that came with it."""
    owners = {}
    for listed in sorted((DPKG / "info").glob("*.list")):
        held = {line.rpartition("/")[2] for line in listed.read_text(encoding="utf-8").splitlines()}
        owners |= dict.fromkeys(held & libraries, listed.stem.partition(":")[0])
    if missing := libraries - owners.keys():
        sys.exit(f"Whose they are, and on what terms, is not known: {', '.join(sorted(missing))}")
    known = (DPKG / "status").read_text(encoding="utf-8")
    return [package(name, known) for name in sorted(set(owners.values()))]


def package(name: str, known: str) -> Part:
    """A package, of what dpkg knows of all."""
    about = re.search(rf"^Package: {re.escape(name)}\n(?:.+\n)*", known, re.MULTILINE)
    fields = dict(re.findall(r"^([\w-]+): (.*)$", about.group() if about else "", re.MULTILINE))
    purl = f"pkg:deb/debian/{name}@{fields['Version']}?arch={fields['Architecture']}"
    return Part(name, fields["Version"], "see its text", (read(DOCUMENTS / name / "copyright"),), purl)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
