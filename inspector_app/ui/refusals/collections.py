"""Refusals about collections of inspections."""

from inspector_app.core.errors import Code
from inspector_app.core.words import Later, later

SENTENCES: dict[Code, Later] = {
    Code.COLLECTION_ADDRESS: later(
        "That is not the address of a collection. Nothing was changed; name a file, or a database as "
        "postgresql://NAME@SERVER/DATABASE. In a password @ is written %40."
    ),
    Code.COLLECTION_DENIED: later(
        "The database {where} does not let you do that. Nothing was changed; ask whoever looks after it for the right to."
    ),
    Code.COLLECTION_FOREIGN: later(
        "{where} is not a collection of inspections. Nothing was changed; name another, or with collection add a "
        "file that is not there yet or an empty database."
    ),
    Code.COLLECTION_HAS_OTHER: later(
        "What the collection has of this inspection is not what {where} has: {service}, fieldwork from {day}. "
        "Nothing was changed; see which of the two is right, and put this one in its place with --replace."
    ),
    Code.COLLECTION_NO_DRIVER: later(
        "This installation cannot use PostgreSQL, which {where} is. Nothing was changed; install inspector-app[office], or "
        "name a file."
    ),
    Code.COLLECTION_UNREACHABLE: later(
        "The database {where} does not answer or does not let you in: {why}. Nothing was changed; check the address, the "
        "password and whether the server runs."
    ),
    Code.NO_FIGURES: later(
        "{where} is neither a sealed record nor an inspection document, which say so at their head (format: sealed-ratings, "
        "or inspection). Nothing was changed; choose one of these."
    ),
    Code.IS_SEALED: later(
        "{where} is a sealed record, and is marked as sealed. Nothing was changed; add it without --not-sealed."
    ),
    Code.NOT_SEALED: later(
        "{where} is an inspection document, which nobody sealed. Nothing was changed; ask for the sealed record, or add it "
        "with --not-sealed."
    ),
}
