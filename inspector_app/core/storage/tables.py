"""The tables of a workspace file: the log and what is beside it, and a table for each kind of entity (domain/fields.py).

Statements are made from these. The tables themselves are made by the migrations, which stand alone; a test holds the two
against each other.
"""

from sqlalchemy import Boolean, Column, Integer, MetaData, Named, String, Table, TypedColumns
from sqlalchemy.dialects.sqlite import Insert, insert

from inspector_app.core.domain.fields import ENTITIES, Entity, Kind

METADATA = MetaData()
_STORED = {Kind.NUMBER: Integer, Kind.FLAG: Boolean}  # the others are text


class _Meta(TypedColumns):
    name: Named[str] = Column(primary_key=True)
    value: Named[str]


class _Steps(TypedColumns):
    id: Named[str] = Column(primary_key=True)
    author: Named[str]
    at: Named[str]
    verb: Named[str]
    item: Named[str]
    target: Named[str | None]
    stretch: Named[str | None]  # by which it is signed
    carrier: Named[str | None]  # the person whose package brought it


class _Changes(TypedColumns):
    id: Named[str] = Column(primary_key=True)
    entity: Named[str]
    entity_id: Named[str]
    field: Named[str]
    value: Named[str]  # JSON
    parents: Named[str]
    revision: Named[int]


class _Awaited(TypedColumns):
    id: Named[str] = Column(primary_key=True)
    entity: Named[str] = Column(primary_key=True)
    entity_id: Named[str] = Column(primary_key=True)
    field: Named[str] = Column(primary_key=True)


class _Stretches(TypedColumns):
    id: Named[str] = Column(primary_key=True)
    signer: Named[str]
    person: Named[str]
    state: Named[str]
    line: Named[str]


class _Aside(TypedColumns):
    step: Named[str] = Column(primary_key=True)
    stretch: Named[str]
    carrier: Named[str | None]
    line: Named[str]


class _Accepted(TypedColumns):
    person: Named[str] = Column(primary_key=True)
    name: Named[str]
    role: Named[str]
    signing: Named[str]
    sealing: Named[str]


class _Packages(TypedColumns):
    package: Named[str] = Column(primary_key=True)
    way: Named[str] = Column(primary_key=True)
    device: Named[str] = Column(primary_key=True)
    person: Named[str] = Column(primary_key=True)
    number: Named[int] = Column(primary_key=True)
    made: Named[str]
    at: Named[str]
    steps: Named[int]
    changes: Named[int]


class _Laptops(TypedColumns):
    device: Named[str] = Column(primary_key=True)
    person: Named[str]
    has: Named[str]  # JSON


class _Unindexed(TypedColumns):
    entity: Named[str] = Column(primary_key=True)
    id: Named[str] = Column(primary_key=True)


class _Indexed(TypedColumns):
    n: Named[int] = Column(primary_key=True)
    entity: Named[str]
    id: Named[str]
    marks: Named[str]
    beginnings: Named[int]  # bits of the letters that its words begin with (domain/finding/beginnings.py)


class _FullText(TypedColumns):
    rowid: Named[int] = Column(primary_key=True)  # `n` of the item
    text: Named[str]
    texts: Named[str]  # what FTS5 calls a whole row


META = Table("meta", METADATA, _Meta)
STEPS = Table("steps", METADATA, _Steps)
CHANGES = Table("changes", METADATA, _Changes)
AWAITED = Table("awaited", METADATA, _Awaited)
STRETCHES = Table("stretches", METADATA, _Stretches)
ASIDE = Table("aside", METADATA, _Aside)
ACCEPTED = Table("accepted", METADATA, _Accepted)
PACKAGES = Table("packages", METADATA, _Packages)
LAPTOPS = Table("laptops", METADATA, _Laptops)
UNINDEXED = Table("unindexed", METADATA, _Unindexed)
INDEXED = Table("indexed", METADATA, _Indexed)
FULL_TEXT = Table("texts", METADATA, _FullText)  # FTS5


def head_of(field: str) -> str:
    """The name of the column beside a field's own that holds its heads."""
    return f"{field}_head"


def _table(entity: Entity) -> Table:
    columns = [
        column
        for field in entity.fields
        for column in (Column(field.code, _STORED.get(field.kind, String)), Column(head_of(field.code), String))
    ]
    return Table(entity.code, METADATA, Column("id", String, primary_key=True), *columns)


OF_ENTITY: dict[str, Table] = {code: _table(entity) for code, entity in ENTITIES.items()}


def upsert(table: Table) -> Insert:
    """Whole rows, given by the names of their columns, in place of those of the same key."""
    made = insert(table)
    rest = {column.name: made.excluded[column.name] for column in table.c if not column.primary_key}
    return made.on_conflict_do_update(index_elements=list(table.primary_key), set_=rest)
