"""What a case said when it was submitted, so that a change made since then shows."""

STATEMENTS = (
    "ALTER TABLE review ADD COLUMN submitted TEXT",
    "ALTER TABLE review ADD COLUMN submitted_head TEXT",
)
