"""What a quality lead verified of a case: the digest of what the item said then.

For some hours version 18 made the same two tables; what was written then opens too.
"""

STATEMENTS = (
    'CREATE TABLE IF NOT EXISTS verified_judgement (id TEXT PRIMARY KEY, "what" TEXT, "what_head" TEXT) WITHOUT ROWID',
    'CREATE TABLE IF NOT EXISTS verified_prompt (id TEXT PRIMARY KEY, "what" TEXT, "what_head" TEXT) WITHOUT ROWID',
)
