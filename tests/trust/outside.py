"""What somebody sees of a running program from outside: its memory, by /proc, and what lies on the clipboard."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

_CLIPBOARD = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
application = QGuiApplication([])
def look():
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        sys.stdout.write(application.clipboard().text(mode))
    application.quit()
QTimer.singleShot(500, look)
application.exec()
"""


def spelt(secrets: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """Each secret in every way in which it may lie in memory: raw, and as text of one, two and four bytes a letter."""
    found = {}
    for name, secret in secrets.items():
        if isinstance(secret, bytes):
            found[f"{name}, raw"] = secret
        text = secret.hex() if isinstance(secret, bytes) else secret
        found |= {f"{name}, {code}": text.encode(code) for code in ("utf-8", "utf-16-le", "utf-32-le")}
    return found


def in_memory(process: int, secrets: Mapping[str, str | bytes]) -> dict[str, int]:
    """How often each way of spelling a secret stands in the memory of a process."""
    found: Counter[str] = Counter()
    alike: dict[bytes, dict[str, bytes]] = {}
    for name, needle in spelt(secrets).items():
        alike.setdefault(needle.replace(b"\0", b""), {})[name] = needle
    for part in _parts(process):
        bare = part.translate(None, b"\0")  # half of a memory; a letter of one, two and four bytes is the same without
        for without, needles in alike.items():
            if without in bare:
                found.update({name: part.count(needle) for name, needle in needles.items()})
    return dict(+found)


def programs_of(profile: Path) -> list[int]:
    """Every process that was started for that laptop: the window, and what it started in its turn, as for spelling."""
    wanted, found = f"INSPECTOR_HOME={profile}".encode(), []
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            if wanted in (place / "environ").read_bytes().split(b"\0") and (place / "cmdline").read_bytes():
                found.append(int(place.name))
    return found


def in_programs_of(profile: Path, secrets: Mapping[str, str | bytes]) -> dict[str, int]:
    """As `in_memory`, of all of them together."""
    found: Counter[str] = Counter()
    for process in programs_of(profile):
        with suppress(OSError):
            found.update(in_memory(process, secrets))
    return dict(found)


def on_clipboard(display: str) -> str:
    """What a program that asks for it gets from clipboard and selection of a display."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(
        [sys.executable, "-c", _CLIPBOARD], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def in_files(folders: Iterable[Path], secrets: Mapping[str, str | bytes]) -> list[str]:
    """Which secrets stand in which files, their names among it."""
    needles, found = spelt(secrets), []
    for path in (path for folder in folders for path in folder.rglob("*")):
        data = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        found += [f"{name} in {path}" for name, needle in needles.items() if needle in data]
    return found


def _parts(process: int) -> Iterable[bytes]:
    maps = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights, *_ = line.split()
            if "r" not in rights or "[v" in line or ("w" not in rights and ".so" in line):
                continue  # what nobody may write of a library is as its file
            start, end = (int(at, 16) for at in span.split("-"))
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except (OSError, OverflowError):  # device memory, which nobody can read so
                continue
