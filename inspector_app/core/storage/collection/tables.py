"""The tables of a collection, alike in SQLite and PostgreSQL. They are its format: version 1."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, MetaData, Table, Text, UniqueConstraint

FORMAT, VERSION = "fieldwork-collection", 1

ALL = MetaData()

ABOUT = Table(
    "collection", ALL, Column("format", Text, primary_key=True), Column("version", Integer, nullable=False)
)  # fmt: skip

INSPECTION = Table(
    "inspection",
    ALL,
    Column("id", Integer, primary_key=True),
    Column("service", Text, nullable=False),
    Column("service_key", Text, nullable=False),
    Column("start", Date, nullable=False),
    Column("end", Date, nullable=False),
    Column("framework", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("score", Integer),
    Column("score_max", Integer),
    Column("overall", Text),
    Column("provisional", Boolean, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("groups", Text, nullable=False),
    UniqueConstraint("service_key", "start", "framework"),
)

_OF = ("inspection.id",)


def _of_inspection() -> Column[int]:
    return Column("inspection", Integer, ForeignKey(*_OF, ondelete="CASCADE"), primary_key=True)


STANDARD = Table(
    "standard",
    ALL,
    _of_inspection(),
    Column("ref", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("counted", Boolean, nullable=False),
    Column("computed", Text),
    Column("rating", Text),
    Column("points", Integer),
)

QUESTION = Table(
    "question",
    ALL,
    _of_inspection(),
    Column("standard", Text, primary_key=True),
    Column("ref", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("yes", Integer, nullable=False),
    Column("of", Integer, nullable=False),
    Column("not_applicable", Integer, nullable=False),
    Column("unanswered", Integer, nullable=False),
    Column("band", Text),
    Column("given", Text),
)
