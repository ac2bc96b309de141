"""A PostgreSQL server for a test, as the inspectorate's office would have one: a real one, of Debian's packages."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NO_SERVER = "no PostgreSQL server is installed here (Debian: apt-get install postgresql)"
_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin")) if Path("/usr/lib/postgresql").exists() else []


def is_installed() -> bool:
    """Whether a server can be started here."""
    return bool(_PROGRAMS) and (os.geteuid() != 0 or _owner() != {})


@contextmanager
def server() -> Iterator["Server"]:
    """A server of its own, on a socket in a folder of its own; it is gone after the block."""
    folder = Path(
        tempfile.mkdtemp(prefix="office")
    )  # not in tmp_path: a socket's name is short, and others must reach it
    try:
        started = Server(folder)
        try:
            yield started
        finally:
            started.stop()
    finally:
        shutil.rmtree(folder)


class Server:
    """A running server, whose superuser is `office`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._data = folder, folder / "data"
        if owner := _owner():
            shutil.chown(folder, owner["user"])
        self._do("initdb", "-D", self._data, "-U", "office", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C")
        quiet = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        self._do("pg_ctl", "-D", self._data, "-w", "-l", folder / "log", "-o", quiet, "start")

    def database(self, name: str) -> str:
        """Make an empty database; its URL."""
        self._do("createdb", "-h", self.folder, "-U", "office", name)
        return self.url(name)

    def url(self, name: str, user: str = "office") -> str:
        return f"postgresql://{user}@/{name}?host={self.folder}"

    def say(self, name: str, sql: str) -> None:
        self._do("psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "office", "-d", name, "-c", sql)

    def stop(self) -> None:
        self._do("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")

    def _do(self, program: str, *arguments: object) -> None:
        command = [str(_PROGRAMS[-1] / program), *map(str, arguments)]
        options: dict[str, Any] = {"cwd": self.folder, **_owner()}
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)


def _owner() -> dict[str, Any]:
    """The server refuses to run as root: then as the user that the package made."""
    if os.geteuid() != 0:
        return {}
    import pwd

    names = {one.pw_name: one for one in pwd.getpwall()}
    return {"user": "postgres", "group": names["postgres"].pw_gid, "extra_groups": []} if "postgres" in names else {}
