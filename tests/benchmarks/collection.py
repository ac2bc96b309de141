"""Comparing many inspections: 150 in a file, and 1,500 in an SQLite file and in a PostgreSQL of its own."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from inspector_app.core.domain.collection import Collected
from inspector_app.core.services.documents import exchange
from inspector_app.core.services.results import collections
from inspector_app.core.storage.collection import writing
from inspector_app.core.storage.collection.database import Collection
from tests.services import office

DATA = Path(__file__).parents[1] / "data"
DOCUMENTS = [exchange.sample_document(), exchange.sample_document("salford-2024"), DATA / "blackburn-2023.json"]


def run() -> Iterator[str]:
    """The lines to print."""
    with tempfile.TemporaryDirectory() as name:
        yield from _in(str(Path(name) / "few"), 150, "SQLite")
        yield from _in(str(Path(name) / "many"), 1500, "SQLite")
    if not office.is_installed():
        yield f"PostgreSQL: {office.NO_SERVER}"
        return
    with office.server() as server:
        yield from _in(server.database("few"), 150, "PostgreSQL")
        yield from _in(server.database("many"), 1500, "PostgreSQL")


def _in(where: str, number: int, what: str) -> Iterator[str]:
    begun = perf_counter()
    _fill(where, number)
    filled = perf_counter() - begun
    took = []
    for _ in range(5):
        begun = perf_counter()
        found = collections.compare(where)
        took.append(perf_counter() - begun)
    assert sum(one.inspections + one.provisional for one in found) == number
    yield f"{what}, {number} inspections compared: {median(took) * 1000:.0f} ms (put in: {filled:.1f} s)"


def _fill(where: str, number: int) -> None:
    made = [added.inspection for added in collections.add(where, DOCUMENTS, sealed=False)]
    with closing(Collection(where)) as collection, collection.write() as connection:
        for place in range(number - len(made)):
            writing.put(connection, _another(made[place % len(made)], place))


def _another(one: Collected, place: int) -> Collected:
    return replace(one, service=f"Service {place}", start=one.start + timedelta(weeks=place % 50))
