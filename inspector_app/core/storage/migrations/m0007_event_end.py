"""When what happens in the week ends."""

STATEMENTS = (
    'ALTER TABLE event ADD COLUMN "end" TEXT',
    "ALTER TABLE event ADD COLUMN end_head TEXT",
)
