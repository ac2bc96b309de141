"""Trust: stretches of laptops' lines and their signatures, work that is set aside, cards as fields, and who is accepted."""

STATEMENTS = (
    # Which signed stretch a step belongs to (none: it is not signed yet, or of a former format); whose package brought it.
    "ALTER TABLE steps ADD COLUMN stretch TEXT",
    "ALTER TABLE steps ADD COLUMN carrier TEXT",
    "CREATE INDEX unsigned ON steps (id) WHERE stretch IS NULL",
    """CREATE TABLE stretches (
        id TEXT PRIMARY KEY, signer TEXT NOT NULL, person TEXT NOT NULL, state TEXT NOT NULL, line TEXT NOT NULL
    )""",
    """CREATE TABLE aside (
        step TEXT PRIMARY KEY, stretch TEXT NOT NULL, carrier TEXT, line TEXT NOT NULL
    )""",
    """CREATE TABLE accepted (
        person TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, signing TEXT NOT NULL, sealing TEXT NOT NULL
    ) WITHOUT ROWID""",
    'ALTER TABLE person ADD COLUMN "card" TEXT',
    'ALTER TABLE person ADD COLUMN "card_head" TEXT',
    'ALTER TABLE person ADD COLUMN "said" TEXT',
    'ALTER TABLE person ADD COLUMN "said_head" TEXT',
    'ALTER TABLE person ADD COLUMN "withdrawn" TEXT',
    'ALTER TABLE person ADD COLUMN "withdrawn_head" TEXT',
    # What others have was known by the numbers of steps, and is now by stretches: it is learnt anew.
    "DELETE FROM laptops",
)
