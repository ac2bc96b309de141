"""Which members of the ratings panel had a conflict of interest on a standard."""

STATEMENTS = (
    "ALTER TABLE panel ADD COLUMN interests TEXT",
    "ALTER TABLE panel ADD COLUMN interests_head TEXT",
)
