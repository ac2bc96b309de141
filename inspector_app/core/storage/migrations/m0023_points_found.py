"""What the service says of its copy of the draft is found by search."""

STATEMENTS = (
    'CREATE TRIGGER point_indexed_new AFTER INSERT ON "point" '
    'WHEN coalesce(NEW."quoted", NEW."quoted_head", NEW."said", NEW."said_head", NEW."reason", NEW."reason_head") NOT NULL '
    "BEGIN INSERT INTO unindexed VALUES ('point', NEW.id) ON CONFLICT DO NOTHING; END",
    'CREATE TRIGGER point_indexed_again AFTER UPDATE OF quoted, said, reason, deleted ON "point" '
    "BEGIN INSERT INTO unindexed VALUES ('point', NEW.id) ON CONFLICT DO NOTHING; END",
    "INSERT INTO unindexed SELECT 'point', id FROM point "
    'WHERE coalesce("quoted", "quoted_head", "said", "said_head", "reason", "reason_head") NOT NULL',
)
