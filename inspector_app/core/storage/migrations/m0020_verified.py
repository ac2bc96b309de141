"""What a quality lead verified of a case: the digest of what the item said then."""

STATEMENTS = (
    'CREATE TABLE verified_judgement (id TEXT PRIMARY KEY, "what" TEXT, "what_head" TEXT) WITHOUT ROWID',
    'CREATE TABLE verified_prompt (id TEXT PRIMARY KEY, "what" TEXT, "what_head" TEXT) WITHOUT ROWID',
)
