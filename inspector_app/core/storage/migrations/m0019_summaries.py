"""What is worth saying of a key question on a case, in a line."""

STATEMENTS = (
    """CREATE TABLE summary (
        id TEXT PRIMARY KEY, "text" TEXT, "text_head" TEXT, "of" TEXT, "of_head" TEXT
    ) WITHOUT ROWID""",
)
