"""Who sat on the ratings panel, and which rating it went from."""

STATEMENTS = (
    "ALTER TABLE panel ADD COLUMN members TEXT",
    "ALTER TABLE panel ADD COLUMN members_head TEXT",
    "ALTER TABLE panel ADD COLUMN computed TEXT",
    "ALTER TABLE panel ADD COLUMN computed_head TEXT",
)
