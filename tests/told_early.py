"""A process that looks at what it is given while it has not said yet that it ends with the program."""

import sys
from pathlib import Path

NOTHING = b"nothing"


def looks(told: Path) -> list[str]:
    """Its command line. It writes into `told` what it was given within half a second, or `NOTHING`, and ends with 3."""
    program = (
        "import os, select, sys; there = select.select([0], [], [], 0.5)[0]; "
        f"open({str(told)!r}, 'wb').write(os.read(0, 100) if there else {NOTHING!r}); sys.exit(3)"
    )
    return [sys.executable, "-c", program]
