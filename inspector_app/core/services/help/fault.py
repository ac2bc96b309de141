"""A report of a fault, for whoever mends the program: versions and codes, and nothing that anybody typed."""

import platform
import re
from importlib import metadata
from pathlib import Path

from inspector_app.core import files
from inspector_app.core.crypto import parcel
from inspector_app.core.errors import Code, Expected
from inspector_app.core.log import FILE as LOG
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.profile.passphrase import refuse_weak
from inspector_app.core.version import version

LIBRARIES = ("PySide6_Essentials", "SQLAlchemy", "sqlcipher3", "cryptography", "reportlab", "pyrage")
MOST = 200  # lines of the log
# What ui/window/uncaught.py writes: the kind of a fault, and modules, lines and functions. Any other line stays there.
_PLACE = r"(?:[\w.]+|<frozen [\w.]+>|<string>):\d+ [\w<>]+"
_LINE = re.compile(rf"[\d-]+ [\d:,]+ [A-Z]+ inspector_app[\w.]* uncaught \w+ at {_PLACE}( < {_PLACE})*")


def report(profile: Path) -> str:
    """The report as it would be saved. Expected: nothing; a log that cannot be read is said to be so."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    parts = [f"Program: {version()}", f"Python: {platform.python_version()}", f"System: {system}"]
    parts += [f"{name}: {_version_of(name)}" for name in LIBRARIES]
    return "\n".join([*parts, "", *_faults(profile)]) + "\n"


def save(text: str, to: Path, laptop: Laptop | None = None, passphrase: str = "") -> None:
    """Write a report that was shown; with a passphrase sealed under it in the age format, which takes two seconds.

    Expected: as outgoing.write, whose `laptop` it is; WEAK_PASSPHRASE, UNTYPABLE_PASSPHRASE, SEALED_TOO_HARD.
    """
    if passphrase:
        refuse_weak(passphrase, ())
    plain = text.encode()
    outgoing.write(to, parcel.seal_with_passphrase(passphrase, plain) if passphrase else plain, laptop)


def _version_of(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:  # a built program may carry no metadata of it
        return "as built"


def _faults(profile: Path) -> list[str]:
    """The faults that the log tells of, the last ones; lines of any other shape are counted and not given."""
    try:
        lines = files.read_bytes(profile / LOG).decode("utf-8", "replace").splitlines()
    except Expected as error:
        if error.code is not Code.FILE_MISSING:
            return [f"The log cannot be read: {error.code.value}"]
        lines = []
    told = [line for line in lines if _LINE.fullmatch(line)]
    left_out = f"Lines of the log that are not given: {len(lines) - len(told)}"
    return [f"Faults in the log: {len(told)}", *told[-MOST:], left_out]
