"""With which letters the words of what is indexed begin; all of it is indexed anew, to know."""

STATEMENTS = (
    "ALTER TABLE indexed ADD COLUMN beginnings INTEGER NOT NULL DEFAULT 0",
    "INSERT INTO unindexed SELECT entity, id FROM indexed WHERE true ON CONFLICT DO NOTHING",
)
