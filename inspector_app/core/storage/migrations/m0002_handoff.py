"""Hand-off: revisions of amended changes, parents not here yet, other laptops; review; second marking."""

STATEMENTS = (
    "ALTER TABLE changes ADD COLUMN revision INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX amended ON changes (id, revision) WHERE revision > 0",
    # Changes that others of the field were made on top of, and that have not come yet: when they do, they are no heads.
    """CREATE TABLE awaited (
        id TEXT, entity TEXT, entity_id TEXT, field TEXT, PRIMARY KEY (id, entity, entity_id, field)
    ) WITHOUT ROWID""",
    """CREATE TABLE packages (
        package TEXT NOT NULL, way TEXT NOT NULL, device TEXT NOT NULL, person TEXT NOT NULL, number INTEGER NOT NULL,
        made TEXT NOT NULL, at TEXT NOT NULL, steps INTEGER NOT NULL, changes INTEGER NOT NULL,
        PRIMARY KEY (way, person, device, number, package)
    ) WITHOUT ROWID""",
    "CREATE TABLE laptops (device TEXT PRIMARY KEY, person TEXT NOT NULL, has TEXT NOT NULL) WITHOUT ROWID",
    'ALTER TABLE person ADD COLUMN "signing" TEXT',
    'ALTER TABLE person ADD COLUMN "signing_head" TEXT',
    'ALTER TABLE person ADD COLUMN "sealing" TEXT',
    'ALTER TABLE person ADD COLUMN "sealing_head" TEXT',
    'ALTER TABLE "case" ADD COLUMN "takeover" TEXT',
    'ALTER TABLE "case" ADD COLUMN "takeover_head" TEXT',
    """CREATE TABLE review (
        id TEXT PRIMARY KEY, "stage" TEXT, "stage_head" TEXT, "accepted" TEXT, "accepted_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE comment (
        id TEXT PRIMARY KEY, "about" TEXT, "about_head" TEXT, "text" TEXT, "text_head" TEXT,
        "answered" INTEGER, "answered_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE second (
        id TEXT PRIMARY KEY, "marker" TEXT, "marker_head" TEXT, "first_done" INTEGER, "first_done_head" TEXT,
        "second_done" INTEGER, "second_done_head" TEXT, "first_marks" TEXT, "first_marks_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE second_judgement (
        id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "rationale" TEXT, "rationale_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE second_prompt (
        id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "note" TEXT, "note_head" TEXT
    ) WITHOUT ROWID""",
)
