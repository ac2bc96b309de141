"""Gaps within the fieldwork, in which no inspector is there."""

STATEMENTS = (
    'ALTER TABLE inspection ADD COLUMN "gaps" TEXT',
    'ALTER TABLE inspection ADD COLUMN "gaps_head" TEXT',
)
