"""That the ratings were sealed, and what they were then."""

STATEMENTS = (
    "ALTER TABLE inspection ADD COLUMN sealed TEXT",
    "ALTER TABLE inspection ADD COLUMN sealed_head TEXT",
)
