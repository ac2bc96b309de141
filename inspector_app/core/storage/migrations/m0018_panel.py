"""Who sits at the ratings panel, what each of them would rate before it meets, and what the service was told."""

STATEMENTS = (
    'CREATE TABLE seat (id TEXT PRIMARY KEY, "seat" TEXT, "seat_head" TEXT) WITHOUT ROWID',
    """CREATE TABLE own_rating (
        id TEXT PRIMARY KEY, "interest" TEXT, "interest_head" TEXT, "sealed" TEXT, "sealed_head" TEXT,
        "digest" TEXT, "digest_head" TEXT, "opened" TEXT, "opened_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE told (
        id TEXT PRIMARY KEY, "day" TEXT, "day_head" TEXT, "whom" TEXT, "whom_head" TEXT, "said" TEXT, "said_head" TEXT,
        "rated" TEXT, "rated_head" TEXT, "why" TEXT, "why_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID""",
)
