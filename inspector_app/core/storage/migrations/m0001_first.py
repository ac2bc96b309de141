"""The first version of a workspace: what it is, the log, and a table for each kind of entity.

Every entity field has beside it the ids of its heads, separated by spaces. Tables are clustered by id: one page a write.
"""

STATEMENTS = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE steps (
        id TEXT PRIMARY KEY, author TEXT NOT NULL, at TEXT NOT NULL, verb TEXT NOT NULL, item TEXT NOT NULL, target TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE changes (
        id TEXT PRIMARY KEY, entity TEXT NOT NULL, entity_id TEXT NOT NULL, field TEXT NOT NULL,
        value TEXT NOT NULL, parents TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE inspection (
        id TEXT PRIMARY KEY, "service" TEXT, "service_head" TEXT, "start" TEXT, "start_head" TEXT,
        "end" TEXT, "end_head" TEXT, "marking" TEXT, "marking_head" TEXT, "notice" TEXT, "notice_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE person (
        id TEXT PRIMARY KEY, "name" TEXT, "name_head" TEXT, "role" TEXT, "role_head" TEXT,
        "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE "case" (
        id TEXT PRIMARY KEY, "ref" TEXT, "ref_head" TEXT, "sample" TEXT, "sample_head" TEXT, "type" TEXT, "type_head" TEXT,
        "inspector" TEXT, "inspector_head" TEXT, "position" INTEGER, "position_head" TEXT,
        "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE judgement (
        id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "rationale" TEXT, "rationale_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE prompt (
        id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "note" TEXT, "note_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE rating (
        id TEXT PRIMARY KEY, "rating" TEXT, "rating_head" TEXT, "rationale" TEXT, "rationale_head" TEXT,
        "stars" INTEGER, "stars_head" TEXT, "case_score" INTEGER, "case_score_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE panel (
        id TEXT PRIMARY KEY, "to" TEXT, "to_head" TEXT, "reason" TEXT, "reason_head" TEXT,
        "question" TEXT, "question_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE finding (
        id TEXT PRIMARY KEY, "standard" TEXT, "standard_head" TEXT, "kind" TEXT, "kind_head" TEXT,
        "text" TEXT, "text_head" TEXT, "position" INTEGER, "position_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE recommendation (
        id TEXT PRIMARY KEY, "to" TEXT, "to_head" TEXT, "text" TEXT, "text_head" TEXT,
        "position" INTEGER, "position_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE totals (
        id TEXT PRIMARY KEY, "yes" INTEGER, "yes_head" TEXT, "of" INTEGER, "of_head" TEXT
    ) WITHOUT ROWID""",
)
