"""The fieldwork desk: facts of a case, interviews, the week, evidence on organisation, live concerns, and search."""

# What search finds. Every way of writing one of these columns notes that the index is out of date there (unindexed);
# storage/search.py brings it up to date afterwards, so that no edit waits for it. A text counts by its heads too: of a
# contested one the first side may be empty.
_TEXTS = {
    "judgement": ("rationale",), "prompt": ("note",), "second_judgement": ("rationale",), "second_prompt": ("note",),
    "comment": ("text", "deleted"), "finding": ("text",), "recommendation": ("text",), "rating": ("rationale",),
    "panel": ("reason",), "case": ("ref", "type", "deleted"), "interview": ("role", "note", "deleted"),
    "event": ("title", "deleted"), "source": ("title", "who", "note", "deleted"),
    "score": ("question", "said", "deleted"), "bearing": ("note",), "concern": ("what", "told", "outcome"),
}  # fmt: skip
# Of the tables that hold notes: contested fields are counted while somebody types, and notes must not be read for that.
_HEADS = {
    "judgement": ("answer", "rationale"), "prompt": ("answer", "note"),
    "second_judgement": ("answer", "rationale"), "second_prompt": ("answer", "note"),
}  # fmt: skip
# The long text last, behind its heads: what stands behind a text is read only through all its pages.
_TEXT_LAST = {"judgement": "rationale", "prompt": "note", "second_judgement": "rationale", "second_prompt": "note"}
_NOTED = "INSERT INTO unindexed VALUES ('{table}', NEW.id) ON CONFLICT DO NOTHING; END"

STATEMENTS = (
    *(
        statement
        for table, text in _TEXT_LAST.items()
        for statement in (
            f"ALTER TABLE {table} RENAME TO {table}_before",
            f"""CREATE TABLE {table} (
                id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "{text}_head" TEXT, "{text}" TEXT
            ) WITHOUT ROWID""",
            f"INSERT INTO {table} SELECT id, answer, answer_head, {text}_head, {text} FROM {table}_before ORDER BY id",  # noqa: S608
            f"DROP TABLE {table}_before",
        )
    ),
    'ALTER TABLE inspection ADD COLUMN "nation" TEXT',
    'ALTER TABLE inspection ADD COLUMN "nation_head" TEXT',
    'ALTER TABLE inspection ADD COLUMN "return_start" TEXT',
    'ALTER TABLE inspection ADD COLUMN "return_start_head" TEXT',
    'ALTER TABLE inspection ADD COLUMN "return_end" TEXT',
    'ALTER TABLE inspection ADD COLUMN "return_end_head" TEXT',
    'ALTER TABLE "case" ADD COLUMN "began" TEXT',
    'ALTER TABLE "case" ADD COLUMN "began_head" TEXT',
    'ALTER TABLE "case" ADD COLUMN "ended" TEXT',
    'ALTER TABLE "case" ADD COLUMN "ended_head" TEXT',
    'ALTER TABLE "case" ADD COLUMN "age" INTEGER',
    'ALTER TABLE "case" ADD COLUMN "age_head" TEXT',
    'ALTER TABLE "case" ADD COLUMN "gender" TEXT',
    'ALTER TABLE "case" ADD COLUMN "gender_head" TEXT',
    'ALTER TABLE "case" ADD COLUMN "ethnicity" TEXT',
    'ALTER TABLE "case" ADD COLUMN "ethnicity_head" TEXT',
    'ALTER TABLE "case" ADD COLUMN "disability" TEXT',
    'ALTER TABLE "case" ADD COLUMN "disability_head" TEXT',
    'ALTER TABLE "case" ADD COLUMN "care" TEXT',
    'ALTER TABLE "case" ADD COLUMN "care_head" TEXT',
    """CREATE TABLE interview (
        id TEXT PRIMARY KEY, "role" TEXT, "role_head" TEXT, "day" TEXT, "day_head" TEXT,
        "deleted" INTEGER, "deleted_head" TEXT, "note_head" TEXT, "note" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE event (
        id TEXT PRIMARY KEY, "day" TEXT, "day_head" TEXT, "time" TEXT, "time_head" TEXT,
        "kind" TEXT, "kind_head" TEXT, "title" TEXT, "title_head" TEXT, "person" TEXT, "person_head" TEXT,
        "case" TEXT, "case_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE source (
        id TEXT PRIMARY KEY, "kind" TEXT, "kind_head" TEXT, "title" TEXT, "title_head" TEXT,
        "day" TEXT, "day_head" TEXT, "who" TEXT, "who_head" TEXT, "event" TEXT, "event_head" TEXT,
        "asked" INTEGER, "asked_head" TEXT, "answered" INTEGER, "answered_head" TEXT,
        "deleted" INTEGER, "deleted_head" TEXT, "note_head" TEXT, "note" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE score (
        id TEXT PRIMARY KEY, "question" TEXT, "question_head" TEXT, "said" TEXT, "said_head" TEXT,
        "count" INTEGER, "count_head" TEXT, "of" INTEGER, "of_head" TEXT,
        "position" INTEGER, "position_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE bearing (
        id TEXT PRIMARY KEY, "bears" INTEGER, "bears_head" TEXT, "note_head" TEXT, "note" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE concern (
        id TEXT PRIMARY KEY, "case" TEXT, "case_head" TEXT, "day" TEXT, "day_head" TEXT,
        "time" TEXT, "time_head" TEXT, "what" TEXT, "what_head" TEXT, "told" TEXT, "told_head" TEXT,
        "told_day" TEXT, "told_day_head" TEXT, "told_time" TEXT, "told_time_head" TEXT,
        "outcome" TEXT, "outcome_head" TEXT, "closed" INTEGER, "closed_head" TEXT
    ) WITHOUT ROWID""",
    "CREATE TABLE unindexed (entity TEXT, id TEXT, PRIMARY KEY (entity, id)) WITHOUT ROWID",
    "CREATE TABLE indexed (n INTEGER PRIMARY KEY, entity TEXT, id TEXT, marks TEXT NOT NULL, UNIQUE (entity, id))",
    # No index of prefixes: at 20 MB of notes it makes the first letter 4 ms faster, and the index three times as large.
    """CREATE VIRTUAL TABLE texts USING fts5(
        text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
    )""",
    *(
        f'CREATE TRIGGER {table}_indexed_new AFTER INSERT ON "{table}" '
        f"""WHEN coalesce({", ".join(f'NEW."{name}", NEW."{name}_head"' for name in columns)}) NOT NULL """
        f"BEGIN {_NOTED.format(table=table)}"
        for table, columns in _TEXTS.items()
    ),
    *(
        f'CREATE TRIGGER {table}_indexed_again AFTER UPDATE OF {", ".join(columns)} ON "{table}" '
        f"BEGIN {_NOTED.format(table=table)}"
        for table, columns in _TEXTS.items()
    ),
    *(
        f"INSERT INTO unindexed SELECT '{table}', id FROM \"{table}\" "  # noqa: S608
        f"""WHERE coalesce({", ".join(f'"{name}", "{name}_head"' for name in columns)}) NOT NULL"""
        for table, columns in _TEXTS.items()
    ),
    *(
        f"""CREATE INDEX {table}_contested_{field} ON {table} (id) WHERE instr("{field}_head", ' ') > 0"""
        for table, fields in _HEADS.items()
        for field in fields
    ),
)
