"""The service's own caseload beside the sample; what the service was told is found by search."""

STATEMENTS = (
    'CREATE TABLE caseload (id TEXT PRIMARY KEY, "counts" TEXT, "counts_head" TEXT) WITHOUT ROWID',
    'CREATE TRIGGER told_indexed_new AFTER INSERT ON "told" '
    'WHEN coalesce(NEW."whom", NEW."whom_head", NEW."said", NEW."said_head", NEW."why", NEW."why_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('told', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER told_indexed_again AFTER UPDATE OF whom, said, why, deleted ON "told" '
    "BEGIN INSERT INTO unindexed VALUES ('told', NEW.id) ON CONFLICT DO NOTHING; END",
    "INSERT INTO unindexed SELECT 'told', id FROM told "
    'WHERE coalesce("whom", "whom_head", "said", "said_head", "why", "why_head") NOT NULL',
)
