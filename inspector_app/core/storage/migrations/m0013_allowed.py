"""Words that may identify somebody and were let go all the same, with the reason."""

STATEMENTS = (
    """CREATE TABLE allowed (
        id TEXT PRIMARY KEY, "what" TEXT, "what_head" TEXT, "reason" TEXT, "reason_head" TEXT
    ) WITHOUT ROWID""",
)
