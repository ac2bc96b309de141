"""The fieldwork desk: facts of a case, interviews, the week, evidence on organisation, live concerns, and search."""

STATEMENTS = (
    # The long text last, behind its heads: what stands behind a text is read only through all its pages.
    "ALTER TABLE judgement RENAME TO judgement_before",
    """CREATE TABLE judgement (
                id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "rationale_head" TEXT, "rationale" TEXT
            ) WITHOUT ROWID""",
    "INSERT INTO judgement SELECT id, answer, answer_head, rationale_head, rationale FROM judgement_before ORDER BY id",
    "DROP TABLE judgement_before",
    "ALTER TABLE prompt RENAME TO prompt_before",
    """CREATE TABLE prompt (
                id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "note_head" TEXT, "note" TEXT
            ) WITHOUT ROWID""",
    "INSERT INTO prompt SELECT id, answer, answer_head, note_head, note FROM prompt_before ORDER BY id",
    "DROP TABLE prompt_before",
    "ALTER TABLE second_judgement RENAME TO second_judgement_before",
    """CREATE TABLE second_judgement (
                id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "rationale_head" TEXT, "rationale" TEXT
            ) WITHOUT ROWID""",
    "INSERT INTO second_judgement SELECT id, answer, answer_head, rationale_head, "
    "rationale FROM second_judgement_before ORDER BY id",
    "DROP TABLE second_judgement_before",
    "ALTER TABLE second_prompt RENAME TO second_prompt_before",
    """CREATE TABLE second_prompt (
                id TEXT PRIMARY KEY, "answer" TEXT, "answer_head" TEXT, "note_head" TEXT, "note" TEXT
            ) WITHOUT ROWID""",
    "INSERT INTO second_prompt SELECT id, answer, answer_head, note_head, note FROM second_prompt_before ORDER BY id",
    "DROP TABLE second_prompt_before",
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
    # What search finds. Every way of writing one of these columns notes that the index is out of date there
    # (unindexed); storage/reading/finding/search.py brings it up to date afterwards, so that no edit waits for it. A text
    # counts by its heads too: of a contested one the first side may be empty.
    'CREATE TRIGGER judgement_indexed_new AFTER INSERT ON "judgement" '
    'WHEN coalesce(NEW."rationale", NEW."rationale_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('judgement', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER prompt_indexed_new AFTER INSERT ON "prompt" '
    'WHEN coalesce(NEW."note", NEW."note_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('prompt', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER second_judgement_indexed_new AFTER INSERT ON "second_judgement" '
    'WHEN coalesce(NEW."rationale", NEW."rationale_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('second_judgement', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER second_prompt_indexed_new AFTER INSERT ON "second_prompt" '
    'WHEN coalesce(NEW."note", NEW."note_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('second_prompt', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER comment_indexed_new AFTER INSERT ON "comment" '
    'WHEN coalesce(NEW."text", NEW."text_head", NEW."deleted", NEW."deleted_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('comment', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER finding_indexed_new AFTER INSERT ON "finding" '
    'WHEN coalesce(NEW."text", NEW."text_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('finding', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER recommendation_indexed_new AFTER INSERT ON "recommendation" '
    'WHEN coalesce(NEW."text", NEW."text_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('recommendation', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER rating_indexed_new AFTER INSERT ON "rating" '
    'WHEN coalesce(NEW."rationale", NEW."rationale_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('rating', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER panel_indexed_new AFTER INSERT ON "panel" '
    'WHEN coalesce(NEW."reason", NEW."reason_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('panel', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER case_indexed_new AFTER INSERT ON "case" '
    'WHEN coalesce(NEW."ref", NEW."ref_head", NEW."type", NEW."type_head", NEW."deleted", '
    'NEW."deleted_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('case', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER interview_indexed_new AFTER INSERT ON "interview" '
    'WHEN coalesce(NEW."role", NEW."role_head", NEW."note", NEW."note_head", NEW."deleted", '
    'NEW."deleted_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('interview', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER event_indexed_new AFTER INSERT ON "event" '
    'WHEN coalesce(NEW."title", NEW."title_head", NEW."deleted", NEW."deleted_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('event', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER source_indexed_new AFTER INSERT ON "source" '
    'WHEN coalesce(NEW."title", NEW."title_head", NEW."who", NEW."who_head", NEW."note", '
    'NEW."note_head", NEW."deleted", NEW."deleted_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('source', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER score_indexed_new AFTER INSERT ON "score" '
    'WHEN coalesce(NEW."question", NEW."question_head", NEW."said", NEW."said_head", NEW."deleted", '
    'NEW."deleted_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('score', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER bearing_indexed_new AFTER INSERT ON "bearing" '
    'WHEN coalesce(NEW."note", NEW."note_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('bearing', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER concern_indexed_new AFTER INSERT ON "concern" '
    'WHEN coalesce(NEW."what", NEW."what_head", NEW."told", NEW."told_head", NEW."outcome", '
    'NEW."outcome_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('concern', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER judgement_indexed_again AFTER UPDATE OF rationale ON "judgement" '
    "BEGIN INSERT INTO unindexed VALUES ('judgement', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER prompt_indexed_again AFTER UPDATE OF note ON "prompt" '
    "BEGIN INSERT INTO unindexed VALUES ('prompt', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER second_judgement_indexed_again AFTER UPDATE OF rationale ON "second_judgement" '
    "BEGIN INSERT INTO unindexed VALUES ('second_judgement', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER second_prompt_indexed_again AFTER UPDATE OF note ON "second_prompt" '
    "BEGIN INSERT INTO unindexed VALUES ('second_prompt', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER comment_indexed_again AFTER UPDATE OF text, deleted ON "comment" '
    "BEGIN INSERT INTO unindexed VALUES ('comment', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER finding_indexed_again AFTER UPDATE OF text ON "finding" '
    "BEGIN INSERT INTO unindexed VALUES ('finding', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER recommendation_indexed_again AFTER UPDATE OF text ON "recommendation" '
    "BEGIN INSERT INTO unindexed VALUES ('recommendation', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER rating_indexed_again AFTER UPDATE OF rationale ON "rating" '
    "BEGIN INSERT INTO unindexed VALUES ('rating', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER panel_indexed_again AFTER UPDATE OF reason ON "panel" '
    "BEGIN INSERT INTO unindexed VALUES ('panel', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER case_indexed_again AFTER UPDATE OF ref, type, deleted ON "case" '
    "BEGIN INSERT INTO unindexed VALUES ('case', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER interview_indexed_again AFTER UPDATE OF role, note, deleted ON "interview" '
    "BEGIN INSERT INTO unindexed VALUES ('interview', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER event_indexed_again AFTER UPDATE OF title, deleted ON "event" '
    "BEGIN INSERT INTO unindexed VALUES ('event', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER source_indexed_again AFTER UPDATE OF title, who, note, deleted ON "source" '
    "BEGIN INSERT INTO unindexed VALUES ('source', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER score_indexed_again AFTER UPDATE OF question, said, deleted ON "score" '
    "BEGIN INSERT INTO unindexed VALUES ('score', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER bearing_indexed_again AFTER UPDATE OF note ON "bearing" '
    "BEGIN INSERT INTO unindexed VALUES ('bearing', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER concern_indexed_again AFTER UPDATE OF what, told, outcome ON "concern" '
    "BEGIN INSERT INTO unindexed VALUES ('concern', NEW.id) ON CONFLICT DO NOTHING; END",
    """INSERT INTO unindexed SELECT 'judgement', id FROM "judgement" """
    'WHERE coalesce("rationale", "rationale_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'prompt', id FROM "prompt" WHERE coalesce("note", "note_head") NOT NULL""",
    """INSERT INTO unindexed SELECT 'second_judgement', id FROM "second_judgement" """
    'WHERE coalesce("rationale", "rationale_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'second_prompt', id FROM "second_prompt" """
    'WHERE coalesce("note", "note_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'comment', id FROM "comment" """
    'WHERE coalesce("text", "text_head", "deleted", "deleted_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'finding', id FROM "finding" WHERE coalesce("text", "text_head") NOT NULL""",
    """INSERT INTO unindexed SELECT 'recommendation', id FROM "recommendation" """
    'WHERE coalesce("text", "text_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'rating', id FROM "rating" """
    'WHERE coalesce("rationale", "rationale_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'panel', id FROM "panel" WHERE coalesce("reason", "reason_head") NOT NULL""",
    """INSERT INTO unindexed SELECT 'case', id FROM "case" """
    'WHERE coalesce("ref", "ref_head", "type", "type_head", "deleted", "deleted_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'interview', id FROM "interview" """
    'WHERE coalesce("role", "role_head", "note", "note_head", "deleted", "deleted_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'event', id FROM "event" """
    'WHERE coalesce("title", "title_head", "deleted", "deleted_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'source', id FROM "source" """
    'WHERE coalesce("title", "title_head", "who", "who_head", "note", "note_head", "deleted", '
    '"deleted_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'score', id FROM "score" """
    'WHERE coalesce("question", "question_head", "said", "said_head", "deleted", "deleted_head") NOT NULL',
    """INSERT INTO unindexed SELECT 'bearing', id FROM "bearing" WHERE coalesce("note", "note_head") NOT NULL""",
    """INSERT INTO unindexed SELECT 'concern', id FROM "concern" """
    'WHERE coalesce("what", "what_head", "told", "told_head", "outcome", "outcome_head") NOT NULL',
    # Of the tables that hold notes: contested fields are counted while somebody types, and notes must not be read
    # for that.
    """CREATE INDEX judgement_contested_answer ON judgement (id) WHERE instr("answer_head", ' ') > 0""",
    """CREATE INDEX judgement_contested_rationale ON judgement (id) WHERE instr("rationale_head", ' ') > 0""",
    """CREATE INDEX prompt_contested_answer ON prompt (id) WHERE instr("answer_head", ' ') > 0""",
    """CREATE INDEX prompt_contested_note ON prompt (id) WHERE instr("note_head", ' ') > 0""",
    "CREATE INDEX second_judgement_contested_answer ON second_judgement (id) "
    """WHERE instr("answer_head", ' ') > 0""",
    "CREATE INDEX second_judgement_contested_rationale ON second_judgement (id) "
    """WHERE instr("rationale_head", ' ') > 0""",
    """CREATE INDEX second_prompt_contested_answer ON second_prompt (id) WHERE instr("answer_head", ' ') > 0""",
    """CREATE INDEX second_prompt_contested_note ON second_prompt (id) WHERE instr("note_head", ' ') > 0""",
)
