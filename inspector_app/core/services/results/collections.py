"""Collections of inspections that are over (docs/collection.md): fed with sealed records, counted, exported."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from inspector_app.core.domain.collection import Collected, Count, Kind, Rate, Rules, Together
from inspector_app.core.errors import Code, Expected
from inspector_app.core.interchange import collection_tables
from inspector_app.core.rating.method import printed_percent
from inspector_app.core.services.profile import outgoing
from inspector_app.core.services.profile.laptop import Laptop
from inspector_app.core.services.results import collected
from inspector_app.core.storage.collection import reading, writing
from inspector_app.core.storage.collection.database import Collection
from inspector_app.core.storage.collection.reading import Group, Rated

ENDINGS = (".csv", ".xlsx")


class Came(StrEnum):
    """What became of a file: its inspection was put in, took the place of what was there, or was there already."""

    NEW = "new"
    REPLACED = "replaced"
    THERE = "there"


@dataclass(frozen=True, slots=True)
class Added:
    """A file that was read, its inspection, and what became of it."""

    path: Path
    inspection: Collected
    came: Came


def add(
    where: str, paths: Sequence[Path], extra: Path | None = None, *, sealed: bool = True, replace: bool = False
) -> list[Added]:
    """Put the inspections of these files into a collection, all of them or none; it is made where there is none.

    `sealed`: the files are sealed records; else inspection documents, which are marked as not sealed. `replace`: what is
    there of the same inspection gives place. `extra`: the folder of added frameworks.
    Expected: as `collected.of_added`; COLLECTION_HAS_OTHER; as `Collection.write`; IS_KEPT for
    what is called as an inspection, a backup or a log is, and for what is in the profile folder.
    """
    if "://" not in where:
        outgoing.refuse_kept(Path(where), Laptop())
    read = [(path, collected.of_added(path, extra, sealed=sealed)) for path in paths]
    with closing(Collection(where)) as collection, collection.write() as connection:
        found = []
        for path, one in read:
            there = writing.same(connection, one)
            if there != (one.kind, one.digest):
                if there and not replace:
                    raise Expected(Code.COLLECTION_HAS_OTHER, where=path, service=one.service, day=one.start)
                writing.put(connection, one)
            found.append(Added(path, one, _came(one, there)))
        return found


def inspections(where: str) -> list[Collected]:
    """Every inspection of a collection without its standards, the oldest first. Expected: as `Collection.read`."""
    with closing(Collection(where)) as collection, collection.read() as connection:
        return reading.inspections(connection)


def compare(where: str, *, only_sealed: bool = False) -> list[Together]:
    """What is counted over the inspections of each framework and its rules. Expected: as `Collection.read`."""
    kinds = [Kind.SEALED] if only_sealed else list(Kind)
    with closing(Collection(where)) as collection, collection.read() as connection:
        groups: dict[Rules, list[Group]] = defaultdict(list)
        for group in reading.groups(connection, kinds):
            groups[group.rules].append(group)
        overall = reading.overall(connection, kinds)
        standards = reading.standards(connection, kinds)
        rates = [_rate(judged) for judged in reading.rates(connection, kinds)]
    by_rules = _Figures(_by_rules(overall), _by_rules(standards), rates)
    return [_together(rules, of, by_rules) for rules, of in groups.items()]


def export(where: str, path: Path, *, only_sealed: bool = False) -> None:
    """Write what `compare` counts as one table in CSV, or with definitions and inspections as a workbook.

    Expected: FORMAT_UNKNOWN; as `Collection.read` and `outgoing.write`.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise Expected(Code.FORMAT_UNKNOWN, where=path, known=", ".join(ENDINGS))
    together = compare(where, only_sealed=only_sealed)
    if ending == ".csv":
        outgoing.write(path, collection_tables.csv(together))
    else:
        kept = [one for one in inspections(where) if one.kind is Kind.SEALED or not only_sealed]
        outgoing.write(path, collection_tables.xlsx(together, kept))


@dataclass(frozen=True, slots=True)
class _Figures:
    overall: dict[Rules, list[Rated]]
    standards: dict[Rules, list[Rated]]
    rates: list[tuple[Rules, Rate]]


def _came(one: Collected, there: tuple[Kind, str] | None) -> Came:
    if there is None:
        return Came.NEW
    return Came.THERE if there == (one.kind, one.digest) else Came.REPLACED


def _by_rules(rated: Sequence[Rated]) -> dict[Rules, list[Rated]]:
    found: dict[Rules, list[Rated]] = defaultdict(list)
    for one in rated:
        found[one.rules].append(one)
    return found


def _rate(one: reading.Judged) -> tuple[Rules, Rate]:
    return one.rules, Rate(
        standard=one.standard,
        ref=one.ref,
        text=one.text,
        yes=one.yes,
        of=one.of,
        percent=printed_percent(one.yes, one.of),
        inspections=one.inspections,
    )


def _together(rules: Rules, groups: Sequence[Group], figures: _Figures) -> Together:
    standards = figures.standards.get(rules, [])
    points = {one.word: one.points or 0 for one in standards}
    overall = sorted(figures.overall.get(rules, []), key=lambda one: (-points.get(one.word, -1), one.word))
    return Together(
        rules=rules,
        versions=tuple(group.version for group in groups),
        inspections=sum(group.counted for group in groups),
        unsealed=sum(group.unsealed for group in groups),
        provisional=sum(group.provisional for group in groups),
        score_max=max((group.score_max for group in groups if group.score_max is not None), default=None),
        overall=tuple(_count(one) for one in overall),
        standards=tuple(_count(one) for one in standards),
        rates=tuple(rate for of, rate in figures.rates if of == rules),
    )


def _count(one: Rated) -> Count:
    return Count(subject=one.subject, title=one.title, word=one.word, inspections=one.inspections)
