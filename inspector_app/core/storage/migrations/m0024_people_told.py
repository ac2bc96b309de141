"""Whoever was told of a concern is a row with a time of its own. What stood there as one text stays where it is."""

STATEMENTS = (
    'CREATE TABLE informed (id TEXT PRIMARY KEY, "whom" TEXT, "whom_head" TEXT, "day" TEXT, "day_head" TEXT, '
    '"time" TEXT, "time_head" TEXT, "by" TEXT, "by_head" TEXT, "agreed" TEXT, "agreed_head" TEXT, '
    '"deleted" INTEGER, "deleted_head" TEXT) WITHOUT ROWID',
    'CREATE TRIGGER informed_indexed_new AFTER INSERT ON "informed" '
    'WHEN coalesce(NEW."whom", NEW."whom_head", NEW."by", NEW."by_head", NEW."agreed", NEW."agreed_head", NEW."deleted", '
    'NEW."deleted_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('informed', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER informed_indexed_again AFTER UPDATE OF whom, by, agreed, deleted ON "informed" '
    "BEGIN INSERT INTO unindexed VALUES ('informed', NEW.id) ON CONFLICT DO NOTHING; END",
)
