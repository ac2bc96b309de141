"""Who was asked to help with a case, and why one was accepted by who judged it, or opened again."""

STATEMENTS = (
    'ALTER TABLE "case" ADD COLUMN "helper" TEXT',
    'ALTER TABLE "case" ADD COLUMN "helper_head" TEXT',
    "ALTER TABLE review ADD COLUMN reason TEXT",
    "ALTER TABLE review ADD COLUMN reason_head TEXT",
)
