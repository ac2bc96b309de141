"""Priority and deadline of a recommendation, those of the last inspection, and what carries a text."""

STATEMENTS = (
    'ALTER TABLE recommendation ADD COLUMN "priority" TEXT',
    'ALTER TABLE recommendation ADD COLUMN "priority_head" TEXT',
    'ALTER TABLE recommendation ADD COLUMN "due" TEXT',
    'ALTER TABLE recommendation ADD COLUMN "due_head" TEXT',
    """CREATE TABLE previous (
        id TEXT PRIMARY KEY, "to" TEXT, "to_head" TEXT, "text" TEXT, "text_head" TEXT, "outcome" TEXT, "outcome_head" TEXT,
        "position" INTEGER, "position_head" TEXT, "deleted" INTEGER, "deleted_head" TEXT, "note_head" TEXT, "note" TEXT
    ) WITHOUT ROWID""",
    """CREATE TABLE support (
        id TEXT PRIMARY KEY, "sentence" TEXT, "sentence_head" TEXT, "on" TEXT, "on_head" TEXT, "carries" INTEGER,
        "carries_head" TEXT
    ) WITHOUT ROWID""",
    'CREATE TRIGGER previous_indexed_new AFTER INSERT ON "previous" '
    'WHEN coalesce(NEW."text", NEW."text_head", NEW."note", NEW."note_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('previous', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER previous_indexed_again AFTER UPDATE OF text, note, deleted ON "previous" '
    "BEGIN INSERT INTO unindexed VALUES ('previous', NEW.id) ON CONFLICT DO NOTHING; END",
)
