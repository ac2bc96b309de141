"""A history that failed is kept as a file, named by kind and seed, and played by every run until somebody deletes it.

A seed gives the same history for as long as nobody changes what histories are made of; what failed stands in the file.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "data" / "histories"


def seeds(kind: str) -> list[int]:
    """Those that failed, of a kind: "team", "hostile" or "records"."""
    return sorted(int(path.stem.removeprefix(f"{kind}-")) for path in FOLDER.glob(f"{kind}-*.txt"))


@contextmanager
def kept_if_it_fails(kind: str, seed: int, option: str) -> Iterator[None]:
    """Play a history within it; what fails says how to play it again."""
    try:
        yield
    except Exception as error:
        FOLDER.mkdir(exist_ok=True)
        path = FOLDER / f"{kind}-{seed}.txt"
        path.write_text(f"{type(error).__name__}: {error}\n", encoding="utf-8")
        error.add_note(f"kept as {path.name} in {FOLDER.name}, to be committed; repeat with: {option} 1 --seed {seed}")
        raise
